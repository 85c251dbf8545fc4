"""Processes that draw figures while this one reads and writes numbers."""

from __future__ import annotations

import importlib
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from sim.engine.spawning import one_thread_each, settle_in
from sim.views.easel import HERE, Easel, Elsewhere

_WORTH_IT = 3
"""Alternatives from which on a brief has more to draw than another process takes to begin (1.5 seconds)."""


@contextmanager
def easel(alternatives: int, jobs: int) -> Iterator[Easel]:
    """Give an easel for a brief of so many alternatives; its processes begin at once and end with the block."""
    if jobs < 2 or alternatives < _WORTH_IT:
        yield HERE
        return
    hands = ProcessPoolExecutor(jobs - 1, multiprocessing.get_context("spawn"), settle_in)
    try:
        with one_thread_each():  # each begins with the first thing it is handed, and reads this then
            for _ in range(jobs - 1):
                hands.submit(importlib.import_module, "sim.views.brief_parts")
        yield Elsewhere(hands)
    finally:
        hands.shutdown(wait=True, cancel_futures=True)
