"""Opens every paper in LibreOffice without a screen, converts it to PDF and holds the pages against the results.

    python3 tests/papers/office.py target/release/cfc

Every commune's code, total and verdict in the PDF of the report is that of `cfc score --format json`; the first page has
no number, the second has a 2 in the middle of the top margin; the font is Times New Roman or Liberation Serif, which has
the same widths. It fails where LibreOffice (soffice) or poppler (pdftotext, pdffonts) is missing.
"""

import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TABLES = {"results": "communes.csv", "commune": "self-scores.csv", "minutes": "self-scores.csv"}
VERDICTS = {
    "vi": {"recognised": "Được công nhận", "not_recognised": "Không được công nhận", "undetermined": "Chưa xác định"},
    "en": {"recognised": "Recognised", "not_recognised": "Not recognised", "undetermined": "Undetermined"},
}
FONTS = ("TimesNewRoman", "LiberationSerif")
POINTS_PER_TWIP = 1 / 20


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def squeezed(text):
    """Without blanks: a font that stands in for another cuts words into pieces."""
    return unicodedata.normalize("NFC", re.sub(r"\s", "", text))


def points(value, lang):
    """As a paper writes it, worked out here on its own."""
    text = f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def total(commune, lang):
    low, high = (points(commune[key], lang) for key in ("total_min", "total_max"))
    text = low if low == high else f"[{low}; {high}]"
    return text + ("*" if commune["total_status"] == "provisional" else "")


def verdict(commune, lang):
    return VERDICTS[lang][commune["verdict"]] + ("*" if commune["verdict_status"] == "provisional" else "")


def pages(pdf):
    """Words of every page: left, top, right, bottom, text."""
    found = []
    for page in run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]:
        words = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)
        found.append([(*map(float, word[:4]), html.unescape(word[4])) for word in words])
    return found


def document(docx):
    with zipfile.ZipFile(docx) as parts:
        return parts.read("word/document.xml").decode()


def number(attribute, xml):
    return int(re.search(rf'w:{attribute}="(\d+)"', xml).group(1))


def page_numbers(name, docx, pdf):
    """The first page has no number; the second has one, centred between the margins and above the text."""
    xml = document(docx)
    margins = re.search(r"<w:pgMar .*?/>", xml).group(0)
    width = number("w", re.search(r"<w:pgSz .*?/>", xml).group(0))
    top, left, right = (number(side, margins) * POINTS_PER_TWIP for side in ("top", "left", "right"))
    first, second = ([word for word in page if word[3] <= top] for page in pages(pdf)[:2])
    assert not first, f"{name}: {first} above the text of the first page"
    assert [word[4] for word in second] == ["2"], f"{name}: {second} above the text of the second page"
    middle = (left + width * POINTS_PER_TWIP - right) / 2
    assert abs((second[0][0] + second[0][2]) / 2 - middle) < 1, f"{name}: the number is not in the middle: {second}"


def fonts(name, pdf):
    """Times New Roman, or what has the same widths; where that has no Vietnamese letters, what stands in for them."""
    used = {line.split()[0].split("+")[-1] for line in run("pdffonts", pdf).splitlines()[2:]}
    others = {font for font in used if not font.startswith(FONTS)}
    assert used - others, f"{name}: {used}"
    families = ("Times New Roman", "Liberation Serif")
    if others and any(run("fc-list", f":family={family}:charset=1ebf") for family in families):
        raise AssertionError(f"{name}: {others}, although the font has all letters")
    return others


def lists(docx):
    """Codes and left edges of the columns of each list of communes, in points from the left edge of the paper."""
    xml = document(docx)
    left = number("left", re.search(r"<w:pgMar .*?/>", xml).group(0))
    for table in re.findall(r"<w:tbl>.*?</w:tbl>", xml, re.S):
        rows = [
            ["".join(re.findall(r"<w:t [^>]*>(.*?)</w:t>", cell)) for cell in re.findall(r"<w:tc>.*?</w:tc>", row, re.S)]
            for row in re.findall(r"<w:tr>.*?</w:tr>", table, re.S)
        ]
        if rows[0][0] not in ("TT", "No."):
            continue
        edges = [left]
        for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', table):
            edges.append(edges[-1] + int(width))
        yield [row[1] for row in rows[1:]], [edge * POINTS_PER_TWIP for edge in edges]


def report(docx, pdf, lang):
    """Every commune of the results stands in the pages, in its list, with its total and verdict."""
    communes = json.loads(run(sys.argv[1], "score", ROOT / "data/sample/communes.csv", "--format", "json", "-q"))
    communes = {commune["code"]: commune for commune in communes["communes"]}
    # Below the last commune of a list something else follows.
    wanted = [(code, edges, code == codes[-1]) for codes, edges in lists(docx) for code in codes]
    assert sorted(code for code, *_ in wanted) == sorted(communes), "the lists are not the communes"
    at = 0
    for page in pages(pdf):
        starts = []
        for word in sorted(page, key=lambda word: word[1]):
            if at < len(wanted) and word[4] == wanted[at][0] and inside(word, wanted[at][1], 1):
                starts.append((word[1], at))
                at += 1
        for (start, row), (end, _) in zip(starts, starts[1:] + [(None, None)]):
            code, edges, is_last = wanted[row]
            for column, want in ((4, total(communes[code], lang)), (6, verdict(communes[code], lang))):
                words = [w for w in page if inside(w, edges, column) and w[1] > start - 1 and (end is None or w[1] < end - 1)]
                found = squeezed("".join(word[4] for word in sorted(words, key=lambda word: (round(word[1]), word[0]))))
                same = found.startswith(squeezed(want)) if is_last else found == squeezed(want)
                assert same, f"{lang} {code}: {found!r} in the PDF, {want!r} in the results"
    assert at == len(wanted), f"{lang}: {wanted[at][0]} is not in the PDF"
    return at


def inside(word, edges, column):
    return edges[column] <= (word[0] + word[2]) / 2 < edges[column + 1]


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for kind, table in TABLES.items():
            for lang in VERDICTS:
                output = folder / f"{kind}-{lang}.docx"
                run(sys.argv[1], "report", ROOT / "data/sample" / table, "--paper", kind, "--lang", lang, "-q", "-o", output)
        papers = sorted(folder.glob("*.docx"))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *papers)
        for docx in papers:
            pdf = docx.with_suffix(".pdf")
            assert pdf.exists(), f"{docx.name}: LibreOffice made no PDF of it"
            page_numbers(docx.name, docx, pdf)
            instead = fonts(docx.name, pdf)
            print(f"{docx.name}: {len(pages(pdf))} pages" + (f", {sorted(instead)} for letters that are missing" if instead else ""))
        for lang in VERDICTS:
            found = report(folder / f"results-{lang}.docx", folder / f"results-{lang}.pdf", lang)
            print(f"results-{lang}: {found} communes with their totals and verdicts")


if __name__ == "__main__":
    main()
