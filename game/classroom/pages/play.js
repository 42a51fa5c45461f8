// At the pitch: watch the live match, and steer one player of it.
import { find, make } from "./dom.js";
import { kept, phoneId } from "./keep.js";
import { PitchView, unpack } from "./pitch.js";
import { open, say, speaks, turn } from "./words.js";

const EVERY = 60; // ms between two wishes sent, at least
const RENEW = 1000; // ms after which an unchanged wish is sent again
const BACK = { GK: 1, CB: 1, RB: 1, LB: 1, DM: 1 };
const KEYS = { arrowup: "up", w: "up", arrowdown: "down", s: "down", arrowleft: "left", a: "left", arrowright: "right", d: "right" };
const DIRECTION = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] };

const view = new PitchView(find("pitch"));
const wish = { push: false, x: 0, y: 0 }; // x, y on the screen, y downwards
const held = new Set();
let socket = null, about = { phase: "none" }, frame = null, failures = 0, sent = "", sentAt = 0, spoken = "", opened = false;
const p = (key, filled) => say(`phone.pitch.${key}`, filled);

function connect() {
  socket = new WebSocket(`ws://${location.host}/pitch`);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => socket.send(JSON.stringify({ say: "hello", id: phoneId(), code: kept("code") || "" }));
  socket.onmessage = (event) => {
    failures = 0;
    if (event.data instanceof ArrayBuffer) { frame = unpack(event.data); view.add(frame); drawScore(); return; }
    opened = true;
    const news = JSON.parse(event.data);
    if (news.say === "no") { if (news.why === "code" || news.why === "hello") location.href = "/"; return; }
    about = news;
    sent = "";
    draw();
  };
  socket.onclose = () => {
    failures += 1;
    find("said").textContent = failures > 2 && !opened ? p("nosocket") : say("phone.link.lost");
    setTimeout(connect, Math.min(300 * 2 ** failures, 4000) * (0.5 + Math.random() / 2));
  };
}

function draw() {
  document.title = p("title");
  find("language").textContent = say("phone.switch");
  find("language").lang = speaks() === "en" ? "es" : "en";
  find("back").textContent = p("back");
  find("pitch").setAttribute("aria-label", p("alt"));
  const steers = about.slot !== undefined && about.phase === "playing";
  view.numbers = about.numbers || [];
  view.own = steers ? about.slot : null;
  find("controls").hidden = !steers;
  find("keys").hidden = !steers;
  find("keys").textContent = p("keys");
  find("take").hidden = !(about.who === "one" && about.phase === "playing" && !about.taken);
  find("take").textContent = p("take");
  find("pad").setAttribute("aria-label", p("pad"));
  for (const [id, on] of [["stay", !wish.push], ["push", wish.push]]) {
    find(id).replaceChildren(p(id), make("small", {}, p(`${id}_why`)));
    find(id).setAttribute("aria-pressed", String(on));
  }
  find("who").textContent = whoText(steers);
  find("pay").textContent = about.pay && about.phase !== "over" && (steers || about.who === "eleven") ? payText(steers) : "";
  find("said").textContent = saidText();
  drawResults();
  drawScore();
}

// What the teams got, beside each other: the same match, the same luck, another job.
function drawResults() {
  const rows = about.phase === "over" ? about.results || [] : [];
  find("results").hidden = !rows.length;
  if (!rows.length) return;
  const heads = rows.map((each) => make("th", { scope: "col" }, p(`table.${each.pay}`),
    rows.length > 1 && each.pay === about.pay ? make("small", {}, ` ${p("table.yours")}`) : ""));
  const figures = { score: (each) => each.final.join("–"), points: (each) => each.points,
    pushed: (each) => `${Math.round(100 * each.pushed)} %`, pay_mean: (each) => each.earned };
  const lines = Object.entries(figures).map(([key, figure]) => make("tr", {}, make("th", { scope: "row" }, p(`table.${key}`)),
    ...rows.map((each) => make("td", {}, figure(each).toLocaleString(speaks())))));
  find("results").replaceChildren(make("table", {}, make("thead", {}, make("tr", {}, make("th", { scope: "col" }, p("table.name")), ...heads)), make("tbody", {}, ...lines)),
    make("p", { class: "muted" }, about.still ? p("table.still") : ""));
}

function whoText(steers) {
  if (about.phase === "none") return p("none");
  if (about.phase === "warming") return p("warming");
  if (!steers) return about.phase === "over" ? p("over") : about.who === "one" && about.taken ? `${p("watch")} ${p("taken")}` : p("watch");
  return `${p("you", { number: about.numbers[about.slot], post: say(`phone.post.${about.post}`) })} ${p("shared", { count: about.shared })}`;
}

function payText(steers) {
  if (about.pay === "team") return p("pay_team");
  return steers ? p(BACK[about.post] ? "pay_back" : "pay_front") : p("pay_post");
}

function saidText() {
  if (!about.paid) return about.phase === "over" ? p("over") : "";
  const { earned, points, final } = about.paid;
  const result = `${p("over")}: ${final.join("–")}.`;
  return earned === null ? result : `${result} ${p("earned", { earned, points })}`;
}

function drawScore() {
  if (!frame || !about.teams) { find("scene").textContent = p("title"); return; }
  const clock = `${String(Math.floor(frame.clock / 60)).padStart(2, "0")}:${String(frame.clock % 60).padStart(2, "0")}`;
  const text = p("scene", { home: about.teams[0], away: about.teams[1], score: frame.score.join("–"), clock });
  if (text !== spoken) { spoken = text; find("scene").textContent = text; }
}

function call(push) {
  wish.push = push;
  find("push").setAttribute("aria-pressed", String(push));
  find("stay").setAttribute("aria-pressed", String(!push));
  steer();
}

// From the screen to the player's own direction: forward is right, or up where the pitch stands.
function steer() {
  if (about.slot === undefined || about.phase !== "playing" || socket?.readyState !== 1) return;
  const [dx, dy] = view.tall ? [-wish.y, -wish.x] : [wish.x, -wish.y];
  const text = JSON.stringify({ say: "steer", push: wish.push, dx: Number(dx.toFixed(2)), dy: Number(dy.toFixed(2)) });
  const since = performance.now() - sentAt;
  if (since < (text === sent ? RENEW : EVERY)) return; // the clock below sends what is left over
  sent = text;
  sentAt = performance.now();
  socket.send(text);
}

function lean(x, y) {
  const far = Math.max(1, Math.hypot(x, y));
  [wish.x, wish.y] = [x / far, y / far];
  const pad = find("pad"), reach = pad.clientWidth / 2;
  pad.firstElementChild.style.transform = `translate(${wish.x * reach * 0.6}px, ${wish.y * reach * 0.6}px)`;
  view.lean = [wish.x, wish.y]; // seen at once, before the player turns
  steer();
}

function padMoved(event) {
  if (event.type !== "pointerdown" && !event.buttons) return;
  const box = find("pad").getBoundingClientRect();
  lean((event.clientX - box.left - box.width / 2) / (box.width / 2), (event.clientY - box.top - box.height / 2) / (box.height / 2));
}

function keysMoved() {
  const sum = [...held].reduce(([x, y], key) => [x + DIRECTION[key][0], y + DIRECTION[key][1]], [0, 0]);
  lean(...sum);
}

await open();
find("language").addEventListener("click", () => { turn(); draw(); });
find("push").addEventListener("click", () => call(true));
find("stay").addEventListener("click", () => call(false));
find("take").addEventListener("click", () => socket.send(JSON.stringify({ say: "take" })));
const pad = find("pad");
pad.addEventListener("pointerdown", (event) => { pad.setPointerCapture(event.pointerId); padMoved(event); });
pad.addEventListener("pointermove", padMoved);
for (const name of ["pointerup", "pointercancel"]) pad.addEventListener(name, () => lean(0, 0));
document.addEventListener("keydown", (event) => {
  const key = KEYS[event.key.toLowerCase()];
  if (key) { held.add(key); keysMoved(); event.preventDefault(); }
  else if (event.key === " " && !event.repeat && !event.target.matches("button, a")) { call(!wish.push); event.preventDefault(); }
});
document.addEventListener("keyup", (event) => { if (held.delete(KEYS[event.key.toLowerCase()])) keysMoved(); });
window.addEventListener("blur", () => { held.clear(); lean(0, 0); });
setInterval(steer, EVERY);
draw();
view.draw();
connect();
