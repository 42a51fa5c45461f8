// What a phone remembers. Where storage is forbidden it remembers until the page is closed.
const memory = new Map();

export function kept(name) {
  try { return localStorage.getItem(`dilemma.${name}`) ?? memory.get(name) ?? null; } catch { return memory.get(name) ?? null; }
}

export function keep(name, value) {
  memory.set(name, String(value));
  try { localStorage.setItem(`dilemma.${name}`, value); } catch { /* the page still works, until it is reloaded */ }
}

export function forget(name) {
  memory.delete(name);
  try { localStorage.removeItem(`dilemma.${name}`); } catch { /* nothing was kept */ }
}

// 32 hex digits that stand for this phone and for nobody.
export function phoneId() {
  let id = kept("id");
  if (!/^[0-9a-f]{32}$/.test(id || "")) {
    id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (each) => each.toString(16).padStart(2, "0")).join("");
    keep("id", id);
    id = kept("id");
  }
  return id;
}
