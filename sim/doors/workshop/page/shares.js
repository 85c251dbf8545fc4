// The growing picture of phase shares: a stacked chart that has come as far as the week being shown.

import uPlot from "uplot";
import { h } from "vp/dom";
import { LOOKS, ZONES, hatch, zoneOf } from "vp/looks";
import { percent, t, zoneName } from "vp/words";

const ORDER = [4, 0, 1, 2, 3, 5, 6];

export class Shares {
  constructor() {
    this.box = h("div", { class: "chart", role: "img" });
    this.key = h("p", { class: "key small" });
    this.element = h("section", { class: "panel grow" }, h("h3", {}, t("shares.title")), this.box);
    this.resizing = new ResizeObserver(() => this.fit());
    this.resizing.observe(this.box);
  }

  show(recording) {
    this.recording = recording;
    const whole = Array.from({ length: recording.weeks }, (_, week) => {
      const zones = new Array(ZONES).fill(0);
      recording.counts(week).forEach((count, place) => {
        zones[zoneOf(place)] += count;
      });
      return zones;
    });
    const totals = whole.map((zones) => zones.reduce((sum, count) => sum + count, 0) || 1);
    let below = new Array(recording.weeks).fill(0);
    this.stacked = ORDER.map((zone) => {
      below = below.map((sum, week) => sum + whole[week][zone] / totals[week]);
      return below;
    });
    this.whole = whole;
    this.totals = totals;
    this.plot?.destroy();
    this.plot = new uPlot(this.options(), this.upTo(0), this.box);
    this.fit();
  }

  options() {
    const size = this.textSize();
    const font = `${size}px system-ui, sans-serif`;
    const ratio = window.devicePixelRatio || 1;
    const series = [...ORDER].map((zone, place) => ({
      stroke: LOOKS[zone].colour, width: 1.5, points: { show: false },
      // The lowest area reaches the ground; the others are filled down to the line beneath them.
      fill: place === 0 ? (u) => hatch(u.ctx, zone, true, ratio) : undefined,
    }));
    return {
      width: 300, height: 180, legend: { show: false }, cursor: { show: false }, padding: [8, 2.2 * size, 0, 4],
      scales: { x: { time: false, range: [0, this.recording.weeks - 1] }, y: { range: [0, 1] } },
      axes: [
        { font, size: 2.4 * size, values: (_, marks) => marks.map((week) => t("axis.year", { year: Math.round(week / 52) })),
          splits: () => Array.from({ length: Math.floor(this.recording.weeks / 52) + 1 }, (_, year) => 52 * year), grid: { show: false } },
        { font, size: 4.2 * size, values: (_, marks) => marks.map((share) => percent(share)), splits: () => [0, 0.5, 1] },
      ],
      series: [{}, ...series],
      bands: ORDER.slice(1).map((zone, place) => ({
        series: [place + 2, place + 1], fill: (u) => hatch(u.ctx, zone, true, ratio) })),
    };
  }

  textSize() {
    return Math.max(12, 0.7 * parseFloat(getComputedStyle(document.documentElement).fontSize));
  }

  upTo(week) {
    const weeks = Array.from({ length: this.recording.weeks }, (_, at) => at);
    return [weeks, ...this.stacked.map((line) => line.map((share, at) => (at <= week ? share : null)))];
  }

  goTo(week) {
    if (!this.plot) return;
    this.plot.setData(this.upTo(week), true);
    const told = this.whole[week].map((count, zone) => `${zoneName(zone)} ${percent(count / this.totals[week])}`).join(", ");
    this.box.setAttribute("aria-label", t("shares.aria", { week: week + 1, parts: told }));
  }

  fit() {
    const { width, height } = this.box.getBoundingClientRect();
    if (this.plot && width > 60 && height > 60) this.plot.setSize({ width: Math.floor(width), height: Math.floor(height) });
  }
}
