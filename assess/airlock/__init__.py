"""Opens a file that somebody brought, in a child process with limits on memory and time.

A file made to be slow or large then costs its own process, never the people who are answering.
The child gets no secret (no environment but the path) and opens no network connection; what it
answers is checked once more by its parent. Only so many children run at once; who comes later
waits for a turn. `files` says what may be brought, `parent` starts a child, `child` is that
process, `limits` are what it may take.
"""

from assess.airlock.files import (
    LAW_WAIT,
    REPORT_LIMIT,
    SKETCH_LIMIT,
    check_template,
    open_file,
    open_overlay,
    read_law_safely,
    read_pack_safely,
    read_sketch,
    too_heavy,
    too_slow,
    verify_file,
)
from assess.airlock.limits import LAW_SECONDS, MEMORY, SECONDS, allow, confine, cores
from assess.airlock.parent import ROOT, bare_environment

__all__ = [
    "LAW_SECONDS",
    "LAW_WAIT",
    "MEMORY",
    "REPORT_LIMIT",
    "ROOT",
    "SECONDS",
    "SKETCH_LIMIT",
    "allow",
    "bare_environment",
    "check_template",
    "confine",
    "cores",
    "open_file",
    "open_overlay",
    "read_law_safely",
    "read_pack_safely",
    "read_sketch",
    "too_heavy",
    "too_slow",
    "verify_file",
]
