// Take home: what the group asked, foresaw, saw and decided; kept in this browser, in a file, or in a link.

import { button, download, h, replace } from "vp/dom";
import { runTitle } from "vp/runs";
import { FIELDS, addNote, forget, link, remember, session, takeBeside } from "vp/store";
import { languageNow, t } from "vp/words";

export async function notebookView(root, go, tell) {
  replace(root, h("div", { class: "reading wide notebook" },
    h("div", { class: "no-print" }, h("h2", {}, t("note.title")), h("p", { class: "lead" }, t("note.lead")), form(go, tell), tools(go, tell)),
    h("h2", {}, t("note.all")), session.notes.length ? table(go) : h("p", {}, t("note.empty"))));
}

function form(go, tell) {
  const fields = FIELDS.map((name) => {
    const field = name === "group" ? h("input", { type: "text", maxlength: 80, id: `note-${name}` })
      : h("textarea", { rows: 3, maxlength: 4000, id: `note-${name}` });
    return [name, field];
  });
  const keep = () => {
    const given = Object.fromEntries(fields.map(([name, field]) => [name, field.value]));
    if (!Object.values(given).some((value) => value.trim())) {
      tell(t("note.nothing"));
      return;
    }
    addNote({ ...given, runs: session.runs, when: new Date().toLocaleString(languageNow() === "da" ? "da-DK" : "en-GB") });
    tell(t("note.kept"));
    go("notebook");
  };
  return h("form", { class: "note-form", on: { submit: (event) => { event.preventDefault(); keep(); } } },
    fields.map(([name, field]) => h("div", { class: `note-${name}` }, h("label", { for: `note-${name}` }, t(`note.${name}`)), field)),
    h("div", { class: "row" }, h("button", { type: "submit", class: "primary big" }, t("note.keep"))));
}

function tools(go, tell) {
  const file = h("input", { type: "file", accept: ".json,application/json", id: "note-file", class: "hidden-file", on: { change: async () => {
    const given = file.files[0];
    if (!given || given.size > 2000000) return tell(t("note.refused"));
    try {
      const read = JSON.parse(await given.text());
      if (read.kind !== "vendepunkt-workshop" || !takeBeside({ ...read, language: session.language, gentle: session.gentle, view: "notebook" })) throw new Error("other");
      tell(t("note.opened"));
      return go("notebook");
    } catch {
      return tell(t("note.refused"));
    }
  } } });
  return h("div", { class: "row tools" },
    button(t("note.export"), () => download("vendepunkt-workshop.json", JSON.stringify({ kind: "vendepunkt-workshop", ...session }, null, 1), "application/json")),
    button(t("note.text"), () => download("vendepunkt-workshop.txt", asText(), "text/plain")),
    h("label", { class: "file-button", for: "note-file" }, t("note.import"), file),
    button(t("note.link"), async () => share(await link(), tell)),
    button(t("note.print"), () => print()),
    button(t("note.forget"), () => {
      if (confirm(t("note.sure"))) {
        forget();
        go("notebook");
      }
    }));
}

async function share(address, tell) {
  if (address === null) {
    tell(t("note.long"));
    return;
  }
  try {
    await navigator.clipboard.writeText(address);
    tell(t("note.copied"));
  } catch {
    prompt(t("note.copy"), address);
  }
}

function table(go) {
  return h("div", { class: "table-box", tabindex: "0", role: "region", "aria-label": t("note.all") },
    h("table", { class: "results notes" }, h("thead", {}, h("tr", {}, ["group", "question", "forecast", "saw", "decide"].map((name) => h("th", { scope: "col" }, t(`note.${name}`))),
      h("th", { scope: "col", class: "no-print" }, t("note.remove")))),
    h("tbody", {}, session.notes.map((note, at) => h("tr", {}, h("th", { scope: "row" }, note.group || "–", h("span", { class: "small verdict" }, note.when)),
      h("td", {}, note.question, note.runs.length > 1 ? h("span", { class: "small verdict" }, note.runs.slice(1).map((name) => runTitle(name)).join("; ")) : null),
      h("td", {}, note.forecast), h("td", {}, note.saw), h("td", {}, note.decide),
      h("td", { class: "no-print" }, button("×", () => {
        session.notes.splice(at, 1);
        remember();
        go("notebook");
      }, { "aria-label": t("note.remove") })))))));
}

function asText() {
  return session.notes.map((note) => [note.when, ...FIELDS.map((name) => `${t(`note.${name}`)}: ${note[name]}`),
    ...note.runs.map((name) => `- ${runTitle(name)}`)].join("\n")).join("\n\n");
}
