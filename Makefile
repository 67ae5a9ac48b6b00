# Two commands do everything on a machine with Python 3.11 or 3.12, pip and make:
#   make demo    a local Discord, the real bot, a scripted visit, pictures in demo-output/
#   make test    formatting, lint, types, architecture and all tests
# Others: make run, make test-all, make bench, make diffusers, make fmt, make lock, make clean

VENV ?= .venv
BIN := $(VENV)/bin
# Whichever of these is 3.11 or 3.12; PYTHON=... overrides it.
PYTHON ?= $(shell for each in python3.12 python3.11 python3 python; do \
	$$each -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))' 2>/dev/null \
	&& { echo $$each; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --no-deps
PYTEST := $(BIN)/python -m pytest -n 2 --dist worksteal

.PHONY: demo run test test-all lint bench diffusers fmt lock clean

demo: $(VENV)/.installed
	$(BIN)/visage demo demo-output

run: $(VENV)/.installed
	$(BIN)/visage run

test: $(VENV)/.installed-dev lint
	$(PYTEST) -m "not slow and not gpu"

test-all: $(VENV)/.installed-dev lint
	$(PYTEST)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright
	$(BIN)/lint-imports

bench: $(VENV)/.installed
	$(BIN)/python -m benchmarks.stills

# Adds what VISAGE_MAKER=diffusers needs: six gigabytes, most of them for GPUs.
diffusers: $(VENV)/.installed-diffusers

fmt: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Needs uv; run it after changing the dependencies in pyproject.toml.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --quiet
lock:
	$(LOCK) --output-file requirements.lock
	$(LOCK) --group dev --output-file requirements-dev.lock
	$(LOCK) --extra diffusers --constraints requirements-dev.lock \
		--output-file requirements-diffusers.lock

clean:
	rm -rf $(VENV) demo-output

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Visage needs Python 3.11 or 3.12; none was found."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-build-isolation --editable .
	@touch $@

# Everything of requirements.lock, at the same versions, and the tools.
$(VENV)/.installed-dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes -r requirements-dev.lock
	$(PIP) --no-build-isolation --editable .
	@touch $@ $(VENV)/.installed

# Everything of requirements.lock too, at the same versions.
$(VENV)/.installed-diffusers: requirements-diffusers.lock | $(VENV)/.installed
	$(PIP) --require-hashes -r requirements-diffusers.lock
	@touch $@
