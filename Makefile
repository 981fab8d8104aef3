# The commands of the project. `make demo` and `make test` do their own set-up.

SHELL := /bin/bash
SOURCES := Package.swift Sources Tests Benchmarks

.PHONY: help setup demo serve deb release test check-claims calibrate lint format bench sanitize fuzz record

help:
	@echo "make demo     build, and map Data/harbour-trust into Output/"
	@echo "make serve    build, and open the pages of Data/harbour-trust for a browser"
	@echo "make deb      build a Debian package with all in it, and the same as a tar archive"
	@echo "make release  build and pack everything that a release has, from a clean tree (Docs/Releases.md)"
	@echo "make test     build, and run every test"
	@echo "make check-claims   read what Weft says of 44 trusts, asked in many ways, beside their raw files"
	@echo "make calibrate   measure how often verdicts are right on simulated trusts, into Docs/Honesty.md"
	@echo "make lint     check the style of all Swift files"
	@echo "make format   put all Swift files in that style"
	@echo "make bench    time the engine beside its peers (Benchmarks/README.md)"
	@echo "make sanitize run the engine's tests under the thread and address sanitizers"
	@echo "make fuzz     give made-up files, settings and questions to Weft, for TIME seconds each (Docs/Reliability.md)"
	@echo "make record   make the sample data and the recorded files again"

setup:
	@Scripts/setup

demo: setup
	swift build -c release --product weft
	.build/release/weft map Data/harbour-trust -o Output --force
	@echo "Open Output/index.html in a browser."

serve: export WEFT_SERVE = 1
serve: setup
	swift build -c release --product weft-serve
	env -u WEFT_SERVE .build/release/weft-serve Data/harbour-trust

# weft and weft-serve with Swift's runtime in them; takes about ten minutes.
deb: setup
	@Scripts/setup-packaging
	Packaging/build

# Into .build/weft-VERSION. Packed twice, to see that the bytes are the same.
release: setup
	@Scripts/setup-packaging
	Packaging/release

# The benchmarks and the server are built with the tests, so that no change leaves them behind.
test: export WEFT_BENCHMARKS = 1
test: export WEFT_SERVE = 1
test: setup
	@Scripts/setup-accessibility
	@Scripts/setup-strace
	@Scripts/setup-schemas
	swift build --build-tests
	env -u WEFT_BENCHMARKS -u WEFT_SERVE swift test --skip-build --disable-xctest

# Every network with every question; `make test` asks a few. Takes about half an hour (Tests/Checker/README.md).
check-claims: setup
	swift build --product weft
	python3 Tests/Checker/check.py .build/debug/weft --full

# Some minutes; RUNS=1000 takes longer and says it closer.
RUNS ?= 300
calibrate:
	swift build --product calibrate
	.build/debug/calibrate $(RUNS) > .build/calibrated.md
	sed -i '/^<!-- make calibrate -->$$/q' Docs/Honesty.md
	cat .build/calibrated.md >> Docs/Honesty.md

lint:
	swift format lint --strict --parallel --recursive $(wildcard $(SOURCES))

format:
	swift format --in-place --parallel --recursive $(wildcard $(SOURCES))

bench: setup
	cd Benchmarks && swift build -c release --product engine-bench
	python3 Benchmarks/peers.py

# The engine's tests under the sanitizers, each in a build of its own; takes about twenty minutes.
sanitize: export WEFT_PLAIN = 1
sanitize: setup
	swift build --build-tests --sanitize=address --scratch-path .build/address
	swift test --skip-build --disable-xctest --sanitize=address --scratch-path .build/address --filter GraphEngineTests
	swift build --build-tests --sanitize=thread --scratch-path .build/thread
	swift test --skip-build --disable-xctest --sanitize=thread --scratch-path .build/thread --filter GraphEngineTests

# Generated inputs under libFuzzer: TIME seconds for each target; what fails is kept in .build/fuzz-found.
TIME ?= 60
FUZZERS ?= FuzzSettings FuzzFind FuzzRead
fuzz: export WEFT_FUZZ = 1
fuzz: export SWIFT_BACKTRACE = enable=no
fuzz: setup
	@mkdir -p .build/fuzz-found
	@for target in $(FUZZERS); do \
	  swift build -c release --scratch-path .build/fuzz -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld --product $$target || exit 1; \
	  mkdir -p .build/fuzz-seeds/$$target; \
	  nice .build/fuzz/release/$$target -max_total_time=$(TIME) -timeout=10 -print_final_stats=1 \
	    -artifact_prefix=.build/fuzz-found/$$target- .build/fuzz-seeds/$$target Tests/Fuzz/Seeds/$$target || exit 1; \
	done

record: setup
	swift build --product weft
	rm -rf Data/harbour-trust
	.build/debug/weft sample Data/harbour-trust
	.build/debug/weft measures --markdown > Docs/Measures.md
	.build/debug/weft explain --settings > Docs/Settings.md
	.build/debug/weft draw ranking Data/harbour-trust --paper column -o Docs/Pictures/ranking.svg
	.build/debug/weft draw partners Data/harbour-trust --paper column -o Docs/Pictures/partners.svg
	rm -rf .build/first-minutes && mkdir -p .build/first-minutes
	.build/debug/weft import Data/first-minutes/staff.csv Data/first-minutes/answers.csv -o .build/first-minutes/my-trust --no-map
	.build/debug/weft draw ranking .build/first-minutes/my-trust --paper inset -o Docs/Pictures/first-minutes.svg
