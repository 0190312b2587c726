"""What holds for every test."""

from __future__ import annotations

import gc
import sys

MAIN = sys.modules["__main__"]


def pytest_collection_finish() -> None:
    """Leaves alone what is there before the first test, most of which stays until the last.

    To look through it for garbage again and again was an eighth of the work of all tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_runtest_teardown() -> None:
    """Gives Python back its main program, in whose place a page run by Streamlit puts itself.

    A process that a later test starts would run that page as it begins, and fail.
    """
    sys.modules["__main__"] = MAIN
