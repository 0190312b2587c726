"""A snapshot's document: the content and what was found, as bytes that never change.

Its address is made of its own hash, so that nobody has to be believed: whoever has the bytes can
say whether they are those the address names.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from typing import Any, Final

from assess import __version__, bundle
from assess.case import Case
from assess.findings import Findings
from assess.findings import document as findings_document
from assess.findings import dumps as findings_text
from assess.publication.subject import Subject

FORMAT: Final = "assess-snapshot/1"
ADDRESS_LENGTH: Final = 32
"""Digits of an address: 128 bits, in hexadecimal."""

_VERDICT: Final = ("class", "share", "firmness", "lower", "upper", "p")
_EFFECT: Final = ("class", "p", "lower", "upper")
# What may differ between two documents that say the same: when and by what they were made.
_CIRCUMSTANCES: Final = ("made_on", "made_with", "follows", "nonce")


def document(
    subject: Subject,
    made_on: datetime.date,
    *,
    follows: str | None = None,
    nonce: str | None = None,
) -> bytes:
    """The document as UTF-8 JSON.

    follows: the address of the snapshot it takes the place of. nonce: 128 random bits, without
    which the address of a document that others may guess could be guessed as well.
    """
    ref = subject.assessment.framework
    made = {
        "format": FORMAT,
        "kind": subject.kind,
        "title": subject.title,
        "language": subject.words.language,
        "direction": subject.words.direction,
        "made_on": made_on.isoformat(),
        "made_with": __version__,
        "follows": follows,
        "framework": {"id": ref.id, "version": ref.version},
        "content": _content(subject),
        "findings": {draft: _findings(found) for draft, found in subject.findings.items()},
        **({"nonce": nonce} if nonce else {}),
    }
    text = json.dumps(made, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def address(document: bytes) -> str:
    """Where a document is found: the first 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(document).hexdigest()[:ADDRESS_LENGTH]


def same(one: bytes, other: bytes) -> bool:
    """Whether two documents say the same, whenever and by whichever version they were made."""
    return _told(one) == _told(other)


def _told(document: bytes) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(document)
    kept = {name: value for name, value in told.items() if name not in _CIRCUMSTANCES}
    kept["findings"] = {draft: {**each, "sha256": ""} for draft, each in told["findings"].items()}
    return kept


def _content(subject: Subject) -> Any:
    """The file without what says no more than if it were left out."""
    if subject.case:
        return case_file(subject.case)
    return json.loads(bundle.dumps(subject.assessment))


def case_file(case: Case) -> dict[str, Any]:
    """A case as data, in the order of its file."""
    written = case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"format": case.format, **written}


def _findings(found: Findings) -> dict[str, Any]:
    """What follows, short: without what it is made of, which can be computed again.

    `sha256` is of the whole document `assess-findings/1` as this version of the toolkit writes it.
    """
    whole: Any = findings_document(found)
    return {
        "input_sha256": found.input_sha256,
        "sha256": hashlib.sha256(findings_text(found).encode()).hexdigest(),
        "verdict": {side: _chosen(each, _VERDICT) for side, each in whole["verdict"].items()},
        "nodes": {name: _node(each) for name, each in whole["nodes"].items()},
        "gaps": whole["gaps"],
    }


def _node(node: Any) -> dict[str, Any]:
    sides = {side: _chosen(node[side], _EFFECT) for side in ("harm", "benefit")}
    return {"said": node["said"], "flag": node["flag"], **sides}


def _chosen(whole: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: whole[name] for name in names}
