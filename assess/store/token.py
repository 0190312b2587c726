"""Tokens: who has one can open one assessment as one person, so only that person keeps it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets

# 128 bits in URL-safe base64: 22 characters, the last of which carries two bits only.
_TOKEN = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")


def new_token() -> str:
    """A token of 128 random bits, as 22 URL-safe characters."""
    return secrets.token_urlsafe(16)


def is_token(text: str | None) -> bool:
    """Whether the text has the form of a token; says nothing about whether work is under it."""
    return text is not None and _TOKEN.fullmatch(text) is not None


def address(token: str) -> bytes:
    """Where the work under a token lies: its SHA-256, from which the token cannot be had back.

    Any text has an address, so that looking up a misspelt token is the same work as a right one.
    """
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def derived(token: str, salt: bytes) -> str:
    """Another token that follows from this one and the salt; it tells nothing of either.

    So a link can be shown again to who has the token, though only its address is kept.
    """
    digest = hmac.digest(token.encode("utf-8", "surrogatepass"), salt, "sha256")
    return base64.urlsafe_b64encode(digest[:16]).decode("ascii").rstrip("=")
