"""What a table reaches: every line of every scale, every edge, every rule at 0/0, every kind of verdict."""

from collections import Counter
from fractions import Fraction

from rules import CLOSED, DIFFERENT, EMPTY, SAME
from scripts import MISSING

ABUSE_BRANCHES = ["none", "few and lower", "few but not lower", "many", "no children last year", MISSING]


def edges(bands):
    """The ends of the bands, lowest first."""
    return sorted({edge for band in bands for edge in (band.low, band.high) if edge is not None})


def beside(indicator, row, bands):
    """Edges the value is on, or that one case more or fewer reaches or crosses."""
    counts = indicator.counts(row)
    if counts is None or counts[1] == 0:
        return
    low, value, high = (Fraction((counts[0] + more) * indicator.per, counts[1]) for more in (-1, 0, 1))
    for edge in edges(bands):
        if value == edge:
            yield f"at {edge}"
        elif low <= edge <= high:
            yield f"beside {edge}"


def wanted(standard):
    """Everything a table can reach, in the order of the standard."""
    for item in standard.items:
        if item.script:
            yield from ((item.id, branch) for branch in ABUSE_BRANCHES)
            continue
        lists = {
            tuple(sorted(k or "" for k, v in item.lists.items() if v is bands)): bands for bands in item.lists.values()
        }
        for names, bands in lists.items():
            label = "" if names == ("",) else f" ({', '.join(names)})"
            yield from ((item.id + label, number) for number in range(len(bands)))
            if not item.indicator.yes_no:
                yield from ((item.id + label, f"{place} {edge}") for edge in edges(bands) for place in ("at", "beside"))
        if item.indicator.over and item.indicator.over not in standard.never_0:
            yield item.id, EMPTY
        if item.gate:
            yield item.id, CLOSED
        if item.by_class:
            yield from ((item.id, what) for what in (SAME, DIFFERENT))
        yield item.id, MISSING
    for criterion in standard.criteria:
        yield criterion.id, "criterion at 0"
        yield criterion.id, "criterion at 0, alone"
    for klass, points in standard.thresholds.items():
        for what in ("recognised", "not recognised", "undetermined", f"total = {points}", f"total just below {points}"):
            yield klass, what
    for what in (
        "complete, recognised",
        "complete, veto only",
        "complete, total only",
        "complete, veto and total",
        "missing, recognised",
        "missing, veto only",
        "missing, total only",
        "missing, undetermined",
        "class missing, undetermined",
        "class missing, recognised",
        "class missing, veto only",
        "class missing, total only",
        "item missing, its criterion settled",
        "one figure missing",
        "several missing",
        "all missing",
    ):
        yield "verdict", what


STEP = 5  # points: "just below" a threshold


def reached(standard, row):
    """What one commune reaches."""
    score = standard.score(row)
    for item in standard.items:
        what = score["items"][item.id].why
        bands = None if item.script or what in (MISSING, EMPTY, CLOSED) else item.bands(row["area_class"])
        names = sorted(k for k, v in item.lists.items() if k and v is bands) if bands else []
        label = item.id + (f" ({', '.join(names)})" if names else "")
        yield label, what
        if bands:
            yield from ((label, near) for near in beside(item.indicator, row, bands))
    for name in score["vetoed"]:
        yield name, "criterion at 0"
        if len(score["vetoed"]) == 1:
            yield name, "criterion at 0, alone"
    klass, threshold, total = row["area_class"], score["threshold"], score["low"] if score["complete"] else None
    if klass:
        yield klass, score["verdict"].replace("_", " ")
        if total == threshold:
            yield klass, f"total = {threshold}"
        if total is not None and threshold - STEP <= total < threshold:
            yield klass, f"total just below {threshold}"
    why = (
        "veto and total"
        if score["vetoed"] and score["too_low"]
        else "veto only"
        if score["vetoed"]
        else "total only"
        if score["too_low"]
        else score["verdict"]
    )
    yield "verdict", ("class missing" if not klass else "complete" if score["complete"] else "missing") + f", {why}"
    if not score["complete"] and None not in score["criteria"]:
        yield "verdict", "item missing, its criterion settled"
    empty = sum(row[name] is None for name in standard.types)
    if empty:
        yield (
            "verdict",
            "one figure missing"
            if empty == 1
            else "all missing"
            if empty == len(standard.types)
            else "several missing",
        )


def coverage(standard, path):
    """Prints how many rows reach what; True when nothing is left out."""
    rows = list(standard.read(path))
    count = Counter(what for row in rows for what in set(reached(standard, row)))
    lines = {}
    for where, what in wanted(standard):
        lines.setdefault(where, []).append((what, count[where, what]))
    for where, parts in lines.items():
        shown = " · ".join(f"{f'line {what + 1}' if isinstance(what, int) else what} {n}" for what, n in parts)
        print(f"{where}: {shown}")
    holes = [(where, what) for where, parts in lines.items() for what, n in parts if not n]
    for where, what in holes:
        print(f"NOT REACHED: {where}: {what if not isinstance(what, int) else f'line {what + 1}'}")
    print(
        f"{len(rows)} communes, {sum(map(len, lines.values())) - len(holes)} of {sum(map(len, lines.values()))} reached"
    )
    return not holes
