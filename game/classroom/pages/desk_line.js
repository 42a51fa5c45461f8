// The teacher's line to the room: every request carries the token, which stays in this tab.
const kept = (() => { try { return sessionStorage; } catch { return null; } })();

export class DeskLine {
  constructor() {
    this.token = decodeURIComponent(location.hash.slice(1)) || kept?.getItem("dilemma.token") || "";
    if (location.hash) history.replaceState(null, "", location.pathname); // not to be read over a shoulder
    this.version = "";
  }

  use(token) {
    this.token = token.trim();
    this.version = "";
  }

  async ask(path, about = {}) {
    const answer = await fetch(path, { ...about, cache: "no-store",
      headers: { Authorization: `Bearer ${this.token}`, ...(about.body ? { "Content-Type": "application/json" } : {}) } });
    if (answer.status === 401 || answer.status === 429) {
      throw Object.assign(new Error("token"), { wait: Number(answer.headers.get("Retry-After") || 0), token: true });
    }
    return answer;
  }

  async state() {
    const state = await (await this.ask(`/desk/state?after=${this.version}`)).json();
    this.version = state.version;
    kept?.setItem("dilemma.token", this.token);
    return state;
  }

  async say(command) {
    const answer = await (await this.ask("/desk/say", { method: "POST", body: JSON.stringify(command) })).json();
    return answer.ok ? null : answer.why;
  }

  async save(path) {
    const answer = await this.ask(path);
    const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "")?.[1] || "class";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
}
