//! The names on the tabs of a workbook, by which formulas name sheets.

use super::super::super::super::spelling::fold;
use std::collections::BTreeMap;

/// Sheets by name, each with its place among the tabs, from 0.
#[derive(Debug, Default)]
pub(in super::super) struct Tabs(BTreeMap<String, u32>);

impl Tabs {
    /// Of all sheets, in the order of the tabs.
    pub(in super::super) fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        Self((0..).zip(names).map(|(at, name)| (fold(name), at)).collect())
    }

    /// The sheets that a formula names, `Biểu1`, `'Biểu 1'` or `'Biểu 1:Biểu 3'`; `None` when one is not there.
    pub(super) fn named(&self, sheets: &str) -> Option<(u32, u32)> {
        let inside = sheets.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
        let sheets = inside.map_or_else(|| sheets.to_owned(), |inside| inside.replace("''", "'"));
        let tab = |name: &str| self.0.get(&fold(name)).copied();
        let several = || {
            let (first, last) = sheets.split_once(':')?;
            let (first, last) = (tab(first)?, tab(last)?);
            Some((first.min(last), first.max(last)))
        };
        tab(&sheets).map(|tab| (tab, tab)).or_else(several)
    }
}
