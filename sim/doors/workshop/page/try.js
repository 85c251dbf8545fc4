// Try: the base case first, one change at a time, a forecast before every run, and runs side by side.

import { button, chooser, h, replace } from "vp/dom";
import { BASE, has, nameOfChoice, run } from "vp/feed";
import { Curves, LINES, swatch } from "vp/curves";
import { meanOf } from "vp/recording";
import { resultTable } from "vp/results";
import { choiceOf, runTitle } from "vp/runs";
import { addRun, remember, session } from "vp/store";
import { percent, placeName, say, t, workshop, zoneName } from "vp/words";

const draft = { choice: null, preset: "", forecast: null, many: false, skip: false };

export async function tryView(root, go, tell) {
  const recordings = await Promise.all(session.runs.map((name) => run(name)));
  draft.choice = draft.choice ?? Object.fromEntries(choiceOf(BASE));
  const sides = { form: h("div", { class: "try-form" }), chart: h("div", { class: "try-chart" }) };
  const curves = new Curves({ drawn: (values) => {
    draft.forecast = filled(values);
    draw();
  } });
  const key = h("ul", { class: "key" });
  const table = h("div", {});
  const measures = [0, 1, 2, 3, 4, 5].map((place) => [place, place === 5 ? zoneName(5) : placeName(place)]);
  replace(sides.chart,
    h("div", { class: "chart-head" }, h("h2", {}, t("try.chart")), chooser(t("try.measure"), measures, session.measure, (place) => {
      session.measure = place;
      draft.forecast = null;
      remember();
      draw();
    })), curves.box, key);
  replace(root, h("div", { class: "try" }, sides.form, sides.chart), table);

  function name() {
    return draft.preset ? `preset:${draft.preset}` : nameOfChoice(draft.choice);
  }

  function draw() {
    const place = Number(session.measure);
    const lines = recordings.map((recording, at) => {
      const towns = recording.share(place);
      const last = at === recordings.length - 1;
      return { values: meanOf(towns), look: LINES[at],
        low: last ? towns[0].map((_, week) => Math.min(...towns.map((town) => town[week]))) : null,
        high: last ? towns[0].map((_, week) => Math.max(...towns.map((town) => town[week]))) : null };
    });
    const old = recordings.map((recording) => session.forecasts[`${place}|${recording.name}`]).filter(Boolean);
    const open = !session.runs.includes(name());
    const forecasts = [...old, ...(open && draft.forecast ? [draft.forecast] : [])].map((values) => ({ values }));
    curves.sketch = draft.forecast ? [...draft.forecast] : null;
    const told = recordings.map((recording, at) => `${runTitle(recording)}: ${percent(lines[at].values.at(-1), 1)}`).join(", ");
    curves.show({ weeks: recordings[0].weeks, lines, forecasts, open, told: t("try.aria", { what: measures[place][1], parts: told }) });
    replace(key, recordings.map((recording, at) => h("li", {}, swatch(LINES[at]), " ", runTitle(recording), " ",
      h("strong", {}, percent(lines[at].values.at(-1), 1)), guess(recording, place))),
      forecasts.length ? h("li", {}, swatch(LINES[0], true), " ", t("try.ours")) : null,
      h("li", { class: "small" }, t("try.band", { towns: workshop.size.towns })));
    const held = document.activeElement?.id; // the form is drawn anew; whoever is at the keyboard stays where they were
    replace(sides.form, form());
    if (held) document.getElementById(held)?.focus();
    replace(table, resultTable(recordings));
  }

  function guess(recording, place) {
    const values = session.forecasts[`${place}|${recording.name}`];
    const last = values?.filter((value) => value !== null).at(-1);
    return last === undefined ? null : h("span", { class: "small" }, ` ${t("try.guessed", { share: percent(last, 1) })}`);
  }

  function form() {
    const changed = Object.values(draft.choice).filter((position) => position !== "today").length;
    const already = session.runs.includes(name());
    const missing = !has(name());
    const ready = !already && !missing && (draft.forecast || draft.skip);
    return [
      h("h2", {}, t("try.step1")), workshop.sliders.map((slider) => lever(slider, changed)),
      h("label", { class: "check" }, h("input", { type: "checkbox", id: "try-many", checked: draft.many, on: { change: (event) => {
        draft.many = event.target.checked;
        draw();
      } } }), ` ${t("try.many")}`),
      workshop.presets.length ? chooser(t("try.preset"), [["", t("try.none")], ...workshop.presets.map((each) =>
        [each.name, say(each.title)])], draft.preset, (preset) => {
        Object.assign(draft, { preset, forecast: null, choice: Object.fromEntries(choiceOf(BASE)) });
        draw();
      }) : null,
      draft.preset ? presetWords() : null,
      h("h2", {}, t("try.step2")), h("p", {}, t("try.draw")), years(already),
      h("h2", {}, t("try.step3")),
      h("div", { class: "row" }, button(t("try.run"), go_, { class: "primary big", disabled: !ready }),
        button(t("try.reset"), reset),
        session.runs.length > 1 ? button(t("try.clear"), clear) : null),
      !draft.forecast && !already && !missing ? h("label", { class: "check small" }, h("input", { type: "checkbox", id: "try-skip", checked: draft.skip, on: {
        change: (event) => { draft.skip = event.target.checked; draw(); } } }), ` ${t("try.skip")}`) : null,
      h("p", { class: "small", role: "status" }, already ? t(changed || draft.preset ? "try.already" : "try.choose") : missing ? t("try.missing") : ""),
    ];
  }

  function presetWords() {
    const preset = workshop.presets.find((each) => each.name === draft.preset);
    return h("div", { class: "small" }, h("p", {}, say(preset.question)), h("ul", {}, preset.changes.map((each) => h("li", {}, say(each)))));
  }

  function lever(slider, changed) {
    const at = slider.positions.findIndex((position) => position.key === draft.choice[slider.key]);
    const mine = draft.choice[slider.key] !== "today";
    const locked = draft.preset !== "" || (changed > 0 && !mine && !draft.many);
    const words = say(slider.positions[at].words);
    const range = h("input", { type: "range", min: 0, max: slider.positions.length - 1, step: 1, value: at, disabled: locked,
      id: `slider-${slider.key}`, "aria-valuetext": words, on: { input: (event) => {
        draft.choice[slider.key] = slider.positions[Number(event.target.value)].key;
        draft.forecast = null;
        draw();
      } } });
    return h("div", { class: `lever${locked ? " locked" : ""}`, title: say(slider.meaning) },
      h("label", { for: `slider-${slider.key}` }, say(slider.label)), range, h("output", { class: mine ? "changed" : "" }, words));
  }

  // For those who would rather write than draw, and for the keyboard: the share after each year.
  function years(already) {
    const weeks = recordings[0].weeks;
    const ends = Array.from({ length: Math.floor(weeks / 52) }, (_, year) => 52 * (year + 1) - 1);
    const place = Number(session.measure);
    const start = meanOf(recordings[0].share(place))[0];
    const fields = ends.map((week, at) => h("label", { class: "field" }, t("try.after", { year: at + 1 }),
      h("input", { type: "number", id: `try-year-${at}`, min: 0, max: 100, step: 1, disabled: already, class: "narrow",
        value: draft.forecast?.[week] != null ? Math.round(100 * draft.forecast[week]) : "", on: { change: () => write(fields, ends, start, weeks) } }), "%"));
    return h("div", { class: "row" }, fields);
  }

  function write(fields, ends, start, weeks) {
    const given = fields.map((field) => field.querySelector("input").value).map((text) => (text === "" ? null : Number(text)));
    if (given.some((value) => value !== null && !(value >= 0 && value <= 100))) {
      tell(t("try.percent"));
      return;
    }
    const values = new Array(weeks).fill(null);
    values[0] = start;
    given.forEach((value, at) => {
      if (value !== null) values[ends[at]] = value / 100;
    });
    draft.forecast = filled(values);
    draw();
  }

  async function go_() {
    const wanted = name();
    const values = draft.forecast;
    replace(sides.form.querySelector("[role=status]"), t("waiting"));
    sides.form.querySelector(".big").disabled = true;
    await run(wanted);
    if (values) session.forecasts[`${session.measure}|${wanted}`] = values;
    addRun(wanted);
    Object.assign(session, { shown: wanted, beside: BASE, follow: { ...session.follow, run: BASE, twin: wanted } });
    draft.forecast = null;
    remember();
    go("try");
  }

  function reset() {
    Object.assign(draft, { choice: Object.fromEntries(choiceOf(BASE)), preset: "", forecast: null });
    draw();
  }

  function clear() {
    Object.assign(session, { runs: [BASE], shown: BASE, beside: null, forecasts: {} });
    session.follow.twin = null;
    reset();
    remember();
    go("try");
  }

  draw();
  return () => curves.resizing.disconnect();
}

// A forecast without holes: straight between what was drawn, level before and after.
function filled(values) {
  const given = values.map((value, week) => [week, value]).filter(([, value]) => value !== null);
  if (given.length < 1) return null;
  return values.map((value, week) => {
    if (value !== null) return value;
    const after = given.find(([at]) => at > week);
    const before = given.filter(([at]) => at < week).at(-1);
    if (!before) return null;
    if (!after) return null;
    return before[1] + ((week - before[0]) / (after[0] - before[0])) * (after[1] - before[1]);
  });
}
