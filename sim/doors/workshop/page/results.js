// Runs side by side: the same measures as in the brief, with what can and cannot be told apart.

import { h } from "vp/dom";
import { LINES, swatch } from "vp/curves";
import { compared, meanKnown } from "vp/compare";
import { runTitle } from "vp/runs";
import { number, percent, say, signed, t, workshop } from "vp/words";

const DECIMALS = { weeks: 1, score: 3, "per year": 2, "kr. a citizen and year": 0 };

export function amount(measure, value) {
  if (measure.unit === "share") return percent(value, 1);
  return number(value, DECIMALS[measure.unit] ?? 2);
}

function change(measure, value) {
  if (measure.unit === "share") return t("unit.points", { value: signed(100 * value, 1) });
  return signed(value, DECIMALS[measure.unit] ?? 2);
}

export function resultTable(recordings) {
  const [base, ...others] = recordings;
  const head = h("tr", {}, h("th", { scope: "col" }, t("result.measure")), recordings.map((recording, at) =>
    h("th", { scope: "col" }, swatch(LINES[at]), " ", runTitle(recording))));
  const rows = workshop.measures.map((measure) => h("tr", {},
    h("th", { scope: "row" }, say(measure.words), unit(measure)),
    h("td", {}, amount(measure, meanKnown(base.head.measures[measure.key])), spread(measure, base)),
    others.map((other) => cell(measure, base, other))));
  return h("div", { class: "table-box", tabindex: "0", role: "region", "aria-label": t("result.title") },
    h("table", { class: "results" }, h("caption", {}, t("result.caption", { towns: workshop.size.towns })),
      h("thead", {}, head), h("tbody", {}, rows)));
}

function unit(measure) {
  return measure.unit === "share" ? null : h("span", { class: "small unit" }, ` (${t(`unit.${measure.unit}`)})`);
}

function spread(measure, recording) {
  const values = recording.head.measures[measure.key].filter((value) => value !== null);
  if (values.length < 2) return null;
  return h("span", { class: "small range" },
    ` ${t("result.range", { low: amount(measure, Math.min(...values)), high: amount(measure, Math.max(...values)) })}`);
}

function cell(measure, base, other) {
  const found = compared(base.head.measures[measure.key], other.head.measures[measure.key]);
  const clear = found.verdict === "higher" || found.verdict === "lower";
  const good = clear && measure.better ? (found.verdict === "higher") === (measure.better > 0) : null;
  const mark = { higher: "▲", lower: "▼", same: "=", cannot_tell: "?" }[found.verdict];
  const words = good === null ? "" : ` ${t(good ? "direction.better" : "direction.worse")}`;
  return h("td", { class: good === null ? "" : good ? "good" : "bad" },
    amount(measure, meanKnown(other.head.measures[measure.key])),
    h("span", { class: "small verdict" }, ` ${mark} ${t(`verdict.${found.verdict}`)}${words}`,
      clear ? h("span", { class: "range" }, ` ${change(measure, found.mean)}`) : null));
}
