"""Shows that the checker sees what is wrong: words and numbers of a true page are changed, and each change is found.

    python3 self_test.py WEFT
"""

import os
import re
import shutil
import sys
import tempfile
import unittest

import make
import raw
import truth
from figures import Figures
from outputs import Map, run

WEFT = None

# File, what is changed into what, and the kind under which it must be found.
CHANGES = [
    ("summary.md", r"^(\d+) people", r"9\1 people", "people"),
    ("summary.md", r"^(\d+) people", r"9\1 people", "contradiction people"),
    ("summary.md", r"^- (\d+)% of ties", r"- 9\1% of ties", "whole-inward"),
    ("summary.md", r"chance alone would have (\d+)%", r"chance alone would have 5%", "whole-inward"),
    ("summary.md", r"(\n\| Ash[^|]*\| )(\d+)", r"\g<1>9\2", "table-people"),
    ("summary.md", r"(\| )about as outward as others its size( \| )", r"\1keeps to itself\2", "contradiction verdict kind"),
    ("summary.md", r"Nobody in the trust has listed [^,]*,", "Nobody in the trust has listed Attendance,", "absence topic-sought"),
    ("summary.md", r"(\d+) people are cut points", r"9\1 people are cut points", "cut-people"),
    ("summary.md", r"(\d+) partnerships with", r"9\1 partnerships with", "partnerships"),
    ("summary.md", r"- \d+ reviews? (is|are) overdue: .*", "- No review is overdue.", "absence reviews-none-overdue"),
    ("summary.md", r"## How far to trust this\n", "## How far to trust this\n\n- The moon is made of cheese.\n", "unparsed"),
    ("summary.md", r"- silos.csv:", "- golds.csv:", "file-list"),
    ("silos.csv", r"(,S01,[^,]*,)(\d+)", r"\g<1>9\2", "csv-people"),
    ("silos.csv", r",inward,", ",open,", "contradiction verdict kind"),
    ("gaps.csv", r",absent,", ",covered,", "gap-class"),
    ("gaps.csv", r",covered,", ",distant,", "contradiction gap class"),
    ("partners.csv", r"overdue", "no-review-date", "flag-overdue"),
    ("partners.csv", r",red,", ",watch,", "contradiction red partnerships"),
    ("ideas.csv", r",no\n", ",yes\n", "idea-bridge"),
    ("goals.csv", r"(G1,.*,)(\d+),(\d*),([^,\n]*)$", r"\g<1>9\2,\3,\4", "goal-owners"),
    ("findings.json", r'"people" : (\d+),', r'"people" : 9\1,', "json-people"),
    ("matrix.csv", r"(\nElm[^,]*,)(\d+)", r"\g<1>9\2", "cell-ties"),
    ("trust-map.csv", r",(\d+),link", r",9\1,link", "link-ties"),
    ("coverage.csv", r",absent,", ",thin,", "gap-class"),
    ("trust-map.svg", r'(<title>[^<]*, )(\d+)( people, )', r"\g<1>9\2\3", "node-people"),
    ("index.html", r"(</span> )[^<]*(</h2>)", r"\1Every school keeps to itself\2", "head-silos"),
    ("index.html", r"(</span> )\d+% of ties cross", r"\g<1>3% of ties cross", "head-share"),
]


class SelfTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp(prefix="weft-claims-")
        cls.folder = os.path.join(cls.work, "plain")
        make.make(next(s for s in make.SPECS if s.name == "plain"), cls.folder)
        code, _, error = run(WEFT, "map", cls.folder, "-o", os.path.join(cls.work, "out"))
        if code:
            raise RuntimeError(error)
        cls.before = cls.kinds(os.path.join(cls.work, "out"))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work)

    @classmethod
    def kinds(cls, out):
        """How often each kind is wrong in a folder."""
        checker = Figures(raw.Workspace(cls.folder))
        checker.check_map(Map(out))
        checker.claims.compare()
        claims, found = checker.claims, []
        found += [e[0] for e in claims.false] + ["absence " + e[0] for e in claims.absences]
        found += ["contradiction " + e[0] for e in claims.contradictions] + ["unparsed" for _ in claims.unparsed]
        return {k: found.count(k) for k in set(found)}

    def test_each_change_is_found(self):
        for name, pattern, new, kind in CHANGES:
            with self.subTest(f"{name}: {pattern}"):
                out = os.path.join(self.work, "changed")
                shutil.rmtree(out, ignore_errors=True)
                shutil.copytree(os.path.join(self.work, "out"), out)
                path = os.path.join(out, name)
                with open(path) as file:
                    text = file.read()
                changed = re.sub(pattern, new, text, count=1, flags=re.M)
                self.assertFalse(text == changed, "nothing was changed: the words are others now")
                with open(path, "w") as file:
                    file.write(changed)
                after = self.kinds(out)
                self.assertGreater(after.get(kind, 0), self.before.get(kind, 0), after)

    def test_graphs(self):
        """Cut points and bridges of Krackhardt's kite (nx.krackhardt_kite_graph): 7 and 8; 7-8 and 8-9."""
        ties = "01 02 03 05 13 14 16 23 25 34 35 36 46 56 57 67 78 89".split()
        graph = {i: set() for i in range(10)}
        for a, b in ties:
            graph[int(a)].add(int(b))
            graph[int(b)].add(int(a))
        self.assertEqual(truth.cut_points(graph), {7, 8})
        self.assertEqual(truth.bridges(graph), {(7, 8), (8, 9)})
        self.assertEqual(sorted(map(len, truth.parts_without(graph, 8))), [1, 8])

    def test_cells(self):
        """Days, depths and answers as people write them."""
        for text in ["2026-11-22", "22/11/2026", "22 Nov 2026", "22nd November 2026", "46348"]:
            self.assertEqual(str(raw.day(text)), "2026-11-22", text)
        for text in ["spring", "31/02/2026", "11/22/2026"]:
            self.assertRaises(raw.Unreadable, raw.day, text)
        self.assertEqual([raw.depth(t) for t in ["0", "3.0", "Coalition"]], [0, 3, 4])
        self.assertRaises(raw.Unreadable, raw.depth, "deep")
        self.assertEqual([raw.yes_or_no(t) for t in ["Y", "0"]], [True, False])


if __name__ == "__main__":
    WEFT = sys.argv.pop(1)
    unittest.main()
