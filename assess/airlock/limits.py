"""What a child may take: memory, processor time, no writing, no network."""

from __future__ import annotations

import math
import os
import sys

MEMORY = 1024**3  # bytes of address space
SECONDS = 20  # of processor time
LAW_SECONDS = 30
VERIFY_SECONDS = 60


def confine(seconds: int) -> None:
    """From here on this process has limits and no network; nothing gives them back to it."""
    _limit(seconds)
    sys.addaudithook(_stay_offline)


def allow(seconds: int) -> None:
    """So many more seconds of processor time, within what `confine` gave; then it is ended."""
    if sys.platform == "win32":
        return
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    soft = math.ceil(spent.ru_utime + spent.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (min(soft, most), most))


def _limit(seconds: int = SECONDS) -> None:
    if sys.platform == "win32":
        return  # there the parent's clock is the only limit
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _stay_offline(event: str, _arguments: object) -> None:
    """Ends whatever would ask the network; an audit hook, which nothing can take away again."""
    if event.startswith("socket."):
        raise PermissionError(event)


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
