"""What Weft wrote: the folder of `weft map`, and what commands print."""

import csv
import html
import io
import json
import os
import re
import subprocess
import xml.etree.ElementTree as ET

# Figures whose nodes are the groups of a boundary.
MAPS = {"trust-map", "bridges-map", "change"}
SVG = "{http://www.w3.org/2000/svg}"


def run(weft, *arguments, timeout=300):
    done = subprocess.run([weft, *arguments], capture_output=True, text=True, timeout=timeout)
    return done.returncode, done.stdout, done.stderr


def table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def unescaped(text):
    return re.sub(r"\\(.)", r"\1", text)


class Figure:
    """A drawn figure: its words, its nodes and its links."""

    def __init__(self, name, path):
        self.name = name
        root = ET.parse(path + ".svg").getroot()
        self.alt = root.findtext(SVG + "title") or ""
        self.description = root.findtext(SVG + "desc") or ""
        groups = {g.get("class"): g for g in root.findall(SVG + "g")}
        self.head = [t.text or "" for t in groups["head"].iter(SVG + "text")] if "head" in groups else []
        self.foot = [t.text or "" for t in groups["foot"].iter(SVG + "text")] if "foot" in groups else []
        self.labels = [t.text or "" for t in groups["picture"].iter(SVG + "text")] if "picture" in groups else []
        self.nodes, self.link_classes = [], []
        for node in root.iter(SVG + "g"):
            if (node.get("class") or "").startswith("node ") and node.get("data-id") and name in MAPS:
                self.nodes.append({"id": node.get("data-id"), "kind": node.get("class")[5:],
                                   "title": node.findtext(SVG + "title") or ""})
        for link in root.iter(SVG + "path"):
            if (link.get("class") or "").startswith("link "):
                self.link_classes.append(link.get("class")[5:])
        with open(path + ".csv", encoding="utf-8-sig") as file:
            self.rows = table(file.read())
        # Filled in from index.html, where no line is broken.
        self.headline = self.subtitle = ""

    @property
    def foot_text(self):
        return " ".join(self.foot)


class Map:
    """The folder of one run."""

    def __init__(self, folder):
        self.folder = folder
        self.names = sorted(os.listdir(folder))
        self.summary = self.read("summary.md") or ""
        self.tables = {n[:-4]: table(self.read(n)) for n in self.names
                       if n.endswith(".csv") and n[:-4] + ".svg" not in self.names}
        text = self.read("findings.json")
        self.findings = json.loads(text) if text else None
        self.figures = {n[:-4]: Figure(n[:-4], os.path.join(folder, n[:-4])) for n in self.names if n.endswith(".svg")}
        self.html = self.read("index.html")
        if self.html:
            self._page()

    def read(self, name):
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8-sig") as file:
            return file.read()

    def _page(self):
        """Headline, subtitle and description of each figure as the page has them, and the summary's text."""
        self.page = []
        for part in re.findall(r'<section id="figure-\d+".*?</section>', self.html, re.S):
            words = lambda pattern: [html.unescape(re.sub(r"<[^>]+>", "", t)).strip() for t in re.findall(pattern, part, re.S)]
            head = re.sub(r"^Figure \d+", "", words(r"<h2.*?</h2>")[0]).strip()
            alt = html.unescape((re.findall(r'alt="([^"]*)"', part) or [""])[0])
            files = words(r'<p class="files">.*?</p>')
            name = re.sub(r"^Files: ", "", files[0]).split(".")[0] if files else None
            description = words(r"<details><summary>The figure in words</summary>\s*<p>(.*?)</p>")
            entry = {"name": name, "headline": head, "subtitle": (words(r"<figcaption>.*?</figcaption>") or [""])[0],
                     "alt": alt, "description": (description or [""])[0],
                     "rows": len(re.findall(r"<tr>", part)) - 1}
            self.page.append(entry)
            if name in self.figures:
                self.figures[name].headline, self.figures[name].subtitle = head, entry["subtitle"]
        found = re.search(r'<section class="summary".*?</section>', self.html, re.S)
        self.page_summary = html.unescape(re.sub(r"<[^>]+>", " ", found.group(0))) if found else ""


class Section:
    def __init__(self, title):
        self.title, self.lines, self.table = title, [], []


def sections(markdown):
    """The parts of a Markdown page: heading, lines, and the rows of its table."""
    parts = [Section("")]
    for line in markdown.splitlines():
        line = line.strip()
        if line.startswith("#"):
            parts.append(Section(unescaped(line.lstrip("# "))))
        elif line.startswith("|"):
            cells = [unescaped(c.strip()) for c in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not all(re.fullmatch(r"-+:?", c) for c in cells):
                parts[-1].table.append(cells)
        elif line:
            # Emphasis marks of our own, not escaped ones.
            line = re.sub(r"(?<!\\)\*", "", line)
            parts[-1].lines.append(unescaped(re.sub(r"^- ", "", line)))
    for part in parts:
        if part.table:
            head = part.table[0]
            part.table = [dict(zip(head, row)) for row in part.table[1:]]
    return parts


def tables_in(text):
    """The tables of a command's text: a title line, then rows."""
    return text
