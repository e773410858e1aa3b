//! The lines of the explanation, in the order in which they are read.

use super::changes::Writer;
use super::words::{self, Words};
use crate::lang::Lang;
use crate::quantity::Points;
use crate::render::layout::breakdown::Unknown;
use crate::render::layout::{Column, Layout, number};
use crate::render::words::fill;
use crate::result::Reason;
use crate::result::explanation::Explanation;
use crate::result::{CommuneScore, CriterionInfo, CriterionState, ItemInfo, ItemScore, Outcome, ScriptFigure, Status};

/// A line of the page.
pub(super) enum Line {
    /// The heading of the page.
    Title(String),
    /// The heading of a part.
    Section(String),
    /// A line of text: 0 stands alone, 1 and 2 are items of a list and of a list within it.
    Text(usize, String),
}

/// What the parts of the page are made of.
struct Page<'a> {
    writer: &'a Writer<'a>,
    explanation: &'a Explanation,
}

/// The whole page.
pub(super) fn lines(explanation: &Explanation, lang: Lang) -> Vec<Line> {
    let layout = Layout::new(&explanation.sheet, lang);
    let writer = Writer { layout: &layout, words: words::of(lang), figures: &explanation.steps.figures };
    let page = Page { writer: &writer, explanation };
    let Some(commune) = explanation.sheet.communes.first() else { return Vec::new() };
    let mut lines = heading(&layout, commune);
    lines.extend(verdict(&page, commune));
    lines.push(Line::Section(writer.words.outlook.to_owned()));
    lines
        .extend(writer.outlook(&explanation.outlook, commune).into_iter().map(|(level, line)| Line::Text(level, line)));
    let mut first = 0;
    for (at, info) in layout.info.criteria.iter().enumerate() {
        lines.extend(criterion(&page, commune, at, info, first));
        first += info.items.len();
    }
    lines.extend(definitions(&layout, writer.words));
    lines.push(Line::Section(writer.words.note.to_owned()));
    lines.extend(layout.verification().into_iter().map(|line| Line::Text(0, line)));
    lines
}

/// The parts of an explanation that papers show in tables of their own.
pub(in crate::render) struct Parts {
    /// The verdict with its mark.
    pub(in crate::render) verdict: String,
    /// What decides it, what is missing, and the arithmetic of the total.
    pub(in crate::render) reasons: Vec<String>,
    /// The figures of each item with the agencies behind them, criteria one after the other.
    pub(in crate::render) figures: Vec<String>,
    /// What would change the verdict: level in a list, and the line.
    pub(in crate::render) outlook: Vec<(usize, String)>,
    /// The heading of that.
    pub(in crate::render) outlook_heading: &'static str,
    /// What such changes are not.
    pub(in crate::render) note: &'static str,
}

/// The parts of an explanation; `None` when it has no commune.
pub(in crate::render) fn parts(explanation: &Explanation, lang: Lang) -> Option<Parts> {
    let layout = Layout::new(&explanation.sheet, lang);
    let writer = Writer { layout: &layout, words: words::of(lang), figures: &explanation.steps.figures };
    let page = Page { writer: &writer, explanation };
    let commune = explanation.sheet.communes.first()?;
    let lines = verdict(&page, commune).into_iter();
    let reasons = lines.filter_map(|line| if let Line::Text(_, line) = line { Some(line) } else { None });
    let items = layout.info.criteria.iter().flat_map(|criterion| &criterion.items);
    Some(Parts {
        verdict: layout.cell(Column::Verdict, commune).lines.concat(),
        reasons: reasons.collect(),
        figures: items.map(|item| figures(&writer, item)).collect(),
        outlook: writer.outlook(&explanation.outlook, commune),
        outlook_heading: writer.words.outlook,
        note: writer.words.note,
    })
}

/// Who, where, when, and under which standard.
fn heading(layout: &Layout<'_>, commune: &CommuneScore) -> Vec<Line> {
    let identity = &commune.identity;
    let class = identity.class.and_then(|class| layout.info.classes.get(class));
    let class = class
        .map_or_else(String::new, |class| format!("{}: {}", layout.words.class_legend, class.label.get(layout.lang)));
    let mut lines = vec![Line::Title(format!("{} {}", identity.code, identity.name))];
    let below =
        [layout.common(), class, layout.title().to_owned(), layout.info.citation.clone(), layout.versions_line()];
    lines.extend(below.into_iter().filter(|line| !line.is_empty()).map(|line| Line::Text(0, line)));
    lines
}

/// The verdict, the deciding condition first, then what is missing and who supplies it, then the total.
fn verdict(page: &Page<'_>, commune: &CommuneScore) -> Vec<Line> {
    let Page { writer, explanation } = page;
    let (layout, words, lang) = (writer.layout, writer.words, writer.layout.lang);
    let verdict = layout.cell(Column::Verdict, commune).lines.concat();
    let mut lines = vec![Line::Section(fill(words.result, &[("verdict", &verdict)]))];
    let mut add = |line: String| lines.push(Line::Text(1, line));
    layout.reasons(commune).into_iter().for_each(&mut add);
    for field in commune.missing.iter().filter_map(|field| layout.info.fields.get(usize::from(*field))) {
        let agencies: Vec<&str> = field.supplied_by.iter().map(|agency| agency.label.get(lang)).collect();
        let words = if agencies.is_empty() { words.missing_unsupplied } else { words.missing_supplied };
        add(fill(words, &[("field", field.label.get(lang)), ("agencies", &agencies.join(", "))]));
    }
    let items: Vec<&ItemInfo> = layout.info.criteria.iter().flat_map(|criterion| &criterion.items).collect();
    for at in commune.withheld.iter().map(|at| usize::from(*at)) {
        let reason = commune.items.get(at).and_then(|item| item.reason.as_deref());
        if let (Some(item), Some(reason)) = (items.get(at), reason) {
            let values = [("item", item.title.get(lang)), ("reason", &layout.item_reason(reason))];
            add(fill(words.item_unscored, &values));
        }
    }
    add(fill(words.total, &[("steps", explanation.steps.total.get(lang))]));
    if let Some(threshold) = commune.threshold {
        let values = [
            ("total", layout.total(commune.total.as_ref())),
            ("threshold", threshold_with_source(layout, explanation, threshold)),
            ("distance", number::distance(commune.total.as_ref(), Some(threshold), lang)),
        ];
        add(fill(words.total_against, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    lines
}

/// `850 (quoted: …)`: how far it has been verified, and its source.
fn threshold_with_source(layout: &Layout<'_>, explanation: &Explanation, threshold: Points) -> String {
    let shown = threshold.display(layout.lang);
    explanation.steps.threshold.as_ref().map_or_else(
        || shown.clone(),
        |source| {
            let mark = Layout::mark(source.status);
            format!("{shown}{mark} ({}: {})", status_word(layout, source.status), source.evidence)
        },
    )
}

/// What is counted, once for all figures that are defined alike.
fn definitions(layout: &Layout<'_>, words: &Words) -> Vec<Line> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for field in &layout.info.fields {
        let Some(definition) = field.definition.as_ref().map(|text| text.get(layout.lang)) else { continue };
        let label = field.label.get(layout.lang);
        match found.iter_mut().find(|(known, _)| *known == definition) {
            Some((_, labels)) => labels.push(label),
            None => found.push((definition, vec![label])),
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let lines = found.into_iter().map(|(definition, labels)| {
        let values = [("labels", labels.join("; ")), ("definition", definition.to_owned())];
        Line::Text(1, fill(words.definition, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
    });
    std::iter::once(Line::Section(words.definitions.to_owned())).chain(lines).collect()
}

/// A formula with blanks that do not break between a sign and its figure.
fn kept_together(steps: &str) -> String {
    let mut text = steps.replace("→ ", "→\u{a0}");
    for sign in ["/", "=", "≈", "≥", "≤", ">", "<"] {
        text = text.replace(&format!("{sign} "), &format!("{sign}\u{a0}"));
    }
    for sign in ["/", "≤", "<"] {
        text = text.replace(&format!(" {sign}\u{a0}"), &format!("\u{a0}{sign}\u{a0}"));
    }
    text
}

fn criterion(page: &Page<'_>, commune: &CommuneScore, at: usize, info: &CriterionInfo, first: usize) -> Vec<Line> {
    let Page { writer, explanation } = page;
    let (layout, lang) = (writer.layout, writer.layout.lang);
    let score = commune.criteria.get(at);
    let mark = score.map_or("", |score| Layout::mark(score.status));
    let points = layout.points_cell(score, Unknown::Range).lines.concat();
    let values = [
        ("name", layout.criterion_name(at, info)),
        // The arithmetic below says what set it to 0.
        ("points", format!("{}{mark}", points.trim_end_matches('!'))),
        ("most", format!("{}{}", info.points.display(lang), Layout::mark(info.status))),
    ];
    let title = fill(writer.words.criterion, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    let mut lines = vec![Line::Section(title)];
    let status = score.map_or(info.status, |score| score.status);
    // What one item gives is said by the item.
    let says_more = info.items.len() > 1 || score.is_some_and(|score| score.state == CriterionState::Zeroed);
    let steps = explanation.steps.criteria.get(at).filter(|_| says_more).map_or("", |steps| steps.get(lang));
    lines.push(Line::Text(0, joined([&info.cites, status_word(layout, status), steps])));
    for (i, item) in info.items.iter().enumerate() {
        if let Some(score) = commune.items.get(first + i) {
            lines.extend(self::item(page, info, item, score, first + i));
        }
    }
    lines
}

/// The arithmetic, then what it rests on, then what would change it.
fn item(page: &Page<'_>, criterion: &CriterionInfo, info: &ItemInfo, score: &ItemScore, at: usize) -> Vec<Line> {
    let Page { writer, explanation } = page;
    let (layout, lang) = (writer.layout, writer.layout.lang);
    let steps = explanation.steps.items.get(at).map_or("", |steps| steps.get(lang));
    let line = format!("{}: {}{}", info.title.get(lang), kept_together(steps), Layout::mark(score.status));
    let mut lines = vec![Line::Text(1, line)];
    let cites = if info.cites == criterion.cites { "" } else { info.cites.as_str() };
    let figures = figures(writer, info);
    let of_rule = script_figures(writer, info);
    lines.push(Line::Text(2, joined([cites, status_word(layout, score.status), &figures, &of_rule])));
    lines.extend(moves(page, info, score, at).into_iter().map(|line| Line::Text(2, line)));
    lines
}

/// What would change the points of an item, or that nothing does.
fn moves(page: &Page<'_>, info: &ItemInfo, score: &ItemScore, at: usize) -> Vec<String> {
    let Page { writer, explanation } = page;
    let (words, outlook) = (writer.words, &explanation.outlook);
    let [gain, loss] = [&outlook.gains, &outlook.losses].map(|moves| moves.get(at).and_then(Option::as_ref));
    let found = [(words.gain, gain), (words.loss, loss)].into_iter();
    let mut lines: Vec<String> =
        found.filter_map(|(words, to)| Some(fill(words, &[("move", &writer.points(to?))]))).collect();
    if u16::try_from(at).is_ok_and(|at| outlook.cut_off.contains(&at)) {
        lines.push(words.cut_off.to_owned());
    } else if score.outcome == Outcome::Missing {
        // What would change the points is the figure that is missing.
    } else if loss.is_none() && matches!(score.reason.as_deref(), Some(Reason::Empty)) {
        lines.push(words.no_move_empty.to_owned());
    } else if gain.is_none() && loss.is_none() {
        lines.push(words.no_move.to_owned());
    } else if gain.is_none() && score.high < info.most {
        lines.insert(0, words.no_gain.to_owned());
    }
    lines
}

/// `Figures (Health): Children under 1 fully immunised: 98; Children under 1: 100`; agencies that differ stand behind
/// their figures.
fn figures(writer: &Writer<'_>, item: &ItemInfo) -> String {
    let words = writer.words;
    let agencies: Vec<String> = item.fields.iter().map(|field| agencies(writer, *field)).collect();
    let list = |figure: &dyn Fn(u16, &str) -> String| {
        let both = item.fields.iter().zip(&agencies);
        both.map(|(field, agencies)| figure(*field, agencies)).collect::<Vec<_>>().join("; ")
    };
    match agencies.split_first() {
        None => String::new(),
        Some((first, rest)) if !first.is_empty() && rest.iter().all(|other| other == first) => {
            let list = list(&|field, _| writer.figure(field));
            fill(words.figures_of, &[("agencies", first), ("list", &list)])
        }
        Some(_) => fill(words.figures, &[("list", &list(&|field, agencies| supplied(writer, field, agencies)))]),
    }
}

/// `Figures of the rule: full 100*; edge 5*`: what a script compares with, by the names it has in the script.
fn script_figures(writer: &Writer<'_>, item: &ItemInfo) -> String {
    let shown = |figure: &ScriptFigure| {
        format!("{}\u{a0}=\u{a0}{}{}", figure.name, figure.value.get(writer.layout.lang), Layout::mark(figure.status))
    };
    let list: Vec<String> = item.script_figures.iter().map(shown).collect();
    if list.is_empty() { String::new() } else { fill(writer.words.script_figures, &[("list", &list.join("; "))]) }
}

fn agencies(writer: &Writer<'_>, field: u16) -> String {
    let info = writer.layout.info.fields.get(usize::from(field));
    let agencies = info.map_or(&[][..], |info| &info.supplied_by);
    agencies.iter().map(|agency| agency.label.get(writer.layout.lang)).collect::<Vec<_>>().join(", ")
}

fn supplied(writer: &Writer<'_>, field: u16, agencies: &str) -> String {
    let figure = writer.figure(field);
    if agencies.is_empty() {
        return figure;
    }
    fill(writer.words.supplied, &[("figure", &figure), ("agencies", agencies)])
}

fn status_word(layout: &Layout<'_>, status: Status) -> &'static str {
    layout.words.status(status)
}

fn joined<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
