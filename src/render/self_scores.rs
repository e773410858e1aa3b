//! [`SelfScores`] beside the results: a page below the tables for people, an object at the end of the JSON. Nothing is
//! compared here.

mod words;

use super::View;
use super::layout::number::{interval, signed};
use super::layout::{Cell, PROVISIONAL, Tone};
use super::page::{Block, Column, Row, Table};
use super::page::{markdown, terminal};
use super::words::{Words as Common, fill};
use crate::lang::Lang;
use crate::quantity::Points;
use crate::result::self_scores::{Because, ItemChange, Lost, SelfCommune, SelfDifference, SelfScores};
use crate::result::{ScoreSheet, StandardInfo, Verdict};
use crate::status::Status;
use serde::Serialize;
use words::Words;

/// Behind points that may be more because figures are missing.
const MORE: &str = " …";

/// For a terminal. Ends with a line end.
#[must_use]
pub fn page(scores: &SelfScores, sheet: &ScoreSheet, view: &View) -> String {
    terminal::print(&blocks(scores, sheet, view.lang), view)
}

/// In Markdown.
#[must_use]
pub fn document(scores: &SelfScores, sheet: &ScoreSheet, lang: Lang) -> String {
    markdown::print(&blocks(scores, sheet, lang))
}

fn blocks(scores: &SelfScores, sheet: &ScoreSheet, lang: Lang) -> Vec<Block> {
    let words = Words::of(lang);
    let of = |sign: std::cmp::Ordering| {
        let is = |found: &&SelfDifference| found.difference().is_some_and(|points| points.cmp(&Points::ZERO) == sign);
        scores.differences.iter().filter(is).count().to_string()
    };
    let (over, under) = (of(std::cmp::Ordering::Greater), of(std::cmp::Ordering::Less));
    let (communes, claims) = (scores.communes.to_string(), scores.claims.to_string());
    let values = [
        ("communes", communes.as_str()),
        ("claims", claims.as_str()),
        ("over", over.as_str()),
        ("under", under.as_str()),
    ];
    let counts = if scores.claims == 0 { words.none.to_owned() } else { fill(words.counts, &values) };
    let mut blocks = vec![Block::Gap, Block::Heading(2, words.title.to_owned()), Block::Line(counts)];
    if !scores.by_commune.is_empty() {
        blocks.push(Block::Gap);
        blocks.push(Block::Table(by_commune(scores, sheet, lang)));
        blocks.push(Block::Line(words.own_note.to_owned()));
        if scores.by_commune.iter().any(|commune| commune.at_least) {
            blocks.push(Block::Line(words.more_note.to_owned()));
        }
    }
    if !scores.differences.is_empty() {
        blocks.push(Block::Gap);
        blocks.push(Block::Table(table(scores, &sheet.standard, lang)));
    }
    blocks
}

/// Who over-scored and under-scored, and what would come of it.
fn by_commune(scores: &SelfScores, sheet: &ScoreSheet, lang: Lang) -> Table {
    let (words, common) = (Words::of(lang), Common::of(lang));
    let columns = vec![
        Column::word(common.code),
        Column::text(common.name),
        Column::number(words.over),
        Column::number(words.under),
        Column::text(words.own),
        Column::text(words.computed_verdict),
    ];
    let row = |commune: &SelfCommune| {
        let info = commune.standard_in(sheet);
        let verdict = |(verdict, status): &(Verdict, Status)| marked(common.verdict(verdict, info, lang), *status);
        let tone = if commune.own.0 == commune.computed.0 { Tone::Plain } else { Tone::Open };
        Row::Cells(vec![
            Cell::plain(commune.identity.code.as_str()),
            Cell::plain(commune.identity.name.as_str()),
            Cell::plain(certain(commune.over, commune.at_least, lang)),
            Cell::plain(certain(Points::ZERO - commune.under, commune.at_least, lang)),
            Cell::toned(verdict(&commune.own), tone),
            Cell::plain(verdict(&commune.computed)),
        ])
    };
    Table { columns, rows: scores.by_commune.iter().map(row).collect() }
}

/// `+25`, or `+25 …` where it may be more.
fn certain(points: Points, at_least: bool, lang: Lang) -> String {
    let points = signed(points, lang);
    if at_least { format!("{points}{MORE}") } else { points }
}

fn table(scores: &SelfScores, info: &StandardInfo, lang: Lang) -> Table {
    let (words, common) = (Words::of(lang), Common::of(lang));
    let columns = vec![
        Column::word(common.code),
        Column::text(common.name),
        Column::text(words.criterion),
        Column::number(words.claimed),
        Column::number(words.computed),
        Column::number(words.difference),
        Column::text(words.because),
    ];
    let row = |found: &SelfDifference| {
        let criterion = found.criterion.and_then(|at| info.criteria.get(at));
        let title = criterion.map_or(common.total, |criterion| criterion.title.get(lang));
        let difference = found.difference();
        let computed = |(low, high)| marked(interval(low, high, lang), found.status);
        let computed = found.computed.map_or_else(|| "–".to_owned(), computed);
        let tone = match difference.map(|points| points.cmp(&Points::ZERO)) {
            Some(std::cmp::Ordering::Greater) => Tone::Bad,
            Some(_) => Tone::Plain,
            None => Tone::Open,
        };
        Row::Cells(vec![
            Cell::plain(found.identity.code.as_str()),
            Cell::plain(found.identity.name.as_str()),
            Cell::plain(title),
            Cell::plain(found.claimed.display(lang)),
            Cell::plain(computed),
            Cell::toned(difference.map_or_else(|| "?".to_owned(), |points| signed(points, lang)), tone),
            Cell::plain(because(found, lang)),
        ])
    };
    Table { columns, rows: scores.differences.iter().map(row).collect() }
}

/// With the mark of what rests on provisional figures.
fn marked(text: String, status: Status) -> String {
    if status == Status::Provisional { text + PROVISIONAL } else { text }
}

/// What explains a difference, in words.
pub(super) fn because(found: &SelfDifference, lang: Lang) -> String {
    let words = Words::of(lang);
    let item = |item: &ItemChange| {
        let (computed, claimed) = (item.computed.display(lang), item.claimed.display(lang));
        let values = [
            ("item", item.title.get(lang)),
            ("range", item.range.get(lang)),
            ("claimed", &claimed),
            ("computed", &computed),
        ];
        fill(words.item, &values)
    };
    let beyond = match (found.above_maximum, found.below_least) {
        (true, _) => words.above_maximum,
        (_, true) => words.below_least,
        _ => "",
    };
    let reason = match &found.because {
        // No line of a scale is beyond all points there are: there is nothing to look for.
        Because::Nothing | Because::Scripted(_) | Because::NotSearched(_) if !beyond.is_empty() => {
            return beyond.to_owned();
        }
        Because::Items { items, others, all } => {
            let list = items.iter().map(item).collect::<Vec<_>>().join(words.and);
            let several = if items.len() > 1 { words.several } else { "" };
            let others = others.to_string();
            let more = if others == "0" && *all {
                String::new()
            } else {
                fill(if *all { words.others } else { words.others_at_least }, &[("n", &others)])
            };
            format!("{several}{list}{more}")
        }
        Because::Nothing => words.nothing.to_owned(),
        Because::Scripted(items) => {
            let items: Vec<String> = items.iter().map(|item| format!("“{}”", item.get(lang))).collect();
            fill(words.scripted, &[("items", &items.join(words.and))])
        }
        Because::Zeroed(facts) => {
            let facts: Vec<String> = facts.iter().map(|fact| format!("“{}”", fact.get(lang))).collect();
            fill(words.zeroed, &[("facts", &facts.join(words.or))])
        }
        Because::Missing => words.missing.to_owned(),
        Because::NotComparable => words.not_comparable.to_owned(),
        Because::NotSearched(items) => fill(words.not_searched, &[("n", &items.to_string())]),
        Because::Criteria => words.total.to_owned(),
        Because::OwnSum(sum) => fill(words.own_sum, &[("sum", &sum.display(lang))]),
        Because::Unclaimed { points, some_claimed, lost } => unclaimed(*points, *some_claimed, lost, lang),
    };
    if beyond.is_empty() { reason } else { format!("{beyond}; {reason}") }
}

/// What no claim of a criterion explains, and where points were lost.
fn unclaimed(points: Points, some_claimed: bool, lost: &[Lost], lang: Lang) -> String {
    const MOST_NAMED: usize = 5;
    let words = Words::of(lang);
    let first = if some_claimed {
        fill(words.unclaimed, &[("points", &signed(points, lang))])
    } else {
        words.no_criterion.to_owned()
    };
    if lost.is_empty() {
        return first;
    }
    let of = |lost: &Lost| {
        let (computed, most) = (lost.computed.display(lang), lost.most.display(lang));
        fill(words.lost_one, &[("criterion", lost.title.get(lang)), ("computed", &computed), ("most", &most)])
    };
    let named = lost.iter().take(MOST_NAMED).map(of).collect::<Vec<_>>().join(", ");
    let more = match lost.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => fill(words.lost_more, &[("n", &more.to_string())]),
    };
    format!("{first}; {}", fill(words.lost, &[("criteria", &format!("{named}{more}"))]))
}

#[derive(Serialize)]
struct Document<'a> {
    code: &'a str,
    name: &'a str,
    /// `null` for the total.
    criterion: Option<&'a str>,
    claimed: Points,
    computed_min: Option<Points>,
    computed_max: Option<Points>,
    status: Status,
    difference: Option<Points>,
    above_maximum: bool,
    below_least: bool,
    explained_by: &'static str,
    items: &'a [ItemChange],
    /// Criteria that lost the points a total claims beyond them.
    lost: &'a [Lost],
    other_explanations: usize,
}

#[derive(Serialize)]
struct CommuneDocument<'a> {
    code: &'a str,
    name: &'a str,
    over: Points,
    under: Points,
    /// Whether figures are missing, so that either may be more.
    at_least: bool,
    own_verdict: &'a str,
    own_status: Status,
    verdict: &'a str,
    status: Status,
}

/// Adds `self_scores` and `self_scores_by_commune` at the end of a JSON document of results.
///
/// # Errors
/// Passes on what the serializer reports; writing to memory gives it no cause to.
pub fn append_json(document: &mut Vec<u8>, scores: &SelfScores, sheet: &ScoreSheet) -> serde_json::Result<()> {
    document.truncate(document.trim_ascii_end().len().saturating_sub(1));
    document.extend_from_slice(b",\n\"self_scores\":[");
    for (at, found) in scores.differences.iter().enumerate() {
        document.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        super::json::append(document, &of(found, &sheet.standard))?;
    }
    document.extend_from_slice(b"\n],\n\"self_scores_by_commune\":[");
    for (at, commune) in scores.by_commune.iter().enumerate() {
        document.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        let info = commune.standard_in(sheet);
        let of_commune = CommuneDocument {
            code: &commune.identity.code,
            name: &commune.identity.name,
            over: commune.over,
            under: commune.under,
            at_least: commune.at_least,
            own_verdict: commune.own.0.id(info),
            own_status: commune.own.1,
            verdict: commune.computed.0.id(info),
            status: commune.computed.1,
        };
        super::json::append(document, &of_commune)?;
    }
    document.extend_from_slice(b"\n]}\n");
    Ok(())
}

fn of<'a>(found: &'a SelfDifference, info: &'a StandardInfo) -> Document<'a> {
    let (explained_by, items, other_explanations): (_, &[ItemChange], _) = match &found.because {
        Because::Items { items, others, .. } => ("items", items, *others),
        Because::Nothing => ("nothing", &[], 0),
        Because::Scripted(_) => ("script", &[], 0),
        Because::Zeroed(_) => ("zeroed", &[], 0),
        Because::Missing => ("missing", &[], 0),
        Because::NotComparable => ("not_comparable", &[], 0),
        Because::NotSearched(_) => ("not_searched", &[], 0),
        Because::Criteria => ("criteria", &[], 0),
        Because::OwnSum(_) => ("own_sum", &[], 0),
        Because::Unclaimed { some_claimed: false, .. } => ("no_criterion", &[], 0),
        Because::Unclaimed { .. } => ("unclaimed_criteria", &[], 0),
    };
    let lost: &[Lost] = if let Because::Unclaimed { lost, .. } = &found.because { lost } else { &[] };
    Document {
        code: &found.identity.code,
        name: &found.identity.name,
        criterion: found.criterion.and_then(|at| info.criteria.get(at)).map(|criterion| criterion.id.as_str()),
        claimed: found.claimed,
        computed_min: found.computed.map(|(low, _)| low),
        computed_max: found.computed.map(|(_, high)| high),
        status: found.status,
        difference: found.difference(),
        above_maximum: found.above_maximum,
        below_least: found.below_least,
        explained_by,
        items,
        lost,
        other_explanations,
    }
}
