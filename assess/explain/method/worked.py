"""The worked example of the method told step by step, every number from the engine."""

from __future__ import annotations

from dataclasses import dataclass

from assess import wording
from assess.explain.conclusion import firmness, verdict
from assess.explain.method.example import Example, example, telling
from assess.method import DEFAULT
from assess.text import Words

STRONG, MATERIAL = DEFAULT.strength("strong").centre, DEFAULT.strength("material").centre


@dataclass(frozen=True)
class Step:
    """One step of the example: a heading and its sentences."""

    title: str
    sentences: tuple[str, ...]


def setting(words: Words) -> tuple[str, ...]:
    """What bears on what in the example, and where its numbers come from."""
    _ = words.gettext
    return (
        _(
            "Two critical properties, A and B, bear on an enabler C, and C bears on a goal D. A"
            " bears on D directly as well. The links from A to C and from C to D are strong, those"
            " from B to C and from A to D material. No level is lost on any of them."
        ),
        _(
            "Every number below comes from the engine, with the toolkit's own values. Worked out by"
            " hand, through every possible world, each is the same to half a percentage point."
        ),
    )


def steps(words: Words) -> tuple[Step, ...]:
    """The example step by step."""
    found = example()
    told = (
        *(_arriving, _sharing, _ways, _by_hand, _without_numbers, _how_likely, _not_known),
        *(_what_words_mean, _supporting, _looping, _narrow),
    )
    return (*(step(words, found) for step in told), _concluding(words))


def _arriving(words: Words, found: Example) -> Step:
    _ = words.gettext
    on_c, on_d = (found.certain.node(name).harm for name in "cd")
    return Step(
        _("What arrives"),
        (
            _("Suppose it is certain that A suffers major harm and B minor harm."),
            _(
                "Major harm reaches C in {share} of the draws: so often does the strong link from"
                " A let it through. Some harm reaches C in {any} of the draws, because B's minor"
                " harm sometimes gets through where A's does not."
            ).format(share=words.percent(on_c.p[2]), any=words.percent(on_c.p[0])),
            _(
                "Major harm reaches D in {share} of the draws. The direct link is open in {direct}"
                " of them, the way over C in {over}. In some draws both are open; those count"
                " once, so the two are not added up. Some harm reaches D in {any}."
            ).format(
                share=words.percent(on_d.p[2]),
                direct=words.percent(MATERIAL),
                over=words.percent(STRONG * STRONG),
                any=words.percent(on_d.p[0]),
            ),
        ),
    )


def _sharing(words: Words, found: Example) -> Step:
    _ = words.gettext
    whole = found.certain.node("d").harm.p[0]
    causes = found.certain.explanation("d", "harm", 1).causes
    on_a, on_b = (next(cause for cause in causes if cause.node == name) for name in "ab")
    return Step(
        _("Whose doing it is"),
        (
            _(
                "Of the {any} for some harm to D, {a} fall to the answer on A and {b} to the"
                " answer on B. Where both arrive in the same draw, the draw is shared equally, so"
                " the parts add up exactly."
            ).format(
                any=words.percent(whole), a=words.percent(on_a.share), b=words.percent(on_b.share)
            ),
            _(
                "Without the answer on A, the chance would be {without_a}; without the answer on"
                " B, {without_b}."
            ).format(
                without_a=words.percent(whole - on_a.but_for),
                without_b=words.percent(whole - on_b.but_for),
            ),
        ),
    )


def _ways(words: Words, found: Example) -> Step:
    _ = words.gettext
    told = found.certain.explanation("d", "harm", 3)
    direct, over = (next(w.share for w in told.ways if len(w.steps) == n) for n in (1, 2))
    said = _(
        "Of the {share} for major harm to D, {over} come over C and {direct} directly; a draw in"
        " which both ways are open is shared between them."
    ).format(share=words.percent(told.p), over=words.percent(over), direct=words.percent(direct))
    return Step(_("By which way"), (said,))


def _by_hand(words: Words, found: Example) -> Step:
    _ = words.gettext
    said = _(
        "The chance of major harm to D can be no lower than that of the better way, {best}, and no"
        " higher than the sum of both, or {most}. It is {share}."
    ).format(
        best=words.percent(STRONG * STRONG),
        most=words.percent(min(1.0, STRONG * STRONG + MATERIAL)),
        share=words.percent(found.certain.node("d").harm.p[2]),
    )
    return Step(_("A check by hand"), (said,))


def _without_numbers(words: Words, found: Example) -> Step:
    _ = words.gettext
    chain = found.certain.node("d").harm.chain
    assert chain.strength is not None
    said = _(
        "A chain is as strong as its weakest link. The chain from A over C to D is {strength}, so"
        " D comes out at {level} without any number. Where this check and the numbers differ, the"
        " findings say so, and why."
    ).format(
        strength=wording.strength_word(words, chain.strength),
        level=wording.found(words, chain.level, "harm"),
    )
    return Step(_("A check without numbers"), (said,))


def _how_likely(words: Words, found: Example) -> Step:
    _ = words.gettext
    on_d = found.stated.node("d").harm
    return Step(
        _("How likely, and how sure"),
        (
            _(
                "Now the answers say more. A: major harm, very likely, with high confidence. B:"
                " minor harm, likely, with medium confidence."
            ),
            _(
                "“Very likely” is taken at the middle of its range, {likely}; with high confidence"
                " the level stated is taken to be right in {right} of cases. Both together give"
                " major harm to A a chance of {share}. That is above {cut}: A is flagged as"
                " broken. With medium confidence it would be {less}, and A at risk."
            ).format(
                likely=words.exact(DEFAULT.likelihood("very likely").centre),
                right=words.percent(DEFAULT.kernel(3, "high")[3]),
                share=words.percent(found.stated.node("a").harm.p[2]),
                cut=words.percent(DEFAULT.broken),
                less=words.percent(found.unsure.node("a").harm.p[2]),
            ),
            _(
                "D then suffers some harm in {any} of the draws, material harm or worse in"
                " {material}, major harm in {major}."
            ).format(
                any=words.percent(on_d.p[0]),
                material=words.percent(on_d.p[1]),
                major=words.percent(on_d.p[2]),
            ),
        ),
    )


def _not_known(words: Words, found: Example) -> Step:
    _ = words.gettext
    on_d = found.unknown.node("d").harm
    said = _(
        "If B is “don't know”, nothing is filled in. Had the proposal no effect on B, major harm"
        " to D would have a chance of {low}; were the worst certain on B, {high}. Either way D"
        " comes out at major harm, so this does not depend on B."
    ).format(low=words.percent(on_d.lower[2]), high=words.percent(on_d.upper[2]))
    return Step(_("An answer that is not known"), (said,))


def _what_words_mean(words: Words, found: Example) -> Step:
    _ = words.gettext
    on_d = found.alone.node("d").harm
    said = _(
        "With the answer on A alone, the chance of major harm to D lies between {low} and {high},"
        " depending on how “very likely”, “strong” and “material” are read."
    ).format(low=words.percent(on_d.lower[2]), high=words.percent(on_d.upper[2]))
    return Step(_("What the words may mean"), (said,))


def _supporting(words: Words, found: Example) -> Step:
    _ = words.gettext
    on_f = found.supports.node("f").harm
    said = _(
        "E suffers major harm for certain and bears on F by a strong link that only supports."
        " Material harm reaches F in {material} of the draws, major harm in {major}: F has other"
        " means, so the harm arrives one level lower."
    ).format(material=words.percent(on_f.p[1]), major=words.percent(on_f.p[2]))
    return Step(_("A link that only supports"), (said,))


def _looping(words: Words, found: Example) -> Step:
    _ = words.gettext
    on_p, on_q = (found.loop.node(name).harm for name in "pq")
    said = _(
        "P and Q bear on each other, each by a material link, and material harm to P has a chance"
        " of {p}. It reaches Q in {q} of the draws and comes back to P without making anything"
        " worse: a loop never feeds itself."
    ).format(p=words.percent(on_p.p[1]), q=words.percent(on_q.p[1]))
    return Step(_("A loop"), (said,))


def _narrow(words: Words, found: Example) -> Step:
    _ = words.gettext
    said = _(
        "Five properties suffer major harm for certain, and all bear on Y only through one weak"
        " link. Major harm reaches Y in {share} of the draws: no more than that link lets through,"
        " however many causes stand behind it."
    ).format(share=words.percent(found.narrow.node("y").harm.p[2]))
    return Step(_("Many causes, one narrow passage"), (said,))


def _concluding(words: Words) -> Step:
    told = telling(words)
    return Step(
        words.gettext("What the findings would say of A and B"),
        (verdict(told, "harm").text, firmness(told, "harm").text),
    )
