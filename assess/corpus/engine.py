"""Engines: who reads and screens the laws of a corpus, several at once, in whatever order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice

from assess.corpus import documents
from assess.corpus.files import Law, reason
from assess.corpus.reader import Readers
from assess.errors import AssessError

Chunk = tuple[Law, ...]
Work = Callable[[Chunk, str | None], list[bytes]]


@dataclass(frozen=True)
class Engine:
    """What does the work: `work` on a chunk of laws, by an executor that does `width` at once.

    `lost` are the errors that say a worker was lost, not that the work is wrong.
    """

    executor: Executor
    work: Work
    width: int
    chunk: int = 1
    lost: tuple[type[BaseException], ...] = ()

    def lines(self, laws: Iterable[Law], language: str | None) -> Iterator[bytes]:
        """One line for each law, as they are done; laws are taken as they are needed.

        A chunk whose worker is lost is tried once more, law by law; what is lost again is unread.
        Raises AssessError where nobody is left to do the work.
        """
        chunks = _chunks(laws, self.chunk)
        working: dict[Future[list[bytes]], Chunk] = {}
        suspects: deque[Law] = deque()
        tried: Future[list[bytes]] | None = None  # one at a time, so that none suffers for another
        while True:
            for chunk in islice(chunks, max(0, 2 * self.width - len(working))):
                working[self.executor.submit(self.work, chunk, language)] = chunk
            if suspects and tried not in working:
                tried = self.executor.submit(self.work, (suspects[0],), language)
                working[tried] = (suspects.popleft(),)
            if not working:
                return
            for done in wait(working, return_when=FIRST_COMPLETED).done:
                chunk = working.pop(done)
                if not self._lost(done):
                    yield from done.result()
                elif done is tried:
                    yield from map(_unread, chunk)
                else:
                    suspects.extend(chunk)

    def _lost(self, done: Future[list[bytes]]) -> bool:
        if done.cancelled():
            raise AssessError("all workers were lost; run the same command once more")
        return isinstance(done.exception(), self.lost)


def work(readers: Readers, laws: Chunk, language: str | None) -> list[bytes]:
    """The lines of a chunk of laws, read in children of this process."""
    return [_line(readers, law, language) for law in laws]


@contextmanager
def processes(jobs: int) -> Iterator[Engine]:
    """So many children on this machine at once, each handed its laws by a thread of its own."""
    readers = Readers()
    threads = ThreadPoolExecutor(jobs, "reader")
    try:
        yield Engine(threads, partial(work, readers), jobs)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        readers.end()
        threads.shutdown()
        readers.rest()


def _chunks(laws: Iterable[Law], size: int) -> Iterator[Chunk]:
    left = iter(laws)
    return iter(lambda: tuple(islice(left, size)), ())


def _line(readers: Readers, law: Law, language: str | None) -> bytes:
    try:
        data = law.read()
    except OSError as error:
        return documents.to_line(documents.unread(law.file, None, reason(error)))
    return readers.line(law.file, data, language)


def _unread(law: Law) -> bytes:
    told = "the worker that read it was lost, twice; screen it by itself"
    return documents.to_line(documents.unread(law.file, None, told))
