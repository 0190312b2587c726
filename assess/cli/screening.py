"""A screening (`assess-screening/1`) as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assess.intervention import Interventions


def lines(found: Mapping[str, Any], kinds: Interventions | None) -> Iterator[str]:
    """Three lists, always: matched, weakly matched, and what nobody has read yet."""
    from assess import wording
    from assess.text import words

    yield from (found["file"], wording.opening(found["chain"]))
    yield from found["read"]["warnings"]
    lexicon = found["lexicon"]
    yield (
        f"Language: {found['language'] or 'not known'} ({lexicon['support']}); "
        f"{lexicon['terms']} terms, lexicon {lexicon['version']}"
    )
    if lexicon["support"] == "none":
        yield "There is no lexicon for it, so nothing could match; name a language with --lang."
    strong = [p for p in found["provisions"] if _strong(p)]
    weak = [p for p in found["provisions"] if p["matches"] and not _strong(p)]
    yield from ("", f"Matched, strongest first ({len(strong)} provisions)")
    yield from _matches(strong, True, kinds)
    yield from ("", f"Weakly matched ({len(weak)} provisions)")
    yield from _matches(weak, False, kinds)
    share = words().percent(found["unmatched_share"])
    yield ""
    yield f"Not matched, unread by anyone yet ({len(found['unmatched'])}; {share} of the text)"
    yield ", ".join(found["unmatched"])
    yield "A match is a hint, not a finding; no match says only that no listed word was there."


def _strong(provision: Mapping[str, Any]) -> bool:
    return any(match["strong"] for match in provision["matches"])


def _matches(
    provisions: list[dict[str, Any]], strong: bool, kinds: Interventions | None
) -> Iterator[str]:
    there = [(p, m) for p in provisions for m in p["matches"] if m["strong"] is strong]
    for provision, match in sorted(there, key=lambda each: -each[1]["rank"]):
        kind = kinds.get(match["intervention"]) if kinds else None
        name = kind.name if kind else match["intervention"]
        said = ", ".join(dict.fromkeys(f"“{word['text']}”" for word in match["words"]))
        yield f"- {provision['id']}: {name}: {said}"
