"""What docs/formats.md promises to outsiders."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assess import bundle
from assess.assessment import Assessment
from assess.choices import Choices
from assess.contribution import Claim, Contribution
from assess.findings import analyse, dumps
from assess.mark import Mark
from assess.panel import Note, Panel
from assess.proposal import Draft
from assess.submission import Advice, Submission
from assess.variant import LinkChange, Variant
from tests.shipped import LIBRARY

PAGE = (Path(__file__).parents[1] / "docs" / "formats.md").read_text(encoding="utf-8")


WRITTEN = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)


def _example():
    return bundle.loads(WRITTEN[0].encode(), LIBRARY)


def test_the_example_in_the_formats_page_is_an_assessment() -> None:
    (judgement,) = _example().judgements
    assert (judgement.draft, judgement.assessor, judgement.part) == ("d1", "a1", 1)
    assert judgement.counts


@pytest.mark.parametrize("part", WRITTEN[1:], ids=lambda part: part[:20].strip())
def test_every_further_example_is_a_part_of_an_assessment(part: str) -> None:
    given = {**json.loads(WRITTEN[0]), **json.loads(part)}
    read = bundle.loads(json.dumps(given).encode(), LIBRARY)
    for name, written in json.loads(part).items():
        assert getattr(read, name) != Assessment.model_fields[name].default, name
        kept = json.loads(read.model_dump_json(exclude_defaults=True))[name]
        assert kept == written


def test_every_field_of_an_assessment_is_described() -> None:
    models = (Draft, Choices, Variant, LinkChange, Panel, Note, Mark, Advice, Submission)
    models = (*models, Contribution, Claim)
    fields = {name for model in (Assessment, *models) for name in model.model_fields}
    named = set(re.findall(r"`(\w+)`", PAGE)) | set(re.findall(r'"(\w+)":', PAGE))
    assert fields - named == set()


def test_the_findings_have_every_field_the_formats_page_names() -> None:
    assessment = _example()
    framework = LIBRARY.framework_of(assessment)
    found = json.loads(dumps(analyse(framework, assessment)))
    assert {"verdict", "nodes", "causes", "ways", "prompts", "gaps", "not_asked", "method"} <= set(
        found
    )
    assert {"class", "share", "firmness", "lower", "upper"} <= set(found["verdict"]["harm"])
    node = found["nodes"]["decentralized-management-distributed-routing"]
    assert {"mode", "said", "flag", "harm", "benefit"} <= set(node)
    assert {"class", "p", "lower", "upper", "chain"} <= set(node["harm"])
    assert "tipping" not in found
