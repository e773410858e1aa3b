//! The score sheet of one commune: the verdict with what decides it, every criterion and item with its arithmetic, and
//! what would change the verdict.

use super::notice::notice;
use super::words::{SheetWords, Words};
use super::{Block, Official, Paper, Row, Section, Table};
use crate::lang::Lang;
use crate::render::explanation;
use crate::render::layout::board::{BoardColumn, Value};
use crate::render::layout::breakdown::Unknown;
use crate::render::layout::{Column, Layout, number};
use crate::render::words::fill;
use crate::result::explanation::Explanation;
use crate::result::{CommuneScore, CriterionInfo, CriterionState, Status};

/// Sign of the kind of paper.
const SIGN: &str = "PĐ";

/// The score sheets of communes, each beginning on a page of its own.
#[must_use]
pub fn communes(explanations: &[Explanation], official: &Official, lang: Lang) -> Paper {
    let words = &Words::of(lang).sheet;
    let sections = explanations.iter().filter_map(|explanation| sheet(explanation, official, lang)).collect();
    Paper { lang, title: words.kind.to_owned(), sections }
}

/// What the parts of a sheet are made of.
struct Page<'a> {
    layout: Layout<'a>,
    explanation: &'a Explanation,
    commune: &'a CommuneScore,
    parts: explanation::Parts,
    words: &'static SheetWords,
    lang: Lang,
}

fn sheet(explanation: &Explanation, official: &Official, lang: Lang) -> Option<Section> {
    let words = &Words::of(lang).sheet;
    let layout = Layout::new(&explanation.sheet, lang);
    let commune = explanation.sheet.communes.first()?;
    let page = Page { layout, explanation, commune, parts: explanation::parts(explanation, lang)?, words, lang };
    let about = [("code", commune.identity.code.as_str()), ("name", commune.identity.name.as_str())];
    let mut blocks = vec![
        official.head(SIGN, explanation.sheet.edition, lang),
        Block::Title(words.kind.to_owned(), fill(words.about, &about)),
        notice(&explanation.sheet, lang),
    ];
    blocks.extend(page.who());
    blocks.extend(page.verdict());
    blocks.push(Block::Heading(format!("II. {}", words.points)));
    blocks.push(Block::Table(page.table()));
    blocks.extend(page.outlook());
    blocks.push(official.signatures(&[words.scorer], Words::of(lang).signer_title, lang));
    Some(Section::beginning(blocks))
}

impl Page<'_> {
    /// Where it is, its class, and the law it is scored by.
    fn who(&self) -> Vec<Block> {
        let info = self.layout.info;
        let class = self.commune.identity.class.and_then(|class| info.classes.get(class));
        let class = class.map(|class| format!("{}: {}", self.layout.words.class_legend, class.label.get(self.lang)));
        let law = format!("{} ({})", info.citation, info.title.get(self.lang));
        let lines = [self.layout.common(), class.unwrap_or_default(), law, self.layout.versions_line()];
        lines.into_iter().filter(|line| !line.is_empty()).map(|line| Block::Text(format!("{line}."))).collect()
    }

    fn verdict(&self) -> Vec<Block> {
        let verdict = [("verdict", self.parts.verdict.as_str())];
        let mut blocks = vec![
            Block::Heading(format!("I. {}", self.words.result)),
            Block::Strong(fill(self.words.verdict, &verdict)),
        ];
        let reasons = self.parts.reasons.iter().map(|line| Block::Point(1, number::grouped(line, self.lang)));
        blocks.extend(reasons);
        blocks
    }

    fn table(&self) -> Table {
        let words = self.words;
        let columns = vec![
            BoardColumn::word(Words::of(self.lang).number_column, 5),
            BoardColumn::text(words.item, 58),
            BoardColumn::number(words.most, 7),
            BoardColumn { wraps: true, ..BoardColumn::number(words.scored, 9) },
            BoardColumn::text(words.basis, 22),
        ];
        let mut rows = Vec::new();
        let mut first = 0;
        for (at, info) in self.layout.info.criteria.iter().enumerate() {
            rows.push(self.criterion(at, info));
            rows.extend((0..info.items.len()).filter_map(|item| self.item((at, item), info, first + item)));
            first += info.items.len();
        }
        rows.push(self.total());
        let legend = self.layout.anything_provisional().then(|| format!("{}.", self.layout.words.provisional_legend));
        Table { columns, rows, notes: legend.into_iter().collect() }
    }

    fn criterion(&self, at: usize, info: &CriterionInfo) -> Row {
        let score = self.commune.criteria.get(at);
        let status = score.map_or(info.status, |score| score.status);
        let says_more = info.items.len() > 1 || score.is_some_and(|score| score.state == CriterionState::Zeroed);
        let steps = self.explanation.steps.criteria.get(at).filter(|_| says_more).map(|steps| steps.get(self.lang));
        let mut what = Value::text(info.title.get(self.lang));
        what.cell.lines.extend(steps.filter(|steps| !steps.is_empty()).map(|steps| number::grouped(steps, self.lang)));
        let mut points = Value::of(self.layout.points_cell(score, Unknown::Range));
        for line in &mut points.cell.lines {
            // The arithmetic says what set it to 0.
            line.truncate(line.trim_end_matches('!').len());
        }
        let cells = vec![
            Value::text((at + 1).to_string()),
            what,
            Value::points(info.points, self.lang).marked(info.status == Status::Provisional),
            points.marked(status == Status::Provisional),
            self.rests_on(&info.cites, status),
        ];
        Row { strong: true, cells }
    }

    fn item(&self, (criterion, item): (usize, usize), info: &CriterionInfo, at: usize) -> Option<Row> {
        let (score, item_info) = (self.commune.items.get(at)?, info.items.get(item)?);
        let steps = self.explanation.steps.items.get(at).map_or("", |steps| steps.get(self.lang));
        let formula = format!("{}{}", number::grouped(steps, self.lang), Layout::mark(score.status));
        let mut what = Value::text(item_info.title.get(self.lang));
        let figures = self.parts.figures.get(at).map(|figures| number::grouped(figures, self.lang));
        what.cell.lines.push(formula);
        what.cell.lines.extend(figures.filter(|figures| !figures.is_empty()));
        let cites = if item_info.cites == info.cites { "" } else { item_info.cites.as_str() };
        let cells = vec![
            Value::text(format!("{}.{}", criterion + 1, item + 1)),
            what,
            Value::points(item_info.most, self.lang),
            self.layout.item_points(score).in_groups(self.lang),
            self.rests_on(cites, score.status),
        ];
        Some(Row { strong: false, cells })
    }

    /// The article, and how far its figures are verified.
    fn rests_on(&self, cites: &str, status: Status) -> Value {
        let word = self.layout.words.status(status);
        let lines = [cites, word].into_iter().filter(|line| !line.is_empty());
        let mut value = Value::default();
        value.cell.lines = lines.map(str::to_owned).collect();
        value
    }

    fn total(&self) -> Row {
        let info = self.layout.info;
        let threshold = self.commune.threshold.map(|points| {
            fill(self.words.threshold, &[("points", &number::grouped(&points.display(self.lang), self.lang))])
        });
        let cells = vec![
            Value::default(),
            Value::text(self.layout.words.total),
            Value::points(info.total_points, self.lang).in_groups(self.lang),
            self.layout.value(Column::Total, self.commune).in_groups(self.lang).breaking(),
            Value::text(threshold.unwrap_or_default()),
        ];
        Row { strong: true, cells }
    }

    fn outlook(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(format!("III. {}", self.parts.outlook_heading.to_uppercase()))];
        let lines = self.parts.outlook.iter();
        blocks.extend(lines.map(|(level, line)| Block::Point(*level, number::grouped(line, self.lang))));
        blocks.push(Block::Text(self.parts.note.to_owned()));
        blocks
    }
}
