// Role play: a dozen weeks with too many cases. Whom do you call?

import { button, chooser, h, replace } from "vp/dom";
import { askPlain, live } from "vp/feed";
import { recordedRound } from "vp/roleplay_file";
import { stack, stackKey } from "vp/stacks";
import { nameOf, t, word } from "vp/words";

const game = { half: false, choices: [], picked: new Set(), order: "since", begun: false };
const ORDERS = {
  since: (one, other) => (other.since ?? 999) - (one.since ?? 999),
  belief: (one, other) => other.belief - one.belief,
  relation: (one, other) => "good thin none".indexOf(one.relation) - "good thin none".indexOf(other.relation),
  age: (one, other) => one.age - other.age,
};

export async function roleplayView(root, go) {
  if (!game.begun) {
    replace(root, intro(go));
    return;
  }
  const ask = { half: game.half, choices: game.choices };
  const round = live ? await askPlain("roleplay", ask) : recordedRound(ask);
  replace(root, round.done ? outcome(round, go) : desk(round, go));
}

function start(half, go) {
  Object.assign(game, { half, choices: [], picked: new Set(), begun: true });
  go("roleplay");
}

function intro(go) {
  return h("div", { class: "reading" }, h("h2", {}, t("role.title")), h("p", { class: "lead" }, t("role.intro")), h("p", {}, t("role.see")),
    h("div", { class: "row" }, button(t("role.full"), () => start(false, go), { class: "primary big" }),
      live ? button(t("role.half"), () => start(true, go), { class: "big" }) : null),
    live ? null : h("p", { class: "small" }, t("role.file")));
}

function desk(round, go) {
  const told = h("p", { class: "role-count", role: "status" });
  const next = button(t("role.next"), () => {
    game.choices = [...game.choices, [...game.picked]];
    game.picked = new Set();
    go("roleplay");
  }, { class: "primary big" });
  const count = () => {
    told.textContent = t("role.count", { picked: game.picked.size, slots: round.slots });
  };
  const list = h("ul", { class: "cases" }, [...round.cases].sort(ORDERS[game.order]).map((each) => card(each, round.slots, count)));
  count();
  return h("div", { class: "role" },
    h("div", { class: "role-head" }, h("h2", {}, t("role.week", { week: round.round + 1, weeks: round.rounds, cases: round.cases.length })), told, next,
      chooser(t("role.sort"), Object.keys(ORDERS).map((key) => [key, t(`role.by.${key}`)]), game.order, (order) => {
        game.order = order;
        go("roleplay");
      }),
      button(t("role.rest"), () => {
        for (const each of [...round.cases].sort(ORDERS[game.order])) if (game.picked.size < round.slots) game.picked.add(each.citizen);
        go("roleplay");
      })),
    list);
}

function card(each, slots, count) {
  const box = h("input", { type: "checkbox", checked: game.picked.has(each.citizen), on: { change: () => {
    if (box.checked && game.picked.size >= slots) box.checked = false;
    if (box.checked) game.picked.add(each.citizen);
    else game.picked.delete(each.citizen);
    line.classList.toggle("picked", box.checked);
    count();
  } } });
  const facts = [
    each.since === null ? t("role.never") : t("role.since", { weeks: each.since }), t(`role.relation.${each.relation}`),
    each.standing === 0 || each.standing === 14 ? null : word("standing", each.standing),
    each.problem === null ? t("role.unknown") : word("problem", each.problem), each.new ? t("role.new") : null,
  ].filter(Boolean);
  const line = h("li", { class: game.picked.has(each.citizen) ? "picked" : "" }, h("label", {}, box, h("strong", {}, ` ${nameOf(each.citizen, each.female)}, ${each.age} `),
    h("span", { class: `hope ${each.hope}` }, t(`role.hope.${each.hope}`)), h("span", { class: "facts" }, facts.join(" · "))));
  return line;
}

function outcome(round, go) {
  const arms = Object.entries(round.arms);
  const most = Math.max(round.people, 1);
  const picture = (counts) => stack(counts, most);
  const row = (label, read) => h("tr", {}, h("th", { scope: "row" }, label), arms.map(([, arm]) => h("td", {}, read(arm))));
  return h("div", { class: "reading wide" }, h("h2", {}, t("role.over", { people: round.people })),
    h("p", {}, t("role.arms")),
    h("div", { class: "table-box", tabindex: "0", role: "region", "aria-label": t("role.over", { people: round.people }) },
      h("table", { class: "results" }, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, ""), arms.map(([name]) => h("th", { scope: "col" }, t(`role.arm.${name}`))))),
        h("tbody", {}, row(t("role.start"), (arm) => picture(arm.start)), row(t("role.after", { weeks: 12 }), (arm) => picture(arm.played)),
          row(t("role.later", { weeks: 52 }), (arm) => picture(arm.later)),
          ["meetings", "changes", "up", "down"].map((key) => row(t(`role.sum.${key}`), (arm) => (arm[key] === null ? "–" : String(arm[key]))))))),
    stackKey(),
    h("p", {}, t("role.luck")), round.recorded ? h("p", { class: "small" }, t("role.nearest")) : null,
    h("ol", { class: "questions" }, [1, 2, 3].map((at) => h("li", {}, t(`role.question.${at}`)))),
    h("div", { class: "row" }, button(t("role.full"), () => start(false, go), { class: "primary" }),
      live ? button(t("role.half"), () => start(true, go)) : null, button(t("role.stop"), () => {
        game.begun = false;
        go("roleplay");
      })));
}
