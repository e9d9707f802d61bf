# `make demo` and `make test` set up everything they need on a fresh Debian 12 machine.

PYTHON ?= python3
UV_VERSION = 0.13.9
VENV = .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.ready
export UV_PROJECT_ENVIRONMENT = $(VENV)
export UV_PYTHON_DOWNLOADS = never
# Trust what the machine trusts, as pip does.
export UV_SYSTEM_CERTS = 1

.PHONY: demo test check unit browser setup golden eval bench bench-peers bench-lineage train clean help

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

demo: $(STAMP) ## build the demo case in ./demo-case and say which page to open
	@$(BIN)/reportedly demo demo-case --again

test: check unit browser ## run every check and every test
	@echo "all checks and tests passed"

check: $(STAMP) ## formatting, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(STAMP) ## unit, property, law and corpus tests
	$(BIN)/pytest -n 2 -m "not browser" $(PYTEST_ARGS)

browser: $(STAMP) ## the pages in a real Chromium
	@sh scripts/need_browser.sh
	$(BIN)/pytest -m browser $(PYTEST_ARGS)

golden: $(STAMP) ## rewrite the golden files; review the diff
	$(BIN)/pytest -n 2 -m "not browser" --golden-update

eval: $(STAMP) ## how much of the demo key the ledger gets, beside its floors
	@$(BIN)/reportedly demo demo-case --again
	@$(BIN)/python eval/key_report.py demo-case/case
	@$(BIN)/python eval/floors.py demo-case/case
ifdef REPORTEDLY_CORPORA
	@$(BIN)/python eval/reader.py
	@$(BIN)/python eval/polnear.py --reader model
	@for script in polnear chains cue_kinds speakers names certainty details incidents plagdet direction rumours; do \
	    printf '\n== %s\n' $$script; $(BIN)/python eval/$$script.py || exit 1; done
else
	@echo "left out: PolNeAR, MPQA, re3d and the others, since REPORTEDLY_CORPORA is not set"
endif

bench: $(STAMP) ## speed and memory: 100, 1,000 and 10,000 generated reports
	$(BIN)/python bench/build_case.py

bench-peers: $(STAMP) ## the reader beside peers on PolNeAR dev, and its speed; the first time it trains their parser
	@test -x .cache/peers/bin/python || $(PYTHON) -m venv .cache/peers
	@.cache/peers/bin/python -m pip install --quiet --disable-pip-version-check -r bench/peers-requirements.txt
	$(BIN)/python bench/peers.py --peers-python .cache/peers/bin/python
	$(BIN)/python bench/reading.py

bench-lineage: $(STAMP) ## who copied whom in 10,000 to 1,000,000 generated documents, ours and peers
	@test -x .cache/minhash/bin/python || $(PYTHON) -m venv .cache/minhash
	@.cache/minhash/bin/python -m pip install --quiet --disable-pip-version-check -r bench/lineage/requirements.txt
	@cd bench && ../$(BIN)/python -m lineage.run --peers-python ../.cache/minhash/bin/python

train: ## train the reader's model anew: an hour or two of one core
	@test -x .cache/training/bin/python || $(PYTHON) -m venv .cache/training
	@.cache/training/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	PYTHONPATH=src .cache/training/bin/python training/reader.py .cache/training/reader

setup: $(STAMP) ## create the environment

$(STAMP): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "reportedly needs Python 3.11 or newer: apt-get install python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing. As root: apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@$(BIN)/uv sync --frozen --inexact --quiet --python $(BIN)/python
	@touch $@

clean: ## remove the environment and everything built
	rm -rf $(VENV) .cache build dist demo-case .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
