"""Phases, agency, and identity: how a pathway is described."""

from __future__ import annotations

from sim.vocabulary.words import Word


class Phase(Word):
    """Four phases read off the state while on public support, and the two places outside (S4 table 3)."""

    PROGRESSION = 0, "Progression", "Progression", "Meaning, direction, growing self-worth and belief."
    STAGNATION = 1, "Stagnation", "Stagnation", "Unclear, waiting, without direction."
    SETBACK = 2, "Tilbagegang", "Setback", "Meaninglessness, fragility, isolation; slipping away from work."
    DERAILMENT = 3, "Afsporing", "Derailment", "Everything overwhelms; powerless; the load exceeds what one can carry."
    IN_WORK = 4, "I arbejde", "In work", "In ordinary work or a flexjob."
    OUTSIDE = 5, "Ude af systemet", "Outside", "In education, self-support, pension, or gone."


ON_SUPPORT_PHASES = (Phase.PROGRESSION, Phase.STAGNATION, Phase.SETBACK, Phase.DERAILMENT)


class Agency(Word):
    """How much a person can act on the own situation (S4 table 3)."""

    ACTIVE = 0, "Handlekraftig", "Active", "Takes initiative."
    PASSIVE = 1, "Afventende", "Passive", "Waits for others."
    INACTIVE = 2, "Inaktiv", "Inactive", "Withdraws or resists."
    PARALYSED = 3, "Paralyseret", "Paralysed", "Cannot act; everything overwhelms."


class Identity(Word):
    """Identity toward the system, as the strongest leaning (S4 chapter 3)."""

    CO_CREATOR = 0, "Medskaber", "Co-creator", "Plans together with the caseworker."
    CLIENT = 1, "Klient", "Client", "Adapts and leaves the initiative to the system."
    OPPONENT = 2, "Modstander", "Opponent", "Works around or against the system."


class Orientation(Word):
    """Five motivation orientations (S4 chapter 5)."""

    NECESSITY = 0, "Nødvendighed", "Necessity", "Income, duty, getting away from the system."
    RELATION = 1, "Relation", "Relation", "Belonging, a trusting relation."
    MASTERY = 2, "Mestring", "Mastery", "Being able to, and expecting to."
    DIRECTION = 3, "Retning", "Direction", "Knowing the way; meaning."
    PRACTICE = 4, "Praksis", "Practice", "Learning by doing at a workplace."


class Problem(Word):
    """The spider's legs: problems that must be carried beside job search (S4 Maria)."""

    DEBT = 0, "Gæld og økonomi", "Debt and economy", "Debt, unpaid bills, insecure income."
    HOUSING = 1, "Bolig", "Housing", "Insecure or missing housing."
    PAIN = 2, "Fysiske smerter", "Physical pain", "Pain or bodily limits."
    MENTAL = 3, "Psykisk sygdom", "Mental illness", "Anxiety, depression or other mental illness."
    SUBSTANCE = 4, "Misbrug", "Substance use", "Alcohol, drugs or medicine."
    FAMILY = 5, "Familie og sorg", "Family and grief", "Divorce, care, conflict, loss."
