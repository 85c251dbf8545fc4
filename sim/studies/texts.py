"""The words of studies, in Danish and English."""

from __future__ import annotations

from sim.errors import Text

NOTHING_RUN = Text("Intet er kørt.", "Nothing was run.")
NO_DASK = Text("kræver pakken distributed, som ikke er installeret", "needs the package distributed, which is not installed")
INSTALL = Text("Skriv make studies, eller pip install 'vendepunkt[studies]'.", "Type make studies, or pip install 'vendepunkt[studies]'.")
NO_WORKERS = Text("klyngen svarer, men har ingen arbejdere", "the cluster answers but has no workers")
START_WORKERS = Text("Start dem med dask worker, og prøv igen.", "Start them with dask worker and try again.")
NAME_CLUSTER = Text("Skriv adressen på en Dask-scheduler, for eksempel tcp://127.0.0.1:8786, eller local.",
                    "Give the address of a Dask scheduler, such as tcp://127.0.0.1:8786, or local.")
CLUSTER_GONE = Text("forbindelsen til klyngen er væk", "the connection to the cluster is gone")
RESUME = Text("Det, der er kørt, er gemt; vendepunkt study resume fortsætter.", "What was run is kept; vendepunkt study resume goes on.")
OTHER_SOURCE = Text("en arbejder på klyngen har en anden udgave af vendepunkt", "a worker of the cluster has another version of vendepunkt")
SAME_SOURCE = Text("Installer den samme udgave på alle maskiner.", "Install the same version on all machines.")
VANISHED = Text("processen, der spillede kørslen, forsvandt, også da den kørte alene; måske slap hukommelsen op",
                "the process that played the run vanished, even when left to itself; perhaps memory ran out")
NO_SEEDS = Text("der er ingen frø at køre", "there are no seeds to run")


def no_cluster(said: str) -> Text:
    """Nobody answers at the address."""
    return Text(f"der svarer ingen klynge ({said})", f"no cluster answers ({said})")


def broke(said: str) -> Text:
    """An error nobody foresaw."""
    return Text(f"modellen fejlede: {said}", f"the model broke: {said}")


# --- study files ---------------------------------------------------------------------------------------------------

NAME_THE_STUDY = Text("Skriv navnet på en studiefil, for eksempel studies/levers.toml.", "Name a study file, such as studies/levers.toml.")
NOT_TOML = Text("En studiefil skal ende på .toml", "A study file must end in .toml")
NO_SALIB = Text("metoden kræver pakken SALib, som ikke er installeret", "the method needs the package SALib, which is not installed")
MUST_BE_ONE_OF = Text("skal være en af", "must be one of")
MUST_BE_NUMBER = Text("skal være et tal", "must be a number")
MUST_BE_FLAG = Text("skal være true eller false", "must be true or false")
MUST_LIE = Text("skal ligge", "must lie")
IS_NO_SETTING = Text("er ikke et navn, der hører til her:", "is not a name that belongs here:")
NUMBER_IS_NO_STRUCTURE = Text("er et tal; under [structure] står ja/nej og valg. Sæt den under [levers] eller [uncertain]",
                              "is a number; [structure] holds on/off and choices. Put it under [levers] or [uncertain]")
SINCE_UNREADABLE = Text("er ikke et tidspunkt", "is not a moment")
SINCE_OUTSIDE = Text("ligger ikke inde i kørslen", "does not lie within the run")
SINCE_FORMS = Text('Skriv "burn-in", "week 0" eller en dato efter start som "2018-01".', 'Write "burn-in", "week 0" or a date after the start such as "2018-01".')
SPREAD_WANTED = Text("skal være værdier eller en fordeling", "must be values or a distribution")
VALUES_WANTED = Text("skal være en liste af værdier", "must be a list of values")
SPREAD_FORMS = Text('Skriv [40, 60], "plausible" eller { distribution = "triangular", low = 0.1, mode = 0.3, high = 0.6 }.',
                    'Write [40, 60], "plausible" or { distribution = "triangular", low = 0.1, mode = 0.3, high = 0.6 }.')
VALUE_TWICE = Text("står to gange", "comes twice")
NOT_OF_DISTRIBUTION = Text("hører ikke til fordelingen:", "does not belong to the distribution:")
SD_POSITIVE = Text("sd skal være større end 0", "sd must be above 0")
LOG_POSITIVE = Text("low skal være større end 0 i en log-uniform fordeling", "low must be above 0 in a log-uniform distribution")
ALL_FORM = Text('skal være true eller { roles = ["prior", "fitted"], grades = ["D", "E"], except = ["casework.turnover"] }',
                'must be true or { roles = ["prior", "fitted"], grades = ["D", "E"], except = ["casework.turnover"] }')
NOTHING_MEANT = Text("passer på ingen indstilling", "fits no setting")
SCENARIOS_WANTED = Text("skal være en liste af scenariefiler", "must be a list of scenario files")
SCENARIOS_FORM = Text('Skriv øverst i filen: scenarios = ["../scenarios/baseline.toml"], set fra studiefilens mappe.',
                      'Write at the top of the file: scenarios = ["../scenarios/baseline.toml"], as seen from the study file\'s folder.')
SCENARIO_TWICE = Text("er navnet på to scenarier", "is the name of two scenarios")
SAME_TIME = Text("Giv dem samme start og weeks, eller sæt weeks under [size].", "Give them the same start and weeks, or set weeks under [size].")
LEAVE_OUT = Text("Fjern indstillingen her, eller hav kun ét af scenarierne med.", "Remove the setting here, or keep only one of the scenarios.")
POINTS_WANTED = Text('skal nævne en tabel: file = "points.csv" (CSV eller Parquet med en kolonne pr. indstilling)',
                     'must name a table: file = "points.csv" (CSV or Parquet with a column per setting)')
POINTS_MISSING = Text("findes ikke, set fra studiefilens mappe", "does not exist, as seen from the study file's folder")
POINTS_EMPTY = Text("har ingen rækker", "has no rows")
ALSO_IN_STUDY = Text("står også i studiefilen", "stands in the study file too")
FILE_AND_SPREADS = Text('med method = "file" kommer værdierne fra tabellen; der kan ikke også trækkes af en fordeling',
                        'with method = "file" the values come from the table; nothing can be drawn from a distribution too')
NOTHING_SAMPLED = Text("har intet at trække: ingen indstilling har en fordeling", "has nothing to draw: no setting has a distribution")
LEFT_OUT = Text("varieres ikke, for scenarierne er forskellige i den", "is not varied, for the scenarios differ in it")
LEVELS_EVEN = Text("skal være et lige tal, for eksempel", "must be an even number, such as")
POWER_OF_TWO = Text("skal være en potens af to. De nærmeste:", "must be a power of two. The nearest:")
ONE_SEED = Text("Med én gentagelse kan forskelle mellem punkter ikke skelnes fra tilfældigheder.",
                "With one replication, differences between points cannot be told from chance.")


def is_section(name: str) -> Text:
    """A section given as a single value."""
    return Text(f"er et afsnit; skriv [{name}] på en linje for sig", f"is a section; write [{name}] on a line of its own")


def twice(line: int) -> Text:
    """A setting varied in two places."""
    return Text(f"varieres allerede i linje {line}", f"is varied already on line {line}")


def weights_wrong(count: int) -> Text:
    """Weights that do not fit the values."""
    return Text(f"skal være {count} tal, ikke under 0 og ikke alle 0", f"must be {count} numbers, none below 0 and not all 0")


def low_not_below_high(low: str, high: str) -> Text:
    """An empty spread."""
    return Text(f"low ({low}) skal være mindre end high ({high})", f"low ({low}) must be below high ({high})")


def middle_outside(middle: str, low: str, high: str) -> Text:
    """A mode or mean outside the ends."""
    return Text(f"midten ({middle}) skal ligge mellem low ({low}) og high ({high})", f"the middle ({middle}) must lie between low ({low}) and high ({high})")


def words_wanted(sets: tuple[str, ...]) -> Text:
    """A list of words, or the name of a set."""
    named = ", ".join(f'"{name}"' for name in sets)
    return Text(f"skal være en liste, eller {named}", f"must be a list, or {named}")


def as_list(word: str) -> Text:
    """One word that should stand in a list."""
    return Text(f'Skriv ["{word}"].', f'Write ["{word}"].')


def unknown_word(key: str) -> Text:
    """A word that is no measure, group or table."""
    known = {"measures": Text("er ikke et mål; de står i numbers.xlsx fra vendepunkt compare", "is not a measure; they stand in numbers.xlsx of vendepunkt compare"),
             "groups": Text("er ikke en gruppe", "is not a group"), "tables": Text("er ikke en tabel", "is not a table")}
    return known[key]


def points_unreadable(said: str) -> Text:
    """A table that is no table."""
    return Text(f"kan ikke læses som en tabel ({said})", f"cannot be read as a table ({said})")


def other_time(one: str, other: str) -> Text:
    """Scenarios over different weeks."""
    return Text(f"{one} dækker en anden tid end {other}", f"{one} covers another time than {other}")


def overwrites(first: str, other: str) -> Text:
    """A setting in which scenarios differ."""
    return Text(f"er forskellig i {first} og {other}; studiet ville udviske forskellen", f"differs between {first} and {other}; the study would wipe that out")


def too_many_runs(runs: int, most: int) -> Text:
    """More than anybody can wait for."""
    return Text(f"giver {runs} kørsler; der kan højst være {most}", f"gives {runs} runs; there may be {most} at most")


def outside_plausible(low: str, high: str) -> Text:
    """A spread wider than what is plausible."""
    return Text(f"rækker ud over det sandsynlige, {low.replace('.', ',')} til {high.replace('.', ',')}", f"reaches outside what is plausible, {low} to {high}")


# --- study folders -------------------------------------------------------------------------------------------------

READ = Text("læse studiet", "read the study")
WRITE = Text("skrive studiet", "write the study")
NO_STUDY = Text("er ikke en studiemappe", "is not a study folder")
NAME_THE_FOLDER = Text("Nævn en mappe, som vendepunkt study run har skrevet.", "Name a folder that vendepunkt study run has written.")
NO_MANIFEST = Text("er beskadiget eller skrevet af en anden udgave", "is damaged, or was written by another version")
NEW_FOLDER = Text("Kør studiet i en ny mappe: vendepunkt study run FIL --out MAPPE.", "Run the study in a new folder: vendepunkt study run FILE --out FOLDER.")
OTHER_VERSION = Text("Brug den udgave af vendepunkt, der skrev det, eller kør studiet i en ny mappe.", "Use the version of vendepunkt that wrote it, or run the study in a new folder.")
OTHER_STUDY = Text("rummer et andet studie, eller det samme fra en anden udgave", "holds another study, or the same of another version")
FOREIGN = Text("findes i forvejen og er ikke et studie", "exists already and is not a study")
UNFINISHED = Text("er ikke færdigt", "is not finished")
RESUME_FIRST = Text("Kør vendepunkt study resume først.", "Run vendepunkt study resume first.")
DAMAGED = Text("er beskadiget eller ændret, siden det blev skrevet", "is damaged, or was changed after it was written")


def other_format(found: int, here: int) -> Text:
    """A folder in another format."""
    return Text(f"er skrevet i format {found}; denne udgave læser {here}", f"is written in format {found}; this version reads {here}")


def nothing_kept(name: str) -> Text:
    """A dataset that is not there."""
    return Text(f"har ingen {name}", f"has no {name}")


def begun_by_other(said: str) -> Text:
    """Runs of two versions do not mix."""
    return Text(f"blev begyndt af en anden udgave ({said}); kørsler af to udgaver kan ikke stå sammen",
                f"was begun by another version ({said}); runs of two versions cannot stand together")


# --- analyses ------------------------------------------------------------------------------------------------------

NO_ANALYSIS = Text("har ingen mål, som en analyse kan bygge på", "keeps no measures that an analysis could build on")
ASK_FOR_MEASURES = Text("Skriv measures under [outcomes] i studiefilen, og kør studiet i en ny mappe.",
                        "Give measures under [outcomes] in the study file, and run the study in a new folder.")


def measure_unknown(da: str, en: str) -> Text:
    """A measure that no run could tell."""
    return Text(f"{da}: kan ikke beregnes i disse kørsler", f"{en}: cannot be told in these runs")


def measure_over_points(name: Text, unit: str, ends: tuple[float, float, float], chance: object) -> Text:
    """Where a measure lies over the points, and how much of that one seed more or less would move it."""
    low, middle, high = (_digits(end, 4) for end in ends)
    luck = _digits(chance, 2) if isinstance(chance, float) else Text("–", "–")
    return Text(
        f"{name.da}: median {middle.da} over punkterne, 90 % af dem mellem {low.da} og {high.da}; fra frø til frø ± {luck.da}",
        f"{name.en}: {middle.en} in the middle of the points, 90 % of them between {low.en} and {high.en}; "
        f"from seed to seed ± {luck.en} ({unit})")


def _digits(value: float, count: int) -> Text:
    """So many meaningful digits, never as a power of ten: 107,000 and 0.0291."""
    rounded = float(f"{value:.{count}g}")
    text = f"{rounded:,.0f}" if abs(rounded) >= 10 ** (count - 1) else f"{rounded:.{count}g}"
    return Text(text.translate(str.maketrans(",.", ".,")), text)


def luck_saved(times: float, pairs: object) -> Text:
    """What common random numbers were worth."""
    return Text(
        f"Fælles tilfældigheder: uafhængige frø havde krævet {times:.1f} gange så mange kørsler for samme præcision (median; {pairs} frø pr. punkt).".replace(".", ",", 1),
        f"Common luck: with independent seeds it would have taken {times:.1f} times as many runs for the same precision, in the median ({pairs} seeds per point).")


# --- at the terminal -----------------------------------------------------------------------------------------------

def finished_before(place: str) -> Text:
    """Nothing left to do."""
    return Text(f"Studiet er færdigt i forvejen: {place}", f"The study is finished already: {place}")


def going_on(done: int, runs: int) -> Text:
    """An earlier attempt is taken up."""
    return Text(f"Fortsætter: {done} af {runs} kørsler er kørt i forvejen.", f"Going on: {done} of {runs} runs were run before.")


def interrupted(done: int, runs: int, place: str) -> Text:
    """Ctrl-C."""
    return Text(f"Afbrudt. {done} af {runs} kørsler er gemt. Fortsæt med: vendepunkt study resume {place}",
                f"Interrupted. {done} of {runs} runs are kept. Go on with: vendepunkt study resume {place}")


def finished(runs: int, failed: int, da: str, en: str, place: str) -> Text:
    """The end."""
    wrong = Text(f", {failed} fejlede", f", {failed} failed") if failed else Text("", "")
    return Text(f"{runs} kørsler på {da.rstrip('.')}{wrong.da}: {place}", f"{runs} runs in {en}{wrong.en}: {place}")


def first_failure(scenario: str, point: int, seed: int, what: Text) -> Text:
    """One of the failed runs; all of them stand in a table."""
    return Text(f"Fejlede først: {scenario}, punkt {point}, frø {seed}: {what.da}. Alle står i failures.parquet; --failed kører dem igen.",
                f"First to fail: {scenario}, point {point}, seed {seed}: {what.en}. All stand in failures.parquet; --failed runs them again.")


def standing_finished(name: str, runs: int, failed: int, took: str) -> Text:
    """A study that is done."""
    return Text(f"{name}: færdigt, {runs} kørsler, {failed} fejlede; det tog {took}", f"{name}: finished, {runs} runs, {failed} failed; it took {took}")


def standing(name: str, done: int, runs: int, failed: int, left: str) -> Text:
    """A study under way or interrupted."""
    share = 100 * done // max(runs, 1)
    return Text(f"{name}: {done} af {runs} kørsler ({share} %), {failed} fejlede; cirka {left} regnetid tilbage på én processor",
                f"{name}: {done} of {runs} runs ({share} %), {failed} failed; about {left} of computing left on one processor")


# --- verifying -----------------------------------------------------------------------------------------------------

NOT_THE_SAME = Text("giver noget andet nu end dengang", "now gives something else than then")


def made_with(versions: dict[str, str]) -> Text:
    """What a study was made with."""
    shown = ", ".join(f"{name} {found}" for name, found in versions.items())
    return Text(f"Studiet er lavet med {shown}.", f"The study was made with {shown}.")


def again_the_same(scenario: str, point: int, seeds: int) -> Text:
    """A cell that came out as it did."""
    return Text(f"{scenario}, punkt {point}: {seeds} frø giver det samme igen, bit for bit.",
                f"{scenario}, point {point}: {seeds} seeds give the same again, bit by bit.")
