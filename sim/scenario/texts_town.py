"""Every sentence about the key ``population`` of a scenario file, in Danish and English."""

from __future__ import annotations

from sim.errors import Text

FORM = Text("skal være stien til en tabel, eller et afsnit med en sti til hver tabel", "must be the path of a table, or a section with a path for each table")
FORM_EXAMPLE = Text('Skriv for eksempel population = "data/citizens.parquet", eller et afsnit [population] med citizens, firms og caseworkers.',
                    'Write for example population = "data/citizens.parquet", or a section [population] with citizens, firms and caseworkers.')
NO_CITIZENS = Text("mangler en tabel over borgere", "lacks a table of citizens")
NO_TABLE = Text("er ikke en tabel, en by kan have", "is not a table a town can have")
TABLES_ARE = Text("Tabellerne hedder citizens, firms og caseworkers.", "The tables are called citizens, firms and caseworkers.")
PATH_FORM = Text("skal være stien til en fil, i anførselstegn", "must be the path of a file, in quotation marks")
SUFFIX = Text("skal ende på .parquet eller .csv", "must end in .parquet or .csv")
SAVE_AS_TABLE = Text("Gem tabellen som parquet eller som CSV (UTF-8, komma eller semikolon mellem felterne).",
                     "Save the table as parquet or as CSV (UTF-8, commas or semicolons between the cells).")
MISSING = Text("findes ikke", "does not exist")
NAME_A_TABLE = Text("Skriv navnet på en tabel: en fil, der ender på .parquet eller .csv.", "Name a table: a file that ends in .parquet or .csv.")
PATH_IS_SEEN_FROM = Text("Stien regnes fra scenariefilens mappe.", "The path is seen from the scenario file's folder.")
HASH_FORM = Text("skal være 64 hexadecimale cifre, eller udelades", "must be 64 hexadecimal digits, or be left out")
LABEL = Text("Befolkning", "Population")
SYNTHETIC = Text("syntetisk", "synthetic")
FEWER_ROWS = Text("En tabel har højst to millioner rækker; gem den som parquet, som fylder mindre.",
                  "A table has two million rows at most; save it as parquet, which takes less.")


def too_large(size: int) -> Text:
    """A table larger than any town."""
    return Text(f"Filen fylder {size // 1_000_000} MB; en tabel fylder højst 2000 MB",
                f"The file takes {size // 1_000_000} MB; a table takes 2000 MB at most")


DESCRIPTION = Text(
    "Byens egne folk: stien til en parquet- eller CSV-tabel over borgere, eller en sti til hver tabel (se docs/population.md).",
    "The town's own people: path of a parquet or CSV table of citizens, or a path for each table (see docs/population.md).",
)
