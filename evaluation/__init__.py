"""Accuracy and speed: `python -m evaluation.bench` measures all of it, the floors under `make test` use `agreement`."""
