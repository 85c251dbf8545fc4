// The week being shown. Everything that moves listens here; playing, stepping and going back are one thing.

const listeners = new Set();
const now = { week: 0, last: 0, playing: false, speed: 2 };
let before = null;

export const SPEEDS = [1, 2, 4, 8];

export function time() {
  return now;
}

export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  for (const listener of [...listeners]) listener(now);
}

export function setLast(last) {
  now.last = Math.max(last, 0);
  now.week = Math.min(now.week, now.last);
  tell();
}

export function goTo(week) {
  now.week = Math.min(Math.max(Math.floor(week), 0), now.last);
  tell();
}

export function step(weeks) {
  now.playing = false;
  goTo(Math.floor(now.week) + weeks);
}

export function setSpeed(speed) {
  if (SPEEDS.includes(speed)) now.speed = speed;
  tell();
}

export function play(on) {
  now.playing = on;
  if (on && Math.floor(now.week) >= now.last) now.week = 0;
  before = null;
  if (on) requestAnimationFrame(tick);
  tell();
}

function tick(moment) {
  if (!now.playing) return;
  const shown = Math.floor(now.week);
  // A lid that was closed for an hour must not throw the picture to the end.
  const passed = before === null ? 0 : Math.min((moment - before) / 1000, 0.25);
  before = moment;
  now.week = Math.min(now.week + passed * now.speed, now.last);
  if (now.week >= now.last) now.playing = false;
  if (Math.floor(now.week) !== shown || !now.playing) tell();
  if (now.playing) requestAnimationFrame(tick);
}
