// People by phase as one bar, with patterns and numbers.

import { h } from "vp/dom";
import { LOOKS } from "vp/looks";
import { placeName, t } from "vp/words";

const NAMES = 6;
const ROOM = 0.035; // a thinner part has no room for its number; the words beside it have

function nameOfPlace(place) {
  return place < 5 ? placeName(place) : t("role.away");
}

export function stack(counts, most, written = String) {
  const told = counts.map((count, place) => `${nameOfPlace(place)} ${written(count)}`).join(", ");
  return h("div", { class: "stack", role: "img", "aria-label": told }, counts.map((count, place) => (count
    ? h("span", { class: `stack-part hatch-${LOOKS[place].hatch}`, style: `width:${(100 * count) / most}%;background-color:${LOOKS[place].colour}` },
      count / most >= ROOM ? h("b", {}, written(count)) : null) : null)));
}

export function stackKey() {
  return h("ul", { class: "key" }, LOOKS.slice(0, NAMES).map((look, place) => h("li", {},
    h("span", { class: `stack-key hatch-${look.hatch}`, style: `background-color:${look.colour}` }), " ", nameOfPlace(place))));
}
