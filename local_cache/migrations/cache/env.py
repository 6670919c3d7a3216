"""Alembic's entry for cache.db: runs the revisions on the connection that the program hands over."""

from __future__ import annotations

from alembic import context

from local_cache import schema

context.configure(connection=context.config.attributes["connection"], target_metadata=schema.cache)
context.run_migrations()
