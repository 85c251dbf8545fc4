// About: what this is and is not, the words, and sheets to print.

import { button, h, replace } from "vp/dom";
import { paint, zoneOf } from "vp/looks";
import { placeName, t, word, workshop } from "vp/words";

const WORDS = ["elsewhere", "phase", "turning", "candidate", "nearness", "twin", "luck", "town", "caseload", "handover", "mentor", "broker", "placement", "flexjob", "resource", "activity"];
const SHEETS = ["forecast", "life", "role"];

export async function aboutView(root) {
  replace(root, h("div", { class: "reading wide about" },
    h("section", { class: "no-print" }, h("h2", {}, t("about.title")), h("p", { class: "lead" }, t("about.what")),
      h("h3", {}, t("about.not")), h("ul", {}, [1, 2, 3, 4].map((at) => h("li", {}, t(`about.not.${at}`)))),
      h("p", {}, t("about.same", { people: workshop.size.people, towns: workshop.size.towns, weeks: workshop.size.weeks })),
      h("p", {}, t("about.stands")), h("p", {}, t("about.keys"))),
    h("section", { class: "glossary" }, h("h2", {}, t("glossary.title")), h("div", { class: "row no-print" }, button(t("about.print.glossary"), () => printOnly("glossary"))),
      h("dl", {}, [0, 1, 2, 3].map((place) => [h("dt", {}, mark(place), " ", placeName(place)), h("dd", {}, t(`glossary.place.${place}`))]),
        WORDS.map((key) => [h("dt", {}, t(`glossary.${key}`)), h("dd", {}, t(`glossary.${key}.meaning`))]))),
    h("section", { class: "turns no-print" }, h("h2", {}, t("glossary.turns")), h("ul", { class: "columns" },
      Object.keys(workshop.words.turning).map((code) => h("li", {}, `${code < 40 ? "▲" : "▼"} ${word("turning", code)}`)))),
    h("section", { class: "no-print" }, h("h2", {}, t("sheet.title")), h("p", {}, t("sheet.lead")),
      h("div", { class: "row" }, SHEETS.map((sheet) => button(t(`sheet.${sheet}`), () => printOnly(`sheet-${sheet}`))))),
    SHEETS.map(sheetPage)));
}

function mark(place) {
  const size = 22;
  const canvas = h("canvas", { width: size, height: size, class: "swatch", "aria-hidden": "true" });
  paint(canvas.getContext("2d"), zoneOf(place), size / 2, size / 2, 8);
  return canvas;
}

function sheetPage(sheet) {
  const rules = { forecast: [1, 2, 3, 4], life: [1, 2, 3, 4, 5], role: [1, 2, 3, 4] }[sheet];
  return h("section", { class: `sheet sheet-${sheet}` }, h("h2", {}, t(`sheet.${sheet}`)), h("p", {}, t(`sheet.${sheet}.lead`)),
    sheet === "forecast" ? frame() : null,
    h("ol", {}, rules.map((at) => h("li", {}, t(`sheet.${sheet}.${at}`), h("div", { class: "write" })))), h("p", { class: "small" }, t("foot.not")));
}

function frame() {
  return h("div", { class: "frame", role: "img", "aria-label": t("sheet.frame") }, h("span", { class: "frame-y" }, t("sheet.share")), h("span", { class: "frame-x" }, t("sheet.years")));
}

function printOnly(name) {
  document.documentElement.dataset.print = name;
  print();
  delete document.documentElement.dataset.print;
}

