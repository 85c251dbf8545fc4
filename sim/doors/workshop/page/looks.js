// How places look: a colour, a shape and a hatching each, so that colour is never the only mark.

export const INK = "#17212b";
export const QUIET = "#4b5965";
export const LINE = "#c4ccd4";

// Progression, stagnation, setback, derailment, work, education and self-support, pension and left.
export const LOOKS = [
  { colour: "#0b7a53", tint: "#e4f4ed", shape: "circle", hatch: "none" },
  { colour: "#5b6672", tint: "#eef0f3", shape: "square", hatch: "dots" },
  { colour: "#a85400", tint: "#fbeede", shape: "down", hatch: "falling" },
  { colour: "#8a1c5c", tint: "#f8e6f0", shape: "diamond", hatch: "cross" },
  { colour: "#124fb3", tint: "#e3ecfb", shape: "star", hatch: "rising" },
  { colour: "#0e6a80", tint: "#e2f2f6", shape: "up", hatch: "upright" },
  { colour: "#474747", tint: "#f0f0f0", shape: "ring", hatch: "level" },
];
export const ZONES = LOOKS.length;

// Which zone of the picture a place lies in.
export function zoneOf(place) {
  if (place <= 4) return place;
  return place <= 6 ? 5 : 6;
}

export function trace(context, shape, x, y, r) {
  context.beginPath();
  if (shape === "circle" || shape === "ring") {
    context.arc(x, y, r, 0, 2 * Math.PI);
  } else if (shape === "square") {
    context.rect(x - 0.86 * r, y - 0.86 * r, 1.72 * r, 1.72 * r);
  } else if (shape === "star") {
    for (let corner = 0; corner < 10; corner += 1) {
      const length = corner % 2 ? 0.52 * r : 1.18 * r;
      const angle = (corner * Math.PI) / 5 - Math.PI / 2;
      context.lineTo(x + length * Math.cos(angle), y + length * Math.sin(angle));
    }
  } else {
    const corners = { down: [[-1, -0.8], [1, -0.8], [0, 1.05]], up: [[-1, 0.8], [1, 0.8], [0, -1.05]],
      diamond: [[0, -1.2], [1.05, 0], [0, 1.2], [-1.05, 0]] }[shape];
    for (const [dx, dy] of corners) context.lineTo(x + dx * r, y + dy * r);
  }
  context.closePath();
}

export function paint(context, zone, x, y, r) {
  const { colour, shape } = LOOKS[zone];
  trace(context, shape, x, y, shape === "ring" ? 0.8 * r : r);
  if (shape === "ring") {
    context.strokeStyle = colour;
    context.lineWidth = Math.max(1.5, 0.45 * r);
    context.stroke();
  } else {
    context.fillStyle = colour;
    context.fill();
  }
}

function hatched(kind, ground, ink, scale) {
  const tile = document.createElement("canvas");
  const size = Math.round(10 * scale);
  tile.width = size;
  tile.height = size;
  const context = tile.getContext("2d");
  context.fillStyle = ground;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = ink;
  context.fillStyle = ink;
  context.lineWidth = Math.max(1, 1.4 * scale);
  const lines = {
    rising: [[[-1, size + 1], [size + 1, -1]], [[-2, 2], [2, -2]], [[size - 2, size + 2], [size + 2, size - 2]]],
    falling: [[[-1, -1], [size + 1, size + 1]], [[size - 2, -2], [size + 2, 2]], [[-2, size - 2], [2, size + 2]]],
    upright: [[[size / 2, 0], [size / 2, size]]],
    level: [[[0, size / 2], [size, size / 2]]],
    cross: [[[size / 2, 0], [size / 2, size]], [[0, size / 2], [size, size / 2]]],
  }[kind] ?? [];
  for (const [[x0, y0], [x1, y1]] of lines) {
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  }
  if (kind === "dots") {
    context.beginPath();
    context.arc(size / 2, size / 2, 1.5 * scale, 0, 2 * Math.PI);
    context.fill();
  }
  return tile;
}

const made = new Map();

// A canvas pattern for a zone; strong ones fill charts, faint ones lie behind dots.
export function hatch(context, zone, strong, scale = 1) {
  const key = `${zone}${strong}${scale}`;
  if (!made.has(key)) {
    const { colour, tint, hatch: kind } = LOOKS[zone];
    made.set(key, strong ? hatched(kind, colour, "rgba(255,255,255,0.55)", scale) : hatched(kind, tint, `${colour}22`, scale));
  }
  return context.createPattern(made.get(key), "repeat");
}
