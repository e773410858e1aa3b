"""The standard as read from its criteria file, and the score of one commune in exact fractions.

Apart from the Rust engine in every line. Only the kinds of rules that Decision 06 uses are known; any other stops with
an error. A missing figure makes its item missing: the item then counts from its fewest to its most points. A missing
area class leaves an item with a list for each class missing too, from the fewest to the most points its value gets.
"""

import csv
import sys
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from scripts import MISSING, SCRIPTS, VALUES

STANDARD = Path(__file__).resolve().parents[2] / "criteria" / "qd-06-2019.toml"
BESIDE = STANDARD.with_name("qd-06-2019.cases.toml")
IDENTITY = ["code", "name", "province", "district", "year", "area_class"]
WORDS = {"có": 1, "không": 0, "yes": 1, "no": 0, "1": 1, "0": 0, "true": 1, "false": 0, "x": 1}
EMPTY, CLOSED = "0/0", "gate closed"
SAME, DIFFERENT = "class missing, the same points in all", "class missing, other points in each"


def only(table, *known):
    """Stops on a key that is not dealt with here."""
    unknown = set(table) - set(known) - {"status", "evidence", "by", "on"}
    if unknown:
        sys.exit(f"{STANDARD.name}: this script does not know {sorted(unknown)} in {table}")


def refuse_versions(value, path=""):
    """Stops where a figure has days of its own: this script knows one version of a standard."""
    if isinstance(value, dict):
        if "in_force" in value and path != ".standard":
            sys.exit(f"{STANDARD.name}: {path[1:]} has versions (`in_force`), which this script does not know")
        for key, part in value.items():
            refuse_versions(part, f"{path}.{key}")
    elif isinstance(value, list):
        for part in value:
            refuse_versions(part, path)


@dataclass
class Band:
    """A range of values and its points."""

    points: Fraction
    low: Fraction | None = None
    low_in: bool = True
    high: Fraction | None = None
    high_in: bool = False

    @classmethod
    def read(cls, table):
        only(table, "from", "above", "below", "up_to", "points")
        get = lambda *keys: next((Fraction(table[key]) for key in keys if key in table), None)
        return cls(get("points"), get("from", "above"), "from" in table, get("below", "up_to"), "up_to" in table)

    def holds(self, value):
        above = self.low is None or value > self.low or (self.low_in and value == self.low)
        return above and (self.high is None or value < self.high or (self.high_in and value == self.high))


@dataclass
class Indicator:
    """`of / over × per`; a count or a yes-no has no `over`; a script has `figures`."""

    of: str = ""
    over: str | None = None
    per: int = 1
    yes_no: bool = False
    script: str | None = None
    figures: dict = field(default_factory=dict)

    @classmethod
    def read(cls, table):
        only(table, "rate", "count", "yes_no", "script")
        ((kind, value),) = table.items()
        if kind == "rate":
            only(value, "of", "over", "per", "when_empty")
            return cls(value["of"], value["over"], value["per"])
        if kind == "script":
            only(value, "name", "per", "when_empty", "figures")
            return cls(per=value.get("per", 1), script=value["name"], figures=figures(value))
        return cls(value, yes_no=kind == "yes_no")

    def counts(self, row):
        """(n, N) behind the value, or None when one is missing; N is 1 for a count."""
        if self.script:
            return VALUES[self.script](row, self.figures)
        counts = (row[self.of], row[self.over] if self.over else 1)
        return None if None in counts else counts

    def value(self, row):
        counts = self.counts(row)
        if counts is None:
            return MISSING
        return EMPTY if counts[1] == 0 else Fraction(counts[0] * self.per, counts[1])


@dataclass
class Fact:
    """True or false of a commune; None when a figure is missing, or at 0/0 without a rule."""

    indicator: Indicator
    band: Band
    when_empty: bool | None

    @classmethod
    def read(cls, table):
        only(table, "id", "label", "cites", "when")
        when = dict(table["when"])
        raw = when.pop("indicator")
        ((_, rule),) = raw.items()
        empty = rule.get("when_empty") if isinstance(rule, dict) else None
        empty = empty["holds"] if isinstance(empty, dict) else None
        if when.get("is") in ("yes", "no"):
            when = {"from": 1} if when["is"] == "yes" else {"below": 1}
        return cls(Indicator.read(raw), Band.read(when | {"points": 0}), empty)

    def holds(self, row):
        value = self.indicator.value(row)
        if value == MISSING:
            return None
        return self.when_empty if value == EMPTY else self.band.holds(value)


def figures(table):
    return {name: Fraction(figure["value"]) for name, figure in table.get("figures", {}).items()}


@dataclass
class Outcome:
    """What an item comes to: `points`, or None and the range they can be in; `why` is what decided, or a line."""

    points: Fraction | None
    low: Fraction
    high: Fraction
    why: str | int


@dataclass
class Item:
    """One scored line. `lists` maps an area class, or None for all, to its bands."""

    id: str
    indicator: Indicator
    lists: dict
    empty: Fraction | None = None
    script: str | None = None
    most: Fraction = Fraction(0)
    least: Fraction = Fraction(0)
    gate: Fact | None = None
    empty_as: str = ""

    @classmethod
    def read(cls, table, classes):
        only(table, "id", "title", "cites", "indicator", "scale", "script", "follow_up", "cases", "gate")
        if "script" in table:
            script = table["script"]
            only(script, "name", "most", "least", "figures", "accepts_missing")
            indicator = Indicator(script=script["name"], figures=figures(script))
            return cls(
                table["id"],
                indicator,
                {},
                None,
                script["name"],
                Fraction(script["most"]),
                Fraction(script.get("least", 0)),
            )
        lists = read_scale(table["scale"], classes)
        ((_, rule),) = table["indicator"].items()
        empty = rule.get("when_empty", "missing") if isinstance(rule, dict) else "missing"
        points = [band.points for bands in lists.values() for band in bands]
        if empty != "missing":
            only(empty, "give")
            give = give_as = empty["give"]
            named = {"full-points": max(points), "not-applicable": max(points), "zero": Fraction(0)}
            empty = named[give] if isinstance(give, str) else Fraction(give)
            points.append(empty)
        else:
            give_as = ""
        gate = Fact.read(table["gate"]) if "gate" in table else None
        return cls(
            table["id"],
            Indicator.read(table["indicator"]),
            lists,
            None if empty == "missing" else empty,
            None,
            max(points),
            min(points),
            gate,
            give_as,
        )

    @property
    def by_class(self):
        return bool(self.lists) and None not in self.lists

    def bands(self, klass):
        return self.lists.get(klass) if None not in self.lists else self.lists[None]

    def score(self, row):
        if self.script:
            return self.outcome(*SCRIPTS[self.script](row, self.indicator.figures))
        gate = self.gate.holds(row) if self.gate else True
        if not gate:
            return self.outcome(None, MISSING if gate is None else CLOSED)
        value = self.indicator.value(row)
        if value in (MISSING, EMPTY):
            return self.outcome(self.empty if value == EMPTY else None, value)
        bands = self.bands(row["area_class"])
        if bands is None:
            each = [line(bands, value)[1] for bands in self.lists.values()]
            return Outcome(None, min(each), max(each), SAME if min(each) == max(each) else DIFFERENT)
        number, points = line(bands, value)
        return self.outcome(points, number)

    def outcome(self, points, why):
        """Points that are None can be anything the item gives."""
        return Outcome(None, self.least, self.most, why) if points is None else Outcome(points, points, points, why)


def line(bands, value):
    """(number, points) of the one line that holds for a value"""
    ((number, band),) = [(number, band) for number, band in enumerate(bands) if band.holds(value)]
    return number, band.points


def read_scale(scale, classes):
    ((kind, value),) = scale.items()
    if kind == "bands":
        return {None: [Band.read(band) for band in value]}
    if kind == "bands_by_class":
        lists = {}
        for entry in value:
            only(entry, "class", "bands")
            bands = [Band.read(band) for band in entry["bands"]]
            names = entry["class"] if isinstance(entry["class"], list) else [entry["class"]]
            lists |= dict.fromkeys(names, bands)
        assert set(lists) == set(classes), lists
        return lists
    if kind == "yes_no":
        only(value, "yes", "no")
        return {None: [Band(Fraction(value["yes"]), Fraction(1)), Band(Fraction(value["no"]), high=Fraction(1))]}
    if kind == "cutoff":
        only(value, "at_least", "above", "at_most", "below", "points", "otherwise")
        return {None: read_cutoff(value)}
    sys.exit(f"a scale of the kind {kind} is not known here")


def read_cutoff(value):
    ((key, edge),) = [(key, Fraction(value[key])) for key in ("at_least", "above", "at_most", "below") if key in value]
    points, otherwise = Fraction(value["points"]), Fraction(value["otherwise"])
    if key in ("at_least", "above"):
        return [Band(points, low=edge, low_in=key == "at_least"), Band(otherwise, high=edge, high_in=key == "above")]
    return [Band(points, high=edge, high_in=key == "at_most"), Band(otherwise, low=edge, low_in=key == "below")]


# ---- standard ---------------------------------------------------------------------------------------------------
@dataclass
class Criterion:
    """Sum of its items, 0 when one of its facts holds."""

    id: str
    items: list
    facts: list

    @classmethod
    def read(cls, table, classes):
        only(table, "id", "title", "cites", "points", "combine", "follow_up", "zero_when", "item")
        assert table.get("combine", "sum") == "sum", table["id"]
        return cls(
            table["id"],
            [Item.read(item, classes) for item in table["item"]],
            [Fact.read(fact) for fact in table.get("zero_when", [])],
        )

    def score(self, row):
        """(low, high, whether settled, outcome of each item)"""
        outcomes = [item.score(row) for item in self.items]
        low, high = sum(outcome.low for outcome in outcomes), sum(outcome.high for outcome in outcomes)
        known = all(outcome.points is not None for outcome in outcomes)
        facts = [fact.holds(row) for fact in self.facts]
        if True in facts:
            return Fraction(0), Fraction(0), True, outcomes
        if None in facts:
            return min(low, Fraction(0)), high, False, outcomes
        return low, high, known, outcomes


def complete(cases):
    """Cases of one file, each with all its figures: those of its base, without some, and its own."""
    named = {case["name"]: case for case in cases if "name" in case}

    def given(case):
        base = given(named[case["base"]]) if "base" in case else {}
        kept = {field: figure for field, figure in base.items() if field not in case.get("without", [])}
        return kept | case.get("given", {})

    return [case | {"given": given(case)} for case in cases]


class Standard:
    """What the criteria file says."""

    def __init__(self, path=STANDARD):
        raw = tomllib.loads(Path(path).read_text("utf-8"), parse_float=Decimal)
        refuse_versions(raw)
        self.classes = [klass["id"] for klass in raw["area_class"]]
        self.types = {column["id"]: column["type"] for column in raw["field"]}
        self.never_0 = {column["id"] for column in raw["field"] if column.get("above", -1) >= 0}
        recognition = raw["recognition"]
        only(recognition, "threshold", "every_criterion_above")
        self.thresholds = {entry["class"]: Fraction(entry["at_least"]) for entry in recognition["threshold"]["total"]}
        self.above = Fraction(recognition["every_criterion_above"]["points"])
        self.criteria = [Criterion.read(table, self.classes) for table in raw["criterion"]]
        self.items = [item for criterion in self.criteria for item in criterion.items]
        self.cases = [
            case | {"item": item["id"]}
            for criterion in raw["criterion"]
            for item in criterion["item"]
            for case in item.get("cases", [])
        ] + raw.get("case", [])
        self.cases = complete(self.cases) + complete(tomllib.loads(BESIDE.read_text("utf-8"), parse_float=Decimal)["case"])

    def read(self, path):
        """Rows of a CSV with commas and field ids as headers; an empty cell is None."""
        with open(path, encoding="utf-8-sig", newline="") as file:
            for record in csv.DictReader(file):
                row = {name: record.get(name, "") for name in IDENTITY}
                row["area_class"] = row["area_class"] or None
                for name, kind in self.types.items():
                    text = record.get(name, "")
                    row[name] = None if text == "" else WORDS[text] if kind == "yes-no" else int(text)
                yield row

    def score(self, row):
        """One commune; points are exact."""
        lows, highs, known, items = [], [], [], {}
        for criterion in self.criteria:
            low, high, complete, outcomes = criterion.score(row)
            lows.append(low)
            highs.append(high)
            known.append(complete)
            items |= {item.id: outcome for item, outcome in zip(criterion.items, outcomes)}
        threshold = self.thresholds.get(row["area_class"])
        possible = list(self.thresholds.values()) if threshold is None else [threshold]
        low, high = sum(lows), sum(highs)
        vetoed = [criterion.id for criterion, most in zip(self.criteria, highs) if most <= self.above]
        too_low = high < min(possible)
        sure = low >= max(possible) and min(lows) > self.above
        verdict = "not_recognised" if vetoed or too_low else "recognised" if sure else "undetermined"
        return {
            "low": low,
            "high": high,
            "complete": all(known) and all(outcome.points is not None for outcome in items.values()),
            "threshold": threshold,
            "verdict": verdict,
            "vetoed": vetoed,
            "too_low": too_low,
            "items": items,
            "criteria": [low if complete else None for low, complete in zip(lows, known)],
        }

    def columns(self):
        return [*IDENTITY, "total", "total_min", "total_max", "threshold", "verdict", *(c.id for c in self.criteria)]

    def line(self, row):
        """Texts in the order of `columns`."""
        score = self.score(row)
        total = score["low"] if score["complete"] else None
        figures_out = [total, score["low"], score["high"], score["threshold"]]
        return (
            [row[name] or "" for name in IDENTITY]
            + [text(f) for f in figures_out]
            + [score["verdict"]]
            + [text(points) for points in score["criteria"]]
        )


def text(points):
    """Points without trailing zeros; empty when missing."""
    if points is None:
        return ""
    thousandths = points * 1000
    assert thousandths.denominator == 1, points
    whole = str(Decimal(thousandths.numerator).scaleb(-3).normalize() + 0)
    return f"{Decimal(whole):f}"
