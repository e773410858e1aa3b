"""The page of results in a real browser: what a reader, a keyboard, a printer and an accessibility checker find.

    python3 -m venv venv && venv/bin/pip install playwright==1.65.2 axe-playwright-python==0.1.8 pypdf==7.1.1
    venv/bin/python tests/html/browser.py target/release/cfc [--screenshots FOLDER]

It uses the system's Chromium (/usr/bin/chromium, or CHROMIUM). Anything that is missing or different ends it with an error.
"""

import argparse
import csv
import json
import os
import subprocess
import tempfile
import unicodedata
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data/sample/communes.csv"
WIDTHS = {"phone": 390, "a4": 794, "laptop": 1280}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}
# The sample: cards and charts on upright pages; results, points by criterion and groups on wide ones.
PAGES = {"vi": {"upright": 5, "wide": 15}, "en": {"upright": 4, "wide": 15}}
# The whole country: bytes, and milliseconds until it is loaded and painted.
COUNTRY = 3321
FEW = 7
MOST_BYTES = 5_000_000



def same(what, found, expected):
    if found != expected:
        raise SystemExit(f"{what}: found {found!r}, expected {expected!r}")
    print(f"ok   {what}: {found!r}")


def holds(what, condition, detail=""):
    if not condition:
        raise SystemExit(f"{what}: does not hold {detail}")
    print(f"ok   {what} {detail}")


class Watched:
    """A page of which every request and every word on the console is kept."""

    def __init__(self, browser, path, **options):
        self.context = browser.new_context(offline=True, **options)
        self.page = self.context.new_page()
        self.requests, self.console = [], []
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.url = path.as_uri()
        self.page.route("**/*", lambda route: route.continue_() if route.request.url == self.url else route.abort())
        self.page.goto(self.url, wait_until="load")

    def close(self):
        same("requests", self.requests, [self.url])
        same("console", self.console, [])
        self.context.close()


def column(page, role):
    """Texts of a column of the results, of the rows that are shown."""
    return page.evaluate(
        """role => {
          const table = document.getElementById('results-table');
          const at = [...table.tHead.rows[0].cells].findIndex(cell => cell.dataset.role === role);
          return [...table.tBodies[0].rows].filter(row => !row.hidden && !row.classList.contains('shows'))
            .map(row => row.cells[at].textContent.trim());
        }""",
        role,
    )


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def scored(cfc, table, folder):
    """What `cfc` itself says, in a format for programs."""
    out = folder / "scored.csv"
    subprocess.run([cfc, "score", table, "-o", out], check=True, capture_output=True)
    return rows_of(out)


def plain_document(browser, path, results):
    """Without JavaScript every table is there, and nothing that would do nothing is shown."""
    watched = Watched(browser, path, java_script_enabled=False)
    page = watched.page
    same("without script: rows of results", page.locator("#results-table > tbody > tr").count(), len(results))
    same("without script: rows of criteria", page.locator("#criteria-table > tbody > tr").count(), len(results))
    same("without script: controls shown", page.locator("form.controls:visible").count(), 0)
    same("without script: buttons shown", page.locator("button:visible").count(), 0)
    same("without script: communes with items", page.locator("details.commune").count(), len(results))
    first = page.locator("details.commune").first
    first.locator("summary").click()
    holds("without script: the items of a commune open", first.locator("table.detail tbody tr").nth(1).is_visible())
    watched.close()


def show_all(page):
    page.locator("form.controls button[type=reset]").click()
    expect(page.locator("#results-table tr[hidden]")).to_have_count(0)


def sorting(page, results):
    names = [row["name"] for row in results]
    by_name = page.locator("#results-table th[data-role=name] button")
    by_name.click()
    same("sorted by name: aria-sort", page.locator("#results-table th[data-role=name]").get_attribute("aria-sort"), "ascending")
    ordered = page.evaluate("names => names.map((n, i) => [n, i]).sort((a, b) => new Intl.Collator('vi', {numeric: true}).compare(a[0], b[0]) || a[1] - b[1]).map(one => one[0])", names)
    same("sorted by name", column(page, "name") == ordered, True)
    by_name.click()
    same("sorted by name, downwards: first", column(page, "name")[0], ordered[-1])
    by_name.click()
    same("third click: the order of the table", column(page, "code"), [row["code"] for row in results])
    total = page.locator("#results-table th[data-kind=number] button").first
    total.focus()
    page.keyboard.press("Enter")
    lows = [float(row["total_min"]) for row in results if row["total_min"]]
    found = page.evaluate(
        """() => { const t = document.getElementById('results-table');
          const at = [...t.tHead.rows[0].cells].findIndex(c => c.hasAttribute('aria-sort'));
          return [...t.tBodies[0].rows].map(r => r.cells[at].textContent).filter(x => /\\d/.test(x))
            .map(x => Number(/[-+]?\\d+(?:[.,]\\d+)?/.exec(x)[0].replace(',', '.'))); }"""
    )
    same("sorted by total with the keyboard", found == sorted(lows), True)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")


def filtering(page, results, words):
    shown = page.locator("#shown")
    for verdict, label in words.items():
        page.locator("select[data-filter=verdict]").select_option(label)
        expected = [row["code"] for row in results if row["verdict"] == verdict]
        same(f"filtered by {verdict}", column(page, "code") == expected, True)
        holds("the count says so", str(len(expected)) in shown.inner_text(), shown.inner_text())
        hidden = page.locator("#criteria-table > tbody > tr[hidden]").count()
        same("the points by criterion are filtered too", hidden, len(results) - len(expected))
    show_all(page)
    province = results[0]["province"]
    page.locator("select[data-filter=province]").select_option(province)
    same("filtered by province", column(page, "code") == [r["code"] for r in results if r["province"] == province], True)
    offered = set(page.locator("select[data-filter=district] option").all_inner_texts()[1:])
    same("districts of that province only", offered == {r["district"] for r in results if r["province"] == province} - {""}, True)
    show_all(page)
    page.locator("select[data-filter=class]").select_option("A")
    same("filtered by class", set(column(page, "class")), {"A"})
    show_all(page)


def find(page, typed):
    page.locator("#search").fill(typed)
    page.wait_for_timeout(250)
    return column(page, "code")


def searching(page, results):
    named = [row for row in results if row["name"].startswith("Xã Mẫu Suối")]
    codes = [row["code"] for row in named]
    for typed in ["xã mẫu suối", "XÃ MẪU SUỐI", unicodedata.normalize("NFD", "Mẫu Suối"), "  mẫu   suối "]:
        same(f"search {typed!r}", find(page, typed), codes)
    same("search by code", find(page, results[3]["code"]), [results[3]["code"]])
    same("other letters are not the same", find(page, "xa mau suoi"), [])
    same("other tones are not the same", find(page, "mẫu suồi"), [])
    find(page, "")


def tone_marks(browser, cfc, folder):
    """Hòa and Hoà are one name, Hoa and Hóa are others; names made to do harm stay texts."""
    rows = rows_of(SAMPLE)[:8]
    names = ["Xã Mẫu Hòa", "Xã Mẫu Hoà 2", "Xã Mẫu Hoa", "Xã Mẫu Hóa", "Xã Mẫu Quý", "Xã Mẫu Thuỷ",
             "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>"]
    for row, name in zip(rows, names, strict=True):
        row["name"] = name
    path = table(folder / "tones.csv", rows)
    html = page_of(cfc, path, "vi", folder)
    watched = Watched(browser, html)
    code = {name: row["code"] for name, row in zip(names, rows, strict=True)}
    for typed in ["mẫu hòa", "mẫu hoà", unicodedata.normalize("NFD", "Mẫu Hoà")]:
        same(f"search {typed!r}", find(watched.page, typed), [code["Xã Mẫu Hòa"], code["Xã Mẫu Hoà 2"]])
    same("search while typing", find(watched.page, "mẫu hò"), [code["Xã Mẫu Hòa"], code["Xã Mẫu Hoà 2"]])
    same("search 'mẫu hóa'", find(watched.page, "mẫu hoá"), [code["Xã Mẫu Hóa"]])
    same("search 'mẫu qúy'", find(watched.page, "mẫu qúy"), [code["Xã Mẫu Quý"]])
    same("search 'mẫu thủy'", find(watched.page, "mẫu thủy"), [code["Xã Mẫu Thuỷ"]])
    find(watched.page, "")
    same("names made to do harm", column(watched.page, "name"), names)
    watched.page.locator("tr.opens th button").nth(6).click()
    same("and in their items", watched.page.locator("tr.shows strong").inner_text().endswith(names[6]), True)
    same("make no element", watched.page.locator("main img").count(), 0)
    watched.close()


def breakdown(page, results, expected):
    """By click and by keyboard; focus goes where a reader expects it."""
    button = page.locator("tr.opens th button").nth(2)
    same("closed", button.get_attribute("aria-expanded"), "false")
    button.click()
    same("opened by a click", button.get_attribute("aria-expanded"), "true")
    below = page.locator(f"#{button.get_attribute('aria-controls')}")
    same("items", below.locator("table.detail tbody tr:has(td)").count(), expected)
    holds("n / N, value, band, points", " / " in below.inner_text() and "≥" in below.inner_text())
    page.keyboard.press("Escape")
    same("Esc closes", page.locator("tr.shows").count(), 0)
    same("and the focus stays on the commune", button.evaluate("node => node === document.activeElement"), True)
    page.keyboard.press("Enter")
    same("Enter opens", page.locator("tr.shows").count(), 1)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    same("the way to close is next", page.evaluate("document.activeElement.matches('tr.shows .head button')"), True)
    page.keyboard.press("Enter")
    same("and closes", page.locator("tr.shows").count(), 0)
    same("the focus is back", button.evaluate("node => node === document.activeElement"), True)
    page.locator("tr.opens td").first.click()
    same("a click on the row opens too", page.locator("tr.shows").count(), 1)
    page.locator("#results-table th[data-role=name] button").click()
    after = page.locator("tr.shows").evaluate("node => node.previousElementSibling.cells[0].textContent")
    same("sorted, the items stay below their commune", after, results[0]["code"])
    for _ in range(2):
        page.locator("#results-table th[data-role=name] button").click()
    page.locator("tr.shows button").click()


def accessible(watched, what):
    found = Axe().run(watched.page, options=RULES).response
    wrong = [(one["id"], one["nodes"][0]["html"][:160], one["nodes"][0].get("failureSummary", "")[:300]) for one in found["violations"]]
    same(f"axe, {what}", wrong, [])
    holds("axe looked at contrast", any(one["id"] == "color-contrast" for one in found["passes"]))


def colours(browser, cfc, folder, lang):
    """Every kind of element in light and in dark; a few communes have them all and are checked quickly."""
    few = table(folder / "few.csv", rows_of(SAMPLE)[:FEW])
    watched = Watched(browser, page_of(cfc, few, lang, folder))
    same("verdicts among the few", len(set(column(watched.page, "verdict"))) >= 3, True)
    watched.page.locator("tr.opens th button").first.click()
    for details in watched.page.locator("details").all():
        details.evaluate("node => { node.open = true; }")
    # What is laid out only when it can be seen would not be looked at.
    watched.page.locator("section").evaluate_all("all => all.forEach(one => { one.style.contentVisibility = 'visible'; })")
    accessible(watched, f"{lang}, light")
    watched.page.emulate_media(color_scheme="dark")
    accessible(watched, f"{lang}, dark")
    watched.close()


def keyboard(browser, path):
    watched = Watched(browser, path)
    page = watched.page
    page.keyboard.press("Tab")
    same("the first stop skips to the results", page.evaluate("document.activeElement.className"), "skip")
    page.keyboard.press("Enter")
    same("and goes there", page.evaluate("document.activeElement.id"), "results")
    watched.close()


def outline(page):
    levels = page.locator("h1, h2, h3").evaluate_all("all => all.map(one => Number(one.tagName[1]))")
    same("headings in order", [levels[0], levels.count(1), all(b - a <= 1 for a, b in zip(levels, levels[1:]))], [1, 1, True])
    unnamed = page.locator("svg").evaluate_all(
        "all => all.filter(one => one.getAttribute('role') !== 'img' || !one.querySelector('title') || !one.querySelector('desc')).length"
    )
    same("pictures without a name", unnamed, 0)
    same("pictures without a table", page.locator(".chart:not(:has(details table))").count(), 0)


def printed(page, folder, name):
    path = folder / f"{name}.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    reader = PdfReader(path)
    return path, ["wide" if p.mediabox.width > p.mediabox.height else "upright" for p in reader.pages], [p.extract_text() for p in reader.pages]


def printing(page, folder, lang, results, words):
    _, sides, texts = printed(page, folder, f"sample-{lang}")
    same(f"printed pages, {lang}", {side: sides.count(side) for side in sorted(set(sides))}, PAGES[lang])
    same("every commune is printed", [r["code"] for r in results if r["code"] not in " ".join(texts)], [])
    page.locator("select[data-filter=verdict]").select_option(words["undetermined"])
    _, few, texts = printed(page, folder, f"filtered-{lang}")
    holds("a filter prints fewer pages", len(few) < len(sides), f"{len(few)} < {len(sides)}")
    holds("and says what is shown", page.locator("#shown").inner_text() in " ".join(texts).replace("\n", " "))
    show_all(page)


def screenshots(browser, path, folder, name):
    for device, width in WIDTHS.items():
        watched = Watched(browser, path, viewport={"width": width, "height": 900})
        overflow = watched.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        same(f"nothing sticks out at {width}", overflow, 0)
        watched.page.screenshot(path=folder / f"{name}-{device}.png")
        watched.page.screenshot(path=folder / f"{name}-{device}-whole.png", full_page=True)
        watched.page.locator("tr.opens th button").first.click()
        watched.page.locator("#results").screenshot(path=folder / f"{name}-{device}-results.png")
        watched.close()


def table(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def country(folder):
    rows = rows_of(SAMPLE)
    many = [{**rows[at % len(rows)], "code": f"{at + 10_000}", "name": f"{rows[at % len(rows)]['name']} {at // len(rows)}"} for at in range(COUNTRY)]
    return table(folder / "country.csv", many)


def page_of(cfc, path, lang, folder):
    out = folder / f"{path.stem}-{lang}.html"
    subprocess.run([cfc, "score", path, "--lang", lang, "-o", out], check=True, capture_output=True)
    return out


PAINTED = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => {
  const [page] = performance.getEntriesByType('navigation');
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  done({ loaded: Math.round(page.loadEventEnd), painted: Math.round(paint ? paint.startTime : performance.now()) });
})))"""


def last_first(page, results):
    code = page.locator("#results-table th[data-role=code] button")
    code.click()
    code.click()
    first = page.locator("#results-table > tbody > tr:visible").first.locator("td").first.inner_text()
    code.click()
    return first == results[-1]["code"]


def whole_country(browser, cfc, folder):
    path = page_of(cfc, country(folder), "vi", folder)
    same_size = path.stat().st_size
    holds("the whole country is small", same_size < MOST_BYTES, f"{same_size} bytes")
    results = scored(cfc, folder / "country.csv", folder)
    times = []
    for _ in range(3):
        watched = Watched(browser, path)
        times.append(watched.page.evaluate(PAINTED))
        if len(times) == 3:
            same("rows", len(column(watched.page, "code")), COUNTRY)
            drawn = watched.page.locator("#results-table > tbody > tr:visible")
            same("rows on the screen", drawn.count(), 200)
            same("sorted backwards, the last come first", last_first(watched.page, results), True)
            breakdown(watched.page, results, items_of(cfc, folder))
            same("search in the country", find(watched.page, results[1234]["code"]), [results[1234]["code"]])
            same("what is found is on the screen", drawn.count(), 1)
            find(watched.page, "")
            watched.page.emulate_media(media="print")
            same("rows on paper", drawn.count(), COUNTRY)
            watched.page.emulate_media(media="screen")
            watched.page.locator(".more button").click()
            same("all rows when asked", drawn.count(), COUNTRY)
        watched.close()
    best = {key: min(one[key] for one in times) for key in times[0]}
    # Told, not asserted: machines differ.
    print("the whole country, milliseconds:", json.dumps(times))


def items_of(cfc, folder):
    out = folder / "scored.json"
    subprocess.run([cfc, "score", SAMPLE, "-o", out], check=True, capture_output=True)
    document = json.loads(out.read_text(encoding="utf-8"))
    return sum(len(criterion["items"]) for criterion in document["communes"][0]["criteria"])


WORDS = {
    "vi": {"recognised": "Được công nhận", "not_recognised": "Không được công nhận", "undetermined": "Chưa xác định"},
    "en": {"recognised": "Recognised", "not_recognised": "Not recognised", "undetermined": "Undetermined"},
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cfc", type=Path)
    parser.add_argument("--screenshots", type=Path)
    arguments = parser.parse_args()
    cfc = arguments.cfc.resolve()
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        results = scored(cfc, SAMPLE, folder)
        pictures = arguments.screenshots or folder
        pictures.mkdir(parents=True, exist_ok=True)
        for lang, words in WORDS.items():
            path = page_of(cfc, SAMPLE, lang, folder)
            plain_document(browser, path, results)
            keyboard(browser, path)
            watched = Watched(browser, path, viewport={"width": 1280, "height": 900})
            same("language", watched.page.locator("html").get_attribute("lang"), lang)
            outline(watched.page)
            sorting(watched.page, results)
            filtering(watched.page, results, words)
            searching(watched.page, results)
            breakdown(watched.page, results, items_of(cfc, folder))
            printing(watched.page, pictures, lang, results, words)
            watched.close()
            colours(browser, cfc, folder, lang)
            screenshots(browser, path, pictures, f"sample-{lang}")
        tone_marks(browser, cfc, folder)
        whole_country(browser, cfc, folder)
        browser.close()
    print("the page holds")


if __name__ == "__main__":
    main()
