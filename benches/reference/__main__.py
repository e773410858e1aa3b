#!/usr/bin/env python3
"""A second, independent scorer of Decision 06: exact fractions in Python, and the same rules as one SQL statement.

    python3 benches/reference TABLE.csv                     the columns of `cfc score --format csv`, without reasons
    python3 benches/reference TABLE.csv --against OUT.csv   compares with what `cfc score TABLE.csv -o OUT.csv` wrote
    python3 benches/reference TABLE.csv --coverage          which lines of the scales it reaches; fails on a hole
    python3 benches/reference --cases                       runs the cases written beside the rules

It reads the points, edges and rules from criteria/qd-06-2019.toml and shares no code with the Rust engine. The two
scripts are written out by hand, in Python and in SQL. Python 3.11 or later, nothing to install. TABLE has commas,
field ids as headers, and empty cells for missing figures.
"""

import csv
import sys

sys.dont_write_bytecode = True
from cases import cases  # noqa: E402
from coverage import coverage  # noqa: E402
from rules import Standard  # noqa: E402


def against(standard, path, other):
    """Compares cell by cell with a CSV of `cfc score`; prints the differences, True when there is none."""
    columns, different = standard.columns(), 0
    with open(other, encoding="utf-8-sig", newline="") as file:
        theirs = list(csv.DictReader(file))
    ours = [dict(zip(columns, standard.line(row))) for row in standard.read(path)]
    if len(ours) != len(theirs):
        print(f"{len(ours)} communes here, {len(theirs)} in {other}")
        return False
    for mine, other_row in zip(ours, theirs):
        for column in columns:
            if mine[column] != other_row[column]:
                different += 1
                print(f"{mine['code']} {column}: {mine[column]!r} here, {other_row[column]!r} in {other}")
    print(f"{len(ours)} communes, {len(columns)} columns, {different} cells differ")
    return different == 0


def main():
    standard = Standard()
    match sys.argv[1:]:
        case ["--cases"]:
            sys.exit(0 if cases(standard) else 1)
        case [path]:
            out = csv.writer(sys.stdout, lineterminator="\n")
            out.writerow(standard.columns())
            out.writerows(standard.line(row) for row in standard.read(path))
        case [path, "--coverage"]:
            sys.exit(0 if coverage(standard, path) else 1)
        case [path, "--against", other]:
            sys.exit(0 if against(standard, path, other) else 1)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
