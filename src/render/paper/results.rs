//! The consolidated report: who is recognised by the results, who is not and why, what is not known yet, and what it all
//! rests on.

use super::notice::notice;
use super::words::{ResultsWords, Words};
use super::{BLANK, Block, Official, Paper, Row, Section, Table};
use crate::lang::Lang;
use crate::render::layout::board::{Board, BoardColumn, Value};
use crate::render::layout::{Column, Layout, number};
use crate::render::words::fill;
use crate::result::roll_up::RollUp;
use crate::result::{CommuneScore, Dossier, TableInfo, Tally, Verdict};

/// Sign of the kind of paper.
const SIGN: &str = "BC";

/// What the parts of the paper are made of.
struct Page<'a> {
    dossier: &'a Dossier<'a>,
    layout: Layout<'a>,
    tally: Tally,
    official: &'a Official,
    words: &'static ResultsWords,
    lang: Lang,
}

/// The whole paper: the report in portrait, the points of every criterion in an appendix in landscape.
#[must_use]
pub fn results(dossier: &Dossier<'_>, official: &Official, lang: Lang) -> Paper {
    let layout = Layout::new(dossier.sheet, lang);
    let words = &Words::of(lang).results;
    let page = Page { dossier, layout, tally: Tally::of(dossier.sheet), official, words, lang };
    let about = fill(words.about, &[("year", &page.year())]);
    let mut blocks = vec![
        official.head(SIGN, dossier.sheet.edition, lang),
        Block::Title(words.kind.to_owned(), about.clone()),
        notice(dossier.sheet, lang),
    ];
    let parts = page.parts().into_iter().filter(|(_, blocks)| !blocks.is_empty());
    for (at, (heading, part)) in parts.enumerate() {
        let roman = ROMAN.get(at).copied().unwrap_or_default();
        blocks.push(Block::Heading(format!("{roman}. {heading}")));
        blocks.extend(part);
    }
    blocks.extend(page.proposal());
    blocks.push(official.closing(lang));
    let sections = vec![Section::beginning(blocks), Section::wide(page.appendix())];
    Paper { lang, title: format!("{}: {about}", words.kind), sections }
}

const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

impl Page<'_> {
    /// Headings and contents of the parts; a part without contents is left out.
    fn parts(&self) -> Vec<(String, Vec<Block>)> {
        let words = self.words;
        let mut parts = vec![(words.basis.to_owned(), self.basis()), (words.scope.to_owned(), self.scope())];
        parts.extend([
            self.list(words.recognised, None, |v| matches!(v, Verdict::Recognised | Verdict::Level(_))),
            self.list(words.not_recognised, Some(words.reasons), |v| matches!(v, Verdict::NotRecognised(_))),
            self.list(words.undetermined, Some(words.missing), |v| matches!(v, Verdict::Undetermined(_))),
        ]);
        if self.tally.not_published > 0 {
            parts.push(self.list(words.not_published, None, |v| *v == Verdict::NotPublished));
        }
        parts.push((words.roll_ups.to_owned(), self.boards(&[|layout, roll_up| layout.counts_board(roll_up)])));
        parts
    }

    fn basis(&self) -> Vec<Block> {
        let info = self.layout.info;
        let law = [("citation", info.citation.as_str()), ("title", info.title.get(self.lang))];
        let mut blocks = vec![Block::Text(fill(self.words.by_law, &law))];
        let versions = self.layout.versions_line();
        blocks.extend((!versions.is_empty()).then(|| Block::Text(format!("{versions}."))));
        blocks.push(Block::Text(self.words.by_figures.to_owned()));
        blocks
    }

    fn scope(&self) -> Vec<Block> {
        let common = self.layout.common();
        let mut blocks = Vec::new();
        blocks.extend((!common.is_empty()).then(|| Block::Text(format!("{common}."))));
        let summary = self.layout.summary().into_iter().map(|line| Block::Text(number::grouped(&line, self.lang)));
        blocks.extend(summary);
        blocks.push(Block::Text(self.words.reading.to_owned()));
        let legends = self.layout.legends(&[Column::Class, Column::Total]).into_iter();
        let mark = self.layout.anything_provisional().then(|| format!("{}.", self.layout.words.provisional_legend));
        blocks.extend(legends.chain(mark).map(|legend| Block::Point(1, legend)));
        blocks
    }

    /// Communes with a kind of verdict, numbered; a sentence where there are none.
    fn list(&self, heading: &str, why: Option<&str>, is: impl Fn(&Verdict) -> bool) -> (String, Vec<Block>) {
        let communes: Vec<_> = self.dossier.sheet.communes.iter().filter(|commune| is(&commune.verdict)).collect();
        let number = number::grouped(&communes.len().to_string(), self.lang);
        let heading = fill(heading, &[("n", &number)]);
        if communes.is_empty() {
            return (heading, vec![Block::Text(self.words.none.to_owned())]);
        }
        let mut columns = self.layout.needed(&[Column::Code, Column::Name, Column::Year, Column::Class]);
        columns.extend(self.layout.needed(&POINTS));
        let row = |(number, commune): (usize, &&CommuneScore)| {
            let mut cells = self.cells(number, &columns, commune);
            cells.extend(why.map(|_| self.why(commune)));
            Row { strong: false, cells }
        };
        let rows = (1..).zip(&communes).map(row).collect();
        let mut shown = vec![BoardColumn::word(Words::of(self.lang).number_column, 4)];
        shown.extend(columns.iter().map(|column| self.column(*column)));
        shown.extend(why.map(|label| BoardColumn::text(label, 44)));
        (heading, vec![Block::Table(Table { columns: shown, rows, notes: Vec::new() })])
    }

    /// A total that is open may go on below: `[780;` and `1.000]`.
    fn column(&self, column: Column) -> BoardColumn {
        let board_column = self.layout.board_column(column);
        BoardColumn { wraps: board_column.wraps || column == Column::Total, ..board_column }
    }

    fn cells(&self, number: usize, columns: &[Column], commune: &CommuneScore) -> Vec<Value> {
        let cell = |column: &Column| {
            let mut value = self.layout.value(*column, commune);
            if *column == Column::Name {
                value.cell.lines.extend(self.place(commune));
            }
            if POINTS.contains(column) { value.in_groups(self.lang).breaking() } else { value }
        };
        std::iter::once(Value::count(number)).chain(columns.iter().map(cell)).collect()
    }

    /// What decides the verdict, vetoing criteria first, then all that is missing.
    fn why(&self, commune: &CommuneScore) -> Value {
        let mut value = self.layout.value(Column::Reasons, commune).in_groups(self.lang);
        let missing = self.layout.missing(commune);
        if !missing.is_empty() {
            value.cell.lines.push(fill(self.layout.words.figures_missing, &[("list", &missing.join("; "))]));
        }
        value
    }

    /// District and province, where communes differ in them.
    fn place(&self, commune: &CommuneScore) -> Option<String> {
        let columns = self.layout.needed(&[Column::District, Column::Province]);
        let texts = columns.iter().map(|column| self.layout.cell(*column, commune).lines.concat());
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        (!texts.is_empty()).then(|| texts.join(", "))
    }

    /// What is asked for; nothing is asked that provisional figures cannot carry.
    fn proposal(&self) -> Vec<Block> {
        let to = self.official.parent_agency.as_deref().unwrap_or(BLANK);
        let words = if self.tally.provisional > 0 { self.words.proposal_provisional } else { self.words.proposal };
        vec![Block::Text(fill(words, &[("agency", self.official.agency()), ("to", to)]))]
    }

    /// Boards of every roll-up, each below its title.
    fn boards(&self, boards: &[fn(&Layout<'_>, &RollUp) -> Board]) -> Vec<Block> {
        let roll_ups =
            self.dossier.roll_ups.iter().flat_map(|roll_up| boards.iter().map(move |board| (roll_up, board)));
        let shown = roll_ups.flat_map(|(roll_up, board)| {
            let mut board = board(&self.layout, roll_up);
            let title = std::mem::take(&mut board.title);
            // What a group shares is a name or a year; the rest is counted.
            self.group(&mut board, roll_up.by.len().max(1));
            let mut table = Table::from(board);
            if let Some(sum) = table.rows.last_mut() {
                sum.strong = true;
            }
            [Block::Strong(title), Block::Table(table)]
        });
        shown.collect()
    }

    /// Puts thousands in groups, but for the first columns, which name something.
    fn group(&self, board: &mut Board, first: usize) {
        for value in board.rows.iter_mut().flat_map(|row| row.iter_mut().skip(first)) {
            *value = std::mem::take(value).in_groups(self.lang);
        }
    }

    /// Points of every criterion, then the other counts by group, then where everything comes from.
    fn appendix(&self) -> Vec<Block> {
        let mut board = self.layout.criteria_board();
        self.group(&mut board, 2);
        let of = self.official.named(self.words.belongs_to, SIGN, self.lang);
        let mut blocks = vec![
            Block::Appendix(self.words.appendix.to_owned(), self.layout.words.breakdown_title.to_owned(), of),
            Block::Table(board.into()),
        ];
        blocks.extend(
            self.boards(&[
                |layout, roll_up| layout.vetoes_board(roll_up),
                |layout, roll_up| layout.lost_board(roll_up),
            ]),
        );
        blocks.push(Block::Heading(self.words.sources.to_owned()));
        blocks.extend(self.sources());
        blocks
    }

    /// The tables and rules with their fingerprints, and the program.
    fn sources(&self) -> Vec<Block> {
        let (words, manifest) = (self.words, &self.dossier.manifest);
        let with_hash =
            |line: String, sha256: &str| [Block::Point(1, line), Block::Point(2, format!("sha256 {sha256}"))];
        let table = |table: &TableInfo| {
            let rows = number::grouped(&table.rows.to_string(), self.lang);
            with_hash(fill(words.table, &[("name", &table.name), ("rows", &rows)]), &table.sha256)
        };
        let part = |(name, sha256): &(String, String)| with_hash(fill(words.rules, &[("name", name)]), sha256);
        let mut blocks: Vec<Block> = manifest.tables.iter().flat_map(table).collect();
        // Versions of a standard are one file.
        blocks.extend(self.layout.info.hashes.iter().flat_map(part));
        let options = if manifest.options.is_empty() { "–".to_owned() } else { manifest.options.join(" ") };
        blocks.push(Block::Point(1, fill(words.program, &[("version", &manifest.version), ("options", &options)])));
        blocks
    }

    /// The year of the figures, or those of all communes.
    fn year(&self) -> String {
        let given = self.dossier.sheet.communes.iter().filter_map(|commune| commune.identity.year);
        let years: std::collections::BTreeSet<u16> =
            self.dossier.sheet.year.map_or_else(|| given.collect(), |y| [y].into());
        if years.is_empty() {
            return BLANK.to_owned();
        }
        years.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")
    }
}

/// What a commune has.
const POINTS: [Column; 3] = [Column::Total, Column::Threshold, Column::Verdict];
