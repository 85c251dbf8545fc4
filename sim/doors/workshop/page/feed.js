// Where runs come from: the server on this machine, or the recordings inside this very file. Both give the same bytes.

import { bytesOf, decode, inflated } from "vp/recording";
import { languageNow, workshop } from "vp/words";

export const live = workshop.feed === "live";
const kept = new Map();
let shared = null;

export class Refused extends Error {}

async function sharedSentences() {
  if (!shared) {
    const block = document.getElementById("sentences");
    shared = JSON.parse(new TextDecoder().decode(await inflated(bytesOf(block.textContent.trim()))));
  }
  return shared;
}

async function fromFile(name) {
  const block = document.getElementById(`run:${name}`);
  if (!block) throw new Refused(name);
  return decode(bytesOf(block.textContent.trim()), await sharedSentences());
}

// Ask the server; one that is waking up with its machine gets a second and a third chance.
export async function ask(what, body) {
  let failure = null;
  for (const wait of [0, 700, 2500]) {
    if (wait) await new Promise((wake) => setTimeout(wake, wait));
    try {
      const response = await fetch(`/ask/${what}`, {
        method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      const told = await response.json().catch(() => ({}));
      throw new Refused((languageNow() === "da" && told.da) || told.refused || String(response.status));
    } catch (error) {
      if (error instanceof Refused) throw error;
      failure = error;
    }
  }
  throw failure;
}

export async function askPlain(what, body) {
  return JSON.parse(new TextDecoder().decode(await ask(what, body)));
}

export function has(name) {
  return live || Boolean(document.getElementById(`run:${name}`));
}

// A run by its name: "caseload=today,…" for the sliders or "preset:…" for a scenario file.
export function run(name) {
  if (!kept.has(name)) {
    const coming = live ? ask("run", asked(name)).then((bytes) => decode(bytes)) : fromFile(name);
    kept.set(name, coming);
    coming.catch(() => kept.delete(name));
  }
  return kept.get(name);
}

export function asked(name) {
  if (name.startsWith("preset:")) return { preset: name.slice(7) };
  return { sliders: Object.fromEntries(name.split(",").map((pair) => pair.split("="))) };
}

export function nameOfChoice(choice) {
  return workshop.sliders.map((slider) => `${slider.key}=${choice[slider.key]}`).join(",");
}

export const BASE = nameOfChoice(Object.fromEntries(workshop.sliders.map((slider) => [slider.key, "today"])));

// Whether a name from a link or from memory is one that could be run here.
export function known(name) {
  if (typeof name !== "string" || name.length > 400) return false;
  if (name.startsWith("preset:")) return workshop.presets.some((preset) => preset.name === name.slice(7));
  const pairs = name.split(",").map((pair) => pair.split("="));
  return pairs.length === workshop.sliders.length && workshop.sliders.every((slider, at) =>
    pairs[at][0] === slider.key && slider.positions.some((position) => position.key === pairs[at][1]));
}
