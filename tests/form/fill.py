"""Fills in the entry workbook as an office does: LibreOffice opens it, values are typed, it is saved again.

    python3 tests/form/fill.py          # LibreOffice (soffice) and python3-uno; writes the workbooks beside itself

The workbook comes from `cargo run -- form -o … --rows 6`. What is typed stands in typed.csv, which becomes filled.xlsx and
filled.ods, and in mistakes.csv, which becomes mistakes.xlsx: typed past the validation, as pasting does. They are kept so
that tests (tests/form.rs) need neither Python nor LibreOffice.
"""
import csv
import pathlib
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

HERE = pathlib.Path(__file__).parent.resolve()
FIRST_ROW, HEADER_ROW = 5, 4
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def office(profile):
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
               "--accept=pipe,name=cfcform;urp;"]
    process = subprocess.Popen(command)
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(60):
        try:
            return process, resolver.resolve("uno:pipe,name=cfcform;urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def fill(sheet, rows):
    headers = {}
    for column in range(120):
        text = sheet.getCellByPosition(column, HEADER_ROW).String
        if text:
            headers[text] = column
    for at, row in enumerate(rows):
        for header, value in row.items():
            if value == "":
                continue
            cell = sheet.getCellByPosition(headers[header], FIRST_ROW + at)
            assert not cell.CellProtection.IsLocked, header
            if cell.NumberFormat and header in ("Mã xã", "Tên xã, phường", "Tỉnh, thành phố", "Quận, huyện"):
                cell.String = value
            else:
                cell.Formula = value


def main():
    with tempfile.TemporaryDirectory() as folder:
        form = pathlib.Path(folder) / "form.xlsx"
        command = ["cargo", "run", "-q", "--", "form", "-o", str(form), "--rows", "6"]
        subprocess.run(command, check=True, cwd=HERE.parent.parent)
        process, context = office(folder + "/profile")
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        for name, kinds in (("filled", ("xlsx", "ods")), ("mistakes", ("xlsx",))):
            typed = {"filled": "typed.csv"}.get(name, "mistakes.csv")
            book = desktop.loadComponentFromURL(form.as_uri(), "_blank", 0, (option("Hidden", True),))
            fill(book.Sheets.getByName("Số liệu"), list(csv.DictReader((HERE / typed).open(encoding="utf-8"))))
            for kind in kinds:
                filters = (option("FilterName", FILTERS[kind]),)
                book.storeToURL((HERE / f"{name}.{kind}").as_uri(), filters)
            book.close(True)
        desktop.terminate()
        process.wait()


main()
