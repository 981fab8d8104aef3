"""Trusts made from a seed, each with something that a sentence may get wrong.

    python3 make.py FOLDER [NAME ...]     write all of them, or those named
"""

import csv
import datetime
import os
import random
import sys

FIRST = ["Ada", "Ben", "Cara", "Dev", "Ella", "Finn", "Gwen", "Hugo", "Isla", "Jack", "Kofi", "Lena", "Mila", "Noor",
         "Omar", "Pia", "Quin", "Rosa", "Sami", "Tess", "Uma", "Vera", "Will", "Xena", "Yara", "Zack"]
LAST = ["Archer", "Bhatt", "Clarke", "Dunne", "Evans", "Farrow", "Gibbs", "Hussain", "Ivers", "Jones", "Khan", "Lowe",
        "Marsh", "Novak", "Okoro", "Price", "Quayle", "Rhodes", "Singh", "Turner", "Usher", "Vale", "Webb", "Young"]
PLACES = ["Ashdown", "Brackenfell", "Cottesmore", "Dovedale", "Elmhurst", "Foxbury", "Glenfield", "Hawthorn", "Ingleby",
          "Juniper", "Kestrel", "Larchwood", "Mossley", "Nettleton", "Orchard", "Pinewood", "Quarry", "Rosedale",
          "Sycamore", "Thornhill", "Upland", "Verdant", "Willowbank", "Yewtree", "Zennor", "Amberley", "Bluebell",
          "Chestnut", "Daleside", "Eastgate"]
KINDS = ["Primary School", "Academy", "High School"]
PHASES = {"Primary School": "Primary", "Academy": "Secondary", "High School": "Secondary"}
HUBS = ["Coastal", "Northern", "Riverside", "Valley", "Uplands", "Midtown", "Western", "Southern", "Eastern"]
ROLES = ["Teacher", "Teaching Assistant", "SENCO", "Headteacher", "Business Manager", "Learning Mentor"]
TOPICS = ["Phonics", "Oracy", "Safeguarding", "Attendance", "Curriculum design", "Autism", "Timetabling",
          "Sign language", "Young carers", "Behaviour", "Governance", "Robotics"]
SECTORS = ["education", "higher-education", "health", "local-authority", "police", "charity", "business", "community"]
NEWEST = datetime.date(2026, 7, 15)


class Spec:
    """What one trust is like; everything not said is as most trusts are."""

    def __init__(self, name, seed, **said):
        self.name, self.seed = name, seed
        usual = dict(schools=8, hubs=2, people=(10, 24), central=8, degree=4.0, across=0.2, depths=True, dates="full",
                     partners=8, partnerships=True, ratings=True, reviews="full", expertise=True, happenings=True,
                     responded=0.9, shape="random", merger=False, turnover=0.1, never=0.0, ends=True, groups=2,
                     schools_file=True, numbered=False, sectors=True, silent=0, partner_ties=True, roles=True, hidden=1, excluded=1)
        unknown = set(said) - set(usual)
        if unknown:
            raise ValueError(f"{name}: no such {unknown}")
        usual.update(said)
        self.__dict__.update(usual)


SPECS = [
    Spec("plain", 1),
    Spec("no-hubs", 2, hubs=0),
    Spec("three-schools", 3, schools=3, hubs=0, people=(12, 30)),
    Spec("three-schools-hubs", 4, schools=3, hubs=2, central=0),
    Spec("no-central", 5, central=0),
    Spec("no-partners", 6, partners=0, partnerships=False, ratings=False),
    Spec("partners-unmet", 7, partner_ties=False),
    Spec("undated", 8, dates="none", reviews="full"),
    Spec("partly-dated", 9, dates="partly", reviews="partly"),
    Spec("no-ends", 10, ends=False, turnover=0.0),
    Spec("ends-in-one-fortnight", 11, dates="fortnight"),
    Spec("merger", 12, merger=True),
    Spec("two-terms", 13, turnover=0.4),
    Spec("two-terms-merger", 14, turnover=0.4, merger=True, schools=12, hubs=3),
    Spec("clique", 15, schools=12, hubs=0, people=(6, 8), shape="clique", partners=3),
    Spec("clique-hubs", 16, schools=10, hubs=3, people=(6, 8), shape="clique", partners=3),
    Spec("complete", 17, schools=5, hubs=0, people=(6, 6), central=0, shape="complete", partners=0, partnerships=False, ratings=False, dates="none", hidden=0, excluded=0, groups=0, responded=1.0),
    Spec("alone", 18, shape="alone"),
    Spec("alone-many", 19, schools=20, hubs=4, shape="alone", people=(6, 12)),
    Spec("no-ties", 20, shape="none", groups=0, partner_ties=False),
    Spec("one-of-900", 21, schools=5, hubs=0, people=(10, 20), shape="giant", degree=3.0),
    Spec("single-hub", 22, hubs=1),
    Spec("star", 23, schools=10, hubs=2, shape="star"),
    Spec("chain", 24, schools=9, hubs=3, shape="chain", central=0),
    Spec("weak-links", 25, schools=16, hubs=4, shape="weak", people=(8, 14), reviews="ended"),
    Spec("weak-links-one-hub", 26, schools=20, hubs=1, shape="weak", people=(8, 14), central=0),
    Spec("eighty", 27, schools=80, hubs=9, people=(5, 9), shape="weak", central=12, partners=20),
    Spec("ninety-no-hubs", 28, schools=90, hubs=0, people=(5, 8), shape="weak", partners=10),
    Spec("forty", 29, schools=40, hubs=5, people=(6, 12), partners=30),
    Spec("never-answers", 30, never=0.3),
    Spec("unreadable-reviews", 31, reviews="unreadable"),
    Spec("no-reviews", 32, reviews="none"),
    Spec("one-holder", 33, expertise="single"),
    Spec("many-partners", 34, partners=140, schools=14, hubs=3),
    Spec("no-sectors", 35, sectors=False),
    Spec("no-depths", 36, depths=False),
    Spec("few-answered", 37, responded=0.45),
    Spec("small-schools", 38, schools=12, people=(2, 7), hubs=3),
    Spec("bare", 39, schools_file=False, hubs=0, expertise=False, happenings=False, partnerships=False, ratings=False, partners=0, roles=False, responded=None, dates="none", central=0),
    Spec("ties-only-to-centre", 40, schools=9, hubs=3, shape="centre", central=10),
    Spec("numbered-schools", 41, numbered=True),
    Spec("silent-schools", 42, silent=3),
    Spec("seeks-only", 43, expertise="seeks"),
]
# A selection that shows most kinds and takes little time.
FEW = ["plain", "three-schools-hubs", "no-partners", "undated", "merger", "clique", "alone", "weak-links",
       "never-answers", "unreadable-reviews", "no-ties", "bare"]


def write(folder, name, columns, rows):
    with open(os.path.join(folder, name + ".csv"), "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        out.writerows(["" if c is None else c for c in row] for row in rows)


def make(spec, folder):
    os.makedirs(folder, exist_ok=True)
    rng = random.Random(spec.seed)
    Trust(spec, folder, rng).write()


class Trust:
    def __init__(self, spec, folder, rng):
        self.spec, self.folder, self.rng = spec, folder, rng

    def day(self, first, last):
        return first + datetime.timedelta(days=self.rng.randrange(max((last - first).days, 1)))

    def write(self):
        self.members()
        self.ties()
        self.outside()
        if self.spec.expertise:
            self.knowing()
        if self.spec.happenings:
            self.happenings()

    # People and schools.

    def members(self):
        spec, rng = self.spec, self.rng
        hubs = HUBS[:spec.hubs]
        self.schools, self.hub_of = [], {}
        for i in range(spec.schools):
            kind = KINDS[i % 3]
            name = f"{PLACES[i % len(PLACES)]} {KINDS[(i + i // len(PLACES)) % 3]}"
            kind = KINDS[(i + i // len(PLACES)) % 3]
            self.schools.append([f"S{i + 1:02}", name, PHASES[kind], hubs[i % len(hubs)] if hubs else None, None, None, None])
            self.hub_of[f"S{i + 1:02}"] = hubs[i % len(hubs)] if hubs else None
        if spec.merger:
            # The last school closes in the middle of the year and its staff go on in a new one.
            old = self.schools[-1]
            old[5], old[6] = "2026-01-31", "M01"
            self.schools.append(["M01", "Ravensholme Academy", "Secondary", old[3], "2026-02-01", None, None])
            self.hub_of["M01"] = old[3]
        if spec.schools_file:
            columns = ["id", "name", "phase", "hub", "opened", "closed", "became"]
            rows = self.schools
            if not hubs:
                columns, rows = [c for c in columns if c != "hub"], [r[:3] + r[4:] for r in rows]
            if not spec.merger:
                columns, rows = columns[:-1], [r[:-1] for r in rows]
            if spec.numbered:
                columns, rows = columns + ["EstablishmentNumber"], [r + [4000 + i] for i, r in enumerate(rows)]
            write(self.folder, "schools", columns, rows)
        self.people, number = [], 0
        homes = []
        for i, school in enumerate(self.schools):
            count = rng.randint(*spec.people)
            if spec.shape == "giant" and i == 0:
                count = 900
            if school[0] == "M01":
                continue
            homes += [school[0]] * count
        homes += [None] * spec.central
        self.teams = [["T70", "Improvement", None, "central", None, "raise standards"],
                      ["T71", "Inclusion", None, "central", None, None]]
        for home in homes:
            number += 1
            started, ended = None, None
            if spec.dates != "none":
                started = self.day(datetime.date(2018, 9, 1), datetime.date(2025, 6, 1))
                if spec.ends and rng.random() < spec.turnover / 2:
                    ended = self.day(datetime.date(2025, 9, 1), datetime.date(2026, 6, 1))
                if rng.random() < spec.turnover / 2:
                    started = self.day(datetime.date(2025, 9, 1), datetime.date(2026, 6, 1))
                    ended = None
                if spec.dates == "partly" and rng.random() < 0.5:
                    started = None
            person = {"id": f"P{number:04}", "name": f"{FIRST[number % len(FIRST)]} {LAST[(number // len(FIRST)) % len(LAST)]}{'' if number < 624 else ' ' + str(number)}",
                      "school": home, "team": rng.choice(["T70", "T71"]) if home is None else None,
                      "role": rng.choice(ROLES) if spec.roles else None, "started": started, "ended": ended,
                      "visibility": None,
                      "responded": None if spec.responded is None else "yes" if rng.random() < spec.responded else "no"}
            if spec.merger and home == self.schools[-2][0]:
                # Staff of the school that closes: their entries now name the new one.
                person["school"] = "M01" if rng.random() < 0.9 else home
            self.people.append(person)
        for place in range(spec.hidden):
            self.people[5 + place]["visibility"] = "hidden"
        for place in range(spec.excluded):
            self.people[9 + place]["visibility"] = "excluded"
        for p in self.people:
            if p["school"] in [school[0] for school in self.schools[:spec.silent]]:
                p["responded"] = "no"
        columns = ["id", "name", "school", "team", "role", "started", "ended", "visibility", "responded"]
        if not spec.roles:
            columns.remove("role")
        if spec.dates == "none":
            columns.remove("started")
            columns.remove("ended")
        if spec.responded is None:
            columns.remove("responded")
        if not spec.central:
            columns.remove("team")
        write(self.folder, "people", columns, [[p[c] for c in columns] for p in self.people])
        if spec.central:
            write(self.folder, "teams", ["id", "name", "school", "kind", "lead", "objective"], self.teams)
        self.of = {}
        for p in self.people:
            if p["visibility"] != "excluded":
                self.of.setdefault(p["school"], []).append(p["id"])

    # Ties.

    def ties(self):
        spec, rng, rows = self.spec, self.rng, []
        pairs = set()

        def tie(a, b, depth=None):
            if a == b or (min(a, b), max(a, b)) in pairs:
                return
            pairs.add((min(a, b), max(a, b)))
            started, ended = self.tie_days(a, b)
            if depth is None:
                depth = rng.choice([1, 1, 2, 2, 3, 3, 4, 5])
            rows.append([a, b, None, rng.choice(["update", "joint planning", "coaching", "referral"]),
                         depth if spec.depths else None, rng.choice(["reading", "inclusion", None]), started, ended])
            if spec.never and rng.random() < spec.never:
                c = rng.choice(everybody)
                if c != a and (min(a, c), max(a, c)) not in pairs:
                    rows.append([a, c, None, "update", 0, None, started, None])
                    pairs.add((min(a, c), max(a, c)))

        everybody = [p["id"] for p in self.people if p["visibility"] != "excluded"]
        schools = [s for s in self.of if s and len(self.of[s]) > 1]
        if spec.shape == "complete":
            for x, a in enumerate(everybody):
                for b in everybody[x + 1:]:
                    tie(a, b, 2)
        elif spec.shape != "none":
            for home in self.of:
                own = self.of[home]
                for a in own:
                    for _ in range(int(spec.degree / 2 + rng.random())):
                        tie(a, rng.choice(own))
            self.across(tie, schools, everybody)
        for _ in range(spec.groups):
            size = rng.choice([4, 6])
            if spec.shape in {"alone", "chain"}:
                pool = self.of[rng.choice(schools)]
            elif spec.shape in {"weak", "star", "centre"}:
                pool = self.of[rng.choice(schools)]
            else:
                pool = everybody
            members = rng.sample(pool, min(size, len(pool)))
            started, ended = self.tie_days(*members)
            rows.append([None, None, "; ".join(members), "working group", 3 if spec.depths else None, "reading", started, ended])
        if spec.partners and spec.partner_ties:
            for i in range(spec.partners * 3):
                a, x = rng.choice(everybody), f"X{rng.randrange(spec.partners) + 1:03}"
                started, ended = self.tie_days(a)
                if (a, x) not in pairs:
                    pairs.add((a, x))
                    rows.append([a, x, None, "contact", rng.randint(1, 4) if spec.depths else None, None, started, ended])
        if not rows:
            rows.append([everybody[0], everybody[1], None, "update", 0 if spec.depths else None, None, None, None])
        columns = ["from", "to", "members", "kind", "depth", "purpose", "started", "ended"]
        drop = set()
        if not spec.depths:
            drop.add("depth")
        if spec.dates == "none":
            drop |= {"started", "ended"}
        if not spec.ends:
            drop.add("ended")
        keep = [i for i, c in enumerate(columns) if c not in drop]
        write(self.folder, "collaborations", [columns[i] for i in keep], [[r[i] for i in keep] for r in rows])

    def across(self, tie, schools, everybody):
        spec, rng = self.spec, self.rng
        pick = lambda s: rng.choice(self.of[s])
        if spec.shape in {"random", "giant"}:
            for _ in range(int(len(everybody) * spec.degree / 2 * spec.across)):
                a, b = rng.sample(schools, 2) if len(schools) > 1 else (schools[0], schools[0])
                if self.of.get(None) and rng.random() < 0.25:
                    b = None
                tie(pick(a), pick(b))
        elif spec.shape == "clique":
            for x, a in enumerate(schools):
                for b in schools[x + 1:]:
                    for i in range(3):
                        tie(self.of[a][i % len(self.of[a])], self.of[b][i % len(self.of[b])], 3)
        elif spec.shape == "star":
            for s in schools[1:]:
                for _ in range(6):
                    tie(pick(schools[0]), pick(s))
        elif spec.shape == "centre":
            for s in schools:
                for _ in range(5):
                    tie(pick(None), pick(s))
        elif spec.shape == "chain":
            for a, b in zip(schools, schools[1:]):
                for _ in range(4):
                    tie(pick(a), pick(b))
        elif spec.shape == "weak":
            # Each school has a few strong links and many of one or two ties, which no figure draws.
            for x, a in enumerate(schools):
                for step in (1, 2, 5):
                    b = schools[(x + step) % len(schools)]
                    for _ in range(5 if step == 1 and x % 3 else 1):
                        tie(pick(a), pick(b))

    def tie_days(self, *members):
        """When a tie began and ended: not before everybody in it had started."""
        spec, rng = self.spec, self.rng
        if spec.dates == "none" or (spec.dates == "partly" and rng.random() < 0.4):
            return None, None
        joined = [p["started"] for p in self.people if p["id"] in members and p["started"]]
        started = max([self.day(datetime.date(2023, 9, 1), NEWEST)] + joined)
        ended = None
        if spec.dates == "fortnight":
            if rng.random() < 0.1:
                ended = self.day(datetime.date(2025, 10, 1), datetime.date(2025, 10, 14))
        elif spec.ends and rng.random() < 0.2:
            ended = self.day(datetime.date(2025, 9, 1), NEWEST)
        if ended and ended < started:
            ended = None
        return started, ended

    # Partners.

    def outside(self):
        spec, rng = self.spec, self.rng
        if not spec.partners:
            return
        rows = [[f"X{i + 1:03}", f"{PLACES[-1 - i % len(PLACES)]} {['Trust', 'Service', 'Network', 'Foundation', 'Forum'][(i // len(PLACES)) % 5]}",
                 SECTORS[i % len(SECTORS)] if spec.sectors else None] for i in range(spec.partners)]
        if spec.sectors:
            write(self.folder, "partners", ["id", "name", "sector"], rows)
        else:
            write(self.folder, "partners", ["id", "name"], [r[:2] for r in rows])
        if not spec.partnerships:
            return
        sides = [s for s in self.of if s] + ["trust"]
        self.deals, seen = [], set()
        for i in range(max(spec.partners, 4)):
            partner, side = f"X{i % max(1, int(spec.partners * 0.8)) + 1:03}", rng.choice(sides)
            if (partner, side) in seen:
                continue
            seen.add((partner, side))
            pool = [p for s in self.of for p in self.of[s]] if side == "trust" else self.of[side]
            due = self.day(datetime.date(2026, 2, 1), datetime.date(2027, 6, 1))
            if spec.reviews == "partly" and rng.random() < 0.5:
                due = None
            if spec.reviews == "unreadable":
                due = rng.choice(["spring", "next year", "31/02/2026", "tbd"])
            self.deals.append([partner, side, rng.choice(pool) if rng.random() < 0.7 else None, rng.choice([1, 2, 3, 4, None]),
                               rng.choice(["yes", "no", None]), rng.choice(["yes", "no", None]),
                               self.day(datetime.date(2020, 1, 1), NEWEST), due])
        columns = ["partner", "with", "lead", "level", "agreement", "roles_clear", "started", "review_due"]
        rows = self.deals
        if spec.reviews == "none":
            columns, rows = columns[:-1], [r[:-1] for r in rows]
        if spec.reviews == "ended":
            # One in three is over, another has its last day ahead.
            columns, rows = columns + ["ended"], [r + [["2026-03-31", "2030-07-31", None][i % 3]] for i, r in enumerate(rows)]
        write(self.folder, "partnerships", columns, rows)
        if spec.ratings:
            rows = []
            for deal in self.deals[::2]:
                for side in ["ours", "theirs"]:
                    raters = rng.choice([0, 2, 3, 4])
                    level = rng.randint(1, 4)
                    for rater in range(raters):
                        for item in ["reliability", "mission", "openness"]:
                            rows.append([deal[0], deal[1], side, item, min(4, max(1, level + rng.choice([-1, 0, 0]))),
                                         "2026-06-15", f"{side[0]}{rater}"])
            if rows:
                write(self.folder, "ratings", ["partner", "with", "side", "item", "score", "date", "rater"], rows)

    # Knowledge.

    def knowing(self):
        spec, rng, rows = self.spec, self.rng, []
        everybody = [p["id"] for p in self.people if p["visibility"] != "excluded"]
        for i, topic in enumerate(TOPICS):
            count = [0, 1, 1, 2, 6, 10, 15, 0, 1, 20, 3, 8][i]
            if spec.expertise == "single":
                count = 1
            for person in rng.sample(everybody, min(count, len(everybody))):
                rows.append([person, topic, rng.randint(2, 5), rng.choice(["role", "project", "self"]), None])
            for person in rng.sample(everybody, [3, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 1][i]):
                rows.append([person, topic, 1 if rng.random() < 0.3 else None, None, "yes"])
        if spec.expertise == "seeks":
            write(self.folder, "expertise", ["person", "topic", "seeks"], [[r[0], r[1], "yes"] for r in rows if r[4] and not r[2]])
        else:
            write(self.folder, "expertise", ["person", "topic", "level", "evidence", "seeks"], rows)
        write(self.folder, "topics", ["topic", "broader", "synonyms"], [[t, None, None] for t in TOPICS])

    # What happened.

    def happenings(self):
        rng = self.rng
        people = [p["id"] for p in self.people if p["visibility"] != "excluded"]
        schools = [s for s in self.of if s]
        partners = [f"X{i + 1:03}" for i in range(min(self.spec.partners, 8))]
        some = lambda pool, n: "; ".join(rng.sample(pool, min(n, len(pool))))
        when = lambda: self.day(datetime.date(2025, 9, 1), NEWEST)
        if self.spec.dates == "none":
            when = lambda: None
        write(self.folder, "goals", ["id", "statement", "measure", "baseline", "target", "owner"],
              [["G1", "Every child reads", "% at standard", 60, 80, some(schools, 2)],
               ["G2", "Nobody is left out", None, None, None, some(schools, 1)],
               ["G3", "Attendance at ninety-six", "% present", 91, 96, some(schools + partners, 3)]])
        if self.spec.dates != "none":
            write(self.folder, "progress", ["goal", "date", "value"],
                  [["G1", "2025-12-01", 62], ["G1", "2026-04-01", 65], ["G3", "2025-12-01", 93], ["G3", "2026-04-01", 92]])
        write(self.folder, "ideas", ["id", "idea", "date", "origin", "carried_by", "adopted_by", "trialled_by", "dropped_by"],
              [[f"I{i}", f"Idea number {i}", when(), some(partners or schools, 1), some(people, 1) if i % 2 else None,
                some(schools, i % 3), some(schools, 1), None] for i in range(1, 7)])
        write(self.folder, "stories", ["id", "title", "date", "who", "goal", "voice", "impact"],
              [[f"R{i}", f"Story number {i}", when(), some(schools + partners, 2), "G1" if i % 2 else None,
                rng.choice(["pupils", "staff", "families"]), "Twelve pupils joined" if i % 2 else None] for i in range(1, 5)])
        write(self.folder, "needs", ["id", "need", "date", "from", "asked_of", "voice", "channel", "action", "met"],
              [[f"N{i}", f"Need number {i}", when(), some(people, 1), some(schools, 1),
                rng.choice(["pupils", "staff", "community"]), rng.choice(["survey", "council"]),
                "a plan" if i % 3 == 0 else None, "yes" if i % 4 == 0 else "no"] for i in range(1, 8)])
        write(self.folder, "decisions", ["id", "decision", "date", "decided_by", "consulted", "affects"],
              [[f"D{i}", f"Decision number {i}", when(), some(schools, 1), some(schools + partners, 2), some(schools, 2)]
               for i in range(1, 5)])


if __name__ == "__main__":
    target, wanted = sys.argv[1], set(sys.argv[2:])
    for spec in SPECS:
        if not wanted or spec.name in wanted:
            make(spec, os.path.join(target, spec.name))
