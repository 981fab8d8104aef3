#!/usr/bin/env python3
"""Holds what Weft prints as JSON to the schemas in Docs/Schemas: `check.py WEFT`, with the package jsonschema (Scripts/setup-schemas).

Every command with --json is asked of the fictional trust, of one with earlier terms, and of folders that lack most files; then a few
answers are spoilt, and each must be refused.
"""
import copy, json, os, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, ".build/python"))
try:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
except ImportError:
    print("The Python package jsonschema is missing, so JSON was not held to its schemas (Scripts/setup-schemas fetches it).")
    sys.exit(77)

FOLDER = os.path.join(ROOT, "Docs/Schemas")
SCHEMAS = {name.removesuffix(".schema.json"): json.load(open(os.path.join(FOLDER, name)))
           for name in sorted(os.listdir(FOLDER)) if name.endswith(".schema.json")}
REGISTRY = Registry().with_resources((one["$id"], Resource.from_contents(one)) for one in SCHEMAS.values())
failures = []
seen = set()


def faults(schema, value):
    """What is wrong with a value, the deepest reason first."""
    errors = Draft202012Validator(SCHEMAS[schema], registry=REGISTRY).iter_errors(value)
    return ["/".join(map(str, e.absolute_path)) + ": " + e.message[:200] for error in errors for e in [*(error.context or []), error]]


def hold(schema, text, asked):
    """Holds a text to a schema."""
    try:
        value = json.loads(text)
    except ValueError:
        return failures.append(f"{asked}: no JSON: {text[:100]!r}")
    seen.add(schema)
    wrong = faults(schema, value)
    failures.extend(f"{asked}: {fault}" for fault in wrong[:4])
    return None if wrong else value


# What to ask of each command; a schema has the command's name.
QUESTIONS = [
    "silos", "silos --by hub", "silos --by team", "silos --depth 3", "boundaries", "bridges", "bridges --names full --by hub",
    "bridges --role gatekeeper", "bridges --role liaison --names full", "local HUB", "compare", "plan", "plan --names full", "teams", "gaps",
    "gaps --by hub", "match", "outward", "outward --by hub", "topics", "partners", "partners PARTNERSHIP", "next", "prospects", "goals", "purpose",
    "events", "stories", "ideas", "decisions", "voices", "evidence", "check", "disclose", "without PERSON", "what-if --without PERSON",
    "between SCHOOL OTHER", "find phonics", "find phonics --from PERSON", "find nothing-of-the-kind", "path PERSON OTHER-PERSON",
    "path PERSON phonics", "show SCHOOL", "show PERSON", "show PERSON --names full", "show SCHOOL --names full", "balance PERSON",
    "compare --from 2026-03-01 --to 2026-11-01", "events --event EVENT --add TEAM",
]


def rows(folder, name):
    import csv
    path = os.path.join(folder, name)
    return list(csv.DictReader(open(path, encoding="utf-8-sig"))) if os.path.exists(path) else []


def questions(folder):
    """Each question with names from the files in place of the words in capitals; none where the files have no such thing."""
    people, schools = rows(folder, "people.csv"), rows(folder, "schools.csv")
    partnerships, events, teams = (rows(folder, name + ".csv") for name in ("partnerships", "events", "teams"))
    names = {
        "PERSON": people[0]["id"], "OTHER-PERSON": people[5]["id"],
        "SCHOOL": schools[0]["id"] if schools else None, "OTHER": schools[1]["id"] if schools else None,
        "HUB": schools[0].get("hub") if schools else None, "PARTNERSHIP": "{partner}/{with}".format(**partnerships[0]) if partnerships else None,
        "EVENT": events[0]["id"] if events else None, "TEAM": teams[0]["id"] if teams else None,
    }
    for question in QUESTIONS:
        command, *words = question.split()
        words = [names.get(word, word) for word in words]
        if None not in words:
            yield command, words


def run(weft, *words, lenient=False):
    done = subprocess.run([weft, *words], capture_output=True, text=True, env={**os.environ, "WEFT_PSEUDONYM_KEY": "the tests' own"})
    if done.returncode not in (0, 1, 3, 65) and not lenient:
        failures.append(f"weft {' '.join(words)}: {done.stderr.strip()[:200]}")
    return done.stdout


def ask(weft, folder, lenient=False):
    """Each question with its answer; a lenient folder may have none, for want of files."""
    for command, words in questions(folder):
        text = run(weft, command, folder, *words, "--json", lenient=lenient)
        if text or not lenient:
            yield command, hold(command, text, f"weft {command} {' '.join(words)} of {os.path.basename(folder)}")


def spoil(schema, value, change, why):
    """A value with a change must be refused."""
    value = copy.deepcopy(value)
    change(value)
    if Draft202012Validator(SCHEMAS[schema], registry=REGISTRY).is_valid(value):
        failures.append(f"{schema}: {why} was not refused")


def told():
    print("\n".join(failures) or f"{len(seen)} schemas: what Weft prints is as they say.")
    return 1 if failures else 0


def main():
    weft = os.path.abspath(sys.argv[1])
    for one in SCHEMAS.values():
        Draft202012Validator.check_schema(one)
    with tempfile.TemporaryDirectory() as scratch:
        terms = os.path.join(scratch, "terms")
        run(weft, "sample", terms, "--terms", "3")
        small = os.path.join(scratch, "small")
        os.mkdir(small)
        open(os.path.join(small, "people.csv"), "w").write("id,school\n" + "".join(f"P{i},S{i % 2}\n" for i in range(12)))
        open(os.path.join(small, "collaborations.csv"), "w").write("from,to\n" + "".join(f"P{i},P{(i * 5 + 3) % 12}\n" for i in range(12)) + "P1,\n")
        answers = {}
        for command, answer in ask(weft, terms):
            answers.setdefault(command, answer)
        for _ in ask(weft, small, lenient=True):
            pass
        term = json.loads(run(weft, "terms", terms, "--json"))[0]["term"]
        hold("terms", run(weft, "terms", terms, "--json"), "weft terms")
        hold("terms", run(weft, "terms", terms, "--show", term, "--json"), "weft terms --show")
        measures = hold("measures", run(weft, "measures", "--json"), "weft measures")
        hold("measures", run(weft, "measures", "e-i", "--json"), "weft measures e-i")
        for folder, names in ((terms, "pseudonym"), (small, "full")):
            out = os.path.join(scratch, "map-" + names)
            run(weft, "map", folder, "-o", out, "--names", names)
            answers["findings"] = hold("findings", open(os.path.join(out, "findings.json")).read(), f"findings.json, {names}")
        places = os.path.join(scratch, "places.json")
        run(weft, "draw", "map", terms, "-o", places)
        answers["places"] = hold("places", open(places).read(), "places")
        site = os.path.join(scratch, "site")
        run(weft, "site", terms, "-o", site, "--names", "full")
        for name in sorted(os.listdir(site)):
            if name.endswith(".json"):
                hold("site-page", open(os.path.join(site, name)).read(), name)

    # Every answer of several tables has the shape that they share.
    for command, answer in answers.items():
        if isinstance(answer, dict) and "tables" in answer:
            hold("pages", json.dumps(answer), command)
    # What is wrong is refused.
    answers = {schema: answer for schema, answer in answers.items() if answer is not None}
    for schema, answer in answers.items():
        if isinstance(answer, dict):
            spoil(schema, answer, lambda one: one.update(unheard_of=1), "a member that nobody described")
            for member in answer:
                if member in SCHEMAS[schema].get("required", []):
                    spoil(schema, answer, lambda one: one.pop(member), f"an answer without {member}")
                    spoil(schema, answer, lambda one: one.update({member: {"wrong": True}}), f"{member} of another type")
    if failures:
        return told()
    spoil("silos", answers["silos"], lambda one: one["groups"][0].update(outside_share=1.5), "a share over 1")
    spoil("silos", answers["silos"], lambda one: one["groups"][0].update(people="many"), "a count in words")
    spoil("silos", answers["silos"], lambda one: one.update(schema_version=1), "another version")
    spoil("partners", answers["partners"], lambda one: one["tables"].update(unheard_of=[]), "a table that nobody described")
    spoil("events", answers["events"], lambda one: one["tables"]["events"][0].update(date="22/11/2026"), "a day in another form")
    spoil("check", answers["check"], lambda one: one["problems"][0].update(severity="fatal"), "a severity that there is not")
    spoil("measures", measures, lambda one: one.append({"id": "nameless"}), "a measure without title")

    for name in sorted(set(SCHEMAS) - seen - {"table"}):
        failures.append(f"{name}: no output was held to this schema")
    index = open(os.path.join(ROOT, "Docs/Schemas.md")).read()
    failures.extend(f"Docs/Schemas.md does not name {name}" for name in SCHEMAS if f"Schemas/{name}.schema.json" not in index)
    commands = json.loads(run(weft, "--experimental-dump-help"))["command"]["subcommands"]
    for command in commands:
        takes = any(name["name"] == "json" for argument in command.get("arguments", []) for name in argument.get("names", []))
        if takes and command["commandName"] not in SCHEMAS:
            failures.append(f"weft {command['commandName']} --json has no schema")
    return told()


if __name__ == "__main__":
    sys.exit(main())
