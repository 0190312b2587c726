"""Other people's code to measure ours against, each at the version in `peers.txt`.

What is not there at that version is installed into `.peers`, which git ignores and which Python
searches last. A peer that cannot be had is said to be missing; it is never passed over.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from functools import cache
from importlib import metadata
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".peers"
LIST = ROOT / "benchmarks/peers.txt"


def load(module: str) -> ModuleType | None:
    """The peer's module; None where it is not installed and cannot be."""
    prepare()
    try:
        return importlib.import_module(module)
    except ImportError as error:
        print(f"{module} is not installed: {error}", file=sys.stderr)
        return None


@cache
def prepare() -> None:
    """Install what is missing, once a run; without a network this only says so."""
    sys.path.append(str(FOLDER))
    missing = [f"{name}=={version}" for name, version in pinned().items() if not there(name)]
    if not missing:
        return
    print(f"Installing {', '.join(missing)} into {FOLDER.name}.", file=sys.stderr)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # the list names everything, so nothing else comes along
    command = [*pip, "--no-deps", "--upgrade", "--target", str(FOLDER), *missing]
    subprocess.run(command, check=False, stdout=sys.stderr)
    importlib.invalidate_caches()


def pinned() -> dict[str, str]:
    """Every package of the list with its version."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    named = (line.partition("==") for line in lines if line and not line.startswith("#"))
    return {name: version for name, _, version in named}


def there(name: str) -> bool:
    """Whether a package can be imported at the version wanted."""
    try:
        return metadata.version(name) == pinned()[name]
    except metadata.PackageNotFoundError:
        return False
