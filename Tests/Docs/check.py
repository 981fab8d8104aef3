#!/usr/bin/env python3
"""Does what Docs/Tutorial.md says, in a folder of its own, and sees that what it quotes is so: `check.py WEFT`.

The pages for leaders, governance and data leads name commands and options that there are; links in all pages lead somewhere.
"""
import glob, os, re, shlex, shutil, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
failures = []


def run(weft, words, folder):
    return subprocess.run([weft, *words], cwd=folder, capture_output=True, text=True)


def tutorial(weft, folder):
    page = open(f"{ROOT}/Docs/Tutorial.md").read()
    for path in glob.glob(f"{ROOT}/Data/first-minutes/*.csv"):
        shutil.copy(path, folder)
    said = ""
    for line in page.split("\n"):
        if line.startswith("    weft serve"):
            continue  # A server of its own: Tests/ServerTests.
        if line.startswith("    weft "):
            done = run(weft, shlex.split(line)[1:], folder)
            said = done.stdout + done.stderr
            if done.returncode != 0:
                failures.append(f"{line.strip()}: {said.strip()[:300]}")
        elif line.startswith("    "):  # The line to correct by hand, as it stands in the file.
            path = f"{folder}/my-trust/import.txt"
            text = open(path).read()
            if line.strip() not in text:
                failures.append(f"import.txt has no line {line.strip()!r}")
            open(path, "w").write(text.replace(line.strip(), line.strip().replace("= ?", "= 1011")))
        elif line.startswith("> ") and line[2:] not in said:
            failures.append(f"not said: {line[2:]}")
        elif line.startswith("Now all ") and f", {line.split()[2]} ties by" not in said:
            failures.append(f"{line}: {said.strip()[:300]}")
        elif line.startswith("![") and line[2 : line.index(":")] not in said:
            failures.append(f"{line}: {said.strip()[:300]}")
    check = run(weft, ["check", "my-trust"], folder).stdout
    if "       0\n" not in check or "error:" in check:
        failures.append("something is to be mended in the tutorial's files")
    if "Elm Academy depends on one of its own people" not in run(weft, ["bridges", "my-trust"], folder).stdout:
        failures.append("no bridge hangs on one person in the tutorial's files")
    if "listed Music, and two people" not in run(weft, ["gaps", "my-trust"], folder).stdout:
        failures.append("music is no gap in the tutorial's files")


def picture(weft, name, *words):
    """A picture in Docs/Pictures says what it would say if it were drawn today."""
    def said(path):
        return re.findall(r">([^<>]+)<", open(path).read())

    with tempfile.TemporaryDirectory() as folder:
        run(weft, ["draw", *words, "-o", f"{folder}/{name}"], ROOT)
        if not os.path.exists(f"{folder}/{name}") or said(f"{folder}/{name}") != said(f"{ROOT}/Docs/Pictures/{name}"):
            failures.append(f"Docs/Pictures/{name} is not as it would be drawn: make record")


def commands(weft, page):
    for command in re.findall(r"`weft ([^`]+)`", open(page).read().replace("\n", " ")):
        words = shlex.split(command)
        if words[0] in ("serve",):
            continue
        told = run(weft, [words[0], "--help"], ROOT)
        told_options = set(re.findall(r"--?[a-z][a-z-]*", told.stdout))
        wrong = [word for word in words[1:] if re.match(r"--?[a-z]", word) and word not in told_options]
        if told.returncode != 0 or wrong:
            failures.append(f"{os.path.basename(page)}: weft {command}")


def links():
    for page in glob.glob(f"{ROOT}/*.md") + glob.glob(f"{ROOT}/Docs/*.md"):
        for target in re.findall(r"\]\(([^)#\s]+)", open(page).read()):
            if "://" not in target and not os.path.exists(os.path.join(os.path.dirname(page), target)):
                failures.append(f"{os.path.relpath(page, ROOT)} leads to {target}, which is not there")


def main():
    weft = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        tutorial(weft, folder)
        picture(weft, "first-minutes.svg", "ranking", f"{folder}/my-trust", "--paper", "inset")
    picture(weft, "ranking.svg", "ranking", "Data/harbour-trust", "--paper", "column")
    picture(weft, "partners.svg", "partners", "Data/harbour-trust", "--paper", "column")
    for page in ("For-leaders", "For-governance", "For-data-leads", "Glossary"):
        commands(weft, f"{ROOT}/Docs/{page}.md")
    links()
    print("\n".join(failures) or "The tutorial and the pages for each reader say what is so.")
    return 1 if failures else 0


sys.exit(main())
