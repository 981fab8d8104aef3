"""What figures say, in words and in marks, beside what is so at the level they draw."""

import collections
import re

import sentences as say
from checks import At, Checker, per_cent, rounded, same_percent
from commands import CommandChecks
from truth import CENTRAL, Study, parts_without, bridges
from raw import folded


class Level(Study):
    """The whole data put together into the groups that a figure draws."""

    def __init__(self, study, unit_of, names):
        self.__dict__.update({k: v for k, v in study.__dict__.items()
                              if k in ("ws", "depth", "period", "people", "pairs", "depths", "neighbours", "arc_count", "directed")})
        self.by = "drawn"
        self.group_of = {i: unit_of(p) for i, p in study.people.items() if unit_of(p) is not None}
        self.names = names
        self.sizes = collections.Counter({u: 0 for u in names})
        self.sizes.update(self.group_of.values())
        self.sizes = collections.Counter({u: n for u, n in self.sizes.items() if n})
        self.members = collections.defaultdict(list)
        for i, g in self.group_of.items():
            self.members[g].append(i)


class Figures(Checker, CommandChecks):
    """Checks of the folder of `weft map`."""

    def units(self, figure):
        """The level of a map: what each person is part of there, and whether anything stands together."""
        ids = {n["id"] for n in figure.nodes}
        names = {n["id"]: node_name(n) for n in figure.nodes}
        steps = set()
        if any(i.startswith("hub:") for i in ids) or "central teams" in ids:
            steps.add("hubs")
        if "more groups" in ids:
            steps.add("rest")
        ws, by = self.ws, self.by

        def own(person):
            if by != "school":
                return self.main.group_of.get(person.id)
            if person.school:
                return person.school
            if person.school == "" or not ws.schools:
                return None
            team = person.teams[0] if person.teams else None
            return team if team and ws.teams[team]["school"] is None else ("central team" if "central" in ws.schools else "central")

        def unit(person):
            place = own(person)
            if place is None:
                return None
            if "hubs" in steps:
                if person.school and by == "school":
                    hub = ws.schools[person.school]["hub"]
                    place = "hub:" + hub if hub else place
                elif by == "school":
                    place = "central teams"
            return place if place in ids or "rest" not in steps else "more groups"
        everything = {}
        for person in self.main.people.values():
            place = unit(person)
            if place is not None:
                everything[place] = names.get(place) or self.unit_name(place)
        return Level(self.main, unit, everything), steps

    def unit_name(self, id_):
        ws = self.ws
        if self.by == "school":
            if id_ in ws.schools:
                return ws.schools[id_]["name"]
            if id_ in ws.teams:
                return ws.teams[id_]["name"]
            return CENTRAL
        return self.main.names.get(id_, id_)

    def map_links(self, level, steps):
        """Ties between drawn groups and partners, those of schools, teams and partners themselves included: ties, people, depth."""
        ties, people = collections.Counter(), collections.defaultdict(set)
        for (a, b), share in self.main.pairs.items():
            g, h = level.group_of.get(a), level.group_of.get(b)
            if g is not None and h is not None:
                key = tuple(sorted((g, h)))
                ties[key] += share
                people[key] |= {a, b}
        ws = self.ws

        def place(member):
            kind, id_ = member
            if kind == "partner":
                return "partner " + id_
            if kind == "person":
                return level.group_of.get(id_)
            if self.by != "school":
                return None
            person = next((p for p in self.main.people.values() if (p.school == ws.school_of(member) and ws.school_of(member))
                           or (kind == "team" and not ws.teams[id_]["school"] and not p.school and id_ in p.teams)), None)
            return level.group_of.get(person.id) if person else None
        for tie in ws.ties:
            if {k for k, _ in tie["ends"]} == {"person"}:
                continue
            if not self.period.overlaps(tie["started"], tie["ended"]) or not self.main.reaches(tie["depth"]):
                continue
            a, b = place(tie["ends"][0]), place(tie["ends"][1])
            if a is None or b is None or a == b:
                continue
            key = tuple(sorted((a, b)))
            ties[key] += 1
            people[key] |= {i for k, i in tie["ends"] if k == "person"}
        return ties, people

    # The folder.

    def check_map(self, out, names="pseudonym"):
        self.names = names
        self.out = out
        self.summary_page(out)
        for name, figure in out.figures.items():
            self.figure(name, figure)
        self.page(out)
        self.csv_files(out)
        if out.findings:
            self.findings(out.findings)

    def figure(self, name, figure):
        level, steps = (self.units(figure) if figure.nodes else (self.main, set()))
        at = At(f"{name}.svg", level, figure, self.main)
        at.steps = steps
        at.name = name
        self.heading = True
        at.where = f"{name} headline"
        if not self.read_one(figure.headline, at, "figure", quietly=True):
            for part in re.split(r"; ", figure.headline):
                self.read_one(part[:1].upper() + part[1:], at, "figure", "summary")
        # A headline speaks of what is on the page.
        # Where the smallest alone stand as one, the others are still there.
        if figure.nodes and "hubs" in steps and re.search(rf"\b{re.escape(self.many(self.by))}\b|\b{re.escape(self.one(self.by))}\b", figure.headline, re.I):
            self.claims.claim("headline-level", at.where, figure.headline, f"speaks of {self.many(self.by)}", False,
                              f"the figure draws {len(figure.nodes)} groups put together ({', '.join(sorted(steps))})")
        at.where = f"{name} subtitle"
        self.subtitle(figure, at)
        at.where = f"{name} basis"
        for part in self.basis_of(figure).split(" · "):
            if part:
                self.read_one(part, at, "basis", "summary")
        at.where = f"{name} description"
        self.description(name, figure, at)
        at.where = f"{name} small print"
        self.small_print(figure, at)
        at.where = f"{name} alt text"
        self.claims.claim("alt-text", at.where, figure.alt, figure.alt[:60], figure.headline[:100] in figure.alt or len(figure.alt) >= 240, figure.headline)
        marks = {"trust-map": self.map_marks, "bridges-map": self.map_marks, "change": self.change_marks,
                 "matrix": self.matrix_marks, "coverage": self.coverage_marks, "partner-map": self.partner_marks,
                 "idea-trails": self.idea_marks}.get(name)
        if marks:
            at.where = f"{name}.csv"
            marks(figure, at)
        self.draws_no_hidden_group(name, figure.rows)

    def draws_no_hidden_group(self, name, rows):
        """What the table of silos does not show stands in no figure of a copy without names."""
        if self.names == "full":
            return
        others = {t["name"] for t in self.ws.teams.values()} | {p["name"] for p in self.ws.partners.values()}
        hidden = {r["name"] for r in self.verdicts().values() if r["people"] == "c"} - others
        for row in rows:
            told = hidden & set(row.values())
            if hidden:
                self.claims.claim("hidden-group", f"{name}.csv", str({k: v for k, v in row.items() if v})[:200], sorted(told), not told, sorted(hidden)[:4])

    def basis_of(self, figure):
        """The line under the subtitle: the head's words after headline and subtitle."""
        words = " ".join(figure.head)
        place = words.find(figure.subtitle[-25:]) if figure.subtitle else -1
        return words[place + len(figure.subtitle[-25:]):].strip() if place >= 0 else ""

    def subtitle(self, figure, at):
        found = re.search(say.PERIOD + r"(?=$|,)", figure.subtitle)
        if at.name == "change":
            found = None
        if found:
            self.claims.fact(("the page's time",), found.group(0), at.where, figure.subtitle)
            self.claims.claim("period", at.where, figure.subtitle, found.group(0), found.group(0) == self.period.in_words, self.period.in_words)
        if at.name in ("trust-map",) and "hubs" in at.steps and "schools" in figure.subtitle:
            self.claims.claim("headline-level", at.where, figure.subtitle, "schools", False, "hubs are drawn")
        if at.name == "change":
            days = re.findall(say.DAY, figure.subtitle)
            if days and self.day:
                then = max(days, key=lambda d: (int(d.split()[-1]), "January February March April May June July August September October November December".split().index(d.split()[1]), int(d.split()[0])))
                self.claims.claim("change-order", at.where, figure.subtitle, f"then {days[0]}, now {days[-1]}", days[-1] == then, f"{then} is the later day")

    def description(self, name, figure, at):
        text = figure.description
        if text.startswith(figure.headline):
            text = text[len(figure.headline):].lstrip(". ")
        if name == "idea-trails":
            for sentence in say.split(text):
                self.read_one(sentence, at, "figure")
            return
        self.read(text, at, "figure", "summary")

    def small_print(self, figure, at):
        text = figure.foot_text
        found = re.search(r"newest entry (" + say.DAY + ")", text)
        if found and self.ws.newest:
            days = {words_of(d) for d in (self.ws.newest, self.page_day, self.ws.newest_record) if d}
            self.claims.fact(("newest entry",), found.group(1), at.where, text)
            newest = max(d for d in (self.ws.newest, self.ws.newest_record) if d)
            self.claims.claim("newest-entry", at.where, found.group(0), found.group(1), found.group(1) == words_of(newest), words_of(newest))
        for pattern, kind in [(r"(\S+) groups? of fewer than (\d+) people", "small")]:
            found = re.search(pattern, text)
            if found and at.figure.nodes and not at.steps:
                small = len([g for g in at.study.sizes if at.study.sizes[g] < self.min_group])
                # Others may be hidden beside them.
                self.number_is("small-groups", found.group(0), at, found.group(1), max(small, say.number(found.group(1)) or 0))

    # Headlines.

    def names_or_count(self, text):
        """A headline's subject: names, or a number of a boundary's groups."""
        found = re.fullmatch(rf"({say.NUMBER}) (.+)", text, re.I)
        return (say.number(found.group(1)), found.group(2)) if found and self.boundary(found.group(2)) else (None, text)

    def verdicts(self):
        """Verdict of each group as silos.csv has it."""
        return {r["id"]: r for r in self.out.tables.get("silos", [])}

    def check_head_silo_hanging(self, text, m, at):
        self.check_head_silos(text, m, at)
        return self.check_head_hanging_one(text, {"name": m["names"]}, at)

    def check_head_silos(self, text, m, at):
        silos = [r["name"] for r in self.verdicts().values() if r["verdict"] == "silo"]
        count, _ = self.names_or_count(m["names"])
        if count is not None:
            self.claims.claim("head-silos", at.where, text, count, count == len(silos), silos)
        else:
            names = self.groups_of(m["names"], self.main)
            self.claims.claim("head-silos", at.where, text, m["names"], names is not None and sorted(self.main.names[g] for g in names) == sorted(silos), silos)
        self.drawn(text, m["names"], at)

    def check_head_no_silo(self, text, m, at):
        """No group of the level that is drawn; whether some are hidden is said."""
        by = self.boundary(m["word"])
        study = self.study(by) if by else self.main
        if study.by == self.by:
            silos = [r["name"] for r in self.verdicts().values() if r["verdict"] == "silo"]
            self.claims.claim("head-no-silo", at.where, text, "none", not silos, silos)
        small = [g for g in study.sizes if 0 < study.sizes[g] < self.min_group]
        self.claims.claim("head-no-silo", at.where, text, m["part"] or "all shown", not small or bool(m["part"]), small[:3])

    def check_head_silo_shares(self, text, m, at):
        row = next((r for r in self.verdicts().values() if r["name"] == m["name"]), None)
        self.claims.claim("head-silos", at.where, text, m["name"], bool(row) and row["verdict"] == "silo", row and row["verdict"])
        rank = next((r for r in at.figure.rows if r["group"] == m["name"]), None)
        if rank:
            self.claims.claim("head-silo-shares", at.where, text, m["p"], same_percent(m["p"], float(rank["leads_out_percent"]) / 100), rank["leads_out_percent"])

    def drawn(self, text, names, at):
        """A headline names what is on the page."""
        if not at.figure or not at.figure.nodes:
            return
        shown = [n["title"] for n in at.figure.nodes]
        for g in self.groups_of(names, self.main) or []:
            name = self.main.names[g]
            self.claims.claim("headline-level", at.where, text, name, any(t.startswith(name) for t in shown), "it is not drawn by itself")

    def _hanging(self, at, groups):
        return [g for g in groups if g in self.main.holders and self.main.sizes[g] >= self.min_group]

    def check_head_hanging(self, text, m, at):
        hanging = self._hanging(at, self.main.sizes)
        self.number_is("head-hanging", text, at, m["n"], len(hanging))

    def check_head_hanging_one(self, text, m, at):
        g = self.group(m["name"], self.main)
        if g is None:
            return False
        self.claims.claim("head-hanging", at.where, text, m["name"], g in self.main.holders, "no one person holds every tie out of it")
        self.drawn(text, m["name"], at)

    def check_head_single_link(self, text, m, at):
        only = [g for g in self.main.sizes if len(self.main.linked(g)) == 1 and self.main.sizes[g] >= self.min_group]
        self.number_is("head-single-link", text, at, m["n"], len(only))

    def check_head_single_link_one(self, text, m, at):
        g = self.group(m["name"], self.main)
        if g is None:
            return False
        linked = self.main.linked(g)
        self.claims.claim("head-single-link", at.where, text, m["name"], len(linked) == 1, f"tied to {len(linked)} groups")
        ties = self.main.outside[g]
        self.claims.claim("single-link-words", at.where, text, "a single link", ties <= 1, f"{ties:g} ties lead to one group")

    def check_head_share(self, text, m, at):
        found = re.search(r"from one (.+?) to another", text)
        by = self.boundary(found.group(1))
        study = self.study(by) if by else self.main
        self.percent_is("head-share", text, at, m["p"], study.share)
        self.claims.fact(("share across", study.by, study.depth, study.scope), m["p"], at.where, text)
        self.level_of_grid(text, at)
        if m["blank"] and at.figure:
            drawn = self.drawn_links(at)
            self.claims.claim("head-blank", at.where, text, "no link may be shown", not drawn, f"{drawn} are drawn")

    def check_head_share_alone(self, text, m, at):
        self.percent_is("head-share", text, at, m["p"], self.main.share)
        self.claims.claim("head-share-alone", at.where, text, "one and the central team", len(self.main.sizes) == 2 and CENTRAL in [self.main.names[g] for g in self.main.sizes], sorted(self.main.sizes)[:4])

    def level_of_grid(self, text, at):
        """A matrix that puts groups together speaks at that level."""
        if at.name == "matrix":
            rows = [r["group"] for r in at.figure.rows]
            names = set(self.main.names.values()) | {t["name"] for t in self.ws.teams.values()}
            strange = [r for r in rows if r not in names and not r.endswith(" more groups")]
            if strange:
                said = re.search(rf"\b({re.escape(self.one(self.by))}|{re.escape(self.many(self.by))})\b", text, re.I)
                self.claims.claim("headline-level", at.where, text, f"speaks of {self.many(self.by)}", not said, f"rows are {strange[:4]}")

    def check_head_not_asked(self, text, m, at):
        self.check_no_crossing(text, m, at)

    def check_head_too_little(self, text, m, at):
        few = self.main.total < 10
        asked, answered = self.main.coverage()
        self.claims.fact(("whole verdict", self.by, self.depth), "too little", at.where, text)
        self.claims.claim("head-too-little", at.where, text, "not enough data", few or (asked and answered / asked < 0.7),
                          f"{self.main.total:g} ties, {answered} of {asked} answered")

    # Bridges, at the level that is drawn, on all ties.

    def check_head_without(self, text, m, at):
        self.without(text, m["name"], m["names"], at, "head-without")

    def without(self, text, name, names, at, kind):
        level = at.study
        g = self.group(name, level)
        found = re.fullmatch(rf"({say.NUMBER}) groups?", names, re.I)
        hanging = set()
        if g is not None:
            parts = sorted(parts_without(level.graph, g), key=len)
            hanging = set().union(*parts[:-1]) if len(parts) > 1 else set()
        truth = [level.names[h] for h in hanging]
        if found:
            self.claims.claim(kind, at.where, text, found.group(1), say.number(found.group(1)) == len(hanging), f"{len(hanging)} {truth[:5]}")
        else:
            said = self.groups_of(names, level)
            same = said is not None and set(said) == hanging
            if said and g is not None and not same:
                # Of parts of one size any may be called the rest.
                parts = parts_without(level.graph, g)
                same = any(set(said) == set().union(*[p for p in parts if p is not q])
                           for q in parts if len(q) == max(len(p) for p in parts)) if len(parts) > 1 else False
            self.claims.claim(kind, at.where, text, names, same, truth or "nobody")

    def check_head_without_more(self, text, m, at):
        self.number_is("head-without-more", text, at, m["n"], len(at.study.cut) - 1)

    def check_head_no_cut(self, text, m, at):
        self.claims.claim("head-no-cut", at.where, text, "no group", not at.study.cut, [at.study.names[g] for g in at.study.cut], True)

    def check_head_brokers(self, text, m, at):
        level = at.study
        score = {g: 0.0 for g in level.sizes}
        for source in level.sizes:
            far, paths, order = {source: 0}, {source: 1.0}, [source]
            preds = collections.defaultdict(list)
            for v in order:
                for w in level.graph[v]:
                    if w not in far:
                        far[w], paths[w] = far[v] + 1, 0.0
                        order.append(w)
                    if far[w] == far[v] + 1:
                        paths[w] += paths[v]
                        preds[w].append(v)
            back = collections.Counter()
            for w in reversed(order):
                for v in preds[w]:
                    back[v] += paths[v] / paths[w] * (1 + back[w])
                if w != source:
                    score[w] += back[w]
        said = self.groups_of(m["names"], level)
        if said is None:
            return False
        cuts = set(level.cut)
        order = sorted((g for g in score if g not in cuts), key=lambda g: -score[g])
        floor = score[order[len(said) - 1]] if len(order) >= len(said) else 0
        total = sum(score.values())
        for g in said:
            self.claims.claim("brokers-of-groups", at.where, text, level.names[g],
                              score[g] >= floor - 1e-6 and score[g] * len(level.sizes) > 1.5 * total - 1e-6,
                              [f"{level.names[x]} {score[x]:.1f}" for x in order[:4]])

    def check_head_no_holder(self, text, m, at):
        self.claims.claim("head-no-holder", at.where, text, "nobody", not at.study.cut, [at.study.names[g] for g in at.study.cut], True)

    def check_head_too_few_links(self, text, m, at):
        links = len([k for k in at.study.between if k[0] != k[1]])
        _, people = self.map_links(at.study, at.steps)
        # Where something is kept back: small groups, or links that few carry.
        kept = any(n < self.min_group for n in at.study.sizes.values()) or any(0 < len(p) < self.min_link for k, p in people.items() if k[0] != k[1])
        self.claims.claim("head-too-few-links", at.where, text, "too few links", kept if m["part"] else links < 3 or len(at.study.sizes) < 3, f"{links} pairs of groups have ties", True)

    def check_desc_joined_only(self, text, m, at):
        self.without(text, m["name"], m["names"], at, "joined-only-through")

    def check_desc_brokers(self, text, m, at):
        return self.check_head_brokers(text, m, at)

    def check_desc_irreplaceable(self, text, m, at):
        truth = len(at.study.only_links)
        # Between two groups there is nothing to replace.
        self.number_is("irreplaceable-links", text, at, m["n"], truth if len([k for k in at.study.between if k[0] != k[1]]) > 1 else {0, truth}, absence=True)

    def check_ideas_none(self, text, m, at):
        self.claims.claim("ideas-none", at.where, text, "none", not self.upto(self.ws.ideas.values()), len(self.ws.ideas), True)

    def check_named_bridge(self, text, m, at):
        found = [i for i, p in self.main.people.items() if p.name == m["who"]]
        if len(found) == 1:
            self.number_is("named-bridge", text, at, m["groups"], len(self._reach(found[0])))

    def check_desc_all_replaceable(self, text, m, at):
        self.claims.claim("irreplaceable-links", at.where, text, "none", not at.study.only_links, len(at.study.only_links), True)

    def check_desc_no_link(self, text, m, at):
        linked = {r["group"] for r in at.figure.rows if r["with"]} | {r["with"] for r in at.figure.rows}
        for n in [n for n in at.study.names.values() if re.search(rf"(^|, | and ){re.escape(n)}($|, | and )", m["names"])]:
            self.claims.claim("desc-no-link", at.where, text, n, n not in linked, "a link of it is drawn", True)

    def check_desc_alarm(self, text, m, at):
        g = self.group(m["name"], at.study)
        g = g if g is not None else self.group(m["name"], self.main)
        if g is None:
            return False
        self.alarm(m["alarm"], g, text, at)

    def alarm(self, words, g, text, at):
        level = at.study if g in at.study.sizes else self.main
        name = level.names[g]
        if "keeps to itself" in words:
            row = self.verdicts().get(g)
            self.claims.claim("alarm-silo", at.where, text, name, bool(row) and row["verdict"] == "silo", row and row["verdict"])
        elif words.startswith("depends on"):
            study = self.main if g in self.main.sizes else level
            self.claims.claim("alarm-hangs", at.where, text, name, g in study.holders, "no one person holds every tie out of it")
        elif "only link" in words:
            study = self.main if g in self.main.sizes else level
            self.claims.claim("alarm-only-link", at.where, text, name, len(study.linked(g)) == 1, f"tied to {len(study.linked(g))} groups")
        elif "only way" in words:
            count = say.number(re.search(rf"to ({say.NUMBER}) groups?", words).group(1))
            parts = sorted(parts_without(level.graph, g), key=len)
            hanging = sum(len(p) for p in parts[:-1])
            self.claims.claim("alarm-only-way", at.where, text, f"{name}: {words}", hanging == count, f"{hanging} groups")
        else:
            self.claims.unparsed.append(("unparsed", at.where, text, ""))

    # Marks of maps.

    def map_marks(self, figure, at):
        level = at.study
        ties, people = self.map_links(level, at.steps)
        partner_name = {p["name"]: "partner " + p["id"] for p in self.ws.partners.values()}
        by_name = {name: id_ for id_, name in level.names.items()}
        for node in figure.nodes:
            found = re.search(r", (\d[\d,]*) (?:people|person),", node["title"])
            if found and node["id"] in level.sizes:
                said = int(found.group(1).replace(",", ""))
                self.claims.claim("node-people", at.where, node["title"], said, said == level.sizes[node["id"]], level.sizes[node["id"]])
                self.claims.fact(("people of a group", node["id"]), said, at.where, node["title"])
            for words in re.findall(r"keeps to itself|only link|depends on one person|only way to (?:one group|\w+ groups)", node["title"]):
                if node["id"] in level.sizes:
                    self.alarm(words, node["id"], node["title"], at)
        place = lambda name: by_name.get(name) or partner_name.get(name)
        for row in figure.rows:
            a, b = place(row["group"]), place(row["with"])
            text = f"{row['group']} - {row['with']}: {row['ties']} {row['mark']}"
            if not row["with"]:
                continue
            if a is None or b is None:
                self.claims.unparsed.append(("unparsed", at.where, text, "no such group"))
                continue
            key = tuple(sorted((a, b)))
            if row["ties"] not in ("", "c"):
                self.claims.claim("link-ties", at.where, text, row["ties"], abs(int(row["ties"]) - ties[key]) <= 0.5 + 1e-9, f"{ties[key]:g}")
                if at.name != "change":
                    self.claims.fact(("ties between", key, bool(at.steps)), row["ties"], at.where, text)
            if re.search("only|nothing", row["mark"], re.I):
                links = {tuple(sorted(p)) for p in bridges(level.graph)}
                self.claims.claim("link-only", at.where, text, row["mark"], key in links, "other ties replace it")

    def change_marks(self, figure, at):
        """Ties of links that are there now."""
        level, names = at.study, {}
        ties, _ = self.map_links(level, at.steps)
        names = {name: id_ for id_, name in level.names.items()}
        names.update({p["name"]: "partner " + p["id"] for p in self.ws.partners.values() if p["name"] not in names})
        for row in figure.rows:
            a, b = names.get(row["group"]), names.get(row["with"])
            if a is None or b is None or "lost" in row["mark"] or not row["ties"].isdigit():
                continue
            now = ties[tuple(sorted((a, b)))]
            text = f"{row['group']} - {row['with']}: {row['ties']} {row['mark']}"
            # A link that was there before may be drawn with the ties it had then, where those were more.
            self.claims.claim("link-ties", at.where, text, row["ties"], int(row["ties"]) >= now - 0.5 - 1e-9 and now > 0, f"{now:g} now")

    def matrix_marks(self, figure, at):
        rows = [r["group"] for r in figure.rows]
        names, merged = {}, {}
        # By school the central team stands by its teams.
        def unit(person):
            if self.by != "school" or person.school:
                return self.main.group_of.get(person.id)
            if person.school is None and self.ws.schools:
                team = person.teams[0] if person.teams else None
                return team if team and self.ws.teams[team]["school"] is None else self.main.group_of.get(person.id)
            return None
        hubs = {s["hub"] for s in self.ws.schools.values() if s["hub"]}
        own = {self.unit_name(unit(p)) for p in self.main.people.values() if unit(p) is not None}
        is_merged = any(r not in own for r in rows)

        def drawn(person):
            id_ = unit(person)
            if id_ is None:
                return None
            name = self.unit_name(id_)
            if is_merged and name not in rows:
                if person.school and self.ws.schools[person.school]["hub"] in rows:
                    return self.ws.schools[person.school]["hub"]
                if not person.school and "Central teams" in rows:
                    return "Central teams"
                more = next((r for r in rows if r.endswith("more groups")), None)
                return more
            return name
        level = Level(self.main, drawn, {r: r for r in rows})
        if is_merged:
            # The description speaks of what is on the page.
            strange = [n for n in self.main.names.values() if n not in rows and n in figure.description]
            self.claims.claim("description-level", "matrix description", figure.description[:120], strange[:3], not strange, f"the rows are {rows[:4]}")
        for row in figure.rows:
            for other in rows:
                cell = row.get(other, "")
                if cell in ("c",) or cell is None:
                    continue
                key = tuple(sorted((row["group"], other)))
                ties = level.between.get(key, 0.0)
                text = f"{row['group']} x {other}: {cell or 'blank'}"
                # An empty cell claims nothing: no ties, or so few that sums must not tell of them.
                if cell != "":
                    self.claims.claim("cell-ties", at.where, text, cell, abs(float(cell.replace(',', '')) - ties) <= 0.5 + 1e-9, f"{ties:g}")
            share, said = level.group_share(row["group"]) if row["group"] in level.sizes else None, row.get("leads_out_percent")
            if said:
                text = f"{row['group']} leads out {said}"
                self.claims.claim("row-share", at.where, text, said, share is not None and abs(float(said) / 100 - share) < 0.006, per_cent(share))

    def coverage_marks(self, figure, at):
        names = {r["school"] for r in figure.rows if r["school"]}
        by = next((b for b in [self.by, "school"] + self.boundaries if names <= set(self.study(b).names.values())), None)
        if not by or not names:
            return
        self.claims.fact(("boundary of topics",), by, at.where, "coverage.csv")
        knowing = self.knowing(by)
        for row in figure.rows:
            if row["topic"] not in self.ws.topics:
                continue
            if row["gap"] in ("absent", "single"):
                count = len(knowing.holders[row["topic"]])
                self.claims.claim("gap-class", at.where, f"{row['topic']}: {row['gap']}", row["gap"], count == (row["gap"] == "single"), count)
                continue
            g = self.group(row["school"], knowing.study)
            text = f"{row['topic']} in {row['school']}: {row['gap']}, {row['in_school']} of {row['holders']}"
            truth = knowing.coverage(row["topic"], g)
            self.claims.claim("gap-class", at.where, text, row["gap"], row["gap"] == truth, truth)
            self.claims.fact(("gap class", row["topic"], g), row["gap"], at.where, text)
            here = len([i for i in knowing.holders[row["topic"]] if knowing.study.group_of.get(i) == g])
            for said, count in [(row["in_school"], here), (row["holders"], len(knowing.holders[row["topic"]]))]:
                if said.isdigit():
                    self.claims.claim("gap-holders", at.where, text, said, int(said) == count, count)

    def partner_marks(self, figure, at):
        """Lines of the partner map: whether a partnership is on record, its depth, and who has none."""
        if self.by != "school":
            return
        sides = {s["name"]: i for i, s in self.ws.schools.items()}
        sides.update({t["name"]: i for i, t in self.ws.teams.items() if not t["school"]})
        sides["The whole trust"] = "trust"
        partners = {p["name"]: i for i, p in self.ws.partners.items()}
        for row in figure.rows:
            side, partner = sides.get(row["group"]), partners.get(row["partner"])
            text = f"{row['group']} - {row['partner']}: {row['partnership']} {row['note']}"
            if row["note"] == "no partner" and side in self.main.sizes:
                self.claims.claim("head-idle", at.where, text, "no partner", side in self.idle(), "it has a partnership or people in touch with partners", True)
            if side is None or partner is None:
                continue
            deals = [d for d in self.ws.partnerships.values() if d["partner"] == partner and
                     (d["with"] == side or (d["with"] in self.ws.teams and self.ws.teams[d["with"]]["school"] == side))]
            if row["partnership"] in ("yes", "red") and self.ws.partnerships:
                self.claims.claim("line-on-record", at.where, text, row["partnership"], bool(deals), "no partnership on record")
            if row["partnership"] == "no":
                self.claims.claim("line-not-on-record", at.where, text, "no partnership", not deals, [d["id"] for d in deals], True)
            levels = {d["level"] for d in deals if d["level"] is not None}
            if row["depth"] and levels:
                self.claims.claim("line-depth", at.where, text, row["depth"], int(row["depth"]) in levels, levels)

    def idea_marks(self, figure, at):
        """What became of each idea where."""
        names = {s["name"]: ("school", i) for i, s in self.ws.schools.items()}
        names.update({p["name"]: ("partner", i) for i, p in self.ws.partners.items()})
        names[CENTRAL] = ("school", None)

        def place(member):
            return member if member[0] == "partner" else ("school", self.ws.school_of(member))
        for row in figure.rows:
            idea = next((i for i in self.ws.ideas.values() if i["title"] == row["idea"]), None)
            where = names.get(row["place"])
            if not idea or not where or not row["outcome"]:
                continue
            kept = {place(a) for a in self.kept(idea)}
            tried = {place(a) for a in idea["trialled_by"]}
            dropped = {place(a) for a in idea["dropped_by"]}
            truth = ("taken up" if where in kept else "being tried" if where in tried else
                     "tried or taken up, and dropped" if where in dropped else "never came")
            text = f"{row['idea']} at {row['place']}: {row['outcome']}"
            self.claims.claim("idea-outcome", at.where, text, row["outcome"], row["outcome"] == truth, truth)

    # The other texts.

    def summary_page(self, out):
        from outputs import sections
        for part in sections(out.summary):
            at = At(f"summary.md: {part.title or 'top'}", self.main)
            at.name = "summary"
            if part.title.endswith(": silos and bridges"):
                for piece in part.lines[0].split(" · "):
                    self.read_one(piece, at, "summary")
                continue
            if part.title in ("Files", "Further files"):
                for line in part.lines:
                    name = line.split(":")[0]
                    there = name in out.names or name + ".svg" in out.names
                    self.claims.claim("file-list", at.where, line, name, there, "there is no such file")
                continue
            if part.title == "What would help":
                part.lines = [re.sub(r"^(This term|Long term): ", "", l) for l in part.lines]
            for line in part.lines:
                self.read(line, at, "summary")
            if part.table:
                self.summary_table(part, at)

    def summary_table(self, part, at):
        rows = part.table
        if part.title == "Where the silos are":
            one = list(rows[0])[0]
            study = self.main
            for row in rows:
                g = self.group(row[one], study)
                text = " | ".join(row.values())
                if g is None:
                    self.claims.unparsed.append(("unparsed", at.where, text, "no such group"))
                    continue
                if row["people"] == "c":
                    continue
                self.number_is("table-people", text, at, row["people"], study.sizes[g], ("people of a group", g))
                ties = study.inside[g] + study.outside[g]
                self.number_is("table-ties", text, at, row["ties"], rounded(ties))
                if row["lead out"] not in ("-", "c", ""):
                    self.percent_is("table-share", text, at, row["lead out"], study.group_share(g))
                    self.claims.fact(("share out", study.by, g, study.depth, study.scope), row["lead out"], at.where, text)
                    if row["by chance"] not in ("-", ""):
                        self.percent_is("table-chance", text, at, row["by chance"], study.group_expected(g))
                    if row["others at its size"] not in ("-", ""):
                        self.claims.fact(("others at its size", study.by, g, study.depth, study.scope), row["others at its size"], at.where, text)
                self.verdict_fact(g, row["verdict"], at, text)
            verdicts = [r["verdict"] for r in rows]
            same = verdicts.count("more inward than chance")
            self.claims.claim("chance-leads", at.where, f"{same} of {len(rows)} rows: more inward than chance", "a verdict beside chance",
                              len(rows) < 5 or same * 2 <= len(rows), "every group is; the others at its size tell them apart")
            shares = [self.main.group_share(g) for g in self.main.sizes]
            if self.main.share and None not in shares and len(shares) > 2:
                self.claims.claim("two-shares", at.where, f"{per_cent(self.main.share)} of all, {per_cent(min(shares))} or more of each", "one share",
                                  min(shares) < self.main.share * 1.05 or "both ends" in self.out.summary,
                                  "a tie that crosses counts once above and at both its ends below")
        elif part.title == "Which grouping divides most":
            for row in rows:
                by = self.boundary(row["boundary"])
                study, text = self.study(by), " | ".join(row.values())
                if by.startswith("school."):
                    values = [s["attributes"].get(by[7:]) for s in self.ws.schools.values()]
                    self.claims.claim("identifier-as-boundary", at.where, text, by, len(set(values)) < len(values), "each school has a value of its own: it is the school again")
                truth = len(study.sizes) - (1 if by == "school" and CENTRAL in study.names.values() else 0)
                self.number_is("school-count" if by == "school" else "groups", text, at, row["groups"], truth, ("groups", by))
                if row["lead across"]:
                    self.percent_is("boundary-share", text, at, row["lead across"], study.share)
                    self.claims.fact(("share across", by, self.depth, "all"), row["lead across"], at.where, text)
                    self.percent_is("boundary-chance", text, at, row["by chance"], study.expected)
                if row.get("its own") and row.get("allowing for") and self.boundary(row["allowing for"]):
                    inside = self.allowing_for(study, self.study(self.boundary(row["allowing for"])))
                    said = re.sub(r"^-", "", row["its own"])
                    sign = -1 if row["its own"].startswith("-") else 1
                    self.claims.claim("allowing-for", at.where, text, row["its own"], inside is not None and same_percent(said, sign * inside), per_cent(inside))
        elif part.title == "Contact and joint work":
            for row in rows:
                study, text = self.study(None, int(row["depth"])), " | ".join(row.values())
                ties = study.total
                self.number_is("depth-ties", text, at, row["ties"], rounded(ties), ("ties", study.depth))
                if row["lead out"]:
                    self.percent_is("depth-share", text, at, row["lead out"], study.share)
                    self.claims.fact(("share across", self.by, study.depth, study.scope), row["lead out"], at.where, text)
        else:
            self.claims.unparsed.append(("unparsed", at.where, part.title, "a table that is not known"))

    VERDICTS = {"keeps to itself": "silo", "about as outward as others its size": None, "cannot be told from others its size": None, "more inward than most": None,
                "more outward than most": None, "a silo: keeps to itself": "silo", "more inward than chance": "inward", "about as chance has it": "as chance",
                "more outward than chance": "open", "not enough data to say": "not enough data to say",
                "not asked across": "not surveyed across", "too small to show": None,
                "group-silo": "silo"}
    SENTENCE_VERDICTS = {"silo": "silo", "inward": "inward", "outgoing": "inward", "more-inward": "inward", "open": "open", "as-chance": "as chance",
                         "too-little": "not enough data to say", "not asked": "not surveyed across"}

    def verdict_fact(self, g, words, at, text):
        kind = self.VERDICTS.get(words, words)
        if words in ("keeps to itself", "about as outward as others its size", "cannot be told from others its size", "more inward than most", "more outward than most"):
            # A sentence may speak of chance alone; where it speaks of others, it says the same.
            main = self.main
            self.claims.fact(("standing", main.by, g, main.depth, main.scope), words, at.where, text)
        if kind:
            self.claims.fact(("verdict kind", self.main.by, g), kind, at.where, text)

    def page(self, out):
        if not out.html:
            return
        for entry in out.page:
            figure = out.figures.get(entry["name"])
            where = f"index.html: {entry['name']}"
            self.claims.claim("page-figure", where, entry["headline"], "a figure of the folder", figure is not None, out.names)
            if figure:
                self.claims.claim("page-alt", where, entry["alt"], entry["alt"][:40], entry["alt"] == figure.alt, figure.alt)
                self.claims.claim("page-description", where, entry["description"][:80], "the description",
                                  entry["description"] == figure.description, figure.description[:80])
        squeezed = re.sub(r"[^\w]", "", out.page_summary)
        from outputs import sections
        for part in sections(out.summary):
            for line in part.lines:
                if line.startswith("Contains names"):
                    # Stands on the page as its marking.
                    continue
                self.claims.claim("page-summary", "index.html: summary", line[:60], "as in summary.md", re.sub(r"[^\w]", "", line) in squeezed, "it is not on the page")

    def csv_files(self, out):
        at = At("silos.csv", self.main)
        at.name = "silos"
        for row in out.tables.get("silos", []):
            study = self.study(row["boundary"]) if row["boundary"] in self.boundaries else self.main
            g, text = row["id"], f"{row['name']}: {row['sentence']}"
            if g not in study.sizes:
                self.claims.claim("csv-group", at.where, text, g, False, "there is no such group")
                continue
            self.claims.fact(("verdict kind", study.by, g), row["verdict"], at.where, text)
            if row["people"] == "c":
                continue
            ties = study.inside[g] + study.outside[g]
            self.claims.fact(("people of a group", g), int(row["people"]), at.where, text)
            self.claims.claim("csv-people", at.where, text, row["people"], int(row["people"]) == study.sizes[g], study.sizes[g])
            self.claims.claim("csv-ties", at.where, text, row["ties"], abs(float(row["ties"]) - ties) < 0.006, ties)
            if row["outside_share"]:
                self.claims.claim("csv-share", at.where, text, row["outside_share"], abs(float(row["outside_share"]) - (study.group_share(g) or 0)) < 6e-5, study.group_share(g))
            if row["outside_share_chance"]:
                self.claims.claim("csv-chance", at.where, text, row["outside_share_chance"], abs(float(row["outside_share_chance"]) - study.group_expected(g)) < 6e-5, study.group_expected(g))
            at.where = "silos.csv sentence"
            at.asked, at.subject = study, g
            self.read(row["sentence"], at, "summary")
            at.where, at.subject = "silos.csv", None
        self.gaps_file(out)
        self.partners_file(out)
        self.purpose_files(out)
        self.people_files(out)

    def gaps_file(self, out):
        rows = out.tables.get("gaps", [])
        if not rows:
            return
        knowing = None
        where = "gaps.csv"
        for row in rows:
            if knowing is None:
                by = next((b for b in [self.by, "school"] + self.boundaries if row["group"] in self.study(b).sizes), "school")
                knowing = self.knowing(by)
                self.claims.fact(("boundary of topics",), by, where, "gaps.csv")
            topic, g = row["topic"], row["group"]
            if topic not in self.ws.topics or g not in knowing.study.sizes:
                continue
            if not row["class"]:
                self.claims.claim("gap-untold", where, f"{topic} in {row['group_name']}", "not told", not any(knowing.holders.values()), "somebody says what they know", True)
                continue
            if row["class"] == "c":
                self.claims.claim("gap-hidden", where, f"{topic} in {row['group_name']}", "c", len(knowing.holders[topic]) == 1, len(knowing.holders[topic]))
                continue
            text = f"{topic} in {row['group_name']}: {row['class']}"
            truth = knowing.coverage(topic, g)
            self.claims.claim("gap-class", where, text, row["class"], row["class"] == truth, truth)
            self.claims.fact(("gap class", topic, g), row["class"], where, text)
            holders = len([i for i in knowing.holders[topic] if knowing.study.group_of.get(i) == g])
            for column, count in [("holders", holders), ("holders_in_trust", len(knowing.holders[topic])), ("seekers", len(knowing.seekers[topic]))]:
                if row[column] != "c":
                    self.claims.claim("gap-" + column, where, text, row[column], int(row[column] or 0) == count, count)
            if not row["near_share"]:
                self.claims.claim("gap-reach-unknown", where, text, "not told", truth == "not known", truth, True)
                continue
            if row["near_share"] == "c":
                self.claims.claim("gap-reach-hidden", where, text, "c", truth == "distant" and self.names != "full", truth)
                continue
            self.claims.claim("gap-reach", where, text, row["near_share"], abs(float(row["near_share"]) - knowing.reach(topic, g)) < 0.0051, knowing.reach(topic, g))

    def partners_file(self, out):
        rows = out.tables.get("partners", [])
        where = "partners.csv"
        ledger = self.ledger() if self.ws.partnerships else None
        # Before the first of them had begun, nothing is on record of who was in touch.
        told = ledger and ledger.study.partner_ties_told
        red = 0
        for row in rows:
            deal = self.ws.partnerships.get(row["id"])
            text = f"{row['id']} {row['status']}: {row['why']}"
            if not deal:
                self.claims.claim("csv-partnership", where, text, row["id"], False, "there is no such partnership")
                continue
            red += row["status"] == "red"
            holders = ledger.holders(deal)
            flags = row["flags"].split("; ")
            if told and ledger.tells(deal):
                self.claims.claim("partnership-people", where, text, row["people"], row["people"] == str(len(holders)), len(holders))
            else:
                self.claims.claim("partnership-people-unknown", where, text, row["people"], row["people"] == "", "no file says who is in touch with partners", True)
            self.claims.claim("flag-overdue", where, text, "overdue" in flags, ("overdue" in flags) == ledger.overdue(deal), f"due {deal['review_due']} as at {ledger.day}")
            self.claims.claim("flag-lead-left", where, text, "lead-left" in flags, ("lead-left" in flags) == ledger.lead_left(deal), ledger.lead_left(deal))
            if told:
                known = ledger.tells(deal)
                self.claims.claim("flag-single", where, text, "single-holder" in flags, ("single-holder" in flags) == (known and len(holders) == 1), len(holders))
                self.claims.claim("flag-no-contact", where, text, "no-contact" in flags, ("no-contact" in flags) == (known and not holders and not ledger.has_met(deal)), len(holders), "no-contact" in flags)
                self.claims.claim("flag-met-only", where, text, "met-only" in flags, ("met-only" in flags) == (known and not holders and ledger.has_met(deal)), len(holders))
            if "no-review-date" in flags:
                self.claims.claim("flag-no-review-date", where, text, "no review date", not deal["review_cell"], f"the cell reads {deal['review_cell']!r}", True)
            self.claims.claim("flag-no-agreement", where, text, "no-agreement" in flags, ("no-agreement" in flags) == (deal["agreement"] is False), deal["agreement"])
            for column, side, items in [("trust_ours", "ours", ledger.TRUST), ("trust_theirs", "theirs", ledger.TRUST)]:
                view = ledger.view(deal, side, items)
                said = row[column]
                end = None if not isinstance(view, (int, float)) else "low" if view < 1.5 else "high" if view > 3.5 else None
                same = (said == end if end or said in ("low", "high") else said == "c" if view == "c" else said == "" if view is None else said not in ("", "c") and abs(float(said) - view) < 6e-5)
                self.claims.claim("partnership-trust", where, text, f"{column} {said!r}", same, view)
            if row.get("people_year_before") and deal["started"] and ledger.day:
                year = ledger.day.replace(year=ledger.day.year - 1) if (ledger.day.month, ledger.day.day) != (2, 29) else ledger.day
                if deal["started"] > year and row["people_year_before"] != "0":
                    self.claims.claim("before-it-began", where, text, f"{row['people_year_before']} people a year before", False, f"it began on {deal['started']}")
        if rows:
            self.claims.fact(("red partnerships",), red, where, "status red")
            self.claims.fact(("partnerships",), len(rows), where, "rows")

    def purpose_files(self, out):
        for row in out.tables.get("goals", []):
            goal = self.ws.goals.get(row["goal"])
            where, text = "goals.csv", f"{row['goal']}: {row.get('attention')}"
            if not goal:
                continue
            owners = len(self.owners_here(goal))
            told = str(owners) if owners or (self.ws.says("goals", "owner") and not goal["unread"]) else ""
            self.claims.claim("goal-owners", where, text, row["owners"], row["owners"] == told, told)
            work = str(len(self.goal_work(goal))) if self.ws.says("collaborations", "goal") else ""
            self.claims.claim("goal-work", where, text, row["ties"], row["ties"] == work, work)
            if "no work linked to it" in row["attention"]:
                self.claims.claim("goal-unlinked", where, text, "no work", work == "0" and self.ws.says("collaborations", "goal"), "no row of collaborations.csv names a goal" if not work else work, True)
            if "no progress recorded" in row["attention"]:
                self.claims.claim("goal-no-progress", where, text, "no progress", not goal["progress"], goal["progress"], True)
        for row in out.tables.get("ideas", []):
            idea = next((i for i in self.ws.ideas.values() if i["title"] == row["idea"]), None)
            where, text = "ideas.csv", f"{row['idea']}: bridge {row['bridge']}"
            if not idea:
                continue
            self.claims.claim("idea-bridge", where, text, row["bridge"], (row["bridge"] == "cannot be told") or (row["bridge"] == "yes") == bool(self.bridged(idea)), sorted(self.bridged(idea)))
            self.claims.claim("idea-across", where, text, row["across"], (row["across"] == "yes") == self.across(idea), self.across(idea))
            schools = {self.ws.school_of(a) for a in self.kept(idea)} - {None}
            self.claims.claim("idea-schools", where, text, row["schools"], int(row["schools"]) == len(schools), len(schools))
            if row["adopted_by"] == "nobody on record":
                self.claims.claim("idea-nobody", where, text, "nobody on record", not self.kept(idea), self.kept(idea), True)

    def people_files(self, out):
        rows = out.tables.get("bridges", [])
        if rows and len(self.main.people) <= 700:
            score = self.ranking()
            cuts = self.main.cut_people
            hidden = {i for i, p in self.main.people.items() if p.hidden}
            top = sorted(((score[i] for i in score if (score[i] > 1e-12 or i in cuts) and i not in hidden)), reverse=True)
            for place, row in enumerate(rows):
                said = float(row["betweenness"])
                # In order, with nobody passed over but those who have no row.
                while top and abs(top[0] - said) > 0.0501:
                    top.pop(0)
                self.claims.claim("csv-betweenness", "bridges.csv", f"rank {row.get('rank')}: {said}", said, bool(top), "nobody")
                top = top[1:]
        rows = out.tables.get("people")
        if rows is not None:
            listed = len([p for p in self.main.people.values() if not p.hidden])
            self.claims.claim("csv-people-rows", "people.csv", f"{len(rows)} rows", len(rows), len(rows) in (listed, len(self.main.people)) or len(rows) <= len(self.main.people) - 5, listed)

    def findings(self, found):
        net = found["network"]
        where = "findings.json network"
        self.claims.claim("json-people", where, "people", net["people"], net["people"] == len(self.main.people), len(self.main.people))
        self.claims.fact(("people",), net["people"], where, "people")
        self.claims.claim("json-ties", where, "ties", net["ties"], net["ties"] in {self.main.arc_count} | rounded(sum(self.main.pairs.values())) | rounded(self.main.total), self.main.arc_count)
        self.claims.fact(("ties", self.depth), net["ties"], where, "ties")
        self.claims.claim("json-schools", where, "schools", net["schools"], net["schools"] == len(self.ws.schools), len(self.ws.schools))
        for name, count in (net.get("groups") or {}).items():
            by = next((b for b in self.boundaries if b == name), None)
            if by:
                truth = len(self.study(by).sizes)
                if by == "school":
                    self.claims.fact(("groups with the centre", by), count, where, name)
                self.claims.claim("json-groups", where, name, count, count == truth, truth)
        self.claims.claim("json-excluded", where, "excluded", net["excluded"], net["excluded"] == (None if 0 < len(self.ws.excluded) < 5 and self.names != "full" else len(self.ws.excluded)), len(self.ws.excluded))
        cover = net.get("coverage") or {}
        asked, answered = self.main.coverage()
        self.claims.claim("json-coverage", where, "coverage", (cover.get("asked"), cover.get("answered")), (cover.get("asked") or 0, cover.get("answered") or 0) == (asked, answered), (asked, answered))
        for verdict in found["verdicts"]:
            by = verdict["boundary"]
            study = self.study(by) if by in self.boundaries else None
            subject = verdict["subject"]
            g = subject.get("id") if isinstance(subject, dict) else None
            text = verdict.get("sentence") or ""
            at = At("findings.json verdict", self.main, None, study or self.main)
            at.name = "findings"
            if study is None:
                continue
            at.study = study
            if g and g in study.sizes:
                self.claims.fact(("verdict kind", by, g), verdict["verdict"], at.where, text)
            at.subject = g if g in study.sizes else None
            if text and (g is None or study.sizes.get(g, 0) >= self.min_group):
                self.read(text, at, "summary")
        self.figures_of_findings(found)

    def figures_of_findings(self, found):
        for finding in found["findings"]:
            by, depth = finding.get("boundary"), finding.get("depth")
            if finding["measure"] != "e-i" or by not in self.boundaries:
                continue
            study = self.study(by, depth)
            for figure in finding["figures"]:
                value = figure.get("value")
                subject = figure["subject"]
                if value is None:
                    continue
                if subject["kind"] == "network":
                    truth = None if study.share is None else 2 * study.share - 1
                elif subject["kind"] == "group" and subject["id"] in study.sizes:
                    share = study.group_share(subject["id"])
                    truth = None if share is None else 2 * share - 1
                else:
                    continue
                self.claims.claim("json-e-i", f"findings.json e-i {by} depth {depth}", str(subject), value, truth is not None and abs(value - truth) < 1e-5, truth)

    # The people map.

    def ranked(self):
        """People by betweenness, those who are never named left out."""
        score, cuts = self.ranking(), self.main.cut_people
        return sorted((i for i in score if (score[i] > 1e-12 or i in cuts) and not self.main.people[i].hidden), key=lambda i: (-round(score[i], 6), i))

    def _reach(self, i):
        study = self.main
        return {study.group_of.get(j) for j in study.neighbours.get(i, ())} - {None, study.group_of.get(i)}

    def check_people_ties(self, text, m, at):
        study = self.main
        self.number_is("people-ties", text, at, m["n"], len(study.pairs))
        across = [p for p in study.pairs if study.group_of.get(p[0]) != study.group_of.get(p[1])]
        self.number_is("people-ties", text, at, m["across"], len(across))

    def check_head_people(self, text, m, at):
        if len(self.main.people) > 700:
            return self.claims.pass_over()
        score = self.ranking()
        best = [score[i] for i in self.ranked() if self._reach(i)][:3]
        for name in say.listed(m["names"]):
            own = [i for i, p in self.main.people.items() if p.name == name]
            self.claims.claim("head-people", at.where, text, name, any(score[i] >= best[-1] - 1e-6 for i in own), [round(b) for b in best])

    def check_desc_person(self, text, m, at):
        if len(self.main.people) > 700:
            return self.claims.pass_over()
        own = [i for i, p in self.main.people.items() if p.name == m["who"]]
        ranked, score = self.ranked(), self.ranking()
        rank = say.number(m["n"]) - 1
        self.claims.claim("desc-person-rank", at.where, text, m["n"], rank < len(ranked) and any(abs(score[i] - score[ranked[rank]]) < 1e-6 for i in own),
                          [ranked.index(i) + 1 for i in own if i in ranked])
        self.number_is("desc-person-reach", text, at, m["groups"], {len(self._reach(i)) for i in own})

    def _holds(self, who, names, text, at):
        own = {i for i, p in self.main.people.items() if p.name == who}
        for g in self.groups_of(names, self.main) or []:
            holders = self.main.holders.get(g, (set(), 0))[0]
            self.claims.claim("holds-alone", at.where, text, self.main.names[g], who == "One person" and bool(holders) or bool(own & holders), holders)

    def check_head_alone_ties(self, text, m, at):
        self._holds(m["who"], m["names"], text, at)

    def check_desc_holder(self, text, m, at):
        self._holds(m["who"], m["names"], text, at)

    def check_desc_no_bridge(self, text, m, at):
        across = [p for p in self.main.pairs if self.main.group_of.get(p[0]) != self.main.group_of.get(p[1])]
        people = len(self.main.people)
        alike = len(self.main.pairs) * 2 == people * (people - 1)
        self.claims.claim("desc-no-bridge", at.where, text, "nobody", alike or not across, f"{len(across)} ties lead across", True)

    # Coverage, partners, ideas, change: headlines and descriptions.

    def _topics(self, names):
        found = re.fullmatch(rf"({say.NUMBER}) topics?", names, re.I)
        return (say.number(found.group(1)), None) if found else (None, say.listed(names))

    def check_head_topics_absent(self, text, m, at):
        knowing = self.knowing()
        absent = knowing.rests_on(0)
        count, names = self._topics(m["names"])
        if not count:
            # "A and B, nor C and D above level 1": the words behind are of the last list alone, and of all of it.
            names = []
            for part in m["names"].split(", nor "):
                above = " above level 1" if part.endswith(" above level 1") else None
                for name in say.listed(part.removesuffix(above or "")):
                    names.append(name)
                    self.learnt("head-topics-absent", text, at, {"name": name, "above": above})
        self.claims.claim("head-topics-absent", at.where, text, count or names, count == len(absent) if count else sorted(names) == sorted(absent), absent, True)

    def check_head_topics_single(self, text, m, at):
        knowing = self.knowing()
        single = knowing.rests_on(1)
        count, names = self._topics(m["names"])
        self.claims.claim("head-topics-single", at.where, text, count or names, count == len(single) if count else sorted(n.lower() for n in names) == sorted(n.lower() for n in single), single)

    def check_head_topic_far(self, text, m, at):
        knowing = self.knowing(self.by)
        far = [g for g in knowing.study.sizes if knowing.study.sizes[g] >= self.min_group and knowing.coverage(m["name"], g) == "distant" and not knowing.study.quiet(g)]
        beside = self.beside_small(knowing.study, m["part"])
        self.number_is("head-topic-far", text, at, m["n"], set(range(len(far) - beside, len(far) + 1)))

    def check_head_topics_fine(self, text, m, at):
        knowing = self.knowing()
        bad = [(t, g) for t in knowing.topics for g in knowing.study.sizes if knowing.coverage(t, g) in ("absent", "distant") and knowing.study.sizes[g] >= self.min_group and not knowing.study.quiet(g)]
        self.claims.claim("head-topics-fine", at.where, text, "every topic", not bad, bad[:3])

    def check_desc_topic_absent(self, text, m, at):
        knowing = self.knowing()
        holders = knowing.holders.get(m["name"], set())
        self.learnt("desc-topic-absent", text, at, m)
        self.claims.claim("topic-absent", at.where, text, "nobody", not holders, f"{len(holders)} know it", True)
        self.claims.fact(("holders", m["name"]), 0, at.where, text)

    def check_desc_topic_single(self, text, m, at):
        holders = self.knowing().holders.get(m["name"], set())
        self.claims.claim("topic-single", at.where, text, "one person", len(holders) == 1, f"{len(holders)} know it")

    def check_desc_topic_far(self, text, m, at):
        by = self.by if self.by != "school" else "school"
        knowing = self.knowing(self.by)
        if m["name"] not in self.ws.topics:
            return False
        study = knowing.study
        far = [g for g in study.sizes if (study.sizes[g] >= self.min_group or self.names == "full") and knowing.coverage(m["name"], g) == "distant" and not study.quiet(g)]
        found = re.fullmatch(rf"({say.NUMBER}) (?:{re.escape(self.one(by))}|{re.escape(self.many(by))})(?: and the central team)?", m["names"].rstrip("."), re.I)
        if found:
            truth = len([g for g in far if study.by != "school" or study.names[g] != CENTRAL])
            beside = self.beside_small(study, "not shown can reach" in at.figure.description)
            self.number_is("out-of-reach-schools", text, at, found.group(1), set(range(truth - beside, truth + 1)))
        else:
            said = self.groups_of(m["names"].rstrip("."), study)
            beside = self.beside_small(study, "not shown can reach" in at.figure.description)
            self.claims.claim("out-of-reach", at.where, text, m["names"], said is not None and set(said) <= set(far) and len(far) - len(said) <= beside, [study.names[g] for g in far])

    def check_desc_unseen(self, text, m, at):
        small = [g for g in self.main.sizes if self.main.sizes[g] < self.min_group]
        self.claims.claim("unseen-groups", at.where, text, m["n"], bool(small) and len(small) <= say.number(m["n"]) <= 2 * len(small), small)

    def check_desc_topics_fine(self, text, m, at):
        self.check_head_topics_fine(text, m, at)

    def check_head_no_partner(self, text, m, at):
        def carried(met):
            counts = collections.Counter(self.main.group_of[i] for i in met if i in self.main.group_of)
            return max(counts.values(), default=0) >= self.min_link
        many = [p for p, met in self.main.contacts.items() if carried(met) and self.depth == 1]
        self.claims.claim("head-no-partner", at.where, text, "none", not many and (self.by != "school" or not self.ws.partnerships), f"{len(self.ws.partnerships)} partnerships, {len(many)} partners known to several", True)

    def idle(self):
        """Schools without a partnership and without any tie to a partner, where files would say so."""
        ws, study = self.ws, self.main
        busy = {d["with"] for d in ws.partnerships.values()}
        for met in study.contacts.values():
            busy |= {study.group_of.get(i) for i, depth in met.items() if self.depth <= 1 or depth >= self.depth}
        for story in ws.stories.values():
            if any(kind == "partner" for kind, _ in story["who"]):
                busy |= {study.group_of.get(i) for kind, i in story["who"] if kind == "person"} | {ws.school_of(w) for w in story["who"]}
        return [g for g in study.sizes if g not in busy and study.names[g] != CENTRAL]

    def check_head_idle_count(self, text, m, at):
        said = say.number(m["n"])
        idle = self.idle()
        if not self.ws.partnerships and not self.main.partner_ties_recorded:
            self.claims.claim("head-idle", at.where, text, said, False, "no file speaks of who works with partners", True)
        else:
            # Of groups too small to show, or beside one, nothing is said.
            small = [g for g in self.main.sizes if self.main.sizes[g] < self.min_group]
            self.claims.claim("head-idle", at.where, text, m["large"], bool(m["large"]) == bool(small), f"{len(small)} are smaller")
            large = [g for g in idle if g not in small]
            low = len(large) - (self.beside_small(self.main, True) if m["large"] else 0)
            self.claims.claim("head-idle", at.where, text, said, low <= said <= len(large), f"{len(idle)} {[self.main.names[g] for g in idle][:5]}", True)

    def check_head_idle(self, text, m, at):
        groups = self.groups_of(m["names"], self.main)
        if groups is None:
            return False
        idle = self.idle()
        for g in groups:
            self.claims.claim("head-idle", at.where, text, self.main.names[g], g in idle, "it has a partnership or people in touch with partners", True)

    def reds(self, status="red"):
        return sum(1 for r in self.out.tables.get("partners", []) if r["status"] == status)

    def check_head_no_danger(self, text, m, at):
        self.claims.fact(("red partnerships",), 0, at.where, text)
        self.claims.claim("head-red", at.where, text, "none", self.reds() == 0, self.reds(), True)
        if m["watch"]:
            self.number_is("head-watch", text, at, m["watch"], self.reds("watch"))

    def check_head_untold(self, text, m, at):
        self.number_is("head-untold", text, at, m["n"], self.reds("cannot be told"))
        self.number_is("partnerships", text, at, m["all"], len(self.ws.partnerships), ("partnerships",))

    def check_head_red(self, text, m, at):
        self.claims.fact(("red partnerships",), say.number(m["n"]), at.where, text)
        self.number_is("head-red", text, at, m["n"], self.reds())
        self.number_is("partnerships", text, at, m["all"], len(self.ws.partnerships), ("partnerships",))

    def check_head_overdue(self, text, m, at):
        self.number_is("head-overdue", text, at, m["n"], len(self.overdue()))

    def check_head_sector_none(self, text, m, at):
        m = dict(m, names=m["names"])
        self.check_sector_lacking(text, m, at)

    def check_head_sectors_none(self, text, m, at):
        lacking = [s for s, (p, d) in self.sectors().items() if p and not d and s != "other"]
        self.number_is("head-sectors-none", text, at, m["n"], len(lacking))

    def check_head_partner_one(self, text, m, at):
        self.claims.pass_over()

    def check_head_partners_fine(self, text, m, at):
        self.claims.claim("head-partners-fine", at.where, text, "every one", not self.idle(), [self.main.names[g] for g in self.idle()])

    def check_desc_sector_none(self, text, m, at):
        self.check_sector_lacking(text, {"names": m["name"]}, at)

    def check_desc_no_partner_link(self, text, m, at):
        self.claims.claim("desc-no-partner-link", at.where, text, "none", not any(r["partner"] for r in at.figure.rows), "lines are drawn", True)

    def check_desc_partner(self, text, m, at):
        if at.name != "partner-map":
            return False
        partner = next((p for p in self.ws.partners.values() if p["name"] == m["name"]), None)
        if not partner:
            return False
        rows = [r for r in self.out.tables.get("partners", []) if r["partner"] == partner["name"]]
        if m["alarm"]:
            self.claims.claim("partner-alarm", at.where, text, m["alarm"], any(r["status"] == "red" for r in rows), "none of its partnerships is red")

    def check_head_idea_bridge(self, text, m, at):
        words = text.lower()
        said = (0 if words.startswith(("none", "neither")) or "did not" in words else 1 if words.startswith("the one") else
                2 if words.startswith("both") else say.number(m["all"]) if words.startswith("all") else say.number(m["n"]))
        ideas = self.ws.ideas.values()
        self.happened("head-idea-bridge", text, at, str(said), ideas, self.bridged, ("ideas through a bridge",), True)
        if m["all"]:
            self.happened("head-idea-taken", text, at, m["all"], ideas, self.kept, ("ideas taken up",))

    def check_head_idea_known(self, text, m, at):
        ideas = self.ws.ideas.values()
        self.happened("head-idea-taken", text, at, m["all"] or "1", ideas, self.kept, ("ideas taken up",))
        self.happened("head-idea-bridge", text, at, m["n"] or "0", ideas, self.bridged, ("ideas through a bridge",), True)
        self.number_is("idea-untold", text, at, m["lost"] or "1", len(self.untold_ideas()))

    def check_head_idea_ways(self, text, m, at):
        ideas = self.ws.ideas.values()
        self.happened("head-idea-taken", text, at, m["n"] or "1", ideas, self.kept, ("ideas taken up",))
        self.happened("head-ideas", text, at, m["all"] or "1", ideas)

    def check_head_idea_stuck(self, text, m, at):
        self.happened("ideas-stuck", text, at, m["n"], self.ws.ideas.values(), lambda i: not (self.kept(i) or i["trialled_by"] or i["dropped_by"] or i["unread"] & {"adopted_by", "trialled_by", "dropped_by"}))

    def check_head_idea_unread(self, text, m, at):
        lost = [i for i in self.ws.ideas.values() if i["unread"] & {"adopted_by", "trialled_by", "dropped_by"}]
        self.number_is("head-idea-unread", text, at, m["n"], len(lost))

    def check_head_idea_none(self, text, m, at):
        taken = [i for i in self.upto(self.ws.ideas.values()) if self.kept(i)]
        self.claims.claim("head-idea-none", at.where, text, "none", not taken, len(taken), True)

    def check_desc_idea(self, text, m, at):
        if at.name != "idea-trails":
            return False
        idea = next((i for i in self.ws.ideas.values() if i["title"] == m["name"]), None)
        if not idea:
            return False
        if "taken up by nobody on record" in text:
            self.claims.claim("idea-nobody", at.where, text, "nobody on record", not (self.kept(idea) or idea["trialled_by"] or idea["dropped_by"]), "somebody did", True)
        if "where is not recorded" in text:
            self.claims.claim("idea-origin", at.where, text, "not recorded", not idea["origin"] and "origin" not in idea["unread"], idea["origin"], True)
        self.claims.pass_over()

    # Change.

    def dated(self):
        """Whether the register records ends of ties well enough to speak of losses."""
        return self.ws.has("collaborations", "ended") and any(t["ended"] for t in self.ws.ties)

    def check_head_change(self, text, m, at):
        lost = 0 if m.get("nolost") or m["lost"] is None else say.number(m["lost"])
        self.claims.fact(("links gained",), say.number(m["gained"]), at.where, text)
        self.claims.fact(("links lost",), lost, at.where, text)
        if lost == 0:
            self.claims.claim("none-lost", at.where, text, "none lost", self.dated(), "no end of any tie is recorded, so losses cannot be told", True)
        self.shown_as_gained(text, at)

    def shown_as_gained(self, text, at):
        """A link counts as gained where its first tie began in between, not where it passed the number that is drawn."""
        days = re.findall(say.DAY, at.figure.subtitle)
        if len(days) != 2:
            return
        from datetime import datetime
        then, now = (datetime.strptime(d, "%d %B %Y").date() for d in days)
        from truth import Period
        before, _ = self.map_links_on(then, at)
        after, _ = self.map_links_on(now, at)
        kept_as_gained, lost_as = [], []
        by_name = {}
        level = at.study
        for id_, name in level.names.items():
            by_name[name] = id_
        for p in self.ws.partners.values():
            by_name.setdefault(p["name"], "partner " + p["id"])
        for row in at.figure.rows:
            a, b = by_name.get(row["group"]), by_name.get(row["with"])
            if not row["with"] or a is None or b is None:
                continue
            key = tuple(sorted((a, b)))
            if "gained" in row["mark"] or "new" in row["mark"]:
                if before.get(key):
                    kept_as_gained.append((row["group"], row["with"], before[key]))
            if "lost" in row["mark"] and after.get(key):
                lost_as.append((row["group"], row["with"], after[key]))
        self.claims.claim("gained-were-there", at.where, text, "gained", not kept_as_gained, f"{len(kept_as_gained)} of them had ties before, e.g. {kept_as_gained[:2]}")
        self.claims.claim("lost-are-there", at.where, text, "lost", not lost_as, f"{len(lost_as)} of them have ties now, e.g. {lost_as[:2]}")

    def map_links_on(self, day, at):
        from truth import Period
        study = Study(self.ws, self.by, self.depth, Period(day, day))
        level, _ = self.units(at.figure)
        keep, self.main = self.main, study
        keep_period, self.period = self.period, study.period
        try:
            drawn, steps = self.units(at.figure)
            return self.map_links(drawn, steps)
        finally:
            self.main, self.period = keep, keep_period

    def check_head_change_gained(self, text, m, at):
        self.claims.fact(("links gained",), say.number(m["gained"]), at.where, text)

    def check_head_change_left(self, text, m, at):
        """Where no row says that a tie ended, what is lost is lost with people who left."""
        self.claims.fact(("links gained",), say.number(m["gained"]) if m["gained"] else 0, at.where, text)
        if m["lost"]:
            left = [p for p in self.ws.people.values() if p.ended]
            self.claims.claim("change-left", at.where, text, m["lost"], bool(left), "nobody has left")

    def check_head_change_lost(self, text, m, at):
        self.claims.pass_over()
        self.shown_as_gained(text, at)

    def check_head_no_change(self, text, m, at):
        self.claims.claim("none-lost", at.where, text, "none gained or lost", self.dated(), "no end of any tie is recorded", True)

    def check_head_most_gained(self, text, m, at):
        self.merged_as_gained(text, m["name"], at)

    def merged_as_gained(self, text, name, at):
        """A school that another became has not gained that one's links."""
        new = {s["became"] for s in self.ws.schools.values() if s.get("became")}
        names = {self.ws.schools[i]["name"] for i in new if i in self.ws.schools} | {
            s["name"] for s in self.ws.schools.values() if s.get("became")}
        self.claims.claim("merger-as-change", at.where, text, name, name not in names, "it is a school that was merged")

    def check_head_most_lost(self, text, m, at):
        self.merged_as_gained(text, m["name"], at)

    def _listed_links(self, key, text, m, at):
        """A list of links is as long as the number said elsewhere."""
        rest = re.search(rf"; and ({say.NUMBER}) more", m["names"])
        names = m["names"][:rest.start()] if rest else m["names"]
        self.claims.fact((key,), len(names.split("; ")) + (say.number(rest.group(1)) if rest else 0), at.where, text)

    def check_desc_gained(self, text, m, at):
        self._listed_links("links gained", text, m, at)

    def check_desc_lost(self, text, m, at):
        self._listed_links("links lost", text, m, at)

    def check_desc_new(self, text, m, at):
        self.merged_as_gained(text, m["names"], at)

    def check_desc_gone(self, text, m, at):
        self.merged_as_gained(text, m["names"], at)

    def check_desc_kept(self, text, m, at):
        self.claims.fact(("links kept",), say.number(m["n"]), at.where, text)

    # The parts under a headline.

    def check_drawn_groups(self, text, m, at):
        if at.figure and at.figure.nodes:
            self.number_is("drawn-groups", text, at, m["n"], len(at.figure.nodes))
        elif at.name == "matrix":
            self.number_is("drawn-groups", text, at, m["n"], len(at.figure.rows))
        else:
            self.claims.pass_over()

    def drawn_links(self, at):
        """How many links are on a map or in a grid."""
        if at.name == "matrix":
            rows = [r["group"] for r in at.figure.rows]
            return sum(1 for x, r in enumerate(at.figure.rows) for o in rows[x + 1:] if r[o] not in ("", "c"))
        return len([r for r in at.figure.rows if r["with"]])

    def check_more_links(self, text, m, at):
        """More links than are drawn, and as many as the small print says."""
        said = re.search(r"(\S+) links? of fewer than", at.figure.foot_text)
        self.number_is("more-links", text, at, m["n"], say.number(said.group(1)) if said else 0)
        drawn = self.drawn_links(at)
        self.claims.claim("more-links", at.where, text, m["n"], (say.number(m["n"]) or 0) > drawn, f"{drawn} are drawn")

    def check_drawn_links(self, text, m, at):
        if at.name == "bridges-map":
            # Worked out from all links of enough people among staff, drawn or not.
            ties, people = self.map_links(at.study, at.steps)
            if at.steps:
                return self.claims.pass_over()
            shown = {g for g in at.study.sizes if at.study.sizes[g] >= self.min_group}
            drawn = len([k for k in ties if k[0] != k[1] and set(k) <= shown and ties[k] >= 0.5 and (len(people[k]) >= self.min_link or not people[k])])
        elif at.name == "partner-map":
            drawn = len([r for r in at.figure.rows if r["partner"]])
        else:
            drawn = self.drawn_links(at)
        if at.name == "bridges-map":
            # Some may be hidden beside those that few carry.
            drawn = min(drawn, say.number(m["n"]) or 0)
        self.number_is("drawn-links", text, at, m["n"], drawn)

    def check_drawn_topics(self, text, m, at):
        self.number_is("drawn-topics", text, at, m["n"], len(self.knowing().topics))

    def check_partnerships(self, text, m, at):
        self.number_is("partnerships", text, at, m["n"], len(self.ws.partnerships), ("partnerships",))

    def check_drawn_partners(self, text, m, at):
        drawn = {r["partner"]: r["sector"] for r in at.figure.rows if r["partner"]}
        self.number_is("drawn-partners", text, at, m["n"], len(drawn))
        told = [s for s in drawn.values() if s != "No sector on record"]
        self.number_is("drawn-partners", text, at, m["told"] or m["n"], len(told) if m["sectors"] else len(drawn))
        self.number_is("drawn-partners", text, at, m["sectors"] or "none", len(set(told)))

    def check_with_effect(self, text, m, at):
        self.number_is("with-effect", text, at, m["n"], sum(any(self.effects(d)) for d in self.ws.partnerships.values()), absence=True)

    def check_ideas(self, text, m, at):
        self.happened("ideas", text, at, m["n"], self.ws.ideas.values(), key=("ideas",))

    def check_ideas_taken(self, text, m, at):
        ideas = self.ws.ideas.values()
        self.happened("ideas-taken", text, at, m["n"], ideas, self.kept, ("ideas taken up",))
        if m["outside"]:
            self.happened("ideas-outside", text, at, m["outside"], ideas, self.from_outside)
        if len(self.upto(ideas)) == len(ideas):
            schools = {self.ws.school_of(a) for i in ideas for a in self.kept(i)} - {None}
            self.number_is("ideas-schools", text, at, m["schools"], len(schools))
        self.number_is("school-count", text, at, m["all"], len(self.open_schools()))

    def check_change_people(self, text, m, at):
        days = re.findall(say.DAY, at.figure.subtitle)
        if len(days) == 2:
            from datetime import datetime
            from truth import Period
            counts = []
            for day in days:
                d = datetime.strptime(day, "%d %B %Y").date()
                counts.append(len([p for p in self.ws.people.values() if Period(d, d).overlaps(p.started, p.ended)]))
            self.claims.claim("change-people", at.where, text, (m["n"], m["now"]), [say.number(m["n"]), say.number(m["now"])] == counts, counts)
            self.claims.fact(("people",), say.number(m["now"]), at.where, text)

    def check_change_links(self, text, m, at):
        self.claims.fact(("links gained",), say.number(m["n"]), at.where, text)

    def check_change_lost(self, text, m, at):
        self.claims.fact(("links lost",), say.number(m["n"]), at.where, text)

    def check_change_kept(self, text, m, at):
        self.claims.fact(("links kept",), say.number(m["n"]), at.where, text)


def node_name(node):
    """The name in "Northgate Academy, 57 people, 3 links, keeps to itself"."""
    return re.match(r"(.+?)(?:, \d[\d,]* (?:person|people))?, \d[\d,]* links?", node["title"]).group(1)


def words_of(day):
    from truth import words
    return words(day)
