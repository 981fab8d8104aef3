#!/usr/bin/env python3
"""Asks Weft and three plain full-text indexes the questions of Tests/ExpertiseSearchTests/Questions, in one run.

    python3 -m venv /tmp/baselines && /tmp/baselines/bin/pip install whoosh-reloaded tantivy
    swift build --product weft
    /tmp/baselines/bin/python Benchmarks/search-baselines.py [path of weft]

Each index holds one document a person: name, role, school, hub, phase, and what they know, each topic with the synonyms and the
broader term of the trust's topics.csv. whoosh and tantivy search with stems and one slip; FTS5 with Porter's stems; any word
may match, the best by BM25 first. Words such as "who" and "the" are left out for all three. Right: one of the first two is right by
the question's rule; of questions for nobody: nobody is named (for Weft: but as near). Prints a table in Markdown.
"""
import csv
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

import tantivy
import whoosh.analysis
import whoosh.fields
import whoosh.index
import whoosh.qparser
import whoosh.query

root = pathlib.Path(__file__).resolve().parent.parent
questions = root / "Tests/ExpertiseSearchTests/Questions"
folders = {"harbour": root / "Data/harbour-trust", "lantern": questions / "lantern-trust"}
weft = sys.argv[1] if len(sys.argv) > 1 else str(root / ".build/debug/weft")
stop = set("""a about all am an and any anybody anyone are as at be by can could do does for from good has have help how i in into is it
know knows me my need of on or our please some somebody someone that the their they this to us we what when where which who
will with would you your""".split())


def rows(path):
    if not path.exists():
        return []
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def key(text):
    return re.sub("[^a-z0-9]", "", text.lower().replace("&", "and"))


class Trust:
    def __init__(self, folder):
        self.folder = folder
        schools = {row["id"]: row for row in rows(folder / "schools.csv")}
        topics = {key(row["topic"]): row for row in rows(folder / "topics.csv")}
        called = {key(word): key(row["topic"]) for row in topics.values() for word in row["synonyms"].split(";") if word}
        self.people = {}
        for row in rows(folder / "people.csv"):
            if row.get("visibility") or row.get("ended"):
                continue
            row["place"] = schools.get(row["school"], {"id": "central", "name": "central team", "hub": "", "phase": ""})
            row["topics"], row["words"], row["offers"] = set(), [], set()
            self.people[row["id"]] = row
        for row in rows(folder / "expertise.csv"):
            person = self.people.get(row["person"])
            if person is None or row.get("level") in ("1", "learning") or row.get("seeks") == "yes":
                continue
            topic = called.get(key(row["topic"]), key(row["topic"]))
            person["topics"].add(topic)
            listed = topics.get(topic, {"topic": row["topic"], "broader": "", "synonyms": ""})
            person["words"] += [listed["topic"], listed["broader"], listed["synonyms"].replace(";", " ")]
            person["offers"] |= set((row.get("offers") or "").split(";"))

    def document(self, person):
        row = self.people[person]
        place = row["place"]
        return " ".join([row["name"], row["role"], place["name"], place["hub"], place["phase"], *row["words"]])

    def clause(self, clause):
        head, _, rest = clause.strip().partition(" ")
        values = {value.strip() for value in rest.split("/")}
        keys = {key(value) for value in values}
        tests = {
            "topic": lambda row: row["topics"] & keys,
            "role": lambda row: row["role"] in values,
            "at": lambda row: row["place"]["id"] in values,
            "hub": lambda row: row["place"]["hub"] in values,
            "phase": lambda row: row["place"]["phase"] in values,
            "name": lambda row: row["name"] in values,
            "offers": lambda row: row["offers"] & values,
        }
        return {person for person, row in self.people.items() if tests[head](row)}

    def right(self, rule):
        return set.union(*(set.intersection(*map(self.clause, way.split("&"))) for way in rule.split(" or ")))


def words(text):
    found = re.findall(r"[a-z0-9]+", text.lower().replace("'", ""))
    return [word for word in found if word not in stop] or found


class Whoosh:
    def __init__(self, trust):
        schema = whoosh.fields.Schema(id=whoosh.fields.ID(stored=True), text=whoosh.fields.TEXT(analyzer=whoosh.analysis.StemmingAnalyzer()))
        self.index = whoosh.index.create_in(tempfile.mkdtemp(), schema)
        writer = self.index.writer()
        for person in trust.people:
            writer.add_document(id=person, text=trust.document(person))
        writer.commit()
        self.searcher = self.index.searcher()
        analyzer = whoosh.analysis.StemmingAnalyzer(stoplist=None, minsize=1)
        self.stem = lambda word: next((token.text for token in analyzer(word)), word)

    def find(self, text):
        terms = []
        for word in words(text):
            stem = self.stem(word)
            terms.append(whoosh.query.Term("text", stem, boost=2))
            if len(word) > 4:
                terms.append(whoosh.query.FuzzyTerm("text", stem, maxdist=1, prefixlength=1))
        return [hit["id"] for hit in self.searcher.search(whoosh.query.Or(terms), limit=2)]


class Tantivy:
    def __init__(self, trust):
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        schema.add_text_field("text", tokenizer_name="en_stem")
        self.index = tantivy.Index(schema.build())
        writer = self.index.writer()
        for person in trust.people:
            writer.add_document(tantivy.Document(id=person, text=trust.document(person)))
        writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()

    def find(self, text):
        query = self.index.parse_query(" ".join(words(text)), ["text"], fuzzy_fields={"text": (False, 1, True)})
        plain = self.index.parse_query(" ".join(words(text)), ["text"])
        both = tantivy.Query.boolean_query([(tantivy.Occur.Should, tantivy.Query.boost_query(plain, 2.0)), (tantivy.Occur.Should, query)])
        return [self.searcher.doc(place)["id"][0] for _, place in self.searcher.search(both, 2).hits]


class FTS5:
    def __init__(self, trust):
        self.base = sqlite3.connect(":memory:")
        self.base.execute("CREATE VIRTUAL TABLE people USING fts5(id UNINDEXED, text, tokenize = 'porter unicode61')")
        self.base.executemany("INSERT INTO people VALUES (?, ?)", [(person, trust.document(person)) for person in trust.people])

    def find(self, text):
        query = " OR ".join(f'"{word}"' for word in words(text))
        return [row[0] for row in self.base.execute("SELECT id FROM people WHERE people MATCH ? ORDER BY rank LIMIT 2", (query,))]


class Weft:
    def __init__(self, trust):
        self.folder = trust.folder

    def find(self, text):
        run = subprocess.run([weft, "find", self.folder, "--json", "--top", "2", "--", text], capture_output=True, text=True)
        if not run.stdout:
            return []
        return [(person["person"], person["near"]) for person in json.loads(run.stdout)["people"]]


def main():
    trusts = {name: Trust(folder) for name, folder in folders.items()}
    engines = {name: {trust: make(trusts[trust]) for trust in trusts} for name, make in
               (("Weft", Weft), ("whoosh", Whoosh), ("tantivy", Tantivy), ("FTS5", FTS5))}
    tally = {}
    for line in (questions / "questions.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        name, kind, text, rule = (cell.strip() for cell in line.split("|"))
        right = set() if rule == "nobody" else trusts[name].right(rule)
        for engine, made in engines.items():
            found = made[name].find(text)
            if rule == "nobody":
                good = not [one for one in found if not (isinstance(one, tuple) and one[1])]
            else:
                good = bool(right & {one[0] if isinstance(one, tuple) else one for one in found})
            for row in (kind, f"all of {name}" if rule != "nobody" else "", "all"):
                if row and not (row == "all" and rule == "nobody"):
                    counts = tally.setdefault(row, {}).setdefault(engine, [0, 0])
                    counts[0] += good
                    counts[1] += 1
    print("| kind | questions | " + " | ".join(engines) + " |")
    print("|---|---|" + "---|" * len(engines))
    for kind in sorted(tally, key=lambda kind: (kind.startswith("all"), kind == "nobody", kind)):
        counts = tally[kind]
        asked = counts["Weft"][1]
        print(f"| {kind} | {asked} | " + " | ".join(f"{counts[engine][0]}" for engine in engines) + " |")


main()
