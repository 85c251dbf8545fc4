// A life in words: the sentences of the model's own story, month by month.

import { h } from "vp/dom";
import { monthOf, say, t } from "vp/words";

export function story(recording, person) {
  const chapters = new Map();
  for (const mark of recording.marks(person)) {
    const month = monthOf(recording.start, mark.week);
    const year = Math.floor(mark.week / 52) + 1;
    if (!chapters.has(year)) chapters.set(year, new Map());
    const months = chapters.get(year);
    if (!months.has(month)) months.set(month, new Map());
    const words = say(mark.words);
    months.get(month).set(words, (months.get(month).get(words) ?? 0) + 1);
  }
  return h("div", { class: "story" },
    h("p", { class: "portrait" }, say(recording.said("portrait", person))),
    [...chapters].map(([year, months]) => h("details", { open: year === 1 }, h("summary", {}, t("story.year", { year })),
      h("dl", {}, [...months].map(([month, lines]) => [h("dt", {}, month), h("dd", {},
        [...lines].map(([words, times]) => (times > 1 ? `${words} (×${times})` : words)).join(" "))])))),
    h("p", {}, say(recording.said("ending", person))), h("p", { class: "small" }, say(recording.said("tally", person))));
}
