.PHONY: demo test lint evaluate bench lock clean setup setup-dev help

# Everything sets itself up: the first target run makes .venv from the lock files, later ones find it there.

help: ## Say what there is to make.
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

demo: setup ## Fill a record with the bundled dispatches and print its overview.
	@.venv/bin/trucewatch demo

test: setup-dev ## Run every test; what is skipped is said, with its reason.
	@.venv/bin/python -m pytest -rs

lint: setup-dev ## Check style, format, types and the rules of who imports whom.
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

evaluate: setup-dev ## Score the readings against the corpora, and hold the pinned floors.
	@.venv/bin/python -m evaluation

bench: setup-dev ## Measure speed and memory against the bare language pipeline.
	@.venv/bin/python -m evaluation.bench

lock: ## Write the lock files anew from pyproject.toml.
	@sh scripts/lock.sh

clean: ## Remove all that was made here.
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup:
	@sh scripts/setup.sh run

setup-dev:
	@sh scripts/setup.sh dev
