"""How fast `weft serve` answers, beside Datasette on tables of the same trust.

    swift build -c release --product weft; WEFT_SERVE=1 swift build -c release --product weft-serve
    python3 Benchmarks/serve.py .build/release/weft .build/release/weft-serve

Needs wrk (Debian). Datasette is installed into .build/peers when it is missing; where it cannot be, our own times stand alone.
"""
import csv, os, re, sqlite3, subprocess, sys, tempfile, time, urllib.request
from pathlib import Path

PEERS = Path(".build/peers")


def wrk(url, cookie=None, connections=8, seconds=10):
    """Requests a second, and the median, 95th and 99th percentile in milliseconds, one thread."""
    script = tempfile.NamedTemporaryFile("w", suffix=".lua", delete=False)
    script.write("""done = function(s, l, r)
      io.write(string.format("GOT %f %f %f %f %d\\n", s.requests / s.duration * 1e6, l:percentile(50) / 1e3,
        l:percentile(95) / 1e3, l:percentile(99) / 1e3, s.errors.status + s.errors.read + s.errors.timeout)) end\n""")
    script.close()
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", script.name]
    if cookie:
        command += ["-H", f"Cookie: {cookie}"]
    out = subprocess.run(command + [url], capture_output=True, text=True).stdout
    os.unlink(script.name)
    return [float(x) for x in re.search(r"GOT (.*)", out).group(1).split()]


def memory(process):
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024


def timed(url, cookie):
    request = urllib.request.Request(url, headers={"Cookie": cookie})
    start = time.time()
    urllib.request.urlopen(request).read()
    return (time.time() - start) * 1000


def weft(server, folder, people):
    start = time.time()
    process = subprocess.Popen([server, folder], stderr=subprocess.PIPE, text=True)
    key = re.search(r"http://127\.0\.0\.1:(\d+)/start\?key=\w+", process.stderr.readline())
    begun = time.time() - start
    port = key.group(1)
    answer = urllib.request.urlopen(key.group(0))
    cookie = answer.headers["Set-Cookie"].split(";")[0]
    base = f"http://127.0.0.1:{port}"
    print(f"weft serve, {people:,} people: listens after {begun:.2f} s")
    for name, path in [("home", "/"), ("question", "/find.html?q=phonics&from=P0001"), ("silos", "/silos.html"),
                       ("map drawn", "/trust-map.svg"), ("table", "/silos.csv")]:
        first = timed(base + path, cookie)
        rate, p50, p95, p99, errors = wrk(base + path, cookie)
        print(f"| {name} | {first:.0f} | {rate:,.0f} | {p50:.1f} | {p95:.1f} | {p99:.1f} | {errors:.0f} |")
    first = [timed(f"{base}/find.html?q={q}", cookie) for q in ["send", "reading", "maths", "behaviour", "attendance", "governance"]]
    print(f"| questions never asked before | {sum(first) / len(first):.0f} | | | | | 0 |")
    print(f"peak memory {memory(process):.0f} MB")
    process.terminate()


def datasette(folder):
    program = PEERS / "bin" / "datasette"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        if subprocess.run([PEERS / "bin" / "pip", "install", "-q", "datasette==0.65"]).returncode:
            return print("Datasette could not be installed.")
    base = Path(tempfile.mkdtemp()) / "trust.db"
    with sqlite3.connect(base) as db:
        for path in Path(folder).glob("*.csv"):
            rows = list(csv.reader(path.open(encoding="utf-8-sig")))
            columns = ", ".join(f'"{c}"' for c in rows[0])
            db.execute(f'create table "{path.stem}" ({columns})')
            marks = ", ".join("?" * len(rows[0]))
            db.executemany(f'insert into "{path.stem}" values ({marks})', [r for r in rows[1:] if len(r) == len(rows[0])])
    process = subprocess.Popen([program, base, "-p", "8917", "--setting", "suggest_facets", "off"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    start = time.time()
    while time.time() - start < 20:
        try:
            urllib.request.urlopen("http://127.0.0.1:8917/").read()
            break
        except OSError:
            time.sleep(0.05)
    print(f"Datasette on the same tables: listens after {time.time() - start:.2f} s")
    for name, path in [("home", "/"), ("a table of 100 rows", "/trust/people"),
                       ("a question by text", "/trust/expertise?topic__contains=Phonics"), ("table", "/trust/people.csv?_size=100")]:
        url = "http://127.0.0.1:8917" + path
        rate, p50, p95, p99, errors = wrk(url)
        print(f"| {name} | | {rate:,.0f} | {p50:.1f} | {p95:.1f} | {p99:.1f} | {errors:.0f} |")
    print(f"peak memory {memory(process):.0f} MB")
    process.terminate()


if __name__ == "__main__":
    program, server = sys.argv[1:3]
    people = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
    folder = tempfile.mkdtemp() + "/trust"
    subprocess.run([program, "sample", folder, "--people", str(people), "--ties", str(6 * people)], check=True, capture_output=True)
    print("| page | first, ms | requests a second | median, ms | 95%, ms | 99%, ms | errors |\n|---|--:|--:|--:|--:|--:|--:|")
    weft(server, folder, people)
    datasette(folder)
