"""A made-up chapter's overlay on the shipped framework, as a file and as a value."""

from __future__ import annotations

from assess.overlay import Overlay
from assess.yamlfile.document import parsed

BY = "A made-up chapter"

FILE = """\
# yaml-language-server: $schema=../frameworks/overlay.schema.json
id: spectrum
title: Questions on spectrum
by: A made-up chapter
framework: {id: internet-way-of-networking, version: 1.0.0}

hide: [integrity]

reword:
  - node: privacy
    questions:
      - Who could see what, and of whom?
    levels:
      minor: One person is seen once.
      material: Many are seen.
      major: All are seen always.

add:
  sources:
    ours:
      title: Notes of our meeting
      note: Not published; ask us.
  criteria:
    - id: spectrum-for-all
      code: S1
      official: false
      name: Spectrum for all
      summary: Anybody can put up a small radio network.
      questions:
        - {text: Is a licence needed?, provenance: argued, sources: [ours]}
      strengthens: [licences for all]
      weakens: [auctions]
      levels: {minor: A form., material: A fee., major: A ban.}
      sources: [ours]
      verified: true
  bears_on:
    - from: spectrum-for-all
      to: easy-unrestricted-access
      sign: same
      strength: strong
      reason: Who may not send cannot connect others.
      provenance: argued
      verified: false
      sources: [ours]

standing:
  - We are volunteers and were asked by nobody.
"""


def overlay(text: str = FILE) -> Overlay:
    return parsed(text.encode(), "overlay.yaml").into(Overlay)
