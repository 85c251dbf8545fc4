"""Files that cannot be read, and files that build on others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.scenario.reading import parse_document
from tests.scenario_catalogue import complaints_about, tiny

SYNTAX = [
    ("[a]\nb = 0,25", "b = 0,25 (line 2) There is a comma in a number. Write 0.25 (with a point)."),
    ("a = { 2017-01 = 80, 2018-01 = 0,25 }",
     "a = { 2017-01 = 80, 2018-01 = 0,25 } (line 1) There is a comma in a number. Write 0.25 (with a point)."),
    ("a = 25 %",
     "a = 25 % (line 1) There is a percent sign after a number. Write 0.25 if it is a share, otherwise 25."),
    ("a = 1 600", "a = 1 600 (line 1) There are spaces or points inside a number. Write 1600."),
    ("a = 1.600.000", "a = 1.600.000 (line 1) There are spaces or points inside a number. Write 1600000."),
    ("a = .5", "a = .5 (line 1) The number lacks a digit before or after the point. Write 0.5."),
    ("a = 5.", "a = 5. (line 1) The number lacks a digit before or after the point. Write 5."),
    ("a = 01", "a = 01 (line 1) The number begins with 0. Write it without the leading 0."),
    ("a = planned",
     'a = planned (line 1) There is a word without quotation marks. Words stand in quotation marks: "planned". '
     "On and off are written true and false."),
    ("a = Ja",
     "a = Ja (line 1) There is a word without quotation marks. Write true in lower case without quotation marks."),
    ("a = “x”", 'a = “x” (line 1) There are curly quotation marks. Use straight quotation marks: "…".'),
    ('a = "x', 'a = "x (line 1) A quotation mark is not closed. Put " at the end of the text, on the same line.'),
    ("a =", "a = (line 1) A value is missing after the equals sign. "
     "Write a value, or delete the line; then the value that would hold otherwise holds."),
    ("a: 3", "a: 3 (line 1) There is a colon where an equals sign belongs. Write: a = value."),
    ("turnover 5", "turnover 5 (line 1) An equals sign is missing. Write: turnover = value."),
    ("a = 2017-02-30",
     "a = 2017-02-30 (line 1) The date does not exist or is written in another way. "
     "Write dates as 2018-03-05 (year-month-day)."),
    ("a = 5.3.2018",
     "a = 5.3.2018 (line 1) The date does not exist or is written in another way. "
     "Write dates as 2018-03-05 (year-month-day)."),
    ("[a\nb = 1",
     "[a (line 1) A bracket is not closed. Add the missing ] or }. "
     "A table of dates in { } must stand on one line, without a comma at its end."),
    ("a = { 2017-01 = 1,\n 2018-01 = 2 }",
     "a = { 2017-01 = 1, (line 1) A bracket is not closed. Add the missing ] or }. "
     "A table of dates in { } must stand on one line, without a comma at its end."),
    ("[t]\na = 1\n[u]\na = 1\nb = 1\na = 2",
     "a = 2 (line 6) The setting is given twice; first on line 4. Keep one of them."),
    ("[a]\n[a]", "[a] (line 2) The section is given twice. Gather its settings under one heading."),
    ("tæt = 1",
     "tæt = 1 (line 1) The line cannot be understood. A name consists of the letters a-z, digits, - and _ only."),
    ("a =\u00a05", "a =\\u00a05 (line 1)"),
    ("a = 1\x07",
     "a = 1\\u0007 (line 1) There is an invisible control character in the line. Delete the line and type it again."),
    ("a = 1\rb = 2\r", "The lines end in a way no longer used (CR only). "
     "Save the file again with ordinary line ends (LF or CRLF)."),
    ("a = 1 b = 2", "a = 1 b = 2 (line 1) The line cannot be understood. Write one setting per line: name = value."),
    ("a=" + "[" * 5000, "The values are nested too deeply. A setting is a single value or a table of dates."),
    ("b = 1\na = " + "9" * 5000, "(line 2) A number in the file has thousands of digits. Write it shorter."),
    ("x" * 30_000, "(line 1) The line is longer than 20000 characters. Write it shorter."),
    ("", 'The file is empty. Write for example: extends = "baseline.toml" and below it only what differs.'),
    ("# only a comment\n",
     'The file is empty. Write for example: extends = "baseline.toml" and below it only what differs.'),
]


@pytest.mark.parametrize(("text", "message"), [case for case in SYNTAX if "\u00a0" not in case[0]])
def test_text_that_is_not_toml_is_explained(text: str, message: str) -> None:
    assert complaints_about(text)[1] == message


def test_a_special_space_is_named() -> None:
    assert complaints_about("a =\u00a05")[0].endswith("Slet det, og skriv et almindeligt mellemrum.")


def test_tabs_windows_line_ends_and_a_byte_order_mark_are_accepted(tmp_path: Path) -> None:
    file = tmp_path / "windows.toml"
    file.write_bytes(b"\xef\xbb\xbf[casework]\r\n\tcaseload\t=\t40\r\n")
    scenario = tiny(file)
    assert scenario.settings_at(0).casework.caseload == 40
    assert scenario.layers[0].assignments["casework.caseload"].line == 2


def refused(path: Path, language: str = "en") -> str:
    with pytest.raises(ScenarioError) as caught:
        tiny(path)
    text = caught.value.text("en" if language == "en" else "da")
    return " ".join(text.replace(f"{path.parent.as_posix()}/", "").split())


def test_files_that_are_no_scenarios(tmp_path: Path) -> None:
    (tmp_path / "same-caseworker.toml").write_text("extends = 'b.toml'")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "notes.txt").write_text("x = 1")
    (tmp_path / "latin.toml").write_bytes("# hej\ntitle = 'Før'\n".encode("latin-1"))
    (tmp_path / "wide.toml").write_bytes("title = 'x'".encode("utf-16"))
    (tmp_path / "picture.toml").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "large.toml").write_bytes(b"#" * 2_000_000)
    nothing = "1 thing needs attention. Nothing was run."
    assert refused(tmp_path / "same-casworker.toml") == (
        f"same-casworker.toml: {nothing} The file does not exist. Did you mean same-caseworker.toml?")
    assert refused(tmp_path / "zz.toml").startswith(
        f"zz.toml: {nothing} The file does not exist. The folder holds: folder.toml,")
    assert refused(tmp_path / "no" / "x.toml") == (
        f"x.toml: {nothing} The file does not exist. The folder does not exist either.")
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "one-roof.toml").write_text("x = 1")
    assert refused(tmp_path / "one-roof.toml").endswith("does not exist. Did you mean scenarios/one-roof.toml?")
    assert "This is a folder, not a file." in refused(tmp_path / "folder.toml")
    assert "A scenario file must end in .toml." in refused(tmp_path / "notes.txt")
    assert refused(tmp_path / "latin.toml", "da") == (
        "latin.toml: 1 ting skal rettes. Intet er kørt. title = 'F�r' (linje 2) Filen er ikke gemt som UTF-8; her står "
        "et tegn, der ikke kan læses. Gem den igen som UTF-8 (i Notesblok: Gem som, Kodning: UTF-8).")
    assert "not saved as UTF-8" in refused(tmp_path / "wide.toml")
    assert "The file is not a text file." in refused(tmp_path / "picture.toml")
    assert "The file takes 2000 kB; a scenario file takes 1000 kB at most." in refused(tmp_path / "large.toml")


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "locked.toml"
    file.write_text("x = 1")

    def locked(self: Path) -> bytes:
        raise PermissionError(13, "no", str(self))

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert "The file cannot be read. See whether you may open it" in refused(file)


@pytest.mark.parametrize(("name", "lawful"), [
    ("Ærø_2-b.toml", True), ("2025.toml", True), ("a b.toml", False), ("con.toml", False), ("-x.toml", False),
    ("a.b.toml", False), ("x" * 81 + ".toml", False), ("A\u030aben.toml", True),
])
def test_names_of_scenarios(tmp_path: Path, name: str, *, lawful: bool) -> None:
    file = tmp_path / name
    file.write_text('title = "x"')
    if lawful:
        assert tiny(file).name in {"Ærø_2-b", "2025", "Åben"}
    else:
        assert "consists of letters, digits, - and _ only (80 characters at most). Call it for example" in refused(file)


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_problems_of_a_file_and_of_its_parents_come_together(tmp_path: Path) -> None:
    write(tmp_path, base="[casework]\nturnover = 3\n", child='extends = "base.toml"\n[casework]\ncaseload = 1\n')
    message = refused(tmp_path / "child.toml")
    assert message.startswith("child.toml: 1 setting needs attention. Nothing was run. casework.caseload = 1 (line 3)")
    assert "base.toml: 1 setting needs attention. casework.turnover = 3 (line 2)" in message


def test_a_parent_that_is_no_toml_does_not_hide_the_childs_mistakes(tmp_path: Path) -> None:
    write(tmp_path, base="a = 0,5\n", child='extends = "base.toml"\n[casework]\ncaseload = 1\n')
    message = refused(tmp_path / "child.toml")
    assert "casework.caseload = 1 (line 3)" in message
    assert "a = 0,5 (line 1) There is a comma in a number." in message


def test_lines_that_are_no_toml_do_not_hide_each_other_nor_what_else_is_wrong(tmp_path: Path) -> None:
    write(tmp_path, x="[casework]\nturnover = 0,25\ncaselod = 40\nkeep = ja\ncaseload = 1\n[town\ncitizens = -5\n")
    message = refused(tmp_path / "x.toml")
    assert "x.toml: 3 things need attention." in message  # nothing is known of what stands below a broken heading
    assert "turnover = 0,25 (line 2) There is a comma in a number." in message
    assert "keep = ja (line 4) There is a word without quotation marks." in message
    assert "[town (line 6) A bracket is not closed." in message
    write(tmp_path, x="[casework]\nturnover = 0,25\ncaselod = 40\nkeep = ja\ncaseload = 1\n")
    message = refused(tmp_path / "x.toml")
    assert [f"(line {line})" in message for line in range(1, 6)] == [False, True, True, True, True]
    write(tmp_path, x="[casework]\nturnover = 0,25\n")
    assert "1 thing needs attention" in refused(tmp_path / "x.toml")


def test_an_extends_of_another_kind_is_said_once(tmp_path: Path) -> None:
    write(tmp_path, x="extends = 3\n[casework]\ncaseload = { 2030-01 = 40 }\n")
    message = refused(tmp_path / "x.toml")
    assert message.count("extends = 3") == 1
    assert "2030" not in message  # how long the run is, its parent would tell


def test_a_link_that_goes_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "ring.toml").symlink_to("ring.toml")
    assert refused(tmp_path / "ring.toml").endswith("The file is a link that goes in a circle. Name the file itself.")


@pytest.mark.parametrize(("extends", "message"), [
    ("bas.toml", 'extends = "bas.toml" (line 1) does not exist. Did you mean base.toml?'),
    ("/etc/x.toml", "must be the name of a scenario file as seen from this file's folder"),
    ("C:/x.toml", "must be the name of a scenario file as seen from this file's folder"),
    ("https://example.org/x.toml", "must be the name of a scenario file as seen from this file's folder"),
    ("", "must be the name of a scenario file as seen from this file's folder"),
    ("a\\u0000.toml", "must be the name of a scenario file as seen from this file's folder"),
    ("..\\\\base.toml", 'must be written with /, not \\. Write "../base.toml".'),
    ("base", 'must end in .toml. Write "base.toml".'),
    ("x" * 5000 + ".toml", "must be the name of a scenario file as seen from this file's folder"),
    ("child.toml", "goes in a circle: child.toml → child.toml. Delete extends in one of the files."),
    ("../up/child.toml", "goes in a circle: child.toml → child.toml."),
])
def test_extends_that_leads_nowhere(tmp_path: Path, extends: str, message: str) -> None:
    folder = tmp_path / "up"
    folder.mkdir()
    write(folder, base="[casework]\ncaseload = 50\n", child=f'extends = "{extends}"\n')
    assert message in refused(folder / "child.toml")


def test_a_circle_of_three_and_a_chain_too_long(tmp_path: Path) -> None:
    write(tmp_path, a='extends = "b.toml"', b='extends = "c.toml"', c='extends = "a.toml"')
    circle = 'extends = "a.toml" (line 1) goes in a circle: a.toml → b.toml → c.toml → a.toml.'
    assert circle in refused(tmp_path / "a.toml")
    for number in range(12):
        write(tmp_path, **{f"f{number}": f'extends = "f{number + 1}.toml"'})
    assert "builds on a chain of more than 8 files" in refused(tmp_path / "f0.toml")


def test_a_parent_in_another_folder(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    write(tmp_path, base="[casework]\ncaseload = 50\n")
    write(tmp_path / "deep", child='extends = "../base.toml"\n')
    child = tiny(tmp_path / "deep" / "child.toml")
    assert child.settings_at(0).casework.caseload == 50
    assert child.parent is not None
    assert child.parent.name == "base"


@given(st.text(max_size=200))
def test_any_text_is_read_or_explained(text: str) -> None:
    try:
        read = bool(parse_document(text, "x.toml").values)
    except ScenarioError as caught:
        read = bool(caught.text("da") and caught.text("en"))
    assert read


@pytest.mark.parametrize("text", [
    "a" + ".a" * 9990 + " = 1", "[a" + ".a" * 9990 + "]", "[casework]\n" + "\n".join(f"k{n} = 1" for n in range(5000)),
    "\n".join(f"[t{n}]" for n in range(5000)), "a = " + "[" * 900 + "]" * 900, "a = " + "{a=" * 300 + "1" + "}" * 300,
    "[[casework]]\n" * 5000, 'a = "' + '\\"' * 5000, f'title = "{"[" * 10_000}"',
])
def test_hostile_files_get_a_short_answer(text: str) -> None:
    assert len(complaints_about(text)[0]) < 8000
