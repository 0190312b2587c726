"""One file, one model; or every problem of the file, each with the line it stands in.

The YAML read here is the part all readers of YAML agree on: text, numbers, true, false, null,
dates, lists and mappings. Anchors, tags, merges and words such as `no`, which are true or false to
some programs and text to others, are refused with a sentence saying what to write instead.
"""

from __future__ import annotations

from assess.yamlfile.annotated import annotated
from assess.yamlfile.document import Document, OneLine, dump, load, parsed, read, shown

__all__ = ["Document", "OneLine", "annotated", "dump", "load", "parsed", "read", "shown"]
