"""The notebook in docs/: kept in step with its readable source, and run from beginning to end."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import nbformat
import pytest

DOCS = Path(__file__).parents[1] / "docs"


def builder() -> ModuleType:
    found = importlib.util.spec_from_file_location("build_notebook", DOCS / "build_notebook.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_the_notebook_is_made_from_its_source_and_was_run() -> None:
    kept = nbformat.read(DOCS / "notebook.ipynb", as_version=4)
    made = builder().built((DOCS / "notebook.py").read_text(encoding="utf-8"))
    assert [(cell.cell_type, cell.source) for cell in kept.cells] == [
        (cell.cell_type, cell.source) for cell in made.cells], "run: python docs/build_notebook.py"
    code = [cell for cell in kept.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert not any(output.output_type == "error" or output.get("name") == "stderr"
                   for cell in code for output in cell.outputs)
    assert "/tmp" not in (DOCS / "notebook.ipynb").read_text(encoding="utf-8")  # noqa: S108 - no trace of a machine


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # what the notebook's machinery says is not ours to mend
def test_the_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(DOCS.parent))
    made = builder().built((DOCS / "notebook.py").read_text(encoding="utf-8"))
    found = builder().executed(made, tmp_path)
    assert all(cell.execution_count for cell in found.cells if cell.cell_type == "code")
