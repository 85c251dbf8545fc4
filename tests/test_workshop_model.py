"""What the workshop shows is the model: recordings, interventions, role play; and the server refuses what it should."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import numpy as np
import polars as pl
import pytest

from sim.doors.workshop import export
from sim.doors.workshop.export import Wanted
from sim.doors.workshop.intervening import OFFERED
from sim.doors.workshop.lives import LEFT, WORK
from sim.doors.workshop.packing import packed, unpacked
from sim.doors.workshop.requests import answer
from sim.doors.workshop.sliders import BASE, SLIDERS, choice_of, name_of, read_choice, values_of
from sim.doors.workshop.studio import Studio
from sim.doors.workshop.texts_page import PAGE
from sim.engine.run import burn_in, simulate
from sim.errors import RunError
from sim.processes.orders import Order
from sim.record.schema import Layer
from sim.vocabulary import EventKind, Happening, Phase
from tests.fixtures_workshop import SIZE, served, small_studio


@pytest.fixture(scope="module")
def studio() -> Studio:
    return small_studio()


def test_a_block_is_read_back_as_it_was() -> None:
    columns = {
        "one": np.arange(5, dtype=np.uint8), "two": np.array([1.5, -2], dtype=np.float32),
        "none": np.zeros(0, np.int16),
    }
    head, back = unpacked(packed({"title": {"da": "æ", "en": "<"}}, columns))
    assert head["title"] == {"da": "æ", "en": "<"}
    assert {name: values.tolist() for name, values in back.items()} == {
        "one": [0, 1, 2, 3, 4], "two": [1.5, -2.0], "none": []}
    with pytest.raises(ValueError, match="float64"):
        packed({}, {"wrong": np.zeros(1)})


def test_places_meetings_and_shares_are_those_of_the_tables(studio: Studio) -> None:
    recording = studio.base_run()
    seed = SIZE.first_seed
    tables = simulate(studio.base, seed, burn_in(studio.base, seed))
    columns = recording.columns
    assert columns["citizen"].tolist() == tables.citizens["citizen"].to_list()
    met = np.diff(columns["met_begins"].astype(np.int64))
    assert met.tolist() == tables.citizens["meetings"].to_list(), "every meeting held has its week"
    phases = tables.spells.filter(pl.col("layer") == int(Layer.PHASE))
    week = 30
    shown = [_place(columns, person, week) for person in range(len(columns["citizen"]))]
    for phase in (*Phase,)[:5]:
        true = phases.filter((pl.col("code") == int(phase)) & (pl.col("start") <= week) & (week < pl.col("end"))).height
        assert shown.count(int(phase)) == true
    assert int(Phase.IN_WORK) == WORK
    panel = tables.panel.filter((pl.col("group") == "all") & (pl.col("week") == week))
    counted = columns["shares"].reshape(SIZE.towns, SIZE.weeks, len(Phase))[0, week]
    assert counted.tolist() == [panel[f"phase_{phase.key}"][0] for phase in Phase]


def test_nobody_has_a_caseworker_after_leaving(studio: Studio) -> None:
    columns = studio.base_run().columns
    checked = 0
    for person in range(len(columns["citizen"])):
        if _place(columns, person, SIZE.weeks - 1) > 6:
            first, last = columns["desk_begins"][person], columns["desk_begins"][person + 1]
            assert last == first or columns["desk_post"][last - 1] == -1
            checked += 1
    assert checked, "somebody left"


def _place(columns: dict[str, np.ndarray], person: int, week: int) -> int:  # type: ignore[type-arg]
    first, last = columns["place_begins"][person], columns["place_begins"][person + 1]
    at = int(np.searchsorted(columns["place_week"][first:last], week, side="right")) - 1
    return int(columns["place_code"][first:last][at]) if at >= 0 else LEFT + 1


def test_every_turning_point_comes_with_its_sentence_in_both_languages(studio: Studio) -> None:
    recording = studio.base_run()
    turns = recording.columns["mark_kind"] == int(EventKind.TURNING_POINT)
    assert turns.any()
    said = recording.columns["mark_sentence"][turns]
    assert all(recording.sentences.da[number] and recording.sentences.en[number] for number in said)


def test_a_life_is_the_same_up_to_the_intervention_whoever_lives_beside(studio: Studio) -> None:
    base, name, seed = studio.base_run(), name_of(BASE), SIZE.first_seed
    there = np.flatnonzero(base.columns["person_exit_week"] >= SIZE.weeks)
    citizen = int(base.columns["citizen"][there[0]])
    orders = [Order(week=20, happening=happening, citizen=citizen, seed=seed, amount=amount)
              for happening, amount in OFFERED.values()]
    together = studio.lives(name, orders)
    alone = studio.lives(name, orders[3:4])[0]
    assert alone.block() == together[3].block()
    before = [mark for mark in _marks(base, there[0]) if mark[0] < 20]
    for life in together:
        assert [mark for mark in _marks(life, 0) if mark[0] < 20] == before
    crisis = list(OFFERED).index("crisis")
    struck = together[crisis].columns
    assert ((struck["mark_kind"] == int(EventKind.CRISIS)) & (struck["mark_week"] == 20)).any()


def _marks(recording: object, person: int) -> list[tuple[int, int, int]]:
    columns = recording.columns  # type: ignore[attr-defined]
    span = slice(int(columns["mark_begins"][person]), int(columns["mark_begins"][person + 1]))
    return list(zip(*(columns[f"mark_{name}"][span].tolist() for name in ("week", "kind", "code")), strict=True))


def test_those_called_come_first_and_the_hours_stay_what_they_are(studio: Studio) -> None:
    play = studio.play
    first = play.ask({"choices": []})
    patient = sorted(first["cases"], key=lambda case: case["since"] or 999)
    chosen = [case["citizen"] for case in patient[: first["slots"]]]
    assert chosen, "the first week has hours for a talk"
    after = {case["citizen"]: case for case in play.ask({"choices": [chosen]})["cases"]}
    called = [citizen for citizen in chosen if citizen in after]
    assert all(after[citizen]["since"] <= 1 for citizen in called), "whoever is called is called this week"
    others = [case for citizen, case in after.items() if citizen not in chosen]
    assert not [case for case in others if case["since"] == 1], "nobody else was, for the hours were used"


@pytest.mark.parametrize(("what", "asked"), [
    ("run", {"sliders": {"caseload": "c41"}}), ("run", {"sliders": {"caselod": "today"}}), ("run", {"sliders": [1]}),
    ("run", {"preset": "../secret"}), ("life", {"what": "hire", "week": 3, "citizen": 1, "run": name_of(BASE)}),
    ("life", {"what": "crisis", "week": -1, "citizen": 1, "run": name_of(BASE)}),
    ("life", {"what": "crisis", "week": 3, "citizen": 1 << 23, "run": name_of(BASE)}),
    ("life", {"what": "crisis", "week": True, "citizen": 1, "run": name_of(BASE)}),
    ("life", {"what": "crisis", "week": 3, "citizen": 1, "run": "caseload=c41"}),
    ("roleplay", {"choices": [["x"]]}), ("roleplay", {"choices": [[1, 1]]}), ("roleplay", {"choices": [[]] * 13}),
    ("roleplay", {"choices": 7}), ("nothing", {}), ("run", [1]),
])
def test_what_the_page_never_asks_is_refused_in_words(studio: Studio, what: str, asked: object) -> None:
    with pytest.raises(RunError) as refused:
        answer(studio, what, asked)
    assert refused.value.text("da")
    assert refused.value.text("da") != refused.value.text("en")


def test_choices_and_their_names_lead_to_each_other() -> None:
    for slider in SLIDERS:
        for position in slider.positions:
            choice = read_choice({slider.key: position.key})
            assert choice_of(name_of(choice)) == choice
            assert values_of(choice) == dict(position.values)
            assert position.words(slider.key).da


def test_every_word_the_page_asks_for_exists() -> None:
    import re

    from sim.doors.workshop.page_file import page_files

    own = "\n".join(text for name, text in page_files().items() if name.endswith(".js") and "/" not in name)
    asked = set(re.findall(r'\bt\("([^"]+)"', own))
    assert asked
    known = {*PAGE, "verdict.higher"}
    assert not {key for key in asked if key not in known}
    assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|eval\(", own), "text goes in as text"
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", own)


@pytest.fixture(scope="module")
def host(studio: Studio) -> Iterator[str]:
    with served(studio) as address:
        yield urlsplit(address).netloc


def _answer(host: str, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(host, timeout=60)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body.encode() or None, named)
    got = connection.getresponse()
    told = got.status, got.read().decode("utf-8", "replace")
    connection.close()
    return told


def test_the_server_answers_its_own_page_on_its_own_machine_only(host: str) -> None:
    asked = json.dumps({"sliders": {}})
    plain = {"Content_Type": "application/json"}
    assert _answer(host, "GET", "/")[0] == 200
    assert _answer(host, "GET", "/", Host="evil.example")[0] == 403
    assert _answer(host, "POST", "/ask/run", asked, Origin="http://evil.example", **plain)[0] == 403
    assert _answer(host, "POST", "/ask/run", asked, Origin="null", **plain)[0] == 403
    assert _answer(host, "POST", "/ask/run", asked, Sec_Fetch_Site="cross-site", **plain)[0] == 403
    assert _answer(host, "POST", "/ask/run", asked, Content_Type="text/plain")[0] == 415
    assert _answer(host, "POST", "/ask/run", "x" * 300_000, **plain)[0] == 413
    assert _answer(host, "POST", "/ask/run", "{", **plain)[0] == 400
    status, told = _answer(host, "POST", "/ask/run", '{"sliders": {"caseload": "c41"}}', **plain)
    assert status == 422
    assert "c40" in told
    assert _answer(host, "POST", "/ask/run", asked, **plain)[0] == 200
    for path in ("/page/../server.py", "/page/%2e%2e/server.py", "/page/page.html", "/etc/passwd"):
        assert _answer(host, "GET", path)[0] == 404


def test_happenings_on_offer_set_circumstances_only() -> None:
    answers = {Happening.FLEXJOB_GRANTED, Happening.FLEXJOB_REFUSED, Happening.REJECTIONS}
    assert not answers & {happening for happening, _ in OFFERED.values()}


def test_a_file_that_would_be_too_large_is_refused_with_a_remedy(
    studio: Studio, monkeypatch: pytest.MonkeyPatch,
) -> None:
    wanted = [Wanted(BASE), Wanted({**BASE, "handover": "planned"})]
    told: list[int] = []
    monkeypatch.setattr(export, "MOST_BYTES", len(studio.base_run().block()))
    with pytest.raises(RunError) as refused:
        export.exported_page(studio, wanted, 1, lambda done, _of: told.append(done))
    assert told in ([], [1]), "it stops as soon as it is certain, not after the last run"
    for language, said in (("da", "Intet er skrevet"), ("en", "Nothing was written")):
        text = refused.value.text(language)  # type: ignore[arg-type]  # a plain tuple of the two languages
        assert said in text
        assert "--people" in text


def test_what_is_kept_waits_for_nobody(studio: Studio) -> None:
    base = studio.base_run()
    with studio._lock:
        assert studio.base_run() is base, "a second tab opens while something long is played"
