//! Every number of the law in a criteria file, with its place.

use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Figures are whole numbers of thousandths here, independent of the arithmetic of the program.
pub(crate) const ONE: i64 = 1000;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The end of a band, cut-off or fact.
    Edge,
    /// Points a scale gives, and the most and fewest of a script.
    Points,
    /// The most points of a criterion or of the standard.
    Maximum,
    /// The total to reach.
    Threshold,
    /// What every criterion needs.
    EveryCriterion,
    /// Per how many.
    Per,
    /// A figure passed to a script.
    OfScript,
}

/// One number of the law.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) kind: Kind,
    /// Keys and positions from the top of the file.
    pub(crate) path: Vec<String>,
    /// In thousandths.
    pub(crate) value: i64,
    /// Of the number.
    pub(crate) span: Range<usize>,
    /// Of its key.
    pub(crate) key_span: Range<usize>,
    pub(crate) line: usize,
}

impl Figure {
    pub(crate) fn key(&self) -> &str {
        self.path.last().unwrap()
    }

    /// The list or table around it, `up` levels.
    pub(crate) fn around(&self, up: usize) -> &[String] {
        &self.path[..self.path.len() - up]
    }
}

/// A word that decides something: a rule at 0/0.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) path: Vec<String>,
    /// The word, or `true` and `false`.
    pub(crate) says: String,
    pub(crate) span: Range<usize>,
    pub(crate) line: usize,
}

/// A criteria file taken apart.
pub(crate) struct File<'a> {
    pub(crate) text: &'a str,
    pub(crate) figures: Vec<Figure>,
    pub(crate) words: Vec<Word>,
    /// Every text value with its path.
    pub(crate) texts: Vec<(Vec<String>, String)>,
}

impl<'a> File<'a> {
    pub(crate) fn read(text: &'a str) -> Self {
        let root = DeTable::parse(text).unwrap();
        let mut file = Self { text, figures: Vec::new(), words: Vec::new(), texts: Vec::new() };
        file.table(root.get_ref(), &[]);
        file
    }

    fn table(&mut self, table: &DeTable, path: &[String]) {
        for (key, value) in table {
            let path = [path, &[key.get_ref().to_string()]].concat();
            self.value(value.get_ref(), &path, &value.span(), &key.span());
        }
    }

    fn value(&mut self, value: &DeValue, path: &[String], span: &Range<usize>, key_span: &Range<usize>) {
        match value {
            DeValue::Table(table) => self.table(table, path),
            DeValue::Array(list) => {
                for (at, value) in list.iter().enumerate() {
                    self.value(value.get_ref(), &[path, &[at.to_string()]].concat(), &value.span(), key_span);
                }
            }
            DeValue::Integer(_) | DeValue::Float(_) => {
                if let Some(kind) = kind(path) {
                    let value = thousandths(&self.text[span.clone()]);
                    let (path, line) = (path.to_vec(), self.line(span.start));
                    let (span, key_span) = (span.clone(), key_span.clone());
                    self.figures.push(Figure { kind, path, value, span, key_span, line });
                }
            }
            DeValue::String(_) | DeValue::Boolean(_) => self.word(path, span),
            DeValue::Datetime(_) => {}
        }
    }

    fn word(&mut self, path: &[String], span: &Range<usize>) {
        let word = self.text[span.clone()].trim_matches('"').to_owned();
        self.texts.push((path.to_vec(), word.clone()));
        if !is_of_cases(path) && ["when_empty", "give", "holds"].contains(&path.last().unwrap().as_str()) {
            self.words.push(Word { path: path.to_vec(), says: word, span: span.clone(), line: self.line(span.start) });
        }
    }

    fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// The text at a path.
    pub(crate) fn text_at(&self, path: &[String]) -> Option<&str> {
        self.texts.iter().find(|(of, _)| of == path).map(|(_, text)| text.as_str())
    }

    /// Figures below a path.
    pub(crate) fn below<'f>(&'f self, path: &'f [String]) -> impl Iterator<Item = (usize, &'f Figure)> {
        self.figures.iter().enumerate().filter(move |(_, figure)| figure.path.starts_with(path))
    }
}

fn is_of_cases(path: &[String]) -> bool {
    path[0] == "case" || path.iter().any(|key| key == "cases")
}

/// `None` for numbers that are no figures of the law: cases, display, limits of what a table may hold, the day whose
/// figures a year is scored with (no figure of this standard has a date), and what a public edition hides
/// (`tests/publication`).
fn kind(path: &[String]) -> Option<Kind> {
    let has = |key: &str| path.iter().any(|part| part == key);
    if is_of_cases(path) || path[0] == "field" || has("rounding") || has("assessed_on") || path[0] == "publication" {
        return None;
    }
    let in_item = path.len() > 3 && path[2] == "item";
    match path.last()?.as_str() {
        "code_digits" => None,
        "per" if !has("figures") => Some(Kind::Per),
        "at_least" if has("threshold") => Some(Kind::Threshold),
        "from" | "above" | "below" | "up_to" | "at_most" | "at_least" => Some(Kind::Edge),
        "points" | "otherwise" | "yes" | "no" | "most" | "least" if in_item => Some(Kind::Points),
        "points" => Some(Kind::EveryCriterion),
        "value" if has("figures") => Some(Kind::OfScript),
        "value" if has("total_points") || has("points") => Some(Kind::Maximum),
        // A new kind of figure must be given a place here.
        key => panic!("{key} at {}", path.join(".")),
    }
}

fn thousandths(text: &str) -> i64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    assert!(part.len() <= 3, "{text}: finer than the smallest step tried here");
    let digits = format!("{whole}{part:0<3}");
    digits.parse().unwrap()
}

/// A number as it is typed: `97.999`, `98`.
pub(crate) fn typed(thousandths: i64) -> String {
    let (whole, part) = (thousandths.abs() / ONE, thousandths.abs() % ONE);
    let sign = if thousandths < 0 { "-" } else { "" };
    let text = format!("{sign}{whole}.{part:03}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
