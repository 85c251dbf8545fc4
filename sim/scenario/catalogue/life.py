"""Life: problems that flare and ease, crises, age, moves."""

from __future__ import annotations

from sim.scenario.parameter import Section, number


class Life(Section):
    """Exogenous life events; the same for every policy."""

    flares: float = number(1.1, unit="flares a year", possible=(0, 26), plausible=(0.4, 3), da="Problemer blusser op",
        en="Flares", meaning="How often a problem flares up, on average over all six kinds.", source="S4 L1550-1567", grade="D", role="prior")
    flare_size: float = number(0.28, unit="severity 0-1", possible=(0, 1), plausible=(0.1, 0.5), da="Hvor meget et problem blusser op",
        en="Size of flare", meaning="Mean severity a flare adds.", source="S4", grade="E", role="prior")
    ease_half_life: float = number(30.0, unit="weeks", possible=(1, 1040), plausible=(10, 80), da="Halveringstid for bedring",
        en="Half-life of easing", meaning="Weeks until half of a problem above its chronic floor has eased by itself.", source="S4 L817-819", grade="E", role="prior")
    jobless_harm: float = number(0.6, unit="severity 0-1", possible=(0, 3), plausible=(0.2, 1.2), da="Ledighed og psykisk helbred", en="Harm of joblessness", meaning="Mental illness in the long run per unit of self-worth lacking, of someone on benefit without job or placement, beyond what is usual on benefit; a job takes the usual away. 0: work eases the chronic level only.", source="facts F1-F2 (their size is not imposed)", grade="E", role="prior")
    wage_eases: float = number(0.5, unit="share", possible=(0, 1), plausible=(0.2, 0.8), da="Løn letter gæld", en="Debt eased by a wage",
        meaning="Share of lasting debt that a full-time wage takes away in the long run, at the pace of easing; fewer hours take less.", source="S4 L3144-3160", grade="E", role="prior")
    crises: float = number(0.07, unit="chance a year", possible=(0, 1), plausible=(0.03, 0.15), da="Livskriser",
        en="Life crises", meaning="Serious crisis: death in the family, divorce, debt, serious illness.", source="S4 L757-770, L1000-1029", grade="D", role="prior")
    crisis_size: float = number(0.5, unit="severity 0-1", possible=(0, 1), plausible=(0.3, 0.8), da="Krisens størrelse",
        en="Size of crisis", meaning="Mean severity a crisis adds to the problem it strikes.", source="S4", grade="E", role="prior")
    chronic_floor: float = number(0.38, unit="severity 0-1", possible=(0, 1), plausible=(0.2, 0.6), da="Kronisk niveau",
        en="Chronic floor", meaning="Severity that a chronic condition keeps without treatment.", source="S4", grade="E", role="prior", dated=False)
    moves: float = number(0.018, unit="chance a year", possible=(0, 1), plausible=(0.005, 0.05), da="Fraflytning",
        en="Moves away", meaning="Leaves the municipality.", source="facts C16", grade="C", role="input")
    deaths: float = number(0.006, unit="chance a year", possible=(0, 1), plausible=(0.002, 0.015), da="Dødsfald",
        en="Deaths", meaning="Dies.", source="facts C16", grade="C", role="input")
    retirement_age: float = number(65.0, unit="years", possible=(50, 80), plausible=(64, 68), da="Folkepensionsalder",
        en="Retirement age", meaning="State pension age in the regime.", source="rules 2016-2019", grade="A", role="input")
    education_young: float = number(0.754, unit="chance a year for a fully ready person", possible=(0, 1), plausible=(0.2, 0.9), da="Uddannelse, under 30 år",
        en="Education under 30", meaning="Chance that someone under 30 with direction and mastery starts an education.", source="facts C20", grade="C", role="fitted")
    education_older: float = number(0.08, unit="chance a year for a fully ready person", possible=(0, 1), plausible=(0, 0.2), da="Uddannelse, 30 år og derover",
        en="Education over 30", meaning="The same for those over 30.", source="targets T10", grade="E", role="prior")
    education_weeks: float = number(110.0, unit="weeks", possible=(1, 520), plausible=(52, 208), da="Uddannelsens længde",
        en="Length of education", meaning="Mean weeks in education before finishing or leaving it.", source="facts C15", grade="E", role="prior")
    education_finish: float = number(0.5, unit="share", possible=(0, 1), plausible=(0.3, 0.7), da="Andel, der fuldfører",
        en="Share who finish", meaning="Of those leaving education, share who finish and look for work outside benefit.", source="facts C20", grade="E", role="prior")
    self_support: float = number(0.024, unit="chance a year", possible=(0, 1), plausible=(0.01, 0.06), da="Selvforsørgelse",
        en="Self-support", meaning="Leaves benefit without known income; higher with a partner's income or a sanction.", source="facts C15-C16", grade="C", role="prior")
    self_support_return: float = number(0.6, unit="share over two years", possible=(0, 1), plausible=(0.4, 0.7), da="Tilbage fra selvforsørgelse",
        en="Return from self-support", meaning="Share who come back to benefit.", source="facts C27", grade="C", role="input")
    work_eases: float = number(0.25, unit="share", possible=(0, 1), plausible=(0.1, 0.5), da="Arbejde letter psykisk sygdom", en="Ease of work", meaning="Share of the chronic level of mental illness that work takes away in the long run for someone who fits in as most do.", source="facts F1-F2 (their size is not imposed)", grade="E", role="prior")
