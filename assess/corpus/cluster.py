"""The engine for more than one machine: workers of Dask (`dask.distributed`, an optional extra)."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

import assess
from assess.corpus.engine import Chunk, Engine, work
from assess.corpus.reader import Readers
from assess.errors import AssessError

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

CHUNK = 16  # laws; handing them over one by one would cost more than reading a short one
PATIENCE = 10  # seconds for a scheduler and its workers to answer
TO_INSTALL = 'Dask is not installed here; install it with: pip install "dask[distributed]"'

READERS = Readers()
"""Those of a worker process; made there, never sent."""


@contextmanager
def dask(address: str | None, jobs: int) -> Iterator[Engine]:
    """The workers that a scheduler has, or `jobs` processes on this machine where none is named.

    Files must lie under the same names on all machines, and this toolkit must be on all in one
    version. Raises AssessError where that is not so, Dask is not installed, or nobody answers.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise AssessError(TO_INSTALL) from None
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what is lost, we say ourselves
    with ExitStack() as opened:
        if address is None:
            address = opened.enter_context(_local(jobs)).scheduler_address
        _find(address)
        client = opened.enter_context(Client(address, timeout=PATIENCE))
        width = _workers(client, address)
        executor = client.get_executor(pure=False)
        try:
            yield Engine(executor, on_worker, width, CHUNK, (KilledWorker,))
        finally:
            executor.shutdown(wait=False)
            if client.status == "running":
                with suppress(OSError):  # lost meanwhile; what it started ends with it
                    client.run(rest)


def on_worker(laws: Chunk, language: str | None) -> list[bytes]:
    """The lines of a chunk of laws, read in a child of the worker's own."""
    return work(READERS, laws, language)


def rest() -> None:
    """Called on every worker when the work is done."""
    READERS.rest()


def version() -> str:
    """This toolkit's, on a worker."""
    return assess.__version__


def _local(jobs: int) -> LocalCluster:
    """Workers on this machine, which leave it to us to answer Ctrl+C."""
    from distributed import LocalCluster

    answered = signal.signal(signal.SIGINT, signal.SIG_IGN)  # workers are born with it
    try:
        return LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        )
    finally:
        signal.signal(signal.SIGINT, answered)


def _find(address: str) -> None:
    """Raises AssessError where no scheduler answers at an address."""
    from distributed.comm.core import connect

    async def ask() -> None:
        comm = await connect(address, timeout=PATIENCE)
        await comm.close()

    try:
        asyncio.run(ask())
    except (OSError, ValueError):
        told = "no scheduler of Dask answers there; give its address, such as tcp://host:8786"
        raise AssessError(f"--scheduler {address}: {told}") from None


def _workers(client: Client, address: str) -> int:
    """How many laws the cluster reads at once. Raises AssessError where it cannot."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
        there = set(client.run(version).values())
    except TimeoutError:
        told = f"it has no workers; start one with: dask worker {address}"
        raise AssessError(f"--scheduler {address}: {told}") from None
    except ImportError:
        there = {"none"}
    if there != {assess.__version__}:
        told = f"its workers need this toolkit in version {assess.__version__}; install it there"
        raise AssessError(f"--scheduler {address}: {told}")
    return sum(client.nthreads().values())
