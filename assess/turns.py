"""A queue of threads: who came first goes first, and nobody waits for ever."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock


class Turns:
    """So many threads at once, in the order they came. Python's own locks keep no order."""

    def __init__(self, at_once: int) -> None:
        self._guard = Lock()
        self._free = at_once
        self._queue: deque[Event] = deque()

    @contextmanager
    def turn(self, patience: float) -> Iterator[None]:
        """Waits for a turn, at most `patience` seconds. Raises TimeoutError."""
        ticket = self._ticket()
        if not ticket.wait(patience) and self._leave(ticket):
            raise TimeoutError
        try:
            yield
        finally:
            self._pass_on()

    def _ticket(self) -> Event:
        ticket = Event()
        with self._guard:
            if self._free:
                self._free -= 1
                ticket.set()
            else:
                self._queue.append(ticket)
        return ticket

    def _leave(self, ticket: Event) -> bool:
        """Whether the ticket was still waiting; else its turn came at the last moment."""
        with self._guard:
            if ticket.is_set():
                return False
            self._queue.remove(ticket)
            return True

    def _pass_on(self) -> None:
        with self._guard:
            if self._queue:
                self._queue.popleft().set()
            else:
                self._free += 1
