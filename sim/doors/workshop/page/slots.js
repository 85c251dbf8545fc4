// Where each person stands inside a zone: a place is kept as long as the person stays, so that only movers move.

import { ABSENT } from "vp/recording";
import { ZONES, zoneOf } from "vp/looks";

export function slotsOf(recording) {
  const { weeks, people } = recording;
  const slots = new Uint16Array(weeks * people);
  const taken = Array.from({ length: ZONES }, () => []);
  const lowest = new Array(ZONES).fill(0);
  const at = new Int16Array(people).fill(-1);
  const slot = new Uint16Array(people);
  const most = new Array(ZONES).fill(0);
  for (let week = 0; week < weeks; week += 1) {
    const arriving = [];
    for (let person = 0; person < people; person += 1) {
      const place = recording.placeOf(person, week);
      const zone = place === ABSENT ? -1 : zoneOf(place);
      if (zone === at[person]) continue;
      if (at[person] >= 0) {
        taken[at[person]][slot[person]] = false;
        lowest[at[person]] = Math.min(lowest[at[person]], slot[person]);
      }
      at[person] = zone;
      if (zone >= 0) arriving.push(person);
    }
    for (const person of arriving) {
      const zone = at[person];
      let free = lowest[zone];
      while (taken[zone][free]) free += 1;
      taken[zone][free] = true;
      lowest[zone] = free + 1;
      slot[person] = free;
      most[zone] = Math.max(most[zone], free + 1);
    }
    slots.set(slot, week * people);
  }
  return { slots, most };
}
