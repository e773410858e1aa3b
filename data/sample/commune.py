"""How a fictional commune is made: figures that reach the best line of every item, except those a row changes.

`at`, `short` and `shows_as` put a rate on an edge, one child below it, or below it although two decimals show the edge.
"""

import hashlib

WARD, MOUNTAIN, OTHER = "central_city_ward", "mountain_island_or_hardship", "other"
YES, NO, EMPTY = "có", "không", None
IDENTITY = ["code", "name", "province", "district", "year", "area_class"]
FIGURES = """children children_last_year child_protection_officer collaborators child_protection_board
child_rights_budget under5 under5_registered abused abused_last_year offending drug_addicted injured injury_deaths
special_circumstances special_supported serious_cases serious_cases_with_plan under1 under1_immunised under5_weighed
under5_underweight under5_measured under5_stunted children_examined aged_3_36_months nursery_enrolled aged_3_5
kindergarten_enrolled aged_5 aged_5_enrolled children_7_plus consulted_7_plus rights_aware childrens_forum hamlets
hamlets_with_facility play_point activities survey_children survey_children_satisfied survey_adults
survey_adults_satisfied""".split()
COLUMNS = IDENTITY + FIGURES

AT_MOST = [
    line.split(" <= ")
    for line in """under5_registered <= under5
under5 <= children
abused <= children
abused_last_year <= children_last_year
offending <= children
drug_addicted <= children
injury_deaths <= injured
injured <= children
special_supported <= special_circumstances
special_circumstances <= children
serious_cases_with_plan <= serious_cases
under1_immunised <= under1
under1 <= under5
under5_underweight <= under5_weighed
under5_weighed <= under5
under5_stunted <= under5_measured
under5_measured <= under5
children_examined <= children
nursery_enrolled <= aged_3_36_months
kindergarten_enrolled <= aged_3_5
aged_5_enrolled <= aged_5
aged_5 <= aged_3_5
consulted_7_plus <= children_7_plus
children_7_plus <= children
rights_aware <= children
hamlets_with_facility <= hamlets
survey_children_satisfied <= survey_children
survey_adults_satisfied <= survey_adults""".splitlines()
]


def up(share, whole):
    """`share` thousandths of `whole`, rounded up."""
    return -(-share * whole // 1000)


def at(edge, whole):
    """(whole, part): exactly `edge` per cent."""
    assert edge * whole % 100 == 0, (edge, whole)
    return whole, edge * whole // 100


def short(edge, whole):
    """(whole, part): the largest part below `edge` per cent."""
    return whole, -(-edge * whole // 100) - 1


def shows_as(edge, whole):
    """(whole, part) for the first whole from here on: below `edge` per cent, but two decimals show the edge."""
    while True:
        part = short(edge, whole)[1]
        if (edge * whole - 100 * part) * 200 <= whole:
            return whole, part
        whole += 1


class Draw:
    """Small whole numbers that depend on the code and the field only."""

    def __init__(self, code):
        self.code = code

    def __call__(self, what, low, high):
        digest = hashlib.sha256(f"{self.code} {what}".encode()).digest()
        return low + int.from_bytes(digest[:8], "big") % (high - low + 1)


def best(draw, klass, children, given):
    """Figures that reach the best line of every item, except those given; None is a cell left empty."""
    row = {}

    def put(field, figure):
        row[field] = given.get(field, figure)
        return figure if row[field] is None else row[field]

    mountain = klass == MOUNTAIN
    children = put("children", children)
    before = put("children_last_year", up(draw("before", 970, 1030), children))
    for field in FIGURES[2:6]:
        put(field, YES)
    under5 = put("under5", up(draw("under5", 290, 325), children))
    put("under5_registered", min(under5, up(draw("registered", 986, 1000), under5)))
    put("abused", 0)
    put("abused_last_year", min(before, draw("abused before", 0, 2)))
    put("offending", 0)
    put("drug_addicted", 0)
    put("injured", draw("injured", 1, 5) * children // 1000)
    put("injury_deaths", 0)
    share = draw("special", 60, 95) if mountain else draw("special", 15, 40)
    special = put("special_circumstances", up(share, children))
    put("special_supported", up(draw("supported", 955, 1000), special))
    cases = put("serious_cases", 0)
    put("serious_cases_with_plan", cases)
    under1 = put("under1", up(draw("under1", 56, 64), children))
    put("under1_immunised", min(under1, up(draw("immunised", 982, 1000), under1)))
    weighed = put("under5_weighed", up(draw("weighed", 965, 995), under5))
    put("under5_underweight", (draw("light", 85, 115) if mountain else draw("light", 35, 70)) * weighed // 1000)
    measured = put("under5_measured", up(draw("measured", 960, 990), under5))
    put("under5_stunted", (draw("short", 175, 215) if mountain else draw("short", 85, 130)) * measured // 1000)
    put("children_examined", up(draw("examined", 905, 975), children))
    toddlers = put("aged_3_36_months", up(draw("toddlers", 160, 175), children))
    put("nursery_enrolled", up(draw("nursery", 305, 390), toddlers))
    preschool = put("aged_3_5", up(draw("preschool", 180, 195), children))
    put("kindergarten_enrolled", up(draw("kindergarten", 952, 992), preschool))
    five = put("aged_5", up(draw("five", 57, 64), children))
    put("aged_5_enrolled", five)
    seven = put("children_7_plus", up(draw("seven", 540, 565), children))
    put("consulted_7_plus", up(draw("consulted", 302, 410), seven))
    put("rights_aware", up(draw("aware", 855, 930), children))
    put("childrens_forum", YES)
    hamlets = put("hamlets", 5 + children // 1000 + draw("hamlets", 0, 5))
    put("hamlets_with_facility", up(draw("facility", 800, 950), hamlets))
    put("play_point", YES)
    put("activities", draw("activities", 4, 9))
    for group in ("children", "adults"):
        answers = put(f"survey_{group}", draw(f"survey {group}", 60, 140))
        put(f"survey_{group}_satisfied", up(draw(f"satisfied {group}", 905, 970), answers))
    return row


PLACES = {
    WARD: [("Phường Mẫu Cảng", "Thành phố Mẫu Cảng", ["Quận Mẫu Đông", "Quận Mẫu Tây", "Thành phố Mẫu Vịnh"])],
    MOUNTAIN: [
        ("Xã Mẫu Suối", "Tỉnh Mẫu An", ["Huyện Mẫu Thượng", "Huyện Mẫu Hạ"]),
        ("Xã Mẫu Đèo", "Tỉnh Mẫu An", ["Huyện Mẫu Thượng", ""]),
        ("Thị trấn Mẫu Núi", "Tỉnh Mẫu An", ["Huyện Mẫu Hạ"]),
        ("Xã Mẫu Đảo", "Thành phố Mẫu Cảng", [""]),
    ],
    OTHER: [
        ("Xã Mẫu Đồng", "Tỉnh Mẫu Bình", ["Huyện Mẫu Trung", "Huyện Mẫu Giang", ""]),
        ("Thị trấn Mẫu Chợ", "Tỉnh Mẫu Bình", ["Huyện Mẫu Giang"]),
        ("Phường Mẫu Phố", "Tỉnh Mẫu Bình", ["Thị xã Mẫu Trung", ""]),
        ("Xã Mẫu Biển", "Thành phố Mẫu Cảng", ["Huyện Mẫu Duyên", ""]),
    ],
}
FIRST_CODE = 90001  # real codes end near 32248
rows, shows, counters = [], [], {}


def add(what, klass=OTHER, size=None, code=None, kind=None, cells=None, **given):
    """One commune. `kind` chooses the row of PLACES, `cells` overwrites identity cells."""
    code = code or f"{FIRST_CODE + len(rows):05}"
    draw = Draw(code)
    turn = counters[klass] = counters.get(klass, -1) + 1
    stem, province, districts = PLACES[klass][turn % len(PLACES[klass]) if kind is None else kind]
    number = counters[stem] = counters.get(stem, 0) + 1
    size = size or (draw("size", 800, 3600) if klass == MOUNTAIN else draw("size", 1900, 9500))
    identity = [code, f"{stem} {number:02}", province, districts[number % len(districts)], "2024", klass]
    row = dict(zip(IDENTITY, identity)) | (cells or {}) | best(draw, klass, size, given)
    for part, whole in AT_MOST:
        assert row[part] is None or row[whole] is None or row[part] <= row[whole], (what, part, row[part], row[whole])
    rows.append(row)
    shows.append(what)


def pair(whole_field, part_field, counts):
    return {whole_field: counts[0], part_field: counts[1]}


def registered(counts):
    return pair("under5", "under5_registered", counts)


def immunised(counts):
    return pair("under1", "under1_immunised", counts)


def light(counts):
    return pair("under5_weighed", "under5_underweight", counts)


def stunted(counts):
    return pair("under5_measured", "under5_stunted", counts)


def supported(counts):
    return pair("special_circumstances", "special_supported", counts)


def examined(counts):
    return pair("children", "children_examined", counts)


def facility(counts):
    return pair("hamlets", "hamlets_with_facility", counts)


def survey(children, children_satisfied, adults, adults_satisfied):
    return {
        "survey_children": children,
        "survey_children_satisfied": children_satisfied,
        "survey_adults": adults,
        "survey_adults_satisfied": adults_satisfied,
    }
