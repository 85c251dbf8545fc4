// Where the zones of the picture lie, and how large a person can be drawn in them.

import { ZONES } from "vp/looks";

const COLUMNS = [[1, 3], [0, 2], [4, 5, 6]];
const NARROWEST = 0.26; // the least share of the width a column gets
const LOWEST = [0.34, 0.34, 0.34, 0.34, 0.3, 0.22, 0.22]; // the least share of its column a zone gets
const FEWEST = 12; // people a zone is drawn for, even when it never holds so many
const GAP = 8;
const [SMALLEST, LARGEST] = [5, 30];

// Columns and rows as large as the most people they ever hold, with room for a heading each.
export function zonesIn({ width: whole, height: tall }, most) {
  const need = (zone) => Math.max(most[zone], FEWEST);
  const wide = COLUMNS.map((zones) => Math.sqrt(zones.reduce((sum, zone) => sum + need(zone), 0)));
  const total = wide.reduce((sum, each) => sum + each, 0);
  const share = wide.map((each) => Math.max(each / total, NARROWEST));
  const scale = share.reduce((sum, each) => sum + each, 0);
  const zones = new Array(ZONES);
  let x = 0;
  COLUMNS.forEach((column, place) => {
    const width = ((whole - 2 * GAP) * share[place]) / scale;
    const needs = column.reduce((sum, zone) => sum + need(zone), 0);
    const heights = column.map((zone) => Math.max(need(zone) / needs, LOWEST[zone]));
    const all = heights.reduce((sum, each) => sum + each, 0);
    let y = 0;
    column.forEach((zone, row) => {
      const height = ((tall - GAP * (column.length - 1)) * heights[row]) / all;
      zones[zone] = { x, y, width, height };
      y += height + GAP;
    });
    x += width + GAP;
  });
  return zones;
}

// The largest cell in which the most people fit beneath the heading of every zone.
export function fittingCell(zones, most, head) {
  let cell = LARGEST;
  zones.forEach((zone, place) => {
    const people = Math.max(most[place], 1);
    let fits = LARGEST;
    while (fits > SMALLEST && Math.floor((zone.width - 16) / fits) * Math.floor((zone.height - head - 10) / fits) < people) fits -= 0.25;
    cell = Math.min(cell, fits);
  });
  return cell;
}
