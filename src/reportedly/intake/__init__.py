"""From bytes to reports, or to a refusal that says why."""
