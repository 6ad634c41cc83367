"""A reader of attributions by rules alone: it says what the marks of the training data leave out, and is a baseline."""
