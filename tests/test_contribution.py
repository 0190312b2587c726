"""An assessment becomes a case: the file the form gives is the one a person fills in by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from assess import bundle
from assess.assessment import Assessment, FrameworkRef
from assess.case import Case
from assess.casefile import asked, case_file, problems, remarks, template
from assess.check import check
from assess.contribution import Claim, Contribution, GivenAdvice, GivenOutcome, GivenSource
from assess.judgement import Judgement
from assess.proposal import Draft, Proposal, Provision
from assess.store import Store, new_token
from assess.yamlfile import parsed
from tests.shipped import LIBRARY

REF = FrameworkRef(id="internet-way-of-networking", version="1.0.0")
FRAMEWORK = LIBRARY.framework(REF.id, REF.version)
CAMBODIA = LIBRARY.case("2022-cambodia-national-internet-gateway")
NIS2 = LIBRARY.case("2021-european-union-nis2-root-servers")
TEMPLATE = Path(__file__).parents[1] / "cases" / "template.yaml"
EMPTY = Assessment(framework=REF)


def of_case(case: Case) -> tuple[Assessment, Contribution]:
    """A case as somebody has it who filled in the form."""
    plain = {name: getattr(case, name) for name in ("id", "title", "kind", "year", "law_year")}
    more = {name: getattr(case, name) for name in ("subject", "region", "authors", "note")}
    claims = tuple(
        Claim(
            node=each.node,
            draft=each.draft,
            part=each.part,
            stated_by=each.stated_by,
            sources=each.sources,
            note=each.note,
        )
        for each in case.judgements
    )
    assert case.outcome
    return case.assessment(), Contribution(
        **plain,
        **more,
        sources=tuple(GivenSource(**dict(each)) for each in case.sources),
        claims=claims,
        recommendations=tuple(GivenAdvice(**dict(each)) for each in case.recommendations),
        outcome=GivenOutcome(**dict(case.outcome)),
    )


def read(text: str) -> Case:
    return parsed(text.encode(), "case.yaml").into(Case)


def told(assessment: Assessment, contribution: Contribution) -> str:
    return "\n".join(map(str, problems(assessment, contribution, LIBRARY)))


def changed(**changes: Any) -> str:
    assessment, contribution = of_case(CAMBODIA)
    return told(assessment, contribution.replace(**changes))


# --- the form and the template -------------------------------------------------------------------


def test_the_template_is_the_file_of_nothing() -> None:
    renew = "renew it with python -m assess.casefile > cases/template.yaml"
    assert TEMPLATE.read_text(encoding="utf-8") == template(LIBRARY), renew
    assert template(LIBRARY) == case_file(EMPTY, Contribution(), FRAMEWORK)


def test_the_template_is_no_case_of_the_library() -> None:
    assert TEMPLATE.parent == LIBRARY.root / "cases"
    assert "template" not in " ".join(LIBRARY.case_ids())
    assert TEMPLATE not in LIBRARY.files()


def test_check_says_line_by_line_what_a_copy_of_the_template_wants(tmp_path: Path) -> None:
    copy = tmp_path / "2026-nowhere" / "case.yaml"
    copy.parent.mkdir()
    copy.write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
    found = check(LIBRARY, [copy])
    lines = copy.read_text(encoding="utf-8").splitlines()
    named = {each.place.path for each in found}
    assert {"id", "title", "kind", "year", "subject", "region", "outcome.status"} <= named
    assert {"sources[0].url", "drafts[0].provisions[0].text", "triage.answers.joining"} <= named
    assert {f"judgements[{at}].answer" for at in range(15)} <= named
    for each in found:
        assert re.search(r"\w+:( *$|  #)", lines[(each.place.line or 0) - 1]), each


# What somebody types who fills the template by hand, by field; a line whose field is not here and
# that stands open is taken out.
TYPED: dict[str, list[str]] = {
    "id": ["2026-nowhere-gateway", "act"],
    "title": ["'Nowhere: a gateway'", "Gateway Act", "Gateway Act"],
    "kind": ["own-reading"],
    "year": ["2026"],
    "subject": ["The Gateway Act"],
    "region": ["africa"],
    "publisher": ["The Official Journal"],
    "url": ["https://journal.example/act"],
    "seen": ["excerpt", "excerpt"],
    "used_for": ["What is ordered"],
    "jurisdiction": ["Nowhere"],
    "summary": ["All traffic passes one gateway."],
    "stage": ["adopted"],
    "purpose": ["To see it."],
    "label": ["As passed"],
    "heading": ["Gateway (restated)"],
    "text": ["Traffic passes the gateway.", "It is in force."],
    "answer": ["none"] * 15,
    "evidence": ["weak"] * 15,
    "rationale": ["Nothing changes here."] * 15,
    "stated_by": ["us"] * 15,
    "status": ["in-force"],
    "date": ['"2026"'],
}
OPTIONAL = {"harm", "likelihood", "confidence", "mechanism", "reason", "people", "provisions"}


def by_hand() -> str:
    typed = {name: list(values) for name, values in TYPED.items()}
    typed["id"].insert(2, "gateway")
    lines, part = [], ""
    for line in template(LIBRARY).splitlines():
        field = re.match(r"( *(?:- )?)([\w-]+):(.*)$", line)
        if field is None:
            lines.append(line)
            continue
        start, name, rest = field.groups()
        part = part if start else name
        value = rest.partition("  #")[0].strip()
        if part == "triage" and not value and name not in ("triage", "answers"):
            lines.append(f'{start}{name}: "no"')
        elif part == "sources" and name in ("date", "note"):
            continue
        elif part == "drafts" and name == "date":
            lines.append(f"{start}date: 2026-03-01")
        elif part == "judgements" and name in OPTIONAL | {"note"}:
            continue
        elif part == "outcome" and name == "sources":
            lines.append(f"{start}sources: [act]")
        elif name in typed and value in ("", '""') and typed[name]:
            lines.append(f"{start}{name}: {typed[name].pop(0)}")
        else:
            lines.append(line)
    assert not any(typed.values()), typed
    return "\n".join(lines) + "\n"


def in_the_form() -> tuple[Assessment, Contribution]:
    nodes = [node.id for node in FRAMEWORK.judged]
    law = Provision(id="gateway", heading="Gateway (restated)", text="Traffic passes the gateway.")
    plain = dict.fromkeys((question.id for question in FRAMEWORK.screening), "no")
    assessment = Assessment(
        framework=REF,
        proposal=Proposal(
            title="Gateway Act",
            jurisdiction="Nowhere",
            summary="All traffic passes one gateway.",
            stage="adopted",
            purpose="To see it.",
            audience="Only for the minister",
        ),
        drafts=(Draft(id="d1", label="As passed", date="2026-03-01", provisions=(law,)),),
        triage={"answers": plain},
        judgements=tuple(
            Judgement(node=n, answer="none", evidence="weak", rationale="Nothing changes here.")
            for n in nodes
        ),
    )
    source = GivenSource(
        id="act",
        title="Gateway Act",
        publisher="The Official Journal",
        url="https://journal.example/act",
        seen="excerpt",
        used_for="What is ordered",
    )
    return assessment, Contribution(
        id="2026-nowhere-gateway",
        title="Nowhere: a gateway",
        kind="own-reading",
        year=2026,
        subject="The Gateway Act",
        region="africa",
        sources=(source,),
        claims=tuple(Claim(node=node, stated_by="us") for node in nodes),
        outcome=GivenOutcome(
            status="in-force", date="2026", text="It is in force.", sources=("act",), seen="excerpt"
        ),
    )


def without_comments(text: str) -> list[str]:
    lines = (re.sub(r"(^|  )#.*", "", line).rstrip() for line in text.splitlines())
    return [line.replace("'Nowhere: a gateway'", '"Nowhere: a gateway"') for line in lines if line]


def test_the_template_and_the_form_give_the_same_case_and_the_same_file() -> None:
    hand = by_hand()
    form = case_file(*in_the_form(), FRAMEWORK)
    assert read(hand) == read(form)
    assert without_comments(hand) == without_comments(form)
    assert told(*in_the_form()) == ""
    assert "minister" not in form


@pytest.mark.parametrize("case", LIBRARY.cases(), ids=lambda case: case.id)
def test_every_case_of_the_library_could_have_been_contributed(case: Case) -> None:
    assessment, contribution = of_case(case)
    again = read(case_file(assessment, contribution, LIBRARY.framework_of(case)))
    assert again.assessment().judgements == case.assessment().judgements
    assert {each.key: each for each in again.judgements} == {e.key: e for e in case.judgements}
    apart = {"judgements", "proposal"}
    assert again.model_dump(exclude=apart) == case.model_dump(exclude=apart)
    assert again.proposal.model_dump(exclude={"audience"}) == case.proposal.model_dump(
        exclude={"audience"}
    )
    assert told(assessment, contribution) == ""


def test_answers_that_go_over_to_an_amended_draft_are_not_written_again() -> None:
    assessment, _ = of_case(NIS2)
    written = asked(assessment, FRAMEWORK)
    assert len(written) == len(NIS2.judgements) < len(assessment.judgements)


def test_the_answers_of_others_stay_behind() -> None:
    assessment, contribution = of_case(CAMBODIA)
    other = Judgement(node="privacy", assessor="a2", answer="none", rationale="Bo's own.")
    both = assessment.replace(judgements=(*assessment.judgements, other))
    assert case_file(both, contribution, FRAMEWORK) == case_file(
        assessment, contribution, FRAMEWORK
    )
    assert "Bo's own." in case_file(both, contribution, FRAMEWORK, "a2")


# --- what is wrong with it -----------------------------------------------------------------------


def test_what_is_open_is_told_apart_from_what_is_wrong() -> None:
    assessment, contribution = of_case(CAMBODIA)
    found = remarks(assessment, contribution.replace(title="", id="A b"), LIBRARY)
    assert [(each.spot, each.is_open) for each in found] == [(("id",), False), (("title",), True)]


@pytest.mark.parametrize("slug", ["..", "a/b", "A", "x" * 81, "no", "2022 x", "‮abc", "a--b", "%2e"])
def test_a_short_name_of_any_shape_is_refused_in_words(slug: str) -> None:
    said = changed(id=slug)
    if slug == "no":
        assert said == "", "a word that YAML may take for something else is quoted"
    else:
        assert "identifier" in said or "too long" in said


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "http://example.org/",
        "https://",
        "https://user@example.org/",
        "https://exa mple.org/",
        "https:example.org",
        "data:text/html,x",
        "https://localhost",
        "ftp://example.org/",
    ],
)
def test_an_address_that_is_no_https_is_refused(url: str) -> None:
    first, *others = of_case(CAMBODIA)[1].sources
    said = changed(sources=(GivenSource(**{**dict(first), "url": url}), *others))
    assert "sources[0].url: not an address that begins with https://" in said


def test_sources_are_looked_at_whatever_else_is_open() -> None:
    one = GivenSource(id="act", url="javascript:alert(1)")
    said = told(EMPTY, Contribution(sources=(one, one)))
    assert said.count("begins with https://") == 2
    assert "sources[1].id: act is the id of sources[0] too" in said


def test_two_sources_of_one_id_are_told() -> None:
    sources = of_case(CAMBODIA)[1].sources
    said = changed(sources=(*sources, sources[0]))
    assert "sources[6].id: brief is the id of sources[0] too; give each source its own" in said


def test_a_pasted_law_is_told_to_be_restated() -> None:
    assessment, contribution = of_case(CAMBODIA)
    law = Draft(id="d1", label="x", provisions=(Provision(id="6", heading="Gateway", text="It."),))
    bare = tuple(Judgement(**{**dict(e), "provisions": ()}) for e in assessment.judgements)
    pasted = assessment.replace(drafts=(law,), judgements=bare)
    assert "end the heading with (restated)" in told(pasted, contribution)
    whole = tuple(GivenSource(**{**dict(e), "seen": "read"}) for e in contribution.sources)
    assert told(pasted, contribution.replace(sources=whole)) == "", "it was read, and may be quoted"


HARD = [
    "---",
    "key: value # no",
    "{a: [b]}",
    "*x & !y | > % @ `",
    "no",
    "2022-02-18",
    "1_000",
    "'\"\\",
    "- a\n- b\n---\n...\n",
    "  two blanks",
    "ends with a blank ",
    "a\tb",
    "\ttab first",
    "\n\nlines before",
    "one\n two\n\nthree",
    "‮txet‬ ⁦x⁩",
    "\ufeff\u2028\u2029",
    "#",
    ">-",
    "<script>alert(1)</script> ![p](https://x.example/a.png)",
    "x" * 20_000,
    "word " * 3_999 + "end",
    "😀\U0001ffff",
]


@pytest.mark.parametrize("text", HARD, ids=lambda text: ascii(text[:20]))
def test_a_text_of_any_kind_is_read_back_as_it_was_typed(text: str) -> None:
    """As the note, which is a text; as a title and a provision's number where it is one line."""
    assessment, contribution = of_case(CAMBODIA)
    line = {"title": text} if "\n" not in text and "\t" not in text and len(text) < 300 else {}
    written = case_file(assessment, contribution.replace(note=text, **line), FRAMEWORK)
    case = read(written)
    assert case.note == text
    assert case.title == line.get("title", case.title)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", written), "nothing turns the file round"


# --- the value -----------------------------------------------------------------------------------


def test_it_goes_through_a_file_and_a_store(tmp_path: Path) -> None:
    assessment, contribution = of_case(CAMBODIA)
    both = assessment.replace(contribution=contribution)
    assert bundle.loads(bundle.dumps(both).encode(), LIBRARY) == both
    store = Store(f"sqlite:///{tmp_path / 'work.sqlite3'}")
    token = new_token()
    made = store.create(token, both)
    assert made.assessment == both
    changed = contribution.replace(title="Another")
    revision = store.save(token, changed, made.seen(changed))
    assert made.after(changed, revision).assessment == store.load(token).assessment
    store.close()


def test_two_claims_on_one_judgement_are_refused() -> None:
    claim = Claim(node="privacy", stated_by="us")
    with pytest.raises(ValidationError, match="said twice whose claim the judgement on privacy"):
        Contribution(claims=(claim, claim))
    kept = Contribution(claims=(claim,)).with_claim(Claim(node="privacy", stated_by="source"))
    assert kept.claim("d1", "privacy").stated_by == "source"
    assert kept.claim("d1", "integrity") == Claim(node="integrity")


def test_what_names_a_source_follows_it() -> None:
    two = (GivenSource(id="a"), GivenSource(id="b"))
    cited = Contribution(
        sources=two,
        claims=(Claim(node="privacy", sources=("a", "b")),),
        recommendations=(GivenAdvice(sources=("a",)),),
        outcome=GivenOutcome(sources=("a",)),
    )
    renamed = cited.with_sources((GivenSource(id="c"), two[1]))
    assert renamed.claims[0].sources == ("c", "b")
    assert (renamed.recommendations[0].sources, renamed.outcome.sources) == (("c",), ("c",))
    gone = renamed.without_source(0)
    assert (gone.claims[0].sources, gone.outcome.sources) == (("b",), ())
