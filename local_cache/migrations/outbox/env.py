"""Alembic's entry for outbox.db: runs the revisions on the connection that the program hands over."""

from __future__ import annotations

from alembic import context

from local_cache import schema

context.configure(connection=context.config.attributes["connection"], target_metadata=schema.outbox)
context.run_migrations()
