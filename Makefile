# Targets for contributors; `make` without a target lists them.
# Needs Python 3.11 or newer. Everything else is installed into .venv, at the versions in constraints.txt.

SHELL := /bin/sh
.SUFFIXES:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv
PY := $(VENV)/bin/python
INSTALL := PYTHONWARNINGS=ignore $(PY) -m pip install --quiet --disable-pip-version-check --no-warn-script-location --retries 2 -c constraints.txt
# An editable install has no bytecode. Compiling it makes the first start as fast as the others.
COMPILE = $(PY) -m compileall -q tui content
PIP_FAILED = { echo "make: installing failed, see above. pip needs a network connection, and settings for a proxy if there is one." \
	"Run the same command again when it is fixed." >&2; exit 1; }

# The environment is made again if it was moved, if its Python was removed, or if PYTHON names another one.
STALE := $(shell if [ -e $(VENV)/.made ]; then \
	{ read -r place; read -r python; } < $(VENV)/.made; \
	if [ "$$place" != "$$PWD" ] || ! $(PY) -c "" 2>/dev/null || { [ -n "$(PYTHON)" ] && [ "$(PYTHON)" != "$$python" ]; }; \
	then rm -f $(VENV)/.made; fi; fi)

# Each shell, and the file name that it expects for a completion script.
SHELLS := bash:deepseek-tui zsh:_deepseek-tui fish:deepseek-tui.fish

.PHONY: help
help: ## List the targets
	@echo "make …"
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  \1|\2/p' Makefile | awk -F'|' '{ printf "%-16s%s\n", $$1, $$2 }'
	@echo "ARGS=… passes arguments: make run ARGS='--lang fr', make test ARGS='-k timeline -n0'"
	@echo "PYTHON=… selects the Python for .venv: make test PYTHON=python3.12"

.PHONY: run
run: $(VENV)/.run ## Open the dashboard
	@$(VENV)/bin/deepseek-tui $(ARGS)

.PHONY: test
test: $(VENV)/.dev ## Run all tests
	@$(PY) -m pytest $(ARGS)

.PHONY: fuzz
fuzz: $(VENV)/.dev ## Run long tests with hostile input: huge files, mutations, random keys
	@$(PY) -m pytest tests/fuzz tests/terminal/test_size.py -m "fuzz or not fuzz" --hypothesis-profile=fuzz $(ARGS)

.PHONY: check
check: $(VENV)/.dev ## Check style, types, imports, generated files and repository rules
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check --quiet . || { echo "make: some files are not formatted; run 'make format'" >&2; exit 1; }
	@$(PY) -m mypy --no-error-summary
	@$(VENV)/bin/lint-imports --no-logo > $(VENV)/imports.txt || { cat $(VENV)/imports.txt; exit 1; }
	@$(VENV)/bin/deepseek-tui schema | cmp - content/story.schema.json \
		|| { echo "make: content/story.schema.json is out of date; run 'make schema'" >&2; exit 1; }
	@for shell in $(SHELLS); do \
		$(VENV)/bin/deepseek-tui completion $${shell%%:*} | cmp - tui/completions/$${shell#*:} \
			|| { echo "make: tui/completions is out of date; run 'make completions'" >&2; exit 1; }; done
	@$(PY) -m pytest --quiet --no-header -n0 tests/unit/test_repository.py
	@echo "make: all checks passed"

.PHONY: format
format: $(VENV)/.dev ## Format the code and fix style where possible
	@$(PY) -m ruff check --quiet --fix-only .
	@$(PY) -m ruff format --quiet .

.PHONY: snapshots
snapshots: $(VENV)/.dev ## Accept the current snapshots; review the changes before you commit
	@$(PY) -m pytest --quiet -n0 tests/snapshots --snapshot-update $(ARGS)

.PHONY: scores
scores: $(VENV)/.dev ## Print precision and recall of what `new` finds in labelled articles
	@$(PY) -m pytest --quiet -n0 -s tests/unit/test_players.py tests/unit/test_labelled_numbers.py \
		tests/unit/test_attribution_extraction.py

.PHONY: screenshots
screenshots: $(VENV)/.dev ## Write the README's screenshots
	@PYTHONPATH=tests $(PY) screenshots/make.py

.PHONY: readme
readme: $(VENV)/.dev ## Write the README's table of keys
	@PYTHONPATH=tests $(PY) tests/readme_keys.py

.PHONY: schema
schema: $(VENV)/.dev ## Write the JSON Schema of the story format
	@$(VENV)/bin/deepseek-tui schema > $(VENV)/schema.json && cp $(VENV)/schema.json content/story.schema.json

.PHONY: completions
completions: $(VENV)/.dev ## Write the shell completion scripts
	@mkdir -p tui/completions
	@for shell in $(SHELLS); do \
		$(VENV)/bin/deepseek-tui completion $${shell%%:*} > $(VENV)/completion \
			&& cp $(VENV)/completion tui/completions/$${shell#*:} || exit 1; done

.PHONY: bench
bench: $(VENV)/.bench ## Compare with other dashboards, also in build/bench.json; ARGS=--quick is shorter
	@PYTHONPATH=tests $(PY) -m benchmarks $(ARGS)

.PHONY: wheel
wheel: $(VENV)/.dev ## Build the wheel into dist/
	@$(PY) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

.PHONY: clean
clean: ## Remove everything generated, including .venv
	@rm -rf $(VENV) build dist deepseek_tui.egg-info snapshot_report.html
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamp files are written last, so that an interrupted installation is repeated.
$(VENV)/.made:
	@found=; bare=; \
	for python in $(if $(PYTHON),"$(PYTHON)",python3.14 python3.13 python3.12 python3.11 python3); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		if "$$python" -c 'import venv, ensurepip' 2>/dev/null; then found=$$python; break; fi; \
		bare=$${bare:-$$python}; \
	done; \
	if [ -z "$$found" ] && [ -n "$$bare" ]; then \
		version=$$("$$bare" -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
		echo "make: $$bare cannot make environments: its modules venv and ensurepip are missing." \
			"On Debian and Ubuntu they are in the package python$$version-venv." >&2; exit 1; \
	elif [ -z "$$found" ]; then \
		echo "make: needs Python 3.11 or newer, and $(if $(PYTHON),$(PYTHON) is not one,found none on the PATH);" \
			"PYTHON=/path/to/python names one." >&2; exit 1; \
	fi; \
	echo "make: preparing .venv with $$("$$found" --version), only once" >&2; \
	rm -rf $(VENV) && "$$found" -m venv $(VENV) && \
	{ $(INSTALL) --upgrade pip setuptools || $(PIP_FAILED); } && \
	printf '%s\n' "$$PWD" "$(PYTHON)" > $@

$(VENV)/.run: $(VENV)/.made pyproject.toml constraints.txt
	@$(INSTALL) --no-build-isolation --editable . || $(PIP_FAILED)
	@$(COMPILE)
	@touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml constraints.txt
	@$(INSTALL) --no-build-isolation --editable . --group dev || $(PIP_FAILED)
	@$(COMPILE)
	@touch $@ $(VENV)/.run

$(VENV)/.bench: $(VENV)/.dev
	@$(INSTALL) --group bench || $(PIP_FAILED)
	@touch $@
