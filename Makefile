# The two commands a newcomer needs: `make serve` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: install serve test check eval bench clean

install: $(VENV)/installed

# Reinstalled when the dependencies change; a failed install leaves no stamp behind.
$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

serve: install
	$(BIN)/zhengwen serve --port $(PORT)

test: install
	$(BIN)/python -m pytest -n auto --dist loadfile

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if command -v npx >/dev/null; then npx --yes --package typescript@5.9 tsc --project api/widget; \
	else echo "SKIPPED: the types of widget and pages are unchecked, there is no npx (apt-get install npm)" >&2; fi

# Over a fresh collection of the bundled documents alone: the figures depend on nothing that was ingested before.
eval: install
	rm -rf build/bundled
	$(BIN)/zhengwen ingest corpus/documents/*.txt --data build/bundled
	$(BIN)/zhengwen eval eval/gold/bundled.jsonl --data build/bundled --gates eval/gates.toml --report report

bench: install
	$(BIN)/zhengwen bench

clean:
	rm -rf $(VENV) report build dist
