"""What docs/formats.md promises to outsiders."""

from __future__ import annotations

import json
import re
from pathlib import Path

from assess import bundle
from assess.findings import analyse, dumps
from assess.library import Library

PAGE = (Path(__file__).parents[1] / "docs" / "formats.md").read_text(encoding="utf-8")


def _example():
    written = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert written
    return bundle.loads(written[1].encode(), Library())


def test_the_example_in_the_formats_page_is_an_assessment() -> None:
    (judgement,) = _example().judgements
    assert (judgement.draft, judgement.assessor, judgement.part) == ("d1", "a1", 1)
    assert judgement.counts


def test_the_findings_have_every_field_the_formats_page_names() -> None:
    assessment = _example()
    framework = Library().framework(assessment.framework.id, assessment.framework.version)
    found = json.loads(dumps(analyse(framework, assessment)))
    assert {"verdict", "nodes", "causes", "ways", "prompts", "gaps", "not_asked", "method"} <= set(
        found
    )
    assert {"class", "share", "firmness", "lower", "upper"} <= set(found["verdict"]["harm"])
    node = found["nodes"]["decentralized-management-distributed-routing"]
    assert {"mode", "said", "flag", "harm", "benefit"} <= set(node)
    assert {"class", "p", "lower", "upper", "chain"} <= set(node["harm"])
    assert "tipping" not in found
