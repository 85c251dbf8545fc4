// The picture of the town: a dot for everyone, moving among zones; turning points flash with their kind.

import { h } from "vp/dom";
import { ABSENT } from "vp/recording";
import { INK, LOOKS, ZONES, hatch, paint, zoneOf } from "vp/looks";
import { slotsOf } from "vp/slots";
import { nameOf, number, percent, placeName, t, word } from "vp/words";

const COLUMNS = [[1, 3], [0, 2], [4, 5, 6]];
const LEAST_SHARE = { 0: 0.34, 1: 0.34, 2: 0.34, 3: 0.34, 4: 0.3, 5: 0.22, 6: 0.22 };
const FLASH_SECONDS = 1.6;
const MOST_LABELS = 5;
const SETTLING = 6.5;

export class Stage {
  constructor(options = {}) {
    this.canvas = h("canvas", { class: "stage", role: "img", tabindex: "0" });
    // Zones and headings lie on a canvas of their own beneath: they change once a week, the dots sixty times a second.
    this.floor = h("canvas", { class: "stage", "aria-hidden": "true" });
    this.element = h("div", { class: "stage-box" }, this.floor, this.canvas);
    this.context = this.canvas.getContext("2d");
    this.pick = options.pick;
    this.flashes = [];
    this.frames = [];
    this.week = 0;
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.canvas.addEventListener("click", (event) => this.picked(event));
    this.resizing = new ResizeObserver(() => this.measure());
    this.resizing.observe(this.element);
  }

  show(recording, needs) {
    this.recording = recording;
    const { slots, most } = slotsOf(recording);
    this.slots = slots;
    this.most = needs ? most.map((own, zone) => Math.max(own, needs[zone])) : most;
    this.x = new Float32Array(recording.people);
    this.y = new Float32Array(recording.people);
    this.seen = new Uint8Array(recording.people);
    this.flashes = [];
    this.measure();
    this.goTo(Math.min(this.week, recording.weeks - 1), false);
    this.start();
  }

  start() {
    if (this.running) return;
    this.running = true;
    const frame = (moment) => {
      if (!this.running || !this.canvas.isConnected) {
        this.running = false;
        return;
      }
      this.draw(moment);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  stop() {
    this.running = false;
    this.resizing.disconnect();
  }

  goTo(week, forward = true) {
    const next = Math.min(week, this.recording.weeks - 1);
    const first = forward && next > this.week && next - this.week <= 8 ? this.week + 1 : next;
    this.week = next;
    if (forward) for (let at = first; at <= next; at += 1) this.flash(at);
    if (this.zones) this.paintFloor();
    this.say();
  }

  flash(week) {
    const turns = [...this.recording.turns[week]].sort((one, other) => (other.turned === 1) - (one.turned === 1));
    turns.forEach((turn, place) => this.flashes.push({ ...turn, born: null, named: place < 2 && turn.turned === 1 }));
    const named = this.flashes.filter((flash) => flash.named);
    for (const old of named.slice(0, Math.max(0, named.length - MOST_LABELS))) old.named = false;
  }

  measure() {
    const box = this.element.getBoundingClientRect();
    if (!box.width || !box.height || !this.recording) return;
    this.ratio = Math.min(window.devicePixelRatio || 1, 2);
    this.width = box.width;
    this.height = box.height;
    for (const canvas of [this.canvas, this.floor]) {
      canvas.width = Math.round(box.width * this.ratio);
      canvas.height = Math.round(box.height * this.ratio);
    }
    this.text = Math.max(13, Math.min(box.width / 50, 24));
    this.zones = this.layout();
    this.cell = this.fittingCell();
    this.sprites = LOOKS.map((_, zone) => this.sprite(zone));
    this.settled = false;
    this.paintFloor();
  }

  // Columns and rows as large as the most people they ever hold, with room for a heading each.
  layout() {
    const gap = 8;
    const need = (zone) => Math.max(this.most[zone], 12);
    const wide = COLUMNS.map((zones) => Math.sqrt(zones.reduce((sum, zone) => sum + need(zone), 0)));
    const total = wide.reduce((sum, each) => sum + each, 0);
    const least = 0.26;
    const share = wide.map((each) => Math.max(each / total, least));
    const scale = share.reduce((sum, each) => sum + each, 0);
    const zones = new Array(ZONES);
    let x = 0;
    COLUMNS.forEach((column, place) => {
      const width = ((this.width - 2 * gap) * share[place]) / scale;
      const needs = column.reduce((sum, zone) => sum + need(zone), 0);
      const heights = column.map((zone) => Math.max(need(zone) / needs, LEAST_SHARE[zone]));
      const all = heights.reduce((sum, each) => sum + each, 0);
      let y = 0;
      column.forEach((zone, row) => {
        const height = ((this.height - gap * (column.length - 1)) * heights[row]) / all;
        zones[zone] = { x, y, width, height };
        y += height + gap;
      });
      x += width + gap;
    });
    return zones;
  }

  fittingCell() {
    const head = 1.9 * this.text;
    let cell = 30;
    this.zones.forEach((zone, place) => {
      const people = Math.max(this.most[place], 1);
      let fits = 30;
      while (fits > 5 && Math.floor((zone.width - 16) / fits) * Math.floor((zone.height - head - 10) / fits) < people) fits -= 0.25;
      cell = Math.min(cell, fits);
    });
    return cell;
  }

  sprite(zone) {
    const size = Math.ceil(this.cell * 1.3 * this.ratio);
    const tile = document.createElement("canvas");
    tile.width = size;
    tile.height = size;
    paint(tile.getContext("2d"), zone, size / 2, size / 2, this.cell * 0.36 * this.ratio);
    return tile;
  }

  target(person) {
    const place = this.recording.placeOf(person, this.week);
    if (place === ABSENT) return null;
    const zone = zoneOf(place);
    const box = this.zones[zone];
    const slot = this.slots[this.week * this.recording.people + person];
    const across = Math.max(Math.floor((box.width - 16) / this.cell), 1);
    return {
      zone, x: box.x + 8 + (slot % across + 0.5) * this.cell,
      y: box.y + 1.9 * this.text + (Math.floor(slot / across) + 0.5) * this.cell,
    };
  }

  draw(moment) {
    if (!this.zones) return;
    const passed = this.last ? Math.min((moment - this.last) / 1000, 0.1) : 0;
    this.note(moment);
    this.last = moment;
    const { context, ratio } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.dots(context, this.still.matches || !this.settled ? 1 : 1 - Math.exp(-passed * SETTLING));
    this.settled = true;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.rings(context, moment);
  }

  dots(context, way) {
    const { ratio, recording } = this;
    const half = this.sprites[0].width / 2;
    for (let person = 0; person < recording.people; person += 1) {
      const aim = this.target(person);
      if (!aim) {
        this.seen[person] = 0;
        continue;
      }
      const share = this.seen[person] ? way : 1;
      this.x[person] += (aim.x - this.x[person]) * share;
      this.y[person] += (aim.y - this.y[person]) * share;
      this.seen[person] = 1;
      context.drawImage(this.sprites[aim.zone], this.x[person] * ratio - half, this.y[person] * ratio - half);
    }
  }

  paintFloor() {
    const context = this.floor.getContext("2d");
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, this.width, this.height);
    this.zones.forEach((box, zone) => {
      context.beginPath();
      context.roundRect(box.x + 1, box.y + 1, box.width - 2, box.height - 2, 10);
      context.fillStyle = hatch(context, zone, false);
      context.fill();
      context.lineWidth = 2;
      context.strokeStyle = LOOKS[zone].colour;
      context.stroke();
    });
    this.heads(context);
  }

  heads(context) {
    const counts = this.counted();
    const all = counts.reduce((sum, count) => sum + count, 0);
    context.textBaseline = "middle";
    this.zones.forEach((box, zone) => {
      const y = box.y + this.text;
      paint(context, zone, box.x + 10 + this.text * 0.45, y, this.text * 0.42);
      context.fillStyle = INK;
      const share = percent(all ? counts[zone] / all : 0);
      const room = box.width - 34 - this.text;
      // Whole words before large ones: the heading shrinks until name and number fit beside each other.
      let size = this.text;
      let told = `${number(counts[zone])} · ${share}`;
      const width = () => context.measureText(zoneName(zone)).width + context.measureText(told).width;
      for (; ; size -= 0.5) {
        context.font = `600 ${size}px system-ui, sans-serif`;
        if (width() <= room || size <= 0.72 * this.text) break;
      }
      if (width() > room) told = number(counts[zone]);
      context.textAlign = "right";
      context.fillText(told, box.x + box.width - 10, y);
      context.textAlign = "left";
      context.fillText(shortened(context, zoneName(zone), room - context.measureText(told).width), box.x + 16 + this.text, y);
    });
  }

  rings(context, moment) {
    this.flashes = this.flashes.filter((flash) => flash.born === null || moment - flash.born < FLASH_SECONDS * 1000);
    for (const flash of this.flashes) {
      if (flash.born === null) flash.born = moment;
      const age = (moment - flash.born) / (FLASH_SECONDS * 1000);
      const up = flash.code < 40;
      const x = this.x[flash.person];
      const y = this.y[flash.person];
      context.globalAlpha = Math.max(1 - age, 0);
      context.strokeStyle = up ? "#0a5fd6" : "#b3261e";
      // Those that held stand out; of the many that might have turned something, a thin ring is enough.
      const held = flash.turned === 1;
      context.lineWidth = held ? 4 : 1.5;
      context.beginPath();
      context.arc(x, y, this.cell * (0.6 + (this.still.matches ? 0.3 : age * (held ? 0.9 : 0.25))), 0, 2 * Math.PI);
      context.stroke();
      if (flash.named) this.label(context, `${up ? "▲" : "▼"} ${word("turning", flash.code)}`, x, y, up);
    }
    context.globalAlpha = 1;
  }

  label(context, words, x, y, up) {
    context.font = `600 ${0.85 * this.text}px system-ui, sans-serif`;
    const width = context.measureText(words).width + 14;
    const left = Math.min(Math.max(x - width / 2, 2), this.width - width - 2);
    const top = Math.max(y - this.cell - 1.5 * this.text, 2);
    context.fillStyle = up ? "#0a4fb3" : "#9c1c15";
    context.beginPath();
    context.roundRect(left, top, width, 1.35 * this.text, 6);
    context.fill();
    context.fillStyle = "#ffffff";
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillText(words, left + 7, top + 0.7 * this.text);
  }

  counted() {
    const counts = new Array(ZONES).fill(0);
    this.recording.counts(this.week).forEach((count, place) => {
      counts[zoneOf(place)] += count;
    });
    return counts;
  }

  say() {
    const counts = this.counted();
    const parts = counts.map((count, zone) => `${zoneName(zone)}: ${count}`).join(", ");
    this.canvas.setAttribute("aria-label", t("stage.aria", { week: this.week + 1, parts }));
  }

  picked(event) {
    if (!this.pick || !this.recording) return;
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    let [nearest, best] = [this.cell * this.cell, -1];
    for (let person = 0; person < this.recording.people; person += 1) {
      const far = (this.x[person] - x) ** 2 + (this.y[person] - y) ** 2;
      if (this.seen[person] && far < nearest) [nearest, best] = [far, person];
    }
    if (best >= 0) this.pick(this.recording.columns.citizen[best]);
  }

  // Frames of the last seconds, so that smoothness can be measured and not only felt.
  note(moment) {
    this.frames.push(moment);
    if (this.frames.length > 240) this.frames.shift();
  }

  framesASecond() {
    const [first, last] = [this.frames[0], this.frames[this.frames.length - 1]];
    return this.frames.length > 1 ? (1000 * (this.frames.length - 1)) / (last - first) : 0;
  }
}

export function zoneName(zone) {
  return zone < 5 ? placeName(zone) : t(`zone.${zone}`);
}

export function personName(recording, person) {
  const citizen = recording.columns.citizen[person];
  return t("person.name", { name: nameOf(citizen, recording.columns.person_female[person]), number: citizen });
}

function shortened(context, words, room) {
  if (context.measureText(words).width <= room) return words;
  let short = words;
  while (short.length > 1 && context.measureText(`${short}…`).width > room) short = short.slice(0, -1);
  return `${short}…`;
}
