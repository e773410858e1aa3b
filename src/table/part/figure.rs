//! One column of figures, quick to read row by row.

use polars::prelude::{BooleanType, Int64Type, PolarsDataType, Series};
use std::ops::Range;

type Integers = <Int64Type as PolarsDataType>::Array;
type Flags = <BooleanType as PolarsDataType>::Array;

/// The figures of one field in a part: counts as they are, percentages and decimals in units of their last digit,
/// choices as positions, yes as 1 and no as 0.
#[derive(Clone, Copy, Debug)]
pub struct FigureColumn<'p>(Values<'p>);

#[derive(Clone, Copy, Debug)]
enum Values<'p> {
    Absent,
    /// Nothing is missing.
    All(&'p [i64]),
    Integers(&'p Integers),
    Flags(&'p Flags),
}

impl<'p> FigureColumn<'p> {
    pub(super) fn absent() -> Self {
        Self(Values::Absent)
    }

    pub(super) fn new(series: &'p Series) -> Self {
        let integers = || series.i64().ok()?.downcast_iter().next();
        let flags = || series.bool().ok()?.downcast_iter().next();
        match (integers(), flags()) {
            (Some(integers), _) if integers.validity().is_none() => Self(Values::All(integers.values().as_slice())),
            (Some(integers), _) => Self(Values::Integers(integers)),
            (_, Some(flags)) => Self(Values::Flags(flags)),
            (None, None) => Self::absent(),
        }
    }

    /// Hands over the figures of some rows in order, each with its position among them; faster than one at a time.
    pub fn each(&self, rows: Range<usize>, mut put: impl FnMut(usize, Option<i64>)) {
        match self.0 {
            Values::All(values) if rows.end <= values.len() => {
                values[rows].iter().enumerate().for_each(|(at, value)| put(at, Some(*value)));
            }
            Values::Integers(integers) if rows.end <= integers.len() => {
                let valid = integers.validity();
                for (at, row) in rows.enumerate() {
                    let value = integers.values().as_slice().get(row).copied();
                    put(at, value.filter(|_| valid.is_none_or(|bits| bits.get_bit(row))));
                }
            }
            _ => rows.enumerate().for_each(|(at, row)| put(at, self.get(row))),
        }
    }

    /// The figure of a row; `None` when it is missing.
    #[inline]
    #[must_use]
    pub fn get(&self, row: usize) -> Option<i64> {
        match self.0 {
            Values::Absent => None,
            Values::All(values) => values.get(row).copied(),
            Values::Integers(integers) => {
                let value = integers.values().as_slice().get(row).copied()?;
                integers.validity().is_none_or(|bits| bits.get_bit(row)).then_some(value)
            }
            Values::Flags(flags) => (row < flags.len()).then(|| flags.get(row))?.map(i64::from),
        }
    }
}
