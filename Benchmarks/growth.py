#!/usr/bin/env python3
"""Measures how time and memory grow with size, fits exponents and draws growth.svg.

    growth.py [--sizes S,M,L] [--weft ../.build/release/weft]

Each task runs in a process of its own on the made-up trusts of peers.py. The exponent is the slope of a straight line through
the logarithms of processor seconds and of ties; 1 is growth in step with the ties. `map` is the whole of `weft map` but for the drawing,
and is left out where no weft is given.
"""
import argparse
import json
import math
import os
import shutil
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.path.join(HERE, ".build", "release", "engine-bench")
SIZES = {"S": (1_000, 5_000), "M": (10_000, 100_000), "L": (100_000, 1_000_000), "XL": (1_000_000, 10_000_000)}
# The largest size of each task; counting every shortest path grows with people times ties.
TASKS = {"ingest": "XL", "closeness": "L", "leiden": "XL", "betweenness": "M", "map": "XL"}
INKS = {"ingest": "#1b6ca8", "closeness": "#2a7f4f", "leiden": "#8a5a00", "betweenness": "#a8321b", "map": "#5b3a8c"}


def run(command):
    """Processor seconds and peak memory (MB) of a command, and its output."""
    # A shell in between, so that the peak is that of this command alone.
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writer, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.execvp(command[0], command)
    os.close(writer)
    with os.fdopen(reader) as lines:
        text = lines.read()
    _, status, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text if status == 0 else None


def measured(task, size, folder, weft):
    if task == "map":
        if not weft:
            return None
        out = tempfile.mkdtemp()
        seconds, memory, text = run([weft, "map", folder, "-o", os.path.join(out, "map"), "--no-figures"])
        shutil.rmtree(out)
        return (seconds, memory) if text is not None else None
    seconds, memory, text = run([BENCH, task, folder, "1"])
    if text is None:
        return None
    return (seconds if task == "ingest" else json.loads(text)["cpu_s"], memory)


def exponent(points):
    """The slope of log seconds against log ties."""
    xs, ys = [math.log(t) for t, _, _ in points], [math.log(s) for _, s, _ in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)


def draw(lines, path):
    """A plot of processor seconds against ties, both in powers of ten."""
    width, height, left, right, top, foot = 720, 420, 70, 150, 30, 60
    seconds = [s for points in lines.values() for _, s, _ in points]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    first, last = 3.5, 7.2
    x = lambda ties: left + (math.log10(ties) - first) / (last - first) * (width - left - right)
    y = lambda s: top + (high - math.log10(s)) / (high - low) * (height - top - foot)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="Inter, sans-serif" font-size="13" fill="#222">',
             "<title>Processor seconds against ties</title>", f'<rect width="{width}" height="{height}" fill="#fff"/>']
    for power in range(low, high + 1):
        label = f"{10 ** power:g} s"
        parts.append(f'<path d="M{left} {y(10 ** power):.1f}H{width - right}" stroke="#ddd"/><text x="{left - 8}" y="{y(10 ** power) + 4:.1f}" text-anchor="end">{label}</text>')
    for name, (_, ties) in SIZES.items():
        parts.append(f'<path d="M{x(ties):.1f} {top}V{height - foot}" stroke="#eee"/><text x="{x(ties):.1f}" y="{height - foot + 20}" text-anchor="middle">{name}: {ties:,}</text>')
    parts.append(f'<text x="{(left + width - right) / 2}" y="{height - 14}" text-anchor="middle">ties</text>')
    labels = []
    for task, points in lines.items():
        ink = INKS[task]
        path_data = "M" + "L".join(f"{x(t):.1f} {y(s):.1f}" for t, s, _ in points)
        parts.append(f'<path d="{path_data}" fill="none" stroke="{ink}" stroke-width="2"/>')
        parts += [f'<circle cx="{x(t):.1f}" cy="{y(s):.1f}" r="4" fill="{ink}"/>' for t, s, _ in points]
        labels.append([y(points[-1][1]) + 4, x(points[-1][0]) + 10, task, ink])
    labels.sort()
    for place, below in enumerate(labels):
        for above in labels[:place]:
            if abs(above[1] - below[1]) < 60:
                below[0] = max(below[0], above[0] + 16)
    parts += [f'<text x="{place:.1f}" y="{line:.1f}" fill="{ink}" font-weight="600">{task}</text>' for line, place, task, ink in labels]
    with open(path, "w") as out:
        out.write("\n".join(parts + ["</svg>"]) + "\n")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sizes", default="S,M,L")
    arguments.add_argument("--weft")
    options = arguments.parse_args()
    sizes = options.sizes.split(",")
    lines = {}
    for task, largest in TASKS.items():
        for size in sizes:
            if list(SIZES).index(size) > list(SIZES).index(largest):
                continue
            folder = os.path.join(HERE, ".build", "data", size)
            if not os.path.exists(f"{folder}/collaborations.csv"):
                subprocess.run([BENCH, "make", folder, *map(str, SIZES[size])], check=True)
            result = measured(task, size, folder, options.weft)
            if result:
                lines.setdefault(task, []).append((SIZES[size][1], *result))
    print("| task | " + "".join(f"{size}, s | " for size in sizes) + "exponent | " + "".join(f"{size}, MB | " for size in sizes))
    print("|---|" + "--:|" * len(sizes) + "--:|" + "--:|" * len(sizes))
    for task, points in lines.items():
        at = {ties: (seconds, memory) for ties, seconds, memory in points}
        cell = lambda size, part, form: format(at[SIZES[size][1]][part], form) if SIZES[size][1] in at else ""
        slope = f"{exponent(points):.2f}" if len(points) > 1 else ""
        print(f"| {task} | " + "".join(f"{cell(size, 0, '.3g')} | " for size in sizes) + f"{slope} | "
              + "".join(f"{cell(size, 1, '.0f')} | " for size in sizes))
    draw(lines, os.path.join(HERE, "growth.svg"))


main()
