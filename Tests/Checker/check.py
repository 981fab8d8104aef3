"""Checks what Weft says of a workspace against its raw files.

    python3 check.py WEFT [--full] [--only NAME ...] [--details] [--work FOLDER] [--jobs N]

Prints a table, a run a line, and each kind of what is wrong with an example from each place. `known.txt` lists the kinds that are not
yet mended; the exit code is 1 when another occurs, and when one of them no longer does.
"""

import argparse
import collections
import multiprocessing
import os
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback

import commands
import make
from figures import Figures
from outputs import Map, run
from raw import Workspace
from truth import Period, words

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "Data")


class Question:
    """One way of asking: boundary, depth, period, paper and names."""

    def __init__(self, by=None, depth=None, period=None, paper=None, names=None, figures=True, commands=False, in_text=False):
        self.by, self.depth, self.period, self.paper, self.names = by, depth, period, paper, names
        self.figures, self.commands, self.in_text = figures, commands, in_text

    @property
    def study(self):
        """The options of every command that measures."""
        found = []
        for option, value in [("--by", self.by), ("--depth", self.depth), ("--period", self.period)]:
            found += [option, str(value)] if value else []
        return found

    @property
    def arguments(self):
        found = list(self.study)
        for option, value in [("--paper", self.paper), ("--names", self.names)]:
            found += [option, value] if value else []
        return found + ([] if self.figures else ["--no-figures"])

    def __str__(self):
        return " ".join(self.arguments)


# Networks whose commands are asked in every run; in a full run those of all are.
COMMANDS = {"harbour-trust", "karate-club", "plain", "no-partners", "undated", "no-ties"}
# Asked of some networks in a full run.
MORE = {
    "harbour-trust": [
        Question("hub", commands=True, in_text=True), Question("phase"), Question("team-kind"), Question("role"), Question(depth=3),
        Question(depth=5), Question(period="2024-06-01", commands=True), Question(period="2025-09-01/2026-07-31"),
        Question(period="all"), Question(paper="a4p"), Question(paper="a3"), Question(paper="slide", by="hub"),
        Question(names="full"),
    ],
}
MADE_MORE = [Question("hub"), Question(depth=3), Question(period="2025-09-15", commands=True), Question(paper="a4p"), Question(names="full"),
             Question("phase", depth=4), Question("role", paper="a3"), Question(period="2025-09-01/2026-03-01", paper="slide")]


class Result:
    def __init__(self, name, question):
        self.name, self.question = name, question
        self.claims, self.failed, self.broken = None, None, False


def check(weft, name, folder, question, work):
    result = Result(name, question)
    ws = Workspace(folder)
    out = os.path.join(work, f"out-{os.getpid()}")
    shutil.rmtree(out, ignore_errors=True)
    code, _, error = run(weft, "map", folder, "-o", out, *question.arguments)
    if code != 0:
        result.failed = error.strip().splitlines()[-1:] or [f"exit {code}"]
        return result
    said = Map(out)
    day = question.period or day_of(ws, said)
    checker = Figures(ws, question.by, question.depth or 1, day)
    people = re.search(r"^([\d,]+) (?:people|person) ·", said.summary, re.M)
    if people and int(people.group(1).replace(",", "")) > len(checker.main.people):
        truth = len(checker.main.people)
        ws.counts_unstarted = True
        checker = Figures(ws, question.by, question.depth or 1, day)
        if len(checker.main.people) == int(people.group(1).replace(",", "")):
            checker.claims.claim("people-not-yet-started", "summary.md", people.group(0), people.group(1), False, f"{truth} were in post")
        else:
            ws.counts_unstarted = False
            checker = Figures(ws, question.by, question.depth or 1, day)
    checker.check_map(said, question.names or "pseudonym")
    if question.commands:
        commands.check(weft, folder, question, checker)
    checker.claims.compare()
    result.claims = checker.claims
    return result


def day_of(ws, out):
    """The day on which a page looks at things where none was asked for: the newest of ties and people, or of all files."""
    newest = [d for d in (ws.newest, ws.newest_record) if d]
    said = [d for d in newest if f"on {words(d)}" in out.summary]
    return Period(said[0], said[0]) if said else None


def networks(args, work):
    """The networks and what is asked of each."""
    found = []
    for name in ["harbour-trust", "karate-club", "southern-women"]:
        found.append((name, os.path.join(DATA, name), MORE.get(name, [])))
    for spec in make.SPECS:
        if args.full or spec.name in make.FEW or spec.name in (args.only or []):
            folder = os.path.join(work, "made", spec.name)
            make.make(spec, folder)
            # Three further questions each, in turn, so that every question is asked of a third of the networks.
            found.append((spec.name, folder, [MADE_MORE[(3 * spec.seed + k) % len(MADE_MORE)] for k in range(3)]))
    return [(name, folder, [Question(commands=args.full or bool(args.only) or name in COMMANDS)] + (more if args.full else []))
            for name, folder, more in found if not args.only or name in args.only]


def attempt(task):
    """One run; a wording that the checker itself trips over is a result, and the others still count."""
    weft, name, folder, question, work = task
    try:
        return check(weft, name, folder, question, work)
    except Exception:
        result = Result(name, question)
        result.failed, result.broken = ["the checker failed: " + traceback.format_exc()], True
        return result


def known_kinds(is_full):
    """Kinds that are wrong and not yet mended, with the reason; those marked "full" occur in full runs alone."""
    kinds = {}
    with open(os.path.join(HERE, "known.txt")) as file:
        for line in file:
            run_, kind, *reason = line.strip().split(" ", 2) if line.strip() and not line.startswith("#") else [None, None]
            if kind and (is_full or run_ == "always"):
                kinds[kind] = reason[0] if reason else ""
    return kinds


def main():
    # Whoever started this may have signals blocked, and a pool ends its workers by one.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    parser = argparse.ArgumentParser()
    parser.add_argument("weft")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--work")
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1))
    args = parser.parse_args()
    work = args.work or tempfile.mkdtemp(prefix="weft-claims-")
    os.makedirs(work, exist_ok=True)
    start, results = time.time(), []
    print(f"{'workspace':22} {'asked':42} {'claims':>7} {'false':>6} {'contra':>6} {'absent':>6} {'unread':>6} {'unjudged':>8}")
    tasks = [(args.weft, name, folder, question, work) for name, folder, questions in networks(args, work) for question in questions]
    with multiprocessing.Pool(args.jobs) as pool:
        for result in pool.imap(attempt, tasks):
            results.append(result)
            asked = f"{result.name:22} {str(result.question)[:42]:42}"
            if result.failed:
                print(f"{asked} not mapped: {result.failed[0]}")
                continue
            c = result.claims
            print(f"{asked} {c.count:7} {len(c.false):6} {len(c.contradictions):6} {len(c.absences):6} {len(c.unparsed):6} {c.unjudged:8}", flush=True)
    broken = [r for r in results if r.broken]
    kinds = collections.OrderedDict()
    for r in results:
        if not r.claims:
            continue
        for sort, entries in [("false", r.claims.false), ("contradiction", r.claims.contradictions),
                              ("absence", r.claims.absences), ("unparsed", r.claims.unparsed)]:
            for kind, where, text, why in entries:
                kinds.setdefault(f"{sort}:{kind}".replace(" ", "_"), []).append((r.name, str(r.question), where, text, why))
    print()
    for kind, entries in sorted(kinds.items(), key=lambda e: -len(e[1])):
        print(f"{len(entries):5} {kind}")
        places, shown = set(), 0
        for name, question, where, text, why in entries:
            place = where.split(":")[0] if not args.details else (name, question, where, text)
            if place in places or (not args.details and shown >= 4):
                continue
            places.add(place)
            shown += 1
            print(f"        {name} {question} | {where} | {text[:230]}\n            -> {why[:230]}")
    total = sum(r.claims.count for r in results if r.claims)
    wrong = sum(len(e) for k, e in kinds.items() if not k.startswith("unparsed"))
    print(f"\n{total:,} claims of {len(results)} runs, {wrong:,} wrong, {sum(len(e) for k, e in kinds.items() if k.startswith('unparsed')):,} not read; {time.time() - start:.0f} s")
    if not args.work:
        shutil.rmtree(work, ignore_errors=True)
    known = known_kinds(args.full or bool(args.only))
    new = sorted(set(kinds) - set(known))
    gone = sorted(set(known) - set(kinds)) if not args.only else []
    for kind in sorted(set(kinds) & set(known)):
        print(f"known: {kind} ({len(kinds[kind])}): {known[kind]}")
    for kind in new:
        print(f"NEW: {kind} ({len(kinds[kind])}): say what is so; if it has to wait, known.txt takes a line with the reason")
    for kind in gone:
        print(f"MENDED: {kind} no longer occurs: take its line out of known.txt")
    return 1 if new or gone or broken else 0


if __name__ == "__main__":
    sys.exit(main())
