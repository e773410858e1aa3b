//! What each figure is, and its value, in both languages.

use crate::criteria::model::{Bound, Deduction, Linear, Minimum, range};
use crate::lang::{Lang, Text};
use crate::quantity::{DayOfYear, Points, Version};

pub(super) fn total_points() -> Text {
    Text::of("tổng điểm của tiêu chuẩn", "points in all")
}

pub(super) fn assessed_on() -> Text {
    Text::of("ngày xét con số của mỗi năm", "day whose figures a year is assessed under")
}

/// `31/12`.
pub(super) fn day(day: DayOfYear) -> Text {
    Text::of(format!("{:02}/{:02}", day.day, day.month), format!("{:02}-{:02}", day.month, day.day))
}

/// `mức ≥ 98, có hiệu lực từ 01/01/2027`.
pub(super) fn in_force(what: &Text, days: Version) -> Text {
    Text::of(
        format!("{}, có hiệu lực {}", what.vi, days.display(Lang::Vi)),
        format!("{}, in force {}", what.en, days.display(Lang::En)),
    )
}

pub(super) fn points_rounding() -> Text {
    Text::of("làm tròn điểm được tính ra", "rounding of computed points")
}

pub(super) fn threshold(class: Option<&Text>) -> Text {
    for_classes(Text::of("ngưỡng tổng điểm", "threshold of the total"), class.as_slice())
}

pub(super) fn every_criterion() -> Text {
    Text::of("mức tối thiểu của mọi tiêu chí", "minimum of every criterion")
}

pub(super) fn veto() -> Text {
    Text::of("không công nhận khi", "not recognised when")
}

pub(super) fn gate() -> Text {
    Text::of("chỉ chấm điểm khi", "scored only when")
}

pub(super) fn zero_when() -> Text {
    Text::of("cả tiêu chí 0 điểm khi", "the whole criterion is 0 when")
}

pub(super) fn level() -> Text {
    Text::of("mức công nhận", "level")
}

pub(super) fn most_points() -> Text {
    Text::of("điểm tối đa", "most points")
}

pub(super) fn floor() -> Text {
    Text::of("không bao giờ thấp hơn", "never below")
}

pub(super) fn minimum_of_criterion() -> Text {
    Text::of("mức tối thiểu để được công nhận", "minimum for recognition")
}

pub(super) fn script_points() -> Text {
    Text::of("điểm tập lệnh có thể cho", "points the script can give")
}

pub(super) fn script_figure(name: &str) -> Text {
    Text::of(format!("con số `{name}` của tập lệnh"), format!("figure `{name}` of the script"))
}

pub(super) fn when_empty() -> Text {
    Text::of("khi mẫu số bằng 0", "when the denominator is 0")
}

pub(super) fn round_before() -> Text {
    Text::of("làm tròn trước khi so với thang điểm", "rounding before the scale")
}

pub(super) fn scale() -> Text {
    Text::of("thang điểm", "scale")
}

pub(super) fn deduction_scale() -> Text {
    Text::of("trừ điểm theo số vụ", "points off per case")
}

pub(super) fn linear_scale() -> Text {
    Text::of("điểm theo đường thẳng", "points on a line")
}

/// `mức ≥ 98`.
pub(super) fn band(range: &Text) -> Text {
    Text::of(format!("mức {}", range.vi), format!("band {}", range.en))
}

/// `ngưỡng tổng điểm, Xã miền núi`; nothing is added without classes.
pub(super) fn for_classes(what: Text, classes: &[&Text]) -> Text {
    let add = |what: String, lang| classes.iter().fold(what, |all, class| format!("{all}, {}", class.get(lang)));
    Text { vi: add(what.vi, Lang::Vi), en: add(what.en, Lang::En) }
}

/// `50 điểm`.
pub(super) fn points(points: Points) -> Text {
    let plural = if points == Points::whole(1) { "" } else { "s" };
    Text::of(format!("{} điểm", points.display(Lang::Vi)), format!("{points} point{plural}"))
}

pub(super) fn at_least(least: Points) -> Text {
    prefixed("≥", &points(least))
}

pub(super) fn more_than(least: Points) -> Text {
    prefixed(">", &points(least))
}

fn prefixed(sign: &str, value: &Text) -> Text {
    Text::of(format!("{sign} {}", value.vi), format!("{sign} {}", value.en))
}

/// The totals of a level.
pub(super) fn points_between(from: Bound, to: Bound) -> Text {
    let range = range(from, to);
    Text::of(format!("{} điểm", range.vi), format!("{} points", range.en))
}

/// What a script can give.
pub(super) fn from_to(least: Points, most: Points) -> Text {
    let (vi, en) = (points(most).vi, points(most).en);
    Text::of(format!("từ {} đến {vi}", least.display(Lang::Vi)), format!("{least} to {en}"))
}

pub(super) fn minimum(minimum: Minimum) -> Text {
    match minimum {
        Minimum::Points(points) => at_least(points),
        Minimum::Share(share) => {
            let share = share.words();
            Text::of(format!("≥ {} % điểm tối đa", share.vi), format!("≥ {} % of the most points", share.en))
        }
    }
}

pub(super) fn holds(holds: bool) -> Text {
    if holds {
        Text::of("coi là đúng", "taken as true")
    } else {
        Text::of("coi là không đúng", "taken as false")
    }
}

pub(super) fn not_applicable(counted: Points) -> Text {
    let counted = points(counted);
    Text::of(format!("không áp dụng, tính {}", counted.vi), format!("not applicable, counts {}", counted.en))
}

pub(super) fn left_out() -> Text {
    Text::of("bỏ ra, quy đổi phần còn lại", "left out, the rest is rescaled")
}

/// `≥ 80: 50 điểm; < 80: 0 điểm`.
pub(super) fn lines(lines: impl Iterator<Item = (Text, Points)>) -> Text {
    let (mut vi, mut en) = (Vec::new(), Vec::new());
    for (range, value) in lines {
        let value = points(value);
        vi.push(format!("{}: {}", range.vi, value.vi));
        en.push(format!("{}: {}", range.en, value.en));
    }
    Text::of(vi.join("; "), en.join("; "))
}

pub(super) fn deduction(deduction: &Deduction) -> Text {
    let Deduction { start, per_case, every, floor } = deduction;
    let of = |points: &Points| points.display(Lang::Vi);
    let start_en = points(*start).en;
    let every = every.words();
    Text::of(
        format!("{} điểm, cứ đủ {} vụ trừ {}, không dưới {}", of(start), every.vi, of(per_case), of(floor)),
        format!("{start_en}, {per_case} off for every {}, never below {floor}", every.en),
    )
}

pub(super) fn linear(linear: &Linear) -> Text {
    let Linear { from, to, points_from, points_to } = linear;
    let (from, to, low, high) = (from.words(), to.words(), points(*points_from), points(*points_to));
    Text::of(
        format!("tại {}: {}; tại {}: {}", from.vi, low.vi, to.vi, high.vi),
        format!("at {}: {}; at {}: {}", from.en, low.en, to.en, high.en),
    )
}
