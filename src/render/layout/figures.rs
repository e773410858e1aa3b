//! How the figures of a standard are listed for people: headings, columns and counts.

use super::Cell;
use crate::lang::Lang;
use crate::render::words::{Words, fill};
use crate::result::Status;
use crate::result::figures::{FigureGroup, FigureLine, FigureSheet};

/// A sheet of figures with what is needed to write its values in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FigureLayout<'a> {
    pub(crate) sheet: &'a FigureSheet,
    pub(crate) lang: Lang,
    words: &'static Words,
}

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FigureColumn {
    Label,
    Value,
    Status,
    Evidence,
    Path,
    Line,
}

impl<'a> FigureLayout<'a> {
    pub(crate) fn new(sheet: &'a FigureSheet, lang: Lang) -> Self {
        Self { sheet, lang, words: Words::of(lang) }
    }

    pub(crate) fn title(&self) -> &'a str {
        self.sheet.title.get(self.lang)
    }

    /// How many figures are listed, and of which kind.
    pub(crate) fn says(&self) -> String {
        let (listed, all) = (self.sheet.listed().to_string(), self.sheet.counts().iter().sum::<usize>().to_string());
        let template = match (self.sheet.below, self.lang) {
            (None, Lang::Vi) => "{all} con số của văn bản",
            (None, Lang::En) => "{all} figures of the law",
            (Some(_), Lang::Vi) => "{listed} trên {all} con số chưa đạt tình trạng \"{status}\"",
            (Some(_), Lang::En) => "{listed} of {all} figures are below \"{status}\"",
        };
        let status = self.sheet.below.map_or("", |status| self.words.status(status));
        fill(template, &[("listed", &listed), ("all", &all), ("status", status)])
    }

    /// Groups with something to list, each with its heading.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (String, &'a FigureGroup)> {
        let named = self.named().filter(|(_, group)| !group.figures.is_empty());
        named.map(|(name, group)| match &group.cites {
            Some(cites) => (format!("{name} ({cites})"), group),
            None => (name, group),
        })
    }

    /// Every group with its name: `TC 3 Trẻ em bị xâm hại`.
    fn named(&self) -> impl Iterator<Item = (String, &'a FigureGroup)> {
        let (lang, words, mut number) = (self.lang, self.words, 0);
        self.sheet.groups.iter().map(move |group| {
            let title = group.title.get(lang);
            if group.id.is_none() {
                return (title.to_owned(), group);
            }
            number += 1;
            (format!("{}{number} {title}", words.criterion), group)
        })
    }

    pub(crate) fn header(&self, column: FigureColumn) -> &'static str {
        let (vi, en) = match column {
            FigureColumn::Label => ("Con số", "Figure"),
            FigureColumn::Value => ("Giá trị", "Value"),
            FigureColumn::Status => ("Tình trạng", "Status"),
            FigureColumn::Evidence => ("Căn cứ", "Evidence"),
            FigureColumn::Path => ("Vị trí", "Path"),
            FigureColumn::Line => ("Dòng", "Line"),
        };
        self.lang.pick(vi, en)
    }

    pub(crate) fn cell(&self, column: FigureColumn, figure: &FigureLine) -> Cell {
        match column {
            FigureColumn::Label => Cell::plain(figure.label.get(self.lang)),
            FigureColumn::Value => Cell::plain(figure.value.get(self.lang)),
            FigureColumn::Status => self.status(figure),
            FigureColumn::Evidence => Cell::plain(figure.evidence.as_str()),
            FigureColumn::Path => Cell::plain(figure.path.as_str()),
            FigureColumn::Line => Cell::plain(figure.line.to_string()),
        }
    }

    /// The status, with who confirmed it and when.
    fn status(&self, figure: &FigureLine) -> Cell {
        let mut cell = Cell::plain(self.words.status(figure.status));
        if let Some((by, on)) = &figure.confirmed {
            cell.lines.extend([by.clone(), on.clone()]);
        }
        cell
    }

    /// Header and rows of the counts: one row per criterion, the sum last.
    pub(crate) fn counts(&self) -> (Vec<String>, Vec<Vec<String>>) {
        let all = self.lang.pick("Tất cả", "All");
        let mut header = vec![self.lang.pick("Tiêu chí", "Criterion").to_owned()];
        header.extend(Status::ALL.map(|status| self.words.status(status).to_owned()));
        header.push(all.to_owned());
        let mut rows: Vec<_> = self.named().map(|(name, group)| counted(name, group.counts)).collect();
        rows.push(counted(all.to_owned(), self.sheet.counts()));
        (header, rows)
    }
}

fn counted(name: String, counts: [usize; 4]) -> Vec<String> {
    let numbers = counts.into_iter().chain([counts.iter().sum()]);
    std::iter::once(name).chain(numbers.map(|n: usize| n.to_string())).collect()
}
