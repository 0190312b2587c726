"""How far a long command is, in one line of a terminal that is written again and again."""

from __future__ import annotations

import time
from typing import TextIO

PAUSE = 0.1  # seconds between two looks of the line


class Progress:
    """A counter on a terminal; silent elsewhere, and where there is only one file."""

    def __init__(self, stream: TextIO, files: int) -> None:
        self._stream, self._files = stream, files
        self._silent = files < 2 or not stream.isatty()
        self._shown = ""
        self._next = 0.0

    def show(self, done: int, unread: int) -> None:
        """Shows it anew, where the last time is not too near."""
        now = time.monotonic()
        if self._silent or (now < self._next and done < self._files):
            return
        self.clear()
        beside = f", {unread} could not be read" if unread else ""
        self._shown = f"{done} of {self._files} files{beside}"
        self._next = now + PAUSE
        print(self._shown, end="", file=self._stream, flush=True)

    def clear(self) -> None:
        """Takes the line away, so that something else can be written."""
        if self._shown:
            print(f"\r{' ' * len(self._shown)}\r", end="", file=self._stream, flush=True)
            self._shown = ""
