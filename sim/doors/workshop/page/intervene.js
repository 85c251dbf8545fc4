// Intervene: something happens to one person from a week on; beneath it the same life without it.

import { button, chooser, h, replace } from "vp/dom";
import { Refused, ask, live, run } from "vp/feed";
import { ABSENT, bytesOf, decode } from "vp/recording";
import { lifeline, partingWeek } from "vp/lifeline";
import { runTitle } from "vp/runs";
import { session } from "vp/store";
import { story } from "vp/storybook";
import { personName, placeName, say, t, workshop } from "vp/words";

const HAPPENING = 23;
const LAST_WEEKS = 13; // so much must be left to see what follows
const chosen = { what: workshop.interventions[0], week: 26, citizen: null };

// In an exported file these are recorded beforehand, for a few people in one week.
function recorded() {
  return workshop.recorded_lives ?? [];
}

export async function interveneView(root, go) {
  const name = live ? session.follow.run : recorded()[0]?.run;
  if (!name) {
    replace(root, h("p", {}, t("intervene.none")));
    return;
  }
  const recording = await run(name);
  chosen.week = Math.min(chosen.week, recording.weeks - LAST_WEEKS);
  const people = live ? Array.from(recording.columns.citizen) : [...new Set(recorded().map((each) => each.citizen))];
  if (chosen.citizen === null && people.includes(session.follow.citizen) && reachable(recording, session.follow.citizen)) chosen.citizen = session.follow.citizen;
  if (!live) chosen.week = recorded()[0].week;
  if (!people.includes(chosen.citizen)) chosen.citizen = people.find((citizen) => reachable(recording, citizen)) ?? people[0];
  const result = h("div", { class: "intervened" });
  const draw = () => replace(root, h("div", { class: "follow" }, h("p", { class: "lead" }, t(live ? "intervene.lead" : "intervene.lead.file")),
    controls(recording, people, draw, () => show(recording, name, result)), result));
  draw();
  await show(recording, name, result);
}

// On support in that week: most of what is offered has nothing to act on elsewhere.
function reachable(recording, citizen) {
  return recording.placeOf(recording.indexOf.get(citizen), chosen.week) < 4;
}

function whereabouts(recording, citizen) {
  const place = recording.placeOf(recording.indexOf.get(citizen), chosen.week);
  return place === ABSENT ? t("intervene.absent") : placeName(place);
}

function controls(recording, people, draw, act) {
  const titled = people.map((citizen) => [citizen, `${personName(recording, recording.indexOf.get(citizen))}: ${whereabouts(recording, citizen)}`]);
  const set = (key, read) => (value) => {
    chosen[key] = read(value);
    draw();
    act();
  };
  return h("div", {},
    h("div", { class: "row" }, chooser(t("follow.person"), titled, chosen.citizen, set("citizen", Number)),
      h("span", {}, runTitle(recording)),
      live ? h("label", { class: "field" }, t("intervene.week"), h("input", { type: "range", min: 0, max: recording.weeks - LAST_WEEKS, step: 1, value: chosen.week,
        "aria-valuetext": t("ticker.week", { week: chosen.week + 1 }), on: { change: (event) => set("week", Number)(event.target.value) } })) : null,
      h("strong", {}, t("play.when", { week: chosen.week + 1, month: "" }).replace(" · ", ""))),
    h("div", { class: "row choices", role: "group", "aria-label": t("intervene.what") }, workshop.interventions.map((what) => button(t(`intervene.${what}`),
      () => set("what", String)(what), { "aria-pressed": String(chosen.what === what), class: chosen.what === what ? "primary" : "" }))));
}

async function withIt(name) {
  if (live) return decode(await ask("life", { run: name, ...chosen }));
  const found = recorded().find((each) => each.citizen === chosen.citizen && each.what === chosen.what);
  if (!found) throw new Refused(t("intervene.none"));
  return decode(bytesOf(found.block));
}

async function show(recording, name, place) {
  const asked = { ...chosen };
  replace(place, h("p", { class: "waiting", role: "status" }, t("waiting")));
  try {
    const life = await withIt(name);
    if (asked.what !== chosen.what || asked.citizen !== chosen.citizen || asked.week !== chosen.week) return;
    const person = recording.indexOf.get(chosen.citizen);
    const who = personName(recording, person);
    const parting = partingWeek(recording, person, life, 0);
    replace(place,
      lifeline(life, 0, { title: t("intervene.with", { who, what: t(`intervene.${chosen.what}`), week: chosen.week + 1 }), split: chosen.week, splitWords: t("intervene.here") }),
      lifeline(recording, person, { title: t("intervene.without", { who }), split: chosen.week, splitWords: t("intervene.here.not") }),
      h("p", { class: "told-now" }, life.marks(0).filter((mark) => mark.kind === HAPPENING && mark.week === chosen.week).map((mark) => say(mark.words)).join(" ")),
      h("p", { class: "hint" }, parting === null ? t("intervene.alike") : t("follow.parting", { week: parting + 1 }), " ", t("intervene.luck")),
      h("div", { class: "stories" }, h("section", {}, h("h2", {}, t(`intervene.${chosen.what}`)), story(life, 0)),
        h("section", {}, h("h2", {}, t("intervene.bare")), story(recording, person))));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    replace(place, h("p", { class: "wrong", role: "alert" }, t("refused", { why: error.message })));
  }
}
