# Two commands do all set-up: `make serve` and `make test`. A second run skips what is done.
# What does not wait for another goes on beside it: the checks beside the build, npm beside pip.
MAKEFLAGS += --jobs=2
PYTHON ?= python3
BIN := .venv/bin
NODE_BIN := node_modules/.bin
DONE := build/done
failed = { echo; echo "make: $(1)" >&2; exit 1; }

.PHONY: serve site test test-fast test-browsers test-hosts check bench try-zensical clean

serve: site  ## build the site and serve it on http://127.0.0.1:8000
	@$(BIN)/python -m publish serve

site: $(DONE)/python $(DONE)/node  ## build the site into site/
	@$(BIN)/python -m publish build

test: check site $(DONE)/chromium  ## run every check and test
	@$(BIN)/python -m pytest -n auto --dist worksteal

test-fast: check  ## run the checks and the tests that need neither a built site nor a browser
	@$(BIN)/python -m pytest -n auto --dist worksteal --ignore tests/site --ignore tests/browsers

test-browsers: site  ## boot, answer, save, open and leave in browsers that Playwright cannot drive, as far as they are installed
	@$(BIN)/python -m pytest tests/browsers

test-hosts: $(DONE)/python  ## what the build writes for hosts, in nginx, Caddy and Apache where they are installed
	@$(BIN)/python -m pytest -m hosts

check: $(DONE)/python $(DONE)/node
	@$(BIN)/ruff check . || $(call failed,ruff found something to mend: see above.)
	@$(BIN)/ruff format --check . || $(call failed,run $(BIN)/ruff format . and look at what it changed.)
	@$(BIN)/mypy || $(call failed,the type checker found something to mend: see above.)
	@$(NODE_BIN)/tsc || $(call failed,the type checker found something to mend in the page's scripts: see above.)
	@$(NODE_BIN)/tsc --project tsconfig.workers.json || $(call failed,the type checker found something to mend in the scripts of workers: see above.)
	@! $(NODE_BIN)/biome lint --reporter=github 2>&1 | grep . || $(call failed,the linter found something to mend in the page's scripts: see above.)
	@node --test tests/scripts/*.test.js || $(call failed,a test of the page's scripts failed: see above.)
	@node tests/oldest.mjs || $(call failed,the page's scripts use what the oldest browsers lack: see above.)

bench: site $(DONE)/chromium  ## print the timings beside plain Pyodide's
	@$(BIN)/python -m publish.bench

try-zensical: $(DONE)/python  ## build a copy with the generator that follows Material, and say what differs
	@$(BIN)/python -m publish.try_zensical

clean:
	rm -rf .venv node_modules build site

$(DONE)/python: requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 12))' \
	  || $(call failed,Python 3.12 or newer is needed. Install it$(comma) or name one: make PYTHON=python3.13 test)
	@test -d .venv || $(PYTHON) -m venv .venv \
	  || $(call failed,Python could not make a virtual environment. On Debian: apt-get install python3-venv)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt \
	  || $(call failed,pip could not install requirements/dev.txt. Is the Python package index within reach?)
	@mkdir -p $(DONE) && touch $@

$(DONE)/node: package-lock.json
	@command -v npm >/dev/null || $(call failed,Node and npm are needed: install Node 20 or newer.)
	@npm ci --no-audit --no-fund --loglevel=error \
	  || $(call failed,npm could not install package-lock.json. Is the npm registry within reach?)
	@mkdir -p $(DONE) && touch $@

$(DONE)/chromium: $(DONE)/python
	@sh tests/chromium.sh || $(call failed,no Chromium for the browser tests. Install one$(comma) then run this again.)
	@mkdir -p $(DONE) && touch $@

comma := ,
