// Words in two languages and two registers, all from the one block that came with the page.

export const workshop = JSON.parse(document.getElementById("workshop").textContent);

const LANGUAGES = ["da", "en"];
let language = workshop.language === "en" ? "en" : "da";
let gentle = false;

export function languageNow() {
  return language;
}

export function setLanguage(next) {
  if (LANGUAGES.includes(next)) language = next;
  document.documentElement.lang = language;
}

export function gentleNow() {
  return gentle;
}

export function setGentle(next) {
  gentle = Boolean(next);
}

export function t(key, values) {
  const both = (gentle && workshop.texts[`${key}.gentle`]) || workshop.texts[key];
  if (!both) throw new Error(`no words for ${key}`);
  const words = both[LANGUAGES.indexOf(language)];
  return values ? words.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? "")) : words;
}

// A pair {da, en} as it came with a recording or a scenario.
export function say(pair) {
  const words = pair ? pair[language] ?? "" : "";
  return gentle ? softened(words) : words;
}

// Sentences that came with a recording name phases by their technical names. Inside a sentence a gentle name, which is
// a whole phrase ("på vej"), stands in quotation marks.
function softened(words) {
  let soft = words;
  const [open, close] = language === "da" ? ["»", "«"] : ["“", "”"];
  for (const [code, label] of Object.entries(workshop.words.phase)) {
    const key = `word.phase.${code}.gentle`;
    if (!workshop.texts[key]) continue;
    const plain = label[language];
    soft = soft.replaceAll(plain.toLowerCase(), `${open}${t(key).toLowerCase()}${close}`).replaceAll(plain, t(key));
  }
  return soft;
}

// Labels of closed sets: workshop.words.phase[code] and so on.
export function word(set, code) {
  const found = workshop.words[set]?.[code];
  if (!found) return String(code);
  const key = `word.${set}.${code}.gentle`;
  return gentle && workshop.texts[key] ? t(key) : say(found);
}

export function placeName(place) {
  if (place < 4) return word("phase", place);
  return t(`place.${place}`);
}

export function zoneName(zone) {
  return zone < 5 ? placeName(zone) : t(`zone.${zone}`);
}

export function number(value, decimals = 0) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const written = value.toLocaleString(language === "da" ? "da-DK" : "en-GB", {
    minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: "negative" });
  return written.replace("-", "−");
}

export function signed(value, decimals = 0) {
  const written = number(value, decimals);
  return value > 0 && /[1-9]/.test(written) ? `+${written}` : written;
}

export function percent(share, decimals = 0) {
  return language === "da" ? `${number(100 * share, decimals)} %` : `${number(100 * share, decimals)}%`;
}

// The month of a week of the run, in words.
export function monthOf(start, week) {
  const day = new Date(`${start}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7 * week);
  return day.toLocaleDateString(language === "da" ? "da-DK" : "en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}

const WOMEN = ["Anne", "Inge", "Hanne", "Mette", "Lone", "Fatma", "Susanne", "Birgit", "Camilla", "Pia", "Sofie",
  "Tina", "Louise", "Amina", "Ida", "Gitte", "Maja", "Charlotte", "Heidi", "Julie", "Rikke", "Nadia", "Bente"];
const MEN = ["Lars", "Poul", "Jens", "Ahmed", "Søren", "Thomas", "Ole", "Michael", "Kim", "Rasmus", "Bo", "Ali",
  "Martin", "Torben", "Jonas", "Niels", "Kasper", "Brian", "Anders", "Claus", "Emil", "Hassan", "Flemming"];

// An invented first name, always the same for the same number.
export function nameOf(citizen, female) {
  const names = female ? WOMEN : MEN;
  return names[(citizen * 7919 + 3) % names.length];
}

export function personName(recording, person) {
  const citizen = recording.columns.citizen[person];
  return t("person.name", { name: nameOf(citizen, recording.columns.person_female[person]), number: citizen });
}
