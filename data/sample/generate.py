#!/usr/bin/env python3
"""Writes the sample tables of this folder, the same bytes every time. All communes are fictional.

    python3 data/sample/generate.py            writes the four tables and the lists in README.md
    python3 data/sample/generate.py --check    writes nothing; fails when a file differs from what would be written

Python 3.11 or later, nothing to install. communes.py has the rows, commune.py what they have in common; the typical
mistakes stand below. Headers in Vietnamese are the labels of criteria/qd-06-2019.toml.
"""

import sys
import tomllib
from pathlib import Path

sys.dont_write_bytecode = True
from commune import COLUMNS, FIGURES, IDENTITY, OTHER, Draw, best, rows, shows  # noqa: E402

import communes as _  # noqa: E402,F401  (its calls of `add` fill `rows` and `shows`)

HERE = Path(__file__).resolve().parent
STANDARD = HERE.parents[1] / "criteria" / "qd-06-2019.toml"

# ---- typical mistakes, one per row ------------------------------------------------------------------------------
MISTAKES = [  # (what is wrong, what cfc reports, column, text in the cell)
    ("nothing wrong", None, None, None),
    ("same code and year as the row above", "table/duplicate-commune", "code", "same"),
    ("1065, or 1.065? refused, never guessed", "cell/ambiguous-number", "children", "1.065"),
    ("more infants immunised than there are infants", "cell/above-other", "under1_immunised", "above"),
    ("a dash for none or for unknown", "cell/not-a-number", "injured", "-"),
    ("a word in a count", "cell/not-a-number", "abused", "không"),
    ("an error of a formula", "cell/not-a-number", "children_examined", "#DIV/0!"),
    ("a count below zero", "cell/negative", "offending", "-3"),
    ("yes or no misspelt", "cell/not-yes-no", "play_point", "kông"),
    ("area class misspelt", "cell/unknown-class", "area_class", "montain_island_or_hardship"),
    (f"the cell of `under5` is dropped, the header has {len(COLUMNS)} cells", "table/row-length", "under5", "dropped"),
    ("a percentage where a count is wanted", "cell/not-a-number", "kindergarten_enrolled", "98%"),
    ("the code 00000 after a spreadsheet dropped its zeros", "cell/short-code", "code", "0"),
    ("letter O for zero", "cell/not-a-number", "rights_aware", "1O50"),
    ("half a child", "cell/not-a-count", "under5_registered", "12,5"),
    ("no name", "cell/empty-identity", "name", ""),
]
# ---- points the first communes give themselves --------------------------------------------------------------------
CLAIMED = ["birth_registration", "injury", "immunisation", "play_culture_sport", "total"]
CLAIMS = [  # an empty text claims nothing
    ("50", "75", "50", "125", "1000"),
    ("50", "75", "50", "110", "985"),  # two edges of a scale taken for reached
    ("50", "75", "50", "125", "950"),
    ("50", "75", "50", "125", "1000"),  # a death left out of account
    ("50", "75", "50", "70", "915"),
    ("50", "", "", "125", ""),  # figures still missing
    ("50", "75", "35", "55", "840"),
    ("50", "45", "50", "110", "880"),  # less than it is due
    ("50", "75", "50", "95", "970"),
    ("", "", "", "", "1000"),  # only the total
]
MISTAKES_HEADER = ["| cell | column | text | what is wrong | reported as |", "|---|---|---|---|---|"]
WARNINGS = ["cell/short-code"]  # the others are errors


def mistakes():
    """(rows of texts, lines for README.md)"""
    table, lines = [], []
    for index, (what, report, column, text) in enumerate(MISTAKES):
        code = f"{90501 + index:05}"
        draw = Draw(code)
        row = dict(zip(IDENTITY, [code, f"Xã Mẫu Lỗi {index + 1:02}", "Tỉnh Mẫu Bình", "", "2024", OTHER]))
        row = {key: cell(value) for key, value in (row | best(draw, OTHER, draw("size", 1300, 5200), {})).items()}
        if text == "above":
            text = str(int(row["under1"]) + 4)
        elif text == "same":
            text = table[-1][0]
        texts = list(row.values())
        where = f"row {index + 2}"
        if column:
            position = COLUMNS.index(column)
            where = f"{letters(position + 1)}{index + 2}"
            if text == "dropped":
                del texts[position]
                where, column, text = f"row {index + 2}", None, f"{len(texts)} cells"
            else:
                texts[position] = text
        table.append(texts)
        shown = (f"`{text}`" if text else "(empty)") if column else text or "—"
        column = f"`{column}`" if column else "—"
        report = f"`{report}`" + " (a warning)" * (report in WARNINGS) if report else "—"
        lines.append(f"| {where} | {column} | {shown} | {what} | {report} |")
    return table, lines


def letters(column):
    """1 is A, 27 is AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def cell(value):
    return "" if value is None else str(value)


def csv(table, mark, end):
    """No cell of these tables holds a quote or a line break."""
    assert not any('"' in text for line in table for text in line)
    return "".join(mark.join(f'"{text}"' if mark in text else text for text in line) + end for line in table)


def labels():
    """Vietnamese header of each column."""
    identity = ["Mã xã", "Tên xã", "Tỉnh, thành phố", "Quận, huyện", "Năm", "Loại địa bàn"]
    standard = tomllib.loads(STANDARD.read_text("utf-8"))
    known = {field["id"]: field["label"]["vi"] for field in standard["field"]}
    classes = {klass["id"]: klass["label"]["vi"] for klass in standard["area_class"]}
    return identity + [known[field] for field in FIGURES], classes


def readme(text, name, lines):
    """`text` with the lines between the two marks of `name` replaced."""
    start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    before, rest = text.split(start)
    return before + start + "\n".join(lines) + "\n" + end + rest.split(end)[1]


def files():
    """Name and bytes of every file."""
    table = [[cell(row[column]) for column in COLUMNS] for row in rows]
    yield "communes.csv", csv([COLUMNS, *table], ",", "\n").encode()
    header, classes = labels()
    place = COLUMNS.index("area_class")
    first = [line[:place] + [classes[line[place]]] + line[place + 1 :] for line in table[:10]]
    yield "communes-vi.csv", csv([header, *first], ";", "\r\n").encode("utf-8-sig")
    claimed = [line + list(claims) for line, claims in zip(table, CLAIMS, strict=False)]
    yield "self-scores.csv", csv([COLUMNS + [f"self.{what}" for what in CLAIMED], *claimed], ",", "\n").encode()
    wrong, wrong_lines = mistakes()
    yield "mistakes.csv", csv([COLUMNS, *wrong], ";", "\r\n").encode("utf-8-sig")
    lines = ["| row | code | class | shows |", "|---|---|---|---|"]
    for index, (row, what) in enumerate(zip(rows, shows)):
        lines.append(f"| {index + 2} | {row['code']} | {row['area_class'] or '(empty)'} | {what} |")
    text = (HERE / "README.md").read_text("utf-8")
    text = readme(text, "communes", lines)
    text = readme(text, "mistakes", [*MISTAKES_HEADER, *wrong_lines])
    yield "README.md", text.encode()


def main():
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    different = []
    for name, content in files():
        path = HERE / name
        if not path.exists() or path.read_bytes() != content:
            different.append(name)
            if not check:
                path.write_bytes(content)
    print(f"{len(rows)} communes;", "differ:" if check else "written:", ", ".join(different) or "none")
    sys.exit(1 if check and different else 0)


if __name__ == "__main__":
    main()
