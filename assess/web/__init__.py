"""Plain HTTP beside the app: the first page, security headers, resume tokens, files, health."""

from __future__ import annotations

from assess.web.logs import keep_tokens_out_of
from assess.web.resume import new_token, valid_token
from assess.web.shell import Shell
from assess.web.site import middleware, routes

__all__ = ["Shell", "keep_tokens_out_of", "middleware", "new_token", "routes", "valid_token"]
