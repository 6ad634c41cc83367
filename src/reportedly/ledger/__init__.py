"""Readings kept: tables, migrations, and the ledger that the rest of the world sees."""
