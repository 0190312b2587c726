"""Tokens stay out of the logs, whichever server runs the app."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

# A token, or the address of a snapshot, which may be known only to those it was given to.
TOKEN_SHAPED = re.compile(
    r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])|(?<=/s/)[0-9a-f]{32}(?![0-9a-f])"
)


class WithoutTokens(logging.Filter):
    """Blots out whatever has the shape of a token in a record's message."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(_blotted(value) for value in record.args)
        record.msg = _blotted(record.msg)
        return True


def _blotted(value: object) -> object:
    return TOKEN_SHAPED.sub("(token)", value) if isinstance(value, str) else value


def keep_tokens_out_of(loggers: Iterable[str]) -> None:
    """Filters these loggers; asking twice does no harm."""
    for logger in map(logging.getLogger, loggers):
        if not any(isinstance(present, WithoutTokens) for present in logger.filters):
            logger.addFilter(WithoutTokens())
