"""An address as a QR code, for paper and for a wall."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import segno


def inline(address: str, label: str) -> Element:
    """The code as SVG for a page: black on white in any colours, as readers of codes need it."""
    drawn: Element = fromstring(_made(address).svg_inline(omitsize=True, light="#fff"))  # ours
    drawn.attrib |= {"role": "img", "aria-label": label}
    drawn.attrib.pop("class", None)
    return drawn


def file(address: str) -> bytes:
    """The code as an SVG file, to be printed at any size."""
    text = _made(address).svg_inline(scale=8, light="#fff")
    named = text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{named}\n'.encode()


def _made(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False)
