"""A law, from its lines to its clauses."""

from __future__ import annotations

from assess.bill.clause import Chain, Split
from assess.bill.extract import Extract
from assess.bill.splitting import paragraphs, recognised
from assess.bill.splitting.candidates import scan
from assess.bill.splitting.clauses import clauses, with_references
from assess.bill.splitting.cutting import counted, cuts
from assess.bill.splitting.pieces import chain_of, from_pieces
from assess.bill.splitting.quoted import with_quoted
from assess.bill.splitting.scheme import numbering


def split(extract: Extract) -> Split:
    """The law cut into clauses that stand side by side and hold its whole text.

    Where the format marks provisions, those are taken. Otherwise the best chain of numbers is
    followed; where there is none, paragraphs are counted and `scheme` is "". Any text ends well:
    one without lines has no clauses.
    """
    text = extract.text
    if any(piece.kind == "provision" for piece in extract.pieces):
        made = with_references(from_pieces(extract, text))
        chain = chain_of([clause for clause in made if clause.kind == "provision"])
        return Split(made, chain, extract.schema)
    if not text.strip():
        return Split((), Chain("", "", 0), "")
    return _by_grammar(extract, text)


def _by_grammar(extract: Extract, text: str) -> Split:
    if extract.ocr and (by_word := recognised.counted(extract.lines)):
        made = clauses(text, extract.lines, by_word)
        said = [clause for clause in made if clause.kind == "provision"]
        return Split(made, Chain("1", str(len(said)), len(said)), said[0].label)
    seen = scan(extract.lines, footnotes=extract.kind == "pdf")
    numbered = numbering(seen)
    if numbered is None:
        made = clauses(text, extract.lines, paragraphs.counted(extract.lines))
        return Split(made, Chain("1", str(len(made)), len(made)), "")
    made = clauses(text, extract.lines, cuts(seen, numbered))
    nested = with_quoted(text, extract.lines, made, seen.quotations, numbered.family)
    first = next(clause for clause in nested if clause.kind == "provision")
    return Split(with_references(nested), counted(numbered.chain), first.label)
