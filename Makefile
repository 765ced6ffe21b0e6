# A newcomer needs two of these: `make check` reads the sample drafts, `make test` runs every test.
# Both set up .venv first, with uv where it is installed, else with venv and pip. A second call finds it ready.

PYTHON ?= python3
DRAFT  ?= seeds/
ARGS   ?=

VENV := .venv
BIN  := $(VENV)/bin
UV   := $(shell command -v uv 2>/dev/null)

ifdef UV
  CREATE  = $(UV) venv --quiet --seed --python $(PYTHON) $(VENV)
  INSTALL = $(UV) pip install --quiet --python $(BIN)/python
else
  CREATE  = $(PYTHON) -m venv $(VENV)
  INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

.PHONY: check test lint format samples docs bench clean

check: $(VENV)/.ready  ## Check seeds/, or one draft: make check DRAFT=path
	@$(BIN)/figcheck check "$(DRAFT)" --exit-zero

test: $(VENV)/.ready-dev  ## Run all tests, or some: make test ARGS="tests/test_seeds.py -k toll"
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

lint: $(VENV)/.ready-dev  ## Style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict -p checker
	$(BIN)/lint-imports --no-logo --no-cache

format: $(VENV)/.ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

samples: $(VENV)/.ready-dev  ## Rewrite the golden files; read the diff
	UPDATE_SNAPSHOTS=1 $(BIN)/python -m pytest -n 2 --dist loadgroup -m "not slow" $(ARGS)

docs: $(VENV)/.ready-dev  ## The documentation as a site, in site/
	$(BIN)/python -m mkdocs build --strict

bench: $(VENV)/.ready-dev  ## CPU and memory of cold checks, beside proselint
	$(BIN)/python benchmarks/environment.py
	$(BIN)/python benchmarks/cold.py
	$(BIN)/python benchmarks/throughput.py

clean:
	rm -rf $(VENV) build dist site

$(VENV)/.ready: pyproject.toml hatch_build.py | $(BIN)/python
	@echo "Setting up $(VENV) (once; a minute or so)" >&2
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.ready-dev: pyproject.toml hatch_build.py | $(BIN)/python
	@echo "Setting up $(VENV) for tests (once; a minute or two)" >&2
	@$(INSTALL) --editable '.[dev]'
	@touch $(VENV)/.ready $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "figcheck needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(CREATE)
