// Words in the reader's language: the phone's own at first, then what its switch says.
import { keep, kept } from "./keep.js";

const LANGUAGES = ["en", "es"];
let language = kept("language") || (navigator.languages || [navigator.language || "en"])
  .map((each) => each.slice(0, 2).toLowerCase()).find((each) => LANGUAGES.includes(each)) || "en";
const books = {};

export async function open() {
  const answers = await Promise.all(LANGUAGES.map((each) => fetch(`/words/${each}.json`)));
  for (const [place, answer] of answers.entries()) books[LANGUAGES[place]] = await answer.json();
  document.documentElement.lang = language;
}

export function speaks() { return language; }

export function turn() {
  language = LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length];
  keep("language", language);
  document.documentElement.lang = language;
}

// say("phone.vote.left", {count: 3}) takes left_one or left_other where the key counts.
export function say(key, filled = {}) {
  const steps = key.split(".");
  const last = steps.pop();
  const shelf = steps.reduce((from, step) => from[step], books[language]);
  const plural = filled.count === undefined ? "" : filled.count === 1 ? "_one" : "_other";
  const text = shelf[last + plural] ?? shelf[last];
  return text.replace(/\{(\w+)\}/g, (whole, name) => filled[name] ?? whole);
}

// A text of the teacher's: one for all, or one by language.
export function told(text) {
  if (text === null || text === undefined || typeof text === "string") return text || "";
  return text[language] || Object.values(text)[0];
}
