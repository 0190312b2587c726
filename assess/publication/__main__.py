"""`python -m assess.publication`."""

from __future__ import annotations

import sys

from assess.publication.keeping import main

if __name__ == "__main__":
    sys.exit(main())
