// See: the town in motion, phase shares growing, caseworkers and workplaces under load; one run, or two side by side.

import { chooser, h, replace } from "vp/dom";
import { listen, setLast, time } from "vp/clock";
import { run } from "vp/feed";
import { Desks, Firms } from "vp/panels";
import { keys, playerBar } from "vp/player";
import { runTitle } from "vp/runs";
import { Shares } from "vp/shares";
import { slotsOf } from "vp/slots";
import { Stage } from "vp/stage";
import { remember, session } from "vp/store";
import { personName, t, word } from "vp/words";

const TICKER = 3;

export async function seeView(root, go) {
  const first = await run(session.shown);
  const second = session.beside ? await run(session.beside) : null;
  const recordings = second ? [first, second] : [first];
  // Two towns side by side are drawn to one scale.
  const places = recordings.map(slotsOf);
  const most = places[0].most.map((_, zone) => Math.max(...places.map((each) => each.most[zone])));
  const pick = (name) => (citizen) => {
    session.follow = { ...session.follow, run: name, citizen };
    go("follow");
  };
  const stages = recordings.map((recording) => new Stage({ pick: pick(recording.name) }));
  const [shares, desks, firms] = [new Shares(), new Desks(), new Firms()];
  const ticker = h("ol", { class: "ticker" });
  const player = playerBar(first.start);
  replace(root,
    h("div", { class: `see${second ? " two" : ""}` },
      h("div", { class: "see-stages" }, stages.map((stage, at) => h("figure", { class: "see-stage" },
        h("figcaption", {}, runTitle(recordings[at])), stage.element))),
      second ? null : h("div", { class: "see-side" }, shares.element, desks.element, firms.element,
        h("section", { class: "panel" }, h("h3", {}, t("ticker.title")), ticker))),
    h("div", { class: "see-bar" }, player.element, choosers(go)));
  setLast(first.weeks - 1);
  stages.forEach((stage, at) => stage.show(recordings[at], places[at].slots, most));
  if (!second) shares.show(first);
  let shown = -1;
  const update = ({ week }) => {
    const now = Math.floor(week);
    if (now === shown) return;
    const forward = now > shown && shown >= 0;
    stages.forEach((stage) => stage.goTo(now, forward));
    if (!second) {
      shares.goTo(now);
      desks.goTo(first, now);
      firms.goTo(first, now);
      tell(first, now, ticker);
    }
    shown = now;
  };
  const stop = listen(update);
  update(time());
  document.addEventListener("keydown", keys);
  return () => {
    stop();
    player.stop();
    stages.forEach((stage) => stage.stop());
    document.removeEventListener("keydown", keys);
  };
}

// The turning points of the last weeks, in words, the latest first.
function tell(recording, week, ticker) {
  const lines = [];
  for (let at = week; at >= 0 && lines.length < TICKER; at -= 1) {
    for (const turn of recording.turns[at].filter((each) => each.turned === 1)) {
      if (lines.length < TICKER) lines.push({ at, ...turn });
    }
  }
  replace(ticker, lines.map(({ at, person, code }) => h("li", { class: code < 40 ? "up" : "down" },
    h("span", { class: "week" }, t("ticker.week", { week: at + 1 })), ` ${code < 40 ? "▲" : "▼"} `,
    h("strong", {}, word("turning", code)), ` · ${personName(recording, person)}`)));
}

function choosers(go) {
  const titles = session.runs.map((name) => [name, runTitle(name)]);
  const change = (key) => (value) => {
    session[key] = value || null;
    remember();
    go("see");
  };
  return h("div", { class: "see-choose" },
    chooser(t("see.run"), titles, session.shown, change("shown")),
    chooser(t("see.beside"), [["", t("see.alone")], ...titles], session.beside ?? "", change("beside")));
}
