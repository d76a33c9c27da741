# Every target is one visible command in this repository's own environment, .venv, which is made when first needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help install generate check test corpus snapshots reconstruct lint types bench clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

install: $(READY) ## make .venv with clientloom and everything that its checks need

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

generate: $(READY) ## generate the clients of clientloom.toml into generated/
	$(BIN)/clientloom generate

check: $(READY) ## say whether generated/ is what a fresh run gives; writes nothing
	$(BIN)/clientloom check

test: $(READY) ## run all tests
	$(BIN)/python -m pytest -n auto

corpus: $(READY) ## try all documents of ../shared/corpus, and type-check what comes out: a quarter of an hour
	CLIENTLOOM_CORPUS=all $(BIN)/python -m pytest -n auto tests/test_corpus.py tests/test_native_corpus.py tests/test_corpus_types.py tests/test_formatting.py

snapshots: generate ## update generated/ and the snapshots of the tests: the only way to change them
	CLIENTLOOM_UPDATE_GOLDENS=1 $(BIN)/python -m pytest -n auto tests/test_features.py tests/test_native.py

SEEDS := ../shared/seeds
recover = $(BIN)/clientloom reconstruct --quiet $(wildcard $(1)) --overlay specs/overlays/$(2).yaml -o specs/$(2).yaml

reconstruct: $(READY) ## recover specs/ from the published pages in ../shared/seeds and from specs/overlays/
ifeq ($(wildcard $(SEEDS)),)
	@echo "skipped: there are no pages, $(SEEDS) is not here"
else
	$(call recover,$(SEEDS)/000_* $(SEEDS)/001_*,ica)
	$(call recover,$(SEEDS)/002_*,lusid_workflow)
	$(call recover,$(SEEDS)/003_*,waylay_rules)
	$(call recover,$(SEEDS)/004_*,astronomer_core)
endif

lint: $(READY) ## style of the sources
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .github generator templates tests bench

types: $(READY) ## mypy and pyright, strict, over the generator
	$(BIN)/mypy -p clientloom
	$(BIN)/pyright --pythonpath $(BIN)/python

bench: $(READY) ## print what generating and calling cost, beside other generators: some minutes
	$(BIN)/python -m bench

clean: ## remove .venv and what tools left behind
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
