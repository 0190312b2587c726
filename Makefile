# Two commands do all set-up: `make run` opens the app, `make test` runs everything.

PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help run test cover check fix bench clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-6s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.run ## set up, then serve the app on http://localhost:8501
	$(BIN)/python -m streamlit run streamlit_app.py --server.port $(PORT)

test: $(VENV)/.test $(VENV)/.browser ## set up, then run every test
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(COVER) $(ARGS)

cover: COVER = --cov --cov-report=term:skip-covered
cover: test ## the same, and count the lines no test runs; takes half as long again

check: $(VENV)/.test ## say what is wrong, change nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m assess check
	$(BIN)/python -m assess.schemas --check
	$(BIN)/python -m assess.catalogue --check
	$(BIN)/python -m tests.spec.manual --check

fix: $(VENV)/.test ## mend what a machine can mend, write what is generated
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m assess.schemas
	$(BIN)/python -m assess.catalogue
	$(BIN)/python -m tests.spec.manual

bench: $(VENV)/.test $(VENV)/.browser ## measure; the figures go to the terminal
	$(BIN)/python -m benchmarks $(ARGS)

clean: ## remove what tests and checks leave behind; saved work in data/ and .venv stay
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.* htmlcov test-results
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# What follows is set-up. A stamp is newer than the file it was made from, so nothing is installed twice.

# Debian's own packages, where apt is there and we may use it.
AS_ROOT = $(shell if [ "$$(id -u)" = 0 ]; then echo env; elif sudo -n true 2>/dev/null; then echo sudo -n env; else echo false; fi)
APT = command -v apt-get >/dev/null && $(AS_ROOT) apt-get update -qq \
  && $(AS_ROOT) DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed. Name one: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(APT) $(notdir $(PYTHON))-venv; } \
	  || { echo "Python's venv is missing. On Debian: sudo apt-get install $(notdir $(PYTHON))-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(BIN)/python
	@echo "Installing what the app needs; the first time this takes a few minutes."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.test: requirements-dev.txt $(VENV)/.run
	@echo "Installing what the tests need."
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/.browser: $(VENV)/.test
	@command -v chromium >/dev/null || { $(APT) chromium; } || $(BIN)/python -m playwright install chromium
	@touch $@
