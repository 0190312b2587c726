"""Sets one PDF, as a program of its own: its memory is given back when it ends.

Typst keeps what it has set, for the next time; in a server that would be hundreds of megabytes.
"""

from __future__ import annotations

import json
import sys

import typst


def main(template: str, fonts: str) -> None:
    """Reads what to set from standard input and writes the PDF to standard output.

    The input is a JSON object: `inputs` for the template, `seconds` since 1970 for the date.
    """
    task = json.load(sys.stdin)
    made = typst.compile(
        template,
        format="pdf",
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
        ),
        sys_inputs=task["inputs"],
        pdf_standards=["ua-1"],
        timestamp=task["seconds"],
    )
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main(*sys.argv[1:])
