"""The cases written beside the rules, run by this second scorer."""

from rules import EMPTY


def outcome(low, high, known, empty=False):
    """As a case writes it: points, what not applicable counts, or the range of what is missing."""
    return ("not_applicable" if empty else "points", low) if known else ("between", [low, high])


def agrees(expected, found):
    """`expected` is the value of a key of a case, such as 50, "missing" or [0, 50]."""
    kind, value = found
    if expected in (True, "missing"):
        return kind == "between"
    if isinstance(expected, list):
        return kind == "between" and expected == value
    return kind != "between" and expected == value


def case_results(standard, case):
    """(what, expected, found, agrees) for each thing a case asks for."""
    row = dict.fromkeys(standard.types) | {name: int(value) for name, value in case["given"].items()}
    row["area_class"] = case.get("class")
    items, criteria = {}, {}
    for criterion in standard.criteria:
        low, high, known, outcomes = criterion.score(row)
        criteria[criterion.id] = outcome(low, high, known)
        for item, found in zip(criterion.items, outcomes):
            give_way = item.empty_as == "not-applicable" and found.why == EMPTY
            items[item.id] = outcome(found.low, found.high, found.points is not None, give_way)
    asked = [(items, name, value) for name, value in case.get("items", {}).items()]
    asked += [(criteria, name, value) for name, value in case.get("criteria", {}).items()]
    for where, name in ((items, case.get("item")), (criteria, case.get("criterion"))):
        for key in ("points", "missing", "not_applicable", "between"):
            if name and key in case:
                asked.append((where, name, case[key]))
                if key in ("points", "not_applicable"):
                    yield name, key, where[name][0], where[name][0] == key
    for where, name, value in asked:
        yield name, value, where[name][1], agrees(value, where[name])
    score = standard.score(row)
    if "total" in case:
        total = outcome(score["low"], score["high"], score["complete"])
        yield "total", case["total"], total[1], agrees(case["total"], total)
    if "verdict" in case:
        yield "verdict", case["verdict"], score["verdict"], case["verdict"] == score["verdict"]
    if "failed" in case:
        failed = score["vetoed"] + ["total"] * score["too_low"]
        yield "failed", case["failed"], failed, case["failed"] == failed


def cases(standard):
    """Runs every case of the criteria file and of the cases file; True when all hold."""
    results = [(case, *result) for case in standard.cases for result in case_results(standard, case)]
    wrong = [result for result in results if not result[-1]]
    for case, what, expected, found, _ in wrong:
        print(f"{case.get('name') or case['given']}: {what}: expected {expected}, found {found}")
    print(f"{len(standard.cases)} cases ask for {len(results)} results, {len(wrong)} differ")
    return not wrong
