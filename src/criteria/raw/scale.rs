//! Scales as written.

use super::figure::{self, RawOrigin};
use super::keys::{BAND, CHOICE_POINTS, CLASS_BANDS, CUTOFF, CUTOFF_ENDS, DEDUCTION, LINEAR, SCALE, YES_NO};
use super::reader::{self, List, TableReader, Value};
use super::value;
use crate::criteria::findings::{At, Findings};
use crate::diag::Span;
use crate::quantity::Decimal;

type Number = Option<At<Decimal>>;

/// `scale`.
#[derive(Debug)]
pub(crate) struct RawScale {
    pub(crate) steps: RawSteps,
    /// The table or list after the kind.
    pub(crate) span: Span,
}

/// The kinds of scales.
#[derive(Debug)]
pub(crate) enum RawSteps {
    Bands(RawBands),
    ByClass(List<RawClassBands>),
    Cutoff(RawCutoff),
    YesNo { yes: Number, no: Number, origin: RawOrigin },
    Choices(List<RawChoicePoints>),
    Deduction { start: Number, per_case: Number, every: Number, floor: Number, origin: RawOrigin },
    Linear { from: Number, to: Number, points_from: Number, points_to: Number, origin: RawOrigin },
}

impl RawSteps {
    /// The key it is written with.
    pub(crate) const fn key(&self) -> &'static str {
        match self {
            Self::Bands(_) => "bands",
            Self::ByClass(_) => "bands_by_class",
            Self::Cutoff(_) => "cutoff",
            Self::YesNo { .. } => "yes_no",
            Self::Choices(_) => "choices",
            Self::Deduction { .. } => "deduction",
            Self::Linear { .. } => "linear",
        }
    }
}

/// A list of bands.
#[derive(Debug)]
pub(crate) struct RawBands {
    pub(crate) bands: List<RawBand>,
}

/// One band.
#[derive(Debug)]
pub(crate) struct RawBand {
    pub(crate) ends: RawEnds,
    pub(crate) points: Number,
    pub(crate) origin: RawOrigin,
}

/// `from` / `above`, `below` / `up_to`.
#[derive(Debug)]
pub(crate) struct RawEnds {
    pub(crate) from: Number,
    pub(crate) above: Number,
    pub(crate) below: Number,
    pub(crate) up_to: Number,
    /// Whether every end that is there could be read.
    pub(crate) whole: bool,
    /// The table that holds them.
    pub(crate) span: Span,
}

/// Bands for some classes.
#[derive(Debug)]
pub(crate) struct RawClassBands {
    pub(crate) classes: List<At<String>>,
    pub(crate) bands: RawBands,
}

/// `cutoff`.
#[derive(Debug)]
pub(crate) struct RawCutoff {
    /// The one end that is there, with its key.
    pub(crate) end: Option<(&'static str, At<Decimal>)>,
    pub(crate) points: Number,
    pub(crate) otherwise: Number,
    pub(crate) origin: RawOrigin,
}

/// Points for one choice.
#[derive(Debug)]
pub(crate) struct RawChoicePoints {
    pub(crate) is: Option<At<String>>,
    pub(crate) points: Number,
    pub(crate) origin: RawOrigin,
}

pub(super) fn scale(f: &Findings, from: &Value) -> Option<RawScale> {
    reader::table(f, from, &SCALE, |t| {
        let kind = t.exactly_one(&SCALE.exactly_one())?;
        let span = t.get(kind, |_, v| Some(v.span()))?;
        let steps = match kind {
            "bands" => Some(RawSteps::Bands(bands(t))),
            "bands_by_class" => Some(RawSteps::ByClass(t.list("bands_by_class", class_bands))),
            "cutoff" => t.get(kind, cutoff),
            "yes_no" => t.get(kind, yes_no),
            "choices" => Some(RawSteps::Choices(t.list("choices", choice_points))),
            "deduction" => t.get(kind, deduction),
            _ => t.get(kind, linear),
        };
        Some(RawScale { steps: steps?, span })
    })
    .flatten()
}

fn bands(t: &TableReader) -> RawBands {
    RawBands { bands: t.list("bands", band) }
}

fn band(f: &Findings, from: &Value) -> Option<RawBand> {
    reader::table(f, from, &BAND, |t| RawBand {
        ends: ends(t),
        points: t.get("points", value::number),
        origin: figure::origin(t),
    })
}

pub(super) fn ends(t: &TableReader) -> RawEnds {
    let number = |key| (t.get(key, value::number), t.has(key));
    let all = [number("from"), number("above"), number("below"), number("up_to")];
    let whole = all.iter().all(|(read, there)| read.is_some() == *there);
    let [(from, _), (above, _), (below, _), (up_to, _)] = all;
    RawEnds { from, above, below, up_to, whole, span: t.span() }
}

fn class_bands(f: &Findings, from: &Value) -> Option<RawClassBands> {
    reader::table(f, from, &CLASS_BANDS, |t| RawClassBands {
        classes: t.get("class", value::one_or_more_texts).unwrap_or(List { items: Vec::new(), whole: false }),
        bands: bands(t),
    })
}

fn cutoff(f: &Findings, from: &Value) -> Option<RawSteps> {
    reader::table(f, from, &CUTOFF, |t| {
        let end = t.exactly_one(CUTOFF_ENDS);
        RawSteps::Cutoff(RawCutoff {
            end: end.and_then(|key| Some((key, t.get(key, value::number)?))),
            points: t.get("points", value::number),
            otherwise: t.get("otherwise", value::number),
            origin: figure::origin(t),
        })
    })
}

fn yes_no(f: &Findings, from: &Value) -> Option<RawSteps> {
    reader::table(f, from, &YES_NO, |t| RawSteps::YesNo {
        yes: t.get("yes", value::number),
        no: t.get("no", value::number),
        origin: figure::origin(t),
    })
}

fn choice_points(f: &Findings, from: &Value) -> Option<RawChoicePoints> {
    reader::table(f, from, &CHOICE_POINTS, |t| RawChoicePoints {
        is: t.get("is", value::text),
        points: t.get("points", value::number),
        origin: figure::origin(t),
    })
}

fn deduction(f: &Findings, from: &Value) -> Option<RawSteps> {
    reader::table(f, from, &DEDUCTION, |t| RawSteps::Deduction {
        start: t.get("start", value::number),
        per_case: t.get("per_case", value::number),
        every: t.get("every", value::number),
        floor: t.get("floor", value::number),
        origin: figure::origin(t),
    })
}

fn linear(f: &Findings, from: &Value) -> Option<RawSteps> {
    reader::table(f, from, &LINEAR, |t| RawSteps::Linear {
        from: t.get("from", value::number),
        to: t.get("to", value::number),
        points_from: t.get("points_from", value::number),
        points_to: t.get("points_to", value::number),
        origin: figure::origin(t),
    })
}
