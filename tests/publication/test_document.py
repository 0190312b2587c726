"""A snapshot's document: what it holds, and the address that is made of it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from assess import bundle
from assess.case import Case
from assess.findings import analyse
from assess.findings import document as findings_document
from assess.publication import Subject, address, document, of_case, same
from assess.publication.document import case_file
from assess.text import words
from tests.publication.made import DAY, NEXT, SLUG, changed, small


@pytest.fixture
def subject(tmp_path: Path) -> Subject:
    library = small(tmp_path)
    return of_case(library, library.case(SLUG))


def test_the_address_is_the_beginning_of_the_sha_256_of_the_bytes(subject: Subject) -> None:
    made = document(subject, DAY)
    assert address(made) == hashlib.sha256(made).hexdigest()[:32]


def test_the_same_content_on_the_same_day_has_the_same_bytes(subject: Subject) -> None:
    assert document(subject, DAY) == document(subject, DAY)


def test_it_holds_the_whole_case_which_can_be_read_again(subject: Subject) -> None:
    told = json.loads(document(subject, DAY))
    assert told["format"] == "assess-snapshot/1"
    assert told["kind"] == "case"
    assert (told["language"], told["direction"]) == ("en", "ltr")
    assert told["made_on"] == "2026-11-22"
    assert told["framework"] == {"id": "small", "version": "1.0.0"}
    assert Case.model_validate(told["content"]) == subject.case


def test_it_holds_what_the_findings_say(subject: Subject) -> None:
    told = json.loads(document(subject, DAY))["findings"]["d1"]
    found = analyse(subject.framework, subject.assessment)
    whole = findings_document(found)
    assert told["input_sha256"] == found.input_sha256
    for side in ("harm", "benefit"):
        assert told["verdict"][side]["class"] == found.verdict(side).level
        assert told["verdict"][side]["p"] == whole["verdict"][side]["p"]
    assert set(told["nodes"]) == {node.id for node in found.nodes}
    assert told["nodes"]["easy-access"]["harm"]["p"] == whole["nodes"]["easy-access"]["harm"]["p"]


def test_another_day_is_another_address_but_says_the_same(subject: Subject) -> None:
    one, other = document(subject, DAY), document(subject, NEXT, follows="0" * 32)
    assert address(one) != address(other)
    assert same(one, other)


def test_another_word_says_something_else(tmp_path: Path) -> None:
    library = small(tmp_path)
    before = document(of_case(library, library.case(SLUG)), DAY)
    library = changed(library)
    assert not same(before, document(of_case(library, library.case(SLUG)), DAY))


def test_random_bits_make_an_address_that_cannot_be_guessed(subject: Subject) -> None:
    bits = [document(subject, DAY, nonce=nonce) for nonce in ("a" * 22, "b" * 22)]
    assert len({address(each) for each in (*bits, document(subject, DAY))}) == 3
    assert json.loads(bits[0])["nonce"] == "a" * 22


def test_an_assessment_is_held_as_its_own_file(subject: Subject) -> None:
    own = Subject(subject.framework, subject.assessment, words())
    told = json.loads(document(own, DAY))
    assert told["kind"] == "assessment"
    assert told["content"] == json.loads(bundle.dumps(subject.assessment))


def test_a_case_as_data_leaves_out_what_says_nothing(subject: Subject) -> None:
    assert subject.case is not None
    told = case_file(subject.case)
    assert told["format"] == "assess-case/1"
    assert "law_year" not in told
