//! The status of a result is the weakest of the figures it rests on, also of those that are easily overlooked: the cap of
//! a criterion, the points a share is taken of, the rule of a fact at 0/0, the rounding of scripted points.

#[path = "support/scoring.rs"]
mod support;

use cfc::result::Status;
use support::{rules_of, rules_with, sheet_of};

/// Two criteria of quoted items. `{cap}` is the status of the first one's points, `{whole}` of the second one's,
/// `{empty}` of the rule at 0/0; every other figure is quoted.
const STANDARD: &str = r#"
[standard]
id = "status"
title = { vi = "Thử", en = "Test" }
citation = "none"
in_force = { from = 2019-01-03 }
total_points = { value = 20, status = "quoted", evidence = "x" }
rounding = { digits = 2, mode = "half-up" }

[[field]]
id = "a"
label = { vi = "Số a", en = "Count a" }
type = "count"

[[field]]
id = "b"
label = { vi = "Số b", en = "Count b" }
type = "count"

[recognition]
threshold.total = { at_least = 1, status = "quoted", evidence = "x" }
every_criterion_above = { points = 0, status = "quoted", evidence = "x" }

[[criterion]]
id = "first"
title = { vi = "Một", en = "One" }
cites = "1"
points = { value = 10, status = "{cap}", evidence = "x" }
combine = "capped-sum"

[[criterion.item]]
id = "first.a"
title = { vi = "A", en = "A" }
indicator.count = "a"
scale.cutoff = { at_least = 1, points = 10, otherwise = 0, status = "quoted", evidence = "x" }

[[criterion.item]]
id = "first.b"
title = { vi = "B", en = "B" }
indicator.count = "b"
scale.cutoff = { at_least = 1, points = 10, otherwise = 5, status = "quoted", evidence = "x" }

[[criterion]]
id = "second"
title = { vi = "Hai", en = "Two" }
cites = "2"
points = { value = 10, status = "{whole}", evidence = "x" }
minimum = { share = 50, status = "quoted", evidence = "x" }

[[criterion.zero_when]]
id = "half"
label = { vi = "Quá nửa", en = "More than half" }
when = { indicator.rate = { of = "b", over = "b", per = 100, when_empty = { holds = false, status = "{empty}", evidence = "x" } }, above = 50 }
status = "quoted"
evidence = "x"

[[criterion.item]]
id = "second.a"
title = { vi = "A", en = "A" }
indicator.count = "a"
scale.cutoff = { at_least = 1, points = 10, otherwise = 0, status = "quoted", evidence = "x" }
"#;

/// Status of both criteria and of the verdict, with one figure provisional.
fn statuses(provisional: &str) -> [Status; 3] {
    let status = |key: &str| if key == provisional { "provisional" } else { "quoted" };
    let standard = ["cap", "whole", "empty"]
        .iter()
        .fold(STANDARD.to_owned(), |text, key| text.replace(&format!("{{{key}}}"), status(key)));
    let sheet = sheet_of(&rules_of(&standard), b"code,name,a,b\n90001,X,1,0\n");
    let commune = &sheet.communes[0];
    [commune.criteria[0].status, commune.criteria[1].status, commune.verdict_status]
}

#[test]
fn a_result_is_no_stronger_than_the_cap_the_share_and_the_rule_at_0_0_it_rests_on() {
    use Status::{Provisional, Quoted};
    assert_eq!(statuses("none"), [Quoted, Quoted, Quoted]);
    assert_eq!(statuses("cap"), [Provisional, Quoted, Provisional]);
    assert_eq!(statuses("whole"), [Quoted, Quoted, Provisional]);
    assert_eq!(statuses("empty"), [Quoted, Provisional, Provisional]);
}

/// One item whose points a script gives, and the rounding that makes them points.
const SCRIPTED: &str = r#"
[standard]
id = "rounded"
title = { vi = "Thử", en = "Test" }
citation = "none"
in_force = { from = 2019-01-03 }
total_points = { value = 10, status = "quoted", evidence = "x" }
rounding = { digits = 2, mode = "half-up" }
points_rounding = { digits = 0, mode = "half-up", status = "{rounding}", evidence = "x" }

[[field]]
id = "a"
label = { vi = "Số a", en = "Count a" }
type = "count"

[recognition]
threshold.total = { at_least = 1, status = "quoted", evidence = "x" }

[[criterion]]
id = "first"
title = { vi = "Một", en = "One" }
cites = "1"
points = { value = 10, status = "quoted", evidence = "x" }

[[criterion.item]]
id = "first.a"
title = { vi = "A", en = "A" }
script = { name = "share", most = 10, status = "quoted", evidence = "x" }
"#;

#[test]
fn points_of_a_script_are_no_stronger_than_the_rounding_that_makes_them_points() {
    for (status, expected) in [("quoted", Status::Quoted), ("provisional", Status::Provisional)] {
        let rules = rules_with(&SCRIPTED.replace("{rounding}", status), "fn points(a) { min(a / 3, 10) }");
        let sheet = sheet_of(&rules, b"code,name,a\n90001,X,4\n");
        assert_eq!(sheet.communes[0].criteria[0].status, expected);
        assert_eq!(sheet.communes[0].verdict_status, expected);
    }
}
