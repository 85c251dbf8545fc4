// What the group has done: runs, forecasts, notes. Kept in this browser, exported to a file, or packed into a link.

import { BASE, known } from "vp/feed";

const KEY = "vendepunkt-workshop-1";
const MOST_RUNS = 8;
const MOST_NOTES = 40;
const LONGEST = 4000;
const LONGEST_LINK = 20000;
export const FIELDS = ["group", "question", "forecast", "saw", "decide"];

export const session = fresh();

function fresh() {
  return { view: "see", language: null, gentle: false, runs: [BASE], shown: BASE, beside: null, forecasts: {}, notes: [],
    follow: { run: BASE, twin: null, citizen: null }, measure: "0" };
}

function text(value) {
  return typeof value === "string" ? value.slice(0, LONGEST) : "";
}

function curve(values) {
  if (!Array.isArray(values) || values.length > 600) return null;
  return values.map((value) => (typeof value === "number" && value >= 0 && value <= 1 ? value : null));
}

function note(given) {
  if (!given || typeof given !== "object") return null;
  const runs = Array.isArray(given.runs) ? given.runs.filter(known).slice(0, MOST_RUNS) : [];
  return { ...Object.fromEntries(FIELDS.map((field) => [field, text(given[field])])), when: text(given.when).slice(0, 40), runs };
}

// Take what comes from memory, a link or a file; whatever does not fit is left out.
export function take(given) {
  if (!given || typeof given !== "object") return false;
  if (Array.isArray(given.runs)) {
    const runs = [...new Set([BASE, ...given.runs.filter(known)])].slice(0, MOST_RUNS);
    session.runs = runs;
  }
  if (session.runs.includes(given.shown)) session.shown = given.shown;
  session.beside = session.runs.includes(given.beside) ? given.beside : null;
  if (given.forecasts && typeof given.forecasts === "object") {
    for (const [name, forecast] of Object.entries(given.forecasts).slice(0, 3 * MOST_RUNS)) {
      const [measure, ...run] = name.split("|");
      const values = curve(forecast);
      if (/^[0-5]$/.test(measure) && known(run.join("|")) && values) session.forecasts[name] = values;
    }
  }
  if (Array.isArray(given.notes)) session.notes = given.notes.map(note).filter(Boolean).slice(0, MOST_NOTES);
  if (given.language === "da" || given.language === "en") session.language = given.language;
  session.gentle = given.gentle === true;
  if (typeof given.view === "string" && given.view.length < 20) session.view = given.view;
  if (given.follow && typeof given.follow === "object") {
    const { run, twin, citizen } = given.follow;
    session.follow = { run: known(run) ? run : BASE, twin: known(twin) ? twin : null,
      citizen: Number.isInteger(citizen) ? citizen : null };
  }
  if (/^[0-5]$/.test(given.measure)) session.measure = given.measure;
  return true;
}

export function remember() {
  try {
    localStorage.setItem(KEY, JSON.stringify(session));
  } catch {
    return false; // private windows keep nothing; the file and the link still work
  }
  return true;
}

export function recall() {
  try {
    return take(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    return false;
  }
}

export function forget() {
  Object.assign(session, fresh());
  try {
    localStorage.removeItem(KEY);
  } catch {
    return;
  }
}

export function addRun(name) {
  if (session.runs.includes(name)) return;
  session.runs.push(name);
  while (session.runs.length > MOST_RUNS) session.runs.splice(1, 1);
}

// What another group's file holds comes beside our own; a file opened twice comes once.
export function takeBeside(given) {
  const { runs, notes, shown, beside, follow } = session;
  if (!take(given)) return false;
  const [theirs, added] = [session.runs, session.notes];
  Object.assign(session, { runs, shown, beside, follow });
  theirs.forEach(addRun);
  const seen = new Set(notes.map((each) => JSON.stringify(each)));
  session.notes = [...notes, ...added.filter((each) => !seen.has(JSON.stringify(each)))].slice(-MOST_NOTES);
  remember();
  return true;
}

export function addNote(given) {
  session.notes.push(note(given));
  session.notes = session.notes.slice(-MOST_NOTES);
  remember();
}

async function through(stream, bytes) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

// A link that carries the session; none when it would be longer than a page opens.
export async function link() {
  const { runs, shown, beside, forecasts, notes, view, follow, measure } = session;
  const text_ = JSON.stringify({ runs, shown, beside, forecasts: rounded(forecasts), notes, view, follow, measure });
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text_));
  let plain = "";
  for (const byte of bytes) plain += String.fromCharCode(byte);
  const packed = btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return packed.length > LONGEST_LINK ? null : `${location.href.split("#")[0]}#s=${packed}`;
}

function rounded(forecasts) {
  return Object.fromEntries(Object.entries(forecasts).map(([name, values]) =>
    [name, values.map((value) => (value === null ? null : Math.round(value * 1000) / 1000))]));
}

// Open what a link carries. Too long, damaged or foreign: nothing happens, and the page says so.
export async function takeLink(hash) {
  const found = /^#s=([\w-]+)$/.exec(hash);
  if (!found || found[1].length > LONGEST_LINK) return hash.length > 1 ? "refused" : "none";
  try {
    const plain = atob(found[1].replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
    const whole = await through(new DecompressionStream("deflate-raw"), bytes);
    if (whole.length > 500000) return "refused";
    return take(JSON.parse(new TextDecoder().decode(whole))) ? "taken" : "refused";
  } catch {
    return "refused";
  }
}
