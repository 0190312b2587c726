"""A library in which a second version follows: the shipped framework, changed in all seven ways."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assess.library import CHECKOUT
from assess.yamlfile import dump, read

CORE = "internet-way-of-networking"
TOPIC = "encryption"
CAMBODIA = "2022-cambodia-national-internet-gateway"
WITH_TOPIC = "2022-united-kingdom-end-to-end-encryption"

CHANGES = [
    {"kind": "added", "to": ["stewardship"], "note": "Care of what is shared is asked about."},
    {
        "kind": "reworded",
        "from": ["integrity"],
        "to": ["integrity"],
        "meaning": "same",
        "note": "The first sentence is shorter.",
    },
    {
        "kind": "reworded",
        "from": ["privacy"],
        "to": ["privacy"],
        "meaning": "changed",
        "note": "It asks about groups of people, too.",
    },
    {
        "kind": "rescaled",
        "from": ["available-capacity"],
        "to": ["available-capacity"],
        "note": "Major begins where a city is cut off.",
    },
    {
        "kind": "moved",
        "from": ["easy-unrestricted-access"],
        "to": ["open-access"],
        "note": "It has a shorter name in files.",
    },
    {
        "kind": "split",
        "from": ["reliability-resilience-availability"],
        "to": ["reliability", "availability"],
        "note": "Whether it works and whether it is there are two questions.",
    },
    {
        "kind": "merged",
        "from": ["open-architecture-building-blocks", "technology-neutral-general-purpose"],
        "to": ["technology-neutral-general-purpose"],
        "note": "Both ask whether anything new can be built.",
    },
    {"kind": "removed", "from": ["accountability"], "note": "It is asked elsewhere."},
]
NAMED = {
    "easy-unrestricted-access": "open-access",
    "reliability-resilience-availability": "reliability",
    "open-architecture-building-blocks": "technology-neutral-general-purpose",
}
GONE = "accountability"


def library(folder: Path) -> Path:
    """The root of a library with core and topic in 1.0.0 and 1.1.0 and the two cases."""
    root = folder / "library"
    for name in (CORE, TOPIC):
        source = CHECKOUT / "frameworks" / name / "1.0.0"
        shutil.copytree(source, root / "frameworks" / name / "1.0.0")
        shutil.copytree(source, root / "frameworks" / name / "1.1.0")
        made = root / "frameworks" / name / "1.1.0"
        rewrite(made / "framework.yaml", {CORE: _core, TOPIC: _topic}[name])
        (made / "CHANGES.md").write_text("# What changed\n", encoding="utf-8")
        shutil.rmtree(made / "lexicon", ignore_errors=True)  # it names a kind that goes
    rewrite(root / "frameworks" / CORE / "1.1.0" / "interventions.yaml", _kinds)
    write_changes(root, CORE, CHANGES)
    write_changes(root, TOPIC, TOPIC_CHANGES)
    for case in (CAMBODIA, WITH_TOPIC):
        shutil.copytree(CHECKOUT / "cases" / case, root / "cases" / case)
    return root


def write_changes(root: Path, framework: str, changes: list[dict[str, Any]]) -> Path:
    path = root / "frameworks" / framework / "1.1.0" / "changes.yaml"
    path.write_text(dump({"since": "1.0.0", "changes": changes}, "made up"), encoding="utf-8")
    return path


def rewrite(path: Path, change: Any) -> None:
    data = json.loads(json.dumps(read(path).data, default=str))
    change(data)
    path.write_text(dump(data, "made up"), encoding="utf-8")


def _core(data: dict[str, Any]) -> None:
    data["version"] = "1.1.0"
    nodes = {node["id"]: node for node in _judged(data)}
    nodes["integrity"]["summary"] = "What arrives is what was sent."
    nodes["privacy"]["questions"][0]["text"] = "Whom does it let others watch, alone or as a group?"
    nodes["available-capacity"]["levels"]["major"] = "A city is cut off."
    nodes["technology-neutral-general-purpose"]["summary"] = "Anything can be built on it."
    split = nodes["reliability-resilience-availability"]
    enablers = data["enablers"]
    enablers.insert(
        enablers.index(split) + 1, {**split, "id": "availability", "name": "Being there"}
    )
    enablers.append({**nodes["integrity"], "id": "stewardship", "name": "Stewardship"})
    data["enablers"] = [node for node in enablers if node["id"] != GONE]
    data["critical_properties"] = [
        n for n in data["critical_properties"] if n["id"] != "open-architecture-building-blocks"
    ]
    for node in data["enablers"]:
        node["id"] = NAMED.get(node["id"], node["id"])
    data["links"] = list(_links(data["links"]))
    data["links"].append({**data["links"][-1], **_goal("availability", split["goal"])})
    data["links"].append({**data["links"][-1], **_goal("stewardship", nodes["integrity"]["goal"])})
    data["examples"] = [
        {**each, "node": NAMED.get(each["node"], each["node"])}
        for each in data["examples"]
        if each["node"] != GONE
    ]
    for question in data["screening"]:
        question["points_to"] = _named(question["points_to"])
    data["screening"][0]["text"] = "Does it make joining harder or dearer?"
    data["screening"] = data["screening"][:-1]


def _goal(node: str, goal: str) -> dict[str, str]:
    return {"from": node, "to": goal, "relation": "contributes_to", "strength": "strong"}


def _judged(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [*data["critical_properties"], *data["enablers"]]


def _named(nodes: list[str]) -> list[str]:
    return list(dict.fromkeys(NAMED.get(each, each) for each in nodes if each != GONE))


def _links(links: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    taken = set()
    for link in links:
        ends = [NAMED.get(link[end], link[end]) for end in ("from", "to")]
        key = (tuple(sorted(ends)), link["relation"])
        if GONE not in ends and ends[0] != ends[1] and key not in taken:
            taken.add(key)
            yield {**link, "from": ends[0], "to": ends[1]}


def _kinds(data: dict[str, Any]) -> None:
    """The kinds without one that Cambodia names, so that what it brings about is looked at."""
    data["version"] = "1.1.0"
    for kind in data["interventions"]:
        for effect in kind["typical_effects"]:
            effect["node"] = NAMED.get(effect["node"], effect["node"])
        kind["typical_effects"] = [e for e in kind["typical_effects"] if e["node"] != GONE]
    data["interventions"] = [
        each for each in data["interventions"] if each["id"] != "data-retention-logging"
    ]


TOPIC_CHANGES: list[dict[str, Any]] = [
    {"kind": "removed", "from": [], "note": "It was asked twice."},
    {
        "kind": "reworded",
        "from": [],
        "to": [],
        "meaning": "changed",
        "note": "Backups count, too.",
    },
]


def _topic(data: dict[str, Any]) -> None:
    """The topic on the new core, without its last criterion and with its first asked otherwise."""
    data["version"] = "1.1.0"
    data["builds_on"]["version"] = "1.1.0"
    last, first = data["criteria"].pop(), data["criteria"][0]
    first["summary"] = "Nobody but those who talk can read it, in transit or in a backup."
    TOPIC_CHANGES[0]["from"] = [last["id"]]
    TOPIC_CHANGES[1]["from"] = TOPIC_CHANGES[1]["to"] = [first["id"]]
    for link in data["bears_on"]:
        link["to"] = NAMED.get(link["to"], link["to"])
    data["bears_on"] = [e for e in data["bears_on"] if e["to"] != GONE and e["from"] != last["id"]]
    data["links"] = [e for e in data["links"] if last["id"] not in (e["from"], e["to"])]
    for mapping in data["maps"]:
        mapping["node"] = NAMED.get(mapping["node"], mapping["node"])
    data["maps"] = [e for e in data["maps"] if e["node"] != GONE and e["criterion"] != last["id"]]
    data["examples"] = [e for e in data.get("examples", []) if e["node"] != last["id"]]
