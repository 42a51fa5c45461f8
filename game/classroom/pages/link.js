// The line to the room: a socket, or long polls where sockets are blocked; it comes back by itself.
// A vote is kept on the phone until the room has said that it is saved.
import { forget, keep, kept, phoneId } from "./keep.js";

const CONNECTING = 0, OPEN = 1; // WebSocket's own, which a browser may lack
const FIRST = 300, LAST = 4000, SILENCE = 2000, PROBE = 20000; // ms
const NOT_TRIED_AGAIN = ["code", "door", "full"];

export class Link {
  constructor(code, { state, saved, no, status }) {
    this.code = code;
    this.tell = { state, saved, no, status };
    this.id = phoneId();
    this.failures = 0;
    this.stopped = false;
    this.current = 0; // the attempt under way; older ones are ignored
    this.version = 0;
    this.trial = null; // a socket that is tried while polls carry the votes
    for (const [target, name] of [[document, "visibilitychange"], [window, "online"], [window, "pageshow"]]) {
      target.addEventListener(name, () => { if (document.visibilityState === "visible") this.wake(); });
    }
    setInterval(() => { if (document.visibilityState === "visible") this.probe(); }, PROBE);
  }

  start() {
    this.stopped = false;
    this.connect();
  }

  stop() {
    this.stopped = true;
    this.current += 1;
    this.socket?.close();
    this.trial?.close();
  }

  // — votes —

  vote(round, answer, sure) {
    const n = Number(kept("n") || 0) + 1;
    keep("n", n);
    const vote = { say: "vote", round, answer, n };
    if (sure) vote.sure = sure;
    const waiting = this.waiting();
    waiting[round] = vote;
    keep(`votes.${this.code}`, JSON.stringify(waiting));
    this.send(vote);
  }

  waiting() {
    try { return JSON.parse(kept(`votes.${this.code}`) || "{}"); } catch { return {}; }
  }

  settle(round, n) {
    const waiting = this.waiting();
    if (waiting[round] && waiting[round].n <= n) {
      delete waiting[round];
      if (Object.keys(waiting).length) keep(`votes.${this.code}`, JSON.stringify(waiting));
      else forget(`votes.${this.code}`);
    }
  }

  send(vote) {
    if (this.socket?.readyState === OPEN) this.socket.send(JSON.stringify(vote));
    else if (this.polling) this.post({ ...vote, id: this.id }).then((all) => all.forEach((each) => this.hear(each)), () => {});
  }

  resend(questions) {
    const waiting = this.waiting();
    for (const vote of Object.values(waiting)) {
      const asked = questions.find((each) => each.round === vote.round);
      if (!asked || (asked.yours && asked.yours.n >= vote.n)) this.settle(vote.round, vote.n);
      else this.send(vote);
    }
  }

  // — coming and going —

  wake() {
    if (this.stopped) return;
    if (this.socket?.readyState === OPEN || this.polling) this.probe();
    else if (this.socket?.readyState !== CONNECTING || Date.now() - this.since > SILENCE) this.connect();
  }

  probe() {
    if (this.polling) { this.tryFast(); return; }
    if (this.stopped || this.socket?.readyState !== OPEN) return;
    this.socket.send(JSON.stringify(this.hello()));
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.connect(), SILENCE);
  }

  hello() { return { say: "hello", id: this.id, code: this.code }; }

  connect() {
    clearTimeout(this.again);
    clearTimeout(this.silence);
    const attempt = ++this.current;
    const old = this.socket;
    this.socket = null;
    this.polling = false;
    old?.close();
    this.since = Date.now();
    if (this.failures >= 2 && this.failures % 2 === 0) { this.poll(attempt); return; }
    let socket;
    try { socket = new WebSocket(`ws://${location.host}/ws`); } catch { this.lost(attempt); return; }
    this.socket = socket;
    const slow = setTimeout(() => { if (attempt === this.current && socket.readyState !== OPEN) socket.close(); }, LAST);
    socket.onopen = () => socket.send(JSON.stringify(this.hello()));
    this.listen(socket, attempt);
    socket.addEventListener("close", () => clearTimeout(slow));
  }

  listen(socket, attempt) {
    socket.onmessage = (event) => {
      if (attempt !== this.current) return;
      clearTimeout(this.silence);
      this.hear(JSON.parse(event.data));
    };
    socket.onclose = () => this.lost(attempt);
  }

  // Polls go on until a socket has said something: a network may let it open and then swallow all.
  tryFast() {
    if (this.trial || this.stopped) return;
    let socket;
    try { socket = new WebSocket(`ws://${location.host}/ws`); } catch { return; }
    this.trial = socket;
    const slow = setTimeout(() => socket.close(), LAST);
    socket.onopen = () => socket.send(JSON.stringify(this.hello()));
    socket.onclose = () => { clearTimeout(slow); this.trial = null; };
    socket.onmessage = (event) => {
      clearTimeout(slow);
      this.trial = null;
      if (!this.polling || this.stopped) { socket.close(); return; }
      this.polling = false;
      this.socket = socket;
      this.listen(socket, ++this.current);
      this.hear(JSON.parse(event.data));
    };
  }

  lost(attempt) {
    if (attempt !== this.current || this.stopped) return;
    this.socket = null;
    this.polling = false;
    this.failures += 1;
    this.tell.status("lost");
    const wait = Math.min(FIRST * 2 ** Math.min(this.failures - 1, 6), LAST) * (0.5 + Math.random() / 2);
    this.again = setTimeout(() => this.connect(), wait);
  }

  hear(message) {
    if (message.say === "state") {
      this.failures = 0;
      this.version = message.version;
      this.tell.status(this.polling ? "poll" : "connected");
      this.tell.state(message);
      this.resend(message.questions);
    } else if (message.say === "saved") {
      this.settle(message.round, message.n);
      this.tell.saved(message);
    } else if (message.say === "no") this.refused(message.why);
  }

  refused(why) {
    if (why === "hello") { this.connect(); return; }
    if (why === "often" || why === "disk") setTimeout(() => this.resendAll(), 1500);
    else if (!NOT_TRIED_AGAIN.includes(why)) forget(`votes.${this.code}`);
    if (why === "code") this.stop();
    this.tell.no(why);
  }

  resendAll() { Object.values(this.waiting()).forEach((vote) => this.send(vote)); }

  // — the slow way —

  async post(message) {
    const answer = await fetch("/poll", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(message), cache: "no-store",
    });
    if (!answer.ok && answer.status !== 400) throw new Error(answer.status);
    return (await answer.json()).messages;
  }

  async poll(attempt) {
    try {
      let messages = await this.post(this.hello());
      while (attempt === this.current && !this.stopped) {
        this.polling = true;
        for (const message of messages) this.hear(message);
        if (attempt !== this.current || this.stopped) return;
        messages = await this.post({ say: "wait", id: this.id, version: this.version });
      }
    } catch { this.lost(attempt); }
  }
}
