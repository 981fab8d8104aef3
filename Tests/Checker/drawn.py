"""The numbers behind the figures that `weft draw` makes and no map holds, beside what is so: contact to joint work, who answered, and
what depends on one person."""

import os
import tempfile

from outputs import run, table
from truth import CENTRAL, components


def check(commands):
    Drawn(commands).all()


class Drawn:
    def __init__(self, commands):
        self.commands, self.c, self.study, self.claims = commands, commands.c, commands.study, commands.claims

    def all(self):
        if self.study.by:
            for figure in ["depth", "response", "without", "shift"]:
                rows = self.rows(figure)
                if rows:
                    self.c.draws_no_hidden_group(figure, rows)
                    getattr(self, figure)(rows)

    def rows(self, figure):
        """The table behind a figure; nothing where Weft says that there is nothing to draw."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, figure + ".csv")
            code, _, _ = run(self.commands.weft, "draw", figure, self.commands.folder, *self.commands.question.study, "-o", path)
            if code != 0:
                return []
            with open(path, encoding="utf-8-sig") as file:
                return table(file.read())

    def claim(self, kind, figure, row, said, holds, truth):
        self.claims.claim(f"drawn-{kind}", f"{figure}.csv", str({k: v for k, v in row.items() if v}), said, holds, truth)

    def near(self, kind, figure, row, column, truth, within=0.05):
        """A share in per cent, where the table has one."""
        if row[column]:
            self.claim(kind, figure, row, row[column], truth is not None and abs(float(row[column]) - 100 * truth) < within, truth)

    def group(self, name):
        """The group of a name, where one alone has it."""
        hits = [g for g, n in self.study.names.items() if n == name]
        return hits[0] if len(hits) == 1 else None

    def depth(self, rows):
        for row in rows:
            study = self.c.study(self.study.by, int(row["depth"]))
            if row["group"] == "The whole trust":
                self.near("depth", "depth", row, "outside_percent", study.share)
                continue
            g = self.group(row["group"])
            if g in study.sizes:
                self.near("depth", "depth", row, "outside_percent", study.group_share(g))

    def response(self, rows):
        for row in rows:
            g = self.group(row["group"])
            if g is None:
                continue
            asked, answered = self.study.coverage(self.study.members[g])
            self.near("answered", "response", row, "answered_percent", answered / asked if asked else None)
            self.claim("small", "response", row, row["group"], self.study.sizes[g] >= self.c.min_group, self.study.sizes[g])

    def shift(self, rows):
        for row in rows:
            g = self.group(row["group"])
            if g in self.study.sizes:
                ties = self.study.inside[g] + self.study.outside[g]
                self.claim("ties", "shift", row, row["ties_now"], abs(float(row["ties_now"]) - ties) <= 0.5 + 1e-6, ties)
                self.near("shift", "shift", row, "now_percent", self.study.group_share(g))

    def without(self, rows):
        study = self.study
        cut = set()
        for row in [r for r in rows if r["what"] == "link"]:
            a, b = self.group(row["from"]), self.group(row["to"])
            if row["then"] != "stays" and row["to"] == CENTRAL and a in study.holders:
                cut.add(a)
                self.claim("held", "without", row, row["ties"], float(row["ties"]) == study.holders[a][1], study.holders[a][1])
            elif a in study.sizes and b in study.sizes and CENTRAL not in (row["from"], row["to"]):
                ties = study.between.get(tuple(sorted((a, b))), 0.0)
                self.claim("link", "without", row, row["ties"], abs(float(row["ties"]) - ties) < 1e-6, ties)
        if cut:
            shared = set.intersection(*[study.holders[g][0] for g in cut])
            self.claim("holder", "without", rows[0], sorted(cut), bool(shared), "nobody holds all of them")
        today = self.apart(set())
        first = True
        for row in [r for r in rows if r["what"] == "reach"]:
            self.near("apart", "without", row, "today_percent", today)
            if first and cut and len(shared) == 1:
                self.near("apart", "without", row, "without_percent", self.apart(shared))
            first = False

    def apart(self, gone):
        """The share of pairs of people, those who left aside, who cannot reach one another."""
        graph = {i: [o for o in others if o not in gone] for i, others in self.study.neighbours.items() if i not in gone}
        for i in self.study.people:
            if i not in gone:
                graph.setdefault(i, [])
        n = len(graph)
        reached = sum(len(part) * (len(part) - 1) for part in components(graph, list(graph)))
        return 1 - reached / (n * (n - 1)) if n > 1 else None
