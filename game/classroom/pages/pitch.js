// The pitch from above: frames are unpacked (frames.py says how), kept two deep and drawn in between.
const LENGTH = 105, WIDTH = 68, MARGIN = 3; // m
const HEAD = 16, PLAYER = 5, SLOTS = 22;

export function unpack(buffer) {
  const view = new DataView(buffer);
  const flags = view.getUint8(6);
  const frame = { tick: view.getUint32(0, true), clock: view.getUint16(4, true), over: !!(flags & 1), dead: !!(flags & 2),
    turned: !!(flags & 4), score: [view.getUint8(7), view.getUint8(8)], carrier: view.getInt8(9),
    ball: [10, 12, 14].map((at) => view.getInt16(at, true) / 100), players: [] };
  for (let slot = 0; slot < SLOTS; slot++) {
    const at = HEAD + slot * PLAYER, told = view.getUint8(at + 4);
    frame.players.push({ x: view.getInt16(at, true) / 100, y: view.getInt16(at + 2, true) / 100, on: !!(told & 1), push: !!(told & 2), stay: !!(told & 4), steered: !!(told & 8) });
  }
  return frame;
}

export class PitchView {
  constructor(canvas) {
    this.canvas = canvas;
    this.frames = [];
    this.numbers = [];
    this.own = null;
    this.lean = [0, 0]; // where one's own player is asked to run, on the screen
    new ResizeObserver(() => this.draw()).observe(canvas);
  }

  add(frame) {
    this.frames = [...this.frames.slice(-1), { ...frame, at: performance.now() }];
    if (!this.drawing) { this.drawing = true; requestAnimationFrame(() => this.loop()); }
  }

  loop() {
    this.draw();
    const last = this.frames.at(-1);
    if (last && performance.now() - last.at < 300 && !document.hidden) requestAnimationFrame(() => this.loop());
    else this.drawing = false;
  }

  // Metres to pixels: my side attacks to the right, or upwards where the screen is tall.
  place(x, y) {
    const sign = this.frames.at(-1)?.turned ? -1 : 1;
    const [ax, ay] = [x * sign, y * sign];
    return this.tall ? [this.middle[0] - ay * this.scale, this.middle[1] - ax * this.scale] : [this.middle[0] + ax * this.scale, this.middle[1] - ay * this.scale];
  }

  measure() {
    const ratio = Math.min(devicePixelRatio || 1, 2);
    const width = Math.round(this.canvas.clientWidth * ratio), height = Math.round(this.canvas.clientHeight * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) { this.canvas.width = width; this.canvas.height = height; }
    this.tall = height > width;
    const [across, along] = this.tall ? [WIDTH, LENGTH] : [LENGTH, WIDTH];
    this.scale = Math.min(width / (across + 2 * MARGIN), height / (along + 2 * MARGIN));
    this.middle = [width / 2, height / 2];
  }

  draw() {
    this.measure();
    const pen = this.canvas.getContext("2d");
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.lines(pen);
    const [before, now] = this.frames.length > 1 ? this.frames : [this.frames[0], this.frames[0]];
    if (!now) return;
    const share = before === now ? 1 : Math.min(1, (performance.now() - now.at) / Math.max(50, now.at - before.at));
    const between = (a, b) => (Math.hypot(b.x - a.x, b.y - a.y) > 6 ? b : { ...b, x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
    now.players.forEach((player, slot) => { if (player.on) this.player(pen, between(before.players[slot], player), slot); });
    const [bx, by, bz] = now.ball;
    const ball = between({ x: before.ball[0], y: before.ball[1] }, { x: bx, y: by });
    this.ball(pen, ball, bz);
  }

  lines(pen) {
    pen.fillStyle = "#1e5b3c";
    this.box(pen, -LENGTH / 2, -WIDTH / 2, LENGTH, WIDTH, true);
    pen.strokeStyle = "#ddebe2";
    pen.lineWidth = Math.max(1, this.scale * 0.2);
    this.box(pen, -LENGTH / 2, -WIDTH / 2, LENGTH, WIDTH);
    this.box(pen, 0, -WIDTH / 2, 0, WIDTH);
    for (const end of [-1, 1]) for (const [deep, half] of [[16.5, 20.16], [5.5, 9.16], [-2, 3.66]]) {
      this.box(pen, end * LENGTH / 2, -half, -end * deep, 2 * half);
    }
    pen.beginPath();
    pen.arc(...this.middle, 9.15 * this.scale, 0, 7);
    pen.stroke();
  }

  box(pen, x, y, dx, dy, filled = false) {
    const [ax, ay] = this.place(x, y), [bx, by] = this.place(x + dx, y + dy);
    if (filled) pen.fillRect(Math.min(ax, bx), Math.min(ay, by), Math.abs(bx - ax), Math.abs(by - ay));
    else pen.strokeRect(Math.min(ax, bx), Math.min(ay, by), Math.abs(bx - ax), Math.abs(by - ay));
  }

  // Home are amber discs with dark numbers, away indigo squares with white ones: shape and light tell them apart.
  player(pen, player, slot) {
    const [x, y] = this.place(player.x, player.y), size = Math.max(7, this.scale * 1.5), home = slot < 11;
    pen.beginPath();
    if (home) pen.arc(x, y, size, 0, 7); else pen.rect(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
    pen.fillStyle = home ? "#ffd23f" : "#2a1b52";
    pen.fill();
    pen.lineWidth = Math.max(1, size * 0.15);
    pen.strokeStyle = home ? "#0e1620" : "#fff";
    pen.stroke();
    pen.fillStyle = home ? "#0e1620" : "#fff";
    pen.font = `700 ${Math.round(size * 1.15)}px system-ui, sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(String(this.numbers[slot] ?? ""), x, y + size * 0.05);
    if (home && player.steered) this.call(pen, player, x, y, size);
    if (slot === this.own) this.ring(pen, x, y, size);
  }

  // Above a steered player: an arrow when he is told to push, a shield's bar when he is told to stay.
  call(pen, player, x, y, size) {
    pen.fillStyle = player.push ? "#fff55a" : "#45a6f0";
    pen.strokeStyle = "#0b1118";
    pen.lineWidth = 1;
    pen.beginPath();
    if (player.push) { pen.moveTo(x, y - size * 2.3); pen.lineTo(x + size * 0.7, y - size * 1.35); pen.lineTo(x - size * 0.7, y - size * 1.35); pen.closePath(); }
    else pen.rect(x - size * 0.7, y - size * 1.7, size * 1.4, size * 0.4);
    pen.fill();
    pen.stroke();
  }

  ring(pen, x, y, size) {
    pen.strokeStyle = "#fff";
    pen.lineWidth = Math.max(2, size * 0.25);
    pen.beginPath();
    pen.arc(x, y, size * 1.5, 0, 7);
    pen.stroke();
    const [dx, dy] = this.lean;
    if (Math.hypot(dx, dy) > 0.2) this.arrow(pen, x, y, Math.atan2(dy, dx), size);
  }

  arrow(pen, x, y, way, size) {
    pen.save();
    pen.translate(x, y);
    pen.rotate(way);
    pen.beginPath();
    pen.moveTo(size * 3.4, 0);
    pen.lineTo(size * 2, -size);
    pen.lineTo(size * 2, size);
    pen.closePath();
    pen.fillStyle = "#fff";
    pen.fill();
    pen.strokeStyle = "#0b1118";
    pen.lineWidth = Math.max(1, size * 0.15);
    pen.stroke();
    pen.restore();
  }

  ball(pen, ball, height) {
    const [x, y] = this.place(ball.x, ball.y), size = Math.max(3.5, this.scale * 0.55) * (1 + Math.min(height, 8) / 10);
    pen.beginPath();
    pen.arc(x, y, size, 0, 7);
    pen.fillStyle = "#fff";
    pen.fill();
    pen.strokeStyle = "#0b1118";
    pen.lineWidth = Math.max(1, size * 0.3);
    pen.stroke();
  }
}
