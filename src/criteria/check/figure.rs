//! Numbers, points, roundings, and where they come from.

use super::ids;
use crate::criteria::findings::{At, Findings};
use crate::criteria::model::{Date, Figure, Minimum, Origin, Status};
use crate::criteria::raw::{RawFigure, RawMinimum, RawOrigin, RawRounding, keys};
use crate::diag::{Problem, Shape};
use crate::quantity::{Decimal, Points, Rounding, RoundingMode};

/// Status and evidence; a confirmed figure also has who and when, no other has.
pub(crate) fn origin(f: &Findings, raw: &RawOrigin) -> Option<Origin> {
    let status = raw.status.as_ref().and_then(|word| {
        let position = ids::word(f, word, keys::STATUSES)?;
        Status::ALL.get(position).copied().map(|status| At::new(status, word.span.clone()))
    });
    let confirmed = match &status {
        Some(status) => confirmation(f, raw, status)?,
        None => None,
    };
    Some(Origin {
        status: status?.value,
        evidence: raw.evidence.as_ref()?.value.clone(),
        confirmed,
        span: raw.span.clone(),
    })
}

/// The outer `None` means that who or when is missing or out of place.
#[expect(clippy::option_option, reason = "absent and faulty are different")]
fn confirmation(f: &Findings, raw: &RawOrigin, status: &At<Status>) -> Option<Option<(String, Date)>> {
    if status.value == Status::Confirmed {
        let (Some(by), Some(on)) = (&raw.by, &raw.on) else {
            if !raw.is_signed {
                f.at(&status.span, Problem::ConfirmedByWhom);
            }
            return None;
        };
        return Some(Some((by.value.clone(), on.value)));
    }
    let misplaced = raw.by.as_ref().map(|by| &by.span).or(raw.on.as_ref().map(|on| &on.span));
    if let Some(span) = misplaced {
        f.at(span, Problem::ConfirmationWithoutStatus { status: status.value.id() });
        return None;
    }
    Some(None)
}

/// Points, at most three decimals.
pub(crate) fn points(f: &Findings, raw: &At<Decimal>) -> Option<Points> {
    let points = Points::from_decimal(raw.value);
    if points.is_none() {
        let found = f.written(&raw.span).to_owned();
        if raw.value.trimmed().scale() > Points::DIGITS {
            f.at(&raw.span, Problem::TooPrecise { found, digits: Points::DIGITS });
        } else {
            let (least, most) = (format!("-{}", Points::MOST), Points::MOST.to_string());
            f.at(&raw.span, Problem::OutOfRange { found, least, most });
        }
    }
    points
}

/// Points that are 0 or more.
pub(crate) fn points_from_zero(f: &Findings, raw: &At<Decimal>) -> Option<Points> {
    let points = points(f, raw)?;
    if points < Points::ZERO {
        out_of_range(f, raw, "0", &Points::MOST.to_string());
        return None;
    }
    Some(points)
}

pub(crate) fn out_of_range(f: &Findings, raw: &At<Decimal>, least: &str, most: &str) {
    let found = f.written(&raw.span).to_owned();
    f.at(&raw.span, Problem::OutOfRange { found, least: least.to_owned(), most: most.to_owned() });
}

/// A whole number between two limits.
pub(crate) fn whole(f: &Findings, raw: &At<Decimal>, least: i64, most: i64) -> Option<i64> {
    let Some(number) = raw.value.to_scale(0) else {
        f.at(&raw.span, Problem::WrongType { expected: Shape::Whole, found: Shape::Number });
        return None;
    };
    if !(least..=most).contains(&number) {
        out_of_range(f, raw, &least.to_string(), &most.to_string());
        return None;
    }
    Some(number)
}

/// A figure of points.
pub(crate) fn points_figure(
    f: &Findings,
    raw: &RawFigure,
    read: fn(&Findings, &At<Decimal>) -> Option<Points>,
) -> Option<Figure<Points>> {
    let value = raw.value.as_ref().and_then(|value| read(f, value));
    let origin = origin(f, &raw.origin);
    Some(Figure { value: value?, origin: origin? })
}

/// A figure of any number.
pub(crate) fn number_figure(f: &Findings, raw: &RawFigure) -> Option<Figure<Decimal>> {
    let origin = origin(f, &raw.origin);
    Some(Figure { value: raw.value.as_ref()?.value, origin: origin? })
}

/// Points, or a share of the criterion's points.
pub(crate) fn minimum(f: &Findings, raw: &RawMinimum) -> Option<Figure<Minimum>> {
    let origin = origin(f, &raw.origin);
    let value = match (&raw.points, &raw.share) {
        (Some(value), None) => points(f, value).map(Minimum::Points),
        (None, Some(value)) => share(f, value).map(Minimum::Share),
        _ => None,
    };
    Some(Figure { value: value?, origin: origin? })
}

fn share(f: &Findings, raw: &At<Decimal>) -> Option<Decimal> {
    let hundred = Decimal::whole(100);
    if raw.value.mantissa() < 0 || crate::quantity::Ratio::from(raw.value).compare(hundred).is_gt() {
        f.at(&raw.span, Problem::NotAShare { found: raw.value });
        return None;
    }
    Some(raw.value)
}

/// Digits and mode, without their origin.
pub(crate) fn rounding(f: &Findings, raw: &RawRounding, most_digits: u8) -> Option<Rounding> {
    let digits = raw.digits.as_ref().and_then(|digits| whole(f, digits, 0, i64::from(most_digits)));
    let mode = raw.mode.as_ref().and_then(|word| ids::word(f, word, keys::MODES));
    let mode = match mode? {
        0 => RoundingMode::HalfUp,
        1 => RoundingMode::HalfEven,
        2 => RoundingMode::Down,
        _ => RoundingMode::Up,
    };
    Some(Rounding { digits: u8::try_from(digits?).ok()?, mode })
}

/// A rounding the law prescribes.
pub(crate) fn rounding_figure(f: &Findings, raw: &RawRounding, most_digits: u8) -> Option<Figure<Rounding>> {
    let value = rounding(f, raw, most_digits);
    let origin = raw.origin.as_ref().and_then(|raw| origin(f, raw));
    Some(Figure { value: value?, origin: origin? })
}
