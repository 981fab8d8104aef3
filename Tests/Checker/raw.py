"""The files of a workspace as they stand, read by the rules of Docs/Data.md and by nothing of Weft's.

Every cell is read as one of four things: the column is not there, the cell is empty, it cannot be read, or it has a
value. `Workspace.columns` and `Workspace.unreadable` keep the first and the third, so that an absence can be judged.
"""

import copy
import csv
import datetime
import io
import os
import re
import unicodedata

MISSING = {
    "", "na", "n/a", "-", "not applicable", "not recorded", "unknown", "not known", "n/k", "tbc", "tba", "tbd", "none", "null",
    "nan", "(blank)", "?", ".", "prefer not to say",
}
# What Docs/Data.md lists.
DOCUMENTED_MISSING = MISSING - {"."}
# Answers that say there is no tie.
NEVER = {"never", "no", "none", "0", "no contact", "not at all"}

STEMS = {
    "schools": ["schools", "academies"],
    "people": ["people", "staff", "nodes", "elements", "persons", "employees"],
    "collaborations": ["collaborations", "ties", "edges", "connections", "links", "relations", "relationships"],
    "teams": ["teams"],
    "partners": ["partners", "organisations", "organizations"],
    "expertise": ["expertise", "skills"],
    "topics": ["topics"],
    "events": ["events", "meetings"],
    "attendance": ["attendance", "attendances", "attendees"],
}
TABLES = [
    "schools", "people", "collaborations", "teams", "partners", "partnerships", "ratings", "events", "attendance",
    "goals", "progress", "stories", "ideas", "needs", "decisions", "expertise", "topics",
]
ALIASES = {
    "schools": {"id": ["school_id", "urn", "code"], "name": ["EstablishmentName", "school", "school_name"],
                "phase": ["PhaseOfEducation (name)", "phase_of_education"], "hub": ["region", "cluster", "locality"],
                "opened": ["joined", "open_date"], "closed": ["close_date"], "became": []},
    "people": {"id": ["person_id", "staff_id", "employee_id", "vertex"],
               "name": ["label", "full_name", "staff_name", "display_name"], "first_name": ["forename", "given_name"],
               "last_name": ["surname", "family_name"], "school": ["school_id", "school_name"],
               "team": ["team_id", "teams"], "role": ["job_title", "job", "post"],
               "email": ["e-mail", "email_address", "mail"], "expertise": ["skills"], "seeks": ["wants"],
               "started": ["start_date"], "ended": ["end_date", "leaving_date"], "visibility": ["consent"],
               "responded": ["response", "answered"]},
    "collaborations": {"from": ["source", "person_a", "respondent", "from_id", "vertex 1"],
                       "to": ["target", "person_b", "named", "to_id", "vertex 2"],
                       "members": ["participants", "people"],
                       "kind": ["type", "relation", "layer", "relationship"], "depth": [],
                       "strength": ["weight", "value", "edge_weight"], "frequency": [], "direction": [],
                       "purpose": [], "goal": [], "started": ["date", "start", "start_date"],
                       "ended": ["end", "end_date"], "reported_by": ["reporter"], "outcome": ["impact"]},
    "teams": {"id": ["team_id"], "name": ["team", "team_name"], "school": ["school_id", "school_name"],
              "kind": ["type"], "lead": ["leader", "lead_id"], "objective": [], "success_criteria": []},
    "partners": {"id": ["partner_id", "organisation_id"], "name": ["partner", "organisation", "partner_name"],
                 "sector": [], "mission": [], "offers": [], "seeks": [], "area": [], "website": ["url"]},
    "expertise": {"person": ["person_id", "staff_id", "id"], "topic": ["skill", "expertise", "subject"], "level": [],
                  "evidence": [], "date": [], "offers": [], "seeks": ["wants"]},
    "topics": {"topic": ["name", "skill"], "broader": ["parent", "broader_topic"],
               "synonyms": ["also", "other_names", "aliases"]},
    "partnerships": {"partner": ["partner_id", "organisation"], "with": ["school", "team"],
                     "lead": ["lead_id", "leader"], "level": ["depth", "stage"], "agreement": ["agreed"],
                     "roles_clear": ["roles"], "shared_goal": ["goal"], "started": ["start_date"],
                     "review_due": ["review", "next_review"], "ended": ["end_date"], "gives": [], "gets": []},
    "ratings": {"partnership": [], "partner": ["partner_id"], "with": ["school", "team"], "side": ["view"],
                "item": ["question"], "score": ["rating"], "date": [], "rater": ["respondent"]},
    "events": {"id": ["event", "event_id"], "name": ["title"], "date": [], "kind": ["type"], "purpose": [],
               "goal": [], "planned": [], "called": ["notice_date", "invited_on", "called_on"]},
    "attendance": {"event": ["event_id"], "person": ["party", "person_id", "member"], "role": ["part"],
                   "attended": ["came", "present"], "prepared": [], "contributed": [], "responsive": [],
                   "kept": ["kept_promises"]},
    "goals": {"id": ["goal_id"], "statement": ["goal", "name"], "measure": ["measured_by"], "baseline": [],
              "target": [], "due": ["due_date"], "parent": ["part_of"], "owner": ["owners", "partners"]},
    "progress": {"goal": ["goal_id"], "date": [], "value": []},
    "stories": {"id": [], "title": ["story", "what"], "date": [], "who": ["with", "parties"], "goal": [],
                "voice": [], "impact": ["outcome"]},
    "ideas": {"id": [], "idea": ["title", "name"], "date": [], "origin": ["from"],
              "carried_by": ["through", "via"], "adopted_by": ["adopters", "taken_up_by"],
              "trialled_by": ["trialed_by", "tried_by", "piloted_by"],
              "dropped_by": ["stopped_by", "given_up_by"]},
    "needs": {"id": [], "need": ["statement", "title"], "date": [], "from": ["voiced_by", "who"],
              "asked_of": ["of"], "voice": [], "channel": [], "goal": [], "action": [], "met": ["done"]},
    "decisions": {"id": [], "decision": ["statement", "title"], "date": [], "decided_by": ["who"], "consulted": [],
                  "affects": [], "goal": []},
}
DEPTHS = ["none", "networking", "cooperation", "coordination", "coalition", "collaboration"]
MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december"]
TODAY = datetime.date.today()


def folded(text):
    """A text by which names match: small letters and digits, no accents, "&" as "and"."""
    text = unicodedata.normalize("NFKD", text.replace("&", "and").lower())
    return "".join(c for c in text if c.isalnum())


def heading(text):
    return re.sub(r"[\s_\-]", "", text).lower()


class Unreadable(Exception):
    """A cell that holds something, and not what its column is for."""


def depth(text):
    if re.fullmatch(r"\d+(\.0+)?", text) and 0 <= float(text) <= 5:
        return int(float(text))
    if text.lower() in DEPTHS:
        return DEPTHS.index(text.lower())
    raise Unreadable(text)


def number(text):
    try:
        return float(text.rstrip("% "))
    except ValueError as error:
        raise Unreadable(text) from error


def yes_or_no(text):
    key = text.lower()
    if key in {"yes", "y", "true", "1"}:
        return True
    if key in {"no", "n", "false", "0"}:
        return False
    raise Unreadable(text)


def day(text):
    text = re.sub(r"[T ]\d\d?:.*$", "", text)
    found = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", text)
    if found:
        parts = [int(p) for p in found.groups()]
    elif re.fullmatch(r"\d{5}", text) and 20000 <= int(text) <= 60000:
        return datetime.date(1899, 12, 30) + datetime.timedelta(days=int(text))
    else:
        found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ,]+(\d{1,2}|[A-Za-z]{3,9})[-/. ,]+(\d{4}|\d{2})", text)
        if not found:
            raise Unreadable(text)
        month = found.group(2)
        if not month.isdigit():
            places = [i for i, m in enumerate(MONTHS) if m.startswith(month.lower()) or (month.lower() == "sept" and i == 8)]
            if not places:
                raise Unreadable(text)
            month = places[0] + 1
        year = int(found.group(3))
        if year < 100:
            year += 2000 if year < 70 else 1900
        parts = [year, int(month), int(found.group(1))]
    try:
        return datetime.date(*parts)
    except ValueError as error:
        raise Unreadable(text) from error


def is_nobody(text):
    """Whether a cell of members says that there is nobody; an empty one does not."""
    return re.sub(r"[^a-z ]", "", text.lower()).strip() in {
        "nobody", "no one", "noone", "none", "no", "nil", "nobody yet", "none yet", "no one yet", "not consulted", "not asked", "vacant"}


def several(text):
    return [p.strip() for p in re.split(r"[;|]", text) if p.strip() and p.strip().lower() not in DOCUMENTED_MISSING]


class Row(dict):
    """A row's cells by role; `row` is its number in the file, the header being 1."""
    number = 0

    def has(self, role):
        return self.get(role, "").lower() not in DOCUMENTED_MISSING

    def text(self, role):
        return self[role] if self.has(role) else None


class Table:
    def __init__(self, name, path):
        self.name, self.path, self.rows, self.columns, self.attributes = name, path, [], {}, []
        self.unreadable, self.filled = {}, {}
        with open(path, "rb") as file:
            data = file.read()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252")
        first = text.split("\n", 1)[0]
        delimiter = max(",;\t|", key=lambda d: (first.count(d), d == ","))
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        self.is_empty = not lines
        if not lines:
            return
        heads = [h.strip() for h in lines[0]]
        keys = {}
        for role, aliases in ALIASES[name].items():
            for word in [role] + aliases:
                place = next((i for i, h in enumerate(heads) if heading(h) == heading(word) and i not in keys), None)
                if place is not None:
                    keys[place] = role
                    self.columns[role] = heads[place]
                    break
        self.attributes = [h for i, h in enumerate(heads) if i not in keys and h]
        for at, cells in enumerate(lines[1:], start=2):
            cells = [unicodedata.normalize("NFC", c.strip()) for c in cells]
            if not any(cells) or all(c.lower() in DOCUMENTED_MISSING for c in cells):
                continue
            filled = [c for c in cells if c.lower() not in DOCUMENTED_MISSING]
            if filled and filled[0].lower().rstrip(":") in {"total", "totals", "grand total", "subtotal"}:
                continue
            row = Row()
            row.number = at
            for place, cell in enumerate(cells):
                if place < len(heads):
                    row[keys.get(place, heads[place])] = cell
            self.rows.append(row)

    def has(self, role):
        return role in self.columns

    def cell(self, row, role, read):
        """A cell's value, `None` where it is empty or cannot be read; the latter is counted."""
        if not row.has(role):
            return None
        try:
            value = read(row[role])
        except Unreadable:
            self.unreadable[role] = self.unreadable.get(role, 0) + 1
            return None
        self.filled[role] = self.filled.get(role, 0) + 1
        return value


def fullest(rows, key):
    """One row for each id: the fullest."""
    best = {}
    for row in rows:
        id_ = key(row)
        full = sum(1 for role in row if row.has(role))
        if id_ not in best or full > best[id_][0]:
            best[id_] = (full, row)
    return {id_: row for id_, (_, row) in best.items()}


class Person:
    def __init__(self, id_, name, school, teams, role, started, ended, hidden, responded, attributes):
        self.id, self.name, self.school, self.teams, self.role = id_, name, school, teams, role
        self.started, self.ended, self.hidden, self.responded = started, ended, hidden, responded
        self.attributes = attributes


class Workspace:
    """Everything the files say: people, schools, teams, partners by id; ties and working groups; the records."""

    # Whether people count who had not started yet: set where Weft counts them, so that what rests on it is judged by itself.
    counts_unstarted = False

    def __init__(self, folder):
        self.folder = folder
        self.tables = {}
        names = sorted(os.listdir(folder))
        for table in TABLES:
            for stem in STEMS.get(table, [table]):
                path = next((n for n in names if n.lower() in {stem + ".csv", stem + ".tsv", stem + ".txt"}), None)
                if path:
                    self.tables[table] = Table(table, os.path.join(folder, path))
                    break
        self.title = os.path.basename(os.path.normpath(folder)).replace("-", " ").replace("_", " ")
        self.set_aside = {}
        self.newest, self.newest_record = None, None
        self._members()
        self._ties()
        self._records()
        self.every_deal, self.every_rating = self.partnerships, self.ratings
        self._keep_deals(max(filter(None, [self.newest, self.newest_record]), default=None))
        self._expertise()

    # What is there and what is not.

    def known(self, until):
        """The same as it was known on a day: what happened later is not there."""
        def before(when):
            return not when or when <= until
        then = copy.copy(self)
        for name in ["events", "stories", "ideas", "needs", "decisions"]:
            setattr(then, name, {i: e for i, e in getattr(self, name).items() if before(e["date"])})
        then._keep_deals(until)
        then.partnerships = {i: p for i, p in then.partnerships.items() if before(p["started"])}
        then.ratings = [r for r in then.ratings if before(r["date"]) and r["partnership"] in then.partnerships]
        then.goals = {i: {**g, "progress": [e for e in g["progress"] if e[0] <= until]} for i, g in self.goals.items()}
        return then

    def _keep_deals(self, until):
        """The partnerships that are under way on a day, and those that were over by then."""
        self.over = [p for p in self.every_deal.values() if until and p["ended"] and p["ended"] <= until]
        self.partnerships = {i: p for i, p in self.every_deal.items() if p not in self.over}
        self.ratings = [r for r in self.every_rating if r["partnership"] in self.partnerships]

    def rows(self, table):
        return self.tables[table].rows if table in self.tables else []

    def has(self, table, role=None):
        return table in self.tables and (role is None or self.tables[table].has(role))

    def says(self, table, role):
        """Whether any row has something in a column."""
        named = {("decisions", "decided_by"), ("decisions", "consulted"), ("needs", "action"), ("needs", "met")}
        return any(row.has(role) or (table, role) in named and is_nobody(row.get(role, "")) for row in self.rows(table))

    def filled(self, table, role):
        return self.tables[table].filled.get(role, 0) if table in self.tables else 0

    def unreadable(self, table, role):
        return self.tables[table].unreadable.get(role, 0) if table in self.tables else 0

    def _aside(self, table, row, why):
        self.set_aside.setdefault(table, []).append((row.number, why))

    def _past(self, day, record=False):
        if day and day <= TODAY:
            if record:
                self.newest_record = max(self.newest_record or day, day)
            else:
                self.newest = max(self.newest or day, day)

    # Members.

    def _members(self):
        self.schools, self.teams, self.partners, self.people = {}, {}, {}, {}
        table = self.tables.get("schools")
        for row in fullest(self.rows("schools"), lambda r: r.get("id") or r.get("name")).values():
            id_ = row.text("id") or row.text("name")
            if not id_:
                self._aside("schools", row, "no id")
                continue
            self.schools[id_] = {"id": id_, "name": row.text("name") or id_, "phase": row.text("phase"),
                                 "hub": row.text("hub"), "became": row.text("became"),
                                 "opened": table.cell(row, "opened", day), "closed": table.cell(row, "closed", day),
                                 "attributes": {a: row.text(a) for a in table.attributes}}
        self.schools_described = bool(self.schools)
        by_name = {folded(s["name"]): i for i, s in self.schools.items()}

        def school(text):
            """The id of a school that a cell names; None for none, "" where it cannot be told."""
            if text in self.schools:
                return text
            if folded(text) in by_name:
                return by_name[folded(text)]
            if self.schools_described and near(text, list(self.schools) + [s["name"] for s in self.schools.values()]):
                return ""
            self.schools[text] = {"id": text, "name": text, "phase": None, "hub": None, "became": None, "opened": None, "closed": None, "attributes": {}}
            by_name[folded(text)] = text
            return text

        for row in fullest(self.rows("teams"), lambda r: r.get("id") or r.get("name")).values():
            id_ = row.text("id") or row.text("name")
            if id_:
                self.teams[id_] = {"id": id_, "name": row.text("name") or id_,
                                   "school": school(row.text("school")) if row.has("school") else None,
                                   "kind": row.text("kind"), "lead": row.text("lead"),
                                   "objective": row.text("objective"), "success_criteria": row.text("success_criteria")}
        for row in fullest(self.rows("partners"), lambda r: r.get("id") or r.get("name")).values():
            id_ = row.text("id") or row.text("name")
            if id_:
                self.partners[id_] = {"id": id_, "name": row.text("name") or id_, "sector": row.text("sector"),
                                      "mission": row.text("mission"), "offers": row.text("offers")}
        self._people(school)

    def _people(self, school):
        table = self.tables["people"]
        self.excluded, self.excluded_names = set(), set()
        strictest, rows = {}, []
        for row in table.rows:
            name = row.text("name") or " ".join(filter(None, [row.text("first_name"), row.text("last_name")])) or None
            id_ = row.text("id") if table.has("id") else name
            if not id_:
                self._aside("people", row, "no id")
                continue
            word = (row.text("visibility") or "listed").lower()
            seen = ("excluded" if word in {"excluded", "exclude"}
                    else "listed" if word in {"listed", "yes", "y", "true", "1", "visible"} else "hidden")
            order = ["listed", "hidden", "excluded"]
            strictest[id_] = max(strictest.get(id_, "listed"), seen, key=order.index)
            row["_id"], row["_name"] = id_, name or id_
            rows.append(row)
        for row in fullest(rows, lambda r: r["_id"]).values():
            id_ = row["_id"]
            if strictest[id_] == "excluded":
                self.excluded.add(id_)
                self.excluded_names.add(folded(row["_name"]))
                continue
            cell = row.text("school")
            home = None if cell is None else school(cell)
            teams = []
            for text in several(row.get("team", "")):
                team = self._team(text, home)
                if team and team not in teams:
                    teams.append(team)
            started, ended = table.cell(row, "started", day), table.cell(row, "ended", day)
            if started and ended and ended < started:
                ended = None
            self._past(started)
            self._past(ended)
            self.people[id_] = Person(
                id_, row["_name"], home, teams, row.text("role"), started, ended, strictest[id_] == "hidden",
                table.cell(row, "responded", yes_or_no), {a: row.text(a) for a in table.attributes})
            self.people[id_].row = row

    def _team(self, text, home):
        if text in self.teams:
            return text
        named = [t for t in self.teams.values() if folded(t["name"]) == folded(text) and t["school"] in (None, home)]
        own = [t for t in named if t["school"] == home]
        if own or named:
            return (own or named)[0]["id"]
        if near(text, list(self.teams) + [t["name"] for t in self.teams.values()]) and self.has("teams"):
            return None
        id_ = (home + "/" if home else "") + text
        self.teams[id_] = {"id": id_, "name": text, "school": home or None, "kind": text, "lead": None,
                           "objective": None, "success_criteria": None}
        return id_

    def kind(self, member):
        return member[0]

    def member(self, text, kinds=("person", "team", "school", "partner")):
        """The member a cell names, ("excluded",) for somebody left out, None for nobody known."""
        found = re.fullmatch(r"(person|team|school|partner):(.+)", text)
        registers = {"person": self.people, "team": self.teams, "school": self.schools, "partner": self.partners}
        if found:
            return (found.group(1), found.group(2)) if found.group(2) in registers[found.group(1)] else None
        if text in self.excluded and "person" in kinds:
            return ("excluded", text)
        hits = [(k, text) for k in registers if k in kinds and text in registers[k]]
        if len(hits) == 1:
            return hits[0]
        if len(hits) > 1:
            return hits[0] if len(kinds) < 4 else None
        if folded(text) in self.excluded_names:
            return ("excluded", text)
        if not hasattr(self, "_names"):
            self._names = {}
            for kind, register in registers.items():
                for id_, entry in register.items():
                    name = entry.name if kind == "person" else entry["name"]
                    self._names.setdefault(folded(name), []).append((kind, id_))
        hits = [m for m in self._names.get(folded(text), []) if m[0] in kinds]
        return hits[0] if len(hits) == 1 else None

    def name(self, member):
        kind, id_ = member
        if kind == "person":
            return self.people[id_].name
        return {"team": self.teams, "school": self.schools, "partner": self.partners}[kind][id_]["name"]

    def school_of(self, member):
        kind, id_ = member
        if kind == "school":
            return id_
        if kind == "team":
            return self.teams[id_]["school"]
        if kind == "person":
            return self.people[id_].school or None
        return None

    # Ties.

    def _ties(self):
        table = self.tables["collaborations"]
        self.ties, self.groups = [], []
        for row in table.rows:
            facts = {"row": row.number}
            # A detail that cannot be read is not given; the tie counts all the same.
            facts["depth"] = table.cell(row, "depth", depth) if row.has("depth") else None
            if row.has("strength"):
                value = table.cell(row, "strength", number)
                if value is not None and value < 0:
                    self._aside("collaborations", row, "strength")
                    continue
                if value == 0:
                    facts["depth"] = 0
            if any(row.get(role, "").lower() in NEVER for role in ["frequency", "depth"]):
                facts["depth"] = 0
            direction = (row.text("direction") or "").lower()
            started, ended = table.cell(row, "started", day), table.cell(row, "ended", day)
            if started and ended and ended < started:
                ended = None
            self._past(started)
            self._past(ended)
            facts.update(started=started, ended=ended, directed=direction in {"directed", "yes"})
            for role in ["kind", "purpose", "goal", "outcome"]:
                facts[role] = row.text(role)
            has_members, has_pair = row.has("members"), row.has("from") or row.has("to")
            if has_members and has_pair:
                self._aside("collaborations", row, "both")
            elif has_members:
                members, left = [], False
                for text in several(row["members"]):
                    found = self.member(text)
                    if found and found[0] == "excluded":
                        left = True
                    elif found and found not in members:
                        members.append(found)
                if len(members) < 2:
                    self._aside("collaborations", row, "excluded" if left else "lone")
                    continue
                self.groups.append(dict(facts, members=members))
            else:
                ends = []
                for role in ["from", "to"]:
                    found = self.member(row[role]) if row.has(role) else None
                    if not found:
                        self._aside("collaborations", row, role)
                        break
                    ends.append(found)
                if len(ends) < 2:
                    continue
                if "excluded" in (ends[0][0], ends[1][0]):
                    self._aside("collaborations", row, "excluded")
                    continue
                if ends[0] == ends[1]:
                    self._aside("collaborations", row, "self")
                    continue
                self.ties.append(dict(facts, ends=tuple(ends)))

    # Partnerships, goals and what happened.

    def members(self, row, role):
        found = []
        for text in [] if is_nobody(row.get(role, "")) else several(row.get(role, "")):
            member = self.member(text)
            if member and member[0] != "excluded" and member not in found:
                found.append(member)
        return found

    def lost(self, row, roles):
        """The roles of a row whose cell names somebody no file knows."""
        return {role for role in roles if not is_nobody(row.get(role, "")) and any(self.member(text) is None for text in several(row.get(role, "")))}

    def _goal(self, row):
        text = row.text("goal")
        return text if text in self.goals else None

    def _records(self):
        self.goals = {}
        table = self.tables.get("goals")
        for row in fullest(self.rows("goals"), lambda r: r.get("id") or r.get("statement")).values():
            id_ = row.text("id") or row.text("statement")
            self.goals[id_] = {"id": id_, "statement": row.text("statement") or id_, "measure": row.text("measure"),
                               "baseline": table.cell(row, "baseline", number),
                               "target": table.cell(row, "target", number), "due": table.cell(row, "due", day),
                               "parent": row.text("parent"), "owners": self.members(row, "owner"), "progress": [],
                               "unread": self.lost(row, ["owner"])}
        table = self.tables.get("progress")
        for row in self.rows("progress"):
            value, when = table.cell(row, "value", number), table.cell(row, "date", day)
            if row.text("goal") in self.goals and value is not None and when:
                self._past(when, True)
                self.goals[row.text("goal")]["progress"].append((when, value))
            else:
                self._aside("progress", row, "row")
        for goal in self.goals.values():
            goal["progress"].sort()
        self._partnerships()
        self.events = {}
        table = self.tables.get("events")
        for row in fullest(self.rows("events"), lambda r: r.get("id") or r.get("name")).values():
            id_ = row.text("id") or row.text("name")
            when = table.cell(row, "date", day)
            self._past(when, True)
            self.events[id_] = {"id": id_, "name": row.text("name") or id_, "date": when, "kind": row.text("kind"),
                                "purpose": row.text("purpose"), "planned": table.cell(row, "planned", yes_or_no),
                                "called": table.cell(row, "called", day), "seats": {}}
            event = self.events[id_]
            event["unread"] = {"planned"} if row.has("planned") and event["planned"] is None else set()
        table = self.tables.get("attendance")
        for row in self.rows("attendance"):
            event, party = row.text("event"), row.text("person") and self.member(row.text("person"))
            if not event or not party or party[0] == "excluded" or (self.has("events") and event not in self.events):
                self._aside("attendance", row, "row")
                continue
            self.events.setdefault(event, {"id": event, "name": event, "date": None, "kind": None, "purpose": None,
                                           "planned": None, "called": None, "unread": set(), "seats": {}})
            came = table.cell(row, "attended", yes_or_no)
            self.events[event]["seats"].setdefault(party, {
                "role": (row.text("role") or "").lower(), "came": came if "attended" in table.columns else True,
                **{r: table.cell(row, r, yes_or_no) for r in ["prepared", "contributed", "responsive", "kept"]}})
        self.stories = self._happenings("stories", "title", {"who": "members", "voice": "lower", "impact": "text"})
        self.ideas = self._happenings("ideas", "idea", {r: "members" for r in
                                      ["origin", "carried_by", "adopted_by", "trialled_by", "dropped_by"]})
        self.needs = self._happenings("needs", "need", {"from": "members", "asked_of": "members", "voice": "lower",
                                      "channel": "text", "action": "text", "met": "yes"})
        self.decisions = self._happenings("decisions", "decision", {r: "members" for r in
                                          ["decided_by", "consulted", "affects"]})

    def _happenings(self, name, title, roles):
        table, entries = self.tables.get(name), {}
        # Without ids, rows of one title that differ are different happenings.
        def key(row):
            return row.get("id") or (row.get(title) if "id" in table.columns else repr(sorted(row.items())) if row.get(title) else None)
        for key_, row in fullest(self.rows(name), key).items():
            id_ = row.text("id") or (key_ if row.text(title) and row.text(title) in entries else row.text(title))
            if not id_:
                self._aside(name, row, "id")
                continue
            when = table.cell(row, "date", day)
            self._past(when, True)
            entry = {"id": id_, "title": row.text(title) or id_, "date": when, "goal": self._goal(row),
                     "unread": self.lost(row, [r for r, how in roles.items() if how == "members"]),
                     "blank": {r for r in ["decided_by", "consulted", "action", "met"] if r in roles and not row.has(r) and not is_nobody(row.get(r, ""))}}
            for role, how in roles.items():
                if how == "members":
                    entry[role] = self.members(row, role)
                elif how == "yes":
                    entry[role] = table.cell(row, role, yes_or_no)
                    if row.has(role) and entry[role] is None:
                        entry["unread"].add(role)
                else:
                    value = row.text(role)
                    entry[role] = value.lower() if value and how == "lower" else value
            if row.has("goal") and entry["goal"] is None:
                entry["unread"].add("goal")
            entries[id_] = entry
        return entries

    def _partnerships(self):
        self.partnerships = {}
        table = self.tables.get("partnerships")
        for row in self.rows("partnerships"):
            ends = self._ends(row)
            if not ends:
                self._aside("partnerships", row, "ends")
                continue
            level = table.cell(row, "level", depth)
            led = row.has("lead") and not is_nobody(row["lead"])
            lead = self.member(row.text("lead"), ("person",)) if led else None
            agreement = None
            if row.has("agreement"):
                try:
                    agreement = yes_or_no(row["agreement"])
                except Unreadable:
                    agreement = table.cell(row, "agreement", day)
                    self._past(agreement, True)
                    agreement = True if agreement else None
            started, ended = table.cell(row, "started", day), table.cell(row, "ended", day)
            self._past(started, True)
            self._past(ended, True)
            self.partnerships["/".join(ends)] = {
                "id": "/".join(ends), "partner": ends[0], "with": ends[1], "lead": lead, "level": level,
                "lead_lost": led and lead is None, "agreement": agreement, "roles_clear": table.cell(row, "roles_clear", yes_or_no),
                "shared_goal": row.text("shared_goal"), "started": started, "ended": ended,
                "review_due": table.cell(row, "review_due", day), "review_cell": row.text("review_due"),
                "gives": several(row.get("gives", "")), "gets": several(row.get("gets", ""))}
            deal = self.partnerships["/".join(ends)]
            deal["unread"] = {r for r in ["level", "agreement", "roles_clear", "started", "ended"] if row.has(r) and deal[r] is None} | ({"lead"} if deal["lead_lost"] else set())
        self.ratings = []
        table = self.tables.get("ratings")
        for row in self.rows("ratings"):
            if row.has("partnership"):
                parts = row["partnership"].split("/", 1)
                ends = (parts[0], parts[1] if len(parts) > 1 else "trust")
            else:
                ends = self._ends(row)
            side = {"ours": "ours", "our": "ours", "us": "ours", "trust": "ours", "theirs": "theirs", "their": "theirs",
                    "them": "theirs", "partner": "theirs"}.get(folded(row.get("side", "")))
            item = (row.text("item") or "").lower()
            try:
                score = depth(row["score"]) if item == "level" else int(row["score"])
                if item != "level" and not 1 <= score <= 4:
                    raise Unreadable(row["score"])
            except (Unreadable, ValueError, KeyError):
                self._aside("ratings", row, "score")
                continue
            if not ends or not side or not item or row.text("rater") in self.excluded:
                self._aside("ratings", row, "row")
                continue
            key = "/".join(ends)
            if key not in self.partnerships:
                if self.has("partnerships"):
                    self._aside("ratings", row, "partnership")
                    continue
                self.partnerships[key] = {"id": key, "partner": ends[0], "with": ends[1], "lead": None, "level": None,
                                          "agreement": None, "roles_clear": None, "shared_goal": None, "started": None, "ended": None,
                                          "review_due": None, "review_cell": None, "gives": [], "gets": []}
            when = table.cell(row, "date", day)
            self._past(when, True)
            self.ratings.append({"partnership": key, "side": side, "item": item, "score": score, "date": when,
                                 "rater": row.text("rater")})

    def _ends(self, row):
        partner = self.member(row.text("partner"), ("partner",)) if row.has("partner") else None
        if not partner and row.has("partner") and not self.has("partners"):
            self.partners[row["partner"]] = {"id": row["partner"], "name": row["partner"], "sector": None,
                                             "mission": None, "offers": None}
            partner = ("partner", row["partner"])
        if not partner:
            return None
        if not row.has("with") or folded(row["with"]) in {"trust", "thetrust", "wholetrust", "all"}:
            return (partner[1], "trust")
        side = self.member(row["with"], ("school", "team"))
        return (partner[1], side[1]) if side and side[0] != "excluded" else None

    # What people know.

    def _expertise(self):
        self.topics, self._topic_of = {}, {}
        for row in self.rows("topics"):
            if row.has("topic"):
                self.topics[row["topic"]] = {"name": row["topic"], "broader": row.text("broader"), "own": True}
                self._topic_of[folded(row["topic"])] = row["topic"]
        for row in self.rows("topics"):
            for word in several(row.get("synonyms", "")):
                self._topic_of.setdefault(folded(word), row["topic"])
        self.skills, self.wishes = [], set()
        # Topics of rows that name nobody: more people may know them.
        unread = []

        def topic(text):
            key = folded(text)
            if key not in self._topic_of:
                if len(key) > 4 and near(text, [w for w in self.topics]):
                    return None
                self.topics[text] = {"name": text, "broader": None, "own": False}
                self._topic_of[key] = text
            return self._topic_of[key]

        for person in self.people.values():
            for role in ["expertise", "seeks"]:
                for part in several(person.row.get(role, "")):
                    name, _, level = part.partition(":")
                    place = topic(name.strip())
                    if place and role == "seeks":
                        self.wishes.add((person.id, place))
                    elif place:
                        self.skills.append({"person": person.id, "topic": place,
                                            "level": int(level) if level.strip().isdigit() else None, "offers": [],
                                            "evidence": "self"})
        table = self.tables.get("expertise")
        for row in self.rows("expertise"):
            who = self.member(row.text("person"), ("person",)) if row.has("person") else None
            if not who or who[0] == "excluded" or not row.has("topic"):
                if row.has("topic") and not (who and who[0] == "excluded") and table.cell(row, "seeks", yes_or_no) is not True:
                    unread.append(row["topic"])
                self._aside("expertise", row, "excluded" if who and who[0] == "excluded" else "row")
                continue
            place = topic(row["topic"])
            if not place:
                self._aside("expertise", row, "topic")
                continue
            level = table.cell(row, "level", number)
            when = table.cell(row, "date", day)
            seeks = table.cell(row, "seeks", yes_or_no)
            if seeks:
                self.wishes.add((who[1], place))
            if level is not None or row.has("evidence") or row.has("offers") or not seeks:
                self.skills.append({"person": who[1], "topic": place, "level": level, "date": when,
                                    "offers": several(row.get("offers", "")), "evidence": row.text("evidence")})
        self.unread_topics = {self._topic_of.get(folded(text)) for text in unread}


def near(text, words):
    """A word that is a slip away; close enough for files that were made to have none."""
    key = folded(text)
    limit = 1 if len(key) <= 5 or any(c.isdigit() for c in key) else 2
    if any(c.isdigit() for c in key) and len(key) < 4:
        return None
    for word in words:
        other = folded(word)
        if other != key and abs(len(other) - len(key)) <= limit and _distance(key, other, limit) <= limit:
            return word
    return None


def _distance(a, b, limit):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            new.append(min(row[j] + 1, new[-1] + 1, row[j - 1] + (x != y)))
        if min(new) > limit:
            return limit + 1
        row = new
    return row[-1]
