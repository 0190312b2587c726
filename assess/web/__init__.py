"""Plain HTTP beside the app: the first page, security headers, resume tokens, files, health."""

from __future__ import annotations

from assess.web.assets import Assets
from assess.web.logs import keep_tokens_out_of
from assess.web.memory import collected_by_the_clock
from assess.web.pages import Pages, public_origin
from assess.web.shelf import StoreShelf
from assess.web.shell import Shell
from assess.web.site import middleware, routes

__all__ = [
    "Assets",
    "Pages",
    "Shell",
    "StoreShelf",
    "collected_by_the_clock",
    "keep_tokens_out_of",
    "middleware",
    "public_origin",
    "routes",
]
