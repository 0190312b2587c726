"""One node a screen: what it means, what to ask, and the answer."""

from __future__ import annotations

import streamlit as st

from assess import explain, wording
from assess.assessment import Judgement, Key, Lack
from assess.findings import expectation
from assess.framework import JudgedNode
from assess.intervention import Intervention
from assess.store import name_of
from assess.text import Words
from assess.topic import topic_of
from assess.ui import site, state
from assess.ui.parts import (
    beside,
    measured,
    overlay,
    precedents,
    prose,
    review,
    said,
    saving,
    which,
)
from assess.ui.parts.guidance import guidance, questions
from assess.ui.parts.judgement import Asked, cite, cited, judgement_input
from assess.ui.parts.nearby import copied, nearby


def page() -> None:
    """Asks for the judgement on the node named in the address, or on the next one open."""
    words = state.current_words()
    _ = words.gettext
    node = _node()
    site.link("tasks", _("← Task list"))
    prose.title(_("What would happen to “{name}”?").format(name=node.name), _kicker(node))
    which.draft()
    prose.lead(node.summary)
    overlay.remark(node.id, words)
    question, aside = st.columns([3, 2], gap="large")
    with question:
        if state.may_judge():
            for part in _parts(node.id):
                _form(node.id, part)
            _another(node.id)
        else:
            _closed(node)
        _onward(node.id)
    with aside:
        questions(state.framework(), node, words)
        nearby(node, words, state.record if state.may_judge() else None)
        _provisions(node)
        guidance(state.framework(), node, _chosen(), _expected(node.id), words)
        measured.beside(node, words)
        precedents.beside(node, _chosen(), words)


def _closed(node: JudgedNode) -> None:
    """Between and after the rounds answers stand as they are."""
    words = state.current_words()
    _ = words.gettext
    prose.note(_("The round is closed: answers cannot be changed now. Yours are these."))
    answers = state.answers(node.id)
    if not answers:
        prose.summary(node.name, [(_("Answer"), _("Not answered"))])
    depth = state.assessment().triage.depth
    for answer in answers:
        prose.summary(node.name, said.rows(answer, node, depth, words))
    site.link("assessors", _("Go to what everybody answered"), node=node.id)


def _node() -> JudgedNode:
    judged = {node.id: node for node in state.framework().judged}
    asked = judged.get(st.query_params.get("node", ""))
    if asked:
        return asked
    open_ = (each.node for each in state.progress())
    return judged[next(open_)]


def _kicker(node: JudgedNode) -> str:
    words = state.current_words()
    asked = [each.id for each in state.assessment().to_judge(state.framework())]
    kind = _kind(node, words)
    if node.id not in asked:
        return kind
    return words.gettext("{kind} · {place} of {all}").format(
        kind=kind, place=asked.index(node.id) + 1, all=len(asked)
    )


def _kind(node: JudgedNode, words: Words) -> str:
    """What kind of node it is; of a criterion also its topic."""
    kind = wording.kind(words, state.framework().kind(node.id))
    topic = topic_of(state.framework(), node.id)
    if topic is None:
        return kind
    return words.gettext("{kind} · {topic}").format(kind=kind, topic=topic.title)


def _parts(node: str) -> list[int]:
    kept = [each.part for each in state.answers(node)]
    added = int(state.chosen(f"parts.{node}") or 1)
    return list(range(1, max([added, *kept]) + 1))


def _asked(node_id: str, part: int) -> Asked:
    assessment, framework = state.assessment(), state.framework()
    node = framework.node(node_id)
    assert isinstance(node, JudgedNode)
    key = Key(state.draft(), state.own(), node_id, part)
    return Asked(
        node,
        assessment.judgement(key) or Judgement(**key._asdict()),
        assessment.triage.depth,
        (topic_of(framework, node_id) or framework).benefit_levels,
        assessment.draft(key.draft).provisions,
        _chosen(),
        state.current_words(),
    )


def _provisions(node: JudgedNode) -> None:
    """The text of the law beside the question; a click cites a provision in the answer."""
    now = {part: cited(_asked(node.id, part)) for part in _parts(node.id)}

    def click(part: int, number: str) -> None:
        cite(_asked(node.id, part), number, _keep)

    citing = beside.Citing(now, click if state.may_judge() else None)
    words = state.current_words()
    beside.provisions(node, state.margin(), state.interventions(), citing, words)


def _keep(given: Judgement) -> None:
    """Keeps an answer; one that says nothing any more is taken back."""
    if given == Judgement(**given.key._asdict()):
        state.withdraw(given.key)
    else:
        state.record(given)


@st.fragment
def _form(node_id: str, part: int) -> None:
    words, asked = state.current_words(), _asked(node_id, part)
    key, node, shown = asked.shown.key, asked.node, asked.shown
    with st.container(key=f"judgement-{part}"):
        if part > 1:
            prose.heading(words.gettext("Effect {number}").format(number=part))
        review.box(shown, node, state.record)
        given = judgement_input(asked, state.record, lambda: _below(key, node))
        state.returned(given, shown)
        st.fragment(_said, key=saving.place(asked.name))(key, node)
        if part > 1:
            _take_back(key)


def _said(key: Key, node: JudgedNode) -> None:
    words = state.current_words()
    saving.status(name_of(key), words)
    judgement = state.assessment().judgement(key)
    if judgement and (origin := copied(judgement, words)):
        prose.block("small", origin)
    lacking = _lacking(key, node)
    if lacking:
        named = ", ".join(wording.lack(words, each) for each in lacking)
        prose.block("missing", words.gettext("Still missing: {parts}.").format(parts=named))


def _lacking(key: Key, node: JudgedNode) -> tuple[Lack, ...]:
    judgement = state.assessment().judgement(key)
    if judgement is None or judgement.answer is None:
        return ()
    return judgement.missing(node, state.assessment().triage.depth)


def _below(key: Key, node: JudgedNode) -> object:
    """All that `_said` depends on."""
    name = name_of(key)
    return state.trouble(name), state.was_saved(name), _lacking(key, node)


def _take_back(key: Key) -> None:
    def take_back() -> None:
        state.withdraw(key)
        state.choose(f"parts.{key.node}", str(key.part - 1))

    label = state.current_words().gettext("Remove this effect")
    if st.button(label, key=f"remove.{name_of(key)}", on_click=take_back):
        st.rerun()


def _another(node: str) -> None:
    parts = _parts(node)
    first = state.answers(node)
    if not first or first[-1].part < parts[-1] or first[-1].answer != "effect":
        return
    st.button(
        state.current_words().gettext("Add a second effect, by another provision"),
        on_click=state.choose,
        args=(f"parts.{node}", str(parts[-1] + 1)),
        type="tertiary",
    )


def _onward(node: str) -> None:
    _ = state.current_words().gettext
    asked = [each.id for each in state.assessment().to_judge(state.framework())]
    after = asked[asked.index(node) + 1 :] if node in asked else asked
    with st.container(horizontal=True, key="onward"):
        if after:
            site.link("judge", _("Continue to the next"), node=after[0])
        else:
            site.link("check", _("Continue: check your answers"))
        site.link("tasks", _("Back to the task list"))


def _chosen() -> tuple[Intervention, ...]:
    known = state.interventions()
    if known is None:
        return ()
    picked = (known.get(each) for each in state.assessment().triage.interventions)
    return tuple(kind for kind in picked if kind)


def _expected(node: str) -> tuple[str, ...]:
    framework = state.framework()
    found = expectation(
        framework, state.assessment(), node, draft=state.draft(), assessor=state.own()
    )
    said = explain.expected(framework, node, found, state.current_words())
    return tuple(statement.text for statement in said)
