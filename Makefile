# The doors of the house. Each does all of its own set-up; `make` alone says what they are.

PYTHON ?= python3
PORT ?= 8000
DOCUMENTS ?= 500
BIN := .venv/bin
UV := $(BIN)/uv pip

# Compiled modules are kept: without them every start compiles Wagtail and the rest again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test lint build bench bench-stories bench-exercises bench-board bench-phone seed screenshots editor-screenshots lock clean

help:
	@echo "make run      the CMS and the site on http://127.0.0.1:$(PORT)/ (PORT=…)"
	@echo "make test     the whole suite, in a real browser too"
	@echo "make build    content/ to public/, without database or Django"
	@echo "make lint     style, types and who may import whom"
	@echo "make bench    how long a publish and a build take; make bench-phone: what a phone gets"
	@echo "make bench-stories: how long a story's checks and map take; make bench-exercises: a verdict, and the checks of all sets"
	@echo "make bench-board: how long the board of translations takes to open"
	@echo "make seed     a database of 500 made-up documents in seven languages, in var/seed/ (DOCUMENTS=…)"
	@echo "make screenshots: the pages on a phone and a desk, into docs/screenshots/"
	@echo "make editor-screenshots: the CMS at work, into docs/editors/images/"

run: .venv/all
	@TOOLBOX_URL=$${TOOLBOX_URL:-http://127.0.0.1:$(PORT)} exec $(BIN)/python manage.py run --port $(PORT)

test: .venv/all
	@sh tools/browser.sh
	@$(BIN)/python -m pytest -n 3

lint: .venv/all
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/toolbox check

build: .venv/site
	@$(BIN)/toolbox build

bench: .venv/all
	@$(BIN)/python -m tests.bench

bench-stories: .venv/all
	@$(BIN)/python -m tests.bench.stories

bench-exercises: .venv/all
	@sh tools/browser.sh
	@$(BIN)/python -m tests.bench.exercises

bench-board: .venv/all
	@$(BIN)/python -m tests.bench.board

bench-phone: .venv/all
	@sh tools/browser.sh
	@$(BIN)/python -m tests.bench.phone

# Apart from your own database, and never over another: TOOLBOX_VAR says where.
seed: .venv/all
	@TOOLBOX_VAR=$${TOOLBOX_VAR:-$(CURDIR)/var/seed} $(BIN)/python manage.py seed --documents $(DOCUMENTS)

screenshots: .venv/all
	@sh tools/browser.sh
	@$(BIN)/python -m tests.bench.screenshots

editor-screenshots: .venv/all
	@sh tools/browser.sh
	@$(BIN)/python -m tests.bench.editor_screenshots

# The locks hold every package with its hash. Run this after a change of dependencies in pyproject.toml.
lock: .venv/all
	@set -e; compile="$(UV) compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml"; \
	$$compile -o locks/site.txt; \
	$$compile --all-extras -c locks/site.txt -o locks/all.txt

clean:
	rm -rf .venv public public.* .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# What a host needs to build the site, and nothing more.
.venv/site: locks/site.txt locks/uv.txt
	@sh tools/environment.sh $(PYTHON) locks/site.txt
	@touch $@

.venv/all: locks/all.txt locks/uv.txt pyproject.toml
	@sh tools/environment.sh $(PYTHON) locks/all.txt
	@touch .venv/site $@
