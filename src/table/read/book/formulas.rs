//! Formulas of a workbook whose results are no figures: not in the file, taken from another workbook, or going round in
//! a circle, for which Excel stores 0.

mod circle;
mod references;
mod tabs;

use super::{Count, MOST_REFERENCES};
use crate::diag::Problem;
use compact_str::{CompactString, format_compact};
pub(super) use references::{Coordinate, Corner, Reference};
use std::collections::BTreeMap;
use std::sync::Arc;
pub(super) use tabs::Tabs;

/// Marks in front of the text of a formula, from a range of letters that mean nothing and that nobody types.
const LINKED: char = '\u{E0F1}';
const CIRCLE: char = '\u{E0F2}';
/// Letters of a formula that are kept for the message.
const SHOWN: usize = 100;
/// In place of a formula whose text is not known.
pub(super) const UNKNOWN: &str = "…";

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

/// A cell of a workbook: its sheet by the order of the tabs, its row and its column, each from 0.
pub(super) type Place = (u32, u32, u32);

/// Formulas whose result is not taken, as text.
pub(super) type Doubtful = BTreeMap<Place, CompactString>;

/// A formula as it is written, for all cells that share it.
#[derive(Debug)]
pub(super) struct Formula {
    text: CompactString,
    /// Row and column of the cell it is written in.
    place: (u32, u32),
    references: Vec<Reference>,
    is_linked: bool,
}

impl Formula {
    /// Reads a formula as a workbook writes it, without the sign in front.
    ///
    /// # Errors
    /// With those read before, it looks at more cells and ranges than can be kept.
    pub(super) fn of(formula: &str, place: (u32, u32), tabs: &Tabs, count: &mut Count) -> Result<Self, Problem> {
        let text = formula.chars().take(SHOWN + 1).collect();
        let most = usize::try_from(MOST_REFERENCES).unwrap_or(usize::MAX);
        let references: Vec<Reference> = references::references(formula, tabs).take(most.saturating_add(1)).collect();
        count.look(references.len())?;
        Ok(Self { text, place, references, is_linked: references::is_linked(formula) })
    }

    /// A formula whose text is not known, with the cells it looks at.
    ///
    /// # Errors
    /// As [`Formula::of`].
    pub(super) fn looking_at(
        references: Vec<Reference>,
        place: (u32, u32),
        is_linked: bool,
        count: &mut Count,
    ) -> Result<Self, Problem> {
        count.look(references.len())?;
        Ok(Self { text: CompactString::const_new(UNKNOWN), place, references, is_linked })
    }
}

/// The formulas of a workbook.
#[derive(Debug, Default)]
pub(super) struct Formulas {
    /// Those that have a result and look at other cells.
    looking: BTreeMap<Place, Arc<Formula>>,
    doubtful: Doubtful,
}

impl Formulas {
    /// Adds the formula of a cell: its own, or one that it shares with another cell.
    pub(super) fn add(
        &mut self,
        place: Place,
        formula: &Arc<Formula>,
        has_result: bool,
        count: &mut Count,
    ) -> Result<(), Problem> {
        let shown = formula.shown(place);
        count.add(place.1, shown)?;
        if formula.is_linked {
            self.doubtful.insert(place, text(Doubt::Linked, &formula.text));
        } else if !has_result {
            self.doubtful.insert(place, text(Doubt::NotComputed, shown));
        } else if !formula.references.is_empty() {
            self.looking.insert(place, Arc::clone(formula));
        }
        Ok(())
    }

    /// All formulas whose result is not taken.
    ///
    /// # Errors
    /// They look at too many cells to be followed.
    pub(super) fn doubtful(self) -> Result<Doubtful, Problem> {
        let Self { looking, mut doubtful } = self;
        let looking: Vec<(Place, Arc<Formula>)> = looking.into_iter().collect();
        let in_circles = circle::reached(&looking)?;
        let found = looking.into_iter().zip(in_circles).filter(|(_, is_in)| *is_in);
        doubtful.extend(found.map(|((place, formula), _)| (place, text(Doubt::Circle, formula.shown(place)))));
        Ok(doubtful)
    }
}

impl Formula {
    /// How it reads in a cell. Shared, it is moved as if it were copied; how it reads then is not worked out.
    fn shown(&self, (_, row, column): Place) -> &str {
        if (row, column) == self.place { &self.text } else { UNKNOWN }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Formulas, each with where it is written, where it stands, and whether it has a result.
    fn doubts(formulas: &[(&str, Place, Place, bool)]) -> Vec<(Place, Doubt)> {
        let (mut all, mut count) = (Formulas::default(), Count::default());
        let tabs = Tabs::of(["S", "S 2"]);
        for (formula, (_, row, column), place, has_result) in formulas {
            let formula = Formula::of(formula, (*row, *column), &tabs, &mut count).unwrap();
            all.add(*place, &Arc::new(formula), *has_result, &mut count).unwrap();
        }
        let doubtful = all.doubtful().unwrap();
        doubtful.iter().map(|(place, text)| (*place, doubt(text).unwrap().0)).collect()
    }

    #[test]
    fn a_formula_that_looks_at_its_own_result_is_found_with_all_that_rest_on_it() {
        let (a1, b1, c1, d1) = ((0, 0, 0), (0, 0, 1), (0, 0, 2), (0, 0, 3));
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
    fn a_circle_is_found_through_the_name_of_the_own_sheet_and_through_other_sheets() {
        let (a1, there, beside) = ((0, 0, 0), (1, 0, 0), (1, 0, 1));
        assert_eq!(doubts(&[("s!$A$1+1", a1, a1, true)]), [(a1, Doubt::Circle)]);
        let two = [("'S 2'!A1", a1, a1, true), ("S!A1", there, there, true), ("A1", beside, beside, true)];
        assert_eq!(doubts(&two), [a1, there, beside].map(|place| (place, Doubt::Circle)));
        assert_eq!(doubts(&[("'S 2'!A1", a1, a1, true), ("A1", beside, beside, true)]), []);
        assert_eq!(doubts(&[("SUM('S:S 2'!A1:A3)", there, there, true)]), [(there, Doubt::Circle)]);
    }

    #[test]
    fn a_formula_without_result_and_one_from_another_workbook_are_told_apart() {
        let (a1, b1) = ((0, 0, 0), (0, 0, 1));
        let formulas = [("1+1", a1, a1, false), ("[1]Biểu!$A$1", b1, b1, true)];
        assert_eq!(doubts(&formulas), [(a1, Doubt::NotComputed), (b1, Doubt::Linked)]);
        assert_eq!(doubt(&text(Doubt::Linked, "[1]S!A1")), Some((Doubt::Linked, "=[1]S!A1")));
        assert_eq!(text(Doubt::NotComputed, &"ệ".repeat(500)).chars().count(), 102);
        assert_eq!((doubt("="), doubt("-"), doubt("98")), (None, None, None));
    }
}
