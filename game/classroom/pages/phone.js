// A phone in the room: join, wait, vote, locked, your vote and the class, exit ticket.
import { answerText, ask, result } from "./ask.js";
import { find, make } from "./dom.js";
import { keep, kept } from "./keep.js";
import { Link } from "./link.js";
import { open, say, speaks, told, turn } from "./words.js";

const main = find("main");
let link = null, state = null, barred = false, how = "connecting", parts = new Map(), shown = "", heard = 0, said = "";

function codeFromAddress() {
  const found = `${location.pathname.slice(1)} ${location.hash.slice(1)}`.match(/\b[A-Za-z]{4}\b/);
  return found && location.pathname !== "/play" ? found[0].toUpperCase() : null;
}

function join(code) {
  link?.stop();
  keep("code", code);
  link = new Link(code, {
    state: (news) => { state = news; barred = false; heard = performance.now(); draw(); },
    saved: (news) => { take(news); },
    no: refused,
    status: (now) => { how = now; drawBars(); },
  });
  link.start();
  draw();
}

function refused(why) {
  tell(say(`phone.no.${why}`));
  if (why === "code") { link = null; state = null; tell(""); drawBars(); askForCode(say("phone.no.code")); }
  else if (state) { shown = ""; draw(); tell(say(`phone.no.${why}`)); }
  else if (why !== "often") {
    barred = why === "door" || why === "full"; // it goes on knocking
    main.replaceChildren(make("h1", {}, say(`phone.no.${why}`)));
    tell("");
    drawBars();
  }
}

function take(news) {
  const question = state?.questions.find((each) => each.round === news.round);
  if (!question) return;
  question.yours = { answer: news.answer, sure: news.sure, n: news.n };
  parts.get(news.round)?.update(question.yours);
  const done = state.questions.filter((each) => each.yours).length;
  tell(state.phase === "ticket" ? say("phone.ticket.saved", { count: done, all: state.questions.length })
    : say("phone.vote.saved", { answer: answerText(question, news.answer) }));
}

function tell(text) {
  said = text;
  find("said").textContent = text;
}

function cast(round, answer, sure) {
  tell(say("phone.vote.sending"));
  link.vote(round, answer, sure);
}

function drawBars() {
  document.title = say("phone.title");
  find("language").textContent = say("phone.switch");
  find("language").setAttribute("aria-label", say("phone.switch_label"));
  find("language").lang = speaks() === "en" ? "es" : "en";
  find("link").textContent = link ? say(`phone.link.${barred ? "waiting" : how}`) : "";
  const scene = state?.scene;
  find("scene").textContent = scene ? [scene.clock, scene.score].filter(Boolean).join("  ") : "";
}

function draw() {
  drawBars();
  if (!link) { askForCode(); return; }
  if (!state) { main.replaceChildren(make("h1", {}, say(`phone.link.${how}`))); return; }
  const now = JSON.stringify([state.phase, state.blank, state.text, state.play, speaks(), state.questions.map((each) => [each.round, each.class])]);
  if (now === shown) { state.questions.forEach((each) => parts.get(each.round)?.update(each.yours)); return; }
  const phase = state.phase;
  shown = now;
  parts = new Map();
  main.className = phase;
  main.replaceChildren(...(state.blank ? [make("h1", {}, say("phone.blank.head"))] : PHASES[phase]()));
  if (state.play && !state.blank) main.prepend(pitch());
  if (state.blank || (phase !== "vote" && phase !== "ticket")) tell("");
  else tell(waitingText());
}

function waitingText() {
  const own = state.questions.filter((each) => each.yours);
  if (!own.length) return say(state.questions.every((each) => each.kind === "number") ? "phone.vote.hint_number" : "phone.vote.hint");
  if (state.phase === "ticket") return say("phone.ticket.saved", { count: own.length, all: state.questions.length });
  return say("phone.vote.saved", { answer: answerText(own[0], own[0].yours.answer) });
}

function questions(heading) {
  return state.questions.map((question) => {
    const part = ask(question, cast, heading);
    parts.set(question.round, part);
    return part.element;
  });
}

// Who one is, where the class is dealt over offices.
function office() {
  const own = state.questions.find((each) => each.office);
  return own ? [make("h1", {}, told(own.office.text))] : [];
}

const PHASES = {
  lobby: () => [make("h1", {}, say("phone.wait.head")), make("p", {}, say("phone.wait.look")), make("p", { class: "muted" }, say("phone.join.promise"))],
  ask: () => [...state.questions.map((each) => make("h1", {}, told(each.text))), make("p", {}, say("phone.wait.ask"))],
  vote: () => [...office(), ...questions("h1")],
  ticket: () => [...(office().length ? office() : [make("h1", {}, say("phone.ticket.head"))]), ...questions("h2")],
  locked: () => [make("h1", {}, say("phone.locked.head")), ...state.questions.map((each) => make("p", {}, each.yours
    ? say("phone.locked.yours", { answer: answerText(each, each.yours.answer) }) : say("phone.locked.none")))],
  revealed: () => [make("h1", {}, say("phone.revealed.head")), ...state.questions.map((each) => result(each, "h2"))],
  debrief: () => [make("h1", {}, say("phone.debrief.head")), state.text ? make("p", {}, told(state.text)) : ""],
  closed: () => { link.stop(); return [make("h1", {}, say("phone.closed.head")), make("p", {}, say("phone.closed.text"))]; },
};

function pitch() {
  return make("section", { class: "join" }, make("p", {}, say("phone.play.head")), make("a", { class: "button", href: "/play" }, say("phone.play.go")));
}

function askForCode(why = "") { // the reason stands above the field: on a low screen the foot is out of sight
  shown = "";
  const input = make("input", { id: "code", maxlength: 4, minlength: 4, autocomplete: "off", autocapitalize: "characters", spellcheck: "false", required: "", "aria-describedby": "why" });
  const form = make("form", { class: "join", onsubmit: (event) => { event.preventDefault(); tell(""); join(input.value.trim().toUpperCase()); } },
    make("h1", {}, say("phone.join.head")), make("p", { id: "why", class: "why", role: "alert" }, why),
    make("label", { for: "code" }, say("phone.join.code")), input,
    make("button", { type: "submit" }, say("phone.join.button")), make("p", { class: "muted" }, say("phone.join.promise")));
  main.replaceChildren(form);
}

setInterval(() => {
  const left = state && state.left !== null && !state.blank && ["vote", "ticket"].includes(state.phase)
    ? Math.max(0, Math.ceil(state.left - (performance.now() - heard) / 1000)) : null;
  const text = left === null ? "" : say("phone.vote.left", { count: left });
  if (find("left").textContent !== text) find("left").textContent = text;
}, 250);

await open();
find("language").addEventListener("click", () => { turn(); shown = ""; draw(); });
const code = codeFromAddress() || kept("code");
if (code) join(code); else draw();
