"""Every sentence about a town's own tables, in Danish and English."""

from __future__ import annotations

from sim.errors import Text

NOTHING_READ = Text("Intet er kørt.", "Nothing was run.")
CHANGED = Text("er ændret, siden scenariet blev læst", "has changed since the scenario was read")
READ_AGAIN = Text(
    "Kør kommandoen igen, så læses tabellerne på ny. Skal et tidligere resultat genskabes, så find de gamle tabeller frem.",
    "Run the command again, which reads the tables anew. To recreate an earlier result, bring back the earlier tables.",
)
EMPTY = Text("Filen er tom", "The file is empty")
NO_ROWS = Text("Tabellen har en overskrift, men ingen rækker", "The table has a heading but no rows")
FILL = Text(
    "Skriv tabeller at udfylde med: vendepunkt starter --tables MAPPE",
    "Write tables to fill in with: vendepunkt starter --tables FOLDER",
)
DAMAGED = Text("Filen er beskadiget eller er ikke parquet", "The file is damaged or is not parquet")
SAVE_AGAIN = Text("Gem den igen fra det program, den kommer fra.", "Save it again from the program it comes from.")
NOT_UTF8 = Text(
    "Filen er ikke gemt som UTF-8; her står et tegn, der ikke kan læses",
    "The file is not saved as UTF-8; a character here cannot be read",
)
SAVE_AS_UTF8 = Text(
    "Gem den igen som CSV UTF-8 (i Excel: Gem som, CSV UTF-8).",
    "Save it again as CSV UTF-8 (in Excel: Save as, CSV UTF-8).",
)
NO_TEXT = Text("Filen er ikke en CSV-fil: den er ikke tekst", "The file is not a CSV file: it is not text")
TABULATOR = Text("Felterne er adskilt af tabulator", "The cells are separated by tabs")
COMMAS = Text(
    "Gem med komma eller semikolon mellem felterne, eller gem som parquet.",
    "Save with commas or semicolons between the cells, or save as parquet.",
)
UNCLOSED = Text(
    "Et anførselstegn er ikke lukket, eller filen er ikke CSV", "A quotation mark is not closed, or the file is not CSV"
)
CLOSE = Text('Sæt " om begge ender af feltet.', 'Put " at both ends of the cell.')
TWICE = Text("står to gange i overskriften", "stands twice in the heading")
KEEP_ONE = Text("Behold den ene kolonne.", "Keep one of the columns.")
MISSING_COLUMN = Text("mangler: kolonnen skal være der", "is missing: the column must be there")
ADD_COLUMN = Text(
    "Tilføj den; hver række skal have en værdi. Kolonnerne står i docs/population.md.",
    "Add it; every row must have a value. The columns stand in docs/population.md.",
)
UNKNOWN_COLUMN = Text("er ikke en kolonne, tabellen kan have", "is not a column the table can have")
DELETE_COLUMN = Text(
    "Slet kolonnen, eller se kolonnerne i docs/population.md.",
    "Delete the column, or see the columns in docs/population.md.",
)
PERSONAL = Text(
    "ser ud til at være en personoplysning, der kan genkende nogen", "looks like something that tells who a person is"
)
ONLY_PSEUDONYMS = Text(
    "Her hører kun pseudonymer hjemme. Slet kolonnen, og gem ikke filen sammen med resultater.",
    "Only pseudonyms belong here. Delete the column, and do not keep the file with results.",
)
PERSON_NUMBER = Text("ligner et CPR-nummer", "looks like a civil registration number")
USE_PSEUDONYM = Text(
    "Brug et løbenummer eller en anden nøgle, som ikke siger noget om personen. Værdien vises ikke her med vilje.",
    "Use a running number or another key that says nothing of the person. The value is left out here on purpose.",
)
WRONG_TYPE = Text("er en kolonne af en slags, der ikke kan bruges", "is a column of a kind that cannot be used")
SAVE_AS_TEXT = Text("Gem den som tekst.", "Save it as text.")
SAVE_AS_YES_NO = Text("Gem den som true og false.", "Save it as true and false.")
MUST_BE_NUMBER = Text("skal være et tal", "must be a number")
MUST_BE_WHOLE = Text("skal være et helt tal", "must be a whole number")
MUST_LIE = Text("skal ligge", "must lie")
MUST_BE_YES_NO = Text("skal være true eller false", "must be true or false")
MUST_BE_ONE_OF = Text("skal være en af", "must be one of")
IS_EMPTY = Text("er tom", "is empty")
FILL_CELL = Text("Skriv en værdi; denne kolonne kan ikke trækkes.", "Write a value; this column cannot be drawn.")
OWN_NAME = Text("Giv hver række sit eget navn, eller slet kolonnen.", "Give each row a name of its own, or delete the column.")
DUPLICATE = Text("står også i en tidligere række", "stands in an earlier row too")
NO_SUCH_CASEWORKER = Text("findes ikke i sagsbehandlernes tabel", "is not in the caseworkers' table")
ADD_CASEWORKER = Text(
    "Tilføj en række i sagsbehandlernes tabel, eller lad feltet stå tomt.",
    "Add a row to the caseworkers' table, or leave the cell empty.",
)
NO_CASEWORKERS = Text(
    "nævner sagsbehandlere, men der er ingen tabel over dem", "names caseworkers, but there is no table of them"
)
ADD_CASEWORKERS = Text(
    "Tilføj caseworkers under [population], eller slet kolonnen.",
    "Add caseworkers under [population], or delete the column.",
)
POINT = Text("Skriv tal med punktum: 0.5, ikke 0,5.", "Write numbers with a point: 0.5, not 0,5.")
ALL_SEPARATORS = Text(
    "Hver række skal have lige så mange felter som overskriften, også de tomme.",
    "Each row must have as many cells as the heading, empty ones too.",
)
OLD_LINE_ENDS = Text(
    "Linjerne slutter på en måde, som ikke bruges længere (kun CR)", "The lines end in a way no longer used (CR only)"
)
SAVE_LINE_ENDS = Text(
    "Gem filen igen med almindelige linjeskift (LF eller CRLF).",
    "Save the file again with ordinary line ends (LF or CRLF).",
)
CITIZENS_OPTION = Text(
    "Udelad --citizens, når byen kommer fra en tabel.", "Leave out --citizens when the town comes from a table."
)


def too_many(rows: int, most: int) -> Text:
    """More rows than a town can have."""
    return Text(
        f"Tabellen har {rows} rækker; højst {most} kan bruges", f"The table has {rows} rows; {most} at most can be used"
    )


def cells(found: int, wanted: int) -> Text:
    """A row with another number of cells than the heading."""
    return Text(
        f"felter i rækken: {found}; i overskriften: {wanted}", f"cells in the row: {found}; in the heading: {wanted}"
    )


def row(number: int, what: Text) -> Text:
    """A problem in a row of a file without lines."""
    return Text(f"i række {number}: {what.da}", f"in row {number}: {what.en}")


def and_more(allowed: Text | None, more: int) -> Text:
    """How many further rows have the same fault."""
    da, en = (allowed.da, allowed.en) if allowed is not None else ("", "")
    return Text(f"{da} (og {more} rækker til)".strip(), f"{en} (and {more} more rows)".strip())


def between(low: str, high: str, unit: str) -> Text:
    """The range of a column."""
    return Text(f"mellem {low} og {high} ({unit})", f"between {low} and {high} ({unit})")


def save_as_number(allowed: Text) -> Text:
    """What a column of numbers must hold."""
    return Text(f"Gem den som tal {allowed.da}.", f"Save it as numbers {allowed.en}.")


def save_as_words(allowed: Text) -> Text:
    """What a column of words must hold."""
    return Text(f"Gem den som et af ordene {allowed.da}.", f"Save it as one of the words {allowed.en}.")


def write(value: str) -> Text:
    """How a value is written."""
    return Text(f"Skriv {value}.", f"Write {value}.")


def write_with_point(number: str) -> Text:
    """A number with a Danish comma."""
    return Text(f"Skriv {number} (med punktum).", f"Write {number} (with a point).")


def no_thousands(number: str) -> Text:
    """A number whose points divide thousands, or may do so."""
    return Text(
        f"Skriv {number} uden punktum, eller med komma, hvis det er en decimalbrøk.",
        f"Write {number} without points, or with a comma if it is a decimal fraction.",
    )


def did_you_mean(name: str) -> Text:
    """The nearest name."""
    return Text(f"Mente du {name}?", f"Did you mean {name}?")


def other_size(ready: int, course: int) -> Text:
    """The settings ask for another town than the table holds."""
    return Text(
        f"Tabellen har {ready} aktivitetsparate og {course} i ressourceforløb; det passer ikke med [town] i scenariet",
        f"The table has {ready} activity-ready citizens and {course} on resource courses, which is not what [town] says in the scenario",
    )


def write_size(ready: int, course: int) -> Text:
    """What to write so that they agree."""
    return Text(
        f"Skriv activity_ready = {ready} og resource_course = {course} under [town]. {CITIZENS_OPTION.da}",
        f"Write activity_ready = {ready} and resource_course = {course} under [town]. {CITIZENS_OPTION.en}",
    )


def other_staff(count: int, wanted: int) -> Text:
    """The caseload asks for another number of posts than the table holds."""
    return Text(
        f"Tabellen har {count} sagsbehandlere; casework.caseload giver {wanted}",
        f"The table has {count} caseworkers; casework.caseload makes {wanted}",
    )


def write_caseload(caseload: str) -> Text:
    """What to write so that they agree."""
    written = (
        f"caseload = {{ start = {caseload} }}"  # a plain value would not hold in the burn-in, when the town begins
    )
    return Text(f"Skriv {written} under [casework].", f"Write {written} under [casework].")


EXISTS = Text("findes og bliver ikke overskrevet", "exists and is not overwritten")
UNWRITABLE = Text("Der kan ikke skrives her", "Nothing can be written here")
OTHER_FOLDER = Text("Vælg en anden mappe.", "Choose another folder.")
NOTHING_WRITTEN = Text("Intet er skrevet.", "Nothing was written.")
