"""Times as TIMEX3 (ISO 24617-1): where they stand, what they mean, what they are told from."""
