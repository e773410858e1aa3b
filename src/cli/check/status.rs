//! `cfc check --status`: every figure with its status and evidence, and how many are still to be verified.

use super::options::CheckOptions;
use super::{Checked, Outcome, output, show as complain_about};
use crate::cli::args::Common;
use crate::cli::output::width;
use crate::criteria::model::Standard;
use crate::criteria::{Listed, of_versions};
use crate::lang::{Lang, Text};
use crate::render::{csv, json, markdown, terminal};
use crate::result::Status;
use crate::result::figures::{FigureGroup, FigureLine, FigureSheet};
use std::io::IsTerminal;

/// Lists the figures of every sound standard; what is wrong with the others goes to stderr.
pub(super) fn show(all: &[Checked<'_>], options: &CheckOptions, common: &Common) -> Outcome {
    for checked in all {
        complain_about(&checked.report, common);
    }
    let standards = all.iter().filter_map(|checked| checked.rules.as_ref());
    let sheets: Vec<FigureSheet> = standards.filter_map(|rules| sheet(&rules.standards(), options.below)).collect();
    if sheets.is_empty() {
        return Outcome::Done;
    }
    let lang = common.lang;
    let bytes = match options.format.as_deref() {
        Some("csv") => csv::figures(&sheets, lang),
        // Writing to memory gives the serializer no cause to fail.
        Some("json") => json::figures(&sheets).unwrap_or_default(),
        Some("md") => pages(&sheets, |sheet| markdown::figures(sheet, lang)),
        _ => {
            let width = options.width.map_or_else(|| width(std::io::stdout().is_terminal()), usize::from);
            pages(&sheets, |sheet| terminal::figures(sheet, lang, width))
        }
    };
    output::stdout(&bytes, lang)
}

fn pages(sheets: &[FigureSheet], page: impl Fn(&FigureSheet) -> String) -> Vec<u8> {
    sheets.iter().map(page).collect::<Vec<_>>().join("\n").into_bytes()
}

/// The figures of all versions; titles and articles are the same in all.
pub(in crate::cli) fn sheet(versions: &[&Standard], below: Option<Status>) -> Option<FigureSheet> {
    let standard = versions.last()?;
    let figures = of_versions(versions);
    let whole = Text::of("Tiêu chuẩn và điều kiện công nhận", "The standard and recognition");
    let mut groups = vec![group(standard, &figures, None, FigureHead { id: None, title: whole, cites: None }, below)];
    for (at, criterion) in standard.criteria.iter().enumerate() {
        let head = FigureHead {
            id: Some(criterion.id.clone()),
            title: criterion.title.clone(),
            cites: Some(criterion.cites.clone()),
        };
        groups.push(group(standard, &figures, Some(at), head, below));
    }
    let (id, title, citation) = (standard.id.clone(), standard.title.clone(), standard.citation.clone());
    Some(FigureSheet { id, title, citation, below, groups })
}

/// What stands above a group.
struct FigureHead {
    id: Option<String>,
    title: Text,
    cites: Option<String>,
}

fn group(
    standard: &Standard,
    figures: &[Listed<'_>],
    criterion: Option<usize>,
    head: FigureHead,
    below: Option<Status>,
) -> FigureGroup {
    let own: Vec<&Listed<'_>> = figures.iter().filter(|figure| figure.criterion == criterion).collect();
    let counts = Status::ALL.map(|status| own.iter().filter(|figure| figure.origin.status == status).count());
    let wanted = own.into_iter().filter(|figure| below.is_none_or(|least| figure.origin.status > least));
    let FigureHead { id, title, cites } = head;
    FigureGroup { id, title, cites, counts, figures: wanted.map(|figure| line(standard, figure)).collect() }
}

fn line(standard: &Standard, figure: &Listed<'_>) -> FigureLine {
    let origin = figure.origin;
    FigureLine {
        path: figure.path.clone(),
        label: Text::of(figure.label(Lang::Vi), figure.label(Lang::En)),
        value: figure.value.clone(),
        status: origin.status,
        evidence: origin.evidence.clone(),
        confirmed: origin.confirmed.as_ref().map(|(by, on)| (by.clone(), on.to_string())),
        file: standard.source.name.clone(),
        line: standard.source.line_column(origin.span.start).0,
    }
}
