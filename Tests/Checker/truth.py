"""What is so: computed from the raw files alone, for one question (boundary, depth, period)."""

import collections
import datetime
import math
import re
from functools import cached_property

from raw import MONTHS, folded

GROUP_CAP = 15
CENTRAL = "Central team"
PLURALS = {"school": "schools", "hub": "hubs", "phase": "phases", "team": "teams", "role": "roles",
           "team-kind": "kinds of team"}


def words(day):
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


class Period:
    def __init__(self, first=None, last=None):
        self.first, self.last = first, last

    @staticmethod
    def typed(text):
        if text == "all":
            return Period()
        ends = [datetime.date.fromisoformat(t) if t else None for t in text.split("/")]
        return Period(ends[0], ends[-1])

    def overlaps(self, started, ended):
        return not (self.last and started and started > self.last) and not (self.first and ended and ended < self.first)

    @property
    def in_words(self):
        if not self.first and not self.last:
            return "all dates"
        if self.first == self.last:
            return "on " + words(self.first)
        if not self.last:
            return "since " + words(self.first)
        return f"up to {words(self.last)}" if not self.first else f"{words(self.first)} to {words(self.last)}"


class Study:
    """People in post, ties under way at least so deep, and the groups of a boundary."""

    # Of whom it speaks: everybody, or one hub.
    scope = "all"

    def __init__(self, ws, by=None, depth=1, period=None):
        self.ws, self.depth = ws, max(depth, 1)
        self.period = Period.typed(period) if isinstance(period, str) else period
        if self.period is None:
            self.period = Period(ws.newest, ws.newest) if ws.newest else Period()
        self.people = {i: p for i, p in ws.people.items() if self.period.overlaps(None if ws.counts_unstarted else p.started, p.ended)}
        self.by = by or self.first_boundary()
        self._group()
        self._tie()

    # Groups.

    def label(self, person, by=None):
        """The id and name of a person's group, or None."""
        by, ws = by or self.by, self.ws
        school = ws.schools.get(person.school) if person.school else None
        team = ws.teams.get(person.teams[0]) if person.teams else None
        if by == "school":
            if person.school == "":
                return None
            if school:
                return school["id"], school["name"]
            return (("central team" if "central" in ws.schools else "central"), CENTRAL) if ws.schools else None
        if by in ("hub", "phase"):
            value = school and school[by]
        elif by == "team":
            return (team["id"], team["name"]) if team else None
        elif by == "team-kind":
            value = team and team["kind"]
        elif by == "role":
            value = person.role
        elif by and by.startswith("school."):
            value = school and school["attributes"].get(by[7:])
        else:
            value = person.attributes.get(by) if by else None
        return (value, value) if value else None

    def first_boundary(self):
        for by in ["school", "hub", "phase", "team", "team-kind", "role"] + self.ws.tables["people"].attributes:
            groups = {self.label(p, by) for p in self.ws.people.values()} - {None}
            if len(groups) > 1 and len(groups) * 2 <= len(self.ws.people):
                return by
        return None

    def _several(self, values):
        known = set(values)
        return {v for v in known for s in "/;|,&+" if s in v and len(v.split(s)) > 1
                and all(p.strip() in known for p in v.split(s))}

    def _group(self):
        labels = {i: self.label(p) for i, p in self.people.items()} if self.by else {}
        if self.by == "role" or (self.by and self.by not in PLURALS and not self.by.startswith("school.")):
            mixed = self._several([l[0] for l in labels.values() if l])
            labels = {i: None if l and l[0] in mixed else l for i, l in labels.items()}
        self.group_of = {i: l[0] for i, l in labels.items() if l}
        self.names = {l[0]: l[1] for l in labels.values() if l}
        if self.by == "team":
            uses = collections.Counter(t["name"] for t in self.ws.teams.values())
            self.names = {i: f"{n} ({self.ws.schools[s]['name'] if (s := self.ws.teams[i]['school']) else i})" if uses[n] > 1 else n
                          for i, n in self.names.items()}
        self.sizes = collections.Counter(self.group_of.values())
        self.members = collections.defaultdict(list)
        for i, g in self.group_of.items():
            self.members[g].append(i)

    # Ties.

    def reaches(self, depth, least=None):
        least = self.depth if least is None else least
        return least <= 1 if depth is None else depth >= max(least, 1)

    def _tie(self):
        """`pairs`: how much of a tie each pair is, 1 or less where a working group alone ties it."""
        ws, self.pairs, self.depths = self.ws, {}, {}
        self.directed = any(t["directed"] for t in ws.ties)
        arcs = set()
        self.not_counted = collections.Counter()
        for tie in ws.ties:
            (ka, a), (kb, b) = tie["ends"]
            if ka != "person" or kb != "person":
                continue
            if a not in self.people or b not in self.people:
                self.not_counted["leavers"] += 1
                continue
            if not self.period.overlaps(tie["started"], tie["ended"]):
                self.not_counted["period"] += 1
                continue
            if not self.reaches(tie["depth"]):
                self.not_counted["none" if tie["depth"] == 0 else "shallower"] += 1
                continue
            key = (min(a, b), max(a, b))
            self.pairs[key] = 1.0
            self.depths[key] = max(self.depths.get(key, 0), tie["depth"] or 0)
            arcs.add((a, b))
            if not tie["directed"]:
                arcs.add((b, a))
        shares, self.groups_over_cap, self.working_groups = collections.Counter(), 0, []
        for group in ws.groups:
            if not self.period.overlaps(group["started"], group["ended"]) or (group["depth"] if group["depth"] is not None else 1) < self.depth:
                continue
            members = [i for k, i in group["members"] if k == "person" and i in self.people]
            self.working_groups.append(group)
            if len(members) > GROUP_CAP:
                self.groups_over_cap += 1
                continue
            for x, a in enumerate(members):
                for b in members[x + 1:]:
                    shares[(min(a, b), max(a, b))] += 1 / (len(members) - 1)
        for key, share in shares.items():
            if key not in self.pairs:
                self.pairs[key] = min(1.0, share)
                arcs |= {key, key[::-1]}
        self.arc_count = len(arcs) if self.directed else len(self.pairs)
        self.neighbours = collections.defaultdict(set)
        for a, b in self.pairs:
            self.neighbours[a].add(b)
            self.neighbours[b].add(a)

    # Sums within and between groups.

    @cached_property
    def between(self):
        """Ties between groups by pair of ids in order; within a group under (g, g)."""
        sums = collections.Counter()
        for (a, b), share in self.pairs.items():
            g, h = self.group_of.get(a), self.group_of.get(b)
            if g is not None and h is not None:
                sums[(min(g, h), max(g, h))] += share
        return sums

    @cached_property
    def pair_people(self):
        people = collections.defaultdict(set)
        for a, b in self.pairs:
            g, h = self.group_of.get(a), self.group_of.get(b)
            if g is not None and h is not None:
                people[(min(g, h), max(g, h))] |= {a, b}
        return people

    @cached_property
    def inside(self):
        return {g: self.between.get((g, g), 0.0) for g in self.sizes}

    @cached_property
    def outside(self):
        sums = collections.Counter({g: 0.0 for g in self.sizes})
        for (g, h), ties in self.between.items():
            if g != h:
                sums[g] += ties
                sums[h] += ties
        return sums

    @cached_property
    def total(self):
        return sum(self.between.values())

    @cached_property
    def crossing(self):
        return sum(t for (g, h), t in self.between.items() if g != h)

    @property
    def share(self):
        return self.crossing / self.total if self.total else None

    @property
    def expected(self):
        """The share of ties that would cross by chance: 1 - sum n_g (n_g - 1) / N (N - 1)."""
        n = sum(self.sizes.values())
        return 1 - sum(s * (s - 1) for s in self.sizes.values()) / (n * (n - 1)) if n > 1 else None

    def group_share(self, g):
        ties = self.inside[g] + self.outside[g]
        return self.outside[g] / ties if ties else None

    def group_expected(self, g):
        """E of ties that touch the group: 2 (N - n) / (2 N - n - 1)."""
        n, s = sum(self.sizes.values()), self.sizes[g]
        return 2 * (n - s) / (2 * n - s - 1) if n > 1 else None

    def linked(self, g):
        return {h for pair in self.between for h in pair if g in pair and h != g}

    # What hangs on whom, at the level of the boundary: the whole data.

    @cached_property
    def graph(self):
        """Groups and the links between them: any tie at all."""
        links = collections.defaultdict(set)
        for g in self.sizes:
            links[g]
        for (g, h) in self.between:
            if g != h:
                links[g].add(h)
                links[h].add(g)
        return links

    @cached_property
    def cut(self):
        """For each group without which some group is cut off from the largest part of its own component: those groups."""
        found = {}
        for g in self.sizes:
            parts = parts_without(self.graph, g)
            if len(parts) > 1:
                largest = max(len(p) for p in parts)
                parts.sort(key=len)
                found[g] = ([set().union(*parts[:-1])] if len(parts[-2]) < largest
                            else [set().union(*[p for p in parts if p is not q]) for q in parts if len(q) == largest])
        return found

    @cached_property
    def only_links(self):
        """Links of the groups' graph that nothing else replaces."""
        return bridges(self.graph)

    @cached_property
    def holders(self):
        """For each group that a single person could cut off: those persons who hold every outside tie."""
        found = {}
        for g in self.sizes:
            ends = [(a, b) for (a, b) in self.pairs
                    if self.group_of.get(a) is not None and self.group_of.get(b) is not None
                    and (self.group_of[a] == g) != (self.group_of[b] == g)]
            if ends:
                shared = set(ends[0]).intersection(*[set(e) for e in ends])
                if shared:
                    found[g] = (shared, len(ends))
        return found

    @cached_property
    def cut_people(self):
        return cut_points(self.neighbours)

    # Who answered.

    def coverage(self, people=None):
        answers = [self.people[i].responded for i in (self.people if people is None else people)]
        asked = [a for a in answers if a is not None]
        return (len(asked), sum(asked))

    def quiet(self, group):
        """Whether under half of those of a group who were asked answered."""
        asked, answered = self.coverage(self.members[group])
        return asked > 0 and answered * 2 < asked

    # Partners.

    @cached_property
    def contacts(self):
        """Who is in touch with each partner, with the deepest of their ties."""
        met = {p: {} for p in self.ws.partners}

        def meet(person, partner, depth):
            if person in self.people:
                met[partner][person] = max(met[partner].get(person, 0), depth or 0)
        for tie in self.ws.ties:
            kinds = {k: i for k, i in tie["ends"]}
            if {"person", "partner"} == set(kinds) and self.period.overlaps(tie["started"], tie["ended"]) and self.reaches(tie["depth"], 1):
                meet(kinds["person"], kinds["partner"], tie["depth"])
        for group in self.ws.groups:
            if self.period.overlaps(group["started"], group["ended"]) and len(group["members"]) <= GROUP_CAP and group["depth"] != 0:
                for kind, partner in group["members"]:
                    if kind == "partner":
                        for k, person in group["members"]:
                            if k == "person":
                                meet(person, partner, group["depth"])
        return met

    @cached_property
    def partner_ties_recorded(self):
        """Whether any file says of any time who is in touch with any partner."""
        return any("partner" in (k for k, _ in t["ends"]) for t in self.ws.ties) or any(
            "partner" in (k for k, _ in g["members"]) for g in self.ws.groups)

    @cached_property
    def partner_ties_told(self):
        """Whether any file says so of this time, of anybody who is there, be it that there is no contact."""
        def denied(tie):
            kinds = {k: i for k, i in tie["ends"]}
            return {"person", "partner"} == set(kinds) and kinds["person"] in self.people and self.period.overlaps(tie["started"], tie["ended"])
        return any(map(denied, self.ws.ties)) or any(self.contacts.values())


def parts_without(graph, gone):
    """The parts into which the component of a node falls without it."""
    seen, parts = {gone}, []
    for start in graph[gone]:
        if start in seen:
            continue
        part, queue = {start}, [start]
        seen.add(start)
        while queue:
            for other in graph[queue.pop()]:
                if other not in seen:
                    seen.add(other)
                    part.add(other)
                    queue.append(other)
        parts.append(part)
    return parts


def components(graph, nodes):
    seen, parts = set(), []
    for start in nodes:
        if start in seen:
            continue
        part, queue = {start}, [start]
        seen.add(start)
        while queue:
            for other in graph.get(queue.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    part.add(other)
                    queue.append(other)
        parts.append(part)
    return parts


def _lowlink(graph):
    order, low, parent, cuts, links = {}, {}, {}, set(), set()
    for root in list(graph):
        if root in order:
            continue
        order[root] = low[root] = len(order)
        parent[root] = None
        stack, children = [(root, iter(graph[root]))], 0
        while stack:
            node, rest = stack[-1]
            moved = False
            for other in rest:
                if other not in order:
                    parent[other] = node
                    children += node == root
                    order[other] = low[other] = len(order)
                    stack.append((other, iter(graph[other])))
                    moved = True
                    break
                if other != parent[node]:
                    low[node] = min(low[node], order[other])
            if not moved:
                stack.pop()
                up = parent[node]
                if up is not None:
                    low[up] = min(low[up], low[node])
                    if low[node] > order[up]:
                        links.add((min(up, node), max(up, node)))
                    if up != root and low[node] >= order[up]:
                        cuts.add(up)
        if children > 1:
            cuts.add(root)
    return cuts, links


def cut_points(graph):
    return _lowlink(graph)[0]


def bridges(graph):
    return _lowlink(graph)[1]


# Partnerships.

def blau(parts):
    total = sum(parts)
    return 1 - sum((p / total) ** 2 for p in parts) if total else None


class Ledger:
    """Partnerships on a day."""

    TRUST = ["reliability", "mission", "openness"]
    VALUE = ["power", "involvement", "resources"]

    def __init__(self, study, day):
        self.study, self.ws, self.day = study, study.ws, day
        self.rounds()

    def in_post(self, person):
        p = self.ws.people[person]
        return not self.day or ((not p.ended or p.ended >= self.day) and (not p.started or p.started <= self.day))

    def stands_for(self, person, side):
        p = self.ws.people[person]
        if side == "trust":
            return True
        return p.school == side if side in self.ws.schools else side in p.teams

    def holders(self, entry, contacts=None):
        contacts = self.study.contacts if contacts is None else contacts
        found = {i for i in contacts[entry["partner"]] if self.stands_for(i, entry["with"])}
        if entry["lead"] and self.in_post(entry["lead"][1]):
            found.add(entry["lead"][1])
        return found

    def quiet(self, side):
        """Whether under half of those of a side who were asked answered."""
        responses = [p.responded for i, p in self.ws.people.items() if self.in_post(i) and self.stands_for(i, side) and p.responded is not None]
        return bool(responses) and sum(responses) * 2 < len(responses)

    def tells(self, entry):
        """Whether there are no more holders than those known: not where a lead could not be read, or a side with fewer than two is quiet."""
        return not entry["lead_lost"] and (len(self.holders(entry)) > 1 or not self.quiet(entry["with"]))

    def has_met(self, entry):
        """Whether somebody of the partner came to an event in the year up to the day, or on a day that is not known."""
        party = ("partner", entry["partner"])
        return any(
            party in event["seats"] and event["seats"][party]["came"] is True
            and (not event["date"] or not self.day or 0 <= (self.day - event["date"]).days <= 365)
            for event in self.ws.events.values())

    def overdue(self, entry):
        return bool(entry["review_due"] and self.day and entry["review_due"] < self.day)

    def lead_left(self, entry):
        return bool(entry["lead"]) and not self.in_post(entry["lead"][1])

    def rounds(self):
        days = sorted({r["date"] for r in self.ws.ratings if r["date"]})
        lasts, self.round_of = [], {}
        for d in days:
            if lasts and (d - lasts[-1]).days <= 60:
                lasts[-1] = d
            else:
                lasts.append(d)
            self.round_of[d] = len(lasts) - 1
        sheets = collections.defaultdict(lambda: collections.defaultdict(dict))
        turns = collections.Counter()
        merged = {}
        for r in self.ws.ratings:
            if r["rater"]:
                key = (r["partnership"], r["side"], r["item"], r["date"], r["rater"])
                if key in merged:
                    merged[key]["score"] = min(merged[key]["score"], r["score"])
                    continue
                merged[key] = dict(r)
            else:
                merged[len(merged)] = dict(r)
        for r in sorted(merged.values(), key=lambda r: r["date"] or datetime.date.min):
            place = (r["partnership"], r["side"], self.round_of.get(r["date"], 0))
            rater = r["rater"]
            if not rater:
                rater = turns[place + (r["item"],)]
                turns[place + (r["item"],)] += 1
            sheets[place][rater][r["item"]] = r["score"]
        self.sheets = sheets
        self.asked = {r["item"] for r in self.ws.ratings}

    def view(self, entry, side, items):
        """The mean of a side and the number of raters; None without an answer, "c" below three."""
        for n in reversed(range(max(len(set(self.round_of.values())), 1))):
            if (entry["id"], side, n) in self.sheets:
                break
        else:
            return None
        return self.view_in(entry, side, items, n)

    def view_in(self, entry, side, items, n):
        six = set(self.TRUST + self.VALUE)
        needed = six if len(items) > 1 and set(items) <= six and six <= self.asked else set(items)
        sheets = [s for s in self.sheets.get((entry["id"], side, n), {}).values() if needed <= set(s)]
        if not sheets:
            return None
        if len(sheets) < 3:
            return "c"
        return sum(sum(s[i] for i in items) / len(items) for s in sheets) / len(sheets)

    def gap(self, entry, items):
        ours, theirs = self.view(entry, "ours", items), self.view(entry, "theirs", items)
        return ours - theirs if isinstance(ours, float) and isinstance(theirs, float) else None

    def both_known(self, entry):
        return self.gap(entry, self.TRUST) is not None or self.gap(entry, ["level"]) is not None

    @staticmethod
    def exceeds(more, less, by, high=4):
        """Whether one mean lies so far above another; None where the ends of the scale, which are all that is told, leave it open."""
        band = (high - 1) / 6
        def told(v):
            return (1, 1 + band) if v < 1 + band else (high - band, high) if v > high - band else (v, v)
        a, b = told(more), told(less)
        # The inner bound of an end is no part of it.
        short = 1e-6 if a[0] == 1 or b[1] == high else 0
        return True if a[0] - b[1] >= by - 1e-9 else None if a[1] - b[0] - short >= by - 1e-9 else False

    def wide(self, entry, items, high=4):
        ours, theirs = self.view(entry, "ours", items), self.view(entry, "theirs", items)
        if not isinstance(ours, float) or not isinstance(theirs, float):
            return None
        return self.exceeds(max(ours, theirs), min(ours, theirs), 2, high)

    def apart_told(self, entry):
        return self.wide(entry, self.TRUST) is not None

    def apart(self, entry):
        return any(w is True for w in [self.wide(entry, self.TRUST), self.wide(entry, ["level"], 5)])


# What people know.

class Knowing:
    def __init__(self, study):
        self.study, ws = study, study.ws
        self.holders, self.knows = collections.defaultdict(set), collections.defaultdict(set)
        mentioned = set()
        unseen = {i for i, p in study.people.items() if p.hidden}
        for skill in ws.skills:
            # What somebody who asked not to be named knows is in no count.
            if skill["person"] in unseen:
                continue
            mentioned.add(skill["topic"])
            if skill["person"] in study.people:
                self.knows[skill["topic"]].add(skill["person"])
                if skill["level"] is None or skill["level"] >= 2:
                    self.holders[skill["topic"]].add(skill["person"])
        self.seekers = collections.defaultdict(set)
        for person, topic in ws.wishes:
            if person in unseen:
                continue
            mentioned.add(topic)
            if person in study.people:
                self.seekers[topic].add(person)
        for need in ws.needs.values():
            if need["met"] is not True:
                for kind, i in need["from"]:
                    if kind == "person" and i in study.people and i not in unseen:
                        for topic in topics_in(ws, need["title"]):
                            mentioned.add(topic)
                            self.seekers[topic].add(i)
        narrower = collections.defaultdict(set)
        for topic in ws.topics.values():
            if topic["broader"]:
                narrower[ws._topic_of.get(folded(topic["broader"]), topic["broader"])].add(topic["name"])
        self.topics = sorted(t for t in ws.topics if t in mentioned or (ws.topics[t]["own"] and not narrower[t]))

    def reach(self, topic, group, steps=2):
        """The share of a group's staff within so many steps of a holder who may be named; no step leads through anybody hidden."""
        study = self.study
        front = {i for i in self.holders[topic] if not study.people[i].hidden}
        seen = front | self.holders[topic]
        for _ in range(steps):
            front = {b for a in front if not study.people[a].hidden for b in study.neighbours.get(a, ())} - seen
            seen |= front
        members = study.members[group]
        return sum(1 for i in members if i in seen) / len(members) if members else 0.0

    def rests_on(self, count, topics=None):
        """The topics that so many are known to hold: of one in a row that could not be read that is not known."""
        return [t for t in topics or self.topics if len(self.holders[t]) == count and t not in self.study.ws.unread_topics]

    def coverage(self, topic, group):
        holders = self.holders[topic]
        unread = topic in self.study.ws.unread_topics
        if not holders:
            return "not known" if unread else "absent"
        here = sum(1 for i in holders if self.study.group_of.get(i) == group)
        if here:
            return "covered" if here > 1 else "thin"
        listed = sum(1 for i in holders if not self.study.people[i].hidden)
        if not listed:
            return "not known" if unread else "distant"
        if self.reach(topic, group) < 0.5:
            return "not known" if unread or self.study.quiet(group) else "distant"
        return "thin" if listed == 1 else "covered"


def topics_in(ws, sentence):
    tokens = re.findall(r"[\w\-'&]+", sentence)
    found, place = set(), 0
    while place < len(tokens):
        for length in range(min(5, len(tokens) - place), 0, -1):
            topic = ws._topic_of.get(folded(" ".join(tokens[place:place + length])))
            if topic and (length > 1 or folded(topic) == folded(tokens[place])):
                found.add(topic)
                place += length - 1
                break
        place += 1
    return found
