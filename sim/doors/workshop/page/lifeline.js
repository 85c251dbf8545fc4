// A life as a line: phases in colour and pattern, what the person was doing, turning points, meetings, caseworkers.

import { h, s } from "vp/dom";
import { LOOKS, zoneOf } from "vp/looks";
import { placeName, say, t, word } from "vp/words";

const WIDTH = 1200;
const LEFT = 150;
const RIGHT = 12;
const ROWS = { turns: 30, phase: 62, standing: 118, meetings: 160, desks: 184, axis: 214 };
const HEIGHT = 236;
const TURNING_POINT = 3;
const QUIET_STANDINGS = new Set([0, 14, 17]);
let drawn = 0;

export function lifeline(recording, person, { title, split, splitWords, touch }) {
  const last = recording.weeks;
  const x = (week) => LEFT + ((WIDTH - LEFT - RIGHT) * week) / last;
  const prefix = `line${(drawn += 1)}`;
  const said = h("p", { class: "said", role: "status" }, t("life.touch"));
  const tellMark = (words) => {
    said.textContent = words;
    touch?.(words);
  };
  const picture = s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "lifeline", role: "group", "aria-label": title },
    s("defs", {}, LOOKS.map((look, zone) => hatching(prefix, zone, look))),
    rowNames(), axis(recording, x), phases(recording, person, x, prefix), standings(recording, person, x),
    meetings(recording, person, x), desks(recording, person, x), turns(recording, person, x, tellMark),
    split === null || split === undefined ? null : splitLine(x(split), splitWords ?? t("life.split")));
  return h("figure", { class: "life" }, h("figcaption", {}, title), picture, said);
}

function rowNames() {
  const names = [["turns", "life.turns"], ["phase", "life.phase"], ["standing", "life.standing"], ["meetings", "life.meetings"], ["desks", "life.desks"]];
  return names.map(([row, key]) => s("text", { x: 4, y: ROWS[row] + (row === "phase" ? 28 : 8), class: "row-name" }, t(key)));
}

function axis(recording, x) {
  const years = Array.from({ length: Math.floor(recording.weeks / 52) + 1 }, (_, year) => year);
  return years.map((year) => s("g", {}, s("line", { x1: x(52 * year), x2: x(52 * year), y1: 20, y2: ROWS.axis - 4, class: "year" }),
    s("text", { x: Math.min(x(52 * year), WIDTH - RIGHT), y: ROWS.axis + 12, class: "year-name", "text-anchor": year ? "end" : "start" }, t("axis.year", { year }))));
}

function hatching(prefix, zone, { colour, hatch }) {
  const lines = { rising: "M-2 2 L2 -2 M0 10 L10 0 M8 12 L12 8", falling: "M-2 8 L2 12 M0 0 L10 10 M8 -2 L12 2", upright: "M5 0 V10",
    level: "M0 5 H10", cross: "M5 0 V10 M0 5 H10", dots: "M4 5 H6", none: "" }[hatch];
  return s("pattern", { id: `${prefix}-${zone}`, width: 10, height: 10, patternUnits: "userSpaceOnUse" },
    s("rect", { width: 10, height: 10, fill: colour }), s("path", { d: lines, stroke: "#fff", "stroke-opacity": 0.5, "stroke-width": 1.6, fill: "none" }));
}

function phases(recording, person, x, prefix) {
  const { place_begins: begins, place_week: week, place_code: code } = recording.columns;
  const out = [];
  for (let step = begins[person]; step < begins[person + 1]; step += 1) {
    const end = step + 1 < begins[person + 1] ? week[step + 1] : recording.weeks;
    const [from, wide] = [x(week[step]), Math.max(x(end) - x(week[step]), 1)];
    const zone = zoneOf(code[step]);
    const name = placeName(code[step]);
    out.push(s("g", {}, s("title", {}, `${name}: ${t("life.weeks", { from: week[step] + 1, to: end })}`),
      s("rect", { x: from, y: ROWS.phase, width: wide, height: 44, fill: `url(#${prefix}-${zone})`, stroke: "#fff", "stroke-width": 1.5 }),
      wide > 9.5 * name.length ? s("text", { x: from + wide / 2, y: ROWS.phase + 28, class: "phase-name", "text-anchor": "middle" }, name) : null));
  }
  return out;
}

function standings(recording, person, x) {
  return recording.stays("standing", person).filter(({ code }) => !QUIET_STANDINGS.has(code)).map(({ start, end, code }) => {
    const wide = Math.max(x(end) - x(start), 2);
    const name = word("standing", code);
    return s("g", {}, s("title", {}, `${name}: ${t("life.weeks", { from: start + 1, to: end })}`),
      s("rect", { x: x(start), y: ROWS.standing - 8, width: wide, height: 24, class: "standing" }),
      wide > 8.2 * name.length ? s("text", { x: x(start) + 5, y: ROWS.standing + 9, class: "standing-name" }, name) : null);
  });
}

function meetings(recording, person, x) {
  return recording.meetings(person).map((week) => s("line", { x1: x(week + 0.5), x2: x(week + 0.5), y1: ROWS.meetings - 6, y2: ROWS.meetings + 10, class: "meeting" }));
}

function desks(recording, person, x) {
  const moves = recording.desks(person);
  return moves.map(({ week, post }, at) => {
    const end = at + 1 < moves.length ? moves[at + 1].week : recording.weeks;
    if (post < 0) return null;
    const name = t("life.desk", { number: post });
    return s("g", {}, s("title", {}, `${t("desks.caseworker", { number: post })}: ${t("life.weeks", { from: week + 1, to: end })}`),
      s("line", { x1: x(week) + 1, x2: x(end) - 1, y1: ROWS.desks + 4, y2: ROWS.desks + 4, class: "desk" }),
      at ? s("path", { d: `M${x(week)} ${ROWS.desks - 10} V${ROWS.desks + 16}`, class: "desk-change" }) : null,
      x(end) - x(week) > 44 ? s("text", { x: x(week) + 7, y: ROWS.desks + 1, class: "desk-name-svg" }, name) : null);
  });
}

function turns(recording, person, x, tellMark) {
  return recording.marks(person).filter((mark) => mark.kind === TURNING_POINT).map((mark) => {
    const up = mark.code < 40;
    const words = `${t("play.when", { week: mark.week + 1, month: "" }).replace(" · ", "")}. ${word("turning", mark.code)}. ${say(mark.words)}`;
    const [at, y, r] = [x(mark.week), up ? 34 : 44, mark.turned === 1 ? 11 : 6];
    const points = up ? `${at},${y - r} ${at + r},${y + r * 0.8} ${at - r},${y + r * 0.8}` : `${at},${y + r} ${at + r},${y - r * 0.8} ${at - r},${y - r * 0.8}`;
    const act = () => tellMark(words);
    return s("polygon", { points, class: `turn ${up ? "up" : "down"}${mark.turned === 1 ? " held" : ""}`, tabindex: 0, role: "img",
      "aria-label": words, on: { focus: act, mouseenter: act, click: act } }, s("title", {}, words));
  });
}

function splitLine(x, words) {
  return s("g", { "aria-hidden": "true" }, s("line", { x1: x, x2: x, y1: 6, y2: ROWS.axis - 4, class: "split" }),
    s("text", { x: x > WIDTH - 220 ? x - 6 : x + 6, y: 16, class: "split-name", "text-anchor": x > WIDTH - 220 ? "end" : "start" }, words));
}

// The first week in which two lives of the same person are not alike.
export function partingWeek(recording, person, other, twin) {
  for (let week = 0; week < Math.min(recording.weeks, other.weeks); week += 1) {
    if (recording.placeOf(person, week) !== other.placeOf(twin, week)) return Math.min(week, firstMark(recording, person, other, twin));
  }
  const found = firstMark(recording, person, other, twin);
  return Number.isFinite(found) ? found : null;
}

function firstMark(recording, person, other, twin) {
  const [one, two] = [recording.marks(person), other.marks(twin)];
  for (let at = 0; at < Math.max(one.length, two.length); at += 1) {
    const [a, b] = [one[at], two[at]];
    if (!a || !b) return (a ?? b).week;
    if (a.week !== b.week || a.words.en !== b.words.en) return Math.min(a.week, b.week);
  }
  return Infinity;
}
