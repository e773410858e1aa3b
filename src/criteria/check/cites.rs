//! Adds the article of the legal text to every diagnostic that stands inside a criterion.

use crate::criteria::findings::At;
use crate::criteria::raw::{RawFact, RawStandard};
use crate::diag::{Place, Report, Span};

/// The part of the file from the heading of a criterion, item or fact to the next heading, with its article.
struct Region {
    span: Span,
    cites: String,
}

/// Facts and items come after their criteria, so that the last region that holds a place is the nearest.
pub(crate) fn add(report: &mut Report, raw: &RawStandard) {
    let regions = regions(raw);
    for diagnostic in report.diagnostics.iter_mut().filter(|d| d.cites.is_none()) {
        if let Place::Source(_, span) = &diagnostic.place {
            let region = regions.iter().rev().find(|region| region.span.contains(&span.start));
            diagnostic.cites = region.map(|region| region.cites.clone());
        }
    }
}

fn regions(raw: &RawStandard) -> Vec<Region> {
    let stops = headings(raw);
    let mut regions = Vec::new();
    for criterion in &raw.criteria.items {
        push(&mut regions, &criterion.span, &top_headings(raw), criterion.cites.as_ref());
    }
    for item in raw.criteria.items.iter().flat_map(|criterion| &criterion.items.items) {
        push(&mut regions, &item.span, &stops, item.cites.as_ref());
    }
    for fact in facts(raw) {
        push(&mut regions, &fact.origin.span, &stops, fact.cites.as_ref());
    }
    regions
}

/// Vetoes, gates and zero rules.
fn facts(raw: &RawStandard) -> impl Iterator<Item = &RawFact> {
    let of_recognition = raw.recognition.iter().flat_map(|r| r.vetoes.items.iter().chain(&r.gates.items));
    of_recognition.chain(raw.criteria.items.iter().flat_map(|criterion| &criterion.zero_when.items))
}

fn push(regions: &mut Vec<Region>, heading: &Span, stops: &[usize], cites: Option<&At<String>>) {
    let Some(cites) = cites else { return };
    let next = stops.iter().copied().filter(|stop| *stop > heading.start).min();
    // Without a next heading the region goes on to the end of the file.
    let end = next.unwrap_or(usize::MAX);
    regions.push(Region { span: heading.start..end, cites: cites.value.clone() });
}

/// Where the tables of the file begin, those inside a criterion included.
fn headings(raw: &RawStandard) -> Vec<usize> {
    let mut headings = top_headings(raw);
    for criterion in &raw.criteria.items {
        headings.extend(criterion.items.items.iter().map(|item| item.span.start));
        headings.extend(criterion.zero_when.items.iter().map(|fact| fact.origin.span.start));
    }
    headings
}

/// Where the tables begin that are not inside a criterion.
fn top_headings(raw: &RawStandard) -> Vec<usize> {
    let mut headings: Vec<usize> = Vec::new();
    headings.extend(raw.head.iter().map(|head| head.span.start));
    headings.extend(raw.agencies.items.iter().chain(&raw.classes.items).map(|named| named.span.start));
    headings.extend(raw.fields.items.iter().map(|field| field.span.start));
    headings.extend(raw.derived.items.iter().map(|derived| derived.span.start));
    headings.extend(raw.criteria.items.iter().map(|criterion| criterion.span.start));
    headings.extend(raw.cases.items.iter().map(|case| case.span.start));
    if let Some(recognition) = &raw.recognition {
        headings.push(recognition.span.start);
        headings.extend(recognition.vetoes.items.iter().chain(&recognition.gates.items).map(|f| f.origin.span.start));
        headings.extend(recognition.levels.items.iter().map(|level| level.origin.span.start));
    }
    headings
}
