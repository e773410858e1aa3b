//! Findings about scripts that only show when one goes through them: branches that give too much, figures with which
//! a script stops, points that rise and fall, points given while a figure is missing.
//!
//! `cfc check` asks for them; scoring does not, so that it begins at once. What a script may give is worked out with
//! ranges over all its branches (`limits`); what it does give is tried with a bounded number of figures a commune
//! could have, through the one scoring path (`grid`, `turns`, `missing`). The order is fixed, so the findings are too.

mod candidates;
mod domain;
mod grid;
mod limits;
mod missing;
mod turns;

use super::RuleSet;
use super::scripts::{Belongs, Site};
use crate::diag::{Diagnostic, Note, Place, Problem, Report, Span};
use grid::Grid;
use std::sync::Arc;

/// Calls of scripts in one examination, shared evenly by the scripts: some ten milliseconds.
const MOST_PROBES: usize = 20_000;
/// Each script gets at least so many, whatever their number.
const FEWEST_PROBES: usize = 500;
/// Steps of one script in all its probes: a script that is as long as allowed is tried less often.
const MOST_STEPS: usize = 2_000_000;

impl RuleSet {
    /// Examines every use of a script. Nothing is found in a script whose every branch stays within its limits and
    /// which never stops, turns or decides without a figure, for the figures that are tried.
    #[must_use]
    pub fn examine_scripts(&self) -> Report {
        let mut report = Report::default();
        let sites = self.sites();
        let of_items = sites.iter().filter(|site| matches!(site.belongs, Belongs::Item(..))).count();
        let share = (MOST_PROBES / of_items.max(1)).max(FEWEST_PROBES);
        for site in &sites {
            let survey = site.call.script.survey(&domain::of_parameters(self, site));
            let mut found = Findings { rules: self, site, report: &mut report, places: Vec::new() };
            limits::check(&mut found, &survey);
            if let Belongs::Item(rule, model) = site.belongs {
                let probes = share.min(MOST_STEPS / site.call.script.steps().max(1));
                let axes = candidates::axes(self, site.call, model, &survey, probes);
                let grid = Grid::probe(self, site.call, rule, axes);
                grid::stops(&mut found, &grid);
                turns::check(&mut found, &grid, &survey);
                missing::check(&mut found, &grid);
            }
        }
        report
    }
}

/// Where the findings about one use of a script go.
struct Findings<'a> {
    rules: &'a RuleSet,
    site: &'a Site<'a>,
    report: &'a mut Report,
    /// Places of the script at which it was found to stop or to exceed.
    places: Vec<Span>,
}

impl Findings<'_> {
    /// A finding at a place of the script, with the places of the criteria file that it goes against or that use it.
    fn in_script(&mut self, span: Span, problem: Problem, related: impl IntoIterator<Item = (Span, Note)>) {
        let script = Place::Source(Arc::clone(self.site.call.script.source()), span);
        let related = related.into_iter().map(|(span, note)| (self.in_criteria(span), note));
        let found = related.fold(Diagnostic::new(problem, script), |found, (place, note)| found.with(place, note));
        self.report.push(found);
    }

    fn in_criteria(&self, span: Span) -> Place {
        Place::Source(Arc::clone(&self.rules.standard.source), span)
    }

    /// The item the script belongs to: its id and its place.
    fn item(&self) -> (String, (Span, Note)) {
        match self.site.belongs {
            Belongs::Item(_, model) => (model.id.clone(), (model.span.clone(), Note::UsedHere)),
            _ => (String::new(), (0..0, Note::UsedHere)),
        }
    }
}
