"""Readers: children with limits that are handed laws and give back lines."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
from threading import Timer

from assess.airlock import LAW_WAIT, ROOT, bare_environment, too_heavy, too_slow
from assess.corpus import child, documents
from assess.text import words

BYTES = 500 * 1024**2  # of laws, after which a child is replaced as after `child.LAWS`
ANSWER = 256 * 1024**2  # bytes of one line at most
TRIES = 2  # a child that ended may have been ended by what came before this law


class Ended(Exception):
    """The reader is no longer wanted."""


class Reader:
    """One child at a time, started at the first law; not for two threads at once."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._laws = self._bytes = 0
        self._late = self._ended = False

    @property
    def pid(self) -> int | None:
        """The child's, None while there is none."""
        return self._child.pid if self._child else None

    def line(self, file: str, data: bytes, language: str | None) -> bytes:
        """The line for one law: screened, or unread and why. Raises Ended after `end`."""
        sha256 = hashlib.sha256(data).hexdigest()
        asked = {"size": len(data), "file": file, "sha256": sha256, "language": language}
        for _ in range(TRIES):
            try:
                return self._asked(asked, data)
            except TimeoutError:
                said = too_slow(words())
                break
            except ChildProcessError:
                said = too_heavy(words())
        return documents.to_line(documents.unread(file, sha256, said))

    def rest(self) -> None:
        """Ends the child; the next law starts another."""
        if self._child:
            _end(self._child)
            _close(self._child)
            self._child = None

    def end(self) -> None:
        """Ends the child for good, also from another thread, where it may be at work."""
        self._ended = True
        if self._child:
            _end(self._child)

    def _asked(self, asked: dict[str, object], data: bytes) -> bytes:
        running = self._child or self._start()
        self._late = False
        clock = Timer(LAW_WAIT, self._out_of_time, (running,))
        clock.start()
        try:
            line = _exchanged(running, json.dumps(asked).encode() + b"\n" + data)
        finally:
            clock.cancel()
        if not _answers(line, asked):
            self._take_leave(running)
        self._laws, self._bytes = self._laws + 1, self._bytes + len(data)
        if self._laws >= child.LAWS or self._bytes >= BYTES:
            self.rest()
        return line

    def _start(self) -> subprocess.Popen[bytes]:
        self._laws = self._bytes = 0
        self._child = subprocess.Popen(
            [sys.executable, "-m", child.__name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env=bare_environment(),
            start_new_session=True,  # what it starts is ended with it; Ctrl+C is ours to answer
        )
        if self._ended:  # asked only now, so that none is born after the end
            self.rest()
            raise Ended
        return self._child

    def _out_of_time(self, running: subprocess.Popen[bytes]) -> None:
        self._late = True
        _end(running)

    def _take_leave(self, running: subprocess.Popen[bytes]) -> None:
        """Says why there was no answer. Raises TimeoutError, ChildProcessError."""
        self.rest()
        if self._late or running.returncode == -getattr(signal, "SIGXCPU", 0):
            raise TimeoutError
        raise ChildProcessError(running.returncode)


class Readers:
    """Readers for threads, each lent to one thread at a time; as many as are asked for at once."""

    def __init__(self) -> None:
        self._all: list[Reader] = []
        self._idle: list[Reader] = []
        self._ended = False

    def line(self, file: str, data: bytes, language: str | None) -> bytes:
        """As Reader.line, by a reader that has nothing else to do."""
        try:
            reader = self._idle.pop()
        except IndexError:
            reader = Reader()
            self._all.append(reader)
        if self._ended:
            reader.end()
        try:
            return reader.line(file, data, language)
        finally:
            self._idle.append(reader)

    def rest(self) -> None:
        """Ends the children that have nothing to do; laws that come later start others."""
        with contextlib.suppress(IndexError):
            while True:
                self._idle.pop().rest()

    def end(self) -> None:
        """Ends all children for good, at work or not."""
        self._ended = True
        for reader in self._all:
            reader.end()


def _exchanged(running: subprocess.Popen[bytes], question: bytes) -> bytes:
    """What a child says; no whole line where it came to its end."""
    assert running.stdin
    assert running.stdout
    try:
        running.stdin.write(question)
        running.stdin.flush()
        return running.stdout.readline(ANSWER)
    except OSError:
        return b""


def _answers(line: bytes, asked: dict[str, object]) -> bool:
    """Whether a line is whole and is about the law asked for: a child is not trusted."""
    if not line.endswith(b"\n"):
        return False
    try:
        document = documents.from_line(line)
    except ValueError:
        return False
    return all(document.get(name) == asked[name] for name in ("file", "sha256"))


def _end(running: subprocess.Popen[bytes]) -> None:
    """Ends a child and what it started."""
    if running.poll() is not None:
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()


def _close(ended: subprocess.Popen[bytes]) -> None:
    """Gives its pipes back, with what it was not told any more."""
    for pipe in (ended.stdin, ended.stdout):
        with contextlib.suppress(OSError):
            assert pipe
            pipe.close()
    ended.wait()
