# What people do with this repository. Plain `make` lists it.
BUILD := swift build --explicit-target-dependency-import-check error

.PHONY: help setup run test check bench pages
help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing: libraries, PostgreSQL, a browser, Python packages
	@scripts/setup

# A debug build: from nothing it takes eight minutes on two cores, a release build twice that, and
# a demo for one person doesn't need the speed.
run: setup ## build, then serve the model sale, which opens 90 seconds later
	$(BUILD) --product onsale
	.build/debug/onsale demo

test: setup ## build everything and run every test, on SQLite and PostgreSQL, and in a browser
	$(BUILD) --build-tests
	@scripts/test

check: ## look at the format and tidiness of the sources, without running anything else
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	$(BUILD) --build-tests
	swift test --skip-build --disable-xctest --filter TidyTests

# A release build has a directory of its own, so that going back and forth doesn't build twice. With
# Swift's own libraries in it, as it is shipped.
bench: setup ## measure a release build beside this stack's own hello-world, into docs/performance.md
	$(BUILD) --configuration release --static-swift-stdlib --product onsale --scratch-path .build-release
	scripts/bench --write
	scripts/bench-growth --postgres --write

# `onsale storybook` serves the same to click through; scripts/pages --help says how to see less.
pages: setup ## photograph every page in every state, market and theme, into pages/index.html
	$(BUILD) --product onsale
	rm -rf pages
	.venv/bin/python scripts/pages --all pages
