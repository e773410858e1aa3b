//! Which figures of a commune are hidden, and which of them decide something together.

use super::{Publisher, Row};
use crate::rules::moves::Groups;
use crate::rules::{FieldIx, Figures};

impl Publisher<'_> {
    /// Small counts of sensitive fields, and figures as small that limit them from above or below.
    ///
    /// A figure limits a hidden count only when it is as small itself: so whether it is hidden too tells nothing but
    /// that.
    pub(super) fn hidden(&self, row: &Row) -> Vec<FieldIx> {
        let fields = &self.rules.standard().fields;
        let all = || (0..fields.len()).map(FieldIx);
        let sensitive = |at: &FieldIx| fields.get(at.0).is_some_and(|field| field.sensitive);
        let mut hidden: Vec<FieldIx> = all().filter(|at| sensitive(at) && self.is_small(*at, row)).collect();
        let own = hidden.clone();
        let limits = |below: FieldIx, above: FieldIx| fields.get(below.0).is_some_and(|f| f.at_most.contains(&above));
        for upwards in [true, false] {
            let mut next = own.clone();
            while let Some(at) = next.pop() {
                let beside = |other: &FieldIx| if upwards { limits(at, *other) } else { limits(*other, at) };
                let found = all().filter(|other| beside(other) && self.is_small(*other, row));
                let found: Vec<FieldIx> = found.filter(|other| !hidden.contains(other)).collect();
                hidden.extend(&found);
                next.extend(found);
            }
        }
        hidden.sort_unstable();
        hidden
    }

    fn is_small(&self, at: FieldIx, row: &Row) -> bool {
        let digits = self.rules.standard().fields.get(at.0).map_or(0, |field| field.kind.digits());
        let one = 10_i64.saturating_pow(u32::from(digits));
        let limits = self.from.saturating_mul(one)..=self.to.saturating_mul(one);
        row.figure(at).is_some_and(|figure| limits.contains(&figure))
    }

    /// Hidden figures in groups that meet nowhere but in the sum of the criteria. Missing figures link them too: whether
    /// one matters may depend on a hidden count.
    pub(super) fn clusters(&self, hidden: &[FieldIx], row: &Row) -> Vec<Vec<FieldIx>> {
        let standard = self.rules.standard();
        if !self.adds_up || (row.class.is_none() && !standard.classes.is_empty()) {
            return vec![hidden.to_vec()];
        }
        let mut groups = Groups::of(standard.fields.len());
        let open = |field: &&FieldIx| hidden.contains(field) || row.figure(**field).is_none();
        for fields in &self.together {
            let mut fields = fields.iter().filter(open);
            if let Some(first) = fields.next() {
                fields.for_each(|field| groups.join(first.0, field.0));
            }
        }
        self.join_limits(hidden, &mut groups);
        groups.split(hidden)
    }

    /// Whether all these figures limit each other, directly or by others of them.
    pub(super) fn is_one_comparison(&self, fields: &[FieldIx]) -> bool {
        let mut groups = Groups::of(self.rules.standard().fields.len());
        self.join_limits(fields, &mut groups);
        fields.len() > 1 && groups.split(fields).len() == 1
    }

    fn join_limits(&self, fields: &[FieldIx], groups: &mut Groups) {
        for at in fields {
            let limits = self.rules.standard().fields.get(at.0).map_or(&[][..], |field| &field.at_most);
            limits.iter().filter(|limit| fields.contains(limit)).for_each(|limit| groups.join(at.0, limit.0));
        }
    }
}
