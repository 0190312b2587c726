"""Topic by topic: its criteria, and the rights they serve where it names some."""

from __future__ import annotations

from assess.framework import Criterion, Framework
from assess.report.document import Block, Paragraph, Section
from assess.report.exist import glance, judged
from assess.report.matter import Matter
from assess.topic import by_topic


def sections(matter: Matter) -> tuple[Section, ...]:
    """A section for each topic that stands beside the framework; none where there is none."""
    return tuple(_topic(matter, *each) for each in by_topic(matter.framework))


def _topic(matter: Matter, topic: Framework, criteria: tuple[Criterion, ...]) -> Section:
    _ = matter.words.gettext
    blocks: list[Block] = [
        Paragraph(topic.summary, "lead"),
        Paragraph(
            _(
                "What is found on a criterion bears on what the Internet needs; a direct answer"
                " there always comes first."
            ),
            "small",
        ),
        glance(matter, criteria, _("{topic}: criteria at a glance").format(topic=topic.title)),
    ]
    if topic.rights:
        blocks.append(glance(matter, topic.rights, _("Rights at a glance")))
    return Section(
        f"topic-{topic.id}",
        topic.title,
        tuple(blocks),
        tuple(judged(matter, each) for each in criteria),
    )
