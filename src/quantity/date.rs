//! Calendar days, and the days for which something is in force.

use crate::lang::Lang;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// ISO form, `2019-01-03`.
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Date {
    /// Before every day the law can name.
    pub const FIRST: Self = Self { year: 0, month: 1, day: 1 };

    /// Days of a month in the Gregorian calendar; 0 for a month that does not exist.
    #[must_use]
    pub const fn days_in_month(year: u16, month: u8) -> u8 {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        }
    }

    /// The day after.
    #[must_use]
    pub const fn next(self) -> Self {
        let Self { year, month, day } = self;
        if day < Self::days_in_month(year, month) {
            return Self { year, month, day: day + 1 };
        }
        if month < 12 {
            return Self { year, month: month + 1, day: 1 };
        }
        Self { year: year.saturating_add(1), month: 1, day: 1 }
    }

    /// The day before; [`Date::FIRST`] has none and stays.
    #[must_use]
    pub const fn previous(self) -> Self {
        let Self { year, month, day } = self;
        if day > 1 {
            return Self { year, month, day: day - 1 };
        }
        if month > 1 {
            return Self { year, month: month - 1, day: Self::days_in_month(year, month - 1) };
        }
        if year == 0 { self } else { Self { year: year - 1, month: 12, day: 31 } }
    }

    /// As people read it: `31/12/2026` in Vietnamese, `2026-12-31` in English.
    #[must_use]
    pub fn display(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => format!("{:02}/{:02}/{:04}", self.day, self.month, self.year),
            Lang::En => self.to_string(),
        }
    }
}

/// A day that returns every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfYear {
    /// 1 to 12.
    pub month: u8,
    /// 1 to the last day the month has in every year.
    pub day: u8,
}

impl DayOfYear {
    /// That day of a year.
    #[must_use]
    pub const fn of(self, year: u16) -> Date {
        Date { year, month: self.month, day: self.day }
    }
}

/// Days for which one version of the figures is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// First day.
    pub from: Date,
    /// Last day; `None` while nothing ends it.
    pub until: Option<Date>,
}

impl Version {
    /// Every day.
    pub const ALWAYS: Self = Self { from: Date::FIRST, until: None };

    /// Whether a day is one of its days.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// The days in words: `từ 03/01/2019 đến 31/12/2026`, `from 2019-01-03 to 2026-12-31`.
    #[must_use]
    pub fn display(&self, lang: Lang) -> String {
        let [from, until] = match lang {
            Lang::Vi => ["từ", "đến"],
            Lang::En => ["from", "to"],
        };
        match self.until {
            Some(last) => format!("{from} {} {until} {}", self.from.display(lang), last.display(lang)),
            None => format!("{from} {}", self.from.display(lang)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: u16, month: u8, day: u8) -> Date {
        Date { year, month, day }
    }

    #[test]
    fn the_next_day_crosses_months_years_and_leap_days() {
        let rows = [
            (date(2026, 12, 31), date(2027, 1, 1)),
            (date(2026, 1, 30), date(2026, 1, 31)),
            (date(2026, 4, 30), date(2026, 5, 1)),
            (date(2026, 2, 28), date(2026, 3, 1)),
            (date(2028, 2, 28), date(2028, 2, 29)),
            (date(2000, 2, 28), date(2000, 2, 29)),
            (date(2100, 2, 28), date(2100, 3, 1)),
        ];
        for (day, next) in rows {
            assert_eq!((day.next(), next.previous()), (next, day));
        }
        assert_eq!(Date::FIRST.previous(), Date::FIRST);
    }

    #[test]
    fn a_version_holds_its_first_and_its_last_day() {
        let version = Version { from: date(2019, 1, 3), until: Some(date(2026, 12, 31)) };
        for (day, held) in
            [(date(2019, 1, 2), false), (date(2019, 1, 3), true), (date(2026, 12, 31), true), (date(2027, 1, 1), false)]
        {
            assert_eq!(version.contains(day), held, "{day}");
        }
        assert!(Version::ALWAYS.contains(date(9999, 12, 31)));
    }

    #[test]
    fn days_are_written_as_each_language_writes_them() {
        let version = Version { from: date(2019, 1, 3), until: Some(date(2026, 12, 31)) };
        assert_eq!(version.display(Lang::Vi), "từ 03/01/2019 đến 31/12/2026");
        assert_eq!(version.display(Lang::En), "from 2019-01-03 to 2026-12-31");
        assert_eq!(Version { until: None, ..version }.display(Lang::Vi), "từ 03/01/2019");
    }
}
