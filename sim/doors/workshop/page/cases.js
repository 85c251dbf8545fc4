// Cases: guided stories in four steps, the counter-case held back until the group has said what it expects.

import { button, h, replace } from "vp/dom";
import { askPlain, live } from "vp/feed";
import { bytesOf, decode } from "vp/recording";
import { lifeline } from "vp/lifeline";
import { stack, stackKey } from "vp/stacks";
import { story } from "vp/storybook";
import { number, say, t, workshop } from "vp/words";

const STEPS = ["story", "life", "counter", "talk"];
const place = { name: null, step: 0 };
const kept = new Map();
const ready = new Set();

export async function casesView(root, go) {
  if (!workshop.cases.length) {
    replace(root, h("p", { class: "lead" }, t("case.none")));
    return;
  }
  place.name = place.name ?? workshop.cases[0].name;
  const pick = (name) => {
    Object.assign(place, { name, step: 0 });
    go("cases");
  };
  const list = h("nav", { class: "case-list", "aria-label": t("view.cases") }, workshop.cases.map((each) => button(say(each.title), () => pick(each.name),
    { "aria-pressed": String(each.name === place.name), class: each.name === place.name ? "primary" : "" })));
  const main = h("article", { class: "case" });
  replace(root, h("div", { class: "case-page" }, list, main));
  // The story is there at once; the model plays the lives while the group reads.
  const coming = fetched(place.name);
  coming.catch(() => null);
  const draw = async () => {
    const heading = workshop.cases.find((each) => each.name === place.name);
    const step = place.step;
    if (step > 0 && !ready.has(place.name)) replace(main, h("h2", {}, say(heading.title)), h("p", { class: "waiting", role: "status" }, t("waiting")));
    const told = step > 0 ? { ...heading, ...(await coming) } : heading;
    replace(main, h("h2", {}, say(told.title)), steps(draw), STEPS.slice(0, step + 1).map((each) => PARTS[each](told)),
      step < STEPS.length - 1 ? button(t(`case.next.${STEPS[step + 1]}`), () => {
        place.step += 1;
        return draw();
      }, { class: "primary big" }) : null, h("p", { class: "small" }, t("case.source", { source: told.source })));
  };
  await draw();
}

function fetched(name) {
  if (!kept.has(name)) {
    const coming = (live ? askPlain("case", { name }) : Promise.resolve(workshop.recorded_cases.find((each) => each.name === name)))
      .then(async (told) => {
        const lives = { told: await decode(bytesOf(told.lives.told)), counter: await decode(bytesOf(told.lives.counter)) };
        ready.add(name);
        return { ...told, lives };
      });
    kept.set(name, coming);
    coming.catch(() => kept.delete(name));
  }
  return kept.get(name);
}

function steps(draw) {
  return h("ol", { class: "steps" }, STEPS.map((step, at) => h("li", { "aria-current": at === place.step ? "step" : null },
    button(t(`case.step.${step}`), () => {
      place.step = at;
      draw();
    }, { class: at <= place.step ? "done" : "" }))));
}

const PARTS = {
  story: (told) => h("section", {}, h("p", { class: "lead" }, say(told.story))),
  life: (told) => h("section", {}, h("h3", {}, t("case.outside")),
    h("ol", { class: "script" }, told.events.map((event) => h("li", {}, h("span", { class: "week" }, t("ticker.week", { week: event.week + 1 })), " ", say(event)))),
    lifeline(told.lives.told, 0, { title: t("case.life") }), h("p", { class: "small" }, t("case.only")),
    h("details", {}, h("summary", {}, t("case.words")), story(told.lives.told, 0))),
  counter: (told) => h("section", {}, h("h3", {}, t("case.if", { what: say(told.counter) })), lifeline(told.lives.counter, 0, { title: t("case.counter") }),
    fan(told)),
  talk: (told) => h("section", {}, h("h3", {}, t("case.questions")), h("ol", { class: "questions" }, told.questions.map((question) => h("li", {}, say(question))))),
};

function fan(told) {
  const rows = told.shares.told.map(({ week }, at) => h("tr", {}, h("th", { scope: "row" }, t("ticker.week", { week: week + 1 })),
    ["told", "counter"].map((arm) => h("td", {}, stack(told.shares[arm][at].shares, 1, (share) => number(100 * share))))));
  return h("div", { class: "table-box", tabindex: "0", role: "region", "aria-label": t("case.fan", { futures: told.futures }) },
    h("table", { class: "results" }, h("caption", {}, t("case.fan", { futures: told.futures })),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, ""), h("th", { scope: "col" }, t("case.life")), h("th", { scope: "col" }, t("case.counter")))),
      h("tbody", {}, rows)), stackKey());
}
