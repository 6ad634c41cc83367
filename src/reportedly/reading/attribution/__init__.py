"""Attributions by rules: links of source, cue and content, found cue by cue, then joined and nested."""
