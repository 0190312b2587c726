"""What holds for every test."""

from __future__ import annotations

import gc


def pytest_collection_finish() -> None:
    """Leaves alone what is there before the first test, most of which stays until the last.

    To look through it for garbage again and again was an eighth of the work of all tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
