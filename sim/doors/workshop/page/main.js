// The frame around the views: headings, languages, and what happens when something goes wrong.

import { button, h, replace } from "vp/dom";
import { play } from "vp/clock";
import { Refused } from "vp/feed";
import { recall, remember, session, takeLink } from "vp/store";
import { languageNow, setGentle, setLanguage, t } from "vp/words";
import { aboutView } from "vp/about";
import { casesView } from "vp/cases";
import { followView } from "vp/follow";
import { interveneView } from "vp/intervene";
import { notebookView } from "vp/notebook";
import { roleplayView } from "vp/roleplay";
import { seeView } from "vp/see";
import { tryView } from "vp/try";

const VIEWS = { see: seeView, try: tryView, follow: followView, intervene: interveneView, roleplay: roleplayView,
  cases: casesView, notebook: notebookView, about: aboutView };

const root = document.getElementById("app");
const body = h("main", { id: "main", tabindex: "-1" });
const message = h("p", { class: "message", role: "status", "aria-live": "polite" });
let leave = null;
let turn = 0;

function header() {
  const tabs = Object.keys(VIEWS).map((view) => h("a", {
    href: "#", class: "tab", "aria-current": session.view === view ? "page" : null,
    on: { click: (event) => { event.preventDefault(); go(view, true); } } }, t(`view.${view}`)));
  const languages = h("div", { class: "languages" },
    button(session.gentle ? t("words.plain") : t("words.gentle"), () => speak({ gentle: !session.gentle }),
      { title: t("words.why") }),
    button(languageNow() === "da" ? "English" : "Dansk", () => speak({ language: languageNow() === "da" ? "en" : "da" }),
      { lang: languageNow() === "da" ? "en" : "da" }));
  return h("header", { class: "top" }, h("a", { class: "skip", href: "#main", on: { click: (event) => {
    event.preventDefault();
    body.focus();
  } } }, t("skip")), h("h1", {}, "vendepunkt"), h("nav", { "aria-label": t("view.nav") }, tabs), languages);
}

function footer() {
  return h("footer", { class: "foot" }, h("p", {}, t("foot.not")), message);
}

function speak({ language, gentle }) {
  if (language) session.language = language;
  if (gentle !== undefined) session.gentle = gentle;
  setLanguage(session.language ?? languageNow());
  setGentle(session.gentle);
  remember();
  frame();
  go(session.view);
}

function frame() {
  replace(root, header(), body, footer());
}

export async function go(view, focus = false) {
  const mine = (turn += 1);
  play(false);
  leave?.();
  leave = null;
  session.view = VIEWS[view] ? view : "see";
  remember();
  frame();
  body.className = `view view-${session.view}`;
  const waiting = setTimeout(() => mine === turn && replace(body, h("p", { class: "waiting", role: "status" }, t("waiting"))), 150);
  const place = h("div", { class: "place" });
  try {
    replace(body, place);
    const left = await VIEWS[session.view](place, go, tell);
    if (mine === turn) leave = left ?? null;
    else left?.();
    if (mine === turn && place.parentNode !== body) replace(body, place);
  } catch (error) {
    if (mine === turn) replace(body, wrong(error));
    if (!(error instanceof Refused)) console.error(error);
  } finally {
    clearTimeout(waiting);
  }
  if (focus && mine === turn) {
    body.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
  document.documentElement.dataset.ready = session.view;
}

function wrong(error) {
  const words = error instanceof Refused ? t("refused", { why: error.message }) : t("failed");
  return h("div", { class: "wrong", role: "alert" }, h("p", {}, words), button(t("again"), () => go(session.view)));
}

export function tell(words) {
  message.textContent = words;
}

async function begin() {
  recall();
  const link = await takeLink(location.hash);
  setLanguage(session.language ?? languageNow());
  setGentle(session.gentle);
  frame();
  await go(session.view);
  if (link !== "none") tell(t(`link.${link}`));
  if (link === "taken") history.replaceState(null, "", location.href.split("#")[0]);
}

window.addEventListener("hashchange", () => location.hash.startsWith("#s=") && begin());
begin();
