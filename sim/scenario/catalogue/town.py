"""The town: how many people and workplaces, how they come and go, and what an entering citizen is like."""

from __future__ import annotations

from sim.scenario.parameter import Section, number, whole


class Town(Section):
    """Size and composition. Fixed for a whole run, so that all scenarios share one population."""

    activity_ready: int = whole(1600, unit="citizens", possible=(0, 2_000_000), plausible=(100, 400_000), da="Aktivitetsparate",
        en="Activity-ready citizens", meaning="On activity-ready cash benefit at the start of burn-in.", source="specification 0", grade="E", role="setting", dated=False)
    resource_course: int = whole(400, unit="citizens", possible=(0, 2_000_000), plausible=(0, 100_000), da="I ressourceforløb",
        en="On a resource course", meaning="On a resource course at the start of burn-in.", source="specification 0", grade="E", role="setting", dated=False)
    workplaces_per_citizen: float = number(0.5, unit="workplaces per citizen", possible=(0, 5), plausible=(0.1, 1), da="Arbejdspladser pr. borger",
        en="Workplaces per citizen", meaning="Workplaces within reach of the jobcentre, brokers and networks.", source="specification 0", grade="E", role="setting", dated=False)
    municipal_share: float = number(0.2, unit="share", possible=(0, 1), plausible=(0.1, 0.4), da="Andel kommunale arbejdspladser",
        en="Municipal share of workplaces", meaning="Share of the workplaces that are municipal.", source="S2", grade="E", role="setting", dated=False)
    inflow: float = number(0.055, unit="share of activity-ready a year", possible=(0, 2), plausible=(0.03, 0.15), da="Tilgang",
        en="Inflow", meaning="New activity-ready citizens a year, as a share of the starting stock; exogenous, so the same in every scenario.",
        source="facts C14, C17 (balances outflow)", grade="D", role="input")
    inflow_resource_course: float = number(0.36, unit="share of the resource-course stock a year", possible=(0, 2), plausible=(0.1, 0.5), da="Tilgang direkte til ressourceforløb",
        en="Inflow to resource course", meaning="New resource-course citizens from outside cash benefit (sickness benefit) a year.", source="facts C36-C40", grade="D", role="input")
    share_under_30: float = number(0.3, unit="share", possible=(0, 1), plausible=(0.2, 0.45), da="Andel under 30 år ved indtræden",
        en="Share under 30 at entry", meaning="Share of activity-ready entrants younger than 30.", source="facts C20", grade="E", role="input", dated=False)
    trained: float = number(0.26, unit="share", possible=(0, 1), plausible=(0.2, 0.3), da="Andel med erhvervsuddannelse",
        en="Share with vocational training", meaning="Seven to eight in ten have none.", source="facts A12, C9", grade="A", role="input", dated=False)
    psychiatric: float = number(0.47, unit="share", possible=(0, 1), plausible=(0.4, 0.5), da="Andel med psykiatrisk diagnose",
        en="Share with a psychiatric diagnosis", meaning="Nearly half.", source="facts A12", grade="A", role="input", dated=False)
    musculoskeletal: float = number(0.2, unit="share", possible=(0, 1), plausible=(0.15, 0.3), da="Andel med muskel-skelet-lidelse",
        en="Share with a musculoskeletal disorder", meaning="One in five.", source="facts A12", grade="A", role="input", dated=False)
    three_years: float = number(0.66, unit="share", possible=(0, 1), plausible=(0.6, 0.72), da="Andel med mindst tre år på forsørgelse",
        en="Share at least three years on support", meaning="Starting stock of activity-ready aged 21+.", source="facts C6", grade="A", role="input", dated=False)
    eight_of_ten: float = number(0.58, unit="share", possible=(0, 1), plausible=(0.5, 0.65), da="Andel med mindst otte af ti år på forsørgelse",
        en="Share at least eight of ten years", meaning="Starting stock of activity-ready aged 28+.", source="facts C7", grade="A", role="input", dated=False)
    provider_income: float = number(0.18, unit="share", possible=(0, 1), plausible=(0.1, 0.3), da="Andel med partnerindkomst",
        en="Share with a partner's income", meaning="Household has another income.", source="S4 L1824-1827", grade="E", role="prior", dated=False)
    heterogeneity: float = number(0.0745, unit="standard deviation on a 0-1 scale", possible=(0, 0.5), plausible=(0.05, 0.3), da="Forskelle mellem borgere",
        en="Heterogeneity", meaning="Spread of people's lasting set points of coping, self-worth and belief.", source="targets T3, T7", grade="E", role="fitted", dated=False)
    mean_degree: float = number(10.0, unit="ties per citizen", possible=(0, 12), plausible=(8, 12), da="Bånd pr. borger",
        en="Ties per citizen", meaning="Average number of ties of an entering citizen (12 places at most).", source="specification 0", grade="E", role="prior", dated=False)
    outsiders_employed: float = number(0.62, unit="share", possible=(0, 1), plausible=(0.4, 0.8), da="Andel af netværket i arbejde",
        en="Share of ties in work", meaning="Share of outsiders of working age who have a job.", source="F10, Danish employment rate", grade="E", role="input", dated=False)
    same_wish: float = number(0.45, unit="share", possible=(0, 1), plausible=(0.2, 0.7), da="Ønsker eget fag", en="Share who wish for their own trade", meaning="Share of entrants who wish for the occupation they are trained for or have worked in; the others wish for any.", source="guess from S4 L3230-3236", grade="E", role="prior", dated=False)
