"""Fills in the entry workbook as an office does: LibreOffice opens it, values are typed, it is saved again.

    python3 tests/form/fill.py          # LibreOffice (soffice) and python3-uno; writes the workbooks beside itself

The workbook comes from `cargo run -- form -o … --rows 12`. What is typed stands in typed.csv, which becomes filled.xlsx and
filled.ods, and in mistakes.csv, which becomes mistakes.xlsx: typed past the validation, as pasting does. drawn-*.xlsx hold
rows drawn by lot for several standards, many of them with gaps, contradictions and slips. They are kept so that tests
(tests/form/*.rs) need neither Python nor LibreOffice.
"""
import csv
import pathlib
import random
import subprocess
import tempfile
import time
import tomllib

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale

HERE = pathlib.Path(__file__).parent.resolve()
ROOT = HERE.parent.parent
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


def fill(book, sheet, rows):
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
            if header in TEXTS:
                cell.String = value
            elif isinstance(value, float):
                # A percentage as it is typed: the program keeps a hundredth and shows `%`.
                cell.Value, cell.NumberFormat = value, percent(book)
            else:
                cell.Formula = value


def percent(book):
    locale, shown = Locale("en", "US", ""), "0.##%"
    known = book.NumberFormats.queryKey(shown, locale, False)
    return known if known >= 0 else book.NumberFormats.addNew(shown, locale)


class Draw:
    """Rows drawn by lot: `slip` is how often a figure is one that cannot be, or is written as nobody should.

    The check of a standard with very many fields does not count errors among others one by one: none are drawn there.
    An apostrophe in front makes a text of what would be typed as a number.
    """

    def __init__(self, path, language, seed):
        standard = tomllib.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        self.fields, self.language = {field["id"]: field for field in standard["field"]}, language
        self.classes, self.digits = standard.get("area_class", []), standard["standard"].get("code_digits", 5)
        self.lot = random.Random(seed)

    def label(self, named):
        label = named["label"]
        return label if isinstance(label, str) else label[self.language]

    def header(self, field):
        label = self.label(field)
        return label + " (%)" if field["type"] == "percent" and "%" not in label else label

    def row(self, at, gap, slip, years):
        lot, known = self.lot, {}
        heads = HEADS[self.language]
        code = f"{at + 1:0{self.digits}}"
        row = {heads["code"]: code, heads["name"]: f"Xã Mẫu {at}", heads["year"]: lot.choice(years)}
        if lot.random() < slip:
            row[heads["code"]] = lot.choice(["", code[1:], f"{at:0{self.digits}}", f"{code} ", f"{at:0{self.digits}} ", f" {code[1:]}"])
        if lot.random() < slip:
            row[heads["name"]] = lot.choice(["", "  "])
        if lot.random() < slip:
            row[heads["year"]] = lot.choice(["", "20244", "năm 2024", "'2024", "' ", "=1/0"])
        if self.classes:
            row[heads["class"]] = self.word([self.label(one) for one in self.classes], gap, slip)
        for field in self.fields.values():
            row[self.header(field)] = self.value(field, gap, slip, known)
        return row

    def word(self, words, gap, slip):
        lot = self.lot.random()
        slips = ["=1+1", "khong", "<5", "*", "' ", "=1/0", f"{words[0]} ", f" {words[-1].upper()}"]
        return "" if lot < gap else self.lot.choice(slips) if lot < gap + slip else self.lot.choice(words)

    def value(self, field, gap, slip, known):
        if field["id"] in known:
            return known[field["id"]]
        wholes = field.get("at_most", [])
        wholes = [wholes] if isinstance(wholes, str) else wholes
        wholes = [self.value(self.fields[whole], gap, slip, known) for whole in wholes]
        known[field["id"]] = drawn = self.drawn(field, gap, slip, [float(w) for w in wholes if isinstance(w, str) and w[:1].isdigit() and w.replace(".", "").isdigit()])
        return drawn

    def drawn(self, field, gap, slip, wholes):
        lot, kind, language = self.lot, field["type"], self.language
        if kind == "yes-no":
            word = self.word(YES_NO[language], gap, slip)
            return lot.choice(["x", "1", "yes", "Không", "sai", "TRUE"]) if word and lot.random() < slip else word
        if kind == "choice":
            return self.word([self.label(one) for one in field["choices"]], gap, slip)
        if kind == "text":
            return lot.choice(["", "chữ"])
        at = lot.random()
        if at < gap:
            return ""
        if at < gap + slip:
            errors = [] if len(self.fields) > 60 and kind == "count" else ["=1/0", "TRUE"]
            return lot.choice(errors + ["-3", "12 trẻ", "1.2345", "-", "nhiều", "không có", "Chưa có", "' ", "'17",
                               "' 0 ", "'1.065", "10000000000000000", "1E+3x", "'５"] + ["101"] * (kind == "percent"))
        if at < gap + slip * 2 and wholes:
            return str(int(min(wholes)) + lot.randint(1, 9))
        most = int(min(wholes, default=100 if kind == "percent" else 2000))
        number = lot.choice([0, most, lot.randint(0, most), lot.randint(0, most)])
        # With fewer digits the workbook refuses a percentage that is typed with its sign: it sees the hundredth.
        if kind == "percent" and field.get("digits", 2) == 2 and lot.random() < 0.2:
            return number / 100
        return str(number) if kind == "count" or number == most else f"{number}.5"


# Lines of the form that typed.csv and mistakes.csv are typed into.
ROWS = 12
TEXTS = ("Mã xã", "Tên xã, phường", "Tỉnh, thành phố", "Quận, huyện", "Commune code", "Commune name")
YES_NO = {"vi": ["có", "không"], "en": ["yes", "no"]}
HEADS = {"vi": {"code": "Mã xã", "name": "Tên xã, phường", "year": "Năm", "class": "Loại địa bàn"},
         "en": {"code": "Commune code", "name": "Commune name", "year": "Assessment year", "class": "Area class"}}
# Standard, language, rows, years.
DRAWN = [("criteria/qd-06-2019.toml", "vi", 110, ["2024"]), ("tests/standards/every-shape.toml", "vi", 60, ["2024"]),
         ("criteria/template.toml", "en", 60, ["2024", "2025"]), ("tests/standards/dated.toml", "vi", 40, ["2024", "2025"])]


def form(path, standard, rows, language):
    command = ["cargo", "run", "-q", "--", "form", standard, "-o", str(path), "--rows", str(rows), "--lang", language]
    subprocess.run(command, check=True, cwd=ROOT)


def draw(desktop, folder):
    for seed, (standard, language, count, years) in enumerate(DRAWN):
        name = pathlib.Path(standard).stem
        blank = pathlib.Path(folder) / f"{name}.xlsx"
        form(blank, standard, count, language)
        lot = Draw(ROOT / standard, language, seed)
        # In turn: nothing missing or wrong, gaps only, everything; and every tenth row empty.
        kinds = [(0, 0), (0.02, 0), (0.02, 0.02), (0.3, 0.05)]
        rows = [{} if at % 10 == 9 else lot.row(at, *kinds[at % len(kinds)], years) for at in range(count)]
        book = desktop.loadComponentFromURL(blank.as_uri(), "_blank", 0, (option("Hidden", True),))
        fill(book, book.Sheets.getByIndex(1), rows)
        book.storeToURL((HERE / f"drawn-{name}.xlsx").as_uri(), (option("FilterName", FILTERS["xlsx"]),))
        book.close(True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        blank = pathlib.Path(folder) / "form.xlsx"
        form(blank, "qd-06-2019", ROWS, "vi")
        process, context = office(folder + "/profile")
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        for name, kinds in (("filled", ("xlsx", "ods")), ("mistakes", ("xlsx",))):
            typed = {"filled": "typed.csv"}.get(name, "mistakes.csv")
            book = desktop.loadComponentFromURL(blank.as_uri(), "_blank", 0, (option("Hidden", True),))
            fill(book, book.Sheets.getByName("Số liệu"), list(csv.DictReader((HERE / typed).open(encoding="utf-8"))))
            for kind in kinds:
                filters = (option("FilterName", FILTERS[kind]),)
                book.storeToURL((HERE / f"{name}.{kind}").as_uri(), filters)
            book.close(True)
        draw(desktop, folder)
        desktop.terminate()
        process.wait()


main()
