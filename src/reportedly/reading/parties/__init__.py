"""Who speaks: mentions of persons, bodies, outlets and unnamed people brought together within one report."""
