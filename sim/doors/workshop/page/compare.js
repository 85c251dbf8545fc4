// Two runs held against each other town by town: the rules are those of the model's own comparison.

import { workshop } from "vp/words";

function known(values, others) {
  return values.map((value, town) => [value, others[town]]).filter(([one, other]) => one !== null && other !== null
    && one !== undefined && other !== undefined);
}

export function meanKnown(values) {
  const there = values.filter((value) => value !== null && value !== undefined);
  return there.length ? there.reduce((sum, value) => sum + value, 0) / there.length : null;
}

export function compared(base, other) {
  const pairs = known(base, other);
  const gaps = pairs.map(([one, two]) => two - one);
  const mean = meanKnown(gaps);
  if (!gaps.length) return { mean: null, low: null, high: null, verdict: "cannot_tell" };
  let [low, high] = [null, null];
  if (gaps.length > 1 && workshop.quantile) {
    const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length - 1));
    const half = (workshop.quantile * spread) / Math.sqrt(gaps.length);
    [low, high] = [mean - half, mean + half];
  }
  return { mean, low, high, verdict: verdict(gaps, low, high) };
}

function verdict(gaps, low, high) {
  if (gaps.every((gap) => gap === 0)) return "same";
  const alike = gaps.every((gap) => gap === gaps[0]);
  if (low === null || (low <= 0 && high >= 0) || (alike && gaps.length < workshop.fewest_alike)) return "cannot_tell";
  return low > 0 ? "higher" : "lower";
}
