//! What one commune's result is made of, in words: the arithmetic of every item, criterion and the total.

use super::arithmetic::{Names, Shown};
use super::case::figure;
use super::{Assessment, Figures, RuleSet};
use crate::criteria::model::{Field, FieldIx, FieldKind, Threshold};
use crate::lang::{Lang, Text};
use crate::result::explanation::{Source, Steps};
use crate::result::{CaseFigure, CaseSubject};

impl RuleSet {
    /// The arithmetic behind an assessment made with [`crate::result::Detail::Items`] of these figures.
    #[must_use]
    pub fn steps(&self, given: &dyn Figures, found: &Assessment) -> Steps {
        let shown = Shown { rules: self, given, found, names: Names::None };
        let criteria = 0..self.criteria.len();
        let items = self.criteria.iter().enumerate().flat_map(|(c, rule)| (0..rule.items.len()).map(move |i| (c, i)));
        Steps {
            items: items.map(|(c, i)| shown.arithmetic(CaseSubject::Item(c, i))).collect(),
            criteria: criteria.map(|c| shown.arithmetic(CaseSubject::Criterion(c))).collect(),
            total: shown.arithmetic(CaseSubject::Total),
            threshold: self.threshold_source(given),
            figures: self.figures_in_words(given),
        }
    }

    fn threshold_source(&self, given: &dyn Figures) -> Option<Source> {
        let figure = match self.standard().recognition.threshold.as_ref()? {
            Threshold::Same(figure) => figure,
            Threshold::ByClass(figures) => figures.get(given.class()?.0)?,
        };
        Some(Source { status: figure.origin.status, evidence: figure.origin.evidence.clone() })
    }

    /// The figure of every field as people write it, the area class last.
    fn figures_in_words(&self, given: &dyn Figures) -> Vec<Option<Text>> {
        let standard = self.standard();
        let fields = standard.fields.iter().enumerate();
        let figures = fields.map(|(at, field)| Some(in_words(field, given.figure(FieldIx(at))?)));
        let class = given.class().and_then(|class| standard.classes.get(class.0)).map(|class| class.label.clone());
        figures.chain(std::iter::once(class)).collect()
    }
}

/// A figure of a field as people write it; a choice by its label.
pub(super) fn in_words(field: &Field, value: i64) -> Text {
    if let FieldKind::Choice(choices) = &field.kind {
        let choice = usize::try_from(value).ok().and_then(|at| choices.get(at));
        return choice.map(|choice| choice.label.clone()).unwrap_or_default();
    }
    let figure: CaseFigure = figure(field, value);
    Text { vi: figure.shown(Lang::Vi), en: figure.shown(Lang::En) }
}
