"""The targets: what was observed, the band around it, how much it counts, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """A target: its key, what it says, what was observed, its band, and how much it counts in the fit.

    ``weight``: 1 for a target that is fitted, a half where the list says so, 0 for one that is only reported. A target
    with several entries (T5, T7) shares its weight among them. ``source``: rows of the facts.
    """

    key: str
    da: str
    en: str
    observed: str
    low: float
    high: float
    weight: float
    grade: str
    source: str

    @property
    def middle(self) -> float:
        """The middle of the band, from which distance is measured."""
        return (self.low + self.high) / 2

    @property
    def half(self) -> float:
        """Half the width of the band."""
        return (self.high - self.low) / 2

    def hit(self, value: float | None) -> bool | None:
        """Whether a value lies in the band; None without a value."""
        return None if value is None else self.low <= value <= self.high


TARGETS: tuple[Target, ...] = (
    Target("T1", "afgang til job: 12 ubrudte måneder", "exits to work: 12 unbroken months", "50 %", 0.38, 0.55, 0.0, "B", "C23"),
    Target("T2 early", "afgang til job: tabt i måned 1-3", "exits to work: lost in months 1-3", "26 %", 0.21, 0.32, 1.0, "A", "C24"),
    Target("T2 late", "afgang til job: tabt i måned 4-12", "exits to work: lost in months 4-12", "24 %", 0.19, 0.30, 1.0, "A", "C24"),
    Target("T2 ratio", "tab i måned 1-3 i forhold til 4-12", "loss in months 1-3 over 4-12", "2.2", 1.6, 3.0, 0.0, "A", "C25"),
    Target("T3", "på forsørgelse mindst 80 % af fem år", "on support at least 80 % of five years", "63 %", 0.57, 0.69, 1.0, "A", "A13"),
    Target("T4 gap", "psykisk helbred: i job mod uden (d)", "mental health: in work against out of work (d)", "0.51", 0.2, 0.8, 0.0, "C", "F1"),
    Target("T4 gained", "psykisk helbred: samme person efter job (d)", "mental health: same person after getting work (d)", "> 0, < gap", 0.02, 0.8, 0.0, "C", "F1-F2"),
    Target("T4 lost", "psykisk helbred: samme person efter jobtab (d)", "mental health: same person after losing work (d)", "< 0, > −gap", -0.8, -0.02, 0.0, "C", "F1-F2"),
    Target("T5 pension 4", "4 uger efter ressourceforløb: pension", "4 weeks after a resource course: pension", "56 %", 0.40, 0.62, 0.5, "A", "C37"),
    Target("T5 flexjob 4", "4 uger efter ressourceforløb: fleksjob", "4 weeks after a resource course: flexjob", "25 %", 0.10, 0.30, 0.5, "A", "C37"),
    Target("T5 job 4", "4 uger efter ressourceforløb: job", "4 weeks after a resource course: job", "4 %", 0.02, 0.06, 0.5, "A", "C37"),
    Target("T5 pension 13", "13 uger efter ressourceforløb: pension", "13 weeks after a resource course: pension", "46 %", 0.40, 0.62, 0.5, "A", "C36"),
    Target("T5 flexjob 13", "13 uger efter ressourceforløb: fleksjob", "13 weeks after a resource course: flexjob", "13 %", 0.10, 0.30, 0.5, "A", "C36"),
    Target("T5 job 13", "13 uger efter ressourceforløb: job", "13 weeks after a resource course: job", "3 %", 0.02, 0.06, 0.5, "A", "C36"),
    Target("T6 network", "job gennem bekendte", "jobs through acquaintances", "27-33 % (all hires)", 0.24, 0.45, 0.5, "C", "F10"),
    Target("T6 formal", "job gennem formel formidling", "jobs through formal mediation", "7-9 % (all hires)", 0.05, 0.40, 0.5, "C", "F11"),
    Target("T7 19", "stadig på kontanthjælp efter 19 måneder", "still on cash benefit after 19 months", "> 60 % (SYS)", 0.65, 0.88, 0.5, "C", "C14"),
    Target("T7 30", "stadig på kontanthjælp efter 30 måneder", "still on cash benefit after 30 months", "> 48 % (SYS)", 0.55, 0.80, 0.5, "C", "C17"),
    Target("T7 ratio", "sen afgang i forhold til tidlig", "late exit over early exit", "0.77 (SYS)", 0.6, 0.95, 0.5, "C", "C19"),
    Target("T8 12", "ny sagsbehandler, som BIP målte: 12 måneder", "change of caseworker as BIP measured: 12 months", "−22 %", -0.32, -0.10, 0.5, "B", "A6"),
    Target("T8 24", "ny sagsbehandler, som BIP målte: 24 måneder", "change of caseworker as BIP measured: 24 months", "−22 %", -0.32, -0.10, 0.5, "B", "A6"),
    Target("T9 12", "sagsbehandlers tro, som BIP målte: 12 måneder", "caseworker's belief as BIP measured: 12 months", "+32-33 %", 0.15, 0.45, 0.5, "B", "A4-A5"),
    Target("T9 24", "sagsbehandlers tro, som BIP målte: 24 måneder", "caseworker's belief as BIP measured: 24 months", "+32-33 %", 0.15, 0.45, 0.5, "B", "A4-A5"),
    Target("T10 job", "i ordinært job 12 måneder senere", "in an ordinary job 12 months later", "5 %", 0.04, 0.09, 1.0, "B", "C20, C22"),
    Target("T10 young", "under 30: job eller uddannelse 12 måneder senere", "under 30: job or education 12 months later", "up to 17 %", 0.09, 0.18, 0.5, "B", "C20"),
    Target("T10 older", "over 30: uddannelse 12 måneder senere", "over 30: education 12 months later", "–", 0.0, 0.04, 0.0, "E", "A11"),
    Target("T11", "lønnede timer ved siden af kontanthjælp", "paid hours beside cash benefit", "4.7-7.3 % (SYS)", 0.025, 0.07, 1.0, "C", "C31"),
    Target("T12", "mindst ét sagsbehandlerskift på 18 måneder", "at least one caseworker change in 18 months", "40 %", 0.33, 0.48, 0.5, "C", "A7"),
    Target("T14 all", "Odense: praktikker talt 30. marts", "Odense: placements counted on 30 March", "121", 103.0, 139.0, 0.0, "D", "S1"),
    Target("T14 mentors", "Odense: jobmentorernes praktikker 30. marts", "Odense: the job mentors' placements on 30 March", "55", 47.0, 63.0, 0.5, "D", "S1"),
    Target("C1 hours", "timer i tilbud om ugen", "hours in offers a week", "3.3", 2.5, 4.5, 0.0, "B", "C28"),
    Target("C1 none", "intet tilbud i 65 uger", "no offer in 65 weeks", "25 %", 0.18, 0.32, 0.0, "B", "C29"),
    Target("C2 special", "virksomheder med nogen på særlige vilkår", "firms with someone on special terms", "33 % (25 % employing, S0)", 0.27, 0.40, 0.0, "B", "F14"),
    Target("C2 committed", "engagerede virksomheder", "committed firms", "a minority (75 % positive, S0)", 0.0, 0.35, 0.0, "B", "F15"),
    Target("C2 away", "passive og afvisende virksomheder", "passive and dismissive firms", "the majority", 0.50, 1.0, 0.0, "B", "F15"),
    Target("C3", "ressourceforløb: praktik eller lønnede timer", "resource course: placement or paid hours", "15-17 %", 0.10, 0.20, 0.0, "C", "C34-C35"),
)
"""The targets in the order of the list. T14, Odense, is a scenario of its own: ``sim.studies.validation.odense``."""
