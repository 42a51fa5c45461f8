// What a teacher types: a question, hands counted by eye, a live match.
import { make } from "./dom.js";
import { told } from "./words.js";

export function composer(c, obey) {
  const text = make("input", { id: "text", maxlength: 300, required: "" });
  const options = make("textarea", { id: "options", rows: 4, required: "" });
  const seconds = make("input", { id: "seconds", type: "number", min: 3, max: 3600, inputmode: "numeric" });
  const question = () => ({ text: text.value.trim(),
    options: options.value.split("\n").map((each) => each.trim()).filter(Boolean).map((each) => ({ text: each })),
    ...(seconds.value ? { seconds: Number(seconds.value) } : {}) });
  const form = make("form", { onsubmit: (event) => {
    event.preventDefault();
    obey({ do: event.submitter?.value === "open" ? "open" : "ask", question: question() });
  } },
  make("h2", {}, c("ask_head")),
  make("label", { for: "text" }, c("text")), text, make("label", { for: "options" }, c("options")), options,
  make("label", { for: "seconds" }, c("seconds")), seconds,
  make("div", { class: "buttons" }, make("button", { type: "submit", value: "open" }, c("show_open")),
    make("button", { type: "submit", value: "ask", class: "plain" }, c("show"))));
  return form;
}

export function handsForm(c, obey) {
  const form = make("form", {});
  let round = null, inputs = [];
  const show = (question) => {
    form.hidden = !question;
    if (!question) { round = null; return; }
    if (question.round === round) return;
    round = question.round;
    inputs = question.options.map((option, place) => make("input", { type: "number", min: 0, max: 999, inputmode: "numeric",
      id: `hand${place}`, value: question.hands?.[place] ?? 0 }));
    form.replaceChildren(make("h3", {}, c("hands_head")),
      make("div", { class: "hands" }, ...inputs.flatMap((input, place) => [make("label", { for: input.id }, told(question.options[place].text)), input])),
      make("button", { type: "submit", class: "plain" }, c("hands_save")));
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    obey({ do: "hands", round, counts: inputs.map((each) => Number(each.value) || 0) });
  });
  return { element: form, show, focus: () => inputs[0]?.focus() };
}

function chosen(id, c, values) {
  return make("select", { id }, ...values.map((each) => make("option", { value: each }, c(`${id}_${each}`))));
}

export function matchForm(c, obey, scenarios) {
  const scenario = make("select", { id: "scenario", "aria-describedby": "stakes", onchange: () => tellStakes() },
    ...scenarios.map((each) => make("option", { value: each.name, selected: each.name === "late-deficit" }, told(each.title))));
  const stakes = make("p", { id: "stakes", class: "muted" });
  const tellStakes = () => { stakes.textContent = told(scenarios.find((each) => each.name === scenario.value).stakes); };
  tellStakes();
  const seed = make("input", { id: "seed", type: "number", min: 0, value: 1, required: "" });
  const who = chosen("who", c, ["eleven", "one"]), pay = chosen("pay", c, ["both", "post", "team"]);
  const running = make("div", {}), results = make("div", {});
  const start = make("button", { type: "submit" }, c("kick_off"));
  const stop = make("button", { type: "button", class: "plain", onclick: () => obey({ do: "whistle" }) }, c("whistle"));
  const form = make("form", { onsubmit: (event) => {
    event.preventDefault();
    obey({ do: "match", scenario: scenario.value, seed: Number(seed.value), who: who.value, pay: pay.value });
  } },
  ...[["scenario", scenario, stakes], ["seed", seed], ["who", who], ["pay", pay]].flatMap(([key, ...input]) => [make("label", { for: key }, c(key)), ...input]),
  make("div", { class: "buttons" }, start, stop));
  const element = make("section", {}, make("h2", {}, c("match_head")), form, running, results);
  const show = (state) => {
    running.replaceChildren(...state.matches.map((each) => make("p", { class: "score" },
      `${c(`pay_${each.pay}`)}: ${each.clock} ${each.score.join("–")} ${c(each.phase)}`)));
    start.disabled = state.matches.some((each) => each.phase !== "over");
    stop.disabled = !start.disabled;
    results.hidden = !state.results.length;
    const heads = ["pay", "score", "points", "pushed", "earned"].map((key) => make("th", { scope: "col" }, c(key)));
    const rows = state.results.map((each) => make("tr", {}, make("th", { scope: "row" }, c(`pay_${each.pay}`)),
      ...[each.final.join("–"), each.points, `${Math.round(100 * each.pushed)} %`, each.earned].map((value) => make("td", {}, String(value)))));
    results.replaceChildren(make("h3", {}, c("results_head")), make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)));
  };
  return { element, show };
}
