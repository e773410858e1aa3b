//! What stands out among the communes of one class: a rate far from the others, a zero where they have none.

use super::desk::{Desk, Row, What};
use super::limits::{AT_LEAST_APART, LEAST_CASES, MOST_ZEROS, ORDINARY_ZERO, SMALL_COUNT};
use super::words;
use crate::lang::Text;
use crate::quantity::Ratio;
use crate::result::review::{Finding, FindingKind, FindingLevel};
use crate::result::{Measured, Unit};

/// All findings, class by class.
pub(super) fn findings(desk: &Desk<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (counts, shares) = (desk.counts(), desk.shares());
    for class in desk.classes() {
        for (at, (info, fields)) in desk.items().iter().enumerate() {
            let Unit::Per(per) = info.unit else { continue };
            let measured = |row: &Row<'_>| row.score.items.get(at)?.measured.as_deref().copied();
            let title = words::quoted(&info.title);
            findings.extend(far(desk, &class, &Rate { title, per, fields, measured: &measured }));
        }
        let zeros: Vec<Finding> = counts.iter().flat_map(|field| zeros(desk, &class, *field)).collect();
        for (part, whole) in &shares {
            let title = words::share(&desk.label(*part), &desk.label(*whole));
            let measured = |row: &Row<'_>| share(row, *part, *whole);
            let found = far(desk, &class, &Rate { title, per: 100, fields: &[*part, *whole], measured: &measured });
            findings.extend(found.into_iter().filter(|found| !zeros.iter().any(|zero| is_same_cell(zero, found))));
        }
        findings.extend(zeros);
    }
    findings
}

/// Whether two findings begin with one cell: a zero that is told is not told again as a rate.
fn is_same_cell(one: &Finding, other: &Finding) -> bool {
    let cell = |finding: &Finding| finding.cells.first().map(|cell| (cell.whole_address(), cell.field.clone()));
    cell(one) == cell(other)
}

/// A rate that the communes of a class are compared by.
struct Rate<'r> {
    /// What it is of, in quotation marks.
    title: Text,
    per: i64,
    fields: &'r [usize],
    measured: &'r dyn Fn(&Row<'_>) -> Option<Measured>,
}

/// How much of a whole a count is, in per cent.
fn share(row: &Row<'_>, part: usize, whole: usize) -> Option<Measured> {
    let [part, whole] = [part, whole].map(|field| row.figure(field).filter(|figure| *figure >= 0));
    let (part, whole) = (part?, whole.filter(|whole| *whole > 0)?);
    let value = Ratio::new(i128::from(part).checked_mul(100)?, i128::from(whole))?;
    Some(Measured { value, counts: Some((Ratio::whole(part), Ratio::whole(whole))) })
}

/// The communes whose rate is far from those of the class.
fn far(desk: &Desk<'_>, class: &[&Row<'_>], rate: &Rate<'_>) -> Vec<Finding> {
    let rates: Vec<Ratio> = class.iter().filter_map(|row| Some((rate.measured)(row)?.value)).collect();
    if rates.len() < desk.limits.least_communes {
        return Vec::new();
    }
    let Some(middle) = Middle::of(rates) else { return Vec::new() };
    let finding = |row: &&Row<'_>| {
        let measured = (rate.measured)(row).filter(|_| !is_above(desk, row, rate.fields))?;
        middle.is_far(&measured, rate.per, Ratio::from(desk.limits.far)).filter(|far| *far)?;
        let has_classes = !desk.standard.classes.is_empty();
        let says = words::far(desk.standard.rounding, (&rate.title, rate.per), &measured, &middle, has_classes);
        let what = What { level: FindingLevel::Suspicious, kind: FindingKind::FarRate, says };
        Some(desk.finding(row, what, rate.fields))
    };
    class.iter().filter_map(finding).collect()
}

/// Whether one of some fields is above what it is part of: that is told as a contradiction.
fn is_above(desk: &Desk<'_>, row: &Row<'_>, fields: &[usize]) -> bool {
    let mut pairs = fields.iter().flat_map(|part| desk.wholes(*part).map(|whole| (*part, whole)));
    pairs.any(|(part, whole)| fields.contains(&whole) && row.figure(part) > row.figure(whole).or(Some(i64::MAX)))
}

/// First and third quartile of the rates of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Middle {
    pub(super) first: Ratio,
    pub(super) third: Ratio,
}

impl Middle {
    /// A quartile is the rate of a commune: the first that at least a quarter, or three quarters, of the communes do not
    /// exceed; so it is the very fraction that was reported, and at least half of the communes lie between the two.
    fn of(mut rates: Vec<Ratio>) -> Option<Self> {
        rates.sort_unstable();
        let quartile = |quarters| Some(rates.get(rank(rates.len(), quarters)?)?.reduced());
        Some(Self { first: quartile(1)?, third: quartile(3)? })
    }

    /// Whether a rate is far: beyond a quartile by more than `far` times their distance, by a tenth of what the rate is
    /// per or, where rates are lower, by the quartile itself, and by enough cases. `None` when that leaves the range of
    /// exact arithmetic.
    fn is_far(&self, measured: &Measured, per: i64, far: Ratio) -> Option<bool> {
        let rate = measured.value;
        let (beyond, quartile) = if rate < self.first {
            (self.first.minus(rate)?, self.first)
        } else {
            (rate.minus(self.third)?, self.third)
        };
        let (part, of) = AT_LEAST_APART;
        let apart = Ratio::new(i128::from(per) * part, of)?.min(quartile);
        let is_many = match measured.counts {
            Some((_, over)) => beyond.times(over)? >= Ratio::whole(LEAST_CASES).times(Ratio::whole(per))?,
            None => true,
        };
        Some(beyond > self.third.minus(self.first)?.times(far)? && beyond >= apart && is_many)
    }
}

/// Position of a quartile among so many in order.
fn rank(of: usize, quarters: usize) -> Option<usize> {
    (of * quarters).div_ceil(4).checked_sub(1)
}

/// Zeros in a field that is well above 0 in nearly every other commune of the class. A part of what is 0 itself is not
/// asked about a second time.
fn zeros(desk: &Desk<'_>, class: &[&Row<'_>], field: usize) -> Vec<Finding> {
    let figures: Vec<(&Row<'_>, i64)> = class.iter().filter_map(|row| Some((*row, row.figure(field)?))).collect();
    let mut sorted: Vec<i64> = figures.iter().map(|(_, figure)| *figure).collect();
    sorted.sort_unstable();
    let zeros = sorted.iter().filter(|figure| **figure == 0).count();
    let Some(quartile) = rank(sorted.len(), 1).and_then(|at| sorted.get(at)).copied() else { return Vec::new() };
    let is_rare = zeros == 1 || zeros * MOST_ZEROS <= figures.len();
    if figures.len() < desk.limits.least_communes || quartile < ORDINARY_ZERO || !is_rare {
        return Vec::new();
    }
    let level = if quartile >= SMALL_COUNT { FindingLevel::Suspicious } else { FindingLevel::ToLookAt };
    let least = sorted.iter().copied().find(|figure| *figure > 0).unwrap_or_default();
    let says = words::zero(&desk.label(field), (zeros, figures.len()), &desk.figure(field, least));
    let what = || What { level, kind: FindingKind::ZeroInClass, says: says.clone() };
    let odd = figures
        .iter()
        .filter(|(row, figure)| *figure == 0 && !desk.wholes(field).any(|whole| row.figure(whole) == Some(0)));
    odd.map(|(row, _)| desk.finding(row, what(), &[field])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(numbers: &[i64]) -> Vec<Ratio> {
        numbers.iter().map(|n| Ratio::whole(*n)).collect()
    }

    #[test]
    fn quartiles_are_rates_of_communes() {
        // Eight communes: the 2nd and the 6th. Nine: ranks 9/4 and 27/4 upwards, the 3rd and the 7th.
        let rows: [(&[i64], i64, i64); 3] =
            [(&[80, 10, 70, 20, 60, 30, 50, 40], 20, 60), (&[9, 8, 7, 6, 5, 4, 3, 2, 1], 3, 7), (&[5; 8], 5, 5)];
        for (rates, first, third) in rows {
            let middle = Middle { first: Ratio::whole(first), third: Ratio::whole(third) };
            assert_eq!(Middle::of(whole(rates)), Some(middle), "{rates:?}");
        }
    }

    /// Quartiles of a class in per cent, counts of a commune, whether it is far at three times their distance.
    type Row = ((i64, i64), (i64, i64), bool);

    #[test]
    fn a_rate_is_far_by_spread_by_share_and_by_cases() {
        let rows: [Row; 14] = [
            // Spread 4 points: far is below 90 - 12 = 78 %, and 78 % is not.
            ((90, 94), (780, 1000), false),
            ((90, 94), (779, 1000), true),
            // The same spread upwards: above 60 + 12 = 72 %.
            ((56, 60), (720, 1000), false),
            ((56, 60), (721, 1000), true),
            // No spread at all: ten points are asked for, and nine are what communes differ by.
            ((98, 98), (880, 1000), true),
            ((98, 98), (881, 1000), false),
            // Rare things: twice the rate instead of ten points.
            ((1, 2), (50, 1000), false),
            ((1, 2), (51, 1000), true),
            ((2, 2), (40, 1000), true),
            ((2, 2), (39, 1000), false),
            // None where the class has 8 to 9 %: 1000 × 8 % are 80 cases.
            ((8, 9), (0, 1000), true),
            // Ten cases at least: 98 % of 20 is 19.6, and 9 are 10.6 fewer; 10 are 9.6 fewer.
            ((98, 98), (9, 20), true),
            ((98, 98), (10, 20), false),
            ((98, 98), (0, 5), false),
        ];
        for ((first, third), (n, over), expected) in rows {
            let middle = Middle { first: Ratio::whole(first), third: Ratio::whole(third) };
            let value = Ratio::new(i128::from(n) * 100, i128::from(over)).unwrap();
            let measured = Measured { value, counts: Some((Ratio::whole(n), Ratio::whole(over))) };
            assert_eq!(middle.is_far(&measured, 100, Ratio::whole(3)), Some(expected), "{n}/{over} of {middle:?}");
        }
    }
}
