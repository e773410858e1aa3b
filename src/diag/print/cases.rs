//! Cases that fail: one changed figure can make dozens fail, of which the first few say enough.

use crate::diag::words::one_line;
use crate::diag::{Diagnostic, Note, Place, Problem};
use crate::lang::{Lang, counted};

/// How many failing cases are shown in full: they fit a screen.
const SHOWN: usize = 5;

/// Where the case of a diagnostic stands; nothing when it is about something else.
pub(in crate::diag) fn failing(diagnostic: &Diagnostic) -> Option<&Place> {
    let is_case = matches!(diagnostic.problem, Problem::CaseFails { .. });
    let mut related = diagnostic.related.iter().filter(|(_, note)| is_case && *note == Note::CaseHere);
    related.next().map(|(place, _)| place)
}

/// The cases that fail, each once, in the order found.
pub(in crate::diag) fn all_failing(diagnostics: &[Diagnostic]) -> Vec<&Place> {
    let mut cases: Vec<&Place> = Vec::new();
    for case in diagnostics.iter().filter_map(failing) {
        if !cases.contains(&case) {
            cases.push(case);
        }
    }
    cases
}

/// What is left out of a report: the cases behind the first few.
pub(super) struct Left<'a> {
    cases: Vec<&'a Place>,
    told: bool,
}

impl<'a> Left<'a> {
    pub(super) fn of(diagnostics: &'a [Diagnostic]) -> Self {
        Self { cases: all_failing(diagnostics).into_iter().skip(SHOWN).collect(), told: false }
    }

    /// What stands in place of a diagnostic: nothing when it is shown, an empty text when all has been said.
    pub(super) fn instead_of(&mut self, diagnostic: &Diagnostic, lang: Lang) -> Option<String> {
        let case = failing(diagnostic).filter(|case| self.cases.contains(case))?;
        if std::mem::replace(&mut self.told, true) {
            return Some(String::new());
        }
        let file = match case {
            Place::Source(source, _) => one_line(&source.name),
            Place::Cell(_) | Place::File(_) => String::new(),
        };
        let count = self.cases.len();
        Some(match lang {
            Lang::Vi => format!("… và còn {count} ví dụ kiểm tra không đạt; gõ `cfc test {file}` để xem tất cả\n\n"),
            Lang::En => {
                let more = counted(count, "more case fails", "more cases fail");
                format!("… and {more}; type `cfc test {file}` to see them all\n\n")
            }
        })
    }
}
