//! The head of the file.

use super::figure;
use super::ids;
use super::scope::Scope;
use crate::criteria::model::{AnnualForm, Date, DayOfYear, Figure};
use crate::criteria::raw::{RawAnnualForm, RawAssessedOn, RawHead};
use crate::diag::{Note, Problem};
use crate::lang::Text;
use crate::quantity::{Points, Rounding};

/// No code of an administrative unit is longer; a typing error is more likely.
const MOST_CODE_DIGITS: i64 = 20;

/// `[standard]`, judged.
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) citation: String,
    pub(crate) from: Date,
    pub(crate) until: Option<Date>,
    pub(crate) total_points: Figure<Points>,
    pub(crate) rounding: Rounding,
    pub(crate) points_rounding: Option<Figure<Rounding>>,
    pub(crate) assessed_on: Option<Figure<DayOfYear>>,
    pub(crate) annual_form: Option<AnnualForm>,
    pub(crate) code_digits: Option<usize>,
}

pub(crate) fn head(scope: &Scope, raw: &RawHead) -> Option<Head> {
    let f = scope.f;
    let id = raw.id.as_ref().filter(|id| ids::check_letters(f, id));
    dates(scope, raw);
    let total = raw.total_points.as_ref().and_then(|t| figure::points_figure(f, t, figure::points_from_zero));
    let rounding = raw.rounding.as_ref().and_then(|r| figure::rounding(f, r, Rounding::MOST_DIGITS));
    let points_rounding = raw.points_rounding.as_ref().map(|r| figure::rounding_figure(f, r, Points::DIGITS));
    let assessed_on = raw.assessed_on.as_ref().map(|day| assessed_on(scope, day));
    let code_digits = raw
        .code_digits
        .as_ref()
        .map(|digits| figure::whole(f, digits, 1, MOST_CODE_DIGITS).and_then(|digits| usize::try_from(digits).ok()));
    Some(Head {
        id: id?.value.clone(),
        title: raw.title.clone()?,
        citation: raw.citation.as_ref()?.value.clone(),
        from: raw.from.as_ref()?.value,
        until: raw.until.as_ref().map(|day| day.value),
        total_points: total?,
        rounding: rounding?,
        points_rounding: super::optional(points_rounding)?,
        assessed_on: super::optional(assessed_on)?,
        annual_form: super::optional(raw.annual_form.as_ref().map(annual_form))?,
        code_digits: super::optional(code_digits)?,
    })
}

fn annual_form(raw: &RawAnnualForm) -> Option<AnnualForm> {
    let code = raw.code.as_ref()?.value.clone();
    Some(AnnualForm { code, title: raw.title.clone()?, note: raw.note.clone() })
}

/// A day that every year has.
fn assessed_on(scope: &Scope, raw: &RawAssessedOn) -> Option<Figure<DayOfYear>> {
    let f = scope.f;
    let origin = figure::origin(f, &raw.origin);
    let small = |n: i64| u8::try_from(n).ok();
    let month = raw.month.as_ref().and_then(|month| figure::whole(f, month, 1, 12)).and_then(small);
    // In a year without 29 February.
    let most = month.map_or(31, |month| Date::days_in_month(1, month));
    let day = raw.day.as_ref().and_then(|day| figure::whole(f, day, 1, i64::from(most))).and_then(small);
    Some(Figure { value: DayOfYear { month: month?, day: day? }, origin: origin? })
}

fn dates(scope: &Scope, raw: &RawHead) {
    if let (Some(from), Some(until)) = (&raw.from, &raw.until)
        && until.value < from.value
    {
        let problem = Problem::DatesReversed { from: from.value.to_string(), until: until.value.to_string() };
        scope.f.with(&until.span, problem, &from.span, Note::ComparedWith);
    }
}
