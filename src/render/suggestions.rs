//! Suggested cases as TOML ready to paste. Figures are given; every result is `"?"`, which the loader refuses: whoever
//! reads the legal text fills it in.

use crate::lang::Lang;
use crate::result::{CaseFigure, CaseSheet, CaseSubject, Coverage, Suggestion};

/// The cases with comments that say where to paste them, or one comment when nothing is left to suggest. Ends with a
/// line end. `sheets` are the versions of one standard: a case that all of them suggest stands there once and is about
/// every year; a case of some of them has a year of its version. A version no year is assessed under gets none.
#[must_use]
pub fn toml(sheets: &[CaseSheet], lang: Lang) -> String {
    let Some(first) = sheets.first() else { return String::new() };
    let cases = Cases { of_versions: sheets.iter().filter_map(OfVersion::new).collect(), lang };
    let blocks = cases.blocks();
    let id = &first.standard.id;
    if blocks.is_empty() {
        let nothing = lang.pick("không còn ví dụ nào để đề xuất", "no case is left to suggest");
        return format!("# {id}: {nothing}\n");
    }
    let mut text = where_to_paste(&format!("{id}.cases.toml"), lang);
    let mut heading = None;
    for (about, block) in blocks {
        if heading != Some(about) {
            heading = Some(about);
            let whole = lang.pick("cả xã", "whole communes");
            text.extend(["\n# ---- ", if about.is_empty() { whole } else { about }, "\n"]);
        }
        text.push_str(&block);
    }
    text
}

fn where_to_paste(file: &str, lang: Lang) -> String {
    lang.pick(
        format!(
            "# Dán vào tệp {file} cùng thư mục với tệp tiêu chí, rồi thay mỗi \"?\" bằng kết quả theo văn bản:\n\
             # points = 50, cả dòng thành missing = true hoặc not_applicable = 50, total = 850 hoặc \"missing\", verdict = \"recognised\"\n"
        ),
        format!(
            "# Paste into {file} beside the criteria file, then replace every \"?\" by what the legal text gives:\n\
             # points = 50, or the line by missing = true or not_applicable = 50; total = 850 or \"missing\"; verdict = \"recognised\"\n"
        ),
    )
}

/// What is suggested for one version.
struct OfVersion<'a> {
    coverage: &'a Coverage,
    year: Option<u16>,
}

impl<'a> OfVersion<'a> {
    /// `None` where nothing was asked for, or no year could be written.
    fn new(sheet: &'a CaseSheet) -> Option<Self> {
        let is_usable = !sheet.standard.is_one_of_several || sheet.year.is_some();
        let coverage = sheet.coverage.as_ref().filter(|_| is_usable)?;
        Some(Self { coverage, year: sheet.year })
    }

    /// The suggestion after what it is based on, without what names and years differ in.
    fn essence(&self, suggestion: &Suggestion) -> Vec<String> {
        let base = suggestion.base.and_then(|base| self.coverage.suggestions.get(base));
        let mut lines = base.map(|base| self.essence(base)).unwrap_or_default();
        lines.push(suggestion.id.clone());
        lines.extend(suggestion.class.clone());
        lines.extend(figures(suggestion, base.is_some()));
        lines
    }
}

/// The suggestions for all versions of a standard.
struct Cases<'a> {
    of_versions: Vec<OfVersion<'a>>,
    lang: Lang,
}

impl<'a> Cases<'a> {
    /// Each case with what it is about, in the order of the items: those of all versions and of the first, then the
    /// others.
    fn blocks(&self) -> Vec<(&'a str, String)> {
        let mut blocks = Vec::new();
        for (at, version) in self.of_versions.iter().enumerate() {
            for suggestion in &version.coverage.suggestions {
                let is_shared = self.is_shared(version, suggestion);
                if at == 0 || !is_shared {
                    let year = version.year.filter(|_| !is_shared);
                    blocks.push((suggestion.id.as_str(), self.block(version, suggestion, year)));
                }
            }
        }
        blocks
    }

    /// Whether every version suggests it and gives the same for it.
    fn is_shared(&self, of: &OfVersion, suggestion: &Suggestion) -> bool {
        let essence = of.essence(suggestion);
        let is_same = |other: &Suggestion| other.about == suggestion.about && other.results == suggestion.results;
        let has = |version: &OfVersion| {
            let others = version.coverage.suggestions.iter();
            others.filter(|other| is_same(other)).any(|other| version.essence(other) == essence)
        };
        let base = suggestion.base.and_then(|base| of.coverage.suggestions.get(base));
        self.of_versions.iter().all(has) && base.is_none_or(|base| self.is_shared(of, base))
    }

    fn block(&self, version: &OfVersion, suggestion: &Suggestion, year: Option<u16>) -> String {
        let name = |suggestion: &Suggestion| {
            let year = version.year.filter(|_| !self.is_shared(version, suggestion));
            let year = year.map(|year| format!(" ({year})")).unwrap_or_default();
            quoted(&format!("{}{year}", suggestion.name.get(self.lang)))
        };
        let base = suggestion.base.and_then(|base| version.coverage.suggestions.get(base));
        let mut lines = vec!["[[case]]".to_owned(), format!("name = {}", name(suggestion))];
        lines.extend(year.map(|year| format!("year = {year}")));
        lines.extend(suggestion.class.as_ref().map(|class| format!("class = {}", quoted(class))));
        lines.extend(base.map(|base| format!("base = {}", name(base))));
        lines.extend(figures(suggestion, base.is_some()));
        lines.extend(match suggestion.about {
            CaseSubject::Item(..) => vec![format!("item = {}", quoted(&suggestion.id)), "points = \"?\"".to_owned()],
            CaseSubject::Criterion(_) => {
                vec![format!("criterion = {}", quoted(&suggestion.id)), "points = \"?\"".to_owned()]
            }
            _ => vec!["total = \"?\"".to_owned(), "verdict = \"?\"".to_owned()],
        });
        lines.join("\n") + "\n\n"
    }
}

/// `without` and `given` of a suggestion.
fn figures(suggestion: &Suggestion, has_base: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if !suggestion.without.is_empty() {
        let ids: Vec<String> = suggestion.without.iter().map(|id| quoted(id)).collect();
        lines.push(format!("without = [{}]", ids.join(", ")));
    }
    if !has_base || !suggestion.given.is_empty() {
        let given = suggestion.given.iter().map(|(field, value)| format!("{field} = {}", figure(value)));
        let given: Vec<String> = given.collect();
        lines.push(if given.is_empty() {
            "given = {}".to_owned()
        } else {
            format!("given = {{ {} }}", given.join(", "))
        });
    }
    lines
}

fn figure(value: &CaseFigure) -> String {
    match value {
        CaseFigure::Number(number) => number.to_string(),
        CaseFigure::YesNo(yes) => yes.to_string(),
        CaseFigure::Word(word) => quoted(word),
    }
}

/// A basic TOML string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
