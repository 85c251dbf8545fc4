// Role play without the model behind it: each person's life was recorded under the rule and when called more often.

import { workshop } from "vp/words";

// How many calls in the dozen weeks each recorded life stands for, besides what the rule gives.
function nearest(recorded, calls) {
  let best = 0;
  recorded.calls.forEach((each, at) => {
    if (Math.abs(each - calls) < Math.abs(recorded.calls[best] - calls)) best = at;
  });
  return best;
}

export function recordedRound({ choices }) {
  const recorded = workshop.recorded_roleplay;
  const round = choices.length;
  if (round < recorded.rounds) {
    const { slots, cases } = recorded.weeks[round];
    return { done: false, round, rounds: recorded.rounds, slots, cases: cases.map((each) => ({ ...each, since: since(each, choices) })) };
  }
  const calls = new Map();
  for (const week of choices) for (const citizen of week) calls.set(citizen, (calls.get(citizen) ?? 0) + 1);
  const you = { start: recorded.rule.start, played: new Array(6).fill(0), later: new Array(6).fill(0), meetings: null, changes: null, up: null, down: null };
  recorded.lives.forEach(({ citizen, played, later }) => {
    const which = nearest(recorded, calls.get(citizen) ?? 0);
    if (played[which] < 6) you.played[played[which]] += 1;
    if (later[which] < 6) you.later[later[which]] += 1;
  });
  return { done: true, recorded: true, people: recorded.lives.length, arms: { you, rule: recorded.rule, half: recorded.half } };
}

// Weeks since the last talk: the player's own call counts, otherwise what the rule did.
function since(each, choices) {
  for (let back = 1; back <= choices.length; back += 1) {
    if (choices[choices.length - back].includes(each.citizen)) return Math.min(back, each.since ?? back);
  }
  return each.since;
}
