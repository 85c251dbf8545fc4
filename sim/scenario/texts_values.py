"""Every sentence about values, names and dates in a scenario file, in Danish and English.

Numbers stand as they must be written in the file (with a point), also in Danish, so that they can be copied.
"""

from __future__ import annotations

from collections.abc import Sequence

from sim.errors import Text

MUST_BE_NUMBER = Text("skal være et tal", "must be a number")
MUST_BE_WHOLE = Text("skal være et helt tal", "must be a whole number")
MUST_BE_FLAG = Text("skal være true (ja) eller false (nej)", "must be true (on) or false (off)")
MUST_BE_DATE = Text("skal være en dato", "must be a date")
MUST_BE_TEXT = Text("skal være en tekst i anførselstegn", "must be a text in quotation marks")
MUST_BE_TEXTS = Text('skal være en tekst, eller en tekst på hvert sprog: { da = "…", en = "…" }',
                     'must be a text, or a text in each language: { da = "…", en = "…" }')
MUST_BE_LIST = Text('skal være en liste af tekster: ["…", "…"]', 'must be a list of texts: ["…", "…"]')
MUST_BE_ORDINARY = Text("skal være et almindeligt tal", "must be an ordinary number")
MUST_LIE = Text("skal ligge", "must lie")
MUST_BE_ONE_OF = Text("skal være en af", "must be one of")
MUST_NOT_BE_EMPTY = Text("er tom", "is empty")
REGIME_RULE = Text("skal være et kort navn af små bogstaver a-z, tal og bindestreg, for eksempel rules-2016-2019",
                   "must be a short name of lower-case letters a-z, digits and hyphens, such as rules-2016-2019")
DATE_LIKE = Text("Skriv den uden anførselstegn, for eksempel 2017-01-02.", "Write it without quotation marks, such as 2017-01-02.")
NOT_TRUE_FALSE = Text("true og false hører til indstillinger, der er ja eller nej.", "true and false belong to settings that are on or off.")

IS_NO_SETTING = Text("er ikke en indstilling", "is not a setting")
IS_NO_SECTION = Text("er ikke et afsnit eller en indstilling", "is not a section or a setting")
IS_NO_LANGUAGE = Text("hører ikke til her", "does not belong here")
LANGUAGES_OR_TOP = Text("Her står kun da og en. extends, question og not_modelled står øverst i filen, før det første [afsnit].",
                        "Only da and en stand here. extends, question and not_modelled stand at the top of the file, before the first [section].")
SEE_STARTER = Text("Alle indstillinger står i scenarios/baseline.toml.", "All settings stand in scenarios/baseline.toml.")

LACKS_DATES = Text("mangler datoer", "lacks dates")
DATES_EXAMPLE = Text("Skriv en enkelt værdi eller datoer: { 2017-01 = 82, 2018-01 = 40 }.", "Write a single value or dates: { 2017-01 = 82, 2018-01 = 40 }.")
DATE_UNREADABLE = Text("er ikke en dato", "is not a date")
DATE_FORMS = Text('Skriv 2018-01 (fra den 1. i måneden), 2018-03-05 eller "start".', 'Write 2018-01 (from the 1st of the month), 2018-03-05 or "start".')
NO_SUCH_DAY = Text("findes ikke i kalenderen", "does not exist in the calendar")
DATE_LIMITS = Text("Måneder går fra 01 til 12, og dagen skal findes i måneden.", "Months run from 01 to 12, and the month must have the day.")
DATES_UNSORTED = Text("står efter en senere dato", "stands after a later date")
SORT_DATES = Text("Skriv datoerne i rækkefølge, den tidligste først.", "Write the dates in order, the earliest first.")
UNDATED = Text("gælder for hele kørslen og kan ikke skifte på en dato", "holds for a whole run and cannot change on a date")
ONE_VALUE = Text("Skriv en enkelt værdi.", "Write a single value.")


def between(low: str, high: str, explained: Text) -> Text:
    """The possible range and what the number is."""
    return Text(f"mellem {low} og {high}: {explained.da}", f"between {low} and {high}: {explained.en}")


def must_be_monday(days: str) -> Text:
    """A day of the week on which no week begins."""
    return Text(f"skal være en mandag. De nærmeste: {days}", f"must be a Monday. The nearest: {days}")


def write_plain(value: str) -> Text:
    """A number or on/off that stands in quotation marks."""
    return Text(f"Skriv {value} uden anførselstegn.", f"Write {value} without quotation marks.")


def write_with_point(number: str) -> Text:
    """A number with a Danish comma in quotation marks."""
    return Text(f"Skriv {number} med punktum og uden anførselstegn.", f"Write {number} with a point and without quotation marks.")


def percent_as_share(share: str, percent: str) -> Text:
    """A share that was written as a percentage."""
    return Text(f"Skriv {share}, hvis der menes {percent} %.", f"Write {share} if {percent} % is meant.")


def write_value(value: str) -> Text:
    """How the value is written."""
    return Text(f"Skriv {value}.", f"Write {value}.")


def whole_or_thousands(rounded: str, thousands: str) -> Text:
    """A whole number with a point in it, which in Danish may divide thousands."""
    return Text(f"Skriv {rounded}, eller {thousands} hvis punktummet skulle dele tusinder.",
                f"Write {rounded}, or {thousands} if the point was meant to divide thousands.")


def too_long(limit: int) -> Text:
    """A text with too many characters."""
    return Text(f"må højst være på {limit} tegn", f"may have {limit} characters at most")


def too_many(limit: int) -> Text:
    """A list with too many members."""
    return Text(f"må højst have {limit} punkter", f"may have {limit} members at most")


def hidden_character(code: str) -> Text:
    """A character that nobody sees."""
    return Text(f"indeholder et linjeskift eller et usynligt tegn ({code})", f"holds a line break or an invisible character ({code})")


DELETE_CHARACTER = Text("Slet tegnet; en tekst på flere linjer skrives på én.", "Delete the character; write a text of several lines on one.")


def lacks_language(language: str) -> Text:
    """A pair of texts without one of the languages."""
    name = {"da": Text("dansk", "Danish"), "en": Text("engelsk", "English")}[language]
    return Text(f"mangler teksten på {name.da} ({language})", f"lacks the {name.en} text ({language})")


def is_section(name: str) -> Text:
    """A section that was given a single value."""
    return Text(f"er et afsnit; skriv [{name}] på en linje for sig og indstillingerne under den",
                f"is a section; write [{name}] on a line of its own and its settings below it")


def belongs_in(section: str, key: str) -> Text:
    """A setting that stands in the wrong section."""
    return Text(f"{key} hører til under [{section}].", f"{key} belongs under [{section}].")


def belongs_on_top(key: str) -> Text:
    """A key of the header that stands below a section."""
    return Text(f"{key} hører til øverst i filen, før det første [afsnit].", f"{key} belongs at the top of the file, before the first [section].")


def belongs_in_any(places: str) -> Text:
    """A setting that several sections have."""
    return Text(f"Den findes som {places}.", f"It exists as {places}.")


def did_you_mean_one_of(places: Sequence[str]) -> Text:
    """The nearest name, which stands in another section, or in several."""
    return Text(f"Mente du {' eller '.join(places)}?", f"Did you mean {' or '.join(places)}?")


def see_section(section: str) -> Text:
    """How to see what a section holds."""
    return Text(f"Afsnittets indstillinger ses med: vendepunkt explain {section}",
                f"See the section's settings with: vendepunkt explain {section}")


def same_week(monday: str) -> Text:
    """Two dates that fall in the same week."""
    return Text(f"falder i samme uge som datoen før (fra mandag den {monday})", f"falls in the same week as the date before it (from Monday {monday})")


KEEP_ONE_DATE = Text("Behold den ene dato.", "Keep one of the dates.")


def after_end(end: str) -> Text:
    """A date on which the run is over."""
    return Text(f"ligger efter kørslens slutning (den {end})", f"lies after the end of the run ({end})")


MOVE_DATE = Text("Flyt datoen, eller forlæng kørslen: weeks under [time].", "Move the date, or lengthen the run: weeks under [time].")


def not_accepted(message: str) -> Text:
    """A rule of the catalogue that has no sentence of its own."""
    return Text(f"kan ikke bruges ({message})", f"cannot be used ({message})")


def together(message: str) -> Text:
    """Settings of one section that do not go together."""
    return Text(f"går ikke sammen ({message})", f"do not go together ({message})")
