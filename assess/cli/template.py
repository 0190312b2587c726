"""`assess report --template` and `--starter`: Word templates of one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assess.errors import AssessError
from assess.text import languages, words

if TYPE_CHECKING:
    from assess.report import Report


def write_starter(path: Path, language: str) -> int:
    """Writes a template to begin with."""
    from assess.report.template import starter

    if path.suffix.lower() != ".docx":
        raise AssessError(f"{path}: a template is a Word file; name it .docx")
    if language not in languages():
        raise AssessError(f"--lang {language}: the languages are {', '.join(languages())}")
    path.write_bytes(starter(words(language)))
    return 0


def filled(made: Report, template: Path) -> bytes:
    """The report in this template; says on standard error what the template has no field for.

    The template is looked at in a child process with limits first. Raises FileProblems, OSError.
    """
    from assess import airlock
    from assess.report.template import fill

    data = template.read_bytes()
    airlock.check_template(data, str(template), made.words)
    result = fill(made, data)
    if result.left_out:
        said = "; ".join(result.left_out)
        print(f"assess: {template}: no field for: {said}", file=sys.stderr)
    return result.data
