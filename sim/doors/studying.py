"""Studies at the terminal: what they would run, how far they are, and what they found."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from sim.doors.expected import expected_for_study
from sim.doors.failures import say
from sim.doors.meter import duration, meter
from sim.engine.experiment import InterruptedRunError
from sim.engine.terms import Progress
from sim.errors import RecordError, Text
from sim.record.files import disk_errors, write_csv
from sim.record.folder import RunFolder
from sim.scenario.size import citizens_of
from sim.studies import texts
from sim.studies.analyses import ANALYSES
from sim.studies.crews import hired
from sim.studies.folder import StudyFolder
from sim.studies.leaning import FAILING, MORRIS, SOBOL
from sim.studies.study import Study
from sim.studies.writer import StudyWriter
from sim.views.leaning_page import Analysed, SweptStudy, write_leaning
from sim.views.numbers import count_of
from sim.vocabulary import LANGUAGES, Language

ANALYSIS = "analysis"
PAGE = "leaning.html"
_STUDIES = Path("results/studies")
_ANY = Path("results/studies/…")
_RUNS = Text("kørsler", "runs")
_KINDS = {
    "lever": Text("Politiske valg", "Levers"), "uncertain": Text("Usikkert", "Uncertain"),
    "structure": Text("Struktur", "Structure"),
}
_MOST_NAMED = 8


def place_of(out: Path, name: str) -> Path:
    """Where a study goes: the folder asked for, or one of its name."""
    return _STUDIES / name if out == _ANY else out


def opened(path: Path) -> StudyFolder:
    """Open a study folder.

    Raises:
        RecordError: when there is none; a run's folder is called by its name.
    """
    try:
        return StudyFolder.open(path)
    except RecordError:
        if not holds_run(path):
            raise
    raise RecordError.about(
        str(path), Text("er en kørsel, ikke et studie", "is a run, not a study"),
        Text("Læs den med vendepunkt report eller story, eller nævn en mappe, som vendepunkt study run har skrevet.",
             "Read it with vendepunkt report or story, or name a folder that vendepunkt study run has written."))


def holds_run(path: Path) -> bool:
    """Whether a folder is a finished run."""
    try:
        RunFolder.open(path)
    except RecordError:
        return False
    return True


def described(study: Study, jobs: int, language: Language) -> list[str]:
    """What a study would run, in words, with the time it may take."""
    lines = [text for text in (study.title.label(language), study.question.label(language)) if text]
    scenarios = ", ".join(scenario.name for scenario in study.scenarios)
    size = f"{citizens_of(study.scenarios[0])} {Text('borgere', 'citizens').label(language)}"
    lines.append(f"  {Text('Scenarier', 'Scenarios').label(language)}: {scenarios} ({size})")
    for kind, factors in study.kinds():
        named = ", ".join(factor.key for factor in factors[:_MOST_NAMED])
        more = f" … (+{len(factors) - _MOST_NAMED})" if len(factors) > _MOST_NAMED else ""
        lines.append(f"  {_KINDS[kind].label(language)}: {named}{more}")
    lines.append(f"  {Text('Plan', 'Design').label(language)}: {study.method}; {_counted(study).label(language)}")
    lines += [f"  {remark.where.key}: {remark.text.label(language)}" for remark in study.remarks]
    seconds = expected_for_study(study, jobs)
    spent = Text(f"Tid: cirka {duration(seconds, 'da')} med {count_of(jobs, 'da', 'proces', 'processer')}.",
                 f"Time: about {duration(seconds, 'en')} with {count_of(jobs, 'en', 'process', 'processes')}.")
    return [*lines, f"  {spent.label(language)}"]


def _counted(study: Study) -> Text:
    points, scenarios, seeds = study.points, len(study.scenarios), len(study.seeds)
    counted = {
        "da": ((points, "punkt", "punkter"), (scenarios, "scenarie", "scenarier"), (seeds, "frø", "frø"),
               (study.runs, "kørsel", "kørsler")),
        "en": ((points, "point", "points"), (scenarios, "scenario", "scenarios"), (seeds, "seed", "seeds"),
               (study.runs, "run", "runs")),
    }
    da, en = ([count_of(number, language, one, many) for number, one, many in counted[language]]
              for language in LANGUAGES)
    return Text(f"{' × '.join(da[:3])} = {da[3]}", f"{' × '.join(en[:3])} = {en[3]}")


def play(folder: StudyFolder, jobs: int, cluster: str | None, language: Language) -> None:
    """Play what is missing, with progress; afterwards the study is finished.

    Raises:
        InterruptedRunError: on Ctrl-C; what was played is kept.
        RunError, RecordError: as the crew and the disk tell.
    """
    if folder.manifest.finished:
        say(texts.finished_before(str(folder.path)).label(language))
        return
    _played(StudyWriter(folder), jobs, cluster, language)


def play_failed(folder: StudyFolder, jobs: int, cluster: str | None, language: Language) -> None:
    """Play what is missing and what failed.

    Raises:
        InterruptedRunError, RunError, RecordError: as ``play``.
    """
    _played(StudyWriter(folder, again_failed=True), jobs, cluster, language)


def _played(writer: StudyWriter, jobs: int, cluster: str | None, language: Language) -> None:
    with writer:
        before, runs = writer.played, writer.folder.manifest.runs
        if before:
            say(texts.going_on(before, runs).label(language))
        try:
            with meter(language, _RUNS) as watch, hired(jobs, cluster) as crew:
                def tell() -> None:
                    done = writer.played
                    watch(Progress(done - before, runs - before, done, runs, runs))

                for answer in writer.missing().answers(crew, tell):
                    writer.add(answer)
                    tell()
        except KeyboardInterrupt:
            writer.flush()
            raise InterruptedRunError(texts.interrupted(writer.played, runs, str(writer.folder.path))) from None
        finished = writer.finish()
    told = finished.manifest
    say(texts.finished(told.runs, told.failed, duration(told.elapsed_seconds, "da"),
                       duration(told.elapsed_seconds, "en"), str(finished.path)).label(language))
    if told.failed:
        first = finished.failures().row(0, named=True)
        what = Text(first["da"], first["en"])
        say(texts.first_failure(first["scenario"], first["point"], first["seed"], what).label(language))


def standing(folder: StudyFolder, language: Language) -> list[str]:
    """How far a study is: runs done and failed, and the time left at the pace so far."""
    told = folder.manifest
    if told.finished:
        took = duration(told.elapsed_seconds, language)
        return [texts.standing_finished(told.name, told.runs, told.failed, took).label(language)]
    log = folder.log()
    done, failed = log.height, int(log["failed"].sum())
    seconds = float(log["seconds"].sum()) / max(done, 1) * (told.runs - done)
    left = duration(seconds, language) if done else "?"
    return [texts.standing(told.name, done, told.runs, failed, left).label(language)]


def analysed(folder: StudyFolder, language: Language) -> list[str]:
    """Make every analysis that fits, write its tables, and return what they say.

    Raises:
        RecordError: when there is nothing to analyse, or the disk refuses.
    """
    place = folder.path / ANALYSIS
    lines: list[str] = []
    leaning: list[Analysed] = []
    fitting = [analysis for analysis in ANALYSES if analysis.fits(folder)]
    if not fitting:
        raise RecordError.about(str(folder.path), texts.NO_ANALYSIS, texts.ASK_FOR_MEASURES)
    for analysis in fitting:
        findings = analysis.make(folder)
        with disk_errors(place, texts.WRITE):
            place.mkdir(exist_ok=True)
            (place / f"{analysis.name}.csv").unlink(missing_ok=True)  # of an earlier look, which may have found more
            for name, table in findings.tables.items():
                write_csv(table, place / f"{name}.csv")
        if analysis.name in (MORRIS, SOBOL, FAILING):
            leaning.append(Analysed(analysis.name, findings.lines, findings.tables.get(analysis.name, pl.DataFrame()),
                                    findings.names))
        written = ", ".join(f"{name}.csv" for name in findings.tables)
        lines += [f"{analysis.about.label(language)}{f' ({written})' if written else ''}",
                  *(f"  {line.label(language)}" for line in findings.lines)]
    if not folder.manifest.finished:
        lines.insert(0, "\n".join(standing(folder, language)))
    if leaning:
        write_leaning(_named(folder), leaning, place / PAGE, language)
        lines.append(Text(f"Side: {place / PAGE}", f"Page: {place / PAGE}").label(language))
    return [*lines, Text(f"Tabeller: {place}", f"Tables: {place}").label(language)]


def _named(folder: StudyFolder) -> SweptStudy:
    """The study's title and size, as its page tells them."""
    told = folder.manifest
    return SweptStudy(Text(told.title[0], told.title[1]), Text(
        f"{told.points} punkter, scenarier: {len(told.scenarios)}, frø: {len(told.seeds)}",
        f"{told.points} points, scenarios: {len(told.scenarios)}, seeds: {len(told.seeds)}"))
