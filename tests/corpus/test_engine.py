"""Engines lose workers, never laws."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from assess.corpus import documents, engine
from assess.corpus.engine import Chunk, Engine
from assess.corpus.files import Law
from assess.corpus.reader import Readers
from assess.errors import AssessError


class Lost(Exception):
    """A worker is gone."""


class AtOnce(Executor):
    """Does the work when it is handed over."""

    def submit(self, fn, /, *args, **kwargs):
        future: Future[object] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except (Lost, ZeroDivisionError) as error:
            future.set_exception(error)
        return future


def laws(count: int) -> list[Law]:
    return [Law(str(number), str(number)) for number in range(count)]


def working(work: Callable[[Chunk, str | None], list[bytes]], **more: int) -> Engine:
    return Engine(AtOnce(), work, width=2, lost=(Lost,), **more)


def read(laws: Chunk, language: str | None) -> list[bytes]:
    return [f"{law.file} {language}".encode() for law in laws]


@pytest.mark.parametrize("chunk", [1, 3, 100])
def test_every_law_has_one_line(chunk: int) -> None:
    made = list(working(read, chunk=chunk).lines(laws(10), "fr"))
    assert sorted(made) == sorted(f"{number} fr".encode() for number in range(10))


def test_no_law_gives_no_line() -> None:
    assert list(working(read).lines([], None)) == []


def test_a_chunk_whose_worker_is_lost_is_tried_again_law_by_law() -> None:
    tried: Counter[str] = Counter()

    def losing(chunk: Chunk, language: str | None) -> list[bytes]:
        tried.update(law.file for law in chunk)
        if any(law.file == "4" for law in chunk):
            raise Lost
        return read(chunk, language)

    made = list(working(losing, chunk=3).lines(laws(9), None))
    read_well = {line for line in made if line.endswith(b" None")}
    assert len(read_well) == 8
    (lost,) = (json.loads(line) for line in made if line not in read_well)
    assert lost == documents.unread(
        "4", None, "the worker that read it was lost, twice; screen it by itself"
    )
    assert tried == Counter({"3": 2, "4": 2, "5": 2} | dict.fromkeys("012678", 1))


def test_what_is_wrong_with_the_work_itself_is_not_hidden() -> None:
    def wrong(chunk: Chunk, language: str | None) -> list[bytes]:
        return [b"" for _ in chunk if 1 // 0]

    with pytest.raises(ZeroDivisionError):
        list(working(wrong).lines(laws(2), None))


def test_where_nobody_is_left_the_run_ends_with_a_plain_word() -> None:
    class Gone(Executor):
        def submit(self, fn, /, *args, **kwargs):
            future: Future[object] = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    with pytest.raises(AssessError, match="all workers were lost; run the same command once more"):
        list(Engine(Gone(), read, 1).lines(laws(1), None))


def test_laws_are_taken_as_they_are_needed_so_that_many_need_no_more_memory() -> None:
    taken = 0

    def endless() -> Iterator[Law]:
        nonlocal taken
        while True:
            taken += 1
            yield Law(str(taken), "")

    with ThreadPoolExecutor(2) as threads:
        lines = Engine(threads, read, width=2, chunk=5).lines(endless(), None)
        for _ in range(100):
            next(lines)
        lines.close()
    assert 100 <= taken <= 100 + 2 * 2 * 5 + 5


def test_a_file_that_vanishes_is_unread_and_the_chunk_goes_on(tmp_path: Path, monkeypatch) -> None:
    there = tmp_path / "there.txt"
    there.write_bytes(b"Article 1")
    monkeypatch.setattr(Readers, "line", lambda _, file, data, language: data)
    gone = Law("gone.txt", str(tmp_path / "gone.txt"))
    first, second = engine.work(Readers(), (gone, Law("there.txt", str(there))), None)
    assert json.loads(first) == documents.unread("gone.txt", None, "no such file or directory")
    assert second == b"Article 1"


def test_leaving_early_waits_for_nobody(tmp_path: Path) -> None:
    with engine.processes(2) as many:
        assert many.width == 2
        lines = many.lines([Law("a", "", b"Article 1"), Law("b", "", b"Article 2")], "en")
        next(lines)
        lines.close()
    with pytest.raises(RuntimeError):
        many.executor.submit(print)
