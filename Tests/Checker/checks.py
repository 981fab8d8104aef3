"""Each claim beside what is so. A function for each kind of `sentences.py`; it says what was said and what is true."""

import collections
import math
import re

import sentences as say
from raw import MONTHS, folded
from truth import CENTRAL, Ledger, Knowing, Period, Study, blau, components, parts_without, words

UNKNOWN = object()


def same_percent(text, share):
    """Whether a percentage as printed is a share rounded."""
    if share is None:
        return False
    value = share * 100
    if text.lower().startswith("under"):
        return 0 < value < 1.0001
    if text.lower().startswith("over"):
        return 98.9999 < value < 100
    return abs(int(re.match(r"\d+", text).group()) - value) <= 0.5 + 1e-6


def same_decimal(text, value):
    if value is None:
        return False
    places = len(text.partition(".")[2])
    return abs(float(text) - value) <= 0.5 * 10 ** -places + 1e-6


def rounded(value):
    """The whole numbers that a number may be printed as: both where it lies half-way."""
    return {math.floor(value + 0.5 - 1e-6), math.floor(value + 0.5 + 1e-6)}


def per_cent(share):
    return "undefined" if share is None else f"{share * 100:.1f}%"


class Claims:
    """What was said in one run, and what of it is wrong."""

    def __init__(self):
        # Claims judged, and claims that were read and that nothing here can judge.
        self.count = self.unjudged = 0
        self.false, self.contradictions, self.absences, self.unparsed = [], [], [], []
        self.said = collections.defaultdict(list)

    def claim(self, kind, where, text, said, is_so, truth, absence=False):
        self.count += 1
        if not is_so:
            (self.absences if absence else self.false).append((kind, where, text, f"said {said}; true is {truth}"))
        return is_so

    def pass_over(self):
        """Counts a claim that is understood and not judged."""
        self.unjudged += 1

    def fact(self, key, value, where, text):
        """One fact said somewhere: all who say it must say the same."""
        self.said[key].append((value, where, text))

    def compare(self):
        """Adds each fact of which two values were said."""
        for key, entries in self.said.items():
            values = {}
            for value, where, text in entries:
                values.setdefault(value, (where, text))
            if len(values) > 1:
                self.count += 1
                self.contradictions.append((str(key[0]), " | ".join(f"{v!r} in {w}" for v, (w, _) in values.items()),
                                            " | ".join(t for _, t in values.values()), f"one fact, {len(values)} values: {key}"))
            else:
                self.count += 1


class At:
    """Where something was said, and at which level."""

    def __init__(self, where, study, figure=None, boundary_study=None):
        self.where, self.study, self.figure = where, study, figure
        self.asked = boundary_study or study
        # The group that a sentence is about, where what stands beside it says so.
        self.subject = None
        self.name = where.split(".")[0]


class Checker:
    def __init__(self, ws, by=None, depth=1, period=None, min_group=5, min_link=3):
        self.ws, self.claims = ws, Claims()
        self.min_group, self.min_link = min_group, min_link
        self.main = Study(ws, by, depth, period)
        if period and self.main.period.last:
            self.ws = ws = self.main.ws = ws.known(self.main.period.last)
        self.by, self.depth, self.period = self.main.by, self.main.depth, self.main.period
        self.cache = {}
        self.day = self.period.last
        self.ledgers = {}
        self.knowings = {}
        self.boundaries = [b for b in ["school", "hub", "phase", "team", "team-kind", "role"]
                           + list(ws.tables["people"].attributes)
                           + ["school." + a for a in (ws.tables["schools"].attributes if "schools" in ws.tables else [])]]
        ones = [self.one(b) for b in self.boundaries] + ["group"]
        manys = [self.many(b) for b in self.boundaries] + ["groups"]
        compiled = lambda patterns: say.compile_for(patterns, ones, manys)
        self.patterns = {"summary": compiled(say.SUMMARY), "figure": compiled(say.FIGURES),
                         "basis": compiled(say.BASIS), "command": compiled(say.COMMANDS)}

    # Words for boundaries.

    @staticmethod
    def one(by):
        return "kind of team" if by == "team-kind" else by

    @staticmethod
    def many(by):
        if by == "team-kind":
            return "kinds of team"
        if by.endswith("y") and by[-2] not in "aeiou":
            return by[:-1] + "ies"
        return by + "es" if by.endswith(("s", "x", "ch")) else by + "s"

    def boundary(self, word):
        return next((b for b in self.boundaries if word.lower() in (self.one(b).lower(), self.many(b).lower())), None)

    def study(self, by=None, depth=None):
        key = (by or self.by, depth or self.depth)
        if key not in self.cache:
            self.cache[key] = self.main if key == (self.by, self.depth) else Study(self.ws, key[0], key[1], self.period)
        return self.cache[key]

    def ledger(self, day=None):
        """Partnerships as at the page's own day: what happened up to it, or the newest day that any file has."""
        day = day or self.page_day
        if day not in self.ledgers:
            study = Study(self.ws, self.by, 1, Period(day, day) if day else Period())
            self.ledgers[day] = Ledger(study, day)
        return self.ledgers[day]

    @property
    def newest(self):
        """The newest day that any file has."""
        days = [d for d in (self.ws.newest, self.ws.newest_record) if d]
        return max(days) if days else None

    @property
    def page_day(self):
        return self.day or self.newest

    def knowing(self, by=None):
        study = self.study(by or ("school" if self.ws.schools else self.by))
        if study.by not in self.knowings:
            self.knowings[study.by] = Knowing(study)
        return self.knowings[study.by]

    # Reading.

    def read(self, text, at, *families):
        """Checks the sentences of a text, each by the first pattern that it matches."""
        for sentence in say.split(text):
            self.read_one(sentence, at, *families)

    def read_one(self, sentence, at, *families, quietly=False):
        for family in families:
            for kind, pattern in self.patterns[family]:
                # A headline is taken whole only by words that hold its semicolon.
                found = pattern.fullmatch(sentence) if quietly is not True or "; " in pattern.pattern else None
                if not found:
                    continue
                if kind in say.CONTEXT:
                    return kind
                verdict = getattr(self, "check_" + kind.replace("-", "_"))(sentence, found.groupdict(), at)
                if verdict is not False:
                    return kind
        if quietly is False:
            self.claims.unparsed.append(("unparsed", at.where, sentence, ""))
        return None

    def group(self, name, study, at=None, text=""):
        """The id of a group by its name along a study's boundary."""
        name = CENTRAL if name == "the central team" else name
        # A sentence begins with a capital that the name may not have.
        hits = [g for g, n in study.names.items() if name in (n, n[:1].upper() + n[1:])]
        if at and len(hits) > 1:
            self.claims.claim("ambiguous-name", at.where, text, name, False, f"{len(hits)} {self.many(study.by)} are called so")
            return at.subject if at.subject in hits else hits[0]
        return hits[0] if hits else None

    def groups_of(self, text, study):
        """The groups of a list of names; names may hold "and"."""
        found, rest = [], re.sub(r"(^|, | and )the (?=central team)", r"\1", text, flags=re.I)
        names = sorted(study.names.items(), key=lambda e: -len(e[1]))
        while rest:
            # A headline may begin with a capital that the name has not.
            hit = next(((g, n) for g, n in names if rest.lower().startswith(n.lower()) and re.match(r"$|, | and ", rest[len(n):])), None)
            if not hit:
                return None
            found.append(hit[0])
            rest = re.sub(r"^(, | and )", "", rest[len(hit[1]):])
        return found

    def others_of(self, text, at, groups, study):
        """The central team alone is no school, so that no school is another to it."""
        alone = study.by == "school" and [study.names[g] for g in groups] == [CENTRAL]
        self.claims.claim("centre-a-school", at.where, text, "other", alone != bool(re.search(r"\bother \w+", text)), "the central team is no school" if alone else "there are others")

    def number_is(self, kind, text, at, said, truth, key=None, absence=False):
        said = say.number(said)
        if key:
            self.claims.fact(key, said, at.where, text)
        truths = truth if isinstance(truth, (set, list)) else {truth}
        return self.claims.claim(kind, at.where, text, said, said in truths, truth, absence and said == 0)

    def beside_small(self, study, part):
        """How many groups may be kept back beside those of few people, where a sentence says it speaks of those shown."""
        return len([g for g in study.sizes if study.sizes[g] < self.min_group]) if part else 0

    def happened(self, kind, text, at, said, entries, picked=lambda entry: True, key=None, absence=False):
        """A number of things that happened: those up to the page's day."""
        entries = list(entries)
        now, ever = (len([e for e in es if picked(e)]) for es in (self.upto(entries), entries))
        if now != ever and say.number(said) == ever:
            kind = "after-the-page"
        self.number_is(kind, text, at, said, now, key, absence)

    def percent_is(self, kind, text, at, said, truth):
        return self.claims.claim(kind, at.where, text, said, same_percent(said, truth), per_cent(truth))

    # The first line.

    def check_people(self, text, m, at):
        self.number_is("people", text, at, m["n"], len(self.main.people), ("people",))

    def check_groups(self, text, m, at):
        by = self.boundary(m["word"])
        if by is None:
            return False
        study = self.study(by)
        truth = len(study.sizes)
        if by == "school":
            truth = len([g for g in study.sizes if study.names[g] != CENTRAL])
        self.number_is("school-count" if by == "school" else "groups", text, at, m["n"], truth, ("groups", by))
        if m["shown"]:
            shown = len([g for g in study.sizes if study.sizes[g] >= self.min_group and (by != "school" or study.names[g] != CENTRAL)])
            beside = self.beside_small(study, True)
            self.number_is("groups-shown", text, at, m["shown"], set(range(shown - beside, shown + 1)))

    def check_pairs(self, text, m, at):
        study = at.study
        every = {study.arc_count} | rounded(study.total) | rounded(sum(study.pairs.values()))
        self.number_is("ties", text, at, m["n"], every, None if m["in"] else ("ties", study.depth))
        if m["in"]:
            self.number_is("ties-in", text, at, m["in"], {study.arc_count} | rounded(study.total), ("ties", study.depth))

    def check_left_out(self, text, m, at):
        study = at.study
        self.number_is("left-out", text, at, m["n"], len(study.group_of))
        inside = sum(s for p, s in study.pairs.items() if all(i in study.group_of for i in p))
        if not study.directed:
            self.number_is("left-out-ties", text, at, m["tied"], rounded(inside))

    def check_answered(self, text, m, at):
        asked, answered = self.main.coverage()
        self.percent_is("answered", text, at, m["p"], answered / asked if asked else None)

    def check_answered_all(self, text, m, at):
        asked, answered = self.main.coverage()
        self.claims.claim("answered-all", at.where, text, m["n"], say.number(m["n"]) == asked == answered, f"{answered} of {asked}")

    def check_answered_unknown(self, text, m, at):
        asked, _ = self.main.coverage()
        self.claims.claim("answered", at.where, text, "not recorded", asked == 0, f"{asked} asked", True)

    def check_when(self, text, m, at):
        self.claims.fact(("the page's time",), m["when"], at.where, text)
        self.claims.claim("period", at.where, text, m["when"], m["when"] == self.period.in_words, self.period.in_words)

    def check_depth(self, text, m, at):
        self.number_is("depth", text, at, m["n"], self.depth)

    # Verdicts.

    def _whole(self, kind, text, m, at, is_kind):
        study = self.level(text, at)
        self.percent_is(kind, text, at, m["p"], study.share)
        self.percent_is(kind, text, at, m["chance"], study.expected)
        self.claims.fact(("share across", study.by, study.depth, study.scope), m["p"], at.where, text)
        value = None if study.share is None else 2 * study.share - 1
        self.claims.claim(kind, at.where, text, m["ei"], same_decimal(m["ei"], value), value)
        # Where some group is hidden, the expectation stands in whole per cent alone.
        if m.get("eie"):
            self.claims.claim(kind, at.where, text, m["eie"], same_decimal(m["eie"], 2 * study.expected - 1), study.expected)
        else:
            small = [g for g in study.sizes if 0 < study.sizes[g] < self.min_group]
            self.claims.claim(kind, at.where, text, "no expectation", bool(small), small)
        self.claims.claim(kind, at.where, text, kind, is_kind(study), f"share {study.share}, chance {study.expected}")
        # A comparison of two numbers that read the same says nothing that is so.
        if kind != "whole-as-chance":
            self.claims.claim("compares-equals", at.where, text, f"{m['p']} beside {m['chance']}", m["p"] != m["chance"],
                              "they are the same number")

    def level(self, text, at):
        """The study at the boundary that a sentence names."""
        found = re.search(r"from one (.+?) to another", text)
        by = self.boundary(found.group(1)) if found else None
        return at.study if by in (None, at.study.by) else self.study(by, at.study.depth)

    def check_whole_inward(self, text, m, at):
        self._whole("whole-inward", text, m, at, lambda s: s.share < s.expected)

    def check_whole_outward(self, text, m, at):
        self._whole("whole-outward", text, m, at, lambda s: s.share > s.expected)

    def check_whole_as_chance(self, text, m, at):
        self._whole("whole-as-chance", text, m, at, lambda s: True)

    def check_sureness(self, text, m, at):
        z = self.z(at.study)
        if z is None or len(at.study.group_of) < 20:
            self.claims.pass_over()
        else:
            p = max(1e-300, math.erfc(z / math.sqrt(2)) / 2)
            found = re.match(r"(?:less than|about) (\d+) in ([\d,]+)", m["odds"])
            said = int(found.group(1)) / int(found.group(2).replace(",", ""))
            close = p < said if "less" in m["odds"] else 0.6 * said <= p <= 1.6 * said
            self.claims.claim("sureness", at.where, text, m["odds"], close, f"p {p:.2g}")
        if m["rest"]:
            self.read_one(m["rest"], at, "summary")

    def z(self, study):
        """How many standard deviations more ties lie within groups than when people's groups are dealt out anew (Cliff & Ord 1981)."""
        weights, ends = [], collections.Counter()
        for (a, b), share in study.pairs.items():
            if a in study.group_of and b in study.group_of:
                weights.append(share)
                ends[a] += share
                ends[b] += share
        n, total = len(study.group_of), sum(weights)
        if n < 4 or not total:
            return None
        falling = lambda x, k: math.prod(x - i for i in range(k))
        sizes = list(study.sizes.values())
        squares = sum(w * w for w in weights)
        shared = sum(e * e for e in ends.values()) - 2 * squares
        p2 = sum(falling(s, 2) for s in sizes) / falling(n, 2)
        p3 = sum(falling(s, 3) for s in sizes) / falling(n, 3)
        within = [falling(s, 2) for s in sizes]
        p22 = (sum(falling(s, 4) for s in sizes) + sum(within) ** 2 - sum(w * w for w in within)) / falling(n, 4)
        variance = squares * p2 + shared * p3 + (total * total - squares - shared) * p22 - (total * p2) ** 2
        return (total - study.crossing - total * p2) / math.sqrt(variance) if variance > 1e-9 else None

    def check_interval(self, text, m, at):
        # The interval holds the share that was seen; the bounds hold it too.
        study = at.study
        if study.share is None:
            self.claims.claim("interval", at.where, text, text, False, "there are no ties")
            return
        if m["lo"]:
            low, high = self.interval(study)
            self.percent_is("interval", text, at, m["lo"], low)
            self.percent_is("interval", text, at, m["hi"], high)

    def interval(self, study):
        """The jackknife over people (Snijders & Borgatti 1999), each beside the mean of their own group."""
        inside, outside = collections.Counter(), collections.Counter()
        for (a, b), share in study.pairs.items():
            g, h = study.group_of.get(a), study.group_of.get(b)
            if g is None or h is None:
                continue
            for i in (a, b):
                (inside if g == h else outside)[i] += share
        total, crossing = study.total, study.crossing
        changes = collections.defaultdict(list)
        for i in study.group_of:
            left = total - inside[i] - outside[i]
            changes[study.group_of[i]].append((crossing - outside[i]) / left - crossing / total)
        n, squares = len(study.group_of), 0
        for own in changes.values():
            k = len(own)
            mean = sum(own) / k if k > 1 else 0
            squares += sum((c - mean) ** 2 for c in own) * (k / (k - 1) if k > 1 else 1)
        error = math.sqrt((n - 2) / (2 * n) * squares)
        share = crossing / total
        return max(0, share - 1.96 * error), min(1, share + 1.96 * error)

    def check_few_crossing(self, text, m, at):
        study = self.level(text, at)
        said = (m["k"], m["of"])
        close = abs(study.crossing - m["k"]) <= 1 and abs(study.total - m["of"]) <= 1
        self.claims.claim("few-crossing", at.where, text, said, close, f"{study.crossing:g} of {study.total:g} ties cross")

    def check_no_crossing(self, text, m, at):
        study = self.level(text, at)
        self.claims.claim("no-crossing", at.where, text, "no tie crosses", study.crossing == 0, f"{study.crossing:g} ties cross", True)

    def check_not_asked_across(self, text, m, at):
        self.check_no_crossing(text, m, at)
        whole = getattr(at.study, "whole", None)
        if whole:
            # Of one hub: whoever names people elsewhere was asked about more than their own school.
            out = len([p for p in whole.pairs if (p[0] in at.study.people) != (p[1] in at.study.people)])
            self.claims.claim("not-asked-beyond", at.where, text, "not asked", out < 3 or out < 0.05 * (out + len(at.study.pairs)) or not whole.crossing,
                              f"{out} ties to the rest of the trust", True)

    def check_whole_fixed(self, text, m, at):
        study = at.asked
        self.percent_is("whole-share", text, at, m["p"], study.share)
        people = len(study.people)
        self.claims.claim("whole-fixed", at.where, text, "no other share", len(study.pairs) * 2 == people * (people - 1), f"{len(study.pairs)} pairs of {people} people")

    def check_whole_one(self, text, m, at):
        sizes = at.study.sizes if hasattr(at.study, "sizes") else self.main.sizes
        self.claims.claim("whole-one", at.where, text, "one", len(sizes) == 1, len(sizes))

    def check_whole_too_little(self, text, m, at):
        self._why(text, m["why"], at, round(at.study.total), at.study.coverage(), None)

    def _why(self, text, why, at, ties, coverage, name):
        found = re.search(rf"rests on ({say.NUMBER}) ties?|has? only ({say.NUMBER}) ties?", why, re.I)
        if found:
            said = say.number(found.group(1) or found.group(2))
            self.claims.claim("too-little", at.where, text, f"{said} ties", said == ties, f"{ties} ties")
            self.claims.claim("too-little-of-many", at.where, text, f"{said} ties are too few", said < 10, f"{said} ties are no small number")
        if re.search(r"no ties are on record|no recorded ties", why):
            self.claims.claim("too-little", at.where, text, "no ties", ties == 0, f"{ties} ties", True)
        if "nobody in it answered" in why:
            self.claims.claim("too-little", at.where, text, "nobody answered", coverage[0] > 0 == coverage[1], f"{coverage[1]} of {coverage[0]} answered", True)
        if "nobody in it is on record as asked" in why:
            self.claims.claim("too-little", at.where, text, "nobody asked", coverage[0] == 0 < at.study.coverage()[0], f"{coverage[0]} of the group asked", True)
        found = re.search(rf"only ({say.PERCENT})", why)
        if found:
            self.percent_is("too-little", text, at, found.group(1), coverage[1] / coverage[0] if coverage[0] else None)

    def _group(self, kind, text, m, at, is_kind=None):
        study = at.asked
        g = self.group(m["name"], study, at, text)
        if g is None:
            study = next((s for s in (self.study(b, at.study.depth) for b in self.boundaries) if self.group(m["name"], s)), None)
            g = study and self.group(m["name"], study)
            if g is None:
                self.claims.claim(kind, at.where, text, m["name"], False, "there is no such group")
                return
        ties = study.inside[g] + study.outside[g]
        self.percent_is(kind, text, at, m["p"], study.group_share(g))
        self.number_is(kind, text, at, m["n"], rounded(ties), ("ties of a group", study.by, g, study.depth, study.scope))
        self.percent_is(kind, text, at, m["chance"], study.group_expected(g))
        self.claims.fact(("share out", study.by, g, study.depth, study.scope), m["p"], at.where, text)
        self.claims.fact(("verdict", study.by, g, study.depth, study.scope), kind.replace("group-", ""), at.where, text)
        if is_kind:
            self.claims.claim(kind, at.where, text, kind, is_kind(study.group_share(g), study.group_expected(g)),
                              f"{per_cent(study.group_share(g))} where chance gives {per_cent(study.group_expected(g))}")
        if m.get("others"):
            self.others_of(text, at, [g], study)
            standing = {"group-more-inward": "more inward than most", "group-outgoing": "more outward than most",
                        "group-inward": "about as outward as others its size", "group-unclear": "cannot be told from others its size", "group-silo": "keeps to itself"}[kind]
            self.claims.fact(("standing", study.by, g, study.depth, study.scope), standing, at.where, text)
            self.claims.fact(("others at its size", study.by, g, study.depth, study.scope), m["others"], at.where, text)
            if kind == "group-silo":
                self.claims.claim("compares-equals", at.where, text, f"{m['p']} beside {m['others']}", m["p"] != m["others"], "they are the same number")

    def check_group_silo(self, text, m, at):
        self._group("group-silo", text, m, at, lambda seen, chance: seen < chance)

    def check_group_outgoing(self, text, m, at):
        self._group("group-outgoing", text, m, at)

    def check_group_more_inward(self, text, m, at):
        self._group("group-more-inward", text, m, at, lambda seen, chance: seen < chance)
        # The share is below that of others, or is printed alike.
        self.claims.claim("more-inward", at.where, text, m["p"], say.share(m["p"]) <= say.share(m["others"]), m["others"])

    def check_group_unclear(self, text, m, at):
        self._group("group-unclear", text, m, at, lambda seen, chance: seen < chance)

    def check_group_inward(self, text, m, at):
        self._group("group-inward", text, m, at, lambda seen, chance: seen < chance)

    def check_group_open(self, text, m, at):
        self._group("group-open", text, m, at, lambda seen, chance: seen > chance)

    def check_group_as_chance(self, text, m, at):
        self._group("group-as-chance", text, m, at)

    def check_group_too_little(self, text, m, at):
        study = at.asked
        g = self.group(m["name"], study, at, text)
        if g is None:
            return False
        self.claims.fact(("verdict", study.by, g, study.depth, study.scope), "too-little", at.where, text)
        self._why(text, m["why"], at, round(study.inside[g] + study.outside[g]), study.coverage(study.members[g]), m["name"])
        found = re.search(rf"fewer than ({say.NUMBER}) people", m["why"])
        if found:
            self.claims.claim("group-too-little", at.where, text, found.group(1), study.sizes[g] < say.number(found.group(1)), study.sizes[g])

    def check_group_not_asked(self, text, m, at):
        study = at.asked
        g = self.group(m["name"], study)
        self.claims.claim("group-not-asked", at.where, text, "no tie leaves it", g is not None and study.outside[g] == 0,
                          g and study.outside[g], True)
        self.claims.fact(("verdict", study.by, g, study.depth, study.scope), "not asked", at.where, text)

    def _gap(self, text, m, at):
        """The two groups of a gap along the first boundary that has both, as a key, with studies of all ties and of the deep ones."""
        for by in self.boundaries:
            study = self.study(by, 1)
            ids = [next((g for g, n in study.names.items() if n.lower() == name.lower()), None) for name in (m["a"], m["b"])]
            if None not in ids:
                return tuple(sorted(ids)), study, self.study(by, say.number(m["depth"]))
        self.claims.claim("depth-gap", at.where, text, f"{m['a']} and {m['b']}", False, "no such groups")
        return None

    @staticmethod
    def _chance(study, key):
        everybody = sum(study.sizes.values())
        return 2 * study.total * study.sizes[key[0]] * study.sizes[key[1]] / (everybody * (everybody - 1))

    def check_depth_gap(self, text, m, at):
        found = self._gap(text, m, at)
        if not found:
            return
        key, study, deep = found
        contact = study.between[key] / self._chance(study, key)
        self.claims.claim("depth-gap", at.where, text, m["contact"], same_decimal(m["contact"], contact), contact)
        seen, expected = deep.between[key], self._chance(deep, key)
        self.number_is("depth-gap", text, at, m["n"], rounded(seen))
        self.number_is("depth-gap", text, at, m["expected"], rounded(expected))
        self.claims.claim("depth-gap", at.where, text, m["ratio"], same_decimal(m["ratio"], seen / expected), seen / expected)

    def check_depth_gap_untold(self, text, m, at):
        found = self._gap(text, m, at)
        if not found:
            return
        key, _, deep = found
        expected = self._chance(deep, key)
        self.claims.claim("depth-gap", at.where, text, "under half", deep.between[key] < expected / 2, f"{deep.between[key]} of {expected}")

    # What depends on one person or link.

    def check_hangs_on_one(self, text, m, at):
        study = at.asked
        groups = self.groups_of(m["names"], study)
        if groups is None:
            return False
        shared, ties = None, set()
        self.others_of(text, at, groups, study)
        for g in groups:
            holders, _ = study.holders.get(g, (set(), 0))
            shared = holders if shared is None else shared & holders
            ties |= {p for p in study.pairs if (study.group_of.get(p[0]) == g) != (study.group_of.get(p[1]) == g)
                     and None not in (study.group_of.get(p[0]), study.group_of.get(p[1]))}
        self.claims.claim("hangs-on-one", at.where, text, f"one person holds all of {m['names']}", bool(shared), "nobody does")
        self.number_is("hangs-on-one", text, at, "one" if m["only"] else m["n"], len(ties))
        for g in groups:
            self.claims.claim("hangs-on-few-answers", at.where, text, study.names[g], not study.quiet(g), "under half of it answered", True)
        if m["own"]:
            self.claims.claim("hangs-on-one", at.where, text, m["own"], any(study.group_of.get(i) == groups[0] for i in shared or ()), "somebody elsewhere")
        if m["home"] and shared:
            homes = {study.names.get(study.group_of.get(i)) for i in shared}
            homes = {"the central team" if h == "Central team" else h for h in homes}
            self.claims.claim("hangs-on-one", at.where, text, m["home"], m["home"] in homes, homes)
        for g in groups:
            self.claims.fact(("depends on one person", study.by, g), True, at.where, text)

    def check_hangs_quiet(self, text, m, at):
        study = at.asked
        groups = self.groups_of(m["names"], study)
        if groups is None:
            return False
        for g in groups:
            self.claims.claim("hangs-quiet", at.where, text, study.names[g], study.quiet(g), study.coverage(study.members[g]))
            holders, _ = study.holders.get(g, (set(), 0))
            self.claims.claim("hangs-quiet-once", at.where, text, study.names[g], bool(holders) or len(study.linked(g)) < 2, "nothing would be said of it anyway")

    def check_uncounted(self, text, m, at):
        self.claims.claim("uncounted", at.where, text, "somebody", bool(m["unknown"] or m["several"]), "nobody")
        placed = sum(self.main.sizes.values())
        said = sum(say.number(m[k]) for k in ("unknown", "several") if m[k])
        self.claims.claim("uncounted", at.where, text, said, said <= len(self.main.people) - placed, f"{len(self.main.people) - placed} people without a group")

    def check_tied_only_through(self, text, m, at):
        study = at.asked
        g, h = self.group(m["name"], study), self.group(m["other"], study)
        self.claims.claim("tied-only-through", at.where, text, f"only {m['other']}", g is not None and study.linked(g) == {h},
                          [study.names[x] for x in study.linked(g)] if g else None)

    def check_no_tie_out(self, text, m, at):
        study = at.asked
        groups = self.groups_of(m["names"], study)
        if groups is None:
            return False
        self.others_of(text, at, groups, study)
        for g in groups:
            self.claims.claim("no-tie-out", at.where, text, study.names[g], study.outside[g] == 0, f"{study.outside[g]:g} ties", True)

    def check_second_person(self, text, m, at):
        study = at.asked
        for g in self.groups_of(m["names"], study) or []:
            self.claims.claim("second-person", at.where, text, study.names[g], g in study.holders, "no one person holds every tie")

    def check_second_partner(self, text, m, at):
        self.check_tied_only_through(text, m, at)

    def check_ask_again(self, text, m, at):
        study = at.asked
        for g in self.groups_of(m["names"], study) or []:
            asked, answered = study.coverage(study.members[g])
            self.claims.claim("ask-again", at.where, text, study.names[g], asked and answered / asked < 0.5, f"{answered} of {asked} answered")

    def check_ask_others(self, text, m, at):
        self.check_answered(text, m, at)

    # People.

    def ranking(self):
        """Betweenness of everybody (Brandes 2001)."""
        if not hasattr(self, "_ranking"):
            graph = self.main.neighbours
            score = dict.fromkeys(self.main.people, 0.0)
            for source in graph:
                order, preds, paths, far = [], {source: []}, {source: 1.0}, {source: 0}
                queue, head = [source], 0
                while head < len(queue):
                    v = queue[head]
                    head += 1
                    order.append(v)
                    for w in graph[v]:
                        if w not in far:
                            far[w] = far[v] + 1
                            paths[w], preds[w] = 0.0, []
                            queue.append(w)
                        if far[w] == far[v] + 1:
                            paths[w] += paths[v]
                            preds[w].append(v)
                back = dict.fromkeys(order, 0.0)
                for w in reversed(order):
                    for v in preds[w]:
                        back[v] += paths[v] / paths[w] * (1 + back[w])
                    if w != source:
                        score[w] += back[w] / 2
            self._ranking = score
        return self._ranking

    def check_brokers(self, text, m, at):
        if len(self.main.people) > 700:
            self.claims.pass_over()
            return
        score = self.ranking()
        n = say.number(m["n"] or "1")
        cuts = self.main.cut_people
        top = sorted((i for i in score if score[i] > 1e-12 or i in cuts), key=lambda i: (-round(score[i], 6), i))
        self.claims.claim("brokers", at.where, text, n, n == min(20, len(top)), len(top))
        said = {r: int(c) for r, c in re.findall(r"(?:^|, | and )(.+?) \((\d+)\)", m["roles"] or "")}
        if len(top) > n and abs(score[top[n]] - score[top[n - 1]]) < 1e-6:
            return
        roles = collections.Counter(self.main.people[i].role for i in top[:n])
        # Whoever is listed nowhere counts as of another role: those of hidden groups, those hidden and those beside them.
        unlisted = any(p.hidden for p in self.main.people.values()) or any(0 < n < self.min_group for n in self.main.sizes.values())
        for role, count in said.items():
            if role != "another role":
                truth = roles[None] + roles[""] if role == "role not recorded" else roles[role]
                self.claims.claim("brokers", at.where, text, f"{role} ({count})", truth == count or unlisted and count < truth, truth)
        if said:
            self.claims.claim("brokers", at.where, text, f"{sum(said.values())} in all", sum(said.values()) == n > 2, n)

    def _broker_reach(self):
        """Into how many other groups each of those who connect most has ties."""
        score, study = self.ranking(), self.main
        cuts = study.cut_people
        top = sorted((i for i in score if score[i] > 1e-12 or i in cuts), key=lambda i: (-round(score[i], 6), i))[:20]
        reach = [len({study.group_of.get(j) for j in study.neighbours[i]} - {None, study.group_of.get(i)}) for i in top]
        return reach

    def check_broker_reach(self, text, m, at):
        if len(self.main.people) > 700:
            self.claims.pass_over()
            return
        reach = self._broker_reach()
        self.number_is("broker-reach", text, at, m["n"], rounded(sum(reach) / len(reach)))

    def check_broker_few_reach(self, text, m, at):
        if len(self.main.people) > 700:
            self.claims.pass_over()
            return
        self.number_is("broker-few-reach", text, at, m["n"], len([r for r in self._broker_reach() if r]))

    def check_cut_people(self, text, m, at):
        self.number_is("cut-people", text, at, m["n"], len(self.main.cut_people), ("cut people",))

    def check_untrusted_ranking(self, text, m, at):
        self.check_answered(text, m, at)

    # Topics.

    def topic(self, name, kind, text, at):
        knowing = self.knowing()
        if name not in self.ws.topics:
            self.claims.claim(kind, at.where, text, name, False, "no file names the topic")
            return None
        return knowing

    def _gone(self, name):
        return {s["person"] for s in self.ws.skills if s["topic"] == name and (s["level"] is None or s["level"] >= 2)
                and s["person"] not in self.main.people}

    def learnt(self, kind, text, at, m, isMeant=lambda person: True):
        """What nobody holds somebody may be learning: then it is said of levels above the first alone."""
        learners = {s["person"] for s in self.ws.skills if s["topic"] == m["name"] and s["person"] in self.main.people
                    and s["level"] == 1 and isMeant(self.main.people[s["person"]])}
        self.claims.claim(kind + "-above", at.where, text, m["above"], bool(m["above"]) == bool(learners), f"{len(learners)} are learning it", True)

    def check_topic_sought(self, text, m, at):
        knowing = self.topic(m["name"], "topic-sought", text, at)
        if not knowing:
            return
        holders = knowing.holders[m["name"]]
        self.learnt("topic-sought", text, at, m)
        self.claims.claim("topic-sought", at.where, text, "nobody", not holders, f"{len(holders)} know it", True)
        seekers = len(knowing.seekers[m["name"]])
        if m.get("few"):
            self.claims.claim("topic-sought", at.where, text, m["few"], seekers in (1, 2), seekers)
        else:
            self.number_is("topic-sought", text, at, m["n"], seekers)
        self.claims.fact(("holders", m["name"]), 0, at.where, text)
        if m.get("gone"):
            self.number_is("topic-gone", text, at, m["gone"], len(self._gone(m["name"])))

    def check_topic_absent(self, text, m, at):
        knowing = self.topic(m["name"], "topic-absent", text, at)
        if knowing:
            holders = knowing.holders[m["name"]]
            self.learnt("topic-absent", text, at, m)
            self.claims.claim("topic-absent", at.where, text, "nobody", not holders, f"{len(holders)} know it", True)
            self.claims.fact(("holders", m["name"]), 0, at.where, text)

    def check_topic_wanted(self, text, m, at):
        knowing = self.topic(m["name"], "topic-wanted", text, at)
        if not knowing:
            return
        self.claims.claim("topic-wanted", at.where, text, "not recorded", not any(knowing.holders.values()), "somebody says what they know", True)
        seekers = len(knowing.seekers[m["name"]])
        if m["few"]:
            self.claims.claim("topic-wanted", at.where, text, m["few"], seekers in (1, 2), seekers)
        else:
            self.number_is("topic-wanted", text, at, m["n"], seekers)

    def check_topic_single(self, text, m, at):
        knowing = self.topic(m["name"], "topic-single", text, at)
        if not knowing:
            return
        self.claims.claim("topic-single", at.where, text, "one person", len(knowing.holders[m["name"]]) == 1, len(knowing.holders[m["name"]]))
        self.claims.fact(("holders", m["name"]), 1, at.where, text)
        if m["all"]:
            knowing = self.knowing(self.boundary(m["word"]))
            study = knowing.study
            # Commands for staff name people, and hide no small group.
            everybody = self.names == "full" or at.name == "command"
            shown = [g for g in study.sizes if study.sizes[g] >= self.min_group or everybody]
            judged = [g for g in shown if not study.quiet(g)]
            self.claims.claim("topic-far-enough", at.where, text, bool(m["enough"]), bool(m["enough"]) == any(study.quiet(g) and study.names[g] != CENTRAL for g in shown), "whether too few answered somewhere")
            shown = judged
            far = sum(1 for g in shown if knowing.coverage(m["name"], g) == "distant" and (study.by != "school" or study.names[g] != CENTRAL))
            truth = len([g for g in shown if study.by != "school" or study.names[g] != CENTRAL])
            beside = self.beside_small(study, m["part"] and not everybody)
            self.number_is("topic-far", text, at, m["far"] or m["all"], set(range(far - beside, far + 1)))
            self.number_is("school-count" if study.by == "school" else "groups", text, at, m["all"], set(range(truth - beside, truth + 1)))

    def check_topic_own_single(self, text, m, at):
        self.claims.pass_over()

    def check_topic_leaving(self, text, m, at):
        knowing = self.topic(m["name"], "topic-leaving", text, at)
        if knowing:
            staying = [i for i in knowing.holders[m["name"]] if not self.ws.people[i].ended]
            self.number_is("topic-leaving", text, at, m["left"] or "none", len(staying))

    def check_topic_hub(self, text, m, at):
        knowing = self.topic(m["name"], "topic-hub", text, at)
        if not knowing:
            return
        here = [i for i in knowing.holders[m["name"]] if self.main.people[i].school and
                self.ws.schools[self.main.people[i].school]["hub"] == m["hub"] or not self.main.people[i].school]
        self.learnt("topic-hub", text, at, m, lambda p: not p.school or self.ws.schools[p.school]["hub"] == m["hub"])
        self.claims.claim("topic-hub", at.where, text, "nobody", not here, f"{len(here)} there or in the central team", True)
        self.number_is("topic-hub", text, at, m["n"], len(knowing.holders[m["name"]]))

    # Ways of grouping people.

    def check_divides_most(self, text, m, at):
        by = self.boundary(m["by"])
        study = self.study(by)
        missing = lambda s: None if s.share is None or not s.expected else 1 - s.share / s.expected
        self.percent_is("divides-most", text, at, m["p"], missing(study))
        if m["own"]:
            left = self.allowing_for(study, self.study(self.boundary(m["held"])))
            self.claims.claim("allowing-for", at.where, text, f"{m['own']} after allowing for {m['held']}", same_percent(m["own"], left), per_cent(left))

    def check_looks_stronger(self, text, m, at):
        study = self.study(self.boundary(m["by"]))
        self.percent_is("looks-stronger", text, at, m["p"], 1 - study.share / study.expected)
        left = self.allowing_for(study, self.study(self.boundary(m["held"])))
        so = left is not None and (same_percent(m["own"], left) if m["own"] else left <= 0.055)
        self.claims.claim("allowing-for", at.where, text, m["own"] or "next to nothing", so, per_cent(left))

    def allowing_for(self, study, other):
        """What is still missing among pairs who share a group of another boundary and among those who do not, taken together."""
        both = [i for i in study.group_of if study.group_of[i] is not None and other.group_of.get(i) is not None]
        half = lambda groups: sum(n * (n - 1) / 2 for n in collections.Counter(groups).values())
        own, alike = half(study.group_of[i] for i in both), half(other.group_of[i] for i in both)
        cells = half((study.group_of[i], other.group_of[i]) for i in both)
        every = len(both) * (len(both) - 1) / 2
        pairs = {True: (alike, cells), False: (every - alike, own - cells)}
        ties, known = {True: [0.0, 0.0], False: [0.0, 0.0]}, set(both)
        for (a, b), share in study.pairs.items():
            if a in known and b in known:
                stratum = ties[other.group_of[a] == other.group_of[b]]
                stratum[0] += share
                stratum[1] += share if study.group_of[a] == study.group_of[b] else 0
        gain = room = 0.0
        for stratum, (all_pairs, within) in pairs.items():
            if all_pairs:
                gain += ties[stratum][1] - ties[stratum][0] * within / all_pairs
                room += ties[stratum][0] * (1 - within / all_pairs)
        return gain / room if room > 1e-9 else None

    def offered(self):
        found = []
        for by in self.boundaries:
            if by.removeprefix("school.").lower() in {"offers", "strengths", "gives", "seeks", "wants", "needs"}:
                continue
            sizes = self.study(by).sizes
            usual = by in ("school", "hub", "phase", "team", "team-kind", "role")
            if len(sizes) > 1 and len(sizes) * 2 <= len(self.ws.people) and (usual or len(sizes) <= 60):
                found.append(by)
        return found[:9]

    # What was not counted.

    def check_set_aside(self, text, m, at):
        self.number_is("set-aside", text, at, m["n"], sum(why != "excluded" for rows in self.ws.set_aside.values() for _, why in rows), ("rows set aside",))

    def check_excluded_few(self, text, m, at):
        self.claims.claim("excluded", at.where, text, "some", 0 < len(self.ws.excluded) < 5, len(self.ws.excluded))

    def check_excluded(self, text, m, at):
        self.number_is("excluded", text, at, m["n"], len(self.ws.excluded))

    def check_not_counted(self, text, m, at):
        study = self.main
        left = len(self.ws.people) - len(study.people)
        for part in say.listed(m["parts"].rstrip(".")):
            found = re.match(rf"({say.NUMBER}) (.+)", part, re.I)
            count, what = say.number(found.group(1)), found.group(2)
            if "started" in what:
                fresh = sum(1 for p in self.ws.people.values() if study.period.last and p.started and p.started > study.period.last)
                self.claims.claim("not-counted", at.where, part, count, count == fresh, fresh)
            elif "left" in what:
                gone = sum(1 for p in self.ws.people.values() if study.period.first and p.ended and p.ended < study.period.first)
                self.claims.claim("not-counted", at.where, part, count, count == gone, gone)
            elif "outside the period" in what:
                self.claims.claim("not-counted", at.where, part, count, count == study.not_counted["period"], study.not_counted["period"])
            elif "shallower" in what:
                self.claims.claim("shallower-ties", at.where, part, count, count == study.not_counted["shallower"],
                                  f"{study.not_counted['shallower']}; {study.not_counted['none']} rows say that there is no tie")
            elif "working group" in what:
                self.claims.claim("not-counted", at.where, part, count, count == study.groups_over_cap, study.groups_over_cap)
            else:
                self.claims.unparsed.append(("unparsed", at.where, part, ""))

    # Partnerships.

    def named_deals(self, text):
        """Partnerships by "Partner with School"."""
        found = []
        for deal in self.ws.partnerships.values():
            partner = self.ws.partners[deal["partner"]]["name"]
            if deal["with"] == "trust":
                side = "the trust"
            else:
                side = self.side_name(deal["with"])
            if f"{partner} with {side}" in text:
                found.append(deal)
        return found

    def side_name(self, id_):
        if id_ in self.ws.schools:
            return self.ws.schools[id_]["name"]
        team = self.ws.teams[id_]
        return f"{team['name']} ({self.ws.schools[team['school']]['name']})" if team["school"] else team["name"]

    def check_partnership_count(self, text, m, at):
        deals = self.ws.partnerships
        self.number_is("partnerships", text, at, m["n"], len(deals), ("partnerships",))
        self.number_is("partnerships", text, at, m["partners"], len({d["partner"] for d in deals.values()}))
        self.claims.fact(("red partnerships",), say.number(m["red"]), at.where, text)
        self.claims.fact(("partnerships to watch",), say.number(m["watch"]), at.where, text)

    def check_partnerships_over(self, text, m, at):
        self.number_is("partnerships-over", text, at, m["n"], len(self.ws.over))
        named = [p for p in self.ws.over if f"{self.ws.partners[p['partner']]['name']} with " in m["names"]]
        self.claims.claim("partnerships-over", at.where, text, m["names"], len(named) >= min(3, len(self.ws.over)), [p["id"] for p in self.ws.over])

    def check_partnerships_none(self, text, m, at):
        self.claims.claim("partnerships-none", at.where, text, "none", not self.ws.partnerships, len(self.ws.partnerships), True)

    def single_deals(self):
        ledger = self.ledger()
        return [d for d in self.ws.partnerships.values() if ledger.tells(d) and len(ledger.holders(d)) == 1]

    def check_partnership_single(self, text, m, at):
        single = self.single_deals()
        self.number_is("partnership-single", text, at, m["n"], len(single))
        for deal in self.named_deals(m["names"]):
            self.claims.claim("partnership-single", at.where, text, deal["id"], deal in single, f"{len(self.ledger().holders(deal))} people")

    def check_partnership_no_single(self, text, m, at):
        single = self.single_deals()
        known = self.main.partner_ties_recorded
        lost = any(d["lead_lost"] for d in self.ws.partnerships.values())
        self.claims.claim("partnership-no-single", at.where, text, "none", known and not single and lost == bool(m["part"]),
                          f"{len(single)} do" if known else "no file says who is in touch with partners", True)

    def check_partner_ties_other_times(self, text, m, at):
        study = self.main if "outward" in at.where or not self.ws.partnerships else self.ledger().study
        self.claims.claim("partner-ties-other-times", at.where, text, "of other times", study.partner_ties_recorded and not study.partner_ties_told, "ties of the time are", True)

    def check_partner_ties_unrecorded(self, text, m, at):
        told = self.main.partner_ties_told or self.ledger().study.partner_ties_told
        self.claims.claim("partner-ties-unrecorded", at.where, text, "not recorded", not told, "ties with partners are recorded", True)

    def overdue(self):
        return [d for d in self.ws.partnerships.values() if self.ledger().overdue(d)]

    def check_reviews_overdue(self, text, m, at):
        late = self.overdue()
        self.number_is("reviews-overdue", text, at, m["n"], len(late), ("reviews overdue",))
        for deal in self.named_deals(m["names"]):
            self.claims.claim("reviews-overdue", at.where, text, deal["id"], deal in late, f"due {deal['review_due']}, the page's day is {self.page_day}")

    def check_reviews_untold(self, text, m, at):
        self.claims.claim("reviews-untold", at.where, text, "not dated", not self.page_day, self.page_day, True)

    def check_reviews_none_overdue(self, text, m, at):
        late = self.overdue()
        unread = self.ws.unreadable("partnerships", "review_due")
        self.claims.fact(("reviews overdue",), 0, at.where, text)
        self.claims.claim("reviews-none-overdue", at.where, text, "none", bool(self.page_day) and not late and (not unread or "that can be read" in text)
                          and ((say.number(m["undated"]) or 0) if m["undated"] else 0) == len([d for d in self.ws.partnerships.values() if not d["review_cell"]]),
                          f"{len(late)} overdue on {self.page_day}, {unread} dates could not be read", True)

    def check_reviews_unrecorded(self, text, m, at):
        cells = [d for d in self.ws.partnerships.values() if d["review_cell"]]
        self.claims.claim("reviews-unrecorded", at.where, text, "no dates", not cells,
                          f"{len(cells)} cells hold something, {self.ws.unreadable('partnerships', 'review_due')} of them unreadable", True)

    def check_sides_apart(self, text, m, at):
        ledger = self.ledger()
        deals = list(self.ws.partnerships.values())
        self.number_is("sides-apart", text, at, m["n"], len([d for d in deals if ledger.apart_told(d)]))
        apart = [d for d in deals if ledger.apart(d)]
        self.number_is("sides-apart", text, at, m["apart"], len(apart))
        for deal in self.named_deals(m["names"]):
            self.claims.claim("sides-apart", at.where, text, deal["id"], deal in apart, "not two steps apart")

    def check_sides_none_apart(self, text, m, at):
        ledger = self.ledger()
        deals = list(self.ws.partnerships.values())
        self.number_is("sides-apart", text, at, m["n"], len([d for d in deals if ledger.apart_told(d)]))
        self.claims.claim("sides-none-apart", at.where, text, "none", not [d for d in deals if ledger.apart(d)], "some are", True)

    def check_sides_untold(self, text, m, at):
        told = [d for d in self.ws.partnerships.values() if self.ledger().apart_told(d)]
        self.claims.claim("sides-untold", at.where, text, "none", not told, f"of {len(told)} it is told", True)

    def check_sides_one(self, text, m, at):
        known = [d for d in self.ws.partnerships.values() if self.ledger().both_known(d)]
        self.claims.claim("sides-apart", at.where, text, "one", len(known) == 1, len(known))
        apart = [d for d in self.ws.partnerships.values() if self.ledger().apart(d)]
        self.claims.claim("sides-one", at.where, text, m["none"] or m["names"], bool(m["none"]) == (not apart), len(apart), bool(m["none"]))

    def check_plan_untold(self, text, m, at):
        self.claims.claim("plan-untold", at.where, text, "no tie", not self.main.pairs, len(self.main.pairs), True)

    def check_sides_unknown_trust(self, text, m, at):
        self.check_sides_unknown(text, m, at)

    def check_sides_unknown(self, text, m, at):
        known = [d for d in self.ws.partnerships.values() if self.ledger().both_known(d)]
        self.claims.claim("sides-unknown", at.where, text, "none", not known, f"{len(known)} have both", True)

    def sectors(self):
        """Partners and partnerships of each sector."""
        found = {}
        for partner in self.ws.partners.values():
            if partner["sector"]:
                entry = found.setdefault(folded(partner["sector"]), [0, 0])
                entry[0] += 1
                entry[1] += sum(1 for d in self.ws.partnerships.values() if d["partner"] == partner["id"])
        return found

    # The sectors that Weft knows of, whether any partner is of them or not.
    SECTORS = ["education", "higher-education", "health", "local-authority", "police", "charity", "business", "faith", "community", "other"]

    def check_sector_lacking(self, text, m, at):
        found = self.sectors()
        unknown = [p for p in self.ws.partners.values() if not p["sector"] and any(d["partner"] == p["id"] for d in self.ws.partnerships.values())]
        for name in re.split(r", | or | and ", m["names"]):
            deals = found.get(folded(name), [0, 0])[1]
            self.claims.claim("sector-lacking", at.where, text, name, deals == 0 and len(unknown) == (say.number(m["untold"]) if m.get("untold") else 0),
                              f"{deals} partnerships in it; {len(unknown)} partners in partnerships have no sector recorded", True)

    def check_sector_all(self, text, m, at):
        found = self.sectors()
        self.claims.claim("sector-all", at.where, text, "every sector", all(d for _, d in found.values()),
                          {k: v for k, v in found.items() if not v[1]})

    def check_sectors_unrecorded(self, text, m, at):
        self.claims.claim("sectors-unrecorded", at.where, text, "not recorded", not any(p["sector"] for p in self.ws.partners.values()), "some are", True)

    def effects(self, deal):
        """Whether a story tells an effect of a partnership, and whether its shared goal is measured."""
        story = any(s["impact"] and self.story_of(s, deal) for s in self.upto(self.ws.stories.values()))
        goal = self.ws.goals.get(deal["shared_goal"] or "")
        return story, bool(goal and goal["measure"] and goal["progress"])

    def story_of(self, story, deal):
        side = deal["with"]
        if ("partner", deal["partner"]) not in story["who"]:
            return False
        return side == "trust" or any(
            p[1] == side or (p[0] != "partner" and self.ws.school_of(p) == side)
            or (p[0] == "person" and side in self.ws.people[p[1]].teams) for p in story["who"] if p[0] != "partner")

    def check_to_show(self, text, m, at):
        found = [self.effects(d) for d in self.ws.partnerships.values()]
        self.number_is("to-show", text, at, m["n"], len(found))
        self.number_is("to-show", text, at, m["story"], sum(s for s, _ in found), absence=True)
        self.number_is("to-show", text, at, m["goal"], sum(g for _, g in found), absence=True)
        self.number_is("to-show", text, at, m["neither"], sum(not s and not g for s, g in found))

    def check_to_show_story(self, text, m, at):
        found = [self.effects(d) for d in self.ws.partnerships.values()]
        self.number_is("to-show", text, at, m["n"], len(found))
        self.number_is("to-show", text, at, m["story"], sum(s for s, _ in found), absence=True)
        asked = self.ws.says("partnerships", "shared_goal") and self.ws.says("goals", "measure") and self.ws.says("progress", "value")
        self.claims.claim("to-show-untold", at.where, text, "not recorded", not asked, "all columns are there", True)

    def check_to_show_goal(self, text, m, at):
        found = [self.effects(d) for d in self.ws.partnerships.values()]
        self.number_is("to-show", text, at, m["n"], len(found))
        self.number_is("to-show", text, at, m["goal"], sum(g for _, g in found), absence=True)
        asked = self.ws.says("stories", "who") and self.ws.says("stories", "impact")
        self.claims.claim("to-show-untold", at.where, text, "not recorded", not asked, "all columns are there", True)

    def check_to_show_unrecorded(self, text, m, at):
        self.claims.claim("to-show-unrecorded", at.where, text, "not recorded", not self.ws.stories and not self.ws.goals, "stories or goals are there", True)

    def check_outside_leads(self, text, m, at):
        study = self.main
        tied = {i for met in study.contacts.values() for i in met}
        leads = {d["lead"][1] for d in self.ws.partnerships.values() if d["lead"]} & set(study.people)
        self.number_is("outside-leads", text, at, m["n"], len(leads - tied))

    def check_outside_share(self, text, m, at):
        study = self.main
        self.number_is("people", text, at, m["n"], len(study.people))
        outside = {i for met in study.contacts.values() for i in met}
        beyond = {i for p, met in study.contacts.items() for i in met if self.ws.partners[p]["sector"] and
                  folded(self.ws.partners[p]["sector"]) not in {"education", "highereducation"}}
        if m.get("dash"):
            return
        if not study.partner_ties_told:
            self.claims.claim("outside-share", at.where, text, m["p"], False, "no file says who is in touch with partners", True)
            return
        self.percent_is("outside-share", text, at, m["p"], len(outside) / len(study.people))
        unknown = {i for p, met in study.contacts.items() for i in met if not self.ws.partners[p]["sector"]}
        if m.get("untold"):
            self.claims.claim("beyond-education", at.where, text, "not recorded", bool(unknown), "every partner has a sector", True)
        if m.get("beyond"):
            if unknown:
                self.claims.claim("beyond-education", at.where, text, m["beyond"], False, f"the sectors of partners of {len(unknown)} people are not recorded", True)
            else:
                self.percent_is("beyond-education", text, at, m["beyond"], len(beyond) / len(study.people))

    def check_sector_diversity(self, text, m, at):
        study, counts = self.main, collections.Counter()
        kinds = {folded(p["sector"]) for p in self.ws.partners.values() if p["sector"]}
        for partner, met in study.contacts.items():
            if self.ws.partners[partner]["sector"]:
                counts[folded(self.ws.partners[partner]["sector"])] += len(met)
        self.number_is("contact-sectors", text, at, m["n"], len([s for s in counts if counts[s]]))
        if m["f"] and len(kinds) > 1 and sum(counts.values()):
            truth = blau(list(counts.values())) * len(kinds) / (len(kinds) - 1)
            self.claims.claim("sector-diversity", at.where, text, m["f"], same_decimal(m["f"], truth), truth)
        outside, inside = sum(len(met) for met in study.contacts.values()), len(study.pairs)
        if m["ei"] and outside + inside:
            truth = (outside - inside) / (outside + inside)
            self.claims.claim("outside-index", at.where, text, m["ei"], same_decimal(m["ei"], truth), truth)

    def check_translators(self, text, m, at):
        study, partners = self.main, collections.defaultdict(set)
        for partner, met in study.contacts.items():
            for i in met:
                partners[i].add(partner)
        beyond = {p for p in self.ws.partners if self.ws.partners[p]["sector"] and
                  folded(self.ws.partners[p]["sector"]) not in {"education", "highereducation"}}
        count = 0
        for i in study.people:
            own = study.group_of.get(i)
            if own is not None and any((partners[i] & beyond) - partners[j] for j in study.neighbours.get(i, ())
                                       if study.group_of.get(j) not in (None, own)):
                count += 1
        said = "none" if m["nobody"] else m["n"]
        self.number_is("translators", text, at, said, count, absence=True)
        if not study.partner_ties_recorded and say.number(said) == 0:
            self.claims.claim("translators", at.where, text, "nobody", False, "no file says who is in touch with partners", True)

    # Goals, stories, ideas, decisions, voices.

    def work(self):
        """Ties and working groups under way that are at least a contact, of people who are there."""
        study = self.main
        here = lambda e: e[0] != "person" or e[1] in study.people
        now = lambda w: study.period.overlaps(w["started"], w["ended"]) and w["depth"] != 0
        # What both ends say alike is one piece of work, as deep and as old as either has it.
        ties = {}
        for t in (t for t in self.ws.ties if now(t) and all(here(e) for e in t["ends"])):
            ends = t["ends"] if t["directed"] else tuple(sorted(t["ends"]))
            first = ties.setdefault((ends, t["directed"], *(t[k] for k in ["kind", "purpose", "goal", "outcome"])), dict(t))
            first["depth"] = max((d for d in [first["depth"], t["depth"]] if d is not None), default=None)
            first["started"] = min((d for d in [first["started"], t["started"]] if d is not None), default=None)
        ties = list(ties.values())
        groups = [{**g, "members": [e for e in g["members"] if here(e)]} for g in self.ws.groups if now(g)]
        return ties + [g for g in groups if len(g["members"]) > 1]

    def owners(self, goal):
        owners = set(goal["owners"])
        for deal in self.ws.partnerships.values():
            if deal["shared_goal"] == goal["id"]:
                owners.add(("partner", deal["partner"]))
        return owners

    def owners_here(self, goal):
        return {(kind, one) for kind, one in self.owners(goal) if kind != "person" or one in self.main.people}

    def one_owner(self):
        return [g for g in self.ws.goals.values() if len(self.owners_here(g)) == 1 and not g["unread"]]

    def check_unread_cells(self, text, m, at):
        """What could not be read is counted apart, column by column."""
        tables = {"goals?": (self.ws.goals, {"owners of": "owner"}), "stor(?:y|ies)": (self.ws.stories, {"took part": "who", "which goal": "goal"}),
                  "ideas?": (self.ws.ideas, {"began": "origin", "carried": "carried_by", "took up": "adopted_by", "tries": "trialled_by", "dropped": "dropped_by"}),
                  "decisions?": (self.ws.decisions, {"who took": "decided_by", "consulted": "consulted", "affect": "affects"}),
                  "needs?": (self.ws.needs, {"response": "met"}), "teams?": (self.ws.teams, {"leads": "lead"}),
                  "events?": (self.ws.events, {"planned": "planned"}),
                  "partnerships?": (self.ws.partnerships, {"leads": "lead", "agreement": "agreement", "roles": "roles_clear", "depth": "level", "began": "started", "ended": "ended"})}
        kind = "blank" if m["state"] == "Not recorded" else "unread"
        for part in re.split(r", (?=wh|the depth)| and (?=wh|the depth)", m["what"]):
            found = re.search(r"([\d,]+) (\w+)", part)
            rows, roles = next((v for k, v in tables.items() if re.fullmatch(k, found[2])), ({}, {}))
            role = next((r for words, r in roles.items() if words in part), None)
            if role == "lead" and rows is self.ws.teams:
                lost = [t for t in rows.values() if t["lead"] and self.ws.member(t["lead"], ("person",)) is None]
            elif role == "met":
                lost = [n for n in rows.values() if self.answered(n) is None and ("met" in n["unread"]) == (kind == "unread")]
            else:
                lost = [r for r in rows.values() if role in r[kind]]
            self.number_is("unread-cells", text, at, found[1], len(lost))

    def goal_work(self, goal):
        keys = {folded(goal["id"]), folded(goal["statement"])}
        return [w for w in self.work() if w["goal"] and folded(w["goal"]) in keys]

    def check_goal_count(self, text, m, at):
        goals = list(self.ws.goals.values())
        self.number_is("goals", text, at, m["n"], len(goals))
        self.number_is("goals-unmeasured", text, at, m["unmeasured"], len([g for g in goals if not g["measure"]]))
        self.number_is("goals-one-owner", text, at, m["one"], len(self.one_owner()))
        unlinked = len([g for g in goals if not self.goal_work(g)])
        if not self.ws.says("collaborations", "goal") and say.number(m["unlinked"]):
            self.claims.claim("goals-unlinked", at.where, text, m["unlinked"], False, "no row of collaborations.csv names a goal", True)
        else:
            self.number_is("goals-unlinked", text, at, m["unlinked"], unlinked)

    def check_goal_linked(self, text, m, at):
        work = self.work()
        self.number_is("work", text, at, m["n"], len(work), ("ties and groups",))
        if m["p"]:
            if not self.ws.says("collaborations", "goal"):
                self.claims.claim("goal-linked", at.where, text, m["p"], False, "no row of collaborations.csv names a goal", True)
            else:
                self.percent_is("goal-linked", text, at, m["p"], len([w for w in work if w["goal"]]) / len(work) if work else None)
                listed = {folded(g[k]) for g in self.ws.goals.values() for k in ("id", "statement")}
                self.number_is("goals-unlisted", text, at, m["unlisted"] or "0", len([w for w in work if w["goal"] and folded(w["goal"]) not in listed]))

    def goes_wrong(self, goal):
        """Whether a goal's target is missed by more than by the value before, or by the baseline where there is one value."""
        values = [v for d, v in goal["progress"] if not self.page_day or d <= self.page_day]
        target, told = goal["target"], [goal["baseline"]] * (goal["baseline"] is not None) + values
        if target is None or not values or len(told) < 2:
            return False
        way = (told[0] > target) - (told[0] < target)
        before, now = [max((v - target) * way, 0) if way else abs(v - target) for v in told[-2:]]
        return now > before

    def check_goals_wrong(self, text, m, at):
        for goal in self.ws.goals.values():
            said, wrong = goal["statement"] in m["names"], self.goes_wrong(goal)
            if said or wrong:
                self.claims.claim("goals-wrong", at.where, text, goal["statement"], said == wrong, f"{goal['progress']}, target {goal['target']}")

    def side(self, member):
        """A school, the centre or a sector; None of people who cannot be placed."""
        kind, id_ = member
        if kind == "person" and self.ws.people[id_].school == "":
            return None
        if kind == "partner":
            return folded(self.ws.partners[id_]["sector"] or "other")
        return self.ws.school_of(member) or CENTRAL

    def upto(self, entries):
        """What had happened by the page's day."""
        return [e for e in entries if not e["date"] or not self.page_day or e["date"] <= self.page_day]

    def check_decision_unrecorded(self, text, m, at):
        self.happened("decisions", text, at, m["n"], self.ws.decisions.values())
        role = {"who was consulted": "consulted", "who took them": "decided_by", "whom they affected": "affects"}[m["what"].lower()]
        self.claims.claim("decision-unrecorded", at.where, text, "not recorded", not self.ws.says("decisions", role), f"some say {role}", True)

    def check_story_count(self, text, m, at):
        stories = self.ws.stories.values()
        self.happened("stories", text, at, m["n"], stories)
        self.happened("stories-silent", text, at, m["silent"], stories, lambda s: not s["impact"])

    def check_story_voices(self, text, m, at):
        voices = {s["voice"] for s in self.ws.stories.values() if s["voice"]}
        said = set(say.listed(m["names"].rstrip("."))) - {"nobody named"}
        self.claims.claim("story-voices", at.where, text, sorted(said), said == voices, sorted(voices), not said)

    def check_story_sides(self, text, m, at):
        self.happened("story-told", text, at, m["of"] or str(len(self.upto(self.ws.stories.values()))), self.ws.stories.values(), lambda s: s["who"])
        self.happened("story-sides", text, at, m["n"], self.ws.stories.values(), lambda s: len({self.side(p) for p in s["who"]} - {None}) > 1)

    def check_story_one(self, text, m, at):
        told = [s for s in self.upto(self.ws.stories.values()) if s["who"]]
        sides = [len({self.side(p) for p in s["who"]} - {None}) for s in told]
        self.claims.claim("story-one", at.where, text, m["sense"], len(told) == 1 and (sides[0] > 1) == m["sense"].startswith("brings"), sides)

    def open_schools(self):
        """Schools of the day: those that are open, and those in which somebody is said to work."""
        staffed = {p.school for p in self.main.people.values()}
        return [i for i, s in self.ws.schools.items() if i in staffed or self.main.period.overlaps(s["opened"], s["closed"])]

    def kept(self, idea):
        return [a for a in idea["adopted_by"] if a not in idea["dropped_by"]]

    def across(self, idea):
        origins = {self.side(o) for o in idea["origin"]} - {None}
        return bool(idea["carried_by"] and origins and {self.side(a) for a in self.kept(idea)} - origins - {None})

    def bridged(self, idea):
        """Carriers who work or have a tie both where the idea began and where it went."""
        study = self.study("school" if self.ws.schools else None, 1)

        def place(member):
            return ("partner", member[1]) if member[0] == "partner" else ("school", self.ws.school_of(member))

        def reach(places):
            found = set()
            for kind, id_ in places:
                if kind == "partner":
                    found |= set(study.contacts[id_])
                else:
                    here = {i for i, p in study.people.items() if p.school == id_}
                    found |= here
                    for i in here:
                        found |= study.neighbours.get(i, set())
            return found
        if not self.kept(idea) or not self.across(idea):
            return set()
        origins = {place(o) for o in idea["origin"]}
        ends = {place(a) for a in self.kept(idea)} - origins
        carriers = {i for k, i in idea["carried_by"] if k == "person" and i in study.people}
        return carriers & reach(origins) & reach(ends)

    def check_idea_count(self, text, m, at):
        ideas = self.ws.ideas.values()
        self.happened("ideas", text, at, m["n"], ideas, key=("ideas",))
        self.happened("ideas-taken", text, at, m["adopted"], ideas, self.kept, ("ideas taken up",))
        if m["across"]:
            self.happened("ideas-across", text, at, m["across"], ideas, lambda i: self.kept(i) and self.across(i))
            self.happened("ideas-outside", text, at, m["outside"], ideas, self.from_outside)

    def check_idea_count_unread(self, text, m, at):
        ideas = self.ws.ideas.values()
        self.happened("ideas", text, at, m["n"], ideas, key=("ideas",))
        self.happened("ideas-taken", text, at, m["adopted"], ideas, self.kept, ("ideas taken up",))
        lost = [i for i in ideas if i["unread"] & {"origin", "carried_by", "adopted_by"}]
        self.claims.claim("ideas-unread", at.where, text, m["ways"], bool(lost), "all could be read", True)

    def check_decision_untold(self, text, m, at):
        decisions = list(self.ws.decisions.values())
        self.happened("decisions", text, at, m["n"], decisions)
        lost = [d for d in decisions if d["blank"] or d["unread"] & {"decided_by", "consulted"} or not d["affects"]]
        self.claims.claim("decisions-untold", at.where, text, "cannot be told", len(lost) == len(decisions), len(lost), True)

    def from_outside(self, idea):
        return self.kept(idea) and any(kind == "partner" for kind, _ in idea["origin"])

    def check_stories_lost(self, text, m, at):
        self.number_is("stories-lost", text, at, m["n"], len([s for s in self.ws.stories.values() if s["impact"] and "who" in s["unread"]]))

    def check_unasked_groups(self, text, m, at):
        study = at.asked
        for name in re.split(r", | or ", m["names"]):
            g = None if re.match(r"\d+ more", name) else self.group(name, study)
            if g is not None:
                asked = study.coverage(study.members[g])[0]
                self.claims.claim("unasked-groups", at.where, text, name, asked == 0 and study.inside[g] == 0, f"{asked} asked", True)

    def untold_ideas(self):
        """Those that came from or went to a partner, where no file says who is in touch with partners."""
        if self.study("school" if self.ws.schools else None, 1).partner_ties_told:
            return []
        return [i for i in self.ws.ideas.values() if self.kept(i) and self.across(i) and any(k == "partner" for k, _ in i["origin"] + self.kept(i))]

    def check_idea_untold(self, text, m, at):
        self.number_is("idea-untold", text, at, m["n"], len(self.untold_ideas()))

    def check_in_several_schools(self, text, m, at):
        alone = [p for p in self.main.people.values() if p.school]
        self.claims.claim("in-several-schools", at.where, text, "nobody", not alone, f"{len(alone)} are in one", True)

    def check_idea_bridged(self, text, m, at):
        self.happened("ideas-bridged", text, at, m["n"], self.ws.ideas.values(), self.bridged, ("ideas through a bridge",))

    def stands(self, member, other):
        if member == other:
            return True
        if other[0] == "school":
            return self.ws.school_of(member) == other[1]
        if other[0] == "team":
            if member[0] == "person":
                return other[1] in self.ws.people[member[1]].teams
            return member[0] == "school" and self.ws.teams[other[1]]["school"] == member[1]
        return False

    def check_decision_count(self, text, m, at):
        decisions = self.ws.decisions.values()
        self.happened("decisions", text, at, m["n"], decisions)
        told = [d for d in self.upto(decisions) if d["affects"]]
        said = m["told"] or m["told1"] or m["n"]
        self.number_is("decisions-told", text, at, said, len(told))
        silent = [role for role in ["decided_by", "consulted", "affects"] if not self.ws.says("decisions", role)]
        if silent:
            self.claims.claim("decisions-unasked", at.where, text, m["unasked"], False, f"decisions.csv says nothing under {silent}", True)
        else:
            self.happened("decisions-unasked", text, at, m["unasked"], decisions, lambda d: not d["blank"] and not d["unread"] & {"decided_by", "consulted"} and any(
                not any(self.stands(h, a) for h in d["decided_by"] + d["consulted"]) for a in d["affects"]))

    def never_asked(self):
        heard = {h for d in self.ws.decisions.values() for h in d["decided_by"] + d["consulted"]}
        involved = {("partner", d["partner"]) for d in self.ws.partnerships.values()} | {
            o for g in self.ws.goals.values() for o in g["owners"] if o[0] == "partner"}
        return involved - heard

    def check_never_asked(self, text, m, at):
        never = self.never_asked()
        self.number_is("never-asked", text, at, m["n"], len(never))
        for name in re.split(r", | and ", m["names"].rstrip(".")):
            hits = [p for p in self.ws.partners.values() if p["name"] == name]
            if hits:
                self.claims.claim("never-asked", at.where, text, name, ("partner", hits[0]["id"]) in never, "it had a part or has no share")

    def check_all_asked(self, text, m, at):
        never = self.never_asked()
        self.claims.claim("all-asked", at.where, text, "every partner", not never and bool(self.ws.partnerships or any(o[0] == "partner" for g in self.ws.goals.values() for o in g["owners"])),
                          f"{len(never)} never asked; {len(self.ws.partnerships)} partnerships on record", True)

    def check_asked_unknown(self, text, m, at):
        owners = [o for g in self.ws.goals.values() for o in g["owners"] if o[0] == "partner"]
        self.claims.claim("asked-unknown", at.where, text, "not on record", not self.ws.partnerships and not owners, f"{len(self.ws.partnerships)} partnerships, {len(owners)} owners", True)

    def check_need_count(self, text, m, at):
        needs = self.ws.needs.values()
        self.happened("needs", text, at, m["n"], needs)
        self.happened("needs-open", text, at, m["open"] or "none", needs, lambda n: self.answered(n) is False)

    @staticmethod
    def answered(need):
        """Whether anything was done about a need; `None` where that is not recorded or cannot be read."""
        if need["action"] or need["met"] is True:
            return True
        return None if "met" in need["unread"] or {"action", "met"} <= need["blank"] else False

    def check_never_answered(self, text, m, at):
        for voice in re.split(r", | and ", m["names"].rstrip(".")):
            own = [n for n in self.ws.needs.values() if n["voice"] == voice]
            self.claims.claim("never-answered", at.where, text, voice, bool(own) and all(self.answered(n) is False for n in own), "some were, or it is not known", True)

    def check_not_in_the_room(self, text, m, at):
        heard = {h for d in self.ws.decisions.values() for h in d["decided_by"] + d["consulted"]}
        for partner in self.ws.partners.values():
            if re.search(rf"(^|, | and ){re.escape(partner['name'])}($|, | and )", m["names"]):
                self.claims.claim("not-in-the-room", at.where, text, partner["name"], ("partner", partner["id"]) not in heard, "it had a part", True)

    def check_channel_silent(self, text, m, at):
        dates = [n["date"] for n in self.ws.needs.values() if n["channel"] == m["name"]]
        last = max((d for d in dates if d), default=None)
        months = last and (self.page_day.year - last.year) * 12 + self.page_day.month - last.month - (self.page_day.day < last.day)
        self.number_is("channel-silent", text, at, m["n"], months)
        if None in dates:
            self.claims.claim("channel-silent", at.where, text, m["name"], False, "some of its needs have no date", True)
