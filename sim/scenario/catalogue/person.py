"""The person: coping, self-worth, belief, direction, motivation, identity, agency."""

from __future__ import annotations

from sim.scenario.parameter import Section, choice, number
from sim.vocabulary import DurationSource, IdentityFork


class Person(Section):
    """How inner states move from week to week."""

    erosion: float = number(0.2, unit="self-worth and belief 0-1", possible=(0, 1), plausible=(0.05, 0.5), da="Slid på ydelse",
        en="Erosion on benefit", meaning="How far self-worth and belief fall after many years on benefit.", source="S4 L930-933, facts F1", grade="C", role="fitted")
    erosion_half: float = number(130.0, unit="weeks", possible=(1, 2000), plausible=(52, 400), da="Tid til det halve slid",
        en="Half of the erosion after", meaning="Weeks on support after which half of the erosion has happened.", source="S4 L930-933", grade="D", role="prior")
    stigma: float = number(0.06, unit="self-worth 0-1", possible=(0, 1), plausible=(0, 0.2), da="Oplevet stigma",
        en="Stigma", meaning="Self-worth lost to felt stigma while on benefit; lifted in work.", source="S4 L3162-3182", grade="D", role="prior")
    self_worth_pace: float = number(0.02, unit="share a week", possible=(0, 1), plausible=(0.005, 0.08), da="Hvor hurtigt selvværdet flytter sig",
        en="Pace of self-worth", meaning="Share of the distance to its level that self-worth moves in a week.", source="S4", grade="E", role="prior")
    belief_pace: float = number(0.025, unit="share a week", possible=(0, 1), plausible=(0.005, 0.1), da="Hvor hurtigt troen på job flytter sig",
        en="Pace of belief", meaning="The same for belief in getting a job.", source="S4", grade="E", role="prior")
    direction_pace: float = number(0.03, unit="share a week", possible=(0, 1), plausible=(0.005, 0.1), da="Hvor hurtigt retningen flytter sig",
        en="Pace of direction", meaning="The same for direction.", source="S4", grade="E", role="prior")
    coping_pace: float = number(0.012, unit="share a week", possible=(0, 1), plausible=(0.003, 0.05), da="Hvor hurtigt mestringen flytter sig",
        en="Pace of coping", meaning="The same for coping with everyday life and health.", source="S4", grade="E", role="prior")
    work_self_worth: float = number(0.2, unit="self-worth 0-1", possible=(0, 1), plausible=(0.05, 0.4), da="Selvværd i arbejde",
        en="Self-worth in work", meaning="How much higher self-worth's level is in work (identity, economy, part of society).", source="S4 L679-693, facts F1", grade="C", role="prior")
    load_steepness: float = number(6.0, unit="per unit of load", possible=(0.1, 60), plausible=(1, 20), da="Hvor brat byrden bremser",
        en="Steepness of the threshold", meaning="From a gentle slope to a sharp threshold in how load over coping blocks movement ('half of the legs').", source="S4 L1143-1145 (one informant)", grade="D", role="prior")
    coping_reach: float = number(1.75, unit="load per unit of coping", possible=(0.1, 6), plausible=(1, 3), da="Hvad mestring kan bære",
        en="Reach of coping", meaning="Load that full coping can carry.", source="S4", grade="E", role="prior")
    support_reach: float = number(0.75, unit="load per unit of support", possible=(0, 6), plausible=(0.2, 1.5), da="Hvad støtte kan bære",
        en="Reach of support", meaning="Load that full usable support (network, mentor, services) can carry.", source="S4 L1766-1844", grade="E", role="prior")
    motivation_half_life: float = number(20.0, unit="weeks", possible=(1, 520), plausible=(8, 60), da="Halveringstid for motivation",
        en="Half-life of motivation", meaning="Weeks until half of what fed or starved a motivation orientation has faded.", source="S4 chapter 5", grade="E", role="prior")
    identity_half_life: float = number(52.0, unit="weeks", possible=(1, 1040), plausible=(20, 156), da="Halveringstid for identitet",
        en="Half-life of identity", meaning="Weeks until half of a leaning toward co-creator, client or opponent has faded.", source="S4 L1034-1046", grade="E", role="prior")
    jump: float = number(0.12, unit="state 0-1", possible=(0, 1), plausible=(0.05, 0.3), da="Springets størrelse",
        en="Size of a jump", meaning="Mean jump of the states a turning point touches; never less than three times the person's usual weekly change.", source="specification 3", grade="E", role="prior")
    duration_source: DurationSource = choice(DurationSource.MIDDLE, da="Hvorfor afgangen falder med tiden", en="Source of duration dependence",
        meaning="Whether the falling exit comes from time itself, from sorting, or from both; not identified by the targets.", source="targets, structure switches", grade="E")
    identity_fork: IdentityFork = choice(IdentityFork.AGENCY, da="Modstander eller klient", en="Opponent or client",
        meaning="Who turns opponent and who turns client under the same stressor; S4 does not say.", source="S4 L2316-2320", grade="E")
    network_carries: float = number(0.4, unit="share", possible=(0, 1), plausible=(0.2, 0.6), da="Netværkets del af støtten", en="The network's part of support", meaning="Part of full usable support that a full network gives by standing by the person, and once more by everyday help.", source="guess from S4 L1766-1844", grade="E", role="prior")
    mentor_carries: float = number(0.35, unit="share", possible=(0, 1), plausible=(0.15, 0.6), da="Mentorens del af støtten", en="The mentor's part of support", meaning="Part of full usable support that a personal mentor gives.", source="guess from S4 L1602-1661", grade="E", role="prior")
    service_carries: float = number(0.25, unit="share", possible=(0, 1), plausible=(0.1, 0.5), da="Støttetilbuddets del af støtten", en="The service's part of support", meaning="Part of full usable support that a support service gives while it runs.", source="guess from S4 L1596-1718", grade="E", role="prior")
    trust_carries: float = number(0.2, unit="share", possible=(0, 1), plausible=(0.05, 0.4), da="Tillidens del af støtten", en="Trust's part of support", meaning="Part of full usable support that full trust in the caseworker gives.", source="guess from S4 L1488-1498", grade="E", role="prior")
    trust_self_worth: float = number(0.12, unit="self-worth 0-1", possible=(0, 1), plausible=(0.03, 0.25), da="Selvværd gennem tillid", en="Self-worth from trust", meaning="How much higher self-worth's level is with full trust in the caseworker than with none.", source="guess from S4 L1340-1359", grade="E", role="prior")
    work_belief: float = number(0.25, unit="state 0-1", possible=(0, 1), plausible=(0.05, 0.4), da="Tro på job i arbejde", en="Belief in work", meaning="How much higher the level of belief in getting a job is in work.", source="guess from S4 L679-693", grade="E", role="prior")
    hours_in_illness: float = number(0.4, unit="share", possible=(0, 1), plausible=(0.2, 0.7), da="Timer ved sygdom", en="Hours in illness", meaning="Share of the weekly hours possible in good health that is left in no health at all; in between in proportion.", source="guess from S4 L973-975", grade="E", role="prior")
    drive_belief: float = number(0.3, unit="weight", possible=(0, 1), plausible=(0.1, 0.5), da="Handlekraft: tro", en="Power to act: belief", meaning="Weight of belief in getting a job in the power to act, from which people apply, plan and look for leads.", source="guess", grade="E", role="prior")
    drive_self_worth: float = number(0.22, unit="weight", possible=(0, 1), plausible=(0.1, 0.4), da="Handlekraft: selvværd", en="Power to act: self-worth", meaning="Weight of self-worth in the power to act.", source="guess from S4 L930-933", grade="E", role="prior")
    drive_direction: float = number(0.2, unit="weight", possible=(0, 1), plausible=(0.05, 0.4), da="Handlekraft: retning", en="Power to act: direction", meaning="Weight of direction in the power to act.", source="guess", grade="E", role="prior")
    drive_coping: float = number(0.14, unit="weight", possible=(0, 1), plausible=(0.05, 0.3), da="Handlekraft: mestring", en="Power to act: coping", meaning="Weight of coping with everyday life and health in the power to act.", source="guess", grade="E", role="prior")
    drive_motivation: float = number(0.14, unit="weight", possible=(0, 1), plausible=(0.05, 0.3), da="Handlekraft: motivation", en="Power to act: motivation", meaning="Weight of the five motivation orientations together in the power to act.", source="guess from S4 chapter 5", grade="E", role="prior")


class Phases(Section):
    """The rule that reads phases off the state. Feeds nothing back."""

    delta: float = number(0.03, unit="nearness 0-1 over 13 weeks", possible=(0, 1), plausible=(0.01, 0.08), da="Grænse for retning",
        en="Trend threshold", meaning="13-week change of nearness that counts as a direction.", source="specification 2", grade="E", role="prior", dated=False)
    high: float = number(0.5, unit="state 0-1", possible=(0, 1), plausible=(0.4, 0.6), da="Høj grænse", en="High mark",
        meaning="Direction, belief and self-worth above this count as marks of progression.", source="specification 2", grade="E", role="prior", dated=False)
    low: float = number(0.36, unit="state 0-1", possible=(0, 1), plausible=(0.2, 0.45), da="Lav grænse", en="Low mark",
        meaning="Self-worth and belief both under this and falling are marks of setback.", source="specification 2", grade="E", role="prior", dated=False)
    exit_margin: float = number(0.5, unit="share of the threshold", possible=(0, 1), plausible=(0.3, 0.8), da="Margen for at forlade en fase",
        en="Exit margin", meaning="To leave a phase its threshold must be undershot by this share, so that phases do not flicker.", source="specification 2", grade="E", role="prior", dated=False)
    shortest_stay: float = number(6.0, unit="weeks", possible=(0, 52), plausible=(4, 8), da="Korteste ophold", en="Shortest stay",
        meaning="Weeks a phase lasts at least.", source="specification 2", grade="E", role="prior", dated=False)
    overload_weeks: float = number(4.0, unit="weeks", possible=(0, 52), plausible=(3, 6), da="Uger med for stor byrde",
        en="Weeks of overload", meaning="Weeks in a row that load must exceed coping plus usable support for derailment.", source="specification 2", grade="E", role="prior", dated=False)
    weight_problems: float = number(0.18, unit="weight", possible=(0, 1), plausible=(0.05, 0.3), da="Vægt: problemer", en="Weight: handled problems", meaning="Weight of handled problems in nearness to work.", source="specification 2", grade="E", role="prior", dated=False)
    weight_coping: float = number(0.14, unit="weight", possible=(0, 1), plausible=(0.05, 0.3), da="Vægt: mestring", en="Weight: coping", meaning="Weight of coping.", source="specification 2", grade="E", role="prior", dated=False)
    weight_health: float = number(0.14, unit="weight", possible=(0, 1), plausible=(0.05, 0.3), da="Vægt: helbred", en="Weight: health", meaning="Weight of health.", source="specification 2", grade="E", role="prior", dated=False)
    weight_belief: float = number(0.18, unit="weight", possible=(0, 1), plausible=(0.05, 0.3), da="Vægt: tro på job", en="Weight: belief", meaning="Weight of belief in getting a job.", source="specification 2", grade="E", role="prior", dated=False)
    weight_direction: float = number(0.14, unit="weight", possible=(0, 1), plausible=(0.05, 0.3), da="Vægt: retning", en="Weight: direction", meaning="Weight of direction.", source="specification 2", grade="E", role="prior", dated=False)
    weight_relations: float = number(0.1, unit="weight", possible=(0, 1), plausible=(0.03, 0.2), da="Vægt: relationer", en="Weight: relations", meaning="Weight of usable relations.", source="specification 2", grade="E", role="prior", dated=False)
    weight_match: float = number(0.12, unit="weight", possible=(0, 1), plausible=(0.05, 0.3), da="Vægt: match", en="Weight: match", meaning="Weight of the best concrete match at a firm the citizen knows.", source="S4 L710-717", grade="E", role="prior", dated=False)
