// One question on a phone: buttons, or a number to set. It tells `cast` and shows what is saved.
import { make } from "./dom.js";
import { shape } from "./shapes.js";
import { say, speaks, told } from "./words.js";

const WAIT = 250; // ms a slider rests before its number is sent

export function answerText(question, answer) {
  if (question.kind === "number") return `${figure(answer, 6)} ${told(question.unit)}`.trim();
  return told(question.options[answer].text);
}

const figure = (value, digits) => value.toLocaleString(speaks(), { maximumFractionDigits: digits, useGrouping: false });

export function ask(question, cast, heading) {
  const title = make(heading, { id: `q${question.round}` }, told(question.text));
  const box = make("section", { class: "ask", "aria-labelledby": title.id }, title);
  const own = { answer: question.yours?.answer ?? null, sure: question.yours?.sure ?? null };
  const send = () => { if (own.answer !== null) cast(question.round, own.answer, own.sure); };
  const part = question.kind === "number" ? number(question, own, send) : options(question, own, send);
  box.append(part.element);
  const how = question.sure ? sureness(question, own, send) : null;
  if (how) box.append(how.element);
  const update = (yours) => {
    own.answer = yours?.answer ?? own.answer;
    own.sure = yours?.sure ?? own.sure;
    part.show(own.answer);
    how?.show(own.sure);
  };
  update(question.yours);
  return { element: box, update };
}

function options(question, own, send) {
  const buttons = question.options.map((option, place) => make("button",
    { class: `option ${option.shape}`, type: "button", "aria-pressed": "false", onclick: () => { own.answer = place; show(place); send(); } },
    shape(option.shape),
    make("span", {}, told(option.text), option.why ? make("small", {}, told(option.why)) : null),
    make("span", { class: "tick", "aria-hidden": "true" }, "✓")));
  const show = (answer) => buttons.forEach((each, place) => each.setAttribute("aria-pressed", String(place === answer)));
  return { element: make("div", { class: "options" }, ...buttons), show };
}

function number(question, own, send) {
  const { low, high, step } = question;
  const output = make("output", {});
  const slider = make("input", { type: "range", min: low, max: high, step, "aria-labelledby": `q${question.round}` });
  let later;
  const read = (value) => {
    own.answer = Number((low + Math.round((value - low) / step) * step).toFixed(6));
    show(own.answer);
    clearTimeout(later);
    later = setTimeout(send, WAIT);
  };
  const nudge = (by) => read(Math.min(high, Math.max(low, Number(slider.value) + by)));
  slider.addEventListener("input", () => read(Number(slider.value)));
  slider.value = own.answer ?? low + Math.round((high - low) / step / 2) * step;
  const show = (answer) => {
    if (answer !== null) slider.value = answer;
    output.textContent = answer === null ? "–" : answerText(question, answer);
    slider.setAttribute("aria-valuetext", answerText(question, Number(slider.value)));
  };
  return {
    element: make("div", { class: "number" }, output, slider,
      make("button", { class: "plain", type: "button", "aria-label": say("phone.vote.less"), onclick: () => nudge(-step) }, "−"),
      make("button", { class: "plain", type: "button", "aria-label": say("phone.vote.more"), onclick: () => nudge(step) }, "+")),
    show,
  };
}

function sureness(question, own, send) {
  const radios = [1, 2, 3, 4, 5].map((value) => make("input", { type: "radio", name: `sure${question.round}`, value,
    onchange: () => { own.sure = value; send(); } }));
  const ends = { 1: say("phone.vote.sure_1"), 5: say("phone.vote.sure_5") };
  const labels = radios.map((radio, place) => make("label", {}, radio, String(place + 1),
    ends[place + 1] ? make("span", { class: "off" }, ` ${ends[place + 1]}`) : null));
  return {
    element: make("fieldset", {}, make("legend", {}, say("phone.vote.sure")), make("div", { class: "sure" }, ...labels)),
    show: (sure) => radios.forEach((radio) => { radio.checked = Number(radio.value) === sure; }),
  };
}

// The class's answers, with one's own marked.
export function result(question, heading) {
  const box = make("section", { class: "ask" }, make(heading, {}, told(question.text)));
  const own = question.yours?.answer ?? null;
  const bars = question.kind === "number"
    ? question.class.counts.map(([value, count]) => ({ text: answerText(question, value), count, own: own === value, form: null }))
    : question.options.map((option, place) => ({ text: told(option.text), count: question.class.counts[place], own: own === place, form: option.shape }));
  const all = bars.reduce((sum, each) => sum + each.count, 0);
  bars.forEach((bar) => box.append(row(bar, all)));
  if (!all) box.append(make("p", {}, say("phone.revealed.none")));
  if (question.kind === "number" && question.class.mean !== null) {
    box.append(make("p", {}, say("phone.revealed.mean", { mean: `${figure(question.class.mean, question.step < 1 ? 2 : 1)} ${told(question.unit)}`.trim() })));
  }
  return box;
}

function row(bar, all) {
  const fill = make("div", { class: `fill ${bar.form ?? "shield"}` });
  fill.style.width = `${all ? (100 * bar.count) / all : 0}%`;
  return make("div", { class: "result" },
    make("div", { class: "top" }, make("span", { class: "name" }, bar.form ? shape(bar.form) : null, make("span", {}, bar.text)),
      make("span", { class: "score" }, say("phone.revealed.count", { count: bar.count, all })),
      bar.own ? make("strong", {}, say("phone.revealed.you")) : null),
    make("div", { class: "track", "aria-hidden": "true" }, fill));
}
