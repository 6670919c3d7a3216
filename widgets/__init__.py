"""What a clerk sees: takes view data, gives signals. Knows Qt and resources; no network, database or keys."""
