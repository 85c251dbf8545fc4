"""Every sentence about reading a scenario file, in Danish and English.

Numbers stand as they must be written in the file (with a point), also in Danish, so that they can be copied.
"""

from __future__ import annotations

from sim.errors import Text

MISSING = Text("Filen findes ikke", "The file does not exist")
FOLDER = Text("Det er en mappe, ikke en fil", "This is a folder, not a file")
NAME_THE_FILE = Text("Skriv navnet på en scenariefil, for eksempel scenarios/baseline.toml.",
                     "Name a scenario file, such as scenarios/baseline.toml.")
NOT_A_FILE = Text("Det er ikke en almindelig fil", "This is not an ordinary file")
NOT_TOML = Text("En scenariefil skal ende på .toml", "A scenario file must end in .toml")
UNREADABLE = Text("Filen kan ikke læses", "The file cannot be read")
LINK_CIRCLE = Text("Filen er en genvej (et link), der går i ring", "The file is a link that goes in a circle")
NAME_THE_FILE_ITSELF = Text("Skriv navnet på filen selv.", "Name the file itself.")
CHECK_RIGHTS = Text("Se efter, om du har lov til at åbne den, og om et andet program holder den låst.",
                    "See whether you may open it, and whether another program keeps it locked.")
BINARY = Text("Filen er ikke en tekstfil", "The file is not a text file")
PICK_TEXT = Text("Vælg en scenariefil: almindelig tekst, der ender på .toml.", "Pick a scenario file: plain text that ends in .toml.")
NOT_UTF8 = Text("Filen er ikke gemt som UTF-8; her står et tegn, der ikke kan læses", "The file is not saved as UTF-8; a character here cannot be read")
SAVE_AS_UTF8 = Text("Gem den igen som UTF-8 (i Notesblok: Gem som, Kodning: UTF-8).", "Save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8).")
EMPTY = Text("Filen er tom", "The file is empty")
START_FROM_BASELINE = Text('Skriv for eksempel: extends = "baseline.toml" og derunder kun det, der er anderledes.',
                           'Write for example: extends = "baseline.toml" and below it only what differs.')
TOO_DEEP = Text("Værdierne ligger for dybt inde i hinanden", "The values are nested too deeply")
FLATTEN = Text("En indstilling er en enkelt værdi eller en tabel med datoer.", "A setting is a single value or a table of dates.")
HUGE_NUMBER = Text("Et tal i filen har flere tusinde cifre", "A number in the file has thousands of digits")
SHORTER = Text("Skriv det kortere.", "Write it shorter.")


def too_large(kilobytes: int) -> Text:
    """The file is larger than any scenario."""
    return Text(f"Filen fylder {kilobytes} kB; en scenariefil fylder højst 1000 kB",
                f"The file takes {kilobytes} kB; a scenario file takes 1000 kB at most")


def line_too_long(limit: int) -> Text:
    """One line is longer than anything a person writes."""
    return Text(f"Linjen er længere end {limit} tegn", f"The line is longer than {limit} characters")


def did_you_mean(name: str, explained: Text | None = None) -> Text:
    """The nearest name, with its meaning where there is one."""
    if explained is None:
        return Text(f"Mente du {name}?", f"Did you mean {name}?")
    return Text(f"Mente du {name} ({explained.da})?", f"Did you mean {name} ({explained.en})?")


def files_here(names: str) -> Text:
    """Which scenario files the folder holds."""
    return Text(f"I mappen ligger: {names}.", f"The folder holds: {names}.")


NO_FILES_HERE = Text("Der ligger ingen scenariefiler i mappen.", "There are no scenario files in the folder.")
NO_FOLDER = Text("Mappen findes heller ikke.", "The folder does not exist either.")


# --- TOML that cannot be read -------------------------------------------------------------------------------------

WORD_WITHOUT_QUOTES = Text("Der står et ord uden anførselstegn", "There is a word without quotation marks")
CANNOT_UNDERSTAND = Text("Linjen kan ikke forstås", "The line cannot be understood")
ONE_PER_LINE = Text("Skriv én indstilling pr. linje: navn = værdi.", "Write one setting per line: name = value.")
DANISH_COMMA = Text("Der står komma i et tal", "There is a comma in a number")
THOUSANDS = Text("Der står mellemrum eller punktum midt i et tal", "There are spaces or points inside a number")
PERCENT = Text("Der står procenttegn efter et tal", "There is a percent sign after a number")
FULL_DIGITS = Text("Tallet mangler et ciffer før eller efter punktummet", "The number lacks a digit before or after the point")
LEADING_ZERO = Text("Tallet begynder med 0", "The number begins with 0")
NO_LEADING_ZERO = Text("Skriv det uden 0 forrest.", "Write it without the leading 0.")
CURLY_QUOTES = Text("Der står krøllede anførselstegn", "There are curly quotation marks")
STRAIGHT_QUOTES = Text('Brug lige anførselstegn: "…".', 'Use straight quotation marks: "…".')
UNCLOSED_QUOTES = Text("Et anførselstegn er ikke lukket", "A quotation mark is not closed")
CLOSE_QUOTES = Text('Sæt " i slutningen af teksten på samme linje.', 'Put " at the end of the text, on the same line.')
UNCLOSED_BRACKET = Text("En parentes er ikke lukket", "A bracket is not closed")
CLOSE_BRACKET = Text("Sæt den manglende ] eller }. En tabel med datoer i { } skal stå på én linje, uden komma til sidst.",
                     "Add the missing ] or }. A table of dates in { } must stand on one line, without a comma at its end.")
COLON = Text("Der står kolon, hvor der skal stå lighedstegn", "There is a colon where an equals sign belongs")
NO_EQUALS = Text("Der mangler et lighedstegn", "An equals sign is missing")
NO_VALUE = Text("Der mangler en værdi efter lighedstegnet", "A value is missing after the equals sign")
WRITE_VALUE = Text("Skriv en værdi, eller slet linjen; så gælder den værdi, der ellers ville gælde.",
                   "Write a value, or delete the line; then the value that would hold otherwise holds.")
BAD_DATE = Text("Datoen findes ikke eller er skrevet på en anden måde", "The date does not exist or is written in another way")
WRITE_DATE = Text("Skriv datoer som 2018-03-05 (år-måned-dag).", "Write dates as 2018-03-05 (year-month-day).")
NAME_CHARACTERS = Text("Et navn kan kun bestå af bogstaverne a-z, tal, - og _.", "A name consists of the letters a-z, digits, - and _ only.")
SPECIAL_SPACE = Text("Der står et særligt mellemrum, som ofte følger med, når man kopierer",
                     "There is a special space that often comes along when copying")
ORDINARY_SPACE = Text("Slet det, og skriv et almindeligt mellemrum.", "Delete it and type an ordinary space.")
CONTROL = Text("Der står et usynligt styretegn i linjen", "There is an invisible control character in the line")
RETYPE = Text("Slet linjen, og skriv den igen.", "Delete the line and type it again.")
SECTION_TWICE = Text("Afsnittet står to gange", "The section is given twice")
GATHER_SECTION = Text("Saml indstillingerne under én overskrift.", "Gather its settings under one heading.")
OLD_LINE_ENDS = Text("Linjerne slutter på en måde, som ikke bruges længere (kun CR)", "The lines end in a way no longer used (CR only)")
SAVE_LINE_ENDS = Text("Gem filen igen med almindelige linjeskift (LF eller CRLF).", "Save the file again with ordinary line ends (LF or CRLF).")


def write_number(number: str) -> Text:
    """How the number is written in the file."""
    return Text(f"Skriv {number}.", f"Write {number}.")


def point_not_comma(number: str) -> Text:
    """The remedy for a Danish comma."""
    return Text(f"Skriv {number} (med punktum).", f"Write {number} (with a point).")


def as_share(share: str, number: str) -> Text:
    """The remedy for a percent sign."""
    return Text(f"Skriv {share}, hvis det er en andel, ellers {number}.", f"Write {share} if it is a share, otherwise {number}.")


def quote(word: str) -> Text:
    """A word stands without quotation marks."""
    return Text(f'Ord skal stå i anførselstegn: "{word}". Ja og nej skrives true og false.',
                f'Words stand in quotation marks: "{word}". On and off are written true and false.')


def on_or_off(word: str) -> Text:
    """Yes or no in another spelling than TOML's."""
    return Text(f"Skriv {word} med små bogstaver og uden anførselstegn.", f"Write {word} in lower case without quotation marks.")


def equals(name: str) -> Text:
    """How a setting is written."""
    return Text(f"Skriv: {name} = værdi.", f"Write: {name} = value.")


def given_twice(line: int | None) -> Text:
    """The same key twice."""
    if line is None:
        return Text("Indstillingen står to gange", "The setting is given twice")
    return Text(f"Indstillingen står to gange; første gang i linje {line}", f"The setting is given twice; first on line {line}")


KEEP_ONE = Text("Behold den ene.", "Keep one of them.")


# --- extends ------------------------------------------------------------------------------------------------------

EXTENDS_RELATIVE = Text("skal være navnet på en scenariefil set fra denne fils mappe, uden drevbogstav, / forrest eller netadresse",
                        "must be the name of a scenario file as seen from this file's folder, without a drive letter, a leading / or a web address")
EXTENDS_EXAMPLE = Text('Skriv for eksempel "baseline.toml" eller "../baseline.toml".', 'Write for example "baseline.toml" or "../baseline.toml".')
EXTENDS_SLASH = Text("skal skrives med /, ikke \\", "must be written with /, not \\")
EXTENDS_SUFFIX = Text("skal ende på .toml", "must end in .toml")
PARENT_MISSING = Text("findes ikke", "does not exist")


def write_text(text: str) -> Text:
    """How a text is written in the file."""
    return Text(f'Skriv "{text}".', f'Write "{text}".')


def circle(chain: str) -> Text:
    """A file that extends itself, perhaps by way of others."""
    return Text(f"går i ring: {chain}", f"goes in a circle: {chain}")


BREAK_CIRCLE = Text("Slet extends i en af filerne.", "Delete extends in one of the files.")


def chain_too_long(limit: int) -> Text:
    """Too many files on top of each other."""
    return Text(f"bygger på en kæde af mere end {limit} filer", f"builds on a chain of more than {limit} files")


SHORTEN_CHAIN = Text("Lad filen bygge direkte på en fil tættere på begyndelsen.", "Let the file build directly on one nearer to the beginning.")


# --- names of scenarios -------------------------------------------------------------------------------------------

NAME_RULE = Text("Navnet på en scenariefil kan kun bestå af bogstaver, tal, - og _ (højst 80 tegn)",
                 "The name of a scenario file consists of letters, digits, - and _ only (80 characters at most)")


def rename(name: str) -> Text:
    """A lawful name near to the file's."""
    return Text(f"Kald den for eksempel {name}.toml.", f"Call it for example {name}.toml.")

NO_FOLDER_TO_EXTEND_FROM = Text("kan kun bruges i en fil, ikke i en tekst, der står alene",
                                "can only be used in a file, not in a text that stands alone")
