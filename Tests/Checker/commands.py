"""What single commands say, in words and as JSON, beside what is so."""

import collections
import contextlib
import datetime
import json
import re

import drawn
import findings
import sentences as say
from checks import At, rounded, same_decimal
from outputs import run
from raw import DEPTHS, folded
from truth import CENTRAL, Period, Study, components

# Fewer cases than this bear no verdict: the least number of ties that Weft asks of a group.
FEW = 10


def check(weft, folder, question, checker):
    Commands(weft, folder, question, checker).all()


class Commands:
    def __init__(self, weft, folder, question, checker):
        self.weft, self.folder, self.question, self.c = weft, folder, question, checker
        self.ws, self.study, self.claims = checker.ws, checker.main, checker.claims

    def ask(self, command, *arguments, studied=True, in_text=False):
        """A command's JSON, and its text where asked for or in a full run; both say the same."""
        if not studied and self.question.period:
            # Answers as at the newest day, and not as at the day that the files are known on here.
            return None, "as at another day"
        asked = [command, self.folder, *arguments] + (self.question.study if studied else [])
        code, data, error = run(self.weft, *asked, "--json")
        if code != 0:
            return None, error.strip()
        data = json.loads(data)
        if not in_text and not self.question.in_text:
            return data, ""
        code, text, error = run(self.weft, *asked)
        said = data.get("sentences") or ([data["sentence"]] if data.get("sentence") else [])
        for sentence in said:
            self.claims.claim("text-and-json", f"weft {command}", sentence, "in the text as well", sentence.split("\n")[0] in text, "the text does not say it")
        return data, text

    def at(self, where, study=None):
        study = study or self.study
        at = At(where, study, None, study)
        at.name = "command"
        at.command = where
        return at

    def read(self, sentences, where, study=None, **about):
        at = self.at(where, study)
        at.__dict__.update(about)
        for sentence in sentences:
            self.c.read(sentence, at, "command", "summary")

    def all(self):
        """Every command, with arguments that the files offer."""
        c, ws, study = self.c, self.ws, self.study
        c.command = self
        if study.by:
            self.silos()
            self.bridges()
            self.boundaries()
            self.between()
            self.show()
        self.gaps()
        for command in ["goals", "stories", "ideas", "decisions", "voices", "events", "partners"]:
            data, _ = self.ask(command, studied=False)
            if data:
                with self.undated():
                    self.read(data["sentences"], f"weft {command}")
        for command in ["purpose", "teams", "outward", "match", "prospects", "evidence"]:
            data, text = self.ask(command)
            if data:
                self.read(data["sentences"], f"weft {command}", data=data)
                if command == "evidence":
                    self.evidence(data)
                if command == "purpose":
                    self.ways(data)
        if ws.skills:
            self.find()
        self.network()
        self.without()
        self.compare()
        self.local()
        if study.by:
            findings.check(self)
            drawn.check(self)

    # Silos, bridges, boundaries.

    def silos(self):
        data, _ = self.ask("silos")
        if not data:
            return
        self.read(data["sentences"], "weft silos")
        for row in data["groups"]:
            g = row["id"]
            if g not in self.study.sizes or not isinstance(row.get("ties"), (int, float)):
                continue
            ties = self.study.inside[g] + self.study.outside[g]
            text = f"{row['name']}: {row['verdict']}"
            self.claims.claim("json-ties", "weft silos --json", text, row["ties"], abs(row["ties"] - ties) < 1e-6, ties)
            if row.get("outside_share") is not None:
                self.claims.claim("json-share", "weft silos --json", text, row["outside_share"], abs(row["outside_share"] - (self.study.group_share(g) or 0)) < 1e-9, self.study.group_share(g))
            self.claims.fact(("verdict kind", self.study.by, g), row["verdict"], "weft silos --json", text)
        for row in data["depths"]:
            study = self.c.study(None, row["depth"])
            self.claims.claim("json-depth-ties", "weft silos --json", f"depth {row['depth']}", row["ties"], abs((row["ties"] or 0) - study.total) < 1e-6, study.total)

    def bridges(self):
        data, _ = self.ask("bridges")
        if not data:
            return
        self.read(data["sentences"], "weft bridges")
        if len(self.study.people) <= 700:
            score = sorted((v for i, v in self.c.ranking().items() if not self.study.people[i].hidden), reverse=True)
            for row in data["people"]:
                said = row["betweenness"]
                while score and abs(score[0] - said) >= 1e-6 * max(1, score[0]) + 1e-6:
                    score.pop(0)
                self.claims.claim("json-betweenness", "weft bridges --json", str(row["person"]), said, bool(score), "nobody")
                score = score[1:]

    def boundaries(self):
        data, _ = self.ask("boundaries")
        if not data:
            return
        if data.get("sentence"):
            self.read([data["sentence"]], "weft boundaries")
        offered = set(self.c.offered())
        for row in data["boundaries"]:
            by = self.c.boundary(row["boundary"])
            study, text = self.c.study(by), f"{row['boundary']}: {row.get('outside_share')}"
            if row.get("outside_share") is not None:
                self.claims.claim("json-boundary-share", "weft boundaries --json", text, row["outside_share"], abs(row["outside_share"] - study.share) < 1e-9, study.share)
            truth = len(study.sizes) - (by == "school" and CENTRAL in study.names.values())
            self.claims.claim("school-count" if by == "school" else "json-groups", "weft boundaries --json", text, row["groups"], row["groups"] == truth, truth)

    # Two groups.

    def between(self):
        study = self.study
        shown = [g for g in study.sizes if study.sizes[g] >= 5]
        pairs = sorted((t, k) for k, t in study.between.items() if k[0] != k[1] and k[0] in shown and k[1] in shown)
        chosen = [k for _, k in pairs[:2] + pairs[len(pairs) // 2:len(pairs) // 2 + 1] + pairs[-1:]]
        none = next(((a, b) for a in shown for b in shown if a < b and (a, b) not in study.between), None)
        for a, b in dict.fromkeys(chosen + ([none] if none else [])):
            data, error = self.ask("between", a, b)
            where = f"weft between {a} {b}"
            if not data:
                continue
            self.read(data["sentences"], where, None, pair=(a, b))
            for row in data["tables"].get("depth", []):
                depth = DEPTHS.index(row["depth"])
                truth = self.c.study(None, depth).between.get((min(a, b), max(a, b)), 0.0)
                if row["ties"] == "c":
                    continue
                self.claims.claim("between-depth", where, str(row), row["ties"], abs(row["ties"] - truth) < 1e-6, truth)

    # One group, one person.

    def show(self):
        ws, study = self.ws, self.study
        if study.by not in ("school", "team"):
            return
        ids = sorted(study.sizes)
        few = sorted(ids, key=lambda g: study.outside[g])
        for g in dict.fromkeys([ids[0], few[0], few[-1], ids[len(ids) // 2]]):
            name = study.names[g]
            asked = ["Central team"] if name == CENTRAL else ["school" if study.by == "school" else "team", g]
            data, text = self.ask("show", *asked, in_text=True)
            where = f"weft show {g}"
            if not data:
                continue
            at = self.at(where)
            at.subject = g
            self.c.read_lines(data["sentences"], at)
            for row in data["partners"]:
                if not isinstance(row.get("ties"), (int, float)):
                    continue
                truth = study.between.get((min(g, row["id"]), max(g, row["id"])), 0.0)
                self.claims.claim("show-ties", where, f"{name} with {row['name']}", row["ties"], abs(row["ties"] - truth) < 1e-6, truth)
                if f" {row['ties']:.0f} " and 0 < row["ties"] < 0.5:
                    self.claims.claim("shown-as-nought", where, f"{name} with {row['name']}: 0 ties", "0", False, f"{row['ties']:.2f} of a tie", True)
            for line in text.splitlines():
                if line.startswith(("No tie, though", "Knows above all", "Known to one person", "Nobody here has listed", "Would like to know")):
                    self.c.read(line, at, "command")

    # What people know.

    def gaps(self):
        data, _ = self.ask("gaps")
        if not data:
            return
        for gap in data["gaps"]:
            self.read([gap["sentence"]], "weft gaps")
        by = next((b for b in ["school", self.study.by] if b and data["coverage"] and data["coverage"][0]["group"] in self.c.study(b).sizes), None)
        if not by:
            return
        knowing = self.c.knowing(by)
        for row in data["coverage"]:
            if row["class"] not in ("c", "", None) and row["group"] in knowing.study.sizes and row["topic"] in self.ws.topics:
                truth = knowing.coverage(row["topic"], row["group"])
                self.claims.fact(("gap class", row["topic"], row["group"]), row["class"], "weft gaps --json", str(row["topic"]))
                self.claims.claim("gap-class", "weft gaps --json", f"{row['topic']} in {row['group']}", row["class"], row["class"] == truth, truth)
        for demand in data["supply_and_demand"]:
            if demand["topic"] in self.ws.topics:
                self.claims.claim("gap-seekers", "weft gaps --json", demand["topic"], demand["seekers"], demand["seekers"] == len(knowing.seekers[demand["topic"]]), len(knowing.seekers[demand["topic"]]))

    def find(self):
        """A word of a question that nobody knows is not dropped in silence."""
        if self.question.period:
            return
        ws = self.ws
        knowing = self.c.knowing()
        topics = sorted(knowing.holders, key=lambda t: (-len(knowing.holders[t]), t))
        topics = [t for t in dict.fromkeys(topics[:2] + ["Phonics"]) if knowing.holders.get(t)]
        for topic, strange in [(t, w) for t in topics for w in (None, "zumba")]:
            query = " ".join(filter(None, [topic, strange]))
            code, text, _ = run(self.weft, "find", self.folder, query)
            found = re.search(rf"^({say.NUMBER}) (?:people|person) knows? (.+)", text, re.I | re.M)
            if code or not found:
                continue
            where, line = f"weft find {query!r}", found.group(0)
            listed = [i for i in knowing.holders[topic] if not self.study.people[i].hidden]
            if strange is None:
                self.claims.claim("find-count", where, line, found.group(1), say.number(found.group(1)) >= len(listed), f"{len(listed)} hold it, hidden people aside")
            else:
                self.claims.claim("find-dropped-word", where, line, strange, "zumba" in text, "the answer does not say that the word was not looked for")

    def network(self):
        """One team's network says which school each team is of."""
        ws = self.ws
        teams = [t for t in ws.teams.values() if t["school"]]
        names = collections.Counter(t["name"] for t in ws.teams.values())
        sizes = collections.Counter(t for p in self.study.people.values() for t in p.teams)
        twice = sorted((t for t in teams if names[t["name"]] > 1 and sizes[t["id"]] >= 6), key=lambda t: t["id"])
        if not twice:
            return
        code, svg, _ = run(self.weft, "draw", "network", self.folder, "--of", twice[0]["id"], "-o", "-")
        for title in re.findall(r"<title>([^<]+?), \d[\d,]* (?:people|person)", svg) if not code else []:
            self.claims.claim("ambiguous-name", f"weft draw network --of {twice[0]['id']}", title, title, names[title] < 2, f"{names[title]} teams are called so")

    def ways(self, data):
        """The form of each kind of work, and how much of it there is and leads across."""
        count, across = collections.Counter(), self.c._ways()[0]
        for work in self.c.work():
            count[folded(work["kind"] or ("working group" if "members" in work else ""))] += 1
        for row in data["tables"].get("ways", []):
            key, text = folded(row["kind"]), f"{row['kind']}: {row['form']}"
            self.claims.claim("way-form", "weft purpose", text, row["form"], (row["form"] == "formal") == self.c.is_formal(row["kind"]), "Docs/Partnerships.md sorts it otherwise")
            self.claims.claim("way-work", "weft purpose", f"{row['kind']}: {row['work']}", row["work"], row["work"] == count[key], count[key])
            self.claims.claim("way-across", "weft purpose", f"{row['kind']}: {row['across']}", row["across"], row["across"] == across[key], across[key])

    def untold(self, figure):
        """Whether the files say nothing of what a statement's figure counts."""
        ws = self.ws
        def silent(table, *roles):
            return any(not ws.says(table, role) for role in roles)
        return {"work-with-outcome": lambda: silent("collaborations", "outcome"),
                "decisions-asked": lambda: silent("decisions", "decided_by", "consulted", "affects"),
                "partners-consulted": lambda: silent("decisions", "decided_by", "consulted"),
                "partners-asked": lambda: not ws.ratings,
                "partnerships-shared": lambda: not self.c.ledger().study.partner_ties_told,
                "partnerships-agreed": lambda: silent("partnerships", "agreement", "roles_clear"),
                "lead-out": lambda: not ws.schools,
                "partnerships-reviewed": lambda: silent("partnerships", "review_due"),
                "partnerships-mutual": lambda: silent("partnerships", "gives", "gets"),
                "goals-measured": lambda: silent("goals", "measure", "owner") or silent("progress", "value"),
                "ideas-bridged": lambda: silent("ideas", "origin", "carried_by", "adopted_by"),
                "needs-answered": lambda: silent("needs", "voice") or silent("needs", "met") and silent("needs", "action"),
                }.get(figure, lambda: False)()

    def evidence(self, data):
        """A statement's value from files that do not say is not known."""
        for row in data["tables"].get("evidence", []):
            if row.get("value") is not None:
                text = f"{row['statement']}: {row['value']}"
                self.claims.claim("evidence-untold", "weft evidence", text, row["value"], not self.untold(row.get("measure")), "the files say nothing of it", True)
        for row in data["tables"].get("evidence", []):
            text = f"{row['statement']}: {row.get('value')}"
            if re.search("outside|partners know|outside contacts|fields", row["statement"], re.I) and row.get("value") is not None and not self.study.partner_ties_told:
                self.claims.claim("evidence-unrecorded", "weft evidence", text, row["value"], False, "no file says who is in touch with partners", True)
            truth = None if row.get("value") is None else self.evidence_truth(row.get("measure"))
            if truth is not None:
                self.claims.claim("evidence-share", "weft evidence", text, row["value"], abs(row["value"] - truth) < 1e-4, truth)

    def evidence_truth(self, figure):
        """The share that speaks to a statement, of what the files tell of."""
        deals, ledger = self.ws.partnerships.values(), self.c.ledger()
        if figure == "partnerships-agreed":
            told = [bool(d["agreement"] and d["roles_clear"]) for d in deals if d["agreement"] is not None and d["roles_clear"] is not None]
        elif figure == "partnerships-shared":
            told = [len(h) > 1 for d, h in ((d, ledger.holders(d)) for d in deals) if h and ledger.tells(d)]
        elif figure == "lead-out":
            study = self.c.study("school")
            pairs = [(study.group_of.get(a), study.group_of.get(b), w) for (a, b), w in study.pairs.items()]
            known = [(g != h, w) for g, h, w in pairs if None not in (g, h)]
            whole = sum(w for _, w in known)
            return sum(w for across, w in known if across) / whole if whole else None
        else:
            return None
        return sum(told) / len(told) if told else None

    @contextlib.contextmanager
    def undated(self):
        """Commands without a period look at things as at the newest day that any file has, and are no part of the page."""
        c = self.c
        day, said, main, period = c.day, c.claims.said, c.main, c.period
        c.day, c.claims.said = c.newest, collections.defaultdict(list)
        if self.question.period or c.day != day:
            now = Period(c.ws.newest, c.ws.newest) if c.ws.newest else Period()
            c.main, c.period, c.cache = Study(c.ws, c.by, 1, now), now, {}
        try:
            yield
        finally:
            if c.main is not main:
                c.cache = {}
            c.day, c.claims.said, c.main, c.period = day, said, main, period

    # Without somebody.

    def without(self):
        ws, study = self.ws, self.study
        knowing = self.c.knowing() if ws.skills else None
        chosen = []
        if knowing:
            single = sorted(next(iter(h)) for t, h in knowing.holders.items() if len(h) == 1)
            chosen += [i for i in single if not study.people[i].hidden][:2]
        holders = sorted({i for shared, _ in study.holders.values() for i in shared if not study.people[i].hidden}) if study.by else []
        chosen += holders[:1]
        met = {p: set(m) for p, m in study.contacts.items()}
        chosen += sorted(next(iter(m)) for m in met.values() if len(m) == 1)[:1]
        busiest = sorted(study.people, key=lambda i: (-len(study.neighbours.get(i, ())), i))[:1]
        chosen += [i for i in sorted(study.cut_people) if not study.people[i].hidden][:1] + busiest
        for i in dict.fromkeys(chosen):
            if study.people[i].hidden:
                continue
            data, _ = self.ask("without", i)
            if data:
                self.read(data["sentences"], f"weft without {i}", None, leaving={i})
        centre = {i for i, p in study.people.items() if p.school is None}
        if ws.schools and centre:
            data, _ = self.ask("without", "--central")
            if data:
                self.read(data["sentences"], "weft without --central", None, leaving=centre)

    # Two days.

    def compare(self):
        days = [None]
        if self.ws.newest:
            new = self.c.page_day
            days.append((new - datetime.timedelta(days=365), new - datetime.timedelta(days=182)))
        for pair in days:
            arguments = ["--from", str(pair[0]), "--to", str(pair[1])] if pair else []
            keep = self.question.period
            data, _ = self.ask("compare", *arguments)
            if not data:
                continue
            where = "weft compare " + " ".join(arguments)
            self.read(data["sentences"], where.strip())
            found = re.search(rf"From ({say.DAY}) to ({say.DAY})", data["sentences"][0])
            ends = [datetime.datetime.strptime(d, "%d %B %Y").date() for d in found.groups()]
            studies = [Study(self.ws, self.study.by, 1, Period(d, d)) for d in ends]
            for row in data["tables"].get("days", []):
                if row["what"] == "people":
                    truth = [len(s.people) for s in studies]
                    self.claims.claim("compare-people", where, str(row), (row["before"], row["after"]), [row["before"], row["after"]] == truth, truth)
                elif row["what"] == "pairs tied":
                    truth = [len(s.pairs) for s in studies]
                    self.claims.claim("compare-pairs", where, str(row), (row["before"], row["after"]), [row["before"], row["after"]] == truth, truth)
                elif row["what"] == "E-I index" and row.get("change") is not None:
                    self.claims.claim("compare-interval", where, str(row), row["change"], any("interval" in k or k == "sure" for k in row), "a change without saying how sure it is")
                elif row["what"] == "partnerships" and row["before"] is not None:
                    truth = [len([p for p in self.ws.partnerships.values() if not p["started"] or p["started"] <= d]) for d in ends]
                    self.claims.claim("compare-partnerships", where, str(row), (row["before"], row["after"]), [row["before"], row["after"]] == truth, truth)
                elif row["what"] == "held by one person" and row["before"] is not None and not self.study.partner_ties_recorded and self.ws.partnerships:
                    self.claims.claim("compare-single", where, str(row), row["after"], False, "no file says who is in touch with partners", True)

    # One hub.

    def local(self):
        hubs = sorted({s["hub"] for s in self.ws.schools.values() if s["hub"]})
        for hub in hubs[:2]:
            data, _ = self.ask("local", hub)
            if not data:
                continue
            here = {i for i, p in self.study.people.items() if p.school and self.ws.schools[p.school]["hub"] == hub}
            part = Local(self.study, here, "school")
            part.scope = hub
            self.read(data["sentences"], f"weft local {hub}", part, hub=hub)


class Local(Study):
    """Some of the people, among themselves."""

    def __init__(self, study, here, by):
        self.__dict__.update({k: study.__dict__[k] for k in ("ws", "depth", "period")})
        self.by = by
        self.people = {i: study.people[i] for i in here}
        self._group()
        self.pairs = {p: s for p, s in study.pairs.items() if p[0] in here and p[1] in here}
        self.directed, self.arc_count = study.directed, len(self.pairs)
        self.neighbours = collections.defaultdict(set)
        for a, b in self.pairs:
            self.neighbours[a].add(b)
            self.neighbours[b].add(a)
        self.whole, self.scope = study, "local"


class CommandChecks:
    """The kinds of sentence that commands alone say; mixed into the checker."""

    def read_lines(self, lines, at):
        for line in lines:
            if not self.read_one(line, at, "command", quietly=None):
                self.read(line, at, "command", "summary")

    def check_hangs_unknown(self, text, m, at):
        study = at.asked
        across = [p for p in study.pairs if study.group_of.get(p[0]) != study.group_of.get(p[1])]
        self.claims.claim("hangs-unknown", at.where, text, "few", len(across) <= len(study.pairs) / 100, f"{len(across)} of {len(study.pairs)} ties cross", True)

    def check_nothing_hangs(self, text, m, at):
        study = at.asked
        hangs = [study.names[g] for g in study.holders if study.sizes[g] >= self.min_group]
        small = [g for g in study.sizes if 0 < study.sizes[g] < self.min_group]
        # A link to a group that is hidden may not be shown.
        only = [study.names[g] for g in study.sizes if len(study.sizes) > 2 and len(study.linked(g)) == 1 and study.sizes[g] >= self.min_group and not set(study.linked(g)) & set(small)]
        none = [study.names[g] for g in study.sizes if not study.linked(g) and len(study.sizes) > 1]
        beside = self.beside_small(study, m["part"])
        self.claims.claim("nothing-hangs", at.where, text, "none", max(len(hangs), len(only), len(none)) <= beside,
                          f"on one person {hangs[:3]}, one link {only[:3]}, no tie out {none[:3]}", True)
        self.claims.claim("nothing-hangs", at.where, text, m["part"], bool(m["part"]) == bool(small) and not m["fewest"], small)

    # Between.

    def _pair(self, at):
        return tuple(sorted(at.pair))

    def check_between_few(self, text, m, at):
        self.claims.pass_over()

    def check_between_no_tie(self, text, m, at):
        study = self.main
        a, b = at.pair
        total = sum(study.sizes.values())
        chance = 2 * study.total * study.sizes[a] * study.sizes[b] / (total * (total - 1))
        ties = study.between.get(self._pair(at), 0.0)
        self.claims.claim("between-no-tie", at.where, text, "no tie", ties == 0, ties, True)
        self.claims.claim("between-no-tie", at.where, text, m["f"], same_decimal(m["f"], chance), chance)

    def check_between_quiet(self, text, m, at):
        self.claims.claim("between-quiet", at.where, text, "too few of either", all(self.main.quiet(g) for g in at.pair), at.pair)

    def check_between_ties(self, text, m, at):
        study = self.main
        ties = study.between.get(self._pair(at), 0.0)
        a, b = at.pair
        total = sum(study.sizes.values())
        chance = 2 * study.total * study.sizes[a] * study.sizes[b] / (total * (total - 1))
        self.number_is("between-ties", text, at, m["n"], rounded(ties))
        self.claims.claim("between-ratio", at.where, text, m["f"], chance and 0 < ties / chance < 0.01 if m["under"] else same_decimal(m["f"], ties / chance if chance else None), chance and ties / chance)

    def check_between_joint(self, text, m, at):
        key = self._pair(at)
        ties, deep = self.main.between.get(key, 0.0), self.study(None, 4).between.get(key, 0.0)
        self.claims.claim("verdict-from-few", at.where, text, m["sense"], ties >= FEW, f"{ties:.1f} ties between the two, {deep:.1f} at depth 4")

    def check_between_sorts(self, text, m, at):
        a, b = at.pair
        study = self.main
        works = []
        for work in self.work():
            members = work.get("members") or work["ends"]
            groups = {study.group_of.get(i) for k, i in members if k == "person" and i in study.people}
            if a in groups and b in groups and (work["kind"] or work["purpose"] or "members" in work):
                works.append(work)
        self.claims.claim("percent-of-few", at.where, text, f"{m['p']} and {m['strategic']}", len(works) >= FEW, f"of {len(works)} ties and groups")

    def check_between_partners(self, text, m, at):
        a, b = at.pair
        partners = lambda g: {p for p, met in self.main.contacts.items() if any(self.main.group_of.get(i) == g for i in met)}
        self.number_is("between-partners", text, at, m["n"], len(partners(a) & partners(b)))

    def _stands(self, member, group):
        kind, i = member
        by = self.main.by
        if kind == "person":
            return self.main.group_of.get(i) == group
        if kind == "team" and by in ("team", "team-kind"):
            return i == group if by == "team" else self.ws.teams[i]["kind"] == group
        if by == "school":
            return (self.ws.school_of(member) if kind != "partner" else None) == group
        if by in ("hub", "phase") and kind in ("school", "team"):
            school = self.ws.school_of(member)
            return school in self.ws.schools and self.ws.schools[school][by] == group
        return False

    def _towards(self, a, b):
        """What two groups took part in together with a partner, and whom each meets at all."""
        occasions = [[p for p, s in e["seats"].items() if s["came"]] for e in self.ws.events.values()]
        occasions += [d["decided_by"] + d["consulted"] for d in self.ws.decisions.values()]
        occasions += [s["who"] for s in self.ws.stories.values()]
        occasions += [w["members"] for w in self.work() if "members" in w]
        together, met, told = set(), {}, False
        for g in (a, b):
            met[g] = {p for p, who in self.main.contacts.items() if any(self.main.group_of.get(i) == g for i in who)}
        for members in occasions:
            partners = {i for k, i in members if k == "partner"}
            told = told or bool(partners)
            there = [g for g in (a, b) if any(self._stands(x, g) for x in members)]
            for g in there:
                met[g] |= partners
            if len(there) == 2:
                together |= partners
        return together, met, told

    def check_between_together(self, text, m, at):
        together, _, _ = self._towards(*at.pair)
        self.number_is("between-together", text, at, m["n"], len(together))
        self.claims.claim("between-together-last", at.where, text, m["name"], m["name"] in {self.ws.partners[p]["name"] for p in together}, "they did not")

    def check_between_none_together(self, text, m, at):
        together, _, told = self._towards(*at.pair)
        self.claims.claim("between-none-together", at.where, text, "none", told and not together, len(together), True)

    def check_between_together_unknown(self, text, m, at):
        self.claims.claim("between-together-unknown", at.where, text, "not told", not self._towards(*at.pair)[2], "some file tells", True)

    def check_between_alone(self, text, m, at):
        _, met, _ = self._towards(*at.pair)
        for part in m["any"].rstrip(".").split("; "):
            group = next((g for g in at.pair if part.lower().startswith(str(self.main.names.get(g, g)).lower() + " with ")), None)
            if group is None:
                continue
            other = next(g for g in at.pair if g != group)
            alone = {self.ws.partners[p]["name"] for p in met[group] - met[other]}
            said = part[len(str(self.main.names.get(group, group))) + 6:]
            shown = [n for n in alone if n in said]
            more = re.search(r"(\d[\d,]*) more$", said)
            self.claims.claim("between-alone", at.where, text, said, len(shown) + (say.number(more.group(1)) if more else 0) == len(alone), sorted(alone)[:6])

    def check_between_lessons(self, text, m, at):
        knowing = self.knowing()
        for part in text.rstrip(".").split("; "):
            found = re.match(r"(.+?) could teach (.+)", part)
            for giver in at.pair:
                taker = next(g for g in at.pair if g != giver)
                names = [str(self.main.names.get(g, g)) for g in (giver, taker)]
                if not found or not part.lower().startswith(f"{names[0]} could teach {names[1]} ".lower()):
                    continue
                said = part[len(f"{names[0]} could teach {names[1]} "):]
                for topic in re.split(r", | and (?=[A-Z])", said):
                    sought = topic.endswith(" (sought there)")
                    topic = topic.removesuffix(" (sought there)")
                    if topic not in self.ws.topics:
                        continue
                    here = lambda people, g: [i for i in people if self.main.group_of.get(i) == g]
                    hold, seek = here(knowing.holders[topic], giver), here(knowing.seekers[topic], taker)
                    fine = hold and (seek if sought else len(hold) > 1 and not here(knowing.knows[topic], taker))
                    self.claims.claim("between-lesson", at.where, text, topic, bool(fine), f"{len(hold)} hold it, {len(seek)} seek it")

    def check_no_expertise(self, text, m, at):
        self.claims.claim("no-expertise", at.where, text, "expertise.csv", not self.ws.has("expertise"), "the file is there", True)

    def check_show_stands(self, text, m, at):
        told = {r.text("objective") for r in self.ws.rows("teams")}
        self.claims.claim("show-stands", at.where, text, m["what"], m["what"].rstrip(".") in {t.rstrip(".") for t in told if t}, "no team says so")

    def check_show_no_stand(self, text, m, at):
        row = next((r for r in self.ws.rows("teams") if r.text("id") == at.subject or r.text("name") == at.subject), None)
        self.claims.claim("show-no-stand", at.where, text, "none", row is None or not row.text("objective"), "it has one", True)

    def check_closure(self, text, m, at):
        study = self.main
        share = {}
        for group, members in study.members.items():
            closed = pairs = 0
            several = 0
            for i in members:
                near = sorted(study.neighbours.get(i, ()))
                several += len(near) > 1
                pairs += len(near) * (len(near) - 1) // 2
                closed += sum(1 for x, a in enumerate(near) for b in near[x + 1:] if b in study.neighbours.get(a, ()))
            # By fewer than may be told of, no group is compared.
            if several >= self.min_group:
                share[group] = closed / pairs
        group = next((g for g in share if study.names.get(g, g).lower() == re.sub("^the ", "", m["name"].lower())), None)
        if group is None:
            self.claims.claim("closure", at.where, text, m["name"], False, "no such group")
            return
        self.percent_is("closure", text, at, m["p"], share[group])
        hidden = [g for g in study.sizes if study.sizes[g] < self.min_group]
        if not hidden:
            others = sorted(v for g, v in share.items() if g != group)
            self.claims.claim("closure-most", at.where, text, m["name"], share[group] >= max(others) - 1e-9, max(others))
            n = len(others)
            self.percent_is("closure-others", text, at, m["others"], (others[(n - 1) // 2] + others[n // 2]) / 2)

    def check_fields_missing(self, text, m, at):
        met = {p for p, who in self.main.contacts.items() if who}
        for tie in self.ws.ties:
            # Of a partner that a school or team is in touch with, somebody is.
            if {"school", "team"} & {k for k, _ in tie["ends"]} and self.main.period.overlaps(tie["started"], tie["ended"]) and self.main.reaches(tie["depth"], 1):
                met |= {i for k, i in tie["ends"] if k == "partner"}
        # Who leads a partnership is in touch with the partner, and so may be whoever could not be read.
        met |= {d["partner"] for d in self.ws.partnerships.values() if d.get("lead_lost") or (d["lead"] and d["lead"][1] in self.main.people)}
        # Whoever came to an event, or stands in a story, has been met.
        met |= {i for e in self.ws.events.values() for (k, i), seat in e["seats"].items() if k == "partner" and seat["came"] is not False}
        met |= {i for s in self.ws.stories.values() for k, i in s["who"] if k == "partner"}
        met = {(self.ws.partners[p]["sector"] or "").lower().replace("-", " ") for p in met}
        for field in re.split(r", | or ", m["fields"]):
            self.claims.claim("fields-missing", at.where, text, field, field not in met, "somebody is", True)

    def check_goals_shared(self, text, m, at):
        owned = collections.defaultdict(set)
        for goal in self.ws.goals.values():
            for owner in self.owners_here(goal):
                owned[owner].add(goal["id"])
        members = sorted(owned)
        shared = len([1 for x, a in enumerate(members) for b in members[x + 1:] if owned[a] & owned[b]])
        self.number_is("goals-shared", text, at, m["n"], shared)
        self.number_is("goals-shared", text, at, m["all"], len(members) * (len(members) - 1) // 2)

    def check_goals_unshared(self, text, m, at):
        self.claims.claim("goals-unshared", at.where, text, "none", len({o for g in self.ws.goals.values() for o in self.owners_here(g)}) < 2, "two have", True)

    def check_goals_missed(self, text, m, at):
        self.claims.pass_over()

    def check_story_untold(self, text, m, at):
        told = {s["goal"] for s in self.ws.stories.values()}
        parties = {i for s in self.ws.stories.values() for k, i in s["who"] if k == "partner"}
        deals = {d["partner"] for d in self.ws.partnerships.values()}
        for said, truth in [(m["n"], len([g for g in self.ws.goals if g not in told])), (m["all"], len(self.ws.goals)),
                            (m["partners"], len(deals - parties)), (m["deals"], len(deals))]:
            if said:
                self.number_is("story-untold", text, at, said, truth, absence=True)

    def check_decision_reach(self, text, m, at):
        start = m["what"].rstrip("…").strip()
        decision = next((d for d in self.ws.decisions.values() if d["title"].startswith(start)), None)
        if not decision:
            self.claims.claim("decision-reach", at.where, text, m["what"], False, "no such decision")
            return
        line, goal = set(), decision["goal"]
        while goal and goal not in line:
            line.add(goal)
            goal = self.ws.goals[goal]["parent"] if self.ws.goals[goal]["parent"] in self.ws.goals else None
        below = {decision["goal"]} - {None}
        while below:
            line |= below
            below = {i for i, g in self.ws.goals.items() if g["parent"] in below} - line
        first = set(decision["affects"])
        second = {o for g in line for o in self.owners(self.ws.goals[g])}
        for deal in self.ws.partnerships.values():
            if deal["with"] == "trust":
                continue
            side = ("school" if deal["with"] in self.ws.schools else "team", deal["with"])
            if ("partner", deal["partner"]) in first:
                second.add(side)
            if any(self.stands(side, x) for x in first):
                second.add(("partner", deal["partner"]))
        second -= first | set(decision["decided_by"])
        self.number_is("decision-reach", text, at, m["n"], len(first | second))
        heard = decision["decided_by"] + decision["consulted"]
        self.number_is("decision-missed", text, at, m["missed"], len([x for x in first | second if not any(self.stands(h, x) for h in heard)]))

    def check_trust_moved(self, text, m, at):
        ways = [w for w in self._moves() if w is not None]
        for said, truth in [(m["n"], len(ways)), (m["up"], ways.count(1)), (m["down"], ways.count(-1)), (m["same"], ways.count(0))]:
            self.number_is("trust-moved", text, at, said, truth)

    def check_trust_moved_untold(self, text, m, at):
        ways = self._moves()
        self.claims.claim("trust-moved-untold", at.where, text, "not told", bool(ways) and not [w for w in ways if w is not None], ways, True)

    def _moves(self):
        """Of each side that was rated twice whether it rose, fell or held; None where the ends of the scale leave it open."""
        ways = []
        for before, now in self._steps():
            up, down = self.ledger().exceeds(now, before, 0.5), self.ledger().exceeds(before, now, 0.5)
            ways.append(1 if up else -1 if down else None if None in (up, down) else 0)
        return ways

    def _steps(self):
        ledger, steps = self.ledger(), []
        for deal in self.ws.partnerships.values():
            for side in ("ours", "theirs"):
                views = [ledger.view_in(deal, side, ledger.TRUST, n) for n in range(max(len(set(ledger.round_of.values())), 1))]
                known = [v for v in views if isinstance(v, float)]
                if len(known) > 1:
                    steps.append((known[-2], known[-1]))
        return steps

    def check_trust_moved_unknown(self, text, m, at):
        self.claims.claim("trust-moved-unknown", at.where, text, "not told", not self._steps(), len(self._steps()), True)

    def check_new_deals(self, text, m, at):
        day = self.ledger().day
        young = [d for d in self.ws.partnerships.values() if d["started"] and day and d["started"] <= day and (day - d["started"]).days // 7 <= 52]
        self.number_is("new-deals", text, at, m["n"], len(young))
        ground = [e for e in self.ws.events.values() if re.search("sharedunderstanding|commonground", folded((e["kind"] or "") + " " + (e["purpose"] or "")))]
        open_ = [d for d in young if not any(e["seats"].get(("partner", d["partner"]), {}).get("came") for e in ground)]
        if m.get("none") or m.get("open"):
            self.number_is("new-deals-open", text, at, str(len(young)) if m.get("none") else m["open"], len(open_))
        elif m.get("each"):
            self.number_is("new-deals-open", text, at, "none", len(open_))

    def check_new_deals_unknown(self, text, m, at):
        self.claims.claim("new-deals-unknown", at.where, text, "not recorded", not any(d["started"] for d in self.ws.partnerships.values()), "some say so", True)

    def check_teams_networks(self, text, m, at):
        _, groups = self._registered()
        words = ("network", "working group", "working-group", "cluster", "community")
        large = len([g for g in groups if len(g) >= self.min_group])
        teams = self._registered()[0]
        large += len([t for t, who in teams.items() if len(who) >= self.min_group and any(folded(w) in folded(self.ws.teams[t]["kind"] or "") for w in words)])
        self.number_is("teams-networks", text, at, m["n"], large)

    # Without.

    def check_without(self, text, m, at):
        study, gone = self.main, at.leaving
        lost = [p for p in study.pairs if p[0] in gone or p[1] in gone]
        self.number_is("without-people", text, at, m["n"], len(gone))
        self.number_is("without-ties", text, at, m["ties"], len(lost))
        across = [p for p in lost if None not in (study.group_of.get(p[0]), study.group_of.get(p[1])) and study.group_of[p[0]] != study.group_of[p[1]]]
        untold = [p for p in lost if None in (study.group_of.get(p[0]), study.group_of.get(p[1]))] if study.by else []
        self.number_is("without-untold", text, at, m["untold"] or (m["unknown"] and m["ties"]) or "0", len(untold))
        if m["across"] is None:
            self.claims.claim("without-across", at.where, text, "unsaid", not study.by or bool(m["unknown"]), study.by, True)
            return
        self.number_is("without-across", text, at, m["across"], len(across), absence=True)
        # The central team is no school: ties with it are between no two.
        centre = [p for p in across if study.by == "school" and any(study.names[study.group_of[i]] == CENTRAL for i in p)]
        said = bool(m["centre"]) or m["ends"] == "with"
        self.claims.claim("without-centre", at.where, text, said, said == bool(centre) or not across, len(centre))

    def _classes(self, gone):
        """The groups that reach one another without some people, by whatever way, and of whom somebody is left."""
        study = self.main
        nodes = [i for i in study.people if i not in gone]
        home = {g: g for g in study.members if any(i not in gone for i in study.members[g])}

        def root(g):
            while home[g] != g:
                g = home[g]
            return g
        for part in components({i: study.neighbours.get(i, set()) - gone for i in nodes}, nodes):
            groups = sorted({study.group_of[i] for i in part if study.group_of.get(i) in home}, key=str)
            for g in groups[1:]:
                home[root(g)] = root(groups[0])
        classes = collections.defaultdict(set)
        for g in home:
            classes[root(g)].add(g)
        return list(classes.values())

    def check_without_together(self, text, m, at):
        study, classes = self.main, self._classes(at.leaving)
        there, most = set().union(*classes), max(map(len, classes))
        # The central team is told apart from schools.
        centre = " and the central team" in text.split(" still reach")[0]
        self.number_is("without-together-all", text, at, m.get("all") or m["every"], len(there) - (1 if centre else 0))
        said = len(there) if m["every"] else 1 if m["two"] else say.number(m["n"])
        self.claims.claim("without-together", at.where, text, said, said == most, most)
        if m.get("names"):
            named = self.groups_of(m["names"], study)
            today = max(self._classes(set()), key=len)
            # Who has no way today depends on nobody.
            apart = [(there - c) & today for c in classes if len(c) == most]
            self.claims.claim("without-apart-groups", at.where, text, m["names"], named is not None and set(named) in apart, [sorted(study.names[g] for g in a) for a in apart])

    def check_without_two_apart(self, text, m, at):
        classes = self._classes(at.leaving)
        self.claims.claim("without-two-apart", at.where, text, "two apart", sorted(map(len, classes)) == [1, 1], [len(c) for c in classes])

    def _cut_without(self, gone):
        study = self.main
        before, after = collections.Counter(), collections.Counter()
        for a, b in study.pairs:
            g, h = study.group_of.get(a), study.group_of.get(b)
            if g is None or h is None or g == h:
                continue
            for x in (g, h):
                before[x] += 1
                after[x] += a not in gone and b not in gone
        return [g for g in before if before[g] and not after[g]]

    def check_show_few(self, text, m, at):
        small = [g for g in self.main.sizes if self.main.sizes[g] < say.number(m["n"])]
        self.claims.claim("show-few", at.where, text, m["n"], bool(small), "no group is that small")

    def check_pair_few(self, text, m, at):
        self.check_show_few(text, m, at)

    def check_without_none_cut(self, text, m, at):
        # A group all of whose people leave is not cut off: it is gone.
        cut = [g for g in self._cut_without(at.leaving) if not set(self.main.members[g]) <= set(at.leaving)]
        self.claims.claim("without-none-cut", at.where, text, "none", not cut, [self.main.names[g] for g in cut], True)

    def check_without_cut(self, text, m, at):
        cut = [g for g in self._cut_without(at.leaving) if not set(self.main.members[g]) <= set(at.leaving)]
        said = self.groups_of(m["names"], self.main)
        self.claims.claim("without-cut", at.where, text, m["names"], said is not None and set(said) == set(cut), [self.main.names[g] for g in cut])
        for g in said or []:
            # A group all of whose people leave is not cut off: it is gone.
            left = [i for i in self.main.members[g] if i not in at.leaving]
            self.claims.claim("cut-off-or-gone", at.where, text, self.main.names[g], bool(left), "all of its people are those who leave")

    def check_without_partners(self, text, m, at):
        lost = {self.ws.partners[p]["name"] for p, met in self.main.contacts.items() if met and set(met) <= at.leaving}
        rest = re.search(rf"({say.NUMBER}) more", m["names"])
        named = {p["name"] for p in self.ws.partners.values() if re.search(rf"(^|, | and ){re.escape(p['name'])}($|, | and )", m["names"])}
        count = len(named) + (say.number(rest.group(1)) if rest else 0)
        self.claims.claim("without-partners", at.where, text, sorted(named)[:4], named <= lost and count == len(lost), sorted(lost)[:4])

    def _lost(self, gone):
        """What else goes with some people: topics, partnerships, goals, working groups."""
        lost = []
        if self.ws.skills:
            knowing = self.knowing()
            lost += [f"the only one who knows {t}" for t, h in knowing.holders.items() if h and h <= gone]
        ledger = self.ledger()
        for deal in self.ws.partnerships.values():
            holders = ledger.holders(deal)
            # A lead alone is no word on who else is in touch.
            if holders and holders <= gone and ledger.study.partner_ties_told and ledger.tells(deal):
                lost.append(f"partnership {deal['id']}")
        for goal in self.ws.goals.values():
            if goal["owners"] and all(k == "person" and i in gone for k, i in goal["owners"]):
                lost.append(f"goal {goal['id']}")
        lost += [f"partner {p}" for p, met in self.main.contacts.items() if met and set(met) <= gone]
        return lost

    def check_without_emptied(self, text, m, at):
        gone = {g for g in self.main.sizes if set(self.main.members[g]) <= set(at.leaving)}
        said = self.groups_of(m["names"], self.main)
        self.claims.claim("without-emptied", at.where, text, m["names"], said is not None and set(said) == gone, sorted(gone))

    def check_without_lost(self, text, m, at):
        lost = self._lost(at.leaving)
        self.claims.claim("without-lost", at.where, text, "lost", bool(lost) or "working group" in text, lost[:4])
        if re.search("holds the partnership", text):
            self.claims.claim("without-partnership", at.where, text, "nobody else", any("partnership" in one for one in lost), lost[:4])

    def check_compare_part(self, text, m, at):
        self.claims.pass_over()

    def check_goal_count_unasked(self, text, m, at):
        goals = list(self.ws.goals.values())
        self.number_is("goals", text, at, m["n"], len(goals))
        for role, said, truth in [("measure", m["unmeasured"], len([g for g in goals if not g["measure"]])),
                                  ("owner", m["one"], len(self.one_owner()))]:
            self.claims.claim("goals-unasked", at.where, text, role, self.ws.says("goals", role) == (said is not None), f"whether any row says {role}", True)
            if said:
                self.number_is(f"goals-{role}", text, at, said, truth)
        if m["unlinked"]:
            self.number_is("goals-unlinked", text, at, m["unlinked"], len([g for g in goals if not self.goal_work(g)]))

    def check_goals_left(self, text, m, at):
        here = self.main.people
        left = [g for g in self.ws.goals.values() if self.owners(g) and not g["unread"] and all(k == "person" and i not in here for k, i in self.owners(g))]
        self.number_is("goals-left", text, at, m["n"], len(left))

    def check_goals_work_unknown(self, text, m, at):
        self.claims.claim("goals-work-unknown", at.where, text, "not told", not self.ws.says("collaborations", "goal"), "some rows name a goal", True)

    def check_without_stands(self, text, m, at):
        lost = self._lost(at.leaving)
        lost += [f"{n} cut off" for n in [self._people_cut_off(at.leaving)] if n]
        self.claims.claim("without-stands", at.where, text, "stands without", not lost, lost[:4], True)

    def _people_cut_off(self, gone):
        """How many who stay are in another part than most of those whom they reach today."""
        study, cut = self.main, 0
        for today in components(study.neighbours, list(study.people)):
            nodes = [i for i in today if i not in gone]
            parts = components({i: study.neighbours.get(i, set()) - gone for i in nodes}, nodes)
            cut += len(nodes) - max(map(len, parts), default=0)
        return cut

    def check_without_cut_off(self, text, m, at):
        truth = self._people_cut_off(at.leaving)
        self.claims.claim("without-cut-off", at.where, text, m["n"] or "somebody", say.number(m["n"]) == truth if m["n"] else 0 < truth < self.min_group, truth)

    def check_without_apart(self, text, m, at):
        study = self.main

        def apart(gone):
            nodes = [i for i in study.people if i not in gone]
            graph = {i: study.neighbours.get(i, set()) - gone for i in nodes}
            n = len(nodes)
            return 1 - sum(len(p) * (len(p) - 1) for p in components(graph, nodes)) / (n * (n - 1))
        self.percent_is("without-apart", text, at, m["p"], apart(at.leaving))
        self.percent_is("without-apart", text, at, m["before"], apart(set()))

    # Show.

    def check_show_basis(self, text, m, at):
        g = at.subject
        self.number_is("show-people", text, at, m["n"], self.main.sizes[g], ("people of a group", g))
        asked, answered = self.main.coverage(self.main.members[g])
        if m["p"]:
            self.percent_is("show-answered", text, at, m["p"], answered / asked if asked else None)
        elif m["asked"]:
            self.claims.claim("show-answered", at.where, text, m["asked"], say.number(m["asked"]) == asked == answered, f"{answered} of {asked}")
        else:
            self.claims.claim("show-answered", at.where, text, "not recorded", asked == 0, asked, True)

    def _bridging(self, g):
        study = self.main
        return [i for i in study.members[g] if any(study.group_of.get(j) not in (None, g) for j in study.neighbours.get(i, ()))]

    def _ungrouped(self, g):
        study = self.main
        return [i for i in study.members[g] if any(study.group_of.get(j) is None for j in study.neighbours.get(i, ()))]

    def show_where(self, text, m, at):
        """Ties outside are all that leave it; where some lead to people of no group, others are spoken of."""
        self.claims.claim("show-outside", at.where, text, m["where"], (m["where"] == "outside it") == (not self._ungrouped(at.subject)), f"{len(self._ungrouped(at.subject))} have ties with people of no group")

    def check_show_ungrouped(self, text, m, at):
        self.number_is("show-ungrouped", text, at, m["n"], len(self._ungrouped(at.subject)))

    def check_show_bridging(self, text, m, at):
        self.show_where(text, m, at)
        self.number_is("show-bridging", text, at, m["n"] or m["every"] or "1", len(self._bridging(at.subject)))
        self.number_is("show-people", text, at, m["all"] or m["every"] or "1", self.main.sizes[at.subject])
        if m["roles"]:
            self.claims.claim("show-roles", at.where, text, m["roles"], say.number(m["n"]) > 2, "roles of one person or two")

    def check_show_none_outside(self, text, m, at):
        self.show_where(text, m, at)
        self.claims.claim("show-none-outside", at.where, text, "nobody", not self._bridging(at.subject), len(self._bridging(at.subject)), True)

    def check_show_held(self, text, m, at):
        found = self.main.holders.get(at.subject)
        self.claims.claim("show-held", at.where, text, "one person", bool(found), "no one person holds them all")
        if found:
            # Of two groups that depend on one person the sentence may count the ties of both.
            both = sum(t for s, t in self.main.holders.values() if s & found[0])
            self.claims.claim("show-held-ties", at.where, text, m["n"], say.number(m["n"]) == found[1], f"{found[1]} of this group{f', {both} of all that hang on the same person' if both != found[1] else ''}")

    def check_show_only_through(self, text, m, at):
        # In a sentence the centre begins with a small letter.
        linked = ["the central team" if self.main.names[h] == CENTRAL else self.main.names[h] for h in self.main.linked(at.subject)]
        self.claims.claim("tied-only-through", at.where, text, m["name"], linked == [m["name"]], linked)

    def check_show_no_tie(self, text, m, at):
        self.others_of(text, at, [at.subject], self.main)
        self.claims.claim("no-tie-out", at.where, text, "no tie", self.main.outside[at.subject] == 0, self.main.outside[at.subject], True)

    def check_show_absent(self, text, m, at):
        names = [n for n in self.main.names.values()]
        if len(names) != len(set(names)):
            said = re.split(r", | and ", m["names"].rstrip("."))
            twice = sorted({n for n in said if said.count(n) > 1})
            self.claims.claim("ambiguous-name", at.where, text, twice, not twice, "several groups are called so")
            return
        for g in self.groups_of(m["names"].rstrip("."), self.main) or []:
            ties = self.main.between.get((min(g, at.subject), max(g, at.subject)), 0.0)
            self.claims.claim("show-absent", at.where, text, self.main.names[g], ties == 0, ties, True)
            self.claims.claim("show-absent-untold", at.where, text, self.main.names[g], not (self.main.quiet(g) and self.main.quiet(at.subject)), "under half of both answered", True)

    def parts_of(self, topic):
        """A topic and all that are part of it."""
        found, new = {topic}, [topic]
        while new:
            above = new.pop()
            for name, entry in self.ws.topics.items():
                if entry["broader"] and self.ws._topic_of.get(folded(entry["broader"]), entry["broader"]) == above and name not in found:
                    found.add(name)
                    new.append(name)
        return found

    def check_show_knows(self, text, m, at):
        knowing = self.knowing(self.by)
        for name, count in re.findall(r"(?:^|, | and )([^,()]+?) \((\d+) (?:people|person)", m["topics"]):
            here = [i for i in knowing.holders.get(name, ()) if self.main.group_of.get(i) == at.subject]
            self.claims.claim("show-knows", at.where, text, f"{name} ({count})", len(here) == int(count), len(here))

    def check_show_alone(self, text, m, at):
        knowing = self.knowing(self.by)
        for name in re.split(r", | (?:and|or) ", m["names"].rstrip(".")):
            if name in self.ws.topics:
                self.claims.claim("known-alone", at.where, text, name, len(knowing.holders[name]) == 1 or " here" in text, f"{len(knowing.holders[name])} people of the trust know it")

    def check_show_seeks(self, text, m, at):
        self.claims.pass_over()

    def check_show_nobody_knows(self, text, m, at):
        knowing = self.knowing(self.by)
        for said in re.split(r", | or ", m["names"].rstrip(".")):
            name = said.removesuffix(" above level 1")
            if name in self.ws.topics:
                learners = [s for s in self.ws.skills if s["topic"] == name and s["level"] == 1 and self.main.group_of.get(s["person"]) == at.subject]
                self.claims.claim("show-nobody-above", at.where, text, said, (name != said) == bool(learners), f"{len(learners)} are learning it", True)
                here = {t: [i for i in knowing.holders.get(t, ()) if self.main.group_of.get(i) == at.subject] for t in self.parts_of(name)}
                here = {t: v for t, v in here.items() if v}
                self.claims.claim("show-nobody-knows", at.where, text, name, not here, f"{ {t: len(v) for t, v in here.items()} } here", True)

    # Compare.

    def check_compare(self, text, m, at):
        ends = [datetime.datetime.strptime(m[k], "%d %B %Y").date() for k in ("d", "to")]
        first, second = (set(Study(self.ws, self.by, 1, Period(d, d)).pairs) for d in ends)
        self.number_is("compare-begun", text, at, m["begun"], len(second - first))
        self.number_is("compare-ended", text, at, m["ended"], len(first - second))
        self.number_is("compare-kept", text, at, m["kept"], len(first & second))
        ended = [t["ended"] for t in self.ws.ties if t["ended"]]
        inside = [d for d in ended if ends[0] < d <= ends[1]]
        spread = (max(ended) - min(ended)).days if ended else 0
        if say.number(m["ended"]) == 0 and not inside:
            good = bool(ended) and spread > 60
            self.claims.claim("losses-unjudged", at.where, text, "0 ended", good,
                              f"{len(ended)} end dates in all, within {spread} days: losses cannot be judged", True)

    def check_compare_no_due(self, text, m, at):
        found = re.search(rf"--from (\S+) --to (\S+)", at.where)
        unread = self.ws.unreadable("partnerships", "review_due")
        filled = self.ws.filled("partnerships", "review_due")
        self.claims.claim("no-review-due", at.where, text, "none", bool(filled) and not unread,
                          f"{filled} review dates can be read, {unread} cannot", True)

    def check_compare_due(self, text, m, at):
        found = re.search(r"--from (\S+) --to (\S+)", at.where)
        if found:
            a, b = (datetime.date.fromisoformat(d) for d in found.groups())
            due = [d for d in self.ws.partnerships.values() if d["review_due"] and a < d["review_due"] <= b]
            self.number_is("compare-due", text, at, m["n"], len(due))
        else:
            self.claims.pass_over()

    # Local.

    def check_local(self, text, m, at):
        part = at.study
        self.number_is("local-people", text, at, m["n"], len(part.people))
        staffed = {p.school for p in part.people.values()}
        self.number_is("local-schools", text, at, m["schools"], len(staffed))
        self.number_is("local-inside", text, at, m["inside"], len(part.pairs))
        out = [p[p[0] in part.people] for p in part.whole.pairs if (p[0] in part.people) != (p[1] in part.people)]
        lost = [i for i in out if self.ws.people[i].school == ""]
        self.number_is("local-out", text, at, m["out"], len(out) - len(lost))
        self.number_is("local-unplaced", text, at, m["unplaced"] or "0", len(lost))

    def check_local_few(self, text, m, at):
        part = at.study
        self.number_is("local-people", text, at, m["n"], len(part.people))
        self.number_is("local-schools", text, at, m["schools"], len({p.school for p in part.people.values()}))

    def check_local_untold(self, text, m, at):
        """Of few schools, or beside a link that is not shown: some two of them that are shown have no link that three people carry, or it is hidden beside such a link."""
        shown = [g for g in at.study.sizes if at.study.sizes[g] >= self.min_group]
        self.claims.claim("local-untold", at.where, text, "not shown", len(shown) > 1, f"{len(shown)} schools that are shown")

    def check_local_red(self, text, m, at):
        schools = {i for i, s in self.ws.schools.items() if s["hub"] == at.hub}
        own = [d for d in self.ws.partnerships.values() if d["with"] in schools or (d["with"] in self.ws.teams and self.ws.teams[d["with"]]["school"] in schools)]
        if not self.ws.partnerships:
            self.claims.claim("local-partnerships", at.where, text, m["n"], False, "no file speaks of partnerships", True)
        else:
            self.number_is("local-partnerships", text, at, m["n"], len(own))

    # Teams.

    def _registered(self):
        study, ws = self.main, self.ws
        teams = {t: {i for i, p in study.people.items() if t in p.teams} for t in ws.teams}
        groups = [{i for k, i in g["members"] if k == "person" and i in study.people} for g in ws.groups if study.period.overlaps(g["started"], g["ended"])]
        return teams, groups

    def check_teams(self, text, m, at):
        teams, groups = self._registered()
        self.number_is("teams", text, at, m["n"], len(teams))
        self.number_is("teams-groups", text, at, m["groups"], len(groups))
        if m["unspanned"]:
            self.claims.claim("teams-span", at.where, text, "not recorded", not self.ws.schools, "schools are", True)
            return
        self.claims.claim("teams-schools", at.where, text, m["span"], bool(self.ws.schools), "no file names a school", True)
        schools = lambda members: {self.main.people[i].school for i in members} - {None, ""}
        self.number_is("teams-span", text, at, m["span"], len([1 for t in list(teams.values()) + groups if len(schools(t)) > 1]))

    def _represented(self):
        teams, groups = self._registered()
        across = [t for t in teams if not self.ws.teams[t]["school"]]
        spanning = [teams[t] for t in across] + groups
        return spanning, {self.main.people[i].school for members in spanning for i in members}

    def check_teams_never(self, text, m, at):
        spanning, seen = self._represented()
        for name in re.split(r", | and ", m["names"].rstrip(".")):
            hit = next((i for i, s in self.ws.schools.items() if s["name"] == name), None)
            if hit:
                staffed = any(p.school == hit for p in self.main.people.values())
                self.claims.claim("teams-never", at.where, text, name, hit not in seen and staffed, "it is in one" if hit in seen else "nobody works there", True)

    def check_teams_none_across(self, text, m, at):
        self.claims.claim("teams-none-across", at.where, text, "none", not self._represented()[0], len(self._represented()[0]), True)

    def check_teams_all(self, text, m, at):
        spanning, seen = self._represented()
        staffed = {p.school for p in self.main.people.values()} - {None, ""}
        self.claims.claim("teams-all", at.where, text, "every school", bool(spanning) and len(staffed - seen) <= self.beside_small(self.study("school", 1), m["part"]) * 2,
                          f"{len(spanning)} groups across the trust, schools without anybody: {sorted(staffed - seen)[:4]}", not spanning)

    def check_teams_unled(self, text, m, at):
        if not self.ws.has("teams", "lead"):
            self.claims.claim("teams-unled", at.where, text, m["n"], False, "no file says who leads teams", True)
            return
        self.number_is("teams-unled", text, at, m["n"], len([t for t in self.ws.teams.values() if not t["lead"]]))

    def check_teams_silent(self, text, m, at):
        seats = [s for e in self.ws.events.values() for s in e["seats"].values()]
        self.claims.claim("teams-silent", at.where, text, m["n"], bool(seats), "nobody's attendance is recorded", True)

    def check_teams_echo(self, text, m, at):
        self.claims.pass_over()
        if m["n"]:
            # Of one school: none may be larger than the teams of five and more there are.
            sizes = collections.Counter(t for p in self.main.people.values() for t in p.teams)
            self.claims.claim("teams-judged", at.where, text, m["n"], say.number(m["n"]) <= len([t for t in sizes if sizes[t] >= 5]), sizes)

    # Purpose and events.

    def check_purpose(self, text, m, at):
        work = self.work()
        self.number_is("work", text, at, m["n"], len(work), ("ties and groups", str(self.period.in_words)))
        for role, said in [("goal", m["p"]), ("outcome", m["effect"])]:
            if said is None:
                self.claims.claim("purpose-unsaid", at.where, text, role, not self.ws.says("collaborations", role), f"some rows of collaborations.csv say {role}", True)
            elif not self.ws.says("collaborations", role):
                self.claims.claim("purpose-unrecorded", at.where, text, said, False, f"no row of collaborations.csv has anything under {role}", True)
            else:
                self.percent_is("purpose", text, at, said, len([w for w in work if w[role]]) / len(work))

    def check_purpose_untold(self, text, m, at):
        if m["under"]:
            self.number_is("work", text, at, m["n"], len(self.work()), ("ties and groups", str(self.period.in_words)))
        silent = ["kind", "purpose"] if m["kinds"] else [role for role in ["goal", "outcome"] if role in (m["what"] or "")]
        for role in silent:
            self.claims.claim("purpose-untold", at.where, text, role, not self.ws.says("collaborations", role), f"some rows say {role}", True)

    # Words by which work is sorted (Docs/Partnerships.md).
    STRATEGIC = ("joint planning strategy strategic project moderation coaching teaching working_group design review improvement research "
                 "training partnership").replace("_", " ").split(" ")
    OPERATIONAL = "update referral contact case admin incident cover timetable urgent operational advice information".split()
    FORMAL = ["working group", "moderation", "joint planning", "joint project", "training", "network", "meeting", "coaching", "review",
              "partnership", "team teaching", "referral"]

    def _said(self, cells):
        """What cells say, each word after a space: a word of a list counts where it begins one, so that a showcase is no case."""
        return " " + re.sub(r"[^a-z\u0080-\U0010ffff]", " ", " ".join(filter(None, cells)).lower())

    def _sort(self, work):
        told = self._said([work["kind"] or ("working group" if "members" in work else None), work["purpose"]])
        strategic = [w for w in self.STRATEGIC if w not in ("working", "group")] + ["working group"]
        return "strategic" if any(" " + w in told for w in strategic) else "operational" if any(" " + w in told for w in self.OPERATIONAL) else None

    def check_purpose_sorts(self, text, m, at):
        work = self.work()
        told = [w for w in work if w["kind"] or w["purpose"] or "members" in w]
        self.number_is("purpose-told", text, at, m["of"] or str(len(work)), len(told))
        sorts = collections.Counter(self._sort(w) for w in told)
        for said, sort in [(m["p"], "strategic"), (m["operational"], "operational"), (m["unsorted"], None)]:
            self.percent_is("purpose-sorts", text, at, said, sorts[sort] / len(told) if told else None)

    def check_purpose_few_kinds(self, text, m, at):
        told = [w for w in self.work() if w["kind"] or w["purpose"] or "members" in w]
        self.number_is("purpose-told", text, at, m["of"], len(told))
        self.number_is("work", text, at, m["all"], len(self.work()))

    def check_purpose_kinds_unsaid(self, text, m, at):
        told = [w for w in self.work() if w["kind"] or w["purpose"] or "members" in w]
        self.claims.claim("purpose-kinds-unsaid", at.where, text, "none", not told, len(told), True)

    def _joint(self):
        """Schools at joint work of their own on a purpose, with who is at it and since when; and who has what in common."""
        efforts, near = collections.defaultdict(dict), collections.defaultdict(set)
        staff = self.main.people
        for work in self.work():
            members = work.get("members") or work["ends"]
            people = [i for k, i in members if k == "person" and i in staff]
            for i in people:
                near[i] |= set(people)
            if not work["purpose"] or (1 if work["depth"] is None else work["depth"]) < 3 or len(people) != len(members):
                continue
            schools = {staff[i].school for i in people}
            if len(schools) == 1 and schools <= set(self.ws.schools):
                school = schools.pop()
                who, since = efforts[folded(work["purpose"])].setdefault(school, (set(), []))
                who.update(people)
                since += [work["started"]] if work["started"] else []
        return efforts, near

    def _twice(self):
        """Pairs of schools of one phase at work on one purpose, and those of them that are apart."""
        efforts, near = self._joint()
        alike, apart = 0, []
        for purpose, sides in efforts.items():
            names = sorted(sides)
            for x, a in enumerate(names):
                for b in names[x + 1:]:
                    if not self.ws.schools[a]["phase"] or self.ws.schools[a]["phase"] != self.ws.schools[b]["phase"]:
                        continue
                    alike += 1
                    days = [min(sides[s][1]) for s in (a, b) if sides[s][1]]
                    if len(days) == 2 and abs((days[0] - days[1]).days) > 366:
                        continue
                    if not any(near[i] & sides[b][0] for i in sides[a][0]):
                        apart.append((purpose, a, b))
        return alike, apart

    def check_purpose_twice(self, text, m, at):
        alike, apart = self._twice()
        self.number_is("purpose-twice", text, at, m["n"], len(apart))
        self.number_is("purpose-twice", text, at, m["all"], alike)
        first = {(folded(m["what"]), m["a"], m["b"])}
        named = {(p, self.ws.schools[x]["name"], self.ws.schools[y]["name"]) for p, a, b in apart for x, y in ((a, b), (b, a))}
        self.claims.claim("purpose-twice-first", at.where, text, m["what"], first <= named, "that pair is not apart")

    def check_purpose_not_twice(self, text, m, at):
        alike, apart = self._twice()
        self.claims.claim("purpose-not-twice", at.where, text, "none", not alike if text.startswith("No two") else not apart, len(apart), True)

    def check_purpose_twice_unknown(self, text, m, at):
        missing = not self.ws.says("collaborations", "purpose") or not any(s["phase"] for s in self.ws.schools.values())
        self.claims.claim("purpose-twice-unknown", at.where, text, m["columns"], missing, "the columns are there", True)

    def is_formal(self, kind):
        return any(" " + w in self._said([kind]) for w in self.FORMAL)

    def _ways(self):
        kinds, schools = collections.Counter(), collections.defaultdict(set)
        for work in self.work():
            kind = work["kind"] or ("working group" if "members" in work else None)
            joined = {self.ws.school_of(e) for e in (work.get("members") or work["ends"]) if e[0] != "partner"} - {None}
            if kind and len(joined) > 1:
                kinds[folded(kind)] += 1
                for school in joined:
                    schools[school].add(folded(kind))
        return kinds, schools

    def check_purpose_ways(self, text, m, at):
        kinds, _ = self._ways()
        self.number_is("purpose-ways", text, at, m["n"], kinds[folded(m["kind"])])
        self.number_is("purpose-ways", text, at, m["all"], sum(kinds.values()))
        self.claims.claim("purpose-widest", at.where, text, m["kind"], kinds[folded(m["kind"])] == max(kinds.values(), default=0), kinds.most_common(1))

    def check_purpose_few_ways(self, text, m, at):
        self.claims.claim("purpose-few-ways", at.where, text, m["n"], 0 < sum(self._ways()[0].values()) < say.number(m["n"]), sum(self._ways()[0].values()))

    def check_purpose_no_way(self, text, m, at):
        self.claims.claim("purpose-no-way", at.where, text, "none", not self._ways()[0], self._ways()[0], True)

    def check_purpose_one_way(self, text, m, at):
        _, schools = self._ways()
        names = {self.ws.schools[s]["name"]: kinds for s, kinds in schools.items() if s in self.ws.schools}
        for item in re.split(r"(?<=\)), | and (?=[^()]*\()", m["names"]):
            found = re.match(r"(.+) \((.+)\)$", item.strip(". "))
            if found and found[1] in names:
                self.claims.claim("purpose-one-way", at.where, text, item, names[found[1]] == {folded(found[2])}, names[found[1]])

    def check_purpose_formal(self, text, m, at):
        cases = {True: [], False: []}
        for work in self.work():
            kind = work["kind"] or ("working group" if "members" in work else None)
            if kind:
                members = work.get("members") or work["ends"]
                schools = {self.ws.school_of(e) for e in members if e[0] != "partner"} - {None}
                cases[self.is_formal(kind)].append(len(schools) > 1)
        self.number_is("purpose-formal", text, at, m["n"] or "none", len(cases[True]))
        self.number_is("purpose-formal", text, at, m["inn"] or "none", len(cases[False]))
        for said, own in [(m["p"], cases[True]), (m["informal"], cases[False])]:
            if said:
                self.percent_is("purpose-formal", text, at, said, sum(own) / len(own) if own else None)

    def check_purpose_none(self, text, m, at):
        self.claims.claim("purpose-none", at.where, text, "no work", not self.work(), len(self.work()), True)

    def check_events(self, text, m, at):
        events = self.ws.events.values()
        known = [e for e in events if e["planned"] is not None]
        self.number_is("events", text, at, m["n"], len(known))
        if m["all"]:
            self.number_is("events", text, at, m["all"], len(events))
        planned = len([e for e in known if e["planned"]])
        self.percent_is("events-planned", text, at, m["p"], planned / len(known) if known else None)
        self.number_is("events-not-planned", text, at, m["not"] or "none", len(known) - planned)

    def check_events_unread(self, text, m, at):
        self.number_is("events", text, at, m["n"], len(self.ws.events))
        told = [e for e in self.ws.events.values() if e["planned"] is not None]
        self.claims.claim("events-unread", at.where, text, "not told", not told and any(e["unread"] for e in self.ws.events.values()), len(told), True)

    def check_events_unasked(self, text, m, at):
        self.number_is("events", text, at, m["n"], len(self.ws.events))
        self.claims.claim("events-unasked", at.where, text, "not said", all(e["planned"] is None for e in self.ws.events.values()), "some say so", True)

    def _noticed(self):
        return [(e["date"] - e["called"]).days for e in self.ws.events.values() if e["date"] and e["called"] and e["called"] <= e["date"]]

    def check_events_notice(self, text, m, at):
        self.number_is("events-notice", text, at, m["n"], len(self._noticed()))
        self.number_is("events-notice", text, at, m["short"], len([d for d in self._noticed() if d < 7]))

    def check_events_notice_unknown(self, text, m, at):
        self.claims.claim("events-notice-unknown", at.where, text, "not told", not self._noticed(), self._noticed(), True)

    def check_events_least(self, text, m, at):
        own = [e for e in self.ws.events.values() if e["planned"] is not None and (e["purpose"] or e["kind"]) == m["name"]]
        self.number_is("events-least", text, at, m["n"], len([e for e in own if e["planned"]]))
        self.number_is("events-least", text, at, m["all"], len(own))

    def _seated(self, kind, text, at, who, came):
        """Members with such a mark at any event, each once, by kind."""
        seats = [(party, s["came"]) for e in self.ws.events.values() for party, s in e["seats"].items()]
        truth = collections.Counter(k for k, _ in {party for party, mark in seats if mark is came})
        kinds = {"person": "person", "people": "person", "partner": "partner", "team": "team", "school": "school"}
        said = {kinds[word.rstrip("s")]: n for n, word in re.findall(rf"({say.NUMBER}) (person|people|partners?|teams?|schools?)", who, re.I)}
        for one in truth.keys() | said.keys():
            self.number_is(kind, text, at, said.get(one, "0"), truth[one])

    def check_events_away(self, text, m, at):
        self._seated("events-away", text, at, m["who"], False)

    def check_events_unsure(self, text, m, at):
        self._seated("events-unsure", text, at, m["who"], None)

    def check_events_met(self, text, m, at):
        pairs, people = set(), set()
        for event in self.ws.events.values():
            came = sorted(i for (k, i), s in event["seats"].items() if k == "person" and s["came"] and i in self.main.people)
            if 1 < len(came) <= 50:
                people |= set(came)
                pairs |= {(a, b) for x, a in enumerate(came) for b in came[x + 1:]}
        self.number_is("events-people", text, at, m["n"], len(people))
        self.number_is("events-pairs", text, at, m["pairs"], len(pairs))

    def check_events_nobody(self, text, m, at):
        seats = [s for e in self.ws.events.values() for s in e["seats"].values() if s["came"]]
        self.claims.claim("events-nobody", at.where, text, "nobody", not seats, f"{len(seats)} came", True)

    def check_events_diverge(self, text, m, at):
        self.claims.pass_over()

    # Match, prospects, evidence.

    def check_match_best(self, text, m, at):
        self.claims.pass_over()

    def check_match_nothing(self, text, m, at):
        asks = self.tells_aims()
        self.claims.claim("match-nothing", at.where, text, "nothing", not asks, asks, True)

    def tells_aims(self):
        """The files that say what schools look for or can give."""
        told = [name for name, one in [("expertise", self.ws.skills or self.ws.wishes), ("needs", self.ws.needs)] if one]
        return told + [role for role in ["seeks", "offers"] if self.ws.says("schools", role)]

    def check_match_none(self, text, m, at):
        self.claims.claim("match-none", at.where, text, "none", bool(self.tells_aims()), "nothing says what schools look for", True)

    def _neighbours(self):
        """Pairs of schools of one hub and phase that can be judged, and those of them with at most two thirds of the ties that chance gives."""
        study = self.study("school") if self.ws.schools else None
        found, judged, total = [], 0, sum(study.sizes.values())

        def answered(school):
            told = [p.responded for p in study.people.values() if p.school == school and p.responded is not None]
            return not told or sum(told) / len(told) >= 0.5
        shown = [g for g in study.sizes if g in self.ws.schools and study.sizes[g] >= self.min_group]
        for x, a in enumerate(sorted(shown)):
            for b in sorted(shown)[x + 1:]:
                one, two = self.ws.schools[a], self.ws.schools[b]
                if one["hub"] and one["hub"] == two["hub"] and one["phase"] and one["phase"] == two["phase"]:
                    chance = 2 * study.total * study.sizes[a] * study.sizes[b] / (total * (total - 1))
                    if chance >= 5 and answered(a) and answered(b):
                        judged += 1
                        if study.between.get((a, b), 0.0) <= chance * 2 / 3:
                            found.append((a, b))
        return judged, found

    def check_match_neighbours(self, text, m, at):
        judged, found = self._neighbours()
        truth = len(found)
        # Beside each small school another may be kept back, with all its pairs.
        schools = len(self.ws.schools)
        beside = self.beside_small(self.study("school", 1), m["part"]) * schools
        self.number_is("match-neighbours", text, at, m["n"], set(range(max(0, truth - beside), truth + 1)))
        self.number_is("match-neighbours", text, at, m["all"], set(range(max(0, judged - beside), judged + 1)))

    def check_match_few_neighbours(self, text, m, at):
        judged, _ = self._neighbours() if self.ws.schools else (0, [])
        # Those that can be judged may be kept back.
        small = self.beside_small(self.study("school", 1), True)
        self.claims.claim("match-few-neighbours", at.where, text, "none can be judged", not judged or small > 0, f"{judged} pairs can be judged", True)

    def check_match_neighbours_unknown(self, text, m, at):
        kinds = [(s["hub"], s["phase"]) for s in self.ws.schools.values() if s["hub"] and s["phase"]]
        across = [p for p in self.main.pairs if self.main.group_of.get(p[0]) != self.main.group_of.get(p[1])]
        self.claims.claim("match-neighbours-unknown", at.where, text, "not known", len(set(kinds)) == len(kinds) or len(across) <= len(self.main.pairs) / 100, f"{len(kinds)} schools with both, {len(across)} ties cross", True)

    def check_match_no_two(self, text, m, at):
        kinds = [(s["hub"], s["phase"]) for g, s in self.ws.schools.items() if any(p.school == g for p in self.main.people.values())]
        self.claims.claim("match-no-two", at.where, text, "none", len(set(kinds)) == len(kinds) and all(all(k) for k in kinds), kinds, True)

    def check_match_no_neighbours(self, text, m, at):
        known = any(s["hub"] for s in self.ws.schools.values()) and any(s["phase"] for s in self.ws.schools.values())
        _, pairs = self._neighbours() if self.ws.schools else (0, [])
        self.claims.claim("match-no-neighbours", at.where, text, "none", known and (m["part"] or not pairs),
                          f"{len(pairs)} pairs do" if known else "no file says which schools are neighbours of one phase", True)

    def check_prospects(self, text, m, at):
        self.claims.pass_over()

    def check_prospects_present(self, text, m, at):
        first = [p for p in self.ws.partners.values() if p["name"] == m["name"]]
        deals = {d["partner"] for d in self.ws.partnerships.values()}
        self.claims.claim("prospects-present", at.where, text, m["name"], any(p["id"] in deals for p in first), "it has no partnership")
        self.claims.claim("prospects-present", at.where, text, m["n"], 0 < say.number(m["n"]) <= len(deals), len(deals))

    def check_prospects_none(self, text, m, at):
        told = self.ws.has("partners", "mission") or self.ws.has("partners", "offers")
        self.claims.claim("prospects-none", at.where, text, "none", told, "no file says what partners offer", True)

    def check_evidence(self, text, m, at):
        rows = at.data["tables"].get("evidence", [])
        unknown = len([r for r in rows if r.get("value") is None or r["gap"].startswith("cannot be told")])
        hold = len([r for r in rows if r["gap"] == "none"])
        for said, truth in [(m["n"], len(rows)), (m["hold"], hold), (m["short"], len(rows) - hold - unknown), (m["unknown"], unknown)]:
            self.number_is("evidence", text, at, said, truth)

    def check_no_file(self, text, m, at):
        table = m["file"][:-4]
        self.claims.claim("no-file", at.where, text, m["file"], not self.ws.has(table), "the file is there", True)

    def check_no_partner_named(self, text, m, at):
        self.claims.claim("no-partner-named", at.where, text, "none", not self.ws.partners, len(self.ws.partners), True)

    def check_no_team_named(self, text, m, at):
        self.claims.claim("no-team-named", at.where, text, "none", not self.ws.teams and not self.ws.groups, len(self.ws.teams), True)

    def check_gaps_island(self, text, m, at):
        self.claims.pass_over()

    def check_gaps_demand(self, text, m, at):
        offers = any(s["offers"] for s in self.ws.skills)
        if m["nobody"] or m["unsaid"]:
            self.claims.claim("gaps-demand", at.where, text, m["nobody"] or m["unsaid"], offers == bool(m["nobody"]), "offers are on record" if offers else "no offer is on record", True)
        else:
            self.claims.pass_over()
