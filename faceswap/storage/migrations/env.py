"""Alembic's entry: run the asked-for migrations on the connection we were handed.

A new migration is a file in `versions/` written by hand; a test compares what they come to with
`faceswap/storage/tables.py`.
"""

from alembic import context

from faceswap.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    # SQLite does take back tables; the one transaction around all is ours.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
