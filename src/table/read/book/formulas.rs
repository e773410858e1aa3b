//! Formulas of a sheet whose results are no figures: not in the file, taken from another workbook, or going round in a
//! circle, for which Excel stores 0.

mod circle;
mod references;

use super::{Area, Count};
use crate::diag::Problem;
use compact_str::{CompactString, format_compact};
use references::Reference;
use std::collections::BTreeMap;

/// Marks in front of the text of a formula, from a range of letters that mean nothing and that nobody types.
const LINKED: char = '\u{E0F1}';
const CIRCLE: char = '\u{E0F2}';
/// Letters of a formula that are kept for the message.
const SHOWN: usize = 100;

/// Why the result of a formula is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::table) enum Doubt {
    /// It is not in the file.
    NotComputed,
    /// It was taken from another workbook when this one was saved.
    Linked,
    /// The formula looks at its own result.
    Circle,
}

/// The formula in a cell whose result is not taken, and why.
pub(in crate::table) fn doubt(cell: &str) -> Option<(Doubt, &str)> {
    let marked = |mark: char, doubt| cell.strip_prefix(mark).map(|formula| (doubt, formula));
    let plain = || (cell.len() > 1 && cell.starts_with('=')).then_some((Doubt::NotComputed, cell));
    plain().or_else(|| marked(LINKED, Doubt::Linked)).or_else(|| marked(CIRCLE, Doubt::Circle))
}

/// A formula as the text of its cell.
pub(super) fn text(doubt: Doubt, formula: &str) -> CompactString {
    let shown: CompactString = formula.chars().take(SHOWN).collect();
    let rest = if shown.len() < formula.len() { "…" } else { "" };
    match doubt {
        Doubt::NotComputed => format_compact!("={shown}{rest}"),
        Doubt::Linked => format_compact!("{LINKED}={shown}{rest}"),
        Doubt::Circle => format_compact!("{CIRCLE}={shown}{rest}"),
    }
}

/// Formulas whose result is not taken, as text, by row and column.
pub(super) type Doubtful = BTreeMap<(u32, u32), CompactString>;

/// A formula as it is written, for all cells that share it.
#[derive(Debug)]
pub(super) struct Formula {
    text: CompactString,
    /// The cell it is written in.
    place: (u32, u32),
    references: Vec<Reference>,
    is_linked: bool,
}

impl Formula {
    /// Reads a formula as a workbook writes it, without the sign in front.
    pub(super) fn of(formula: &str, place: (u32, u32)) -> Self {
        let text = formula.chars().take(SHOWN + 1).collect();
        Self { text, place, references: references::references(formula), is_linked: references::is_linked(formula) }
    }
}

/// The formulas of a sheet.
#[derive(Debug, Default)]
pub(super) struct Formulas {
    /// What each looks at on its own sheet, and its text.
    looks_at: BTreeMap<(u32, u32), (Vec<Area>, CompactString)>,
    doubtful: Doubtful,
}

impl Formulas {
    /// Adds the formula of a cell: its own, or one that it shares with another cell.
    pub(super) fn add(
        &mut self,
        place: (u32, u32),
        formula: &Formula,
        has_result: bool,
        count: &mut Count,
    ) -> Result<(), Problem> {
        // Shared, it is moved as if it were copied; how it reads then is not worked out.
        let shown = if place == formula.place { formula.text.clone() } else { CompactString::const_new("…") };
        count.add(place.0, &shown)?;
        if formula.is_linked {
            self.doubtful.insert(place, text(Doubt::Linked, &formula.text));
        } else if has_result {
            let areas =
                formula.references.iter().filter_map(|reference| reference.moved(formula.place, place)).collect();
            self.looks_at.insert(place, (areas, shown));
        } else {
            self.doubtful.insert(place, text(Doubt::NotComputed, &shown));
        }
        Ok(())
    }

    /// All formulas whose result is not taken.
    ///
    /// # Errors
    /// They look at too many cells to be followed.
    pub(super) fn doubtful(self) -> Result<Doubtful, Problem> {
        let Self { looks_at, mut doubtful } = self;
        let (places, rest): (Vec<_>, Vec<_>) = looks_at.into_iter().unzip();
        let (areas, shown): (Vec<_>, Vec<_>) = rest.into_iter().unzip();
        let in_circles = circle::reached(&places, &areas)?;
        let found = places.into_iter().zip(shown).zip(in_circles).filter(|(_, is_in)| *is_in);
        doubtful.extend(found.map(|((place, shown), _)| (place, text(Doubt::Circle, &shown))));
        Ok(doubtful)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Place = (u32, u32);

    /// Formulas, each with where it is written, where it stands, and whether it has a result.
    fn doubts(formulas: &[(&str, Place, Place, bool)]) -> Vec<(Place, Doubt)> {
        let (mut all, mut count) = (Formulas::default(), Count::default());
        for (formula, written, place, has_result) in formulas {
            all.add(*place, &Formula::of(formula, *written), *has_result, &mut count).unwrap();
        }
        let doubtful = all.doubtful().unwrap();
        doubtful.iter().map(|(place, text)| (*place, doubt(text).unwrap().0)).collect()
    }

    #[test]
    fn a_formula_that_looks_at_its_own_result_is_found_with_all_that_rest_on_it() {
        let (a1, b1, c1, d1) = ((0, 0), (0, 1), (0, 2), (0, 3));
        assert_eq!(doubts(&[("B1+1", a1, a1, true), ("C1", b1, b1, true)]), []);
        assert_eq!(doubts(&[("A1", a1, a1, true)]), [(a1, Doubt::Circle)]);
        let circle =
            [("SUM($B$1:B9)", a1, a1, true), ("A1", b1, b1, true), ("2*a1", c1, c1, true), ("E1", d1, d1, true)];
        assert_eq!(doubts(&circle), [(a1, Doubt::Circle), (b1, Doubt::Circle), (c1, Doubt::Circle)]);
        // Shared: written in A1 as B1, it is C1 in B1 and D1 in C1.
        let shared = [("B1", a1, a1, true), ("B1", a1, b1, true), ("A1", c1, c1, true)];
        assert_eq!(doubts(&shared), [a1, b1, c1].map(|place| (place, Doubt::Circle)));
        assert_eq!(doubts(&[("Khác!A1+'S 2'!A1&\"A1\"", a1, a1, true)]), []);
    }

    #[test]
    fn a_formula_without_result_and_one_from_another_workbook_are_told_apart() {
        let (a1, b1) = ((0, 0), (0, 1));
        let formulas = [("1+1", a1, a1, false), ("[1]Biểu!$A$1", b1, b1, true)];
        assert_eq!(doubts(&formulas), [(a1, Doubt::NotComputed), (b1, Doubt::Linked)]);
        assert_eq!(doubt(&text(Doubt::Linked, "[1]S!A1")), Some((Doubt::Linked, "=[1]S!A1")));
        assert_eq!(text(Doubt::NotComputed, &"ệ".repeat(500)).chars().count(), 102);
        assert_eq!((doubt("="), doubt("-"), doubt("98")), (None, None, None));
    }
}
