"""The rows of communes.csv, one call of `add` each; its first words say what the row shows, README.md lists them.

Edges are written here and not read from the standard: the table stays the same when the law changes, and
`python3 benches/reference data/sample/communes.csv --coverage` then says what no row reaches any more.
"""
from commune import (EMPTY, FIGURES, MOUNTAIN, NO, OTHER, WARD, add, at, examined, facility, immunised, light, pair,
                     registered, short, shows_as, stunted, supported, survey)

ONE_ABUSED_FEWER = {"abused": 1, "abused_last_year": 3, "serious_cases": 1, "serious_cases_with_plan": 1}

# ---- ordinary communes -----------------------------------------------------------------------------------------
add("ordinary: every item at its best", MOUNTAIN, 1460)
add("ordinary: a few lines lower, recognised", OTHER, 5230, **registered((1600, 1536)), **facility((12, 8)),
    activities=3)
add("ordinary: large ward, recognised", WARD, 14980, **ONE_ABUSED_FEWER)
add("ordinary: a death by injury decides, the total would do", OTHER, 6120, injured=31, injury_deaths=1)
add("ordinary: poor mountain commune, recognised at 800 and above", MOUNTAIN, 2210, **light((640, 84)),
    **stunted((640, 160)), nursery_enrolled=80, aged_3_36_months=380, activities=2, play_point=NO)
add("ordinary: the health station has not sent its figures", MOUNTAIN, 1730, injured=EMPTY, injury_deaths=EMPTY,
    under1=EMPTY, under1_immunised=EMPTY, under5_weighed=EMPTY, under5_underweight=EMPTY, under5_measured=EMPTY,
    under5_stunted=EMPTY, children_examined=EMPTY)
add("ordinary: several weak lines, no zero, only the total fails", OTHER, 4075, **examined((4075, 2910)),
    **facility((11, 5)), **immunised((240, 219)), collaborators=NO, play_point=NO, childrens_forum=NO)
add("ordinary: ward, one item lower in many criteria", WARD, 11320, child_protection_board=NO, injured=80,
    offending=2, activities=3, **ONE_ABUSED_FEWER)
add("ordinary: island commune", MOUNTAIN, 870, kind=3, **facility((4, 3)), activities=2)
add("ordinary: small town, abuse up on last year", OTHER, 7890, kind=1, abused=3, abused_last_year=1)
add("ordinary: large rural commune, one child broke the law", OTHER, 13450, offending=1, injured=95, activities=3)
add("ordinary: ward without a play point and a forum", WARD, 9980, play_point=NO, childrens_forum=NO)

# ---- criterion 1
add("1.1 no officer", child_protection_officer=NO)
add("1.2 not every hamlet has a collaborator", MOUNTAIN, collaborators=NO)
add("1.3 no board or group that meets", WARD, child_protection_board=NO)
add("1.4 no budget", child_rights_budget=NO)
add("criterion 1 at zero: four times no", MOUNTAIN, child_protection_officer=NO, collaborators=NO,
    child_protection_board=NO, child_rights_budget=NO)

# ---- criteria 2 and 7: edges 98, 95, 90
add("2.1 and 7.1 exactly 98 %", OTHER, 4800, **registered(at(98, 1500)), **immunised(at(98, 300)))
add("2.1 and 7.1 below 98 %, two decimals show 98,00", OTHER, 7300, **registered(shows_as(98, 2240)),
    **immunised(shows_as(98, 440)))
add("2.1 and 7.1 exactly 95 %", MOUNTAIN, 3300, **registered(at(95, 1020)), **immunised(at(95, 200)))
add("2.1 below 95 %, two decimals show 95,00; 7.1 one child short of 95 %", OTHER, 6650,
    **registered(shows_as(95, 2030)),
    **immunised(short(95, 400)))
add("2.1 and 7.1 exactly 90 %", WARD, 9800, **registered(at(90, 3000)), **immunised(at(90, 590)))
add("criterion 2 at zero: below 90 %, two decimals show 90,00", OTHER, 6700, **registered(shows_as(90, 2049)))
add("criterion 7 at zero: one child short of 90 %", MOUNTAIN, 2400, **immunised(short(90, 151)))

# ---- criterion 3: the script
add("3.1 exactly 5 per 10,000 and lower than last year", OTHER, 4000, abused=2, abused_last_year=4,
    children_last_year=4050)
add("3.1 criterion at zero: just above 5 per 10,000, though lower than last year", OTHER, 3999, abused=2,
    abused_last_year=4, children_last_year=4050)
add("3.1 criterion at zero: below 5 per 10,000 but the same rate as last year", WARD, 8000, abused=2,
    abused_last_year=2, children_last_year=8000)
add("3.1 same count, more children: the rate is lower than last year", WARD, 8001, abused=2, abused_last_year=2,
    children_last_year=8000)
add("3.1 criterion at zero: below 5 per 10,000 but higher than last year", OTHER, 9200, abused=3, abused_last_year=0)
add("3.1 none abused, last year some", MOUNTAIN, 1180, abused=0, abused_last_year=3)

# ---- criterion 4
add("4.1 exactly 10 per 10,000", OTHER, 5000, offending=5)
add("4.1 just above 10 per 10,000", OTHER, 4999, offending=5)
add("4.2 one child addicted, 4.1 still gives points", WARD, 8750, drug_addicted=1)
add("criterion 4 at zero: above 10 per 10,000 and one addicted", MOUNTAIN, 1950, offending=2, drug_addicted=1)

# ---- criterion 5
add("5.1 exactly 600 per 100,000", OTHER, 5000, injured=30)
add("5.1 just above 600 per 100,000", OTHER, 4999, injured=30)
add("5.1 exactly 900 per 100,000", MOUNTAIN, 3000, injured=27)
add("5.1 just above 900 per 100,000, no death: criterion 5 stays above zero", MOUNTAIN, 2999, injured=27)
add("criterion 5 at zero: one death, few injured", WARD, 10400, injured=12, injury_deaths=1)

# ---- criterion 6: edges 95, 90, 80
add("6.1 exactly 95 %", MOUNTAIN, 2600, **supported(at(95, 180)))
add("6.1 one child short of 95 %", MOUNTAIN, 2600, **supported(short(95, 180)))
add("6.1 exactly 90 %", OTHER, 5400, **supported(at(90, 150)))
add("6.1 one child short of 90 %", OTHER, 5400, **supported(short(90, 150)))
add("6.1 exactly 80 %", WARD, 9100, **supported(at(80, 205)))
add("6.1 one child short of 80 %, 6.2 keeps the criterion above zero", WARD, 9100, **supported(short(80, 205)))
add("6.2 every serious case has its plan", OTHER, 8400, abused=4, abused_last_year=6, serious_cases=4,
    serious_cases_with_plan=4)
add("6.2 one plan is missing in four", OTHER, 8400, abused=4, abused_last_year=6, serious_cases=4,
    serious_cases_with_plan=3)
add("criterion 6 at zero: few supported and a case without a plan", OTHER, 7700, **supported(short(80, 210)), abused=1,
    abused_last_year=2, serious_cases=1, serious_cases_with_plan=0)

# ---- criterion 8: band lists by class
add("8.1 and 8.2 exactly 12 % and 22 % (mountain list)", MOUNTAIN, 3250, **light(at(12, 950)), **stunted(at(22, 950)))
add("8.1 and 8.2 one child below 12 % and 22 % (mountain list)", MOUNTAIN, 3250, **light(short(12, 950)),
    **stunted(short(22, 950)))
add("8.1 and 8.2 exactly 16 % and 27 % (mountain list)", MOUNTAIN, 3320, **light(at(16, 900)), **stunted(at(27, 900)))
add("8.1 and 8.2 one child below 16 % and 27 % (mountain list)", MOUNTAIN, 3320, **light(short(16, 900)),
    **stunted(short(27, 900)))
add("criterion 8 at zero: exactly 20 % and 32 % (mountain list)", MOUNTAIN, 3410, **light(at(20, 950)),
    **stunted(at(32, 950)))
add("8.1 and 8.2 one child below 20 % and 32 % (mountain list)", MOUNTAIN, 3410, **light(short(20, 950)),
    **stunted(short(32, 950)))
add("8.1 and 8.2 exactly 8 % and 14 % (list of the other classes)", OTHER, 5000, **light(at(8, 1450)),
    **stunted(at(14, 1450)))
add("8.1 and 8.2 one child below 8 % and 14 % (list of the other classes)", WARD, 8150, **light(short(8, 2300)),
    **stunted(short(14, 2300)))
add("8.1 and 8.2 exactly 10 % and 18 % (list of the other classes)", WARD, 8150, **light(at(10, 2300)),
    **stunted(at(18, 2300)))
add("8.1 and 8.2 one child below 10 % and 18 % (list of the other classes)", OTHER, 5000, **light(short(10, 1450)),
    **stunted(short(18, 1450)))
add("criterion 8 at zero: exactly 14 % and 22 % (list of the other classes)", OTHER, 5100, **light(at(14, 1450)),
    **stunted(at(22, 1450)))
add("8.1 and 8.2 one child below 14 % and 22 % (list of the other classes)", OTHER, 5100, **light(short(14, 1450)),
    **stunted(short(22, 1450)))

# ---- criteria 9 and 13: edges 90, 80, 70
add("9.1 and 13.1 exactly 90 %; each group of the survey alone is not", OTHER, **examined(at(90, 4200)),
    **survey(100, 85, 100, 95))
add("9.1 below 90 %, two decimals show 90,00; 13.1 one answer short of 90 %", OTHER, **examined(shows_as(90, 6320)),
    **survey(100, 90, 100, 89))
add("9.1 and 13.1 exactly 80 %", WARD, **examined(at(80, 9600)), **survey(120, 100, 130, 100))
add("9.1 below 80 %, two decimals show 80,00; 13.1 one answer short of 80 %", OTHER, **examined(shows_as(80, 7410)),
    **survey(120, 100, 130, 99))
add("9.1 and 13.1 exactly 70 %", MOUNTAIN, **examined(at(70, 2330)), **survey(50, 40, 50, 30))
add("criterion 9 at zero: below 70 %, two decimals show 70,00", OTHER, **examined(shows_as(70, 6880)))
add("criterion 13 at zero: one answer short of 70 %", MOUNTAIN, 1320, **survey(50, 40, 50, 29))
add("13.1 exactly 30 answers in each group", MOUNTAIN, 940, **survey(30, 28, 30, 29))
add("13.1 missing: 29 answers of children, whatever the adults say", MOUNTAIN, 910, **survey(29, 29, 96, 95))
add("13.1 missing: 29 answers of adults", OTHER, 3050, **survey(64, 61, 29, 28))
add("13.1 missing: no survey held", OTHER, 2870, **survey(0, 0, 0, 0))

# ---- criterion 10
add("10.1, 10.2, 10.3 exactly 30 %, 95 %, 99 %", OTHER, 4950,
    **pair("aged_3_36_months", "nursery_enrolled", at(30, 820)),
    **pair("aged_3_5", "kindergarten_enrolled", at(95, 940)), **pair("aged_5", "aged_5_enrolled", at(99, 300)))
add("10.1, 10.2, 10.3 one child short of 30 %, 95 %, 99 %", OTHER, 4950,
    **pair("aged_3_36_months", "nursery_enrolled", short(30, 820)),
    **pair("aged_3_5", "kindergarten_enrolled", short(95, 940)), **pair("aged_5", "aged_5_enrolled", short(99, 300)))
add("10.1, 10.2, 10.3 exactly 20 %, 90 %, 95 %", MOUNTAIN, 3460,
    **pair("aged_3_36_months", "nursery_enrolled", at(20, 575)),
    **pair("aged_3_5", "kindergarten_enrolled", at(90, 650)), **pair("aged_5", "aged_5_enrolled", at(95, 220)))
add("criterion 10 at zero: one child short of 20 %, 90 %, 95 %", MOUNTAIN, 3460,
    **pair("aged_3_36_months", "nursery_enrolled", short(20, 575)),
    **pair("aged_3_5", "kindergarten_enrolled", short(90, 650)), **pair("aged_5", "aged_5_enrolled", short(95, 220)))

# ---- criterion 11
add("11.1 and 11.2 exactly 30 % and 85 %", OTHER, 5100, **pair("children_7_plus", "consulted_7_plus", at(30, 2840)),
    **pair("children", "rights_aware", at(85, 5100)))
add("11.1 and 11.2 below 30 % and 85 %, two decimals show 30,00 and 85,00", OTHER, 5299,
    **pair("children_7_plus", "consulted_7_plus", shows_as(30, 2930)),
    **pair("children", "rights_aware", shows_as(85, 5299)))
add("11.1 and 11.2 exactly 20 % and 70 %", WARD, 8300, **pair("children_7_plus", "consulted_7_plus", at(20, 4600)),
    **pair("children", "rights_aware", at(70, 8300)))
add("11.3 no forum; 11.1 and 11.2 at their best", MOUNTAIN, childrens_forum=NO)
add("criterion 11 at zero: one child short of 20 % and 70 %, no forum", MOUNTAIN, 2150,
    **pair("children_7_plus", "consulted_7_plus", short(20, 1190)), rights_aware=1504, childrens_forum=NO)

# ---- criterion 12
add("12.1 exactly 80 %, 12.3 four activities", OTHER, **facility(at(80, 10)), activities=4)
add("12.1 below 80 %, 12.3 three activities", OTHER, **facility((14, 11)), activities=3)
add("12.1 exactly 60 %, 12.3 two activities", MOUNTAIN, **facility(at(60, 10)), activities=2)
add("12.1 below 60 %, 12.3 one activity", MOUNTAIN, **facility((12, 7)), activities=1)
add("12.1 exactly 40 %, 12.3 no activity", WARD, **facility(at(40, 15)), activities=0)
add("12.1 below 40 %, 12.2 a play point keeps the criterion above zero", OTHER, **facility((13, 5)), activities=0)
add("criterion 12 at zero: few houses, no play point, no activity", MOUNTAIN, **facility((9, 2)), play_point=NO,
    activities=0)

# ---- 0/0
add("0/0 in 2.1, 7.1, 8.1, 8.2, 10.1, 10.2, 10.3: no child below six", MOUNTAIN, 58, kind=3, under5=0, under1=0,
    aged_3_36_months=0, aged_3_5=0, aged_5=0, special_circumstances=2, children_7_plus=51, abused_last_year=0,
    injured=0,
    nursery_enrolled=0, **survey(34, 33, 41, 40))
add("0/0 in 7.1 alone: no infant", MOUNTAIN, 214, kind=3, under1=0, injured=1)
add("0/0 in 10.3 alone: nobody aged five", MOUNTAIN, 176, kind=3, aged_5=0, injured=0)
add("0/0 in 11.1: nobody of seven or older", MOUNTAIN, 41, kind=3, under5=33, aged_3_36_months=22, aged_3_5=15,
    aged_5=5,
    children_7_plus=0, special_circumstances=1, abused_last_year=0, injured=0, **survey(30, 29, 52, 50))
add("0/0 in 6.1, one serious case in 6.2", OTHER, 2960, special_circumstances=0, **ONE_ABUSED_FEWER)
add("0/0 in 12.1: no hamlet counted, the item is missing", WARD, hamlets=0, hamlets_with_facility=0)

# ---- missing figures
add("8.1 and 8.2 missing: there are under-fives, but nobody was weighed or measured", OTHER, 4310, under5_weighed=0,
    under5_measured=0)
add("3.1 missing: one abused, and no children last year to compare with (a new commune)", OTHER, 4480, abused=1,
    children_last_year=0)
add("last year's abuse missing, more than 5 per 10,000 this year: criterion 3 is zero anyway", MOUNTAIN, 1840, abused=1,
    abused_last_year=EMPTY)
add("one figure missing in a criterion with one item: undetermined", OTHER, under1_immunised=EMPTY)
add("one figure missing, recognised whatever it is", OTHER, hamlets_with_facility=EMPTY)
add("one yes/no missing, recognised whatever it is", WARD, child_rights_budget=EMPTY)
add("deaths missing: criterion 5 can still be zero", WARD, injury_deaths=EMPTY)
add("injured missing, no death: criterion 5 cannot be zero, recognised", OTHER, injured=EMPTY)
add("injured missing, one death: criterion 5 is zero anyway, but there is no total", MOUNTAIN, injured=EMPTY,
    injury_deaths=1)
add("last year's abuse missing, none this year: last year does not matter", MOUNTAIN, abused=0, abused_last_year=EMPTY,
    children_last_year=EMPTY)
add("last year's abuse missing, one this year: criterion 3 can still be zero", OTHER, 5900, abused=1,
    abused_last_year=EMPTY)
add("the education figures are missing: undetermined", MOUNTAIN, aged_3_36_months=EMPTY, nursery_enrolled=EMPTY,
    aged_3_5=EMPTY, kindergarten_enrolled=EMPTY, aged_5=EMPTY, aged_5_enrolled=EMPTY)
add("the number of children is missing: many items at once", OTHER, 4400, children=EMPTY, children_examined=4150)
add("figures missing, not recognised by a veto: criterion 2 at zero", OTHER, 4700, **registered((1440, 1200)),
    under1=EMPTY, under1_immunised=EMPTY, children_examined=EMPTY)
add("figures missing, not recognised by the total: too low whatever they are", OTHER, 4100, **ONE_ABUSED_FEWER,
    **examined((4100, 2990)), **facility((11, 5)), **supported((120, 97)), **immunised((240, 219)),
    under5_underweight=EMPTY, activities=EMPTY)
add("area class missing, recognised in every class: 8.1 and 8.2 get the same points from each list", OTHER, 3600,
    cells={"area_class": ""})
add("area class missing, not recognised by a veto", OTHER, 3700, cells={"area_class": ""}, drug_addicted=1, offending=9)
add("no figure at all: undetermined", MOUNTAIN, 1500, **dict.fromkeys(FIGURES))

# ---- thresholds
LOSE_150 = ONE_ABUSED_FEWER | {"children": 4100, "children_examined": 2990} | facility((11, 5)) \
    | supported((120, 109)) \
    | immunised((240, 229)) | {"under5": 1250, "under5_registered": 1240, "under5_weighed": 1240,
                               "under5_underweight": 74, "under5_measured": 1240, "under5_stunted": 148}
add("total exactly 900, ward of a central city: recognised", WARD, 9000, **ONE_ABUSED_FEWER, **examined((9000, 7650)),
    **supported((250, 230)), **facility((15, 10)))
add("total 895, ward of a central city: not recognised by the total alone", WARD, 9000, **ONE_ABUSED_FEWER,
    **examined((9000, 7650)), **registered((2800, 2600)), **facility((15, 10)))
add("total exactly 850: recognised in the class of the others", OTHER, **LOSE_150)
add("the same figures, ward of a central city: 850 is below 900", WARD, **LOSE_150)
add("the same figures, mountain commune: 850 is above 800", MOUNTAIN, **LOSE_150)
add("total 845: not recognised by the total alone", OTHER, 4100, **ONE_ABUSED_FEWER, **examined((4100, 2990)),
    **facility((11, 5)), **registered((1250, 1150)), **immunised((240, 229)))
add("total exactly 800, mountain commune: recognised", MOUNTAIN, 3500, **ONE_ABUSED_FEWER, **examined((3500, 2550)),
    **facility((11, 5)), **registered((1100, 1010)), **immunised((210, 192)), **survey(80, 60, 80, 60))
add("total 795, mountain commune: not recognised by the total alone", MOUNTAIN, 3500, **ONE_ABUSED_FEWER,
    **examined((3500, 2550)), **facility((11, 5)), **registered((1100, 1010)), **immunised((210, 192)),
    **survey(80, 66, 80, 66), **supported((280, 258)))
add("a mountain ward (phường) has the threshold of the others: 820 is not enough", OTHER, 4100, kind=2,
    cells={"name": "Phường Mẫu Rừng 01", "province": "Tỉnh Mẫu An", "district": "Thị xã Mẫu Rừng"}, **ONE_ABUSED_FEWER,
    **examined((4100, 2990)), **facility((11, 5)), **registered((1250, 1150)), **immunised((240, 229)),
    child_protection_board=NO, **light((1200, 110)))
add("several criteria at zero and the total too low", OTHER, 5600, abused=6, abused_last_year=2, injured=70,
    injury_deaths=2, **immunised((330, 260)), **examined((5600, 3100)), **facility((12, 3)), play_point=NO,
    activities=1)
add("a code of zeros stays text", OTHER, 3980, code="00000")

# ---- area class missing, more
add("area class missing, undetermined: 8.1 and 8.2 get other points from each list, and 820 to 850 is enough for some "
    "classes only", OTHER, code="90122", cells={"area_class": ""},
    **LOSE_150 | light((1240, 112)) | stunted((1240, 248)))
add("area class missing, not recognised by the total: 795 is below the lowest threshold", OTHER, 3500, code="90123",
    cells={"area_class": ""}, **ONE_ABUSED_FEWER, **examined((3500, 2550)), **facility((11, 5)),
    **registered((1100, 1010)), **immunised((210, 192)), **survey(80, 66, 80, 66), **supported((100, 92)))
