//! One mistake, one finding: what is wrong only because of something that has been reported goes.
//!
//! Nothing here removes the last error of a file: each consequence goes because an error that stays explains it. Should
//! none stay, everything does.

use super::position;
use crate::diag::{Diagnostic, Kind, Note, Place, Problem, Report, Span};
use crate::quantity::{Points, Version};

/// Places shown for an id that names nothing, beside the first.
const MOST_REPEATED: usize = 3;

/// Removes consequences.
pub(crate) fn remove(report: &mut Report, broken_lines: &[Span]) {
    let all = report.diagnostics.clone();
    let had_errors = report.has_errors();
    remove_explained(report, broken_lines);
    if had_errors && !report.has_errors() {
        report.diagnostics = all;
    }
}

fn remove_explained(report: &mut Report, broken_lines: &[Span]) {
    let causes: Vec<(Span, Problem)> = report
        .diagnostics
        .iter()
        .filter(|d| could_not_be_read(&d.problem))
        .filter_map(|d| Some((span(&d.place)?.clone(), d.problem.clone())))
        .collect();
    let off_by_items = items_off_by(report);
    let renamed =
        report.diagnostics.iter().any(|d| matches!(d.problem, Problem::BadId { .. } | Problem::ReservedId { .. }));
    let copied: Vec<(Kind, String)> = report.diagnostics.iter().filter_map(copied).collect();
    // What can be reached follows from everything else; while that is wrong it says nothing.
    let unsound = report.has_errors();
    report.diagnostics.retain(|d| {
        let explained = of_broken_line(d, broken_lines)
            || of_unread_part(d, &causes)
            || of_misspelt_key(d, &causes)
            || of_items(d, &off_by_items)
            || of_copy(d, &copied)
            || (renamed && is_nothing_known(&d.problem))
            || (unsound && matches!(d.problem, Problem::NeverFails { .. }));
        !explained
    });
    fold_unknown_ids(report);
}

const fn span(place: &Place) -> Option<&Span> {
    match place {
        Place::Source(_, span) => Some(span),
        Place::Cell(_) | Place::File(_) => None,
    }
}

/// The place of a diagnostic and those that belong to it.
fn spans(diagnostic: &Diagnostic) -> impl Iterator<Item = &Span> {
    std::iter::once(&diagnostic.place).chain(diagnostic.related.iter().map(|(place, _)| place)).filter_map(span)
}

const fn could_not_be_read(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::TomlSyntax { .. }
            | Problem::DecimalComma { .. }
            | Problem::KeyNotAscii { .. }
            | Problem::UnknownKey { .. }
            | Problem::Slip { .. }
    )
}

/// On a line that did not parse, next to one, or about something that may stand on one.
fn of_broken_line(diagnostic: &Diagnostic, broken_lines: &[Span]) -> bool {
    let reported_with_it = matches!(
        diagnostic.problem,
        Problem::EmptyFile | Problem::TomlSyntax { .. } | Problem::Slip { .. } | Problem::KeyNotAscii { .. }
    );
    if broken_lines.is_empty() || reported_with_it {
        return false;
    }
    let on_broken_line = |at: &Span| broken_lines.iter().any(|line| line.start <= at.start && at.start <= line.end);
    spans(diagnostic).any(on_broken_line) || says_something_is_absent(&diagnostic.problem)
}

/// Judges a table of which a part could not be read.
fn of_unread_part(diagnostic: &Diagnostic, causes: &[(Span, Problem)]) -> bool {
    let inside = |whole: &Span| {
        let errors = causes.iter().filter(|(_, cause)| cause.level() == crate::diag::Level::Error);
        errors.into_iter().any(|(part, _)| whole.start <= part.start && part.end <= whole.end)
    };
    judges(&diagnostic.problem) && spans(diagnostic).any(inside)
}

/// Misses a key that is there under a misspelt name.
fn of_misspelt_key(diagnostic: &Diagnostic, causes: &[(Span, Problem)]) -> bool {
    let missing: &[&str] = match &diagnostic.problem {
        Problem::MissingKey { key, .. } => &[*key],
        Problem::OneOf { keys, found } if found.is_empty() => keys,
        _ => return false,
    };
    let Some(whole) = span(&diagnostic.place) else { return false };
    causes.iter().any(|(part, cause)| {
        let inside = whole.start <= part.start && part.end <= whole.end;
        inside && matches!(cause, Problem::UnknownKey { meant: Some(meant), .. } if missing.contains(&meant.as_str()))
    })
}

/// By how much criteria differ from their items where those do not add up, and under which versions.
fn items_off_by(report: &Report) -> Vec<(Points, Vec<Version>)> {
    let off = report.diagnostics.iter().filter_map(|d| match &d.problem {
        Problem::ItemsDoNotAddUp { reach, points, .. } => Some((*reach - *points, d.under.clone())),
        _ => None,
    });
    off.collect()
}

/// The criteria do not add up, but they would with the points of their items.
fn of_items(diagnostic: &Diagnostic, off_by: &[(Points, Vec<Version>)]) -> bool {
    let Problem::CriteriaDoNotAddUp { reach, total } = &diagnostic.problem else { return false };
    let same_versions = off_by.iter().filter(|(_, under)| *under == diagnostic.under);
    *reach + same_versions.map(|(points, _)| *points).sum::<Points>() == *total
}

/// An id that resembles none there is: what it names is the one that was declared with a faulty id.
const fn is_nothing_known(problem: &Problem) -> bool {
    matches!(problem, Problem::UnknownId { meant: None, .. })
}

/// A criterion or item that stands there twice.
fn copied(diagnostic: &Diagnostic) -> Option<(Kind, String)> {
    match &diagnostic.problem {
        Problem::DuplicateId { kind: kind @ (Kind::Criterion | Kind::Item), id } => Some((*kind, id.clone())),
        _ => None,
    }
}

/// Points that do not add up because something is counted twice.
fn of_copy(diagnostic: &Diagnostic, copied: &[(Kind, String)]) -> bool {
    copied.iter().any(|(kind, id)| match &diagnostic.problem {
        Problem::CriteriaDoNotAddUp { .. } => *kind == Kind::Criterion,
        Problem::CaseTwice | Problem::CaseContradicts { .. } => true,
        Problem::DuplicateId { kind: Kind::Item, id: item } => {
            *kind == Kind::Criterion && item.split_once('.').is_some_and(|(of, _)| of == id)
        }
        Problem::ItemsDoNotAddUp { criterion, .. } => id.split_once('.').is_some_and(|(of, _)| of == criterion),
        _ => false,
    })
}

/// An id that names nothing in many places is one mistake: where it is declared, or wherever it was copied to.
fn fold_unknown_ids(report: &mut Report) {
    let mut kept: Vec<Diagnostic> = Vec::new();
    let mut folded = std::mem::take(&mut report.diagnostics);
    folded.sort_by_key(position);
    for diagnostic in folded {
        let same = unknown_id(&diagnostic).and_then(|id| kept.iter().position(|k| unknown_id(k) == Some(id)));
        match same {
            Some(at) if kept[at].related.len() < MOST_REPEATED => {
                kept[at].related.push((diagnostic.place, Note::AlsoHere));
            }
            Some(_) => {}
            None => kept.push(diagnostic),
        }
    }
    report.diagnostics = kept;
}

/// The id with its kind; fields and what stands for fields have one set of ids.
fn unknown_id(diagnostic: &Diagnostic) -> Option<(Kind, &str)> {
    match &diagnostic.problem {
        Problem::UnknownId { kind: Kind::Operand | Kind::Field, id, .. } => Some((Kind::Field, id)),
        Problem::UnknownId { kind, id, .. } => Some((*kind, id)),
        _ => None,
    }
}

/// Problems that compare what was read.
const fn judges(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::BandGap { .. }
            | Problem::BandOverlap { .. }
            | Problem::BandTwice { .. }
            | Problem::BandUnreachable { .. }
            | Problem::BandNotMonotone { .. }
            | Problem::AlwaysHolds { .. }
            | Problem::BeyondReach { .. }
            | Problem::CriteriaDoNotAddUp { .. }
            | Problem::DatesReversed { .. }
            | Problem::EndOutOfRange { .. }
            | Problem::ItemsDoNotAddUp { .. }
            | Problem::LevelOrder { .. }
            | Problem::LinearReversed { .. }
            | Problem::NeverFails { .. }
            | Problem::NoBound
            | Problem::OutOfRange { .. }
            | Problem::PointsExceedItem { .. }
    )
}

fn says_something_is_absent(problem: &Problem) -> bool {
    use Problem::{
        BandGap, CaseNeedsClass, ChoiceNotCovered, ClassNeeded, ClassNotCovered, ClassWithoutClasses, ConfirmedByWhom,
        CriteriaDoNotAddUp, EmptyList, ItemsDoNotAddUp, LevelOrder, MissingKey, NoAssessmentDay, NoBound, NoClasses,
        NoCondition, OneOf, PointsNeedRounding, UnknownId, Unused, VersionGap, WrongLength,
    };
    matches!(
        problem,
        BandGap { .. }
            | CaseNeedsClass { .. }
            | ChoiceNotCovered { .. }
            | ClassNeeded { .. }
            | ClassNotCovered { .. }
            | ConfirmedByWhom
            | CriteriaDoNotAddUp { .. }
            | EmptyList { .. }
            | ItemsDoNotAddUp { .. }
            | LevelOrder { .. }
            | MissingKey { .. }
            | NoAssessmentDay
            | NoBound
            | NoClasses
            | ClassWithoutClasses { .. }
            | NoCondition
            | OneOf { .. }
            | PointsNeedRounding { .. }
            | UnknownId { .. }
            | Unused { .. }
            | VersionGap { .. }
            | WrongLength { .. }
    )
}
