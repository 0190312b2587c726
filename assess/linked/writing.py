"""A graph as Turtle and as JSON-LD: the same statements, the same bytes each time."""

from __future__ import annotations

import json
import re

from assess.linked.graph import PREFIXES, Graph, Iri, Object, Said, Thing, Typed

# What a Turtle string in double quotes may not hold as it is, and what would not be seen in it.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def turtle(graph: Graph) -> str:
    """The graph as Turtle (W3C Recommendation 1.1)."""
    prefixes = [f"@prefix {name}: <{space}> ." for name, space in PREFIXES.items()]
    return "\n\n".join(["\n".join(prefixes), *map(_block, graph)]) + "\n"


def _block(thing: Thing) -> str:
    lines = [f"a {', '.join(thing.types)}"]
    lines += [f"{name} {', '.join(map(_object, given))}" for name, given in _grouped(thing).items()]
    return f"{_name(thing.id)}\n    " + " ;\n    ".join(lines) + " ."


def _grouped(thing: Thing) -> dict[str, list[Object]]:
    """What is said of a thing by predicate, each object once."""
    found: dict[str, list[Object]] = {}
    for predicate, value in thing.says:
        given = found.setdefault(predicate, [])
        if value not in given:
            given.append(value)
    return found


def _name(iri: Iri) -> str:
    return iri.short or f"<{iri.name}>"


def _object(value: Object) -> str:
    if isinstance(value, Iri):
        return _name(value)
    quoted = '"' + _ESCAPED.sub(_escape, value.text) + '"'
    return f"{quoted}@{value.tag}" if isinstance(value, Said) else f"{quoted}^^{value.datatype}"


def _escape(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"\\u{ord(found[0]):04X}"


def json_ld(graph: Graph) -> str:
    """The graph as JSON-LD (W3C Recommendation 1.1); its context is inside, nothing is fetched."""
    document = {"@context": PREFIXES, "@graph": [_node(thing) for thing in graph]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _node(thing: Thing) -> dict[str, object]:
    said = {name: list(map(_value, given)) for name, given in _grouped(thing).items()}
    return {"@id": thing.id.short or thing.id.name, "@type": list(thing.types), **said}


def _value(value: Object) -> dict[str, str]:
    match value:
        case Iri():
            return {"@id": value.short or value.name}
        case Said():
            return {"@value": value.text, "@language": value.tag}
        case Typed():
            return {"@value": value.text, "@type": value.datatype}
