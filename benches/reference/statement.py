"""The whole standard as one DuckDB statement."""

import sys

from rules import ABUSE, IDENTITY, SURVEY


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
        """NULL when missing: no line of a CASE holds for a NULL, and there is no ELSE."""
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
        first = ""
        if item.indicator.script == "satisfaction":
            first = f"WHEN least({SURVEY[1]}, {SURVEY[3]}) < {self.number(law['least_answers'])} THEN NULL "
        elif item.indicator.over and item.indicator.over not in self.standard.never_0:
            give = "NULL" if item.empty is None else self.number(item.empty)
            first = f"WHEN {item.indicator.over} = 0 AND {item.indicator.of} = 0 THEN {give} "
        if item.gate:
            first = f"WHEN ({self.fact(item.gate)}) IS NOT TRUE THEN NULL {first}"
        if None in item.lists:
            return f"CASE {first}{self.bands(item, item.lists[None])} END"
        cases = {}
        for klass, bands in item.lists.items():
            cases.setdefault(self.bands(item, bands), []).append(klass)
        by_class = " ".join(
            f"WHEN area_class IN ({', '.join(map(repr, names))}) THEN CASE {lines} END"
            for lines, names in cases.items()
        )
        return f"CASE {first}{by_class} END"

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
        """Three columns: points (NULL when missing), fewest, most."""
        names = [f"i{number}_{n}" for n in range(len(criterion.items))]
        points = " + ".join(names)
        low = " + ".join(f"coalesce({n}, {self.number(i.least)})" for n, i in zip(names, criterion.items))
        high = " + ".join(f"coalesce({n}, {self.number(i.most)})" for n, i in zip(names, criterion.items))
        if criterion.facts:
            fact = " OR ".join(f"({self.fact(fact)})" for fact in criterion.facts)
            points = f"CASE WHEN {fact} THEN 0 WHEN NOT ({fact}) THEN {points} END"
            low = f"CASE WHEN {fact} THEN 0 WHEN NOT ({fact}) THEN {low} ELSE least(0, {low}) END"
            high = f"CASE WHEN {fact} THEN 0 ELSE {high} END"
        return [f"{points} AS c{number}", f"{low} AS l{number}", f"{high} AS h{number}"]

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
        items = [
            f"{self.item(item)} AS i{number}_{n}"
            for number, criterion in criteria
            for n, item in enumerate(criterion.items)
        ]
        facts = [fact.indicator for criterion in self.standard.criteria for fact in criterion.facts]
        kept = {name for indicator in facts for name in (indicator.of, indicator.over) if name}
        sums = [column for number, criterion in criteria for column in self.criterion(number, criterion)]
        each = lambda letter, mark=", ": mark.join(f"{letter}{number}" for number, _ in criteria)
        above = self.number(self.standard.above)
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
        SELECT *, {each("c", " + ")} AS total,
           {each("l", " + ")} AS total_min,
           {each("h", " + ")} AS total_max
        FROM criteria
    )
    SELECT {identity}, total, total_min, total_max, threshold,
           CASE WHEN least({each("h")}) <= {above} OR total_max < threshold THEN 'not_recognised'
                WHEN least({each("l")}) > {above} AND total_min >= threshold THEN 'recognised'
                ELSE 'undetermined' END AS verdict,
           {names}
    FROM totals
) TO '{target}' (FORMAT csv, HEADER true, DELIMITER ',')"""
