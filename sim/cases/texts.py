"""Every sentence about case files, in Danish and English."""

from __future__ import annotations

from sim.errors import Text

NOTHING = Text("Intet er spillet.", "Nothing was played.")
NOT_A_KEY = Text("hører ikke til her", "does not belong here")
MISSING = Text("mangler", "is missing")
MUST_BE_TABLE = Text("skal være en tabel", "must be a table")
MUST_BE_TABLES = Text("skal være en liste af tabeller: [[…]]", "must be a list of tables: [[…]]")
MUST_BE_TEXT = Text("skal være en tekst i anførselstegn", "must be a text in quotation marks")
MUST_BE_TEXTS = Text('skal være en liste af tekster: ["…", "…"]', 'must be a list of texts: ["…", "…"]')
MUST_BE_NUMBER = Text("skal være et tal", "must be a number")
MUST_BE_WHOLE = Text("skal være et helt tal", "must be a whole number")
MUST_BE_FLAG = Text("skal være true eller false", "must be true or false")
MUST_BE_ONE_OF = Text("skal være en af", "must be one of")
MUST_BE_WEEKS = Text("skal være to hele tal, første og sidste uge: [8, 26]", "must be two whole numbers, first and last week: [8, 26]")
MUST_LIE = Text("skal ligge", "must lie")
TWICE = Text("bruges om to begivenheder", "names two events")
OTHER_NAME = Text("Giv den ene et andet navn.", "Give one of them another name.")
NO_EVENT = Text("er ikke en begivenhed før denne", "is no event before this one")
NO_EVENT_AT_ALL = Text("er ikke en begivenhed i fortællingen", "is no event of the case")
TOO_LATE = Text("kommer efter fortællingens sidste uge", "comes after the last week of the case")
LONGER = Text(
    "Lad fortællingen vare længere, eller lad begivenheden komme før.",
    "Let the case last longer, or the event come earlier.")
UNEVEN = Text("er ikke lige mange på dansk og engelsk", "are not as many in Danish as in English")
TOO_MANY_TIES = Text("er tilsammen mere end 12 bånd", "are more than 12 ties together")
NO_CITATION = Text("er hverken en kildehenvisning som S4 L3214-3227 eller ordet guess", "is not a reference such as S4 L3214-3227, nor the word guess")
SAY_WHERE = Text("Skriv den under [sources]: ved en kilde, eller ved guess.", "Put it under [sources]: at a source, or at guess.")
NO_SOURCE = Text("har ingen kilde", "has no source")
NO_FACT = Text("står ikke under [person] eller [surroundings]", "does not stand under [person] or [surroundings]")
NOT_FIRST = Text("den første periode skal begynde ved start", "the first period must begin at start")
NEVER_SCRIPTED = Text("Svar, faser og ansættelser skrives aldrig; kun det, der kommer udefra.",
                      "Responses, phases and hires are never scripted; only what comes from outside.")
NO_CASES = Text("her er ingen fortællinger", "there are no cases here")
NO_SUCH_CASE = Text("er ikke en fortælling", "is no case")


def where_cases_are(folder: str, names: tuple[str, ...]) -> Text:
    """The cases of the folder they are looked for in, or how to name a file where it holds none."""
    shown = ", ".join(names)
    if names:
        return Text(f"I mappen {folder} ligger: {shown}.", f"The folder {folder} holds: {shown}.")
    return Text(
        f"Der søges i mappen {folder} herfra, og der er ingen. Skriv stien til en case-fil (…/{folder}/maria.toml), "
        f"eller gå til projektets mappe.",
        f"Cases are looked for in the folder {folder} from here, and there are none. Give the path of a case file "
        f"(…/{folder}/maria.toml), or go to the project's folder.")


NOT_TOML = Text("En case-fil skal ende på .toml.", "A case file must end in .toml.")
NAME_A_CASE = Text(
    "Nævn en fortælling, for eksempel maria eller cases/maria.toml.",
    "Name a case, such as maria or cases/maria.toml.")
LOOK_AT_A_CASE = Text("Se docs/cases.md, og begynd fra en af dem i mappen cases.",
                      "See docs/cases.md, and start from one of those in the folder cases.")


def did_you_mean(name: str) -> Text:
    """A near name."""
    return Text(f"Mente du {name}?", f"Did you mean {name}?")


def one_of(names: tuple[str, ...]) -> Text:
    """What is allowed."""
    shown = ", ".join(names)
    return Text(shown, shown)


def known(names: tuple[str, ...]) -> Text:
    """The names there are."""
    shown = ", ".join(names)
    return Text(f"Der er: {shown}.", f"There are: {shown}.")


def between(low: str, high: str, meaning: Text) -> Text:
    """A range and what it is about."""
    return Text(f"mellem {low} og {high}: {meaning.da}", f"between {low} and {high}: {meaning.en}")
