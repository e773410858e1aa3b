//! [`RuleSet`]: a standard made ready to run, and the one scoring path.
//!
//! Every figure a commune can get comes out of [`RuleSet::assess`]: the batch maps it over the rows of a table, the
//! cases beside the rules run through it, and an explanation prints what it returned.

mod arithmetic;
mod assess;
mod bounds;
mod call;
pub mod case;
mod combine;
mod compile;
mod condition;
pub mod coverage;
mod examine;
mod extent;
mod fact;
mod info;
mod item;
mod measure;
pub mod moves;
mod operand;
mod scale;
pub mod script;
mod scripts;
mod steps;
mod versions;

pub use crate::criteria::model::{ClassIx, FieldIx};
pub use assess::{Assessment, Workspace};
pub use compile::{compile, prepare};
pub use scripts::{BranchTaken, UsedScript};
pub use versions::{RuleSets, compile_versions, prepare_versions};

use crate::criteria::model::Standard;
use crate::result::StandardInfo;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The figures of one commune. A missing figure is `None`, never 0.
pub trait Figures {
    /// The figure of a field as an integer in units of the field's last digit; yes is 1, no is 0, a choice is its position.
    fn figure(&self, field: FieldIx) -> Option<i64>;
    /// The area class; `None` when missing or when the standard has no classes.
    fn class(&self) -> Option<ClassIx>;
}

/// Figures behind a reference are figures.
impl<F: Figures + ?Sized> Figures for &F {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        (**self).figure(field)
    }

    fn class(&self) -> Option<ClassIx> {
        (**self).class()
    }
}

/// A standard ready to run: scripts compiled, bounds known, cases passed.
#[derive(Debug)]
pub struct RuleSet {
    standard: Standard,
    info: Arc<StandardInfo>,
    criteria: Vec<combine::CriterionRule>,
    total: combine::TotalRule,
    conditions: Vec<condition::Condition>,
    fields_wanted: Vec<Vec<String>>,
    script_parameters: BTreeSet<String>,
}

impl RuleSet {
    /// The standard it was made from.
    #[must_use]
    pub fn standard(&self) -> &Standard {
        &self.standard
    }

    /// Titles, citations and figures for whoever shows results.
    #[must_use]
    pub fn info(&self) -> &Arc<StandardInfo> {
        &self.info
    }

    /// Names of all parameters of all scripts: fields and derived fields among them are used by a script.
    #[must_use]
    pub fn script_parameters(&self) -> &BTreeSet<String> {
        &self.script_parameters
    }

    /// Per field, the ids of the items and conditions that want it; empty where nothing does.
    #[must_use]
    pub fn fields_wanted(&self) -> &[Vec<String>] {
        &self.fields_wanted
    }
}
