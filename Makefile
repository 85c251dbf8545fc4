# vendepunkt: `make` lists what there is. Needs Python 3.11, 3.12 or 3.13, make and git; the rest comes from requirements/*.lock.

VENV    := .venv
BIN     := $(VENV)/bin
RUNTIME := $(VENV)/.runtime-installed
DEV     := $(VENV)/.dev-installed
EXTRA   := $(VENV)/.studies-installed

# The first Python that is new enough and not too new. Pick another one with: make PYTHON=/path/to/python run
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	if $$python -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; \
	then echo $$python; break; fi; done)

JOBS ?= 2
OUT  ?= results/shipped
SEEDS ?= 12
STUDY ?= studies/first.toml
ARGS ?=

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run studies test check bench docs lock clean
.DELETE_ON_ERROR:

help: ## show this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUNTIME) ## compare the shipped scenarios; the brief, tables and runs land in results/shipped
	$(BIN)/vendepunkt compare --seeds $(SEEDS) --out $(OUT) --jobs $(JOBS) $(ARGS)

studies: $(EXTRA) ## install what sweeps, sensitivity and clusters need, and run a study (STUDY=studies/levers.toml)
	$(BIN)/vendepunkt study run $(STUDY) --jobs $(JOBS) $(ARGS)

test: $(DEV) ## run the tests (ARGS='-k word' runs some of them)
	$(BIN)/python -m pytest -n $(JOBS) $(ARGS)

check: $(DEV) ## lint, types and the rules for who may import whom
	$(BIN)/ruff check sim tests
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(RUNTIME) ## time the baseline, seeds side by side, per seed and week
	$(BIN)/python -m sim.doors.bench

docs: $(DEV) ## make the tables of docs/ anew from the code, and run the commands that README.md and docs/ show
	$(BIN)/python -m sim.doors.reference
	$(BIN)/python -m pytest -m docs tests/test_docs_commands.py $(ARGS)

lock: ## renew requirements/*.lock from pyproject.toml (needs the package index)
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install -q 'uv>=0.5'
	UV_CUSTOM_COMPILE_COMMAND='make lock' $(VENV)/lock/bin/uv pip compile -q --upgrade $(COMPILE) --extra dev \
		pyproject.toml requirements/build.in -o requirements/dev.lock
	UV_CUSTOM_COMPILE_COMMAND='make lock' $(VENV)/lock/bin/uv pip compile -q --upgrade $(COMPILE) \
		-c requirements/dev.lock pyproject.toml requirements/build.in -o requirements/runtime.lock
	UV_CUSTOM_COMPILE_COMMAND='make lock' $(VENV)/lock/bin/uv pip compile -q --upgrade $(COMPILE) --extra studies \
		-c requirements/dev.lock pyproject.toml requirements/build.in -o requirements/studies.lock

# One lock for every platform and Python, so that results are computed with the same versions everywhere.
COMPILE := --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-emit-index-url --no-annotate

clean: ## remove the environment and caches; results stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find sim tests -name __pycache__ -type d -prune -exec rm -rf {} +

# pip would compile a third of the code for tests that nobody runs, on one processor; compileall does the rest on all.
$(RUNTIME): requirements/runtime.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "vendepunkt needs Python 3.11, 3.12 or 3.13. Name one: make PYTHON=/path/to/python"; exit 2; }
	@echo "Setting up $(VENV) with $(PYTHON) (once) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --no-deps --no-compile --require-hashes -r requirements/runtime.lock
	@$(BIN)/python -m compileall -q -j 0 -x "/tests?/" $(VENV)/lib || true
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(EXTRA): requirements/studies.lock $(RUNTIME)
	@echo "Adding what sweeps, sensitivity and clusters need to $(VENV) (once) ..."
	@$(BIN)/python -m pip install -q --require-hashes -r requirements/studies.lock
	@touch $@

$(DEV): requirements/dev.lock $(RUNTIME)
	@echo "Adding the developers' tools to $(VENV) (once) ..."
	@$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.lock
	@touch $@
