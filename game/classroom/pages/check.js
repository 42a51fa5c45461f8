// "Can phones reach this laptop?": on the laptop it counts who came through, on a phone it tries every way.
import { find, make } from "./dom.js";
import { keep, kept } from "./keep.js";
import { open, say, speaks, turn } from "./words.js";

const AT_HOME = ["127.0.0.1", "localhost", "[::1]"].includes(location.hostname);
const WITHIN = 5000; // ms
const c = (key, filled) => say(`class.check.${key}`, filled);
const tries = { poll: null, socket: null, store: null };

const within = (promise) => Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error("late")), WITHIN))]);

function bars() {
  document.title = c(AT_HOME ? "title" : "phone_title");
  find("title").textContent = document.title;
  find("language").textContent = say("class.console.languages");
  find("language").lang = speaks() === "en" ? "es" : "en";
}

async function laptop() {
  const { lan, addresses, sockets, polls } = await (await fetch("/reach", { cache: "no-store" })).json();
  const port = location.port || "80";
  const found = sockets + polls > 0;
  find("said").textContent = found ? c("reached") : c("waiting");
  const key = JSON.stringify([lan, addresses, sockets, polls, speaks()]);
  if (find("main").dataset.key === key) return;
  find("main").dataset.key = key;
  const where = lan
    ? [make("p", {}, c("open_on_phone")), ...addresses.map((each) => make("p", { class: "code" }, `${each}/check`)),
      make("p", {}, found ? c("phones", { sockets, polls }) : c("waiting"))]
    : [make("p", {}, c("local_only"))];
  find("main").replaceChildren(make("section", {}, ...where),
    make("section", {}, make("h2", {}, c("if_not")), make("ol", {}, ...["step_wifi", "step_wall", "step_guest", "step_hands"].map((each) => make("li", {}, c(each, { port }))))));
}

function socketWorks() {
  return new Promise((yes, no) => {
    const socket = new WebSocket(`ws://${location.host}/reach`);
    socket.onmessage = () => yes();
    socket.onerror = () => no(new Error("socket"));
  });
}

async function pollWorks() {
  const answer = await fetch("/reach", { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
  if (!answer.ok) throw new Error(answer.status);
}

async function storeWorks() {
  keep("check", "1");
  try { if (localStorage.getItem("dilemma.check") !== "1") throw new Error("store"); } finally { localStorage.removeItem("dilemma.check"); }
  return kept("check");
}

function phone() {
  const word = (tried) => c(tried === null ? "trying" : tried ? "yes" : "no");
  find("main").replaceChildren(make("section", {}, make("p", {}, c("phone_page")), make("dl", {},
    ...["socket", "poll", "store"].flatMap((key) => [make("dt", {}, c(`phone_${key}`)), make("dd", {}, word(tries[key]))]))));
  if (tries.poll === null || tries.socket === null) return;
  find("said").textContent = c(tries.socket ? "phone_good" : tries.poll ? "phone_slow" : "phone_bad");
}

async function attempt(key, works) {
  try { await within(works()); tries[key] = true; } catch { tries[key] = false; }
  phone();
}

await open();
const draw = () => { bars(); if (AT_HOME) laptop().catch(() => {}); else phone(); };
find("language").addEventListener("click", () => { turn(); draw(); });
draw();
if (AT_HOME) setInterval(() => laptop().catch(() => {}), 1000);
else await Promise.all([attempt("socket", socketWorks), attempt("poll", pollWorks), attempt("store", storeWorks)]);
