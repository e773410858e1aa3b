//! What stands out among the communes of one class: a rate far from the others, the only zero.

use super::desk::{Desk, Row, What};
use super::limits::{LEAST_SPREAD, SMALL_COUNT};
use super::words;
use crate::quantity::Ratio;
use crate::result::review::{Finding, FindingKind, FindingLevel};
use crate::result::{ItemInfo, Unit};

/// All findings, class by class.
pub(super) fn findings(desk: &Desk<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for class in desk.classes() {
        for (at, (info, fields)) in desk.items().iter().enumerate() {
            findings.extend(far(desk, &class, (at, info, fields)));
        }
        for field in desk.counts() {
            findings.extend(only_zero(desk, &class, field));
        }
    }
    findings
}

/// The rates of an item beyond the fences of the class.
fn far(desk: &Desk<'_>, class: &[&Row<'_>], (at, info, fields): (usize, &ItemInfo, &[usize])) -> Vec<Finding> {
    let Unit::Per(per) = info.unit else { return Vec::new() };
    let rate = |row: &&Row<'_>| Some(row.score.items.get(at)?.measured.as_ref()?.value);
    let rates: Vec<Ratio> = class.iter().filter_map(rate).collect();
    if rates.len() < desk.limits.least_communes {
        return Vec::new();
    }
    let Some([low, first, third, high]) = fences(rates, per, Ratio::from(desk.limits.far)) else { return Vec::new() };
    let is_far = |row: &&&Row<'_>| rate(row).is_some_and(|rate| rate < low || rate > high);
    let finding = |row: &&Row<'_>| {
        let measured = row.score.items.get(at)?.measured.as_ref()?;
        let says = words::far(desk.standard.rounding, info, per, measured, [first, third]);
        let what = What { level: FindingLevel::Suspicious, kind: FindingKind::FarRate, says };
        Some(desk.finding(row, what, fields))
    };
    class.iter().filter(is_far).filter_map(finding).collect()
}

/// Lower fence, first and third quartile, upper fence. A quartile is the rate of a commune: the first that at least a
/// quarter, or three quarters, of the communes do not exceed; so it is the very fraction that was reported. `None` when a
/// fence leaves the range of exact arithmetic.
pub(super) fn fences(mut rates: Vec<Ratio>, per: i64, far: Ratio) -> Option<[Ratio; 4]> {
    rates.sort_unstable();
    let quartile = |quarters: usize| rates.get((rates.len() * quarters).div_ceil(4).checked_sub(1)?).copied();
    let (first, third) = (quartile(1)?.reduced(), quartile(3)?.reduced());
    let least = Ratio::new(i128::from(per) * i128::from(LEAST_SPREAD), 100)?;
    let reach = third.minus(first)?.max(least).times(far)?;
    Some([first.minus(reach)?, first, third, third.plus(reach)?])
}

/// A zero in a field that is above 0 in every other commune of the class.
fn only_zero(desk: &Desk<'_>, class: &[&Row<'_>], field: usize) -> Option<Finding> {
    let figures: Vec<(&Row<'_>, i64)> = class.iter().filter_map(|row| Some((*row, row.figure(field)?))).collect();
    if figures.len() < desk.limits.least_communes {
        return None;
    }
    let mut zeros = figures.iter().filter(|(_, figure)| *figure == 0);
    let (row, _) = zeros.next().filter(|_| zeros.next().is_none())?;
    let least = figures.iter().map(|(_, figure)| *figure).filter(|figure| *figure > 0).min()?;
    let level = if least >= SMALL_COUNT { FindingLevel::Suspicious } else { FindingLevel::ToLookAt };
    let says = words::only_zero(&desk.label(field), figures.len() - 1, &desk.figure(field, least));
    Some(desk.finding(row, What { level, kind: FindingKind::ZeroInClass, says }, &[field]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(numbers: &[i64]) -> Vec<Ratio> {
        numbers.iter().map(|n| Ratio::whole(*n)).collect()
    }

    #[test]
    fn quartiles_are_rates_of_communes_and_fences_lie_so_many_ranges_beyond() {
        // Eight communes: the 2nd and the 6th are the quartiles; 20 to 60, so the fences at three ranges are -100, 180.
        let rates = whole(&[80, 10, 70, 20, 60, 30, 50, 40]);
        assert_eq!(fences(rates, 100, Ratio::whole(3)), Some([-100, 20, 60, 180].map(Ratio::whole)));
        // Nine communes: ranks 9/4 and 27/4 upwards, the 3rd and the 7th.
        let rates = whole(&[1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(fences(rates, 100, Ratio::whole(1)), Some([-1, 3, 7, 11].map(Ratio::whole)));
    }

    #[test]
    fn without_spread_one_percentage_point_is_assumed() {
        let rates = whole(&[100; 8]);
        assert_eq!(fences(rates, 100, Ratio::whole(3)), Some([97, 100, 100, 103].map(Ratio::whole)));
    }

    #[test]
    fn fences_are_exact_fractions() {
        let third = |n| Ratio::new(n, 3).unwrap();
        let rates =
            vec![third(100), third(100), third(110), third(110), third(110), third(130), third(130), third(130)];
        // 100/3 and 130/3 are 10 apart.
        assert_eq!(fences(rates, 100, Ratio::whole(3)), Some([third(10), third(100), third(130), third(220)]));
    }
}
