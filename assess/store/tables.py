"""The tables of the newest schema; `migrations/versions` makes them, step by step."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0003"
"""The newest migration, named here so that a start with nothing to do need not read them."""

METADATA = MetaData()

WORK = Table(
    "work",
    METADATA,
    Column("address", LargeBinary(32), primary_key=True),  # SHA-256 of the token
    Column("framework", String(80), nullable=False),
    Column("version", String(40), nullable=False),
    Column("drafts", JSON, nullable=False),  # ids only: an answer on a removed draft is refused
    Column("created", DateTime(timezone=True), nullable=False),  # UTC
    Column("updated", DateTime(timezone=True), nullable=False),  # UTC
    Column(
        "owner", String(80), nullable=False
    ),  # the assessor whom the work's own token answers as
    Column("phase", String(20)),  # of the rounds, as in their entry: every save asks; or nothing
)

ENTRY = Table(
    "entry",
    METADATA,
    Column(
        "address",
        LargeBinary(32),
        ForeignKey("work.address", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("name", String(300), primary_key=True),  # never parsed; the content says what it is
    Column("kind", String(20), nullable=False),
    Column("draft", String(80)),  # the draft a judgement, note or mark is on
    Column("revision", Integer, nullable=False),  # from 1
    Column("content", Text),  # JSON; nothing where one of these was taken back
    Column("assessor", String(80)),  # whose it is
)

SEAT = Table(
    "seat",
    METADATA,
    Column("address", LargeBinary(32), primary_key=True),  # SHA-256 of the seat's token
    Column(
        "work",
        LargeBinary(32),
        ForeignKey("work.address", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("assessor", String(80)),  # nothing: the round link, where one picks a name
    Column("salt", LargeBinary(16)),  # of the round link: the owner's token and this make it again
    UniqueConstraint("work", "assessor"),  # nobody shares a seat; finds the seats of a work, too
)

SNAPSHOT = Table(
    "snapshot",
    METADATA,
    Column("address", LargeBinary(32), primary_key=True),  # SHA-256 of its public address
    # Nothing once the work was forgotten: what was withdrawn with it says so for good.
    Column("work", LargeBinary(32), ForeignKey("work.address", ondelete="SET NULL")),
    Column("number", Integer, nullable=False),  # from 1, in the order they were published
    Column("follows", LargeBinary(32)),  # the one of this work whose place it takes
    Column("listed", Boolean, nullable=False),
    Column("made_on", Date, nullable=False),  # UTC
    Column("withdrawn", Date),  # UTC; from then on there is nothing below
    Column("title", Text, nullable=False),
    Column("document", LargeBinary),  # JSON in UTF-8, as it is served
    Column("page", LargeBinary),  # HTML in UTF-8, as it is served
    UniqueConstraint("work", "number"),
)
