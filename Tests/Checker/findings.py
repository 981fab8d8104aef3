"""What the key findings say, on the pages of the board pack and on the dashboard, beside what is so."""

import csv
import os
import re
import tempfile
import zipfile
from xml.etree import ElementTree

import sentences as say
from checks import rounded, same_percent
from outputs import run
from truth import CENTRAL

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOTS = {"●●●": 3, "●●○": 2, "●○○": 1, "○○○": 0}
SURE = {"Beyond doubt.": 3, "Likely.": 2, "A hint.": 1, "Cannot be told.": 0, "Not on record.": 0}


def paragraphs(path):
    """The paragraphs of a paper in Word that say something, in order."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    texts = ("".join(t.text or "" for t in p.iter(WORD + "t")) for p in root.iter(WORD + "p"))
    return [text for text in texts if text.strip()]


def check(commands):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "pack.docx")
        code, _, error = run(commands.weft, "pack", commands.folder, "-o", path, "--figures", "none", *commands.question.study)
        if code != 0:
            commands.claims.claim("pack", "weft pack", "the pack", f"exit {code}: {error.strip().splitlines()[-1:]}", False, "a pack")
            return
        Pack(commands, paragraphs(path)).all()
        path = os.path.join(folder, "dashboard.csv")
        code, _, error = run(commands.weft, "draw", "dashboard", commands.folder, "-o", path, *commands.question.study)
        if code == 0:
            with open(path, encoding="utf-8-sig", newline="") as file:
                Dashboard(commands).all(list(csv.DictReader(file)))


class Findings:
    """Key findings, each with a headline, what stands behind it, and how sure it is."""

    def __init__(self, commands, where):
        self.commands, self.where = commands, where
        self.c, self.study, self.claims = commands.c, commands.study, commands.claims
        self.at = commands.at(where)
        by = self.study.by
        self.one, self.many = self.c.one(by), self.c.many(by)
        self.whole = [g for g in self.study.sizes if by != "school" or self.study.names[g] != CENTRAL]

    def read(self, reader, headline, lead, sure, dots):
        self.headline, self.lead, self.sure, self.dots = headline, lead, sure, dots
        if dots is None or not reader():
            self.unread(" | ".join([headline, lead, sure]))

    def is_so(self, kind, text, said, truth, is_so=None, absence=False):
        self.claims.claim("finding-" + kind, self.where, text, said, said == truth if is_so is None else is_so, truth, absence)

    def unread(self, text):
        self.claims.unparsed.append(("unparsed", self.where, text, ""))

    def coverage(self, text):
        asked, answered = self.study.coverage()
        found = re.search(r"(\S+%)(?: of the \S+ on record as asked)? answered", text)
        if found:
            self.is_so("answered", text, found[1], f"{answered} of {asked}", asked > 0 and same_percent(found[1], answered / asked))
        elif "who answered is not recorded" in text.lower():
            self.is_so("answered", text, "not recorded", f"{asked} asked", asked == 0, True)

    def group(self, name):
        return self.c.group(CENTRAL if name.lower() == "the central team" else name, self.study, self.at, name)

    def count(self, text):
        """How many groups are meant by "two schools and the central team"."""
        found = re.fullmatch(rf"({say.NUMBER}) (?:{self.one}|{self.many})( and the central team)?", text, re.I)
        return None if not found else say.number(found[1]) + (1 if found[2] else 0)

    # Finding by finding.

    def silos(self):
        if self.headline == "Nothing can be said of silos":
            self.is_so("dots", self.headline, self.dots, 0)
            return True
        none = re.fullmatch(rf"No {self.one}( that may be shown)? is found to keep to itself", self.headline)
        if none:
            small = [g for g in self.study.sizes if 0 < self.study.sizes[g] < self.c.min_group]
            self.is_so("no-silo", self.headline, bool(none[1]), bool(small))
            found = re.match(rf"(\S+%) of contacts lead from one {self.one} to another\.", self.lead)
            # What could not have been found is no certainty that there is none.
            if "too few to show" in self.sure:
                self.is_so("dots", f"{self.headline}: {self.sure}", self.dots, 0)
            else:
                self.is_so("dots", f"{self.headline}: {self.sure}", self.dots, "two at most", self.dots <= 2)
            if found:
                self.is_so("share", self.lead, found[1], self.study.share, same_percent(found[1], self.study.share))
            return bool(found)
        if self.headline == f"No {self.one} can be compared with others its size":
            found = re.match(rf"(\S+%) of contacts lead from one {self.one} to another\.", self.lead)
            if found:
                self.is_so("share", self.lead, found[1], self.study.share, same_percent(found[1], self.study.share))
            self.is_so("dots", self.headline, self.dots, 0)
            return bool(found)
        one = re.fullmatch(r"(.+) keeps to itself", self.headline)
        several = re.fullmatch(r"(.+) keep to themselves", self.headline)
        found = re.match(r"(?:At (.+?), )?(\S+%) of (?:its )?([\d,]+) contacts lead out\. (?:Other )?\S+ its size would have (\S+%|not known)\.", self.lead)
        if not found or not (one or several) or (several and self.count(several[1]) is None):
            return False
        g = self.group(one[1] if one else found[1])
        if g is None:
            return False
        share, ties = self.study.group_share(g), self.study.inside[g] + self.study.outside[g]
        self.is_so("silo", self.lead, found[2], share, same_percent(found[2], share))
        self.is_so("silo", self.lead, say.number(found[3]), rounded(ties), say.number(found[3]) in rounded(ties))
        self.claims.fact(("share out", self.study.by, g, self.study.depth, self.study.scope), found[2], self.where, self.lead)
        if found[4] != "not known":
            self.claims.fact(("others at its size", self.study.by, g, self.study.depth, self.study.scope), found[4], self.where, self.lead)
        return True

    def people(self):
        study = self.study
        crossing = study.crossing > 0
        if self.headline.startswith("Nothing can be said of who holds"):
            if self.lead.startswith("No contact between two"):
                self.is_so("no-contact", self.lead, "none", study.crossing, not crossing, True)
            return True
        small = [g for g in study.sizes if 0 < study.sizes[g] < self.c.min_group]
        hangs = [g for g in study.holders if study.sizes[g] >= self.c.min_group]
        found = re.fullmatch(rf"No {self.one}( that may be shown)? depends on one person", self.headline)
        if found:
            # Beside each small group another may be kept back.
            beside = len(small) if found[1] else 0
            self.is_so("nobody", self.headline, "none", [study.names[g] for g in hangs], len(hangs) <= beside and crossing, True)
            self.is_so("nobody", self.headline, bool(found[1]), bool(small))
            only = re.match(r"(.+?) is linked to the rest of the trust only through (.+?)\.(?: |$)", self.lead)
            alone = re.fullmatch(r"(.+) (?:has|have) no recorded contact in any (?:other )?\S+\.", self.lead)
            for g in (self.c.groups_of(alone[1][:1].lower() + alone[1][1:] if alone[1].startswith("The central") else alone[1], study) or [None]) if alone else []:
                self.is_so("cut-off", self.lead, g, sorted(study.linked(g)) if g else None, g is not None and not study.linked(g), True)
            if only:
                g, h = self.group(only[1]), self.group(only[2])
                self.is_so("only", self.lead, only[2], [study.names[x] for x in study.linked(g)] if g else None, g is not None and study.linked(g) == {h})
            return bool(only or alone) or self.lead.endswith("would be cut off by any one person leaving.")
        if self.headline == "What depends on one person is not certain":
            return True
        one = re.fullmatch(r"(.+) depends on one person", self.headline)
        several = re.fullmatch(r"(.+) depend on one person( each)?", self.headline)
        if one:
            self.is_so("hangs", self.headline, one[1], [study.names[g] for g in hangs], self.group(one[1]) in hangs)
        elif several and self.count(several[1]) is not None:
            self.is_so("hangs", self.headline, self.count(several[1]), len(hangs))
        else:
            return False
        found = re.fullmatch(rf"One colleague(?: in .+?)? holds (?:all ({say.NUMBER}) contacts|(both) contacts|(the only) contact) of (.+?) with the rest of the trust\.(.*)", self.lead)
        if not found:
            return False
        groups = self.c.groups_of(found[4], study)
        if groups is None:
            return False
        ties = {p for g in groups for p in study.pairs if None not in (study.group_of.get(p[0]), study.group_of.get(p[1]))
                and (study.group_of[p[0]] == g) != (study.group_of[p[1]] == g)}
        said = say.number(found[1]) if found[1] else 2 if found[2] else 1
        self.is_so("hangs", self.lead, said, len(ties))
        holders = [study.holders.get(g, (set(), 0))[0] for g in groups]
        if "is like this" in found[5]:
            self.is_so("hangs-alone", self.lead, "no other", [study.names[g] for g in hangs], set(hangs) == set(groups), True)
        self.is_so("hangs", self.lead, "one person", holders, bool(holders and set.intersection(*holders)))
        return True

    def topics(self):
        if self.headline == "We do not know who knows what":
            self.is_so("no-skills", self.headline, "not known", len(self.c.ws.skills), not self.c.ws.skills, True)
            return True
        knowing = self.c.knowing()
        single = knowing.rests_on(1, list(self.c.ws.topics))
        read = False
        absent = knowing.rests_on(0, list(self.c.ws.topics))
        for name in re.findall(r"Nobody has listed (.+?)(?:;|$)", self.headline):
            many = re.fullmatch(rf"({say.NUMBER}) topics", name)
            if many:
                self.is_so("absent", self.headline, say.number(many[1]), f"at most {len(absent)}", say.number(many[1]) <= len(absent), True)
            else:
                self.is_so("absent", self.headline, "nobody", len(knowing.holders[name]), not knowing.holders[name] and name not in self.c.ws.unread_topics, True)
            read = True
        for number in re.findall(rf"({say.NUMBER}) topics? rests? on one person", self.headline, re.I):
            self.is_so("single", self.headline, say.number(number), len(single))
            read = True
        for number, name in re.findall(rf"({say.NUMBER}) people would like to learn (.+?)\.", self.lead, re.I):
            self.is_so("seekers", self.lead, say.number(number), len(knowing.seekers[name]))
        for names in re.findall(r"One person (?:alone|each) knows? ([^.]+)\.", self.lead):
            for name in re.split(r", | and ", names):
                if name in self.c.ws.topics:
                    self.is_so("single", self.lead, name, len(knowing.holders[name]), name in single)
        for name, number in re.findall(rf"The next thinnest, (.+?), is known by ({say.NUMBER})\.", self.lead):
            self.is_so("thinnest", self.lead, say.number(number), len(knowing.holders[name]))
        every = self.headline == "Every topic is known by two people or more"
        if every:
            few = [t for t in self.c.ws.topics if len(knowing.holders[t]) < 2]
            self.is_so("every-topic", self.headline, "every", few, not few, True)
        found = re.match(rf"({say.NUMBER}) of ({say.NUMBER}) (?:people have|person has) listed a topic", self.sure)
        if found:
            self.is_so("listing", self.sure, say.number(found[2]), len(self.study.people))
        far = re.fullmatch(r".+ is out of reach of .+", self.headline)
        return bool(found) and bool(read or every or far or self.headline == "Some topics are thin")

    def joint(self):
        """Where contact hides that people hardly work jointly; the pair is checked where the command tells it."""
        if self.headline == "How deep work goes is not on record":
            depths = [t for t in self.c.ws.ties + self.c.ws.groups if t.get("depth")]
            self.is_so("no-depths", self.headline, "not known", len(depths), not depths, True)
            return True
        if self.headline == "Whether contact hides that groups hardly work together cannot be told":
            self.is_so("dots", self.headline, self.dots, 0)
            return True
        if self.headline == "No two groups are found to meet often and hardly work together":
            found = re.fullmatch(rf"({say.NUMBER}) pairs? of groups (?:has|have) contacts enough to be compared, along {say.NUMBER} ways? of grouping people\.", self.lead, re.I)
            if found:
                self.is_so("compared", self.lead, say.number(found[1]), "one at least", say.number(found[1]) > 0)
            return bool(found)
        found = re.search(rf"have ({say.NUMBER}) contacts? that (?:is|are) joint work\. An even spread would give ({say.NUMBER})\.", self.lead)
        if found:
            self.is_so("joint", self.lead, found[1], f"under half of {found[2]}", say.number(found[1]) * 2 <= say.number(found[2]) + 1)
        return bool(found) or self.lead.endswith("have under half of the joint work that an even spread would give.")

    def partners(self):
        deals = list(self.c.ws.partnerships.values())
        if self.headline == "We do not know how partnerships stand":
            self.is_so("no-partnerships", self.headline, "not known", len(deals), not deals, True)
            return True
        late = self.c.overdue()
        whole = re.search(rf"Of ({say.NUMBER}) partnerships?, (none|{say.NUMBER}) (?:is|are) worth watching and (none|{say.NUMBER}) (?:is|are) steady(?:; of {say.NUMBER} it cannot be told)?\.", self.lead)
        if whole:
            self.is_so("partnerships", self.lead, say.number(whole[1]), len(deals))
        reviews = re.fullmatch(rf"({say.NUMBER}) reviews? of (?:a partnership is|partnerships are) overdue", self.headline, re.I)
        if reviews:
            self.is_so("overdue", self.headline, say.number(reviews[1]), len(late))
        found = reviews or re.fullmatch(rf"({say.NUMBER}|No) (?:of ({say.NUMBER}) )?partnerships? (?:needs? a look|is red)(?:; ({say.NUMBER}) (?:(?:is|are) to watch|more (?:is|are) overdue for review))?", self.headline, re.I)
        if reviews:
            found = {1: "No", 2: None, 3: None}
        untold = re.fullmatch(rf"Whether ({say.NUMBER}) of ({say.NUMBER}) partnerships? needs? a look cannot be told", self.headline)
        if untold:
            found = {1: "No", 2: untold[2], 3: None}
        if not found:
            return False
        if found[3] and "overdue" in self.headline:
            self.is_so("overdue-more", self.headline, f"at most {len(late)}", say.number(found[3]), 0 < say.number(found[3]) <= len(late))
        elif found[3]:
            self.claims.fact(("partnerships to watch",), say.number(found[3]), self.where, self.headline)
        if found[2]:
            self.is_so("partnerships", self.headline, say.number(found[2]), len(deals))
        self.claims.fact(("red partnerships",), 0 if found[1] == "No" else say.number(found[1]), self.where, self.headline)
        unread = self.c.ws.unreadable("partnerships", "review_due")
        count = re.match(rf"({say.NUMBER}) reviews? (?:is|are) overdue", self.lead, re.I)
        lost = re.match(rf"({say.NUMBER}) review dates? could not be read", self.lead, re.I)
        if count:
            self.is_so("overdue", self.lead, say.number(count[1]), len(late))
        elif lost:
            self.is_so("unreadable", self.lead, say.number(lost[1]), unread)
        elif self.lead.startswith("No review is overdue"):
            self.is_so("none-overdue", self.lead, "none", f"{len(late)}, {unread} unreadable", not late and (not unread or "can be read" in self.lead), True)
        elif self.lead.startswith("No review dates are on record."):
            cells = [d for d in deals if d["review_cell"]]
            self.is_so("no-dates", self.lead, "none", len(cells), not cells, True)
        else:
            return False
        both = re.search(rf"both sides known in ({say.NUMBER}) of ({say.NUMBER})", self.sure)
        if both:
            self.is_so("both", self.sure, say.number(both[1]), len([d for d in deals if self.c.ledger().both_known(d)]))
            self.is_so("both", self.sure, say.number(both[2]), len(deals))
        return True

    def answers(self):
        self.coverage(self.sure)
        asked, _ = self.study.coverage()
        if self.headline == "We do not know who answered":
            self.is_so("answered", self.headline, "not recorded", f"{asked} asked", asked == 0, True)
            return True
        if self.headline.startswith("Enough people answered at every"):
            return True
        name = re.fullmatch(r"We cannot speak for (.+)", self.headline)
        if not name:
            return False
        count = self.count(name[1])
        if count is not None:
            self.is_so("silent", self.headline, count, f"at most {len(self.study.sizes)}", count <= len(self.study.sizes))
            named = re.match(rf"({say.NUMBER}) ", name[1])
            self.is_so("silent", self.headline, say.number(named[1]), f"at most {len(self.whole)}", say.number(named[1]) <= len(self.whole))
        found = re.fullmatch(rf"({say.NUMBER}) of ({say.NUMBER}) staff at (.+) did not answer\.", self.lead)
        if found:
            g = self.group(found[3])
            if g is None:
                return False
            own, answered = self.study.coverage(self.study.members[g])
            self.is_so("silent", self.lead, (say.number(found[1]), say.number(found[2])), (own - answered, own))
            # Where enough answered, something else keeps Weft from speaking.
            self.is_so("silent", self.lead, "too few answered", f"{answered} of {own}", own > 0 and answered * 2 < own)
        return True


class Pack(Findings):
    """The second page of a board pack, and what it says of contacts."""

    def __init__(self, commands, lines):
        super().__init__(commands, "weft pack")
        self.lines = lines

    def all(self):
        """The five things on the second page: a headline, what was found, and how sure that is."""
        start, end = self.lines.index("Five things to know") + 1, self.lines.index("Contents")
        self.basis(self.lines[start])
        things = []
        for line in self.lines[start + 1:end]:
            if re.fullmatch(r"\d", line):
                things.append([])
            elif things:
                things[-1].append(line)
        self.contacts()
        readers = [self.silos, self.people, self.topics, self.partners, self.answers]
        self.is_so("five", " | ".join(t[0] for t in things if t), len(things), 5)
        for thing, reader in zip(things, readers):
            dots, _, sure = thing[2].partition(" ")
            self.read(reader, thing[0], thing[1], sure, DOTS.get(dots))

    def contacts(self):
        """Two people who work together are a pair, whoever named whom."""
        for line in self.lines:
            if not line.startswith("Two people on record as working together"):
                continue
            group = self.study.group_of
            pairs = {frozenset(p) for p in self.study.pairs if not group or None not in [group.get(i) for i in p]}
            found = re.search(r"There are ([\d,]+) such pairs?\.", line)
            if self.study.directed:
                self.is_so("pairs", line, say.number(found[1]) if found else "contacts", len(pairs))
            else:
                self.is_so("pairs", line, "such pairs" if found else "contacts", "contacts")

    def basis(self, line):
        found = re.fullmatch(rf"({say.NUMBER})(?: of ({say.NUMBER}))? people · (.+?) · (.+)", line)
        if not found:
            return self.unread(line)
        self.is_so("people", line, say.number(found[2] or found[1]), len(self.study.people))
        groups = re.match(rf"({say.NUMBER}) ", found[3])
        if groups:
            self.is_so("groups", line, say.number(groups[1]), len(self.whole))
        self.coverage(found[4])


class Dashboard(Findings):
    """The numbers behind the dashboard: one row a finding."""

    def __init__(self, commands):
        super().__init__(commands, "dashboard.csv")

    def all(self, rows):
        readers = [self.silos, self.people, self.joint, self.topics, self.partners]
        self.is_so("five", " | ".join(r["found"] for r in rows), len(rows), 5)
        for row, reader in zip(rows, readers):
            word = next((w for w in SURE if row["sure"].startswith(w)), None)
            self.read(reader, row["found"], row["compared"], row["sure"][len(word or ""):].strip(), SURE.get(word))
