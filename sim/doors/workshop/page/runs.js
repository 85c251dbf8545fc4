// What a run is called, on every view the same.

import { workshop, say, t } from "vp/words";

// A title for a recording or for the name of a run.
export function runTitle(run) {
  const name = typeof run === "string" ? run : run.name;
  if (name.startsWith("preset:")) {
    const preset = workshop.presets.find((each) => each.name === name.slice(7));
    return preset ? say(preset.title) : name.slice(7);
  }
  const changed = choiceOf(name).filter(([, position]) => position !== "today");
  if (!changed.length) return t("run.base");
  return changed.map(([key, position]) => {
    const slider = workshop.sliders.find((each) => each.key === key);
    const found = slider?.positions.find((each) => each.key === position);
    return slider && found ? `${say(slider.label)}: ${say(found.words)}` : key;
  }).join(" + ");
}

export function choiceOf(name) {
  return name.split(",").map((pair) => pair.split("="));
}
