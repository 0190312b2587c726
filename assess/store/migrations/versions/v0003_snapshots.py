"""Snapshots that owners of work publish, and withdraw."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the table of snapshots."""
    op.create_table(
        "snapshot",
        sa.Column("address", sa.LargeBinary(32), primary_key=True),
        sa.Column("work", sa.LargeBinary(32), sa.ForeignKey("work.address", ondelete="SET NULL")),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("follows", sa.LargeBinary(32)),
        sa.Column("listed", sa.Boolean, nullable=False),
        sa.Column("made_on", sa.Date, nullable=False),
        sa.Column("withdrawn", sa.Date),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("document", sa.LargeBinary),
        sa.Column("page", sa.LargeBinary),
        sa.UniqueConstraint("work", "number"),
    )


def downgrade() -> None:
    """Removes all that was published."""
    op.drop_table("snapshot")
