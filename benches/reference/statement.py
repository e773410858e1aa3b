"""The whole standard as one DuckDB statement."""

import sys

from rules import IDENTITY
from scripts import ABUSE, SURVEY


class Sql:
    """The whole standard as one DuckDB statement; every rate is compared by multiplying integers, never divided."""

    def __init__(self, standard):
        self.standard = standard

    def number(self, value):
        if value.denominator != 1:
            sys.exit("the SQL here is for whole points only")
        return str(value.numerator)

    def compare(self, indicator, sign, edge):
        """n * per * q >= p * N for the edge p/q: exact; DuckDB stops with an error when an integer overflows."""
        if indicator.script == "satisfaction":
            of, over = f"({SURVEY[0]} + {SURVEY[2]})", f"({SURVEY[1]} + {SURVEY[3]})"
        else:
            of, over = indicator.of, indicator.over
        if indicator.yes_no:
            return of if sign == ">=" else f"NOT {of}"
        factor = indicator.per * edge.denominator
        left = f"{of} * {factor}" if factor != 1 else of
        right = f"{over} * {edge.numerator}" if over else str(edge.numerator)
        return f"{left} {sign} {right}"

    def bands(self, item, bands):
        """Best band first; each line asks for one end only, the lines before it have settled the other."""
        ordered = sorted(bands, key=lambda band: (band.low is not None, band.low or 0, not band.low_in), reverse=True)
        downwards = ordered[0].points >= ordered[-1].points
        lines = []
        for band in ordered if downwards else reversed(ordered):
            by_low = band.low is not None if downwards else band.high is None
            edge, closed = (band.low, band.low_in) if by_low else (band.high, band.high_in)
            sign = (">" if by_low else "<") + ("=" if closed else "")
            lines.append(f"WHEN {self.compare(item.indicator, sign, edge)} THEN {self.number(band.points)}")
        return " ".join(lines)

    def item(self, item):
        """NULL when missing, or when the class is: no line of a CASE holds for a NULL, and there is no ELSE."""
        law = item.indicator.figures
        if item.script == "abuse":
            now, children, before, children_before = ABUSE
            edge, per, otherwise = law["edge"], law["per"], self.number(law["otherwise"])
            return (
                f"CASE WHEN {now} = 0 THEN {self.number(law['full'])} "
                f"WHEN {now} * {per * edge.denominator} > {children} * {edge.numerator} THEN {otherwise} "
                f"WHEN {children_before} = 0 THEN NULL "
                f"WHEN {now} * {children_before} < {before} * {children} THEN {self.number(law['reduced'])} "
                f"WHEN {now} * {children_before} >= {before} * {children} THEN {otherwise} END"
            )
        first = self.first(item)
        if None in item.lists:
            return f"CASE {first}{self.bands(item, item.lists[None])} END"
        by_class = " ".join(
            f"WHEN area_class IN ({', '.join(map(repr, names))}) THEN CASE {lines} END"
            for lines, names in self.lists(item).items()
        )
        return f"CASE {first}{by_class} END"

    def first(self, item):
        """What comes before any list: the gate, too few answers, 0/0."""
        lines = ""
        if item.indicator.script == "satisfaction":
            least = self.number(item.indicator.figures["least_answers"])
            lines = f"WHEN least({SURVEY[1]}, {SURVEY[3]}) < {least} THEN NULL "
        elif item.indicator.over and item.indicator.over not in self.standard.never_0:
            give = "NULL" if item.empty is None else self.number(item.empty)
            lines = f"WHEN {item.indicator.over} = 0 AND {item.indicator.of} = 0 THEN {give} "
        return f"WHEN ({self.fact(item.gate)}) IS NOT TRUE THEN NULL {lines}" if item.gate else lines

    def lists(self, item):
        """The lines of each list, with the classes it is for."""
        lists = {}
        for klass, bands in item.lists.items():
            lists.setdefault(self.bands(item, bands), []).append(klass)
        return lists

    def classless(self, item, name):
        """Fewest and most points of the value over all lists, as two columns; NULL when the class is known."""
        each = ", ".join(f"CASE {lines} END" for lines in self.lists(item))
        before = f"CASE WHEN area_class IS NOT NULL THEN NULL {self.first(item)}ELSE"
        return [f"{before} least({each}) END AS {name}_least", f"{before} greatest({each}) END AS {name}_most"]

    def fact(self, fact):
        """NULL when unknown."""
        indicator, band, ends = fact.indicator, fact.band, []
        if band.low is not None:
            ends.append(self.compare(indicator, ">=" if band.low_in else ">", band.low))
        if band.high is not None:
            ends.append(self.compare(indicator, "<=" if band.high_in else "<", band.high))
        holds = " AND ".join(ends)
        if not indicator.over:
            return holds
        empty = {None: "NULL", True: "TRUE", False: "FALSE"}[fact.when_empty]
        return f"CASE WHEN {indicator.over} = 0 AND {indicator.of} = 0 THEN {empty} ELSE {holds} END"

    def criterion(self, number, criterion):
        """Points (NULL when missing), fewest, most; and with facts, the sum of the items, settled by a fact or not."""
        names = [f"i{number}_{n}" for n in range(len(criterion.items))]
        points = items = " + ".join(names)
        low = " + ".join(self.end(item, name, "least") for name, item in zip(names, criterion.items))
        high = " + ".join(self.end(item, name, "most") for name, item in zip(names, criterion.items))
        if criterion.facts:
            fact = " OR ".join(f"({self.fact(fact)})" for fact in criterion.facts)
            points = f"CASE WHEN {fact} THEN 0 WHEN NOT ({fact}) THEN {points} END"
            low = f"CASE WHEN {fact} THEN 0 WHEN NOT ({fact}) THEN {low} ELSE least(0, {low}) END"
            high = f"CASE WHEN {fact} THEN 0 ELSE {high} END"
        columns = [f"{points} AS c{number}", f"{low} AS l{number}", f"{high} AS h{number}"]
        return columns + ([f"{items} AS k{number}"] if criterion.facts else [])

    def end(self, item, name, which):
        """The `least` or `most` points of an item."""
        classless = [f"{name}_{which}"] if item.by_class else []
        return f"coalesce({', '.join([name, *classless, self.number(getattr(item, which))])})"

    def source(self, path, count="BIGINT"):
        """All types given, nothing guessed."""
        kinds = dict.fromkeys(IDENTITY, "VARCHAR") | {"year": "SMALLINT"}
        kinds |= {name: "BOOLEAN" if kind == "yes-no" else count for name, kind in self.standard.types.items()}
        columns = ", ".join(f"'{name}': '{kind}'" for name, kind in kinds.items())
        return (
            f"read_csv('{path}', columns = {{{columns}}}, header = true, delim = ',', quote = '\"', escape = '\"', "
            "nullstr = '', new_line = '\\n', auto_detect = false, strict_mode = true)"
        )

    def statement(self, source, target):
        criteria = list(enumerate(self.standard.criteria))
        items = []
        for number, criterion in criteria:
            for n, item in enumerate(criterion.items):
                items.append(f"{self.item(item)} AS i{number}_{n}")
                items += self.classless(item, f"i{number}_{n}") if item.by_class else []
        facts = [fact.indicator for criterion in self.standard.criteria for fact in criterion.facts]
        kept = {name for indicator in facts for name in (indicator.of, indicator.over) if name}
        sums = [column for number, criterion in criteria for column in self.criterion(number, criterion)]
        each = lambda letter, mark=", ": mark.join(f"{letter}{number}" for number, _ in criteria)
        total = each("c", " + ")
        if facts:
            known = " AND ".join(f"k{number} IS NOT NULL" for number, criterion in criteria if criterion.facts)
            total = f"CASE WHEN {known} THEN {total} END"
        above = self.number(self.standard.above)
        lowest, highest = (self.number(end(self.standard.thresholds.values())) for end in (min, max))
        thresholds = " ".join(
            f"WHEN '{name}' THEN {self.number(points)}" for name, points in self.standard.thresholds.items()
        )
        identity = ", ".join(IDENTITY)
        names = ", ".join(f"c{number} AS {criterion.id}" for number, criterion in criteria)
        break_ = ",\n           "
        return f"""COPY (
    WITH items AS (
        SELECT {identity}, {", ".join(sorted(kept))},
           {break_.join(items)}
        FROM {source}
    ), criteria AS (
        SELECT {identity}, CASE area_class {thresholds} END AS threshold,
           {break_.join(sums)}
        FROM items
    ), totals AS (
        SELECT *, {total} AS total,
           {each("l", " + ")} AS total_min,
           {each("h", " + ")} AS total_max
        FROM criteria
    )
    SELECT {identity}, total, total_min, total_max, threshold,
           CASE WHEN least({each("h")}) <= {above} OR total_max < coalesce(threshold, {lowest}) THEN 'not_recognised'
                WHEN least({each("l")}) > {above} AND total_min >= coalesce(threshold, {highest}) THEN 'recognised'
                ELSE 'undetermined' END AS verdict,
           {names}
    FROM totals
) TO '{target}' (FORMAT csv, HEADER true, DELIMITER ',')"""
