"""The two scripts of Decision 06, written out by hand; they have to follow when scripts/qd-06-2019 changes."""

from fractions import Fraction

MISSING = "missing"
ABUSE = ["abused", "children", "abused_last_year", "children_last_year"]
SURVEY = ["survey_children_satisfied", "survey_children", "survey_adults_satisfied", "survey_adults"]


def abuse(row, law):
    """None abused: full points. At most `edge` per so many and a lower rate than last year: reduced points.

    A missing figure matters only where the rule gets to it.
    """
    now, children, before, children_before = (row[name] for name in ABUSE)
    if now is None:
        return None, MISSING
    if now == 0:
        return law["full"], "none"
    if children is None:
        return None, MISSING
    if Fraction(now, children) * law["per"] > law["edge"]:
        return law["otherwise"], "many"
    if before is None or children_before is None:
        return None, MISSING
    if children_before == 0:
        return None, "no children last year"
    if Fraction(now, children) < Fraction(before, children_before):
        return law["reduced"], "few and lower"
    return law["otherwise"], "few but not lower"


def survey(row, law):
    """(satisfied, answered) of both groups together; None when a group has too few answers."""
    satisfied_children, children, satisfied_adults, adults = (row[name] for name in SURVEY)
    if None in (satisfied_children, children, satisfied_adults, adults):
        return None
    if min(children, adults) < law["least_answers"]:
        return None
    return satisfied_children + satisfied_adults, children + adults


SCRIPTS, VALUES = {"abuse": abuse}, {"satisfaction": survey}
