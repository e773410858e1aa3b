//! What an indicator measures in one commune.

use super::Figures;
use super::call::{Answer, Call};
use super::operand::{Absent, Value, failed, too_large};
use crate::criteria::model::{Change, ChangeKind, FieldIx, Figure, Indicator, Rate, Side, Standard};
use crate::quantity::{Ratio, Rounding};
use crate::status::Status;

/// An indicator made ready to run.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    kind: Kind,
    round: Option<Rounding>,
    /// Weakest status of the figures in the indicator itself: a rounding, or figures passed to a script.
    pub(super) status: Status,
}

#[derive(Clone, Debug)]
enum Kind {
    Rate(RateOf),
    Value(Value),
    YearsInARow(Vec<FieldIx>),
    Change { of: SideOf, since: SideOf, kind: ChangeKind },
    Script(Call, i64),
}

#[derive(Clone, Debug)]
struct RateOf {
    of: Value,
    over: Value,
    per: i64,
}

#[derive(Clone, Debug)]
enum SideOf {
    Plain(Value),
    Rate(RateOf),
}

impl Measure {
    pub(super) fn new(
        indicator: &Indicator,
        standard: &Standard,
        script: impl FnOnce() -> Option<Call>,
    ) -> Option<Self> {
        let plain = |kind| (kind, None);
        let (kind, round): (Kind, Option<&Figure<Rounding>>) = match indicator {
            Indicator::Rate(rate, round) => (Kind::Rate(RateOf::new(rate, standard)), round.as_ref()),
            Indicator::Value(operand, round) => (Kind::Value(Value::new(*operand, standard)), round.as_ref()),
            Indicator::YesNo(field) | Indicator::Choice(field) => plain(Kind::Value(Value::Field(*field, 0))),
            Indicator::YearsInARow(fields) => plain(Kind::YearsInARow(fields.clone())),
            Indicator::Change(change, round) => (Kind::change(change, standard), round.as_ref()),
            Indicator::Script(used, round) => (Kind::Script(script()?, used.per), round.as_ref()),
        };
        let of_script = match &kind {
            Kind::Script(call, _) => call.status,
            _ => Status::Confirmed,
        };
        let status = round.map_or(Status::Confirmed, |r| r.origin.status).max(of_script);
        Some(Self { kind, round: round.map(|r| r.value), status })
    }

    /// The exact value.
    #[inline(always)]
    pub(super) fn value<F: Figures>(&self, figures: &F) -> Result<Ratio, Absent> {
        let value = match &self.kind {
            Kind::Rate(rate) => rate.value(figures)?,
            Kind::Value(value) => value.of(figures)?,
            Kind::YearsInARow(fields) => years_in_a_row(fields, figures)?,
            Kind::Change { of, since, kind } => change(of, since, *kind, figures)?,
            Kind::Script(call, per) => scripted(call, *per, figures)?,
        };
        match self.round {
            None => Ok(value),
            Some(rounding) => value.rounded(rounding).ok_or_else(too_large),
        }
    }

    /// The counts behind the value, where it is a rate or a change. Asked for only where they are shown: most of a
    /// table is scored without.
    pub(super) fn counts<F: Figures>(&self, figures: &F) -> Option<(Ratio, Ratio)> {
        match &self.kind {
            Kind::Rate(rate) => Some((rate.of.of(figures).ok()?, rate.over.of(figures).ok()?)),
            Kind::Change { of, since, .. } => Some((of.value(figures).ok()?, since.value(figures).ok()?)),
            Kind::Script(call, _) => match call.answer(figures) {
                Ok(Answer::Ratio(n, over)) => Some((n, over)),
                _ => None,
            },
            Kind::Value(_) | Kind::YearsInARow(_) => None,
        }
    }

    /// The script that gives the value, if one does.
    pub(super) fn script(&self) -> Option<&Call> {
        if let Kind::Script(call, _) = &self.kind { Some(call) } else { None }
    }

    /// Adds the fields without which there is no value, whatever the others are.
    pub(super) fn needs(&self, into: &mut Vec<FieldIx>) {
        match &self.kind {
            // Behind the first "no" a year does not matter.
            Kind::YearsInARow(fields) => into.extend(fields.first()),
            Kind::Script(call, _) => call.needs(into),
            Kind::Rate(_) | Kind::Value(_) | Kind::Change { .. } => self.fields(into),
        }
    }

    /// Adds the fields it reads.
    pub(super) fn fields(&self, into: &mut Vec<FieldIx>) {
        match &self.kind {
            Kind::Rate(rate) => rate.fields(into),
            Kind::Value(value) => value.fields(into),
            Kind::YearsInARow(fields) => into.extend(fields),
            Kind::Change { of, since, .. } => {
                of.fields(into);
                since.fields(into);
            }
            Kind::Script(call, _) => call.fields(into),
        }
    }
}

impl Kind {
    fn change(change: &Change, standard: &Standard) -> Self {
        Self::Change {
            of: SideOf::new(&change.of, standard),
            since: SideOf::new(&change.since, standard),
            kind: change.kind,
        }
    }
}

impl RateOf {
    fn new(rate: &Rate, standard: &Standard) -> Self {
        Self { of: Value::new(rate.of, standard), over: Value::new(rate.over, standard), per: rate.per }
    }

    #[inline(always)]
    fn value<F: Figures>(&self, figures: &F) -> Result<Ratio, Absent> {
        match (self.of.of(figures), self.over.of(figures)) {
            (Ok(n), Ok(over)) => rate(n, over, self.per),
            (Err(a), Err(b)) => Err(a.and(b)),
            (Err(absent), Ok(_)) | (Ok(_), Err(absent)) => Err(absent),
        }
    }

    fn fields(&self, into: &mut Vec<FieldIx>) {
        self.of.fields(into);
        self.over.fields(into);
    }
}

/// `n / over × per`; nothing out of nothing is a rule of the item, something out of nothing is a contradiction.
#[inline(always)]
fn rate(n: Ratio, over: Ratio, per: i64) -> Result<Ratio, Absent> {
    if over.numerator() == 0 {
        return match n.numerator() {
            0 => Err(Absent::Empty),
            _ => Err(failed("tử số lớn hơn 0 mà mẫu số bằng 0", "the numerator is above 0 and the denominator is 0")),
        };
    }
    n.times(Ratio::whole(per)).and_then(|n| n.over(over)).ok_or_else(too_large)
}

impl SideOf {
    fn new(side: &Side, standard: &Standard) -> Self {
        match side {
            Side::Plain(operand) => Self::Plain(Value::new(*operand, standard)),
            Side::Rate(rate) => Self::Rate(RateOf::new(rate, standard)),
        }
    }

    fn value<F: Figures>(&self, figures: &F) -> Result<Ratio, Absent> {
        match self {
            Self::Plain(value) => value.of(figures),
            Self::Rate(rate) => rate.value(figures),
        }
    }

    fn fields(&self, into: &mut Vec<FieldIx>) {
        match self {
            Self::Plain(value) => value.fields(into),
            Self::Rate(rate) => rate.fields(into),
        }
    }
}

fn change<F: Figures>(of: &SideOf, since: &SideOf, kind: ChangeKind, figures: &F) -> Result<Ratio, Absent> {
    let (now, before) = match (of.value(figures), since.value(figures)) {
        (Ok(now), Ok(before)) => (now, before),
        (Err(a), Err(b)) => return Err(a.and(b)),
        (Err(absent), Ok(_)) | (Ok(_), Err(absent)) => return Err(absent),
    };
    let value = match kind {
        ChangeKind::Difference => now.minus(before),
        ChangeKind::Ratio { .. } if before.numerator() == 0 => return Err(Absent::Empty),
        ChangeKind::Ratio { per } => now.over(before).and_then(|r| r.times(Ratio::whole(per))),
    };
    value.ok_or_else(too_large)
}

/// Counts "yes" from the newest year back; what stands behind the first "no" does not matter.
fn years_in_a_row<F: Figures>(fields: &[FieldIx], figures: &F) -> Result<Ratio, Absent> {
    let mut years = 0;
    for field in fields {
        match figures.figure(*field).ok_or_else(|| Absent::field(*field))? {
            0 => break,
            _ => years += 1,
        }
    }
    Ok(Ratio::whole(years))
}

fn scripted<F: Figures>(call: &Call, per: i64, figures: &F) -> Result<Ratio, Absent> {
    match call.answer(figures)? {
        Answer::Number(value) => value.times(Ratio::whole(per)).ok_or_else(too_large),
        Answer::Ratio(n, over) => rate(n, over, per),
        Answer::Points(..) => {
            Err(failed("tập lệnh trả về điểm, cần trả về giá trị", "the script returned points, a value was expected"))
        }
    }
}
