//! The minutes of an appraisal: what a commune gives itself and what the figures give it, side by side.

use super::head::date;
use super::notice::notice;
use super::words::{MinutesWords, Words};
use super::{Block, Claims, Official, Paper, Row, Section, Table};
use crate::lang::Lang;
use crate::quantity::Points;
use crate::render::layout::board::{BoardColumn, Value};
use crate::render::layout::breakdown::Unknown;
use crate::render::layout::{Column, Layout, number};
use crate::render::self_scores::because;
use crate::render::words::fill;
use crate::result::self_scores::{SelfCommune, SelfDifference, SelfScores};
use crate::result::{CommuneScore, CriterionInfo, Identity, ScoreSheet, Status, Verdict};
use std::collections::BTreeMap;

/// Sign of the kind of paper.
const SIGN: &str = "BB";

/// The minutes of communes, each beginning on a page of its own; `claims` has an entry for each commune of the sheet.
#[must_use]
pub fn minutes(sheet: &ScoreSheet, claims: &[Claims], scores: &SelfScores, official: &Official, lang: Lang) -> Paper {
    let found = Found::of(scores);
    let both = sheet.communes.iter().zip(claims);
    let sections = both.map(|(commune, claims)| section(&alone(sheet, commune), claims, &found, official, lang));
    Paper { lang, title: Words::of(lang).minutes.kind.to_owned(), sections: sections.flatten().collect() }
}

/// The sheet of one of its communes.
fn alone(sheet: &ScoreSheet, commune: &CommuneScore) -> ScoreSheet {
    let one = ScoreSheet::new(std::sync::Arc::clone(&sheet.standard), vec![commune.clone()]);
    ScoreSheet { earlier: sheet.earlier.clone(), year: sheet.year, edition: sheet.edition, ..one }
}

/// A commune by its code and year.
type Who<'a> = (&'a str, Option<u16>);

/// What was found about each commune.
struct Found<'a> {
    differences: BTreeMap<(Who<'a>, Option<usize>), &'a SelfDifference>,
    communes: BTreeMap<Who<'a>, &'a SelfCommune>,
}

impl<'a> Found<'a> {
    fn of(scores: &'a SelfScores) -> Self {
        let differences = scores.differences.iter().map(|one| ((who(&one.identity), one.criterion), one)).collect();
        let communes = scores.by_commune.iter().map(|one| (who(&one.identity), one)).collect();
        Self { differences, communes }
    }
}

fn who(identity: &Identity) -> Who<'_> {
    (identity.code.as_str(), identity.year)
}

/// What the parts of the minutes are made of.
struct Page<'a> {
    layout: Layout<'a>,
    commune: &'a CommuneScore,
    claims: &'a Claims,
    found: &'a Found<'a>,
    words: &'static MinutesWords,
    lang: Lang,
}

fn section(sheet: &ScoreSheet, claims: &Claims, found: &Found<'_>, official: &Official, lang: Lang) -> Option<Section> {
    let words = &Words::of(lang).minutes;
    let page = Page { layout: Layout::new(sheet, lang), commune: sheet.communes.first()?, claims, found, words, lang };
    let identity = &page.commune.identity;
    let about = fill(words.about, &[("code", &identity.code), ("name", &identity.name)]);
    let mut blocks = vec![
        official.head(SIGN, sheet.edition, lang),
        Block::Title(words.kind.to_owned(), about),
        notice(sheet, lang),
        Block::Text(fill(words.opening, &[("date", &date(official.date, lang)), ("place", official.place())])),
    ];
    blocks.extend(page.participants());
    blocks.extend(page.basis());
    blocks.push(Block::Heading(format!("III. {}", words.result)));
    blocks.push(Block::Table(page.table()));
    blocks.extend(page.verdicts());
    for (roman, heading, lines) in [("IV", words.opinions, 4), ("V", words.conclusion, 3)] {
        blocks.push(Block::Heading(format!("{roman}. {heading}")));
        blocks.push(Block::Lines(lines));
    }
    blocks.push(Block::Text(words.end.to_owned()));
    blocks.push(official.signatures(&[words.of_commune, words.secretary], words.chair, lang));
    Some(Section::beginning(blocks))
}

impl Page<'_> {
    /// Places to fill in; nobody is named.
    fn participants(&self) -> Vec<Block> {
        let name = [("name", self.commune.identity.name.as_str())];
        vec![
            Block::Heading(format!("I. {}", self.words.participants)),
            Block::Text(self.words.appraisers.to_owned()),
            Block::Lines(3),
            Block::Text(fill(self.words.representatives, &name)),
            Block::Lines(2),
        ]
    }

    fn basis(&self) -> Vec<Block> {
        let info = self.layout.info;
        let law = [("citation", info.citation.as_str()), ("title", info.title.get(self.lang))];
        let class = self.commune.identity.class.and_then(|class| info.classes.get(class));
        let class = class.map(|class| format!("{}: {}", self.layout.words.class_legend, class.label.get(self.lang)));
        let lines = [Some(self.layout.common()), class, Some(self.layout.versions_line())];
        let lines = lines.into_iter().flatten().filter(|line| !line.is_empty());
        let mut blocks = vec![
            Block::Heading(format!("II. {}", self.words.basis)),
            Block::Text(fill(Words::of(self.lang).results.by_law, &law)),
        ];
        blocks.extend(lines.map(|line| Block::Text(format!("{line}."))));
        blocks
    }

    fn table(&self) -> Table {
        let words = self.words;
        let columns = vec![
            BoardColumn::word(Words::of(self.lang).number_column, 4),
            BoardColumn::text(words.criterion, 36),
            BoardColumn::number(words.most, 7),
            BoardColumn::number(words.claimed, 8),
            BoardColumn { wraps: true, ..BoardColumn::number(words.appraised, 9) },
            BoardColumn::number(words.difference, 8),
            BoardColumn::text(words.because, 32),
        ];
        let criteria = self.layout.info.criteria.iter().enumerate();
        let mut rows: Vec<Row> = criteria.map(|(at, info)| self.criterion(at, info)).collect();
        rows.push(self.total());
        let mut notes = Vec::new();
        if self.claims.len() <= self.layout.info.criteria.len() {
            notes.push(words.not_claimed.to_owned());
        }
        notes.extend(self.layout.anything_provisional().then(|| format!("{}.", self.layout.words.provisional_legend)));
        Table { columns, rows, notes }
    }

    fn criterion(&self, at: usize, info: &CriterionInfo) -> Row {
        let score = self.commune.criteria.get(at);
        let status = score.map_or(info.status, |score| score.status);
        let appraised = Value::of(self.layout.points_cell(score, Unknown::Range));
        let [claimed, difference, because] = self.claim(Some(at));
        let cells = vec![
            Value::text((at + 1).to_string()),
            Value::text(info.title.get(self.lang)),
            Value::points(info.points, self.lang).marked(info.status == Status::Provisional),
            claimed,
            appraised.marked(status == Status::Provisional),
            difference,
            because,
        ];
        Row { strong: false, cells }
    }

    fn total(&self) -> Row {
        let [claimed, difference, because] = self.claim(None);
        let cells = vec![
            Value::default(),
            Value::text(self.layout.words.total),
            Value::points(self.layout.info.total_points, self.lang),
            claimed,
            self.layout.value(Column::Total, self.commune),
            difference,
            because,
        ];
        Row { strong: true, cells: cells.into_iter().map(|value| value.in_groups(self.lang).breaking()).collect() }
    }

    /// What the commune gives itself, how far that is from what was computed, and why.
    fn claim(&self, criterion: Option<usize>) -> [Value; 3] {
        let Some((_, claimed)) = self.claims.iter().find(|(of, _)| *of == criterion) else {
            return [Value::text(NOT_CLAIMED), Value::text(NOT_CLAIMED), Value::default()];
        };
        let claimed = Value::points(*claimed, self.lang);
        let found = self.found.differences.get(&(who(&self.commune.identity), criterion));
        // A claim without a difference is the same as what was computed.
        let Some(found) = found else { return [claimed, Value::points(Points::ZERO, self.lang), Value::default()] };
        let difference = found.difference().map_or_else(|| "?".to_owned(), |points| number::signed(points, self.lang));
        [claimed, Value::text(difference), Value::text(because(found, self.lang))]
    }

    /// The verdict by the commune's own points, the one computed, and what decides it.
    fn verdicts(&self) -> Vec<Block> {
        let found = self.found.communes.get(&who(&self.commune.identity));
        let computed = (&self.commune.verdict, self.commune.verdict_status);
        let own = found.map_or(computed, |found| (&found.own.0, found.own.1));
        let word = |(verdict, status): (&Verdict, Status)| {
            let verdict = self.layout.words.verdict(verdict, self.layout.info, self.lang);
            format!("{verdict}{}", Layout::mark(status))
        };
        let mut blocks = Vec::new();
        if !self.claims.is_empty() {
            blocks.push(Block::Text(fill(self.words.own_verdict, &[("verdict", &word(own))])));
        }
        blocks.push(Block::Strong(fill(self.words.verdict, &[("verdict", &word(computed))])));
        let threshold = self.commune.threshold.map(|points| {
            let total = self.layout.total(self.commune.total.as_ref());
            let values = [("total", total.as_str()), ("threshold", &points.display(self.lang))];
            number::grouped(&fill(self.words.total_against, &values), self.lang)
        });
        let mut reasons = self.layout.reasons(self.commune);
        reasons.extend(self.layout.missing_reasons(self.commune));
        let reasons = reasons.iter().map(|reason| number::grouped(reason, self.lang));
        blocks.extend(threshold.into_iter().chain(reasons).map(|line| Block::Point(1, line)));
        blocks
    }
}

/// Stands where a commune claims nothing.
const NOT_CLAIMED: &str = "–";
