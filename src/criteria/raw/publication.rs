//! What a public edition does not say, as written.

use super::keys::{HIDE_COUNTS, PUBLICATION};
use super::reader::{self, Value, both_languages};
use super::value;
use crate::criteria::findings::{At, Findings};
use crate::lang::Text;
use crate::quantity::Decimal;

/// `[publication]`.
#[derive(Debug)]
pub(crate) struct RawPublication {
    pub(crate) from: Option<At<Decimal>>,
    pub(crate) to: Option<At<Decimal>>,
    pub(crate) reason: Option<Text>,
}

pub(super) fn publication(f: &Findings, from: &Value) -> Option<RawPublication> {
    reader::table(f, from, &PUBLICATION, |t| {
        let ends = t.get("hide_counts", ends);
        let (from, to) = ends.unwrap_or_default();
        RawPublication { from, to, reason: t.get("reason", both_languages) }
    })
}

type Ends = (Option<At<Decimal>>, Option<At<Decimal>>);

fn ends(f: &Findings, from: &Value) -> Option<Ends> {
    reader::table(f, from, &HIDE_COUNTS, |t| (t.get("from", value::number), t.get("to", value::number)))
}
