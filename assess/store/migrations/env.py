"""What Alembic runs: the steps, on the connection and in the transaction that was handed in."""

from __future__ import annotations

from alembic import context

from assess.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,  # SQLite too: we begin by hand, so a step is done whole or not at all
)
with context.begin_transaction():
    context.run_migrations()
