// Caseworkers with their cases, and workplaces with what runs there, week by week.

import { h, replace } from "vp/dom";
import { t } from "vp/words";

const CLOSED = 2;

export class Desks {
  constructor() {
    this.list = h("ul", { class: "desks" });
    this.element = h("section", { class: "panel" }, h("h3", {}, t("desks.title")), this.list);
  }

  goTo(recording, week) {
    const columns = recording.columns;
    const width = columns.post_cases.length / recording.weeks;
    const at = week * width;
    let most = 1;
    for (let post = 0; post < width; post += 1) {
      if (columns.post_state[at + post] !== CLOSED) most = Math.max(most, columns.post_cases[at + post], columns.post_fits[at + post]);
    }
    const rows = [];
    for (let post = 0; post < width; post += 1) {
      if (columns.post_state[at + post] !== CLOSED) rows.push(this.row(columns, at + post, post, 1.08 * most));
    }
    replace(this.list, rows);
  }

  row(columns, at, post, most) {
    const [cases, fits, strain] = [columns.post_cases[at], columns.post_fits[at], columns.post_strain[at]];
    const state = columns.post_state[at] === 0 ? "empty" : strain > 65 ? "worn" : strain > 40 ? "strained" : "well";
    const name = t(columns.post_kind[at] ? "desks.broker" : "desks.caseworker", { number: post });
    return h("li", {},
      h("span", { class: "desk-name" }, name),
      h("span", { class: `bar ${state}` },
        h("span", { class: "bar-fill", style: `width:${(100 * cases) / most}%` }),
        h("span", { class: "bar-limit", style: `left:${(100 * fits) / most}%` })),
      h("span", { class: "desk-told" }, t("desks.told", { cases, fits }), " ", h("em", {}, t(`desks.${state}`))));
  }
}

export class Firms {
  constructor() {
    this.grid = h("div", { class: "firms", role: "img" });
    this.told = h("p", { class: "small" });
    this.element = h("section", { class: "panel" }, h("h3", {}, t("firms.title")), this.grid, this.told);
    this.boxes = [];
  }

  goTo(recording, week) {
    const columns = recording.columns;
    const width = columns.firm_running.length / recording.weeks;
    if (this.boxes.length !== width) {
      this.boxes = Array.from({ length: width }, () => h("span", { class: "firm" }));
      replace(this.grid, this.boxes);
    }
    let [running, shut, open] = [0, 0, 0];
    this.boxes.forEach((box, firm) => {
      const at = week * width + firm;
      const [here, limit] = [columns.firm_running[at], columns.firm_limit[at]];
      running += here;
      shut += columns.firm_shut[at];
      open += columns.firm_openings[at] ? 1 : 0;
      const state = columns.firm_shut[at] ? "shut" : here >= limit ? "full" : "open";
      box.className = `firm ${state}${columns.firm_openings[at] ? " hiring" : ""}`;
      box.textContent = here ? String(here) : columns.firm_shut[at] ? "×" : "";
    });
    const told = t("firms.told", { firms: width, running, shut, open });
    this.told.textContent = told;
    this.grid.setAttribute("aria-label", told);
  }
}
