"""Make docs/notebook.ipynb from docs/notebook.py and run it: python docs/build_notebook.py."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
SOURCE, NOTEBOOK = HERE / "notebook.py", HERE / "notebook.ipynb"
LIMIT_SECONDS = 300


def built(source: str) -> Any:
    """Turn a source with ``# %%`` marks into a notebook that has not been run; ids follow the order of the cells."""
    notebook = nbformat.v4.new_notebook(metadata={
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
    })
    for number, part in enumerate(source.split("\n# %%")[1:], 1):
        head, _, body = part.partition("\n")
        if head.strip() == "[markdown]":
            text = "\n".join(line.removeprefix("#").removeprefix(" ") for line in body.strip().splitlines())
            cell = nbformat.v4.new_markdown_cell(text)
        else:
            cell = nbformat.v4.new_code_cell(body.strip())
        cell["id"] = f"cell-{number}"
        notebook.cells.append(cell)
    return notebook


def executed(notebook: Any, folder: Path) -> Any:
    """Run every cell in a folder and return the notebook with its outputs, without the times it took."""
    NotebookClient(notebook, timeout=LIMIT_SECONDS, kernel_name="python3",
                   resources={"metadata": {"path": str(folder)}}).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    return notebook


if __name__ == "__main__":
    nbformat.write(executed(built(SOURCE.read_text(encoding="utf-8")), HERE.parent), NOTEBOOK)
    sys.stdout.write(f"{NOTEBOOK}\n")
