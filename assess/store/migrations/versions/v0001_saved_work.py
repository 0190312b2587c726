"""Saved work and its entries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes both tables."""
    op.create_table(
        "work",
        sa.Column("address", sa.LargeBinary(32), primary_key=True),
        sa.Column("framework", sa.String(80), nullable=False),
        sa.Column("version", sa.String(40), nullable=False),
        sa.Column("drafts", sa.JSON, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "entry",
        sa.Column(
            "address",
            sa.LargeBinary(32),
            sa.ForeignKey("work.address", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("name", sa.String(300), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("draft", sa.String(80)),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("content", sa.Text),
    )


def downgrade() -> None:
    """Removes both tables and all saved work in them."""
    op.drop_table("entry")
    op.drop_table("work")
