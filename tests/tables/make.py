"""Writes the tables of this folder: those of openpyxl, xlwt and LibreOffice, and the text tables.

    pip install openpyxl xlwt          # and LibreOffice (soffice) on the path
    python3 tests/tables/make.py       # writes *.xlsx *.xls *.ods *.csv beside itself

Each has one fault or more; what must be found stands beside it in <name>.expect (see tests/tables_books/main.rs).
The files are kept so that tests need neither Python nor LibreOffice. Those whose names begin with `x-` are written by
rust_xlsxwriter: tests/tables_books/written.rs.
"""
import datetime
import io
import pathlib
import shutil
import struct
import subprocess
import tempfile
import zipfile

import openpyxl
import xlwt
from xlwt.CompoundDoc import XlsDoc

HERE = pathlib.Path(__file__).parent
HEAD = ["code", "name", "area_class", "children", "infants", "immunised", "officer", "taking_part", "playground", "water"]
LABELS = ["Mã xã", "Tên xã", "Địa bàn", "Tổng số trẻ em", "Trẻ dưới 1 tuổi", "Trẻ được tiêm chủng", "Có cán bộ trẻ em",
          "Tỷ lệ tham gia", "Diện tích sân chơi", "Nguồn nước"]
ONE = ["00001", "Xã Một", "Phường", 200, 50, 49, "có", 80, 12.5, "tap"]
TWO = ["00002", "Xã Hai", "Xã miền núi", 100, 20, 20, "không", 79.5, 10, "Giếng"]
THREE = ["00003", "Xã Ba", "ward", 300, 60, 30, "có", 100, 0.5, "well"]
ROWS = [ONE, TWO, THREE]


def changed(row, **cells):
    row = list(row)
    for name, value in cells.items():
        row[HEAD.index(name)] = value
    return row


def book(*sheets, formats=(), merges=(), hidden=(), widths=None):
    """A workbook of openpyxl: (name, rows) for each sheet; formats are (cell, code) on the first."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(at, column, value)
        if name in hidden:
            sheet.sheet_state = hidden[name]
    first = made.worksheets[0]
    for cell, code in formats:
        first[cell].number_format = code
    for area in merges:
        first.merge_cells(area)
    return made


def save(made, name):
    made.properties.created = made.properties.modified = datetime.datetime(2024, 1, 1)
    made.save(HERE / name)


def replaced(name, part, *pairs):
    """Edits a part of a workbook by hand, as no writer would."""
    path = HERE / name
    data = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == part:
                for before, after in pairs:
                    assert before in content, (name, before)
                    content = content.replace(before, after)
            new.writestr(entry, content)


def office(name, kind, made=None, source=None):
    """The same through LibreOffice: opened, computed, saved as another kind."""
    with tempfile.TemporaryDirectory() as folder:
        before = pathlib.Path(folder) / ("in." + (source or "xlsx"))
        if source:
            before.write_bytes(made)
        else:
            made.save(before)
        out = pathlib.Path(folder) / "out"
        subprocess.run(["soffice", "-env:UserInstallation=file:///tmp/office-for-tests", "--headless", "--convert-to",
                        kind, "--outdir", str(out), str(before)], check=True, capture_output=True, timeout=120)
        shutil.copy(out / f"in.{kind.split(':')[0]}", HERE / name)


def openpyxl_books():
    save(book(("Sheet1", [HEAD, *ROWS])), "plain.xlsx")
    save(book(("Sheet1", [LABELS, *ROWS])), "labels.xlsx")
    title = [["ỦY BAN NHÂN DÂN TỈNH"], ["Biểu tổng hợp số liệu trẻ em năm 2024"], [None, "Đơn vị tính: người"], []]
    save(book(("Sheet1", [*title, LABELS, *ROWS]), merges=["A1:J1", "A2:J2"]), "title-rows.xlsx")
    broken = [label.replace(" ", "\n", 1) for label in LABELS]
    save(book(("Sheet1", [broken, *ROWS])), "line-breaks-in-header.xlsx")
    units = [*LABELS[:3], "Tổng số trẻ em (người)", "Trẻ dưới 1 tuổi (trẻ) (5)", "Trẻ được tiêm chủng (ĐVT: trẻ)",
             "Có cán bộ trẻ em (có/không)", "Tỷ lệ tham gia (%)", LABELS[8], LABELS[9]]
    save(book(("Sheet1", [units, *ROWS])), "units-in-header.xlsx")
    save(book(("Sheet1", [[*LABELS[:4], "Trẻ dưới 1 tuổi (%)", *LABELS[5:]], *ROWS])), "per-cent-in-header-of-count.xlsx")
    save(book(("Sheet1", [[*LABELS[:4], "Trẻ dưới 1 tuổi (nữ)", *LABELS[5:]], *ROWS])), "girls-only-column.xlsx")
    two = [["Mã xã", "Tên xã", "Địa bàn", "Trẻ em", None, None, "Điều kiện", None, None, None],
           [None, None, None, "Tổng số trẻ em", "Trẻ dưới 1 tuổi", "Trẻ được tiêm chủng", *LABELS[6:]]]
    areas = ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:J1"]
    save(book(("Sheet1", [*two, *ROWS]), merges=areas), "two-line-header.xlsx")
    split = [["Mã xã", "Tên xã", "Địa bàn", "Tổng số trẻ em", "Trẻ", None, *LABELS[6:]],
             [None, None, None, None, "dưới 1 tuổi", "được tiêm chủng", None, None, None, None]]
    areas = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:G2", "H1:H2", "I1:I2", "J1:J2"]
    save(book(("Sheet1", [*split, *ROWS]), merges=areas), "header-joined-from-two-lines.xlsx")
    three = [["Biểu 1"], *split[:1], split[1], ["A", "B", "C", 1, 2, 3, 4, 5, 6, 7]]
    areas = ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:G3", "H2:H3", "I2:I3", "J2:J3", "A1:J1"]
    save(book(("Sheet1", [*three, *ROWS]), merges=areas), "column-letters-below-header.xlsx")
    numbers = [f"({n})" for n in range(1, 11)]
    numbers[5] = "(6)=(5)*98/100"
    save(book(("Sheet1", [LABELS, numbers, *ROWS])), "column-numbers.xlsx")
    save(book(("Sheet1", [LABELS, [None, None, None, "người", "trẻ", "trẻ", None, "%"], *ROWS])), "units-row.xlsx")
    save(book(("Sheet1", [HEAD, *ROWS, ["Tổng cộng", None, None, 600, 130, 99]]), merges=["A5:C5"]), "totals-at-end.xlsx")
    save(book(("Sheet1", [HEAD, [None, "Toàn tỉnh", None, 600, 130, 99], *ROWS])), "totals-at-top.xlsx")
    save(book(("Sheet1", [HEAD, ONE, ["00009", "Tổng", "ward", 5, 4, 3, "có", 1, 1, "tap"]])), "commune-called-tong.xlsx")
    save(book(("Sheet1", [HEAD, ONE, changed(TWO, code=None, name="Cộng Hòa")])), "commune-without-code.xlsx")
    save(book(("Sheet1", [HEAD, ONE, [], [None, " "], TWO, [], THREE])), "blank-rows.xlsx")
    signed = [[], [None, None, None, None, "Xã Mẫu, ngày 15 tháng 01 năm 2025"],
              [None, "NGƯỜI LẬP BIỂU", None, None, "CHỦ TỊCH"], [None, "(Ký, họ tên)", None, None, "(Ký, đóng dấu)"],
              [None, "Trần Văn Mẫu"]]
    save(book(("Sheet1", [HEAD, *ROWS, *signed])), "signatures.xlsx")
    save(book(("Sheet1", [HEAD, ONE, HEAD, TWO, HEAD, THREE])), "header-on-every-page.xlsx")
    save(book(("Hướng dẫn", [["Điền vào trang 2"]]), ("Số liệu", [HEAD, *ROWS])), "guide-before-table.xlsx")
    save(book(("A", [HEAD, *ROWS]), ("B", [HEAD, *ROWS])), "two-equal-sheets.xlsx")
    save(book(("Bản cũ", [HEAD, ONE]), ("Số liệu", [HEAD, *ROWS]), hidden={"Bản cũ": "hidden"}), "hidden-sheet.xlsx")
    save(book(("X", [HEAD, ONE]), ("Số liệu", [HEAD, *ROWS]), hidden={"X": "veryHidden"}), "very-hidden-sheet.xlsx")
    save(book(("Nháp", [HEAD[:4], [*ONE[:4]]]), ("Số liệu", [HEAD, *ROWS])), "poorer-sheet.xlsx")
    save(book(("S", [HEAD, *ROWS, [], LABELS, ONE])), "second-table-below.xlsx")
    save(book(("S", [["x", "y"], [1, 2]])), "no-header.xlsx")
    save(book(("S", [])), "empty.xlsx")
    save(book(("S", [HEAD])), "header-only.xlsx")
    save(book(("S", [[None, None, *HEAD], *[[None, i, *row] for i, row in enumerate(ROWS, 1)]])), "table-not-at-a1.xlsx")
    provinces = [["Tỉnh", *HEAD], ["Tỉnh A", *ONE], [None, *TWO], ["Tỉnh B", *THREE]]
    save(book(("S", provinces), merges=["A2:A3"]), "merged-provinces.xlsx")
    save(book(("S", [["STT", *HEAD], *[[i, *row] for i, row in enumerate(ROWS, 1)]])), "serial-numbers.xlsx")
    # cells
    texts = [changed(ONE, children="200", infants="50 ", taking_part="80,0", playground="12,5")]
    save(book(("S", [HEAD, *texts])), "numbers-as-text.xlsx")
    save(book(("S", [HEAD, changed(ONE, children="1.065")])), "ambiguous-text.xlsx")
    save(book(("S", [HEAD, changed(ONE, playground=1.065)])), "three-decimals-as-number.xlsx")
    save(book(("S", [HEAD, changed(ONE, immunised=0.98)]), formats=[("F2", "0%")]), "per-cent-for-count.xlsx")
    save(book(("S", [HEAD, changed(ONE, immunised=1)]), formats=[("F2", "0.00%")]), "hundred-per-cent-for-count.xlsx")
    save(book(("S", [HEAD, changed(ONE, taking_part=0.805)]), formats=[("H2", "0.0%")]), "per-cent-cell.xlsx")
    save(book(("S", [HEAD, changed(ONE, taking_part=0.8055)]), formats=[("H2", "0%")]), "per-cent-too-exact.xlsx")
    save(book(("S", [HEAD, changed(ONE, infants=datetime.date(2024, 3, 5))])), "date-for-count.xlsx")
    save(book(("S", [HEAD, changed(ONE, infants=datetime.time(5, 30))])), "time-for-count.xlsx")
    save(book(("S", [HEAD, changed(ONE, officer=True), changed(TWO, officer=False)])), "booleans.xlsx")
    save(book(("S", [HEAD, changed(ONE, children=True)])), "boolean-for-count.xlsx")
    save(book(("S", [HEAD, changed(ONE, children="=50+150")])), "formula-not-computed.xlsx")
    save(book(("S", [HEAD, changed(ONE, name='=CONCATENATE("Xã"," Một")')])), "name-not-computed.xlsx")
    save(book(("S", [HEAD, changed(ONE, immunised=48.99999999999999)])), "nearly-whole.xlsx")
    save(book(("S", [HEAD, changed(ONE, immunised=12.000000000000002)])), "hardly-more-than-whole.xlsx")
    # openpyxl rounds to 16 digits; Excel does not.
    replaced("hardly-more-than-whole.xlsx", "xl/worksheets/sheet1.xml", (b"<v>12</v>", b"<v>12.000000000000002</v>"))
    save(book(("S", [HEAD, changed(ONE, immunised=-0.0)])), "negative-zero.xlsx")
    replaced("negative-zero.xlsx", "xl/worksheets/sheet1.xml", (b'<c r="F2" t="n"><v>-0</v>', b'<c r="F2" t="n"><v>-0.0</v>'))
    save(book(("S", [HEAD, changed(ONE, code=1), changed(TWO, code=2)])), "codes-as-numbers.xlsx")
    save(book(("S", [HEAD, changed(ONE, code=1)]), formats=[("A2", "00000")]), "codes-formatted.xlsx")
    save(book(("S", [HEAD, changed(ONE, infants="-", immunised="x")])), "dashes.xlsx")
    save(book(("S", [HEAD, changed(ONE, immunised="Không"), changed(TWO, immunised="chưa có", children="không")])),
         "declared-words.xlsx")
    save(book(("S", [HEAD, changed(ONE, infants=0, immunised=5)])), "part-above-whole.xlsx")
    save(book(("S", [HEAD, ONE, changed(TWO, code="00001")])), "commune-twice.xlsx")
    save(book(("S", [HEAD, changed(ONE, children="#N/A", infants="#DIV/0!")])), "errors-as-text.xlsx")
    made = book(("S", [HEAD, ONE]))
    made["S"]["D2"].value, made["S"]["D2"].data_type = "#REF!", "e"
    save(made, "error-value.xlsx")
    save(book(("S", [["\u200b Mã  XÃ", *LABELS[1:]], *ROWS])), "odd-blanks-in-header.xlsx")
    save(book(("S", [HEAD, *[[*row, None, "ghi chú"] for row in ROWS]])), "cells-beyond-header.xlsx")
    save(book(("S", [[*HEAD[:4], "children", *HEAD[5:]], *ROWS])), "column-twice.xlsx")
    made = book(("S", [HEAD, ONE]))
    made.create_chartsheet("Biểu đồ")
    save(made, "with-chart-sheet.xlsx")
    save(book(("S", [HEAD, *ROWS])), "macros.xlsm")
    replaced("macros.xlsm", "[Content_Types].xml",
             (b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
              b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"))


def found_by_headings():
    """Headings above a column that make another figure of it, and those that do not; names under other headers."""
    def under(heading, first, last):
        """The labels from a column to another under a heading, all others in two rows."""
        letters, inside = "ABCDEFGHIJ", range(first, last + 1)
        top = [heading if at == first else None if at in inside else label for at, label in enumerate(LABELS)]
        low = [label if at in inside else None for at, label in enumerate(LABELS)]
        areas = [f"{letter}1:{letter}2" for at, letter in enumerate(letters) if at not in inside]
        areas += [f"{letters[first]}1:{letters[last]}1"] if last > first else []
        return book(("S", [top, low, *ROWS]), merges=areas)
    save(book(("S", [[*LABELS[:5], "Trẻ được tiêm chủng %", *LABELS[6:]], *ROWS])), "per-cent-behind-label.xlsx")
    save(book(("S", [[*LABELS[:7], "Tỷ lệ tham gia (‰)", *LABELS[8:]], *ROWS])), "per-mille-for-per-cent.xlsx")
    save(under("Tỷ lệ (%)", 5, 5), "per-cent-heading-over-count.xlsx")
    save(book(("S", [[*[None] * 5, "Tỷ lệ (%)"], LABELS, *ROWS])), "per-cent-heading-in-row-above.xlsx")
    save(under("Tỷ lệ (%)", 7, 7), "per-cent-heading-over-per-cent.xlsx")
    save(under("Trong đó: nữ", 4, 5), "girls-heading-over-two.xlsx")
    save(under("Năm trước", 4, 5), "last-year-heading-over-two.xlsx")
    save(under("Nhóm chỉ tiêu y tế", 4, 5), "group-heading-over-two.xlsx")
    save(under("Số trẻ được tiêm trên 100 trẻ", 4, 5), "item-title-over-two.xlsx")
    save(under("1. Cuộc sống (do Hội Phụ nữ cung cấp)", 4, 5), "agency-in-heading.xlsx")
    nation = [[None] * 4 + ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], [None] * 4 + ["BIỂU TỔNG HỢP TỶ LỆ TRẺ EM"], LABELS]
    save(book(("S", [*nation, *ROWS]), merges=["E1:J1", "E2:J2"]), "title-over-figures.xlsx")
    split = [[*LABELS[:5], LABELS[5], None, *LABELS[6:]], [None] * 5 + ["Số lượng", "%"]]
    rows = [[*row[:6], 98.5, *row[6:]] for row in ROWS]
    areas = [*(f"{c}1:{c}2" for c in "ABCDEHIJK"), "F1:G1"]
    save(book(("S", [*split, *rows]), merges=areas), "number-and-per-cent.xlsx")
    split = [[*LABELS[:7], LABELS[7], None, *LABELS[8:]], [None] * 7 + ["Số lượng", "%"]]
    rows = [[*row[:7], 160, *row[7:]] for row in ROWS]
    areas = [*(f"{c}1:{c}2" for c in "ABCDEFGJK"), "H1:I1"]
    save(book(("S", [*split, *rows]), merges=areas), "number-under-per-cent.xlsx")
    for name, header in (("kinds", "Xã/phường/thị trấn"), ("unit", "Đơn vị")):
        save(book(("S", [["Mã xã", header, *LABELS[2:]], *ROWS])), f"name-under-{name}.xlsx")
    save(book(("S", [["Đơn vị", *LABELS], *[["Huyện Mẫu", *row] for row in ROWS]])), "unit-beside-name.xlsx")


def found_by_rows():
    """Rows that are no communes though they look like some, and communes that do not look like any."""
    def total(code, name="Tổng cộng"):
        return [code, name, "Phường", 600, 130, 99, "có", 80, 12.5, "tap"]
    for name, row in (("x", total("x")), ("dash", total("-")), ("12", total(12)), ("h01", total("H01", "Toàn huyện"))):
        save(book(("S", [HEAD, *ROWS, row])), f"sum-with-code-{name}.xlsx")
    groups = [[None, "Huyện Mẫu Hạ", None, 500], ONE, [None, "Cộng huyện Mẫu Hạ", None, 200], ["II. Huyện Mẫu Giang"], TWO,
              [None, "Cộng (1 xã)", None, 100], THREE, [None, "TOÀN HUYỆN (3 xã)", None, 600],
              [None, "Bình quân", None, 200], [None, "Tỷ lệ %", None, 90]]
    save(book(("S", [HEAD, *groups]), merges=["A5:J5"]), "districts-and-sums.xlsx")
    save(book(("S", [[None, *HEAD], *[[at, *row] for at, row in enumerate(ROWS, 1)], ["Tổng cộng", None, None, None, 600]])),
         "sum-in-column-without-header.xlsx")
    numbers = ["A", "B", "C", *range(1, 8)]
    save(book(("S", [LABELS, numbers, ONE, LABELS, numbers, TWO, THREE])), "column-numbers-on-every-page.xlsx")
    numbers = [f"({n})" for n in range(1, 11)]
    save(book(("S", [LABELS, numbers, ONE, numbers, TWO, THREE])), "column-numbers-alone-on-every-page.xlsx")
    late = [[*TWO[:3], *[None] * 7, "Xác nhận sau"], [*THREE[:3]]]
    save(book(("S", [[*HEAD, "Ghi chú"], ONE, *late])), "communes-without-figures-at-end.xlsx")
    notes = [[], ["Ghi chú"], ["(*) Số liệu do trạm y tế cung cấp"], ["Nguồn: Phòng Mẫu"], [None, "Người lập"]]
    save(book(("S", [HEAD, *ROWS, *notes])), "notes-below.xlsx")
    save(book(("S", [HEAD, ONE, [None, "Xã Mẫu", "ward", 5, 4, 3, None, None, None, "(*) tạm"]])), "commune-without-code-and-note.xlsx")


def found_by_sheets():
    """Which sheet is read, and figures in merged cells."""
    save(book(("Mẫu biểu", [["Tỉnh", *HEAD]]), ("Số liệu", [HEAD, *ROWS])), "empty-form-beside-table.xlsx")
    extra = [["Tỉnh", *HEAD], *[["Tỉnh A", *row] for row in ROWS]]
    save(book(("2023", extra), ("2024", [HEAD, *ROWS])), "last-year-with-more-columns.xlsx")
    save(book(("Hướng dẫn", [["Điền vào trang 2"]]), ("Số liệu", [HEAD, *ROWS]), hidden={"Số liệu": "hidden"}),
         "table-on-hidden-sheet.xlsx")
    years = [["year", *HEAD], [2024, *THREE], [None, *ONE], [2023, *TWO]]
    save(book(("S", years), merges=["A2:A3"]), "merged-year.xlsx")
    save(book(("S", [HEAD, ONE, changed(THREE, area_class=None), TWO]), merges=["C2:C3"]), "merged-class.xlsx")
    save(book(("S", [HEAD, ONE, changed(TWO, infants=None), THREE]), merges=["E2:E3"]), "merged-figure.xlsx")
    save(book(("S", [HEAD, changed(ONE, immunised=None), TWO]), merges=["E2:F2"]), "merged-figures-of-one-commune.xlsx")
    sign = changed(ONE, immunised="chưa có")
    save(book(("S", [HEAD, sign, changed(TWO, immunised=None)]), merges=["F2:F3"]), "merged-sign.xlsx")
    save(book(("S", [HEAD, ONE, [], TWO]), merges=["D2:D3", "I2:I3"]), "figure-merged-with-blank-row.xlsx")
    odd = ["0 0001", "00.002", "'00003", "０００04", 5.5, "000006", "12a45"]
    save(book(("S", [HEAD, *[changed(ONE, code=code, name=f"Xã {at}") for at, code in enumerate(odd)]])), "odd-codes.xlsx")


def texts():
    """Text tables as people save them."""
    def lines(rows, mark=",", end="\r\n"):
        def cell(value):
            text = str(value).replace(".", ",") if mark == ";" and isinstance(value, float) else str(value)
            return f'"{text}"' if mark in text or "\n" in text else text
        return "".join(mark.join("" if value is None else cell(value) for value in row) + end for row in rows)

    def write(name, text, encoding="utf-8"):
        (HERE / name).write_bytes(text.encode(encoding))
    write("plain.csv", lines([HEAD, *ROWS], end="\n"))
    write("tabs.tsv", lines([HEAD, *ROWS], "\t"))
    write("vietnamese-excel.csv", "\ufeff" + lines([LABELS, *ROWS], ";"))
    write("unicode-text.csv", lines([LABELS, *ROWS], "\t"), "utf-16")
    write("separator-said.csv", "sep=;\r\n" + lines([HEAD, *ROWS], ";"))
    write("line-breaks-in-header.csv", lines([[label.replace(" ", "\n", 1) for label in LABELS], *ROWS]))
    write("units-in-header.csv", lines([[*LABELS[:3], "Tổng số trẻ em (người)", *LABELS[4:7], "Tỷ lệ tham gia (%)",
                                         *LABELS[8:]], *ROWS]))
    write("empty-columns.csv", lines([[*HEAD, None, None], *[[*row, None, None] for row in ROWS], [None] * 12]))
    write("zeros-lost.csv", lines([HEAD, changed(ONE, code=1)]))
    write("signs.csv", lines([HEAD, changed(ONE, immunised="-"), changed(TWO, infants="x", immunised="không")]))
    write("sum-row.csv", lines([HEAD, *ROWS, [None, "Tổng cộng", None, 600]]))
    write("title-row.csv", "Biểu tổng hợp,,,,,,,,,\r\n" + lines([HEAD, *ROWS]))
    text_forms(lines, write)
    write("short-row.csv", lines([HEAD, ONE, TWO[:7]]))
    write("formula.csv", lines([HEAD, changed(ONE, children="=150+50", infants="#DIV/0!")]))
    write("thousands.csv", lines([HEAD, changed(ONE, children="1.065"), changed(TWO, children="1 500 050")]))


def text_forms(lines, write):
    """The forms of offices, saved as text: titles of other lengths, headers on several lines, sums and signatures."""
    wide = len(HEAD)
    title = [["BIỂU TỔNG HỢP", *[None] * (wide - 1)], [None, "Đơn vị tính: người", *[None] * (wide - 2)]]
    total = [None, "Tổng cộng", None, 600, 130, 99, None, None, None, None]
    signed = [[None] * wide, [None, "NGƯỜI LẬP BIỂU", None, None, "CHỦ TỊCH", *[None] * 5],
              [None, "(Ký, họ tên)", None, None, "(Ký, đóng dấu)", *[None] * 5]]
    numbers = ["A", "B", "C", *[f"({n})" for n in range(1, 8)]]
    two = [["Mã xã", "Tên xã", "Địa bàn", "Trẻ em", None, None, "Điều kiện", None, None, None],
           [None, None, None, *LABELS[3:]]]
    write("text-titles-and-sum.csv", "\ufeff" + lines([*title, LABELS, *ROWS, total], ";"))
    # Titles as another program leaves them: without delimiters, with the other mark, with a cell more than the table.
    bare = "Biểu tổng hợp, năm 2024, toàn tỉnh\r\n\r\na;b;c;d;e;f;g;h;i;j;k;l\r\n"
    write("text-bare-titles.csv", bare + lines([LABELS, *ROWS, ["Tổng cộng", None, None, 600]], ";"))
    write("text-two-line-header.csv", lines([*title, *two, numbers, *ROWS, total, *signed]))
    broken = [label.replace(" ", "\n", 1) for label in LABELS]
    write("text-quoted-header.csv", lines([["Biểu 1\nnăm 2024"], broken, [None, None, None, "người", "trẻ", "trẻ"], *ROWS]))
    write("text-unicode-titles.csv", lines([*title, LABELS, *ROWS, *signed], "\t"), "utf-16")
    write("text-titles.tsv", lines([["Biểu 1"], [], LABELS, ONE, TWO, LABELS, THREE], "\t", "\n"))
    write("text-separator-and-title.csv", "sep=;\r\n" + lines([["Biểu 1, năm 2024"], HEAD, *ROWS, total], ";"))
    write("text-header-on-every-page.csv", lines([HEAD, ONE, HEAD, TWO, HEAD, THREE]))
    write("text-signatures.csv", lines([HEAD, *ROWS, total, *signed]))
    write("text-old-mac.csv", lines([*title, HEAD, ONE, total, TWO, THREE, *signed], end="\r"))
    # A comma too many is an error below a title as anywhere: the cells cannot be told apart.
    shifted = lines([ONE, THREE]).replace("12.5", "12,5")
    write("text-title-and-shifted-row.csv", lines([["Biểu 1"], HEAD]) + shifted + lines([total]))
    write("text-second-table-below.csv", lines([["Biểu 1"], HEAD, *ROWS, [], LABELS, ONE]))
    write("text-short-code-below-title.csv", lines([["Biểu 1"], HEAD, changed(ONE, code=1), changed(TWO, infants="x")]))


def xls_books():
    def sheet_of(rows, name, formats=()):
        made = xlwt.Workbook(encoding="utf-8")
        sheet = made.add_sheet("Biểu 1")
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                style = next((xlwt.easyxf(num_format_str=code) for place, code in formats if place == (at, column)), None)
                if value is not None:
                    sheet.write(at, column, value, style) if style else sheet.write(at, column, value)
        return made, sheet
    sheet_of([HEAD, *ROWS], "")[0].save(str(HERE / "plain.xls"))
    sheet_of([["Tiêu đề"], [], LABELS, *ROWS, ["Cộng", None, None, 600]], "")[0].save(str(HERE / "title-and-totals.xls"))
    per_cent = [HEAD, changed(ONE, taking_part=0.8, immunised=1)]
    sheet_of(per_cent, "", [((1, 7), "0%"), ((1, 5), "0.0%")])[0].save(str(HERE / "per-cent.xls"))
    sheet_of([HEAD, changed(ONE, code=1)], "", [((1, 0), "00000")])[0].save(str(HERE / "codes-formatted.xls"))
    sheet_of([HEAD, changed(ONE, infants=datetime.date(2024, 3, 5))], "", [((1, 4), "DD/MM/YYYY")])[0].save(
        str(HERE / "date.xls"))
    made, sheet = sheet_of([HEAD, *ROWS], "")
    other = made.add_sheet("Ẩn")
    other.visibility = 1
    other.write(0, 0, "x")
    made.save(str(HERE / "hidden-sheet.xls"))
    # xlwt computes nothing; the row that waits for a commune has nothing but formulas.
    computed = [HEAD, changed(ONE, children="=150+50"), changed(TWO, officer='=IF(D3>0,"có","không")')]
    waiting = [None, None, None, '=IF(A4="","",1)', *[None] * 6]
    sheet_of([*with_formulas(computed), with_formulas([waiting])[0]], "")[0].save(str(HERE / "formula-not-computed.xls"))
    # Excel counts borders of empty cells to the size of a sheet.
    made, sheet = sheet_of([HEAD, *ROWS], "")
    sheet.write(65_535, 255, None, xlwt.easyxf("borders: left thin"))
    made.save(str(HERE / "borders-far-away.xls"))
    # Excel stores 0 where formulas go round in a circle, here over two sheets, and through the name of the own one.
    made, sheet = sheet_of([HEAD, changed(ONE, infants=None), TWO, changed(THREE, immunised=None)], "")
    made.add_sheet("Biểu 2").write(0, 0, xlwt.Formula("'Biểu 1'!E2"))
    sheet.write(1, 4, xlwt.Formula("'Biểu 2'!A1"))
    sheet.write(3, 5, xlwt.Formula("'Biểu 1'!F4"))
    made.save(str(HERE / "circular-two-sheets.xls"))
    data = (HERE / "circular-two-sheets.xls").read_bytes()
    nothing = struct.pack("<Q", 0xFFFF_0000_0000_0003)
    assert data.count(nothing) == 3
    (HERE / "circular-two-sheets.xls").write_bytes(data.replace(nothing, bytes(8)))


def with_formulas(rows):
    return [[xlwt.Formula(value[1:]) if isinstance(value, str) and value.startswith("=") else value for value in row]
            for row in rows]


def excel_95():
    """A workbook as Excel 5 and 95 wrote it, which no writer of today does: record by record. How its numbers are shown
    is said in a way that is not understood, so 0.8 may be 80 %."""
    def record(kind, data=b""):
        return struct.pack("<HH", kind, len(data)) + data

    def cell(row, column, value):
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            letters = value.encode("cp1258")
            return record(0x0204, place + struct.pack("<H", len(letters)) + letters)
        return record(0x0203, place + struct.pack("<d", value))
    rows = [HEAD, ["00001", "Xa\u0303 Mâ\u0303u", "ward", 200, 50, 49, "có", 0.8, 12.5, "tap"]]
    cells = b"".join(cell(at, column, value) for at, row in enumerate(rows) for column, value in enumerate(row))
    head = record(0x0809, struct.pack("<HHHH", 0x0500, 0x0005, 0, 0)) + record(0x0042, struct.pack("<H", 1258))
    tab = b"S 1"
    start = len(head) + len(record(0x0085, b"\0" * (7 + len(tab)))) + len(record(0x000A))
    bound = record(0x0085, struct.pack("<IHB", start, 0, len(tab)) + tab)
    sheet = record(0x0809, struct.pack("<HHHH", 0x0500, 0x0010, 0, 0)) + cells + record(0x000A)
    XlsDoc().save(str(HERE / "excel-95.xls"), head + bound + record(0x000A) + sheet)


def office_books():
    office("office-plain.xlsx", "xlsx", book(("Biểu 1", [HEAD, *ROWS])))
    office("office-plain.ods", "ods", book(("Biểu 1", [HEAD, *ROWS])))
    office("office-plain.xls", "xls", book(("Biểu 1", [HEAD, *ROWS])))
    computed = [HEAD, changed(ONE, children="=150+50", immunised="=E2-1"), changed(TWO, children="=1/0")]
    office("office-computed.xlsx", "xlsx", book(("S", computed)))
    office("office-computed.ods", "ods", book(("S", computed)))
    office("office-computed.xls", "xls", book(("S", computed)))
    per_cent = book(("S", [HEAD, changed(ONE, taking_part=0.805, immunised=0.98)]), formats=[("H2", "0.0%"), ("F2", "0%")])
    office("office-per-cent.ods", "ods", per_cent)
    two = [["Biểu tổng hợp"], ["Mã xã", "Tên xã", "Địa bàn", "Trẻ em", None, None, "Điều kiện"],
           [None, None, None, "Tổng số trẻ em", "Trẻ dưới 1 tuổi", "Trẻ được tiêm chủng", *LABELS[6:]]]
    areas = ["A1:J1", "A2:A3", "B2:B3", "C2:C3", "D2:F2", "G2:J2"]
    signed = [[], [None, "NGƯỜI LẬP BIỂU", None, None, "CHỦ TỊCH"]]
    made = [*two, *ROWS, [None, "Tổng cộng", None, "=SUM(D4:D6)"], *signed]
    for kind in ("ods", "xls", "xlsx"):
        office(f"office-form.{kind}", kind, book(("S", made), merges=areas))
    dates = book(("S", [HEAD, changed(ONE, infants=datetime.date(2024, 3, 5), officer=True)]))
    office("office-date.ods", "ods", dates)
    office("office-hidden.ods", "ods", book(("S", [HEAD, ONE]), ("Cũ", [HEAD, ONE]), hidden={"Cũ": "hidden"}))
    sum_of = book(("S", [HEAD, changed(ONE, playground="=1.1+2.2"), changed(TWO, immunised="=0.1*3*10+17")]))
    office("office-float.xlsx", "xlsx", sum_of)
    circular = book(("S", [HEAD, changed(ONE, infants="=F2", immunised="=E2")]))
    office("office-circular.ods", "ods", circular)
    office("office-circular.xlsx", "xlsx", circular)
    codes = book(("S", [HEAD, changed(ONE, code=1), changed(TWO, code=2)]), formats=[("A2", "00000"), ("A3", "00000")])
    office("office-codes.ods", "ods", codes)
    with tempfile.TemporaryDirectory() as folder:
        save(book(("S", [HEAD, changed(ONE, immunised=0)])), pathlib.Path(folder) / "other.xlsx")
        linked = book(("S", [HEAD, changed(ONE, immunised=f"='file://{folder}/[other.xlsx]S'!F2"), TWO]))
        office("office-linked.xls", "xls", linked)
    waiting = [f'=IF(A{row}="","",D{row}*2)' for row in (4, 5)]
    rows = [HEAD, changed(ONE, immunised="=E2-1"), TWO, *[[None] * 5 + [formula] for formula in waiting]]
    office("office-waiting-rows.xls", "xls", book(("S", rows)))


if __name__ == "__main__":
    openpyxl_books()
    found_by_headings()
    found_by_rows()
    found_by_sheets()
    texts()
    xls_books()
    excel_95()
    office_books()
