# Everything runs in .venv, which is made when first needed and brought up to date when pyproject.toml changes.
# Needed beforehand: make and Python 3.11 or newer. Another interpreter: make PYTHON=/path/to/python3.12 ...

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
TORCH ?= torch
DATA ?= ../shared/data
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test lint bench docs train clean

help:  ## Show the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name it with make PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) --upgrade pip

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $@

$(VENV)/installed-bench: pyproject.toml $(VENV)/installed-dev
	$(PIP) --editable '.[dev,bench]'
	@touch $@

# torch first and by itself: TORCH names a version, a wheel, or options for an index of small CPU builds
# (TORCH='torch --index-url https://download.pytorch.org/whl/cpu').
$(VENV)/installed-train: pyproject.toml $(VENV)/installed-dev
	$(PIP) $(TORCH)
	$(PIP) --editable '.[dev,train]'
	@touch $@

setup: $(VENV)/installed-dev  ## Install the package and what developing it needs into .venv

demo: setup  ## Code the samples and show who claims what
	$(BIN)/tacitus code samples

lint: setup  ## Style, types and layers
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: lint  ## The whole check: lint, then all tests with coverage
	$(BIN)/python -m pytest --cov --cov-report=term

bench: $(VENV)/installed-bench  ## Throughput, start-up and memory
	$(BIN)/python -m pytest benchmarks

docs: setup  ## Write the command reference and the JSON Schema under docs/ anew
	$(BIN)/python docs/generate.py

train: $(VENV)/installed-train  ## Make the language model from DATA (hours on a CPU)
	$(BIN)/python -m training --data $(DATA)

clean:  ## Remove .venv and what tools left behind
	rm -rf $(VENV) .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
