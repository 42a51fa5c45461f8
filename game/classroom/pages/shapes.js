// Shapes that go with the answers, so that nothing is told by colour alone.
const PATHS = {
  shield: "M12 2 21 5v7c0 5-4 8-9 10-5-2-9-5-9-10V5z",
  arrow: "M12 2 22 13h-6v9H8v-9H2z",
  disc: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z",
  square: "M4 4h16v16H4z",
  triangle: "M12 3 22 21H2z",
  diamond: "M12 2 22 12 12 22 2 12z",
};

export function shape(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "shape");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name] || PATHS.disc);
  path.setAttribute("fill", "currentColor");
  svg.append(path);
  return svg;
}
