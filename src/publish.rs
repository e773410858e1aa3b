//! The public edition of a sheet: small counts of sensitive fields, and everything they could be worked out from, are
//! taken out of it once, here. Whatever is shown, counted or listed of a public sheet afterwards cannot say more.
//!
//! What whoever reads it is taken to know: the standard, this program, every figure that is not hidden (numbers of
//! children are published elsewhere, so hiding them here would hide nothing), everything published, and that a hidden
//! count lies between the limits the standard declares. So nothing may depend on a hidden count itself. All counts that
//! are possible are gone through instead, and
//!
//! - figures: no item shows what it measured when a hidden count is among it, nor a figure that limits one (`at_most`);
//! - points, reasons, total, verdict: what is the same for all possible counts is published, anything else is not.
//!
//! There is one exception. Where the hidden counts are only compared with each other (all cases have a plan, or not
//! all), points are published if each outcome leaves enough values of every count.

mod agreed;
mod hidden;
mod worlds;

use crate::result::{CommuneScore, Edition, ScoreSheet};
use crate::rules::{ClassIx, FieldIx, Figures, RuleSet, RuleSets};
use crate::table::{FigureColumn, Part};
use rayon::prelude::*;
use worlds::Worlds;

/// Makes a sheet that holds the rows of a part, all of them and in their order, one of the public edition.
///
/// A missing figure stays missing: it is not a small count.
pub fn publish(rules: &RuleSets, part: &Part, sheet: &mut ScoreSheet) {
    let versions: Vec<Publisher<'_>> = rules.iter().map(Publisher::of).collect();
    let latest = versions.len().saturating_sub(1);
    // A sheet under one version does not number the others.
    let one = sheet.earlier.is_empty().then(|| sheet.year.and_then(|year| rules.years().of(year)).unwrap_or(latest));
    let fields = 0..rules.latest().standard().fields.len();
    let columns: Vec<FigureColumn<'_>> = fields.map(|at| part.figure_column(FieldIx(at))).collect();
    sheet.edition = Edition::Public;
    sheet.communes.par_iter_mut().enumerate().for_each(|(row, commune)| {
        erase_always(commune);
        let version = one.unwrap_or_else(|| usize::from(commune.version).min(latest));
        if let Some(publisher) = versions.get(version) {
            let figures = columns.iter().map(|column| column.get(row)).collect();
            publisher.publish(Row { figures, class: part.class(row) }, commune);
        }
    });
}

/// What tells figures in words or by how far they are from others, and what nobody has looked through.
fn erase_always(commune: &mut CommuneScore) {
    commune.margins = None;
    commune.moves = None;
    commune.faults.clear();
    commune.identity.extra.clear();
}

/// The figures of a commune, as they are or as they could be.
#[derive(Clone, Debug)]
struct Row {
    figures: Vec<Option<i64>>,
    class: Option<ClassIx>,
}

impl Row {
    fn set(&mut self, field: FieldIx, figure: i64) {
        if let Some(cell) = self.figures.get_mut(field.0) {
            *cell = Some(figure);
        }
    }
}

impl Figures for Row {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.figures.get(field.0).copied().flatten()
    }

    fn class(&self) -> Option<ClassIx> {
        self.class
    }
}

/// One version of a standard, and what in it hangs together.
struct Publisher<'r> {
    rules: &'r RuleSet,
    /// The counts that are not published; empty where the standard declares none.
    from: i64,
    to: i64,
    /// Per item, the fields it reads.
    items: Vec<Vec<FieldIx>>,
    /// Per criterion, the fields it reads.
    criteria: Vec<Vec<FieldIx>>,
    /// Fields that one rule or one criterion reads together.
    together: Vec<Vec<FieldIx>>,
    /// Whether the total is the plain sum of the criteria.
    adds_up: bool,
}

impl<'r> Publisher<'r> {
    fn of(rules: &'r RuleSet) -> Self {
        let criteria: Vec<Vec<FieldIx>> = (0..rules.info().criteria.len()).map(|at| rules.fields_of(at)).collect();
        let mut items = vec![Vec::new(); rules.info().criteria.iter().map(|criterion| criterion.items.len()).sum()];
        let mut together = criteria.clone();
        for watcher in rules.web().watchers {
            if let Some(fields) = rules.watched_item(watcher.rule).and_then(|at| items.get_mut(at)) {
                fields.clone_from(&watcher.fields);
            }
            together.push(watcher.fields);
        }
        let (from, to) = rules.standard().publication.as_ref().map_or((1, 0), |policy| (policy.from, policy.to));
        Self { rules, from, to, items, criteria, together, adds_up: rules.adds_up() }
    }

    fn publish(&self, row: Row, commune: &mut CommuneScore) {
        let hidden = self.hidden(&row);
        if hidden.is_empty() {
            return;
        }
        let mut open = Vec::new();
        let mut sealed = Vec::new();
        for fields in self.clusters(&hidden, &row) {
            match self.worlds(&fields, &row) {
                Some(worlds) if worlds.is_settled(self) => {}
                Some(worlds) => open.push(worlds),
                None => sealed.extend(fields),
            }
        }
        match self.agreed(&open, row) {
            Some(agreed) => agreed.publish(commune),
            // Too many to go through: nothing that hangs together with any hidden count is published.
            None => sealed.clone_from(&hidden),
        }
        self.erase_figures(&hidden, commune);
        if !sealed.is_empty() {
            self.seal(&sealed, commune);
        }
    }
}

/// The most possible sets of counts that are gone through for one commune.
const MOST_WORLDS: usize = 4096;
/// How many values must stay possible for a hidden count.
const FEWEST_VALUES: usize = 3;
