// The picture of the town: a dot for everyone, moving among zones; turning points flash with their kind.

import { time } from "vp/clock";
import { h } from "vp/dom";
import { ABSENT } from "vp/recording";
import { Flashes } from "vp/flashes";
import { paintFloor } from "vp/floor";
import { LOOKS, ZONES, paint, zoneOf } from "vp/looks";
import { t, zoneName } from "vp/words";
import { fittingCell, zonesIn } from "vp/zones";

const SETTLING = 6.5; // of the way left, so much a second: people glide to their places
const HEAD = 1.9; // lines of text above the people of a zone

export class Stage {
  constructor(options = {}) {
    this.canvas = h("canvas", { class: "stage", role: "img", tabindex: "0" });
    // Zones and headings lie on a canvas of their own beneath: they change once a week, the dots sixty times a second.
    this.floor = h("canvas", { class: "stage", "aria-hidden": "true" });
    this.element = h("div", { class: "stage-box" }, this.floor, this.canvas);
    this.context = this.canvas.getContext("2d");
    this.pick = options.pick;
    this.flashes = new Flashes();
    this.week = 0;
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.canvas.addEventListener("click", (event) => this.picked(event));
    this.resizing = new ResizeObserver(() => this.measure());
    this.resizing.observe(this.element);
  }

  // slots: where each person stands in every week; most: the places each zone must hold.
  show(recording, slots, most) {
    Object.assign(this, { recording, slots, most });
    this.x = new Float32Array(recording.people);
    this.y = new Float32Array(recording.people);
    this.seen = new Uint8Array(recording.people);
    this.flashes.clear();
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
    if (!time().playing) this.flashes.clear();
    if (forward) for (let at = first; at <= next; at += 1) this.flashes.add(this.recording.turns[at]);
    this.counts = this.counted();
    if (this.zones) this.paintFloor();
    this.say();
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
    this.zones = zonesIn(box, this.most);
    this.cell = fittingCell(this.zones, this.most, HEAD * this.text);
    this.sprites = LOOKS.map((_, zone) => this.sprite(zone));
    this.settled = false;
    this.paintFloor();
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
      y: box.y + HEAD * this.text + (Math.floor(slot / across) + 0.5) * this.cell,
    };
  }

  draw(moment) {
    if (!this.zones) return;
    const passed = this.last ? Math.min((moment - this.last) / 1000, 0.1) : 0;
    this.last = moment;
    const { context, ratio } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.dots(context, this.still.matches || !this.settled ? 1 : 1 - Math.exp(-passed * SETTLING));
    this.settled = true;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.flashes.draw(context, time().playing ? passed : 0, { x: this.x, y: this.y, cell: this.cell, text: this.text, width: this.width, still: this.still.matches });
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
    paintFloor(this.floor, { zones: this.zones, counts: this.counts ?? this.counted(), text: this.text, ratio: this.ratio });
  }

  counted() {
    const counts = new Array(ZONES).fill(0);
    this.recording.counts(this.week).forEach((count, place) => {
      counts[zoneOf(place)] += count;
    });
    return counts;
  }

  say() {
    const parts = this.counts.map((count, zone) => `${zoneName(zone)}: ${count}`).join(", ");
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
}
