// Lines over the weeks: one for every run, and the group's forecast, drawn by hand and left standing.

import uPlot from "uplot";
import { h } from "vp/dom";
import { INK } from "vp/looks";
import { percent, t } from "vp/words";

// A colour, a dash and a thickness each; the base run comes first.
export const LINES = [
  { colour: "#4b5965", dash: [] }, { colour: "#124fb3", dash: [] }, { colour: "#a85400", dash: [10, 5] },
  { colour: "#0b7a53", dash: [3, 4] }, { colour: "#8a1c5c", dash: [14, 4, 3, 4] }, { colour: "#0e6a80", dash: [6, 6] },
  { colour: "#6b4f00", dash: [2, 6] }, { colour: "#474747", dash: [16, 8] },
];
const FORECAST = "#b3261e";

export class Curves {
  constructor({ drawn }) {
    this.drawn = drawn;
    this.box = h("div", { class: "chart curves", role: "img" });
    this.resizing = new ResizeObserver(() => this.fit());
    this.resizing.observe(this.box);
    this.drawing = false;
  }

  // lines: [{ values, low, high, look }]; forecasts: [{ values, look }]; open: whether a forecast may be drawn now.
  show({ weeks, lines, forecasts, open, told }) {
    this.weeks = weeks;
    this.open = open;
    const highest = Math.max(...lines.flatMap(({ values, high }) => [...values, ...(high ?? [])]),
      ...forecasts.flatMap(({ values }) => values.filter((value) => value !== null)));
    this.top = Math.min(1, Math.max(0.1, Math.ceil(12 * highest) / 10));
    const x = Array.from({ length: weeks }, (_, week) => week);
    const data = [x];
    const series = [{}];
    const bands = [];
    for (const { values, low, high, look } of lines) {
      if (low) {
        data.push(high, low);
        series.push({ stroke: "transparent", points: { show: false } }, { stroke: "transparent", points: { show: false } });
        bands.push({ series: [series.length - 2, series.length - 1], fill: `${look.colour}1f` });
      }
      data.push(values);
      series.push({ stroke: look.colour, width: 3, dash: look.dash, points: { show: false } });
    }
    for (const { values, look } of forecasts) {
      data.push(values);
      series.push({ stroke: look?.colour ?? FORECAST, width: 4, dash: [2, 7], cap: "round", points: { show: false }, spanGaps: true });
    }
    this.plot?.destroy();
    this.plot = new uPlot(this.options(series, bands), data, this.box);
    this.box.setAttribute("aria-label", told);
    this.fit();
    if (open) this.listen();
  }

  options(series, bands) {
    const size = Math.max(13, 0.8 * parseFloat(getComputedStyle(document.documentElement).fontSize));
    const font = `${size}px system-ui, sans-serif`;
    const years = () => Array.from({ length: Math.floor(this.weeks / 52) + 1 }, (_, year) => 52 * year);
    return {
      width: 400, height: 240, legend: { show: false }, cursor: { show: false }, padding: [10, 2.4 * size, 0, 4], series, bands,
      scales: { x: { time: false, range: [0, this.weeks - 1] }, y: { range: () => [0, this.top] } },
      axes: [
        { font, size: 2 * size, stroke: INK, splits: years, values: (_, marks) => marks.map((week) => t("axis.year", { year: Math.round(week / 52) })) },
        { font, size: 4.2 * size, space: 3.2 * size, stroke: INK, values: (_, marks) => marks.map((share) => percent(share)) },
      ],
    };
  }

  listen() {
    const over = this.plot.over;
    over.style.touchAction = "none";
    over.style.cursor = "crosshair";
    let last = null;
    const point = (event) => {
      const box = over.getBoundingClientRect();
      const week = Math.round(this.plot.posToVal(event.clientX - box.left, "x"));
      const share = this.plot.posToVal(event.clientY - box.top, "y");
      return { week: Math.min(Math.max(week, 0), this.weeks - 1), share: Math.min(Math.max(share, 0), this.top) };
    };
    over.addEventListener("pointerdown", (event) => {
      over.setPointerCapture(event.pointerId);
      this.sketch = this.sketch ?? new Array(this.weeks).fill(null);
      last = point(event);
      this.put(last, last);
    });
    over.addEventListener("pointermove", (event) => {
      if (!last || !over.hasPointerCapture(event.pointerId)) return;
      const next = point(event);
      this.put(last, next);
      last = next;
    });
    over.addEventListener("pointerup", () => {
      last = null;
      this.drawn(this.sketch);
    });
  }

  put(from, to) {
    const steps = Math.abs(to.week - from.week);
    for (let step = 0; step <= steps; step += 1) {
      const way = steps ? step / steps : 1;
      this.sketch[Math.round(from.week + way * (to.week - from.week))] = from.share + way * (to.share - from.share);
    }
    this.trace();
  }

  // The line under the hand, before it is let go.
  trace() {
    const { plot } = this;
    plot.redraw(false);
    const context = plot.ctx;
    context.save();
    context.strokeStyle = FORECAST;
    context.lineWidth = 4 * (window.devicePixelRatio || 1);
    context.beginPath();
    this.sketch.forEach((share, week) => {
      if (share !== null) context.lineTo(plot.valToPos(week, "x", true), plot.valToPos(share, "y", true));
    });
    context.stroke();
    context.restore();
  }

  fit() {
    const { width, height } = this.box.getBoundingClientRect();
    if (this.plot && width > 80 && height > 80) this.plot.setSize({ width: Math.floor(width), height: Math.floor(height) });
  }
}

export function swatch(look, forecast = false) {
  const dash = forecast ? [2, 7] : look.dash;
  const line = h("canvas", { width: 52, height: 12, class: "swatch", "aria-hidden": "true" });
  const context = line.getContext("2d");
  context.setLineDash(dash);
  context.lineCap = forecast ? "round" : "butt";
  context.strokeStyle = forecast ? FORECAST : look.colour;
  context.lineWidth = 5;
  context.beginPath();
  context.moveTo(3, 6);
  context.lineTo(49, 6);
  context.stroke();
  return line;
}
