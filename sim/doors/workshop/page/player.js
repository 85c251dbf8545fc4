// The bar that plays, pauses, steps and goes back.

import { button, chooser, h } from "vp/dom";
import { SPEEDS, goTo, listen, play, setSpeed, step, time } from "vp/clock";
import { monthOf, t } from "vp/words";

export function playerBar(start) {
  const label = h("output", { class: "when" });
  const slider = h("input", { type: "range", min: 0, max: time().last, step: 1, "aria-label": t("play.week"),
    on: { input: () => goTo(Number(slider.value)) } });
  const toggle = button("", () => play(!time().playing), { class: "primary play" });
  const bar = h("div", { class: "player", role: "group", "aria-label": t("play.group") },
    button("|◀", () => step(-10000), { title: "Home", "aria-label": t("play.first") }),
    button("◀", () => step(-1), { title: "←", "aria-label": t("play.back") }), toggle,
    button("▶", () => step(1), { title: "→", "aria-label": t("play.forth") }), slider, label,
    chooser(t("play.speed"), SPEEDS.map((speed) => [speed, t("play.weeks", { weeks: speed })]), time().speed,
      (speed) => setSpeed(Number(speed))));
  const update = () => {
    const week = Math.floor(time().week);
    slider.max = time().last;
    slider.value = week;
    const words = t("play.when", { week: week + 1, month: monthOf(start, week) });
    label.textContent = words;
    slider.setAttribute("aria-valuetext", words);
    toggle.textContent = time().playing ? t("play.pause") : t("play.play");
    toggle.setAttribute("aria-pressed", String(time().playing));
  };
  const stop = listen(update);
  update();
  return { element: bar, stop };
}

// Keys that work anywhere but in a field where one types.
export function keys(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  if (event.key === " " && event.target.closest("button, summary, a")) return; // there the space bar presses
  const act = { " ": () => play(!time().playing), ArrowLeft: () => step(-1), ArrowRight: () => step(1),
    PageUp: () => step(-13), PageDown: () => step(13), Home: () => step(-10000) }[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}
