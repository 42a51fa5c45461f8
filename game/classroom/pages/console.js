// The teacher's desk in a browser. What it shows comes from the room; what is typed here stays until it is sent.
import { DeskLine } from "./desk_line.js";
import { composer, handsForm, matchForm } from "./desk_forms.js";
import { find, make } from "./dom.js";
import { answerText } from "./ask.js";
import { open, say, speaks, told, turn } from "./words.js";

const line = new DeskLine();
let state = null, parts = null, spoken = "", scenarios = [];

const c = (key, filled) => say(`class.console.${key}`, filled);
const tell = (text) => { find("said").textContent = text || ""; };

async function obey(command, done = "") {
  try {
    const why = await line.say(command);
    if (why || !pending) tell(why || done); // a late answer must not wipe out what asks for a second press
  } catch (error) { failed(error); }
}

function failed(error) {
  if (!error.token) { tell(c("lost")); return; }
  state = null;
  line.use("");
  askForToken(error.wait ? c("wait", { seconds: error.wait }) : c("wrong"));
}

function askForToken(why = "") {
  parts = null;
  const input = make("input", { id: "token", autocomplete: "off", spellcheck: "false", required: "" });
  find("main").replaceChildren(make("form", { class: "token", onsubmit: (event) => { event.preventDefault(); line.use(input.value); watch(); } },
    make("label", { for: "token" }, c("token")), input, make("p", { class: "muted" }, c("token_hint")),
    make("button", { type: "submit" }, c("enter"))));
  tell(why);
}

let watching = 0;
async function watch() {
  const turnOf = ++watching;
  while (turnOf === watching) {
    try {
      const news = await line.state();
      if (turnOf !== watching) return;
      if (!state) tell("");
      state = news;
      draw();
    } catch (error) {
      failed(error);
      if (error.token) return;
      await new Promise((later) => setTimeout(later, 700));
    }
  }
}

const BUTTONS = [["next", "next"], ["open", "open"], ["lock", "lock"], ["reveal", "reveal"], ["debrief", "debrief"], ["lobby", "lobby"]];
const AHEAD = { ask: "open", vote: "lock", ticket: "lock", locked: "reveal", revealed: "debrief" }; // what Next does
const SECOND_PRESS = 4000; // ms within which it counts
const SCREEN = ["pause", "again", "larger", "smaller", "language", "keys"];
const FITS = { open: ["ask", "locked"], lock: ["vote", "ticket"], reveal: ["vote", "ticket", "locked"], debrief: ["revealed", "lobby", "locked"] };

function build() {
  const buttons = Object.fromEntries(BUTTONS.map(([key, command]) => [key,
    make("button", { type: "button", class: key === "next" ? "next" : "plain", onclick: () => (key === "next" ? onward() : obey({ do: command })) }, c(key))]));
  const undo = make("button", { type: "button", class: "plain", onclick: () => twice("undo", { do: "undo" }, undoWarning()) });
  const screen = make("div", {}, make("h3", {}, c("screen_head")), make("div", { class: "buttons" }, ...SCREEN.map((key) =>
    make("button", { type: "button", class: "plain", onclick: () => press(key) }, c(`screen_${key}`)))));
  const close = make("button", { type: "button", class: "plain", onclick: () => twice("close", { do: "close", sure: true }, c("close_again")) });
  const boxes = Object.fromEntries(["blank", "live", "door"].map((key) => [key, make("input", { type: "checkbox", id: key,
    onchange: (event) => obey(key === "door" ? { do: "door", open: event.target.checked } : { do: key, on: event.target.checked }) })]));
  const room = make("section", { class: "about" }), now = make("div", {}), past = make("section", {}), match = matchForm(c, obey, scenarios), trouble = make("p", { class: "trouble", role: "alert" }, c("trouble"));
  const hands = handsForm(c, obey);
  const control = make("section", {}, make("h2", {}, c("phase")), now,
    make("div", { class: "buttons" }, ...Object.values(buttons)), hands.element, screen,
    ...Object.entries(boxes).map(([key, box]) => make("div", { class: "check" }, box, make("label", { for: key }, c(key)))),
    make("div", { class: "buttons" }, undo, close), make("p", { class: "muted" }, c("keys")));
  const exports = make("section", {}, make("h2", {}, c("exports")), make("div", { class: "buttons" },
    ...[["csv", "/desk/export.csv"], ["json", "/desk/export.json"], ["report", "/desk/report.html"]].map(([key, path]) =>
      make("button", { type: "button", class: "plain", onclick: () => line.save(path).catch(failed) }, c(key)))));
  find("main").replaceChildren(trouble, room, make("div", { class: "desk" }, control, make("section", {}, composer(c, obey)), match.element, past, exports));
  spoken = speaks();
  return { buttons, undo, screen, close, boxes, room, now, past, match, hands, trouble };
}

async function press(key) {
  if ((key === "pause" || key === "again") && state.phase !== "debrief") { tell(c("screen_no_match")); return; }
  await obey({ do: "press", key }, key === "on" ? "" : c("screen_sent"));
}

async function onward() {
  const end = !(state.phase in AHEAD) && state.plan.at >= state.plan.of;
  if (state.screen) await press("on"); // the big screen may have a match to hurry first
  else if (!end) await obey({ do: "next" });
  if (end) tell(c("plan_end"));
}

function byKey(key) { // what its button would refuse too
  if (parts.buttons[key].disabled) tell(c("not_now", { step: c(key) }));
  else obey({ do: key });
}

let pending = null, pendingEnds = 0, pendingAt = ""; // what wants a second press, the timer that forgets it, and the step it was asked at
const step = () => JSON.stringify([state.phase, state.back && state.back.phase, state.questions.length]);
function twice(key, command, warning) {
  clearTimeout(pendingEnds);
  const sure = pending === key;
  pending = sure ? null : key;
  pendingAt = step();
  if (sure) obey(command);
  else pendingEnds = setTimeout(() => { pending = null; if (find("said").textContent === warning) tell(""); if (parts) twiceButtons(); }, SECOND_PRESS);
  tell(sure ? "" : warning);
  twiceButtons();
}

const undoWarning = () => (state.back.votes ? c("undo_votes", { count: state.back.votes }) : c("undo_again"));

function twiceButtons() {
  for (const key of ["undo", "close"]) parts[key].classList.toggle("sure", pending === key);
  const back = state.back && c("undo", { phase: say(`class.phase.${state.back.phase}`) });
  parts.undo.textContent = pending === "undo" ? c("undo_sure") : back || c("undo_none");
  parts.close.textContent = c(pending === "close" ? "close_sure" : "close");
  parts.undo.disabled = !state.back || state.phase === "closed";
  parts.close.disabled = state.phase === "closed";
}

function draw() {
  bars();
  if (!state) return;
  if (pending === "undo" && pendingAt !== step()) { pending = null; tell(""); } // the room has moved on: back is elsewhere now
  if (!parts || spoken !== speaks()) parts = build();
  parts.trouble.hidden = !state.trouble;
  drawRoom();
  parts.now.replaceChildren(make("p", { class: "phase" }, say(`class.phase.${state.phase}`)),
    state.hands_up && !state.joined ? "" : make("p", {}, c("joined", { count: state.joined })),
    state.plan.of ? make("p", { class: "muted" }, c("plan", state.plan), state.plan.next ? ` ${c("plan_next", { text: told(state.plan.next) })}` : "") : "",
    ...state.questions.map((each) => questionView(each)));
  for (const [key, phases] of Object.entries(FITS)) parts.buttons[key].disabled = !phases.includes(state.phase);
  for (const each of Object.values(parts.buttons)) if (state.phase === "closed") each.disabled = true;
  parts.screen.hidden = !state.screen;
  parts.buttons.next.textContent = AHEAD[state.phase] ? `${c("next")}: ${c(AHEAD[state.phase])}` : c("next");
  twiceButtons();
  for (const [key, box] of Object.entries(parts.boxes)) box.checked = state[key];
  parts.hands.show(state.questions.find((each) => each.kind === "choice"));
  parts.past.hidden = !state.past.length;
  parts.past.replaceChildren(make("h2", {}, c("past_head")), ...state.past.map((each) => questionView(each)));
  parts.match.show(state);
}

function drawRoom() {
  if (state.hands_up && !state.joined) { parts.room.replaceChildren(make("p", {}, c("hands_only"))); parts.room.dataset.key = ""; return; }
  const key = JSON.stringify([state.code, state.addresses, speaks()]);
  if (parts.room.dataset.key !== key) {
    parts.room.dataset.key = key;
    parts.room.replaceChildren(make("div", { class: "room" },
      make("div", {}, make("p", {}, c("code")), make("p", { class: "code" }, state.code)),
      make("div", {}, make("p", {}, c("join_here")), ...state.addresses.map((each) => make("p", { class: "score" }, each)),
        make("p", {}, make("a", { href: "/check", target: "_blank", rel: "noopener" }, c("check")))),
      make("img", { class: "qr", src: "/qr/0.svg", alt: `${state.addresses[0]}/${state.code}` })));
  }
}

function questionView(question) {
  const box = make("div", {}, make("p", {}, make("strong", {}, `${question.round}. ${told(question.text)}`)),
    make("p", {}, c("votes", { count: question.votes + (question.hands || []).reduce((a, b) => a + b, 0) })));
  if (!question.class) { box.append(make("p", { class: "muted" }, c("hidden"))); return box; }
  const rows = question.kind === "number" ? question.class.counts.map(([value, count]) => [answerText(question, value), count, "shield"])
    : question.options.map((option, place) => [told(option.text), question.class.counts[place], option.shape]);
  const all = rows.reduce((sum, row) => sum + row[1], 0) || 1;
  rows.forEach(([name, count, form]) => {
    const fill = make("div", { class: `fill ${form}` });
    fill.style.width = `${(100 * count) / all}%`;
    box.append(make("div", { class: "result" }, make("div", { class: "top" }, make("span", {}, name), make("span", { class: "score" }, String(count))),
      make("div", { class: "track", "aria-hidden": "true" }, fill)));
  });
  return box;
}

function bars() {
  document.title = c("title");
  find("title").textContent = c("title");
  find("language").textContent = c("languages");
  find("language").lang = speaks() === "en" ? "es" : "en";
}

const KEYS = { l: "lock", e: "reveal" };
const PRESSES = { p: "pause", r: "again", t: "language", "+": "larger", "=": "larger", "-": "smaller" };
document.addEventListener("keydown", (event) => {
  if (!state || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.matches("input, textarea, select") || (event.key === " " && event.target.matches("button, a"))) return;
  const key = event.key.toLowerCase();
  if (key === " ") { event.preventDefault(); onward(); }
  else if (KEYS[key]) byKey(KEYS[key]);
  else if (PRESSES[key] && state.screen) press(PRESSES[key]);
  else if (key === "z" && state.back) parts.undo.click();
  else if (key === "b") obey({ do: "blank", on: !state.blank });
  else if (key === "n") parts.hands.focus();
});

[scenarios] = await Promise.all([fetch("/scenarios.json").then((answer) => answer.json()), open()]);
find("language").addEventListener("click", () => { turn(); if (state) draw(); else { bars(); askForToken(); } });
bars();
if (line.token) watch(); else askForToken();
