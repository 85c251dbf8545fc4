// The floor of the picture: zones with their patterns, names and numbers. It changes once a week.

import { INK, LOOKS, hatch, paint } from "vp/looks";
import { number, percent, zoneName } from "vp/words";

export function paintFloor(canvas, { zones, counts, text, ratio }) {
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width / ratio, canvas.height / ratio);
  zones.forEach((box, zone) => {
    context.beginPath();
    context.roundRect(box.x + 1, box.y + 1, box.width - 2, box.height - 2, 10);
    context.fillStyle = hatch(context, zone, false);
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = LOOKS[zone].colour;
    context.stroke();
  });
  heads(context, zones, counts, text);
}

function heads(context, zones, counts, text) {
  const all = counts.reduce((sum, count) => sum + count, 0);
  context.textBaseline = "middle";
  zones.forEach((box, zone) => {
    const y = box.y + text;
    paint(context, zone, box.x + 10 + text * 0.45, y, text * 0.42);
    context.fillStyle = INK;
    const share = percent(all ? counts[zone] / all : 0);
    const room = box.width - 34 - text;
    // Whole words before large ones: the heading shrinks until name and number fit beside each other.
    let size = text;
    let told = `${number(counts[zone])} · ${share}`;
    const width = () => context.measureText(zoneName(zone)).width + context.measureText(told).width;
    for (; ; size -= 0.5) {
      context.font = `600 ${size}px system-ui, sans-serif`;
      if (width() <= room || size <= 0.72 * text) break;
    }
    if (width() > room) told = number(counts[zone]);
    context.textAlign = "right";
    context.fillText(told, box.x + box.width - 10, y);
    context.textAlign = "left";
    context.fillText(shortened(context, zoneName(zone), room - context.measureText(told).width), box.x + 16 + text, y);
  });
}

function shortened(context, words, room) {
  if (context.measureText(words).width <= room) return words;
  let short = words;
  while (short.length > 1 && context.measureText(`${short}…`).width > room) short = short.slice(0, -1);
  return `${short}…`;
}
