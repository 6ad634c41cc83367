# demo and test set everything up on a fresh machine; a second run sets up nothing.
.PHONY: help setup demo test lint bench wheel pins clean
BIN = .venv/bin
STORY = src/reportedly/examples/ilvet-ultimatum

help:
	@echo "make demo    set up, read an invented contested story, keep it in a ledger, list its claims"
	@echo "make test    set up, run the tests"
	@echo "make lint    formatting, lint, types, layers"
	@echo "make bench   accuracy and speed; writes docs/figures.md (needs the development data)"
	@echo "make wheel   build the wheel and try it in a bare environment"
	@echo "make pins    resolve requirements/*.in anew (needs uv)"

setup:
	@PYTHON="$(PYTHON)"; PYTHON="$${PYTHON:-python3}" scripts/setup

demo: setup
	@rm -f demo.db demo.db-wal demo.db-shm
	$(BIN)/reportedly read $(STORY)/*.txt
	$(BIN)/reportedly add --recursive $(STORY) --ledger demo.db
	$(BIN)/reportedly claims --ledger demo.db
	@echo
	@echo "The ledger is demo.db; next: $(BIN)/reportedly claims --ledger demo.db --act deny"

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python -m evaluation.bench

wheel: setup
	scripts/check-wheel

pins:
	for set in runtime dev; do uv pip compile --universal --python-version 3.11 --generate-hashes \
		--no-header --upgrade requirements/$$set.in -o requirements/$$set.txt; done

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis demo.db*
