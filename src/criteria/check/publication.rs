//! What a public edition does not say, and the fields it does not say it of.

use super::figure;
use super::optional;
use super::scope::{Scope, type_word};
use crate::criteria::findings::At;
use crate::criteria::model::{FieldIx, Publication};
use crate::criteria::raw::{RawField, RawPublication, RawStandard, keys};
use crate::diag::Problem;
use crate::quantity::{Decimal, Ratio};

/// So many values must stay possible for a count that is hidden.
const FEWEST: i64 = 3;
/// More is no small count.
const MOST: i64 = 1000;

/// The policy; the outer `None` means that what is there is faulty, or that it has to be there and is not.
#[expect(clippy::option_option, reason = "absent and faulty are different")]
pub(super) fn publication(scope: &Scope, raw: &RawStandard) -> Option<Option<Publication>> {
    let policy = optional(raw.publication.as_ref().map(|raw| policy(scope, raw)))?;
    let mut whole = true;
    for (at, field) in raw.fields.items.iter().enumerate() {
        let Some(sensitive) = field.sensitive.as_ref().filter(|sensitive| sensitive.value) else { continue };
        if raw.publication.is_none() && whole {
            let problem = Problem::MissingKey { key: "publication", of: keys::FILE.name.to_owned() };
            scope.f.at(&sensitive.span, problem);
            whole = false;
        }
        whole &= is_count(scope, FieldIx(at), sensitive)
            & policy.as_ref().is_none_or(|policy| leaves_enough(scope, field, policy));
    }
    whole.then_some(policy)
}

fn policy(scope: &Scope, raw: &RawPublication) -> Option<Publication> {
    let from = raw.from.as_ref().and_then(|from| figure::whole(scope.f, from, 1, MOST));
    let least = from.unwrap_or(1) + FEWEST - 1;
    let to = raw.to.as_ref().and_then(|to| figure::whole(scope.f, to, least, MOST));
    Some(Publication { from: from?, to: to?, reason: raw.reason.clone()? })
}

fn is_count(scope: &Scope, at: FieldIx, sensitive: &At<bool>) -> bool {
    let Some(field) = scope.field_at(at) else { return true };
    let kind = type_word(&field.kind);
    if kind != "count" {
        scope.wrong_type(&At::new(field.id.clone(), sensitive.span.clone()), kind, &["count"]);
    }
    kind == "count"
}

/// A limit of the field itself must not leave fewer values than a hidden count needs.
fn leaves_enough(scope: &Scope, field: &RawField, policy: &Publication) -> bool {
    let highest = policy.to - FEWEST + 1;
    let limits = [(&field.at_least, highest), (&field.above, highest - 1)];
    let too_high = limits.into_iter().filter_map(|(limit, most)| Some((limit.as_ref()?, most)));
    let too_high = too_high.filter(|(limit, most)| Ratio::from(limit.value).compare(Decimal::whole(*most)).is_gt());
    let mut whole = true;
    for (limit, most) in too_high {
        figure::out_of_range(scope.f, limit, "0", &most.to_string());
        whole = false;
    }
    whole
}
