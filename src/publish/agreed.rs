//! What all possible counts agree on, and how the rest is taken out of a commune's result.

use super::{MOST_WORLDS, Publisher, Row, Worlds};
use crate::quantity::Points;
use crate::result::{
    CommuneScore, CriterionScore, CriterionState, Detail, ItemScore, NotPublished, Outcome, Reason, Status, TotalScore,
    Verdict,
};
use crate::rules::{Assessment, FieldIx, Workspace};

/// What is the same whatever the hidden counts are; where it differs, the range of it.
#[expect(clippy::option_option, reason = "withheld by a gate and not the same are different")]
pub(super) struct Agreed {
    items: Vec<ItemScore>,
    criteria: Vec<CriterionScore>,
    /// `None` where it differs.
    total: Option<Option<TotalScore>>,
    verdict: Verdict,
    not_published: NotPublished,
    verdict_status: Status,
    status: Status,
    missing: Vec<u16>,
    withheld: Vec<u16>,
}

impl Publisher<'_> {
    /// Goes through one example of every outcome of every group; `None` when there are too many.
    pub(super) fn agreed(&self, open: &[Worlds], mut row: Row) -> Option<Agreed> {
        let product = |all: usize, worlds: &Worlds| all.saturating_mul(worlds.outcomes.len());
        let all = open.iter().fold(1, product);
        if all > MOST_WORLDS {
            return None;
        }
        let (mut workspace, mut agreed) = (Workspace::default(), None);
        for mut which in 0..all {
            for worlds in open {
                let possible = worlds.outcomes.get(which % worlds.outcomes.len());
                which /= worlds.outcomes.len();
                let counts = possible.and_then(|possible| possible.counts.first()).into_iter().flatten();
                worlds.fields.iter().zip(counts).for_each(|(field, count)| row.set(*field, *count));
            }
            let found = Agreed::of(self.rules.assess_in(&mut workspace, &row, Detail::Items));
            agreed = Some(match agreed {
                None => found,
                Some(agreed) => Agreed::both(agreed, found),
            });
        }
        agreed
    }

    /// No item shows figures when a hidden one is among them.
    pub(super) fn erase_figures(&self, hidden: &[FieldIx], commune: &mut CommuneScore) {
        for (item, _) in commune.items.iter_mut().zip(&self.items).filter(|(_, reads)| meet(reads, hidden)) {
            item.measured = None;
            item.step = None;
            item.reason = Some(Box::new(Reason::Hidden));
        }
    }

    /// Takes out everything that hangs together with hidden figures, without having gone through what they could be.
    pub(super) fn seal(&self, sealed: &[FieldIx], commune: &mut CommuneScore) {
        let class = commune.identity.class.map(crate::rules::ClassIx);
        let touched = |reads: &Vec<FieldIx>| meet(reads, sealed);
        for (at, (item, _)) in commune.items.iter_mut().zip(&self.items).enumerate().filter(|(_, (_, r))| touched(r)) {
            let (low, high) = self.rules.item_bounds(at, class).unwrap_or_default();
            (item.outcome, item.low, item.high) = (Outcome::Hidden, low, high);
            (item.may_be_left_out, item.status) = (false, Status::Provisional);
        }
        let info = self.rules.info();
        let mut first = 0;
        for ((score, reads), criterion) in commune.criteria.iter_mut().zip(&self.criteria).zip(&info.criteria) {
            let items = first..first + criterion.items.len();
            first = items.end;
            if !touched(reads) {
                continue;
            }
            let (low, high) = items
                .filter_map(|at| self.rules.item_bounds(at, class))
                .fold((Points::ZERO, criterion.points), |(low, high), (least, most)| {
                    (low + least.min(Points::ZERO), high + most.max(Points::ZERO))
                });
            *score = CriterionScore { low, high, state: CriterionState::Hidden, status: Status::Provisional };
        }
        commune.total = None;
        commune.verdict = Verdict::NotPublished;
        (commune.verdict_status, commune.status) = (Status::Provisional, Status::Provisional);
        commune.not_published = NotPublished { total: true, reasons: true };
        self.forget_missing(sealed, commune);
    }

    /// A figure of which it depends on hidden counts whether it is missed is not said to be missing.
    fn forget_missing(&self, sealed: &[FieldIx], commune: &mut CommuneScore) {
        let with_sealed = |field: u16| {
            let together = self.together.iter().filter(|fields| meet(fields, sealed));
            together.flatten().any(|read| read.0 == usize::from(field))
        };
        let is_class = |field: u16| usize::from(field) == self.rules.standard().fields.len();
        commune.missing.retain(|field| !is_class(*field) && !with_sealed(*field));
        let touched = |item: u16| self.items.get(usize::from(item)).is_some_and(|reads| meet(reads, sealed));
        commune.withheld.retain(|item| !touched(*item));
    }
}

impl Agreed {
    fn of(found: Assessment) -> Self {
        Self {
            items: found.items,
            criteria: found.criteria,
            total: Some((!found.withheld).then_some(found.total)),
            verdict: found.verdict,
            not_published: NotPublished::default(),
            verdict_status: found.verdict_status,
            status: found.total.status.max(found.verdict_status),
            missing: found.missing,
            withheld: found.withheld_items,
        }
    }

    fn both(mut a: Self, b: Self) -> Self {
        a.items.iter_mut().zip(&b.items).for_each(|(a, b)| item(a, b));
        a.criteria.iter_mut().zip(&b.criteria).for_each(|(a, b)| criterion(a, b));
        let same = matches!((a.total, b.total), (Some(one), Some(other)) if same_points(one, other));
        a.total = a.total.filter(|_| same).map(|total| {
            let other = b.total.flatten().map(|total| total.status);
            total.map(|total| TotalScore { status: total.status.max(other.unwrap_or(total.status)), ..total })
        });
        a.not_published.total = a.total.is_none();
        let (verdict, reasons) = verdict(a.verdict, b.verdict);
        a.not_published.reasons |= reasons;
        a.verdict = verdict;
        a.verdict_status = a.verdict_status.max(b.verdict_status);
        a.status = a.status.max(b.status);
        add(&mut a.missing, b.missing);
        add(&mut a.withheld, b.withheld);
        a
    }

    /// Puts it in the place of the result.
    pub(super) fn publish(self, commune: &mut CommuneScore) {
        for (score, agreed) in commune.items.iter_mut().zip(&self.items) {
            (score.outcome, score.low, score.high) = (agreed.outcome, agreed.low, agreed.high);
            (score.may_be_left_out, score.status) = (agreed.may_be_left_out, agreed.status);
        }
        let is_hidden =
            |item: u16| self.items.get(usize::from(item)).is_some_and(|item| item.outcome == Outcome::Hidden);
        commune.withheld = self.withheld.iter().copied().filter(|item| !is_hidden(*item)).collect();
        commune.criteria = self.criteria;
        commune.total = self.total.flatten();
        commune.verdict = self.verdict;
        commune.verdict_status = self.verdict_status;
        commune.status = self.status;
        commune.missing = self.missing;
        commune.not_published = self.not_published;
    }
}

fn item(a: &mut ItemScore, b: &ItemScore) {
    let same = (a.outcome, a.low, a.high, a.may_be_left_out) == (b.outcome, b.low, b.high, b.may_be_left_out);
    if !same {
        a.outcome = Outcome::Hidden;
        (a.low, a.high) = (a.low.min(b.low), a.high.max(b.high));
        a.may_be_left_out |= b.may_be_left_out;
    }
    a.status = a.status.max(b.status);
}

fn criterion(a: &mut CriterionScore, b: &CriterionScore) {
    if (a.state, a.low, a.high) != (b.state, b.low, b.high) {
        a.state = CriterionState::Hidden;
        (a.low, a.high) = (a.low.min(b.low), a.high.max(b.high));
    }
    a.status = a.status.max(b.status);
}

fn same_points(a: Option<TotalScore>, b: Option<TotalScore>) -> bool {
    let points = |total: TotalScore| (total.low, total.high, total.complete);
    a.map(points) == b.map(points)
}

/// The verdict both have, with the conditions both name, and whether there are others.
fn verdict(a: Verdict, b: Verdict) -> (Verdict, bool) {
    let both = |a: Vec<u16>, b: &[u16]| -> Vec<u16> { a.into_iter().filter(|at| b.contains(at)).collect() };
    match (a, b) {
        (Verdict::NotRecognised(a), Verdict::NotRecognised(b)) => {
            let differs = a != b;
            (Verdict::NotRecognised(both(a, &b)), differs)
        }
        (Verdict::Undetermined(a), Verdict::Undetermined(b)) => {
            let differs = a != b;
            (Verdict::Undetermined(both(a, &b)), differs)
        }
        (a, b) if a == b => (a, false),
        _ => (Verdict::NotPublished, true),
    }
}

fn add(all: &mut Vec<u16>, others: Vec<u16>) {
    all.extend(others);
    all.sort_unstable();
    all.dedup();
}

/// Whether two lists of fields have one in common.
fn meet(fields: &[FieldIx], others: &[FieldIx]) -> bool {
    fields.iter().any(|field| others.contains(field))
}
