"""Threads take turns in the order they came, and give up in time."""

from __future__ import annotations

import threading
import time

import pytest

from assess.turns import Turns


def queue_up(turns: Turns, names: str, order: list[str], patience: float = 10) -> list:
    def write(name: str) -> None:
        try:
            with turns.turn(patience):
                order.append(name)
        except TimeoutError:
            order.append(f"not {name}")

    threads = []
    for place, name in enumerate(names):
        threads.append(threading.Thread(target=write, args=(name,)))
        threads[-1].start()
        while len(turns._queue) <= place:
            time.sleep(0.001)
    return threads


def test_who_came_first_writes_first() -> None:
    turns, order = Turns(at_once=1), []
    with turns.turn(1):
        waiting = queue_up(turns, "abcde", order)
    for thread in waiting:
        thread.join()
    assert order == list("abcde")


def test_who_waited_too_long_is_told_and_holds_nobody_up() -> None:
    turns, order = Turns(at_once=1), []
    with turns.turn(1):
        for thread in queue_up(turns, "a", order, patience=0.05):
            thread.join()
    with turns.turn(0):
        assert order == ["not a"]


def test_a_turn_that_came_at_the_last_moment_is_taken() -> None:
    turns = Turns(at_once=1)
    with turns.turn(0):
        ticket = turns._ticket()
    assert turns._leave(ticket) is False


def test_a_turn_is_passed_on_when_something_goes_wrong() -> None:
    turns = Turns(at_once=2)
    for _ in range(5):
        with pytest.raises(ValueError, match="x"), turns.turn(0):
            raise ValueError("x")
    with turns.turn(0), turns.turn(0), pytest.raises(TimeoutError), turns.turn(0):
        pass
