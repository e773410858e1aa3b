//! Adds the article of the legal text to every diagnostic that stands inside a criterion.

use crate::criteria::findings::At;
use crate::criteria::raw::RawStandard;
use crate::diag::{Place, Report, Span};

/// The part of the file from the heading of a criterion or item to the next heading, with its article.
struct Region {
    span: Span,
    cites: String,
}

/// Items come after their criteria, so that the last region that holds a place is the nearest.
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
    let tops = headings(raw);
    let mut regions = Vec::new();
    for criterion in &raw.criteria.items {
        push(&mut regions, &criterion.span, &tops, criterion.cites.as_ref());
    }
    for criterion in &raw.criteria.items {
        let mut stops = tops.clone();
        stops.extend(criterion.items.items.iter().map(|item| item.span.start));
        for item in &criterion.items.items {
            push(&mut regions, &item.span, &stops, item.cites.as_ref());
        }
    }
    regions
}

fn push(regions: &mut Vec<Region>, heading: &Span, stops: &[usize], cites: Option<&At<String>>) {
    let Some(cites) = cites else { return };
    let next = stops.iter().copied().filter(|stop| *stop > heading.start).min();
    // Without a next heading the region goes on to the end of the file.
    let end = next.unwrap_or(usize::MAX);
    regions.push(Region { span: heading.start..end, cites: cites.value.clone() });
}

/// Where the tables of the file begin.
fn headings(raw: &RawStandard) -> Vec<usize> {
    let criteria = raw.criteria.items.iter().map(|criterion| criterion.span.start);
    let cases = raw.cases.items.iter().map(|case| case.span.start);
    let fields = raw.fields.items.iter().map(|field| field.span.start);
    let derived = raw.derived.items.iter().map(|derived| derived.span.start);
    let recognition = raw.recognition.iter().map(|recognition| recognition.span.start);
    let named = raw.agencies.items.iter().chain(&raw.classes.items).map(|named| named.span.start);
    let head = raw.head.iter().map(|head| head.span.start);
    criteria.chain(cases).chain(fields).chain(derived).chain(recognition).chain(named).chain(head).collect()
}
