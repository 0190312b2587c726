"""Links taken otherwise than the framework has them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from assess.findings import CHANNELS, analyse, document
from assess.framework import Framework
from assess.robustness import deciding_links, robustness
from assess.variant import LinkChange, Rating, Variant
from tests.shipped import LIBRARY
from tests.small import any_answers


@pytest.fixture(scope="module")
def iwn() -> Framework:
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def taken(framework: Framework, place: int, rating: Rating) -> LinkChange:
    link = framework.links[place]
    return LinkChange(
        origin=link.origin,
        target=link.target,
        relation=link.relation,
        rating=rating,
        reason="seen otherwise",
    )


def all_off(framework: Framework) -> Variant:
    carrying = [k for k, link in enumerate(framework.links) if link.relation != "tension"]
    return Variant(links=tuple(taken(framework, k, "off") for k in carrying))


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"reason": " \n"}, "a link is changed without a reason; say why you see it otherwise"),
        ({"relation": "tension"}, "a tension carries nothing, so it cannot be changed"),
        ({"rating": "enormous"}, "Input should be 'off', 'weak', 'material' or 'strong'"),
    ],
)
def test_what_cannot_be_meant_is_refused(change: dict[str, str], refusal: str) -> None:
    link = {"origin": "a", "target": "b", "relation": "supports", "rating": "off", "reason": "x"}
    with pytest.raises(ValidationError, match=refusal):
        LinkChange(**{**link, **change})


def test_a_link_is_changed_once_and_restored(iwn: Framework) -> None:
    weak, off = taken(iwn, 0, "weak"), taken(iwn, 0, "off")
    with pytest.raises(ValidationError, match="a link is changed twice; keep one of the two"):
        Variant(links=(weak, off))
    variant = Variant().change(weak).change(off)
    assert variant.rating(iwn.links[0]) == "off"
    assert variant.rating(iwn.links[1]) == iwn.links[1].strength
    assert variant.restore(weak) == Variant()


def test_a_link_rated_as_it_is_changes_no_number(iwn: Framework) -> None:
    given = any_answers(iwn, 5)
    same = Variant(links=(taken(iwn, 5, iwn.links[5].strength),))
    told = document(analyse(iwn, given, variant=same))
    assert told.pop("changed_links") == [each.model_dump() for each in same.links]
    published = document(analyse(iwn, given))
    assert published.pop("changed_links") == []
    assert told == published


def test_with_every_link_off_only_what_is_stated_is_found(iwn: Framework) -> None:
    given, variant = any_answers(iwn, 5), all_off(iwn)
    found = analyse(iwn, given, variant=variant)
    assert all(
        node.effect(c).p == (0, 0, 0) for node in found.nodes for c in CHANNELS if not node.said
    )
    stated = [node for node in found.nodes if node.harm.stated]
    assert stated
    published = analyse(iwn, given)
    assert all(node.harm.p == published.node(node.id).harm.p for node in stated)
    assert robustness(iwn, given, variant=variant).harm.level == found.harm.level
    assert deciding_links(iwn, given, variant=variant) == {"harm": (), "benefit": ()}


def test_a_link_switched_off_leaves_the_draws_of_all_others_alone(iwn: Framework) -> None:
    given = any_answers(iwn, 5)
    variant = Variant(links=(taken(iwn, 0, "off"),))
    target = iwn.links[0].target
    reached = {target}
    while more := {e.target for e in iwn.links if e.origin in reached} - reached:
        reached |= more
    before, after = analyse(iwn, given), analyse(iwn, given, variant=variant)
    elsewhere = [node.id for node in iwn.nodes if node.id not in reached]
    assert all(before.node(each).harm.p == after.node(each).harm.p for each in elsewhere)
