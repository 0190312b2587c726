"""Seats of several people in one piece of work, and whose each answer is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the table of seats; so far everybody answered as `a1`."""
    op.add_column("work", sa.Column("owner", sa.String(80), nullable=False, server_default="a1"))
    op.add_column("work", sa.Column("phase", sa.String(20)))
    op.add_column("entry", sa.Column("assessor", sa.String(80)))
    _say_whose_each_answer_is()
    op.create_table(
        "seat",
        sa.Column("address", sa.LargeBinary(32), primary_key=True),
        sa.Column(
            "work",
            sa.LargeBinary(32),
            sa.ForeignKey("work.address", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("assessor", sa.String(80)),
        sa.Column("salt", sa.LargeBinary(16)),
        sa.UniqueConstraint("work", "assessor"),
    )


def _say_whose_each_answer_is() -> None:
    """From the name, `judgement/<draft>/<assessor>/<node>/<part>`: one taken back has no more."""
    connection = op.get_bind()
    entry = sa.table("entry", sa.column("name"), sa.column("kind"), sa.column("assessor"))
    names = connection.scalars(
        sa.select(entry.c.name).where(entry.c.kind == "judgement").distinct()
    )
    by_assessor: dict[str, list[str]] = {}
    for name in names:
        by_assessor.setdefault(name.split("/")[2], []).append(name)
    for assessor, theirs in by_assessor.items():
        connection.execute(entry.update().where(entry.c.name.in_(theirs)).values(assessor=assessor))


def downgrade() -> None:
    """Removes all seats; the answers stay with the owner."""
    op.drop_table("seat")
    op.drop_column("entry", "assessor")
    op.drop_column("work", "phase")
    op.drop_column("work", "owner")
