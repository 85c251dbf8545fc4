"""The brief: whole, self-contained, honest about what it cannot tell, and safe whatever a scenario is called."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest
from tests.fixtures_study import synthetic_study

from sim.errors import Text, ViewError
from sim.scenario.scenario import catalogue_scenario
from sim.views.brief import brief_html, question_of, write_brief
from sim.views.cautions import cautions_before, cautions_of
from sim.views.contrasts import headline_rows
from sim.views.study import Study
from sim.views.trust import bands_of, regimes

_HOSTILE = '<script>alert("x")</script>\'"&{{7*7}}{% raw %} $x_1$ \u202ereversed ' + "ø" * 300


@pytest.fixture(scope="module")
def study() -> Study:
    return synthetic_study()


@pytest.fixture(scope="module")
def page(study: Study) -> str:
    return brief_html(study)


class _Reader(HTMLParser):
    """Collects tags, ids, what is loaded, and the words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.loads: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in {"meta", "input", "br", "link", "img"}:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"src", "href", "xlink:href", "action", "data"} and value and not value.startswith("#"):
                self.loads.append(value)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def test_the_page_is_whole_and_loads_nothing(page: str) -> None:
    reader = _read(page)
    assert not reader.open
    assert not reader.loads
    assert len(reader.ids) == len(set(reader.ids))
    assert not re.search(r"https?://(?!www\.w3\.org)", page)
    assert "@import" not in page
    assert not re.search(r"url\((?!#)", page)


def test_every_reference_inside_the_page_has_its_target(page: str) -> None:
    ids = set(_read(page).ids)
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= ids
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_the_page_speaks_both_languages_danish_first(page: str) -> None:
    assert page.index('lang="da"') < page.index('<main class="page" lang="en"')
    assert "Kort fortalt" in page
    assert "In short" in page
    assert 'id="choose-da" checked' in page


def test_the_page_is_honest(page: str) -> None:
    assert "Kørslerne bygger på ét parametersæt" in page
    assert "Dette bånd er ikke beregnet" in page
    assert "må ikke beregnes" in page
    assert "reglerne 2016-2019" in page
    assert "Budgetøkonomi" in page
    assert "Boligmarkedet." in page
    assert "Nok gennemkørsler." in page


def test_equal_studies_give_equal_pages(study: Study, page: str) -> None:
    assert brief_html(study) == page


def test_a_hostile_title_is_only_text(study: Study) -> None:
    hostile = Text(_HOSTILE, _HOSTILE)
    arm = replace(study.others[0], title=hostile, question=hostile, not_modelled=(hostile,))
    base = replace(study.base, title=hostile)
    reader = _read(brief_html(replace(study, question=hostile, base=base, others=(arm,))))
    assert reader.tags.count("script") == 1
    assert not reader.open


def test_several_alternatives_begin_with_an_overview() -> None:
    page = brief_html(synthetic_study(seeds=(1, 2, 3), alternatives=3))
    assert page.index("Overblik") < page.index("Alternativ other-0</bdi></h2>")
    assert page.count('<section class="alternative"') == 6
    assert "Hvad sker der med vejene" not in page
    assert "3 alternativer" in page


def test_one_question_among_several_does_not_stand_for_all(study: Study) -> None:
    first = study.others[0]
    second = replace(first, name="second", question=Text("Noget andet?", "Something else?"))
    of_first = replace(study, question=first.question, others=(first, second))
    assert question_of(of_first, "da").startswith("Hvad sker der med vejene")
    assert question_of(replace(of_first, others=(first,)), "da") == first.question.da
    assert question_of(study, "en") == "What does it cost?"


def test_one_run_says_that_it_cannot_tell() -> None:
    page = brief_html(synthetic_study(seeds=(7,)))
    assert "Én gennemkørsel siger ikke" in page
    assert "Kan ikke beregnes med kun én gennemkørsel" in page


def test_two_runs_say_nothing_about_a_single_municipality() -> None:
    page = brief_html(synthetic_study(seeds=(1, 2)))
    assert "må regne med den" not in page
    assert "kan det gå den modsatte vej" not in page
    assert "Det kræver mindst 8 gennemkørsler, og her er 2" in page
    assert "it takes at least 8 runs, and here are 2" in page


def test_eight_runs_have_a_band_from_run_to_run() -> None:
    study = synthetic_study(seeds=tuple(range(1, 9)))
    (_, row), *_ = headline_rows(study, study.others[0], "da")
    assert row.run is not None
    assert bands_of(study, 8, "da")[1].meaning.startswith("Ni ud af ti")


def test_a_run_of_a_year_is_too_short_for_a_lasting_job() -> None:
    page = brief_html(synthetic_study(seeds=(1, 2), weeks=52))
    assert "Ingen kan nå 52 uger i arbejde på den tid" in page
    assert "nobody can reach 52 weeks in work" in page
    assert "Uger i ordinært job: " in page
    assert "Varigt job i perioden: ingen gruppe" not in page
    assert "Ingen kan nå" not in brief_html(synthetic_study(seeds=(1, 2), weeks=53))


def test_late_changes_and_other_towns_are_said(study: Study) -> None:
    arm = study.others[0]
    whole = catalogue_scenario("baseline")
    late = whole.with_values({"casework.caseload": {"2018-06": 40.0}, "town.mean_degree": 9.0}).lasting(52)
    baseline = whole.lasting(52)
    told = replace(arm, late=late.late_from(baseline), changes=late.differences_from(baseline))
    page = brief_html(replace(study, others=(told,)))
    assert "er derfor ikke med: Sager pr. sagsbehandler: fra 82 til 40" in page
    assert "Ikke samme by" in page
    assert "Not the same town" in page
    assert "De samme simulerede borgere" not in page
    assert "møder de samme borgere" not in page
    assert "møder de samme borgere" in brief_html(study)
    assert cautions_of(arm, "da") == ()
    assert [line.split(":")[0] for line in cautions_before(late, baseline, "en")] == [
        "Not the same town", "Comes only after the end of the run (1 January 2018) and so is left out"]


def test_another_past_is_said_where_it_is_true(study: Study) -> None:
    arm = study.others[0]
    baseline = catalogue_scenario("baseline")
    early = baseline.with_values({"casework.caseload": {"start": 40.0, "2017-06": 82.0}})
    plain = baseline.with_values({"casework.caseload": {"2017-02": 40.0}})
    (caution,) = cautions_before(early, baseline, "en")
    assert caution.startswith("Not the same past: already in the run-up before the period this differs from the")
    assert "baseline: Caseload. So when" in caution
    assert cautions_before(plain, baseline, "da") == ()
    page = brief_html(replace(study, others=(replace(arm, changes=early.differences_from(baseline)),)))
    assert "Ikke samme fortid" in page
    assert "men ikke alle har haft den samme indkøring" in page
    assert "De samme simulerede borgere" in page  # the people are the same; what they have lived is not
    town = baseline.with_values({"town.mean_degree": 9.0, "casework.caseload": {"start": 40.0}})
    told = [line.split(":")[0] for line in cautions_before(town, baseline, "da")]
    assert told == ["Ikke samme by", "Ikke samme fortid"]


def test_a_body_of_rules_is_only_a_name(study: Study) -> None:
    assert "kun et navn" not in regimes(study, "da")
    reform = replace(study, others=(replace(study.others[0], regime="reform-2025"),))
    assert regimes(reform, "da").startswith(
        "Regelsæt: reglerne 2016-2019 og reformen 2025. Et regelsæt er her kun et navn.")
    assert "entered as data" not in regimes(reform, "en")


def test_a_town_without_citizens_makes_a_page() -> None:
    study = synthetic_study(seeds=(1, 2), citizens=0)
    assert "Ikke opgjort" in brief_html(study)


def test_a_baseline_alone_makes_a_page(study: Study) -> None:
    page = brief_html(replace(study, others=(), comparison={}))
    assert "Ved periodens slutning er" in page
    assert "Niveauer i gennemsnit af 4 gennemkørsler" in page
    weeks = study.base.measures.filter((pl.col("measure") == "weeks_job") & (pl.col("group") == "all"))["value"]
    mean = f"{sum(weeks) / len(weeks):.1f}".replace(".", ",")
    assert re.search(rf'<th scope="row">Uger i ordinært job</th><td>{mean}\W', page)
    assert "Kan ikke beregnes med kun én gennemkørsel" not in page, "nothing is said of differences there are none of"
    assert "ændrede indstillinger" not in page


def test_what_we_do_not_know_comes_first_when_it_is_known(study: Study) -> None:
    name = study.others[0].name
    spread = study.comparison[name].select(
        "measure", "group", low=pl.lit(-1e9), high=pl.lit(1e9))
    page = brief_html(replace(study, knowledge={name: spread}, accepted_sets=40))
    assert "40 af de parametersæt" in page
    assert "Modellen er ikke kalibreret" not in page
    assert "Ikke kalibreret" not in page
    assert "Tydelig forskel" not in page


def test_a_missing_comparison_is_named(study: Study) -> None:
    with pytest.raises(ViewError) as caught:
        brief_html(replace(study, comparison={}))
    assert "other-0" in caught.value.text("da")


def test_a_place_that_cannot_be_written_is_told(study: Study, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(ViewError) as caught:
        write_brief(study, tmp_path / "taken" / "brief.html")
    assert "brief.html" in caught.value.text("en")
    write_brief(study, tmp_path / "new" / "brief.html")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["brief.html"]
