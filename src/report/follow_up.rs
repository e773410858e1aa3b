//! What failed and what nearly fails, by the agency that follows it up.
//!
//! Of each commune: the items of criteria that fail a condition, items without points, items with fewer points than they
//! could have where the commune is not recognised, items with missing figures, and items that one or two children or cases
//! separate from fewer points. What is not published is not listed.

use crate::quantity::Points;
use crate::result::explanation::Move;
use crate::result::follow_up::{Concern, Desk, FollowUp, Line, NEAR};
use crate::result::{
    CommuneScore, ConditionKind, ItemInfo, ItemScore, Label, Outcome, ScoreSheet, StandardInfo, Unit, Verdict,
};

/// What every agency has to look after; near losses only where the sheet has moves.
#[must_use]
pub fn follow_up(sheet: &ScoreSheet) -> FollowUp {
    let mut agencies: Vec<Desk> = Vec::new();
    for criterion in &sheet.standard.criteria {
        if !agencies.iter().any(|desk| is_of(desk, criterion.follow_up.as_ref())) {
            agencies.push(Desk { agency: criterion.follow_up.clone(), lines: Vec::new() });
        }
    }
    agencies.sort_by_key(|desk| desk.agency.is_none());
    for (commune, score) in sheet.communes.iter().enumerate() {
        for (agency, line) in lines(sheet.standard_of(score), commune, score) {
            if let Some(desk) = agencies.iter_mut().find(|desk| is_of(desk, agency)) {
                desk.lines.push(line);
            }
        }
    }
    for desk in &mut agencies {
        desk.lines.sort_by_key(|line| (line.item, line.concern, line.commune));
    }
    agencies.retain(|desk| !desk.lines.is_empty());
    FollowUp { agencies }
}

fn is_of(desk: &Desk, agency: Option<&Label>) -> bool {
    desk.agency.as_ref().map(|known| &known.id) == agency.map(|agency| &agency.id)
}

/// The items of one commune that are followed up, each with its agency.
fn lines<'i>(info: &'i StandardInfo, commune: usize, score: &CommuneScore) -> Vec<(Option<&'i Label>, Line)> {
    let mut found = Vec::new();
    let mut item = 0;
    for (criterion, about) in info.criteria.iter().enumerate() {
        let vetoes = vetoes(info, score, &about.id);
        for one in &about.items {
            let concern = score.items.get(item).and_then(|points| concern(one, points, score, (vetoes, item)));
            if let Some(concern) = concern {
                let gap = gap(score, concern, item).cloned();
                found.push((about.follow_up.as_ref(), Line { commune, criterion, item, concern, gap }));
            }
            item += 1;
        }
    }
    found
}

/// Whether a criterion fails a condition of recognition.
fn vetoes(info: &StandardInfo, score: &CommuneScore, criterion: &str) -> bool {
    let Verdict::NotRecognised(failed) = &score.verdict else { return false };
    let mut conditions = failed.iter().filter_map(|at| info.conditions.get(usize::from(*at)));
    conditions.any(|condition| {
        matches!(condition.kind, ConditionKind::CriterionAbove | ConditionKind::CriterionMinimum)
            && condition.id == criterion
    })
}

fn concern(info: &ItemInfo, item: &ItemScore, commune: &CommuneScore, (vetoes, at): (bool, usize)) -> Option<Concern> {
    let points = match item.outcome {
        Outcome::Missing => return Some(Concern::Missing),
        Outcome::Hidden | Outcome::NotApplicable(None) => return None,
        Outcome::Scored(points) | Outcome::NotApplicable(Some(points)) => points,
    };
    let lacks = points < info.most;
    let recognised = matches!(commune.verdict, Verdict::Recognised | Verdict::Level(_) | Verdict::NotPublished);
    if vetoes && lacks {
        Some(Concern::Vetoes)
    } else if lacks && (points <= Points::ZERO || !recognised) {
        Some(Concern::LosesPoints)
    } else {
        let loss = move_of(commune, Concern::NearlyFails, at).filter(|to| to.size <= NEAR);
        loss.filter(|_| is_counted(info, item)).map(|_| Concern::NearlyFails)
    }
}

/// Whether an item counts something that is there. A yes can always become a no, and the first case is always one case
/// away: that is said of no commune in particular.
fn is_counted(info: &ItemInfo, item: &ItemScore) -> bool {
    let is_number = matches!(info.unit, Unit::Per(_) | Unit::Number);
    is_number && item.measured.as_ref().is_some_and(|measured| measured.value.numerator() != 0)
}

fn gap(commune: &CommuneScore, concern: Concern, item: usize) -> Option<&Move> {
    if concern == Concern::Missing { None } else { move_of(commune, concern, item) }
}

/// The nearest fewer points of what nearly fails, the nearest more points of everything else.
fn move_of(commune: &CommuneScore, concern: Concern, item: usize) -> Option<&Move> {
    let moves = commune.moves.as_ref()?;
    let moves = if concern == Concern::NearlyFails { &moves.losses } else { &moves.gains };
    moves.get(item)?.as_ref()
}
