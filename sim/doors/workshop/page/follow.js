// Follow: one person's life line and story, and beneath it the twin, the same person under another policy.

import { button, chooser, h, replace } from "vp/dom";
import { run } from "vp/feed";
import { lifeline, partingWeek } from "vp/lifeline";
import { runTitle } from "vp/runs";
import { remember, session } from "vp/store";
import { story } from "vp/storybook";
import { personName, t } from "vp/words";

export async function followView(root, go) {
  const recording = await run(session.follow.run);
  const twinRun = session.follow.twin && session.follow.twin !== session.follow.run ? await run(session.follow.twin) : null;
  if (!recording.indexOf.has(session.follow.citizen)) session.follow.citizen = eventful(recording)[0];
  const person = recording.indexOf.get(session.follow.citizen);
  const twin = twinRun?.indexOf.get(session.follow.citizen);
  const change = (values) => {
    Object.assign(session.follow, values);
    remember();
    go("follow");
  };
  const parting = twin === undefined ? null : partingWeek(recording, person, twinRun, twin);
  const name = personName(recording, person);
  replace(root, h("div", { class: "follow" }, pickers(recording, twinRun, person, change),
    lifeline(recording, person, { title: `${name} · ${runTitle(recording)}`, split: parting }),
    twinRun ? (twin === undefined ? h("p", {}, t("follow.absent")) : lifeline(twinRun, twin, { title: t("follow.twin", { name, run: runTitle(twinRun) }), split: parting }))
      : h("p", { class: "hint" }, t("follow.choose")),
    twin === undefined ? null : h("p", { class: "hint" }, parting === null ? t("follow.alike") : t("follow.parting", { week: parting + 1 })),
    legend(),
    h("div", { class: "stories" }, h("section", {}, h("h2", {}, t("follow.story", { run: runTitle(recording) })), story(recording, person)),
      twin === undefined ? null : h("section", {}, h("h2", {}, t("follow.story", { run: runTitle(twinRun) })), story(twinRun, twin))),
    h("p", { class: "small" }, t("follow.one"))));
}

function pickers(recording, twinRun, person, change) {
  const ranked = eventful(recording);
  const people = ranked.map((citizen) => {
    const at = recording.indexOf.get(citizen);
    return [citizen, `${personName(recording, at)}, ${recording.columns.person_age[at]}`];
  });
  const runs = session.runs.map((name) => [name, runTitle(name)]);
  const at = ranked.indexOf(session.follow.citizen);
  const beside = (step) => change({ citizen: ranked[(at + step + ranked.length) % ranked.length] });
  return h("div", { class: "row" },
    chooser(t("follow.person"), people, session.follow.citizen, (citizen) => change({ citizen: Number(citizen) })),
    button(t("follow.before"), () => beside(-1)), button(t("follow.next"), () => beside(1)),
    twinRun ? button(t("follow.apart"), () => change({ citizen: furthestApart(recording, twinRun, session.follow.citizen) })) : null,
    chooser(t("follow.run"), runs, session.follow.run, (run_) => change({ run: run_ })),
    chooser(t("follow.under"), [["", t("follow.none")], ...runs.filter(([name]) => name !== session.follow.run)], session.follow.twin ?? "",
      (twin) => change({ twin: twin || null })));
}

// Everyone, those with most turns first.
function eventful(recording) {
  const held = new Array(recording.people).fill(0);
  for (const week of recording.turns) for (const turn of week) held[turn.person] += turn.turned === 1 ? 1 : 0;
  return Array.from(recording.columns.citizen).map((citizen, at) => [citizen, held[at]]).sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .map(([citizen]) => citizen);
}

// Those whose two lives lie furthest apart, one after the other.
function furthestApart(recording, other, now) {
  const ranked = [];
  recording.columns.citizen.forEach((citizen, person) => {
    const twin = other.indexOf.get(citizen);
    if (twin === undefined) return;
    let apart = 0;
    for (let week = 0; week < recording.weeks; week += 1) apart += recording.placeOf(person, week) !== other.placeOf(twin, week);
    ranked.push([apart, citizen]);
  });
  ranked.sort((one, two) => two[0] - one[0] || one[1] - two[1]);
  const top = ranked.slice(0, 20).map(([, citizen]) => citizen);
  return top[(top.indexOf(now) + 1) % top.length];
}

function legend() {
  return h("ul", { class: "key small" }, ["held.up", "held.down", "might", "meeting", "change"].map((key) => h("li", {}, t(`life.key.${key}`))));
}
