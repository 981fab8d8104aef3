#!/usr/bin/env python3
"""Times the engine beside its peers on the same made-up trusts and prints a table.

    peers.py [--sizes S,M,L,XL] [--tasks betweenness,leiden] [--repeat 3]

Every program runs in a process of its own, one after another, in the same run. Times are processor seconds of the task
alone (all threads together), the least of some repeats; for `ingest` they are those of the whole process, once for XL. The last ratio is by
the clock, which tells what threads are worth and wants a machine with nothing else to do. "Equal" compares what was
found: sums to eight digits, the ten largest values to six, or the modularity to 0.001. Peers are installed from the Python
registry into .build/peers when they are missing, sna is used where Debian's r-cran-sna is installed; without peers our own
times stand alone.
"""
import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, ".build")
BENCH = os.path.join(BUILD, "release", "engine-bench")
PYTHON = os.path.join(BUILD, "peers", "bin", "python3")
SIZES = {"S": (1_000, 5_000), "M": (10_000, 100_000), "L": (100_000, 1_000_000), "XL": (1_000_000, 10_000_000)}
# What is asked at a size; what peers need many minutes for is left out.
TASKS = {
    "ingest": "S M L XL", "components": "M L", "kcore": "M L", "pagerank": "M L", "clustering": "M L", "constraint": "M L",
    "articulation": "M L", "bridges": "M L", "brokerage": "M L", "ei_perm": "M L", "leiden": "M L", "closeness": "S M",
    "harmonic": "S M", "paths": "S M", "betweenness": "S M", "betweenness_w": "S M", "betweenness_cut3": "S",
    "betweenness_2000": "L", "kadabra_01": "M",
}


# ---- The peers' side, run by the interpreter that has them.

def load(folder):
    """Ends, weights and schools as columns, people before partners, in the order of the files."""
    import numpy as np
    import polars as pl
    people = pl.read_csv(f"{folder}/people.csv", columns=["id", "school_id"])
    partners = pl.read_csv(f"{folder}/partners.csv", columns=["id"])
    ties = pl.read_csv(f"{folder}/collaborations.csv", columns=["from_id", "to_id", "strength"])
    ids = pl.concat([people.select("id"), partners]).with_row_index("place")

    def ends(column):
        joined = ties.join(ids, left_on=column, right_on="id", how="left", maintain_order="left")
        return joined["place"].to_numpy().astype(np.int64)

    school = people["school_id"].rank("dense").to_numpy().astype(np.int64) - 1
    school = np.concatenate([school, np.full(partners.height, school.max() + 1)])
    return ends("from_id"), ends("to_id"), ties["strength"].to_numpy().astype(float), ids.height, people.height, school


def scores(values):
    import numpy as np
    values = np.nan_to_num(np.asarray(values, dtype=float))
    short = np.array([float(f"{value:.6g}") for value in values])
    order = np.lexsort((np.arange(len(short)), -short))[:10]
    return {"sum": float(f"{values.sum():.8g}"), "top": [[int(i), float(short[i])] for i in order]}


def modularity(graph, labels, u, v, w):
    import numpy as np
    labels = np.asarray(labels)
    count = int(labels.max()) + 1
    strength = np.bincount(labels[u], w, count) + np.bincount(labels[v], w, count)
    inside = w[labels[u] == labels[v]].sum() / w.sum()
    return {"q": round(float(inside - ((strength / (2 * w.sum())) ** 2).sum()), 5)}


def igraph_tasks(u, v, w, n, school):
    import igraph
    import numpy as np
    graph = igraph.Graph(n, np.column_stack([u, v]))
    graph.es["w"] = w
    graph.es["length"] = 60 / w
    return {
        "ingest": lambda: {"n": graph.vcount(), "m": graph.ecount()},
        "components": lambda: {"parts": len(graph.connected_components())},
        "kcore": lambda: scores(graph.coreness()),
        "pagerank": lambda: scores(graph.pagerank(weights="w", directed=False)),
        "clustering": lambda: scores(graph.transitivity_local_undirected(mode="zero")),
        "constraint": lambda: scores(graph.constraint(weights="w")),
        "articulation": lambda: {"count": len(graph.articulation_points())},
        "bridges": lambda: {"count": len(graph.bridges())},
        "leiden": lambda: modularity(
            graph, graph.community_leiden("modularity", weights="w", n_iterations=2).membership, u, v, w),
        "closeness": lambda: scores(graph.closeness()),
        "harmonic": lambda: scores([x * (n - 1) for x in graph.harmonic_centrality()]),
        "paths": lambda: {"mean": round(graph.average_path_length(directed=False), 6), "diameter": graph.diameter(directed=False)},
        "betweenness": lambda: scores(graph.betweenness(directed=False)),
        "betweenness_w": lambda: scores(graph.betweenness(directed=False, weights="length")),
        "betweenness_cut3": lambda: scores(graph.betweenness(directed=False, cutoff=3)),
        "betweenness_2000": lambda: scores(graph.betweenness(
            directed=False, sources=np.random.Generator(np.random.PCG64(7)).permutation(n)[:2_000].tolist())),
    }


def networkit_tasks(u, v, w, n, school):
    import networkit
    plain = networkit.GraphFromCoo((u, v), n=n, weighted=False)
    weighted = networkit.GraphFromCoo((w, (u, v)), n=n, weighted=True)
    lengths = networkit.GraphFromCoo((60 / w, (u, v)), n=n, weighted=True)
    run = lambda algorithm, scale=1.0: scores([x * scale for x in algorithm.run().scores()])
    return {
        "ingest": lambda: {"n": plain.numberOfNodes(), "m": plain.numberOfEdges()},
        "components": lambda: {"parts": networkit.components.ConnectedComponents(plain).run().numberOfComponents()},
        "kcore": lambda: run(networkit.centrality.CoreDecomposition(plain)),
        "clustering": lambda: run(networkit.centrality.LocalClusteringCoefficient(plain, True)),
        "leiden": lambda: modularity(
            weighted, networkit.community.ParallelLeiden(weighted).run().getPartition().getVector(), u, v, w),
        "harmonic": lambda: run(networkit.centrality.HarmonicCloseness(plain, False)),
        "betweenness": lambda: run(networkit.centrality.Betweenness(plain), 0.5),
        "betweenness_w": lambda: run(networkit.centrality.Betweenness(lengths), 0.5),
        "kadabra_01": lambda: run(networkit.centrality.KadabraBetweenness(plain, 0.01, 0.1)),
    }


def numpy_tasks(u, v, w, n, school):
    """What no library offers, in numpy and plain Python."""
    import numpy as np
    people = int((school < school.max()).sum())

    def ei_perm():
        both = (u < people) & (v < people)
        a, b = u[both], v[both]
        draws = np.random.Generator(np.random.PCG64(3))
        index = lambda labels: 1 - 2 * np.count_nonzero(labels[a] == labels[b]) / len(a)
        labels = school[:people].astype(np.int32)
        dealt = np.array([index(draws.permutation(labels)) for _ in range(1_000)])
        return {"ei": round(float(index(labels)), 6), "mean": round(float(dealt.mean()), 2)}

    def brokerage():
        near = [set() for _ in range(n)]
        for a, b in zip(u.tolist(), v.tolist()):
            near[a].add(b)
            near[b].add(a)
        groups, totals = school.tolist(), [0] * 5
        for broker in range(n):
            own = groups[broker]
            for a in near[broker]:
                for b in near[broker]:
                    if a == b or b in near[a]:
                        continue
                    if groups[a] == groups[b]:
                        totals[0 if groups[a] == own else 1] += 1
                    else:
                        totals[2 if groups[a] == own else 3 if groups[b] == own else 4] += 1
        return {"totals": totals}

    return {"ei_perm": ei_perm, "brokerage": brokerage}


def sna_tasks(u, v, w, n, school):
    """R's sna, told of the ties in a file."""
    import numpy as np

    def brokerage():
        with tempfile.TemporaryDirectory() as folder:
            np.savetxt(f"{folder}/ties", np.column_stack([u + 1, v + 1]), fmt="%d")
            np.savetxt(f"{folder}/groups", school, fmt="%d")
            script = """suppressMessages(library(sna)); f <- commandArgs(TRUE)
                e <- as.matrix(read.table(f[1])); g <- scan(f[2], quiet = TRUE)
                m <- rbind(cbind(e, 1), cbind(e[, 2:1], 1)); attr(m, "n") <- length(g)
                t <- proc.time(); b <- colSums(brokerage(m, g)$raw.nli); t <- proc.time() - t
                cat(t[1] + t[2], t[3], b[c(1, 2, 3, 4, 5)])"""
            done = subprocess.run(["Rscript", "-e", script, f"{folder}/ties", f"{folder}/groups"], capture_output=True, text=True)
        cpu, wall, *totals = map(float, done.stdout.split())
        return {"cpu_s": cpu, "run_s": wall, "checksum": {"totals": totals}}

    return {"brokerage": brokerage} if shutil.which("Rscript") and len(u) <= 200_000 else {}


PEERS = {"igraph": igraph_tasks, "networkit": networkit_tasks, "numpy": numpy_tasks, "sna": sna_tasks}


def child(peer, task, folder, repeat):
    u, v, w, n, _, school = load(folder)
    work = PEERS[peer](u, v, w, n, school).get(task)
    if work is None:
        return
    if peer == "sna":
        return print(json.dumps(work()))
    best, wall, began, found = float("inf"), float("inf"), time.perf_counter(), None
    for _ in range(repeat):
        start, clock = time.process_time(), time.perf_counter()
        found = work()
        best, wall = min(best, time.process_time() - start), min(wall, time.perf_counter() - clock)
        if time.perf_counter() - began > 60:
            break
    print(json.dumps({"cpu_s": best, "run_s": wall, "checksum": found}))


# ---- The table.

def measure(command):
    """The last line of a command as JSON, with the processor time and memory of its process; None when it fails."""
    before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode or not done.stdout.strip():
        return None
    result = json.loads(done.stdout.strip().splitlines()[-1])
    result["process_run_s"] = time.perf_counter() - clock
    result["process_s"] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return result


def least(command, times):
    """The best of some processes; for tasks that repeat by themselves one will do."""
    results = [measure(command) for _ in range(times)]
    return None if None in results else min(results, key=lambda result: result["process_s"])


def equal(ours, theirs):
    """Whether two check sums agree in what both of them have."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return all(abs(ours[k] - theirs[k]) <= 0.001 if k == "q" else equal(ours[k], theirs[k])
                   for k in ours.keys() & theirs.keys() if k != "communities")
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(equal, ours, theirs))
    return abs(ours - theirs) <= 1e-5 * max(1e-9, abs(theirs)) or (abs(theirs) <= 1 and abs(ours - theirs) < 5e-3)


def peers_available():
    if not os.path.exists(PYTHON):
        print("Installing igraph, networkit, numpy and polars ...", file=sys.stderr)
        made = subprocess.run([sys.executable, "-m", "venv", os.path.join(BUILD, "peers")], capture_output=True).returncode == 0
        if not made:
            return False
    try:
        check = [PYTHON, "-c", "import igraph, networkit, numpy, polars"]
        if subprocess.run(check, capture_output=True).returncode == 0:
            return True
        subprocess.run([PYTHON, "-m", "pip", "install", "-q", "igraph", "networkit", "numpy", "polars"], check=True,
                       capture_output=True)
        return True
    except (OSError, subprocess.CalledProcessError):
        return False


def main():
    if sys.argv[1:2] == ["--child"]:
        return child(sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5]))
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sizes", default="S,M,L")
    arguments.add_argument("--tasks", default=",".join(TASKS))
    arguments.add_argument("--repeat", type=int, default=3)
    options = arguments.parse_args()
    peers = list(PEERS) if peers_available() else []
    if not peers:
        print("The peers could not be installed; our own times stand alone.", file=sys.stderr)
    print("| task | size | ours, s | " + "".join(f"{peer}, s | " for peer in peers) + "best peer / ours | by the clock | equal |")
    print("|---|---|--:|" + "--:|" * len(peers) + "--:|--:|---|")
    for size in options.sizes.split(","):
        folder = os.path.join(BUILD, "data", size)
        if not os.path.exists(f"{folder}/collaborations.csv"):
            subprocess.run([BENCH, "make", folder, *map(str, SIZES[size])], check=True)
        for task in options.tasks.split(","):
            if size not in TASKS[task].split():
                continue
            times = options.repeat if task == "ingest" and size != "XL" else 1
            ours = least([BENCH, task, folder, str(options.repeat)], times)
            if ours is None:
                print(f"| {task} | {size} | failed |")
                continue
            key, clock = ("process_s", "process_run_s") if task == "ingest" else ("cpu_s", "run_s")
            cells, best, fastest, agree = [], float("inf"), float("inf"), []
            for peer in peers:
                theirs = least([PYTHON, os.path.abspath(__file__), "--child", peer, task, folder, str(options.repeat)], times)
                cells.append(f"{theirs[key]:.3g}" if theirs else "")
                if theirs:
                    best, fastest = min(best, theirs[key]), min(fastest, theirs[clock])
                    agree.append(equal(ours["checksum"], theirs["checksum"]))
            # Paths drawn at random differ by the draw.
            verdict = "not compared" if task.startswith("kadabra") else "yes" if all(agree) else "no"
            ratio = f"{best / max(ours[key], 1e-6):.1f}" if agree else ""
            by_clock = f"{fastest / max(ours[clock], 1e-6):.1f}" if agree else ""
            print(f"| {task} | {size} | {ours[key]:.3g} | " + "".join(f"{cell} | " for cell in cells)
                  + f"{ratio} | {by_clock} | {verdict if agree else ''} |", flush=True)


main()
