"""Prices and rules of money; dated, in kroner of the price year."""

from __future__ import annotations

from sim.scenario.parameter import Section, number


def _price(default: float, unit: str, da: str, en: str, meaning: str, source: str, grade: str, top: float = 1e6) -> float:
    return number(default, unit=unit, possible=(0, top), plausible=(default * 0.5, default * 2.0), da=da, en=en, meaning=meaning, source=source, grade=grade, role="input")  # type: ignore[no-any-return,arg-type]


class Costs(Section):
    """Prices for the accounts per payer. They change no behaviour."""

    benefit_single: float = _price(10968.0, "kr. a month", "Kontanthjælp, ikke-forsørger", "Cash benefit, others", "Over 30, not a provider, 2016.", "facts G3", "A")
    benefit_provider: float = _price(14575.0, "kr. a month", "Kontanthjælp, forsørger", "Cash benefit, provider", "Over 30, provider, 2016.", "facts G3", "A")
    benefit_young: float = _price(7100.0, "kr. a month", "Uddannelseshjælp", "Education benefit", "Under 30, living out, about 2016.", "facts G1", "C")
    sanction_share: float = number(0.33, unit="share", possible=(0, 1), plausible=(0.1, 1), da="Hvad en sanktion tager", en="Share cut by a sanction", meaning="Share of a single person's cash benefit that a week of sanction takes away.", source="guess", grade="E", role="input")
    pension: float = _price(18200.0, "kr. a month", "Førtidspension", "Disability pension", "Single, about 2016.", "guess", "D")
    flexjob_subsidy: float = _price(11500.0, "kr. a month", "Flekslønstilskud", "Flexjob subsidy", "Mean public supplement in a flexjob.", "guess", "D")
    study_grant: float = _price(5941.0, "kr. a month", "SU", "Study grant", "Living out, 2016.", "rules 2016-2019", "B")
    wage_subsidy: float = _price(77.0, "kr. an hour", "Løntilskud", "Wage subsidy", "Private wage subsidy per hour.", "facts G6", "B", 1e4)
    hourly_wage: float = _price(145.0, "kr. an hour", "Timeløn", "Hourly wage", "Gross wage of an unskilled job.", "guess", "D", 1e4)
    tax_rate: float = number(0.36, unit="share", possible=(0, 1), plausible=(0.3, 0.42), da="Skattesats", en="Tax rate", meaning="Income tax on wages, all levels of government.", source="facts G4", grade="C", role="input")
    municipal_tax_share: float = number(0.68, unit="share", possible=(0, 1), plausible=(0.6, 0.75), da="Kommunens andel af skat", en="Municipality's share of tax", meaning="Share of income tax that goes to the municipality.", source="guess", grade="D", role="input")
    refund_4: float = number(0.8, unit="share", possible=(0, 1), da="Refusion, uge 1-4", en="Refund weeks 1-4", meaning="State's share of benefit.", source="facts K2", grade="B", role="input")
    refund_26: float = number(0.4, unit="share", possible=(0, 1), da="Refusion, uge 5-26", en="Refund weeks 5-26", meaning="State's share of benefit.", source="facts K2", grade="B", role="input")
    refund_52: float = number(0.3, unit="share", possible=(0, 1), da="Refusion, uge 27-52", en="Refund weeks 27-52", meaning="State's share of benefit.", source="facts K2", grade="B", role="input")
    refund_after: float = number(0.2, unit="share", possible=(0, 1), da="Refusion efter uge 52", en="Refund after week 52", meaning="State's share of benefit.", source="facts K2", grade="B", role="input")
    discount_rate: float = number(0.035, unit="share a year", possible=(0, 1), plausible=(0.02, 0.05), da="Diskonteringsrente", en="Discount rate", meaning="What a later year counts less in the socio-economic account; years 0-35.", source="facts K4", grade="B", role="input")
    net_tax_factor: float = number(1.28, unit="factor", possible=(1, 3), plausible=(1.2, 1.35), da="Nettoafgiftsfaktor", en="Net tax factor", meaning="From factor prices to what consumers pay; socio-economic account only.", source="facts K4", grade="B", role="input")
    caseworker_hour: float = _price(420.0, "kr. an hour", "Sagsbehandlertime", "Caseworker hour", "Full hourly cost.", "facts G9-G10", "D", 1e4)
    broker_hour: float = _price(430.0, "kr. an hour", "Jobformidlertime", "Broker hour", "Full hourly cost.", "facts G9-G10", "D", 1e4)
    mentor_hour: float = _price(350.0, "kr. an hour", "Mentortime", "Mentor hour", "Personal mentor.", "facts G7-G8", "D", 1e4)
    firm_mentor_hour: float = _price(200.0, "kr. an hour", "Virksomhedsmentortime", "Firm mentor hour", "When paid by the municipality.", "facts G7", "C", 1e4)
    colleague_hour: float = _price(200.0, "kr. an hour", "Kollegatime", "Colleague hour", "An hour of an ordinary employee, paid by the workplace.", "facts G7", "D", 1e4)
    compensation_hour: float = _price(75.0, "kr. an hour", "Kompensationstime", "Compensation hour", "Paid to a firm for an hour of lost ability.", "facts G6", "E", 1e4)
    mentor_training_hour: float = _price(450.0, "kr. an hour", "Time på mentoruddannelse", "Mentor training hour", "Course or network meeting, per participant.", "guess", "E", 1e4)
    flexjob_unit_hour: float = _price(60.0, "kr. an hour", "Arbejdspladsens del af en fleksjobtime", "Unit's part of a flexjob hour", "What a municipal workplace pays itself of an hour in a flexjob.", "guess", "E", 1e4)
    support_hour: float = _price(800.0, "kr. an hour", "Støttetime", "Support hour", "Psychologist, treatment, advice, in the mean.", "guess", "E", 1e4)
    team_hour: float = _price(600.0, "kr. an hour", "Teamtime", "Team hour", "Member of the rehabilitation team, labour-market expert included.", "guess", "E", 1e4)
    teaching_hour: float = _price(250.0, "kr. an hour", "Undervisningstime", "Teaching hour", "Teacher or supervisor, per hour and participant.", "guess", "E", 1e4)
    volunteer_hour: float = _price(350.0, "kr. an hour", "Time til frivilligkoordinering", "Volunteer coordination", "Paid coordinator.", "guess", "E", 1e4)
    provider_hour: float = _price(430.0, "kr. an hour", "Anden aktørs time", "Provider hour", "External provider.", "facts G9-G10", "D", 1e4)
    activation_hour: float = _price(45.0, "kr. a participant hour", "Aktiveringstime", "Activation hour", "Generic activation.", "facts D16", "D", 1e4)
    upskilling_week: float = _price(2500.0, "kr. a week", "Opkvalificeringsuge", "Upskilling week", "Course fee.", "guess", "E", 1e5)
