"""Findings as plain data: the shape others rely on."""

from __future__ import annotations

import hashlib
import json

import pytest

from assess.assessment import Assessment
from assess.findings import analyse, document, dumps
from tests.shipped import LIBRARY
from tests.small import (
    any_answers,
    effect,
    said,
)
from tests.small import found_on_small as small


@pytest.fixture(scope="module")
def iwn():
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def test_the_document_has_the_shape_that_is_promised(iwn):
    found = analyse(iwn, any_answers(iwn, 2))
    plain = document(found)
    assert plain["format"] == "assess-findings/1"
    assert plain["framework"] == {"id": "internet-way-of-networking", "version": "1.0.0"}
    for channel in ("harm", "benefit"):
        verdict = plain["verdict"][channel]
        assert {"class", "share", "lower", "upper", "firmness"} <= verdict.keys()
    assert plain["nodes"].keys() == {node.id for node in iwn.nodes}
    for node in plain["nodes"].values():
        assert node["mode"] in ("answered", "derived")
        assert {"class", "p", "lower", "upper", "chain"} <= node["harm"].keys()
    assert {"causes", "ways", "prompts", "gaps"} <= plain.keys()
    assert all(isinstance(node["harm"]["chain"], str) for node in plain["nodes"].values())
    assert "tipping" not in plain, "not worked out yet: better left out than empty"


def test_the_document_explains_every_number_it_prints(iwn):
    plain = document(analyse(iwn, any_answers(iwn, 4)))
    explained = {(e["node"], e["channel"], e["level"]): e for e in plain["causes"]}
    for slug, node in plain["nodes"].items():
        for channel in ("harm", "benefit"):
            for level, p in enumerate(node[channel]["p"], start=1):
                if p:
                    entry = explained[slug, channel, level]
                    assert entry["of"] == p
                    total = sum(cause["share"] for cause in entry["causes"])
                    assert total == pytest.approx(p, abs=1e-5)


def test_a_chain_is_written_as_the_nodes_it_passes():
    written = document(small(effect("a", "major"), depth="quick"))["nodes"]["d"]["harm"]
    assert written["chain"] == "a -> c -> d"
    assert (written["chain_class"], written["chain_strength"]) == (3, "strong")
    assert document(small(said("a", "none")))["nodes"]["d"]["harm"]["chain"] == ""


def test_the_same_answers_give_the_same_bytes(iwn):
    given = any_answers(iwn, 6)
    again = Assessment.model_validate_json(given.model_dump_json(by_alias=True))
    text = dumps(analyse(iwn, given))
    assert text == dumps(analyse(iwn, again))
    assert json.loads(text) == document(analyse(iwn, given))


def test_the_fingerprint_is_that_of_what_the_assessment_says_with_sorted_keys(iwn):
    given = any_answers(iwn, 6)
    plain = json.dumps(
        json.loads(given.model_dump_json(by_alias=True, exclude_defaults=True)),
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
    )
    expected = hashlib.sha256(plain.encode()).hexdigest()
    assert analyse(iwn, given).input_sha256 == expected


def test_the_order_in_which_answers_were_given_changes_nothing(iwn):
    given = any_answers(iwn, 7)
    turned = given.replace(judgements=given.judgements[::-1])
    one, other = analyse(iwn, given), analyse(iwn, turned)
    assert (one.harm, one.benefit, one.nodes) == (other.harm, other.benefit, other.nodes)


def test_a_node_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="nowhere"):
        small(said("a", "none")).node("nowhere")
    assert small(effect("a", "major")).verdict("harm").level == 3
    assert small(effect("a", benefit="major")).verdict("benefit").level == 3
