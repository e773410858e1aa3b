#!/usr/bin/env python3
"""A million communes: `cfc score` against the same rules as one DuckDB statement.

    pip install duckdb==2.0.0
    cargo build --release
    python3 benches/versus_duckdb.py                 1,000,000 communes, 5 rounds
    python3 benches/versus_duckdb.py --country       3,321 communes, the whole country; start-up included

Both read the same CSV and write a CSV, in turns, on the same two cores. DuckDB gets all column types (nothing to
guess), two threads, yes/no as booleans, and neither the checks of the table nor the columns `failed`, `missing` and
`status` that cfc writes. Its statement comes from benches/reference, which reads criteria/qd-06-2019.toml.

Then every cell both have is compared (total, total_min, total_max, threshold, verdict, all criteria), and some thousand
rows also with exact fractions in Python. One difference ends the run with exit code 1.
"""

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "reference"))
sys.dont_write_bytecode = True
from rules import IDENTITY, Standard  # noqa: E402
from statement import Sql  # noqa: E402

COUNTRY = 3_321  # communes, wards and special zones since 01/07/2025
MISSING_PER_1000 = 2  # empty cells among the figures and area classes
AT_AN_EDGE_PER_100 = 6  # rates placed on an edge, or one case below it


# ---- the table ---------------------------------------------------------------------------------------------------
class Table:
    """SQL that writes fictional communes; every number comes from a hash of row and column, so it can be repeated."""

    def __init__(self, standard):
        self.standard, self.parts, self.salt = standard, {}, 0

    def draw(self, size):
        """0 to size - 1, evenly."""
        self.salt += 1
        return f"(hash(i, {self.salt}) % {size})::BIGINT"

    def put(self, name, sql):
        self.parts[name] = sql

    def share(self, whole, low, high):
        """`low` to `high` thousandths of `whole`, rounded down."""
        return f"{whole} * ({low} + {self.draw(high - low + 1)}) // 1000"

    def counts(self):
        """Sizes of the groups, with every group inside the one it is part of."""
        self.put("children", f"800 + {self.draw(5200)} + ({self.draw(95)} * {self.draw(95)})")
        self.put("children_last_year", self.share("children", 970, 1030))
        for name, whole, low, high in [
            ("under5", "children", 290, 325),
            ("under1", "children", 56, 64),
            ("under5_weighed", "under5", 965, 995),
            ("under5_measured", "under5", 960, 990),
            ("aged_3_36_months", "children", 160, 175),
            ("aged_3_5", "children", 180, 195),
            ("aged_5", "children", 57, 64),
            ("special_circumstances", "children", 15, 95),
            ("children_7_plus", "children", 540, 565),
        ]:
            self.put(name, self.share(whole, low, high))
        self.put("hamlets", f"4 + {self.draw(18)}")
        for name, none_in_100, most in [
            ("abused", 80, 4),
            ("abused_last_year", 30, 6),
            ("drug_addicted", 96, 3),
            ("serious_cases", 88, 4),
        ]:
            self.put(name, f"CASE WHEN {self.draw(100)} < {none_in_100} THEN 0 ELSE 1 + {self.draw(most)} END")
        self.put("activities", f"CASE WHEN {self.draw(100)} < 85 THEN 4 + {self.draw(6)} ELSE {self.draw(4)} END")
        for group in ("children", "adults"):
            self.put(
                f"survey_{group}", f"CASE WHEN {self.draw(200)} = 0 THEN {self.draw(30)} ELSE 40 + {self.draw(110)} END"
            )
            self.put(f"survey_{group}_satisfied", self.share(f"survey_{group}", 760, 1000))

    def rates(self):
        """The parts: mostly in the best band, sometimes lower, sometimes exactly on an edge or one below it."""
        for item in self.standard.items:
            indicator = item.indicator
            if indicator.yes_no:
                self.put(indicator.of, f"{self.draw(100)} < 95")
            elif indicator.over and not indicator.script:
                self.put(indicator.of, self.part(item))
        self.put("injury_deaths", f"CASE WHEN {self.draw(100)} < 97 THEN 0 ELSE least(injured, 1 + {self.draw(2)}) END")

    def part(self, item):
        """A part whose rate lies in a drawn band of the item's (first) list."""
        per, over = item.indicator.per, item.indicator.over
        bands = sorted(next(iter(item.lists.values())), key=lambda band: -band.points)
        edges = [edge for band in bands for edge in (band.low,) if edge is not None and edge < per]
        chances, cases = [820, 920, 970, 1000], []
        for chance, band in zip(chances[: len(bands) - 1] + [1000], bands):
            high = per if per == 100 and band.high is None else band.high or 2 * (band.low or 1)
            low = band.low if band.low is not None else high * 8 // 10 if per == 100 else 0
            cases.append((chance, int(low * 10), int(high * 10)))
        pick = self.draw(1000)
        within = " ".join(
            f"WHEN {pick} < {chance} THEN {low} + {self.draw(max(1, high - low + 1))}" for chance, low, high in cases
        )
        usual = f"{over} * (CASE {within} END) // {per * 10}"
        if not edges:
            return f"least({over}, {usual})"
        which = self.draw(len(edges))
        edge = " ".join(f"WHEN {n} THEN {int(edge)}" for n, edge in enumerate(edges))
        on = f"({over} * (CASE {which} {edge} END) + {per - 1}) // {per} - {self.draw(2)}"
        return (
            f"least({over}, greatest(0, CASE WHEN {self.draw(100)} < {AT_AN_EDGE_PER_100} THEN {on} ELSE {usual} END))"
        )

    def statement(self, rows, path):
        self.counts()
        self.rates()
        left = set(self.standard.types) - set(self.parts)
        if left:
            sys.exit(f"no figures are made up for {sorted(left)}")
        digits = max(5, len(str(rows)))
        classes = " ".join(f"WHEN {n} THEN '{name}'" for n, name in enumerate(self.standard.classes))
        identity = [
            f"lpad((i + 1)::VARCHAR, {digits}, '0') AS code",
            "'Xã Mẫu ' || (i + 1) AS name",
            "'Tỉnh Mẫu ' || (i % 34 + 1) AS province",
            "CASE WHEN i % 3 = 0 THEN 'Huyện Mẫu ' || (i % 600) END AS district",
            "2024 AS year",
            f"CASE WHEN {self.draw(1000)} >= {MISSING_PER_1000} THEN "
            f"CASE {self.draw(len(self.standard.classes))} {classes} END END AS area_class",
        ]
        figures = [f"{sql} AS {name}" for name, sql in self.parts.items()]
        cells = []
        for name, kind in self.standard.types.items():
            value = f"{name}::INTEGER" if kind == "yes-no" else name
            cells.append(f"CASE WHEN {self.draw(1000)} >= {MISSING_PER_1000} THEN {value} END AS {name}")
        return (
            f"COPY (SELECT {', '.join(IDENTITY)}, {', '.join(cells)} FROM (SELECT i, {', '.join(identity + figures)} "
            f"FROM range({rows}) t(i))) TO '{path}' (FORMAT csv, HEADER true, DELIMITER ',')"
        )


# ---- the runs ------------------------------------------------------------------------------------------------------
def worker(path, threads):
    """In a process of its own: runs one statement, prints seconds without the start of Python and the import."""
    import duckdb

    statement = Path(path).read_text("utf-8")
    start = time.perf_counter()
    connection = duckdb.connect()
    connection.execute(f"SET threads = {threads}; SET enable_progress_bar = false")
    connection.execute(statement)
    print(json.dumps({"seconds": time.perf_counter() - start, "version": duckdb.__version__}))


def run(command, cores=None):
    """(seconds, peak MiB, stdout) of a whole process."""
    command = (["taskset", "-c", cores] if cores else []) + [str(part) for part in command]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit code {process.returncode}: {' '.join(command)}")
    return seconds, usage.ru_maxrss / 1024, output


def duckdb(statement, folder, options):
    """(seconds of the statement, seconds of the process, peak MiB)"""
    path = folder / "statement.sql"
    path.write_text(statement, "utf-8")
    seconds, peak, output = run([sys.executable, __file__, "--worker", path], options.cores)
    return json.loads(output)["seconds"], seconds, peak


def cfc(source, target, options):
    """(seconds of the process, peak MiB)"""
    seconds, peak, _ = run([options.cfc, "score", source, "-o", target, *options.cfc_args], options.cores)
    return seconds, peak


# ---- the comparison ------------------------------------------------------------------------------------------------
def rows_of(path, columns):
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        places = [header.index(column) for column in columns]
        for row in reader:
            yield [row[place] for place in places]


def compare(first, second, columns, every=1, most_shown=20):
    """Stops the run when one cell differs; returns the verdicts. `second` is only asked for each `every`th row."""
    verdict, different, rows = columns.index("verdict"), 0, 0
    verdicts, rest = Counter(), iter(second)
    for number, ours in enumerate(first):
        verdicts[ours[verdict]] += 1
        rows += 1
        if number % every:
            continue
        theirs = next(rest, None)
        if ours != theirs:
            different += 1
            if different <= most_shown:
                cells = [f"{c}: {a!r} / {b!r}" for c, a, b in zip(columns, ours, theirs or []) if a != b]
                print(f"row {number + 2} ({ours[0]}) differs:", "; ".join(cells) or "no such row", file=sys.stderr)
    if different or next(rest, None) is not None:
        sys.exit(f"{different} of {rows} rows differ")
    return verdicts


def exact(standard, source, every):
    """Each `every`th row of the table, scored with fractions."""
    for number, row in enumerate(standard.read(source)):
        if number % every == 0:
            yield standard.line(row)


# ---- the report ----------------------------------------------------------------------------------------------------
def table(lines):
    """Markdown."""
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    show = lambda line: "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |"
    return "\n".join(
        [show(lines[0]), "|" + "|".join("-" * (width + 2) for width in widths) + "|", *map(show, lines[1:])]
    )


def seconds(times):
    digits = 3 if min(times) < 1 else 2
    return [f"{statistics.median(times):.{digits}f} s", f"{min(times):.{digits}f} s"]


def memory(peaks, floor):
    """The system counts a process from its start as a copy of this script, so nothing below that can be seen."""
    return f"{max(peaks):.0f} MiB" if max(peaks) > floor + 1 else f"up to {floor:.0f} MiB"


def report(options, times, floor):
    """The table for the README."""
    lines = [[f"{options.rows:,} communes", "median", "best", "peak memory"]]
    if times["cfc"]:
        lines.append(
            [
                "cfc score, whole process",
                *seconds([s for s, _ in times["cfc"]]),
                memory([m for _, m in times["cfc"]], floor),
            ]
        )
    peak = memory([m for _, _, m in times["duckdb"]], floor)
    lines.append(["DuckDB, the statement alone", *seconds([s for s, _, _ in times["duckdb"]]), peak])
    lines.append(["DuckDB, with the start of Python", *seconds([s for _, s, _ in times["duckdb"]]), peak])
    if times["cfc"]:
        for name, place in (("cfc / DuckDB, the statement alone", 0), ("cfc / DuckDB, whole processes", 1)):
            ours, theirs = [s for s, _ in times["cfc"]], [run_[place] for run_ in times["duckdb"]]
            lines.append(
                [
                    name,
                    f"{statistics.median(ours) / statistics.median(theirs):.2f}",
                    f"{min(ours) / min(theirs):.2f}",
                    "",
                ]
            )
    print(table(lines))


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cfc", default=HERE.parent / "target" / "release" / "cfc", help="the binary")
    parser.add_argument("--cfc-args", nargs="*", default=[], help="more arguments for `cfc score`")
    parser.add_argument("--without-cfc", action="store_true", help="DuckDB and the exact fractions only")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--country", action="store_true", help=f"{COUNTRY} communes, 20 rounds")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--cores", default="0,1", help="for taskset; empty: not pinned")
    parser.add_argument("--threads", type=int, default=2, help="of DuckDB")
    parser.add_argument("--exact", type=int, default=4000, help="rows also scored with exact fractions")
    parser.add_argument("--folder", type=Path, help="keeps the files here; otherwise a temporary folder")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    chosen.rows = COUNTRY if chosen.country else chosen.rows
    chosen.rounds = chosen.rounds or (20 if chosen.country else 5)
    return chosen


def bench(options, folder):
    standard = Standard()
    source, by_cfc, by_duckdb = folder / "communes.csv", folder / "cfc.csv", folder / "duckdb.csv"
    make = folder / "make.sql"
    make.write_text(Table(standard).statement(options.rows, source), "utf-8")
    _, _, output = run([sys.executable, __file__, "--worker", make])
    size = source.stat().st_size / 2**20
    print(
        f"{options.rows:,} communes, {size:.1f} MiB; DuckDB {json.loads(output)['version']}, "
        f"{options.threads} threads; cores {options.cores or 'any'}; {options.rounds} rounds after a warm-up"
    )
    sql = Sql(standard)
    statement = sql.statement(sql.source(source), by_duckdb)
    times = {"cfc": [], "duckdb": []}
    for round_ in range(options.rounds + 1):
        runs = {"duckdb": lambda: duckdb(statement, folder, options)}
        if not options.without_cfc:
            runs["cfc"] = lambda: cfc(source, by_cfc, options)
        for name in sorted(runs, reverse=round_ % 2 == 1):
            result = runs[name]()
            if round_:
                times[name].append(result)
    report(options, times, run(["true"], options.cores)[1])
    columns = standard.columns()
    every = max(1, options.rows // max(1, options.exact))
    verdicts = compare(rows_of(by_duckdb, columns), exact(standard, source, every), columns, every)
    print("verdicts:", ", ".join(f"{name} {count:,}" for name, count in sorted(verdicts.items())))
    print(f"DuckDB equals exact fractions in all {len(columns)} columns of {-(-options.rows // every):,} rows")
    if not options.without_cfc:
        compare(rows_of(by_duckdb, columns), rows_of(by_cfc, columns), columns)
        print(f"cfc equals DuckDB in all {len(columns)} columns of {options.rows:,} rows")


def main():
    chosen = options()
    if chosen.worker:
        return worker(chosen.worker, chosen.threads)
    if chosen.folder:
        chosen.folder.mkdir(parents=True, exist_ok=True)
        return bench(chosen, chosen.folder)
    with tempfile.TemporaryDirectory() as folder:
        return bench(chosen, Path(folder))


if __name__ == "__main__":
    main()
