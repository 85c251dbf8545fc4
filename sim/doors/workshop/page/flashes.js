// Turning points as they happen: a ring that fades around a person, and for the latest that held their kind in words.
// While the town stands still, so do the rings: one can point at them.

import { word } from "vp/words";

const FLASH_SECONDS = 1.6;
const MOST_LABELS = 5;
const UP = { ring: "#0a5fd6", label: "#0a4fb3" };
const DOWN = { ring: "#b3261e", label: "#9c1c15" };

export class Flashes {
  constructor() {
    this.living = [];
  }

  clear() {
    this.living = [];
  }

  add(turns) {
    const ranked = [...turns].sort((one, other) => (other.turned === 1) - (one.turned === 1));
    ranked.forEach((turn, place) => this.living.push({ ...turn, age: 0, named: place < 2 && turn.turned === 1 }));
    const named = this.living.filter((flash) => flash.named);
    for (const old of named.slice(0, Math.max(0, named.length - MOST_LABELS))) old.named = false;
  }

  // look: where people are (x, y), and the size of a cell, of the text and of the picture.
  // passed: seconds of playing since the last picture.
  draw(context, passed, look) {
    const { cell, text, width, still } = look;
    this.living = this.living.filter((flash) => flash.age < 1);
    for (const flash of this.living) {
      const { age } = flash;
      flash.age += passed / FLASH_SECONDS;
      const up = flash.code < 40;
      const x = look.x[flash.person];
      const y = look.y[flash.person];
      context.globalAlpha = Math.max(1 - age, 0);
      context.strokeStyle = (up ? UP : DOWN).ring;
      // Those that held stand out; of the many that might have turned something, a thin ring is enough.
      const held = flash.turned === 1;
      context.lineWidth = held ? 4 : 1.5;
      context.beginPath();
      context.arc(x, y, cell * (0.6 + (still ? 0.3 : age * (held ? 0.9 : 0.25))), 0, 2 * Math.PI);
      context.stroke();
      if (flash.named) label(context, `${up ? "▲" : "▼"} ${word("turning", flash.code)}`, { x, y: y - cell, colour: (up ? UP : DOWN).label, text, whole: width });
    }
    context.globalAlpha = 1;
  }
}

function label(context, words, { x, y, colour, text, whole }) {
  context.font = `600 ${0.85 * text}px system-ui, sans-serif`;
  const width = context.measureText(words).width + 14;
  const left = Math.min(Math.max(x - width / 2, 2), whole - width - 2);
  const top = Math.max(y - 1.5 * text, 2);
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(left, top, width, 1.35 * text, 6);
  context.fill();
  context.fillStyle = "#ffffff";
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillText(words, left + 7, top + 0.7 * text);
}
