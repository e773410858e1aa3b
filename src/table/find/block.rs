//! The header of a sheet: one row, or up to three rows of which the upper ones are headings over several columns.

use super::super::check::{Spellings, Target};
use super::super::read::book::{Area, Cell, Sheet};
use super::super::spelling::{fold, trim};
use std::collections::{BTreeMap, BTreeSet};

/// Rows with anything in them among which the header is looked for; no title is longer.
pub(super) const ROWS_SEARCHED: usize = 60;
/// Rows a header can have.
const MOST_ROWS: usize = 3;
/// Rows above a header that are looked through for headings that change what a column means.
const ROWS_ABOVE: usize = 2;
/// What the lowest row says under a heading that alone names the field.
const GENERIC: [&str; 9] = ["tổng số", "tổng", "số lượng", "số", "chung", "total", "number", "all", "count"];
/// Those under which no percentage stands.
const NO_SHARE: [&str; 4] = ["số lượng", "số", "number", "count"];
/// How the lines above a table begin that say what the table is, and nothing about a column.
const TITLES: [&str; 10] =
    ["biểu", "bảng", "phụ lục", "mẫu", "báo cáo", "tổng hợp", "danh sách", "ủy ban", "uỷ ban", "table"];

/// What a row must have at least to be taken for a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Least {
    /// Two known columns: one could stand in a title by chance.
    Table,
    /// The code: all that a list of codes has.
    Code,
}

/// A header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::table) struct Block {
    /// Rows of the sheet, from 0, both included.
    pub(super) first: u32,
    pub(super) last: u32,
    /// Columns with a header, from left to right.
    pub(super) columns: Vec<Heading>,
    /// Digits of a commune's code, where the standard says how many.
    pub(super) code_digits: Option<usize>,
    score: usize,
}

impl Block {
    /// Columns beyond the first for the same.
    fn twice(&self) -> usize {
        let known: Vec<Target> = self.columns.iter().filter_map(|heading| heading.target).collect();
        known.len() - known.iter().collect::<BTreeSet<_>>().len()
    }
}

/// The header of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::table) struct Heading {
    /// Column of the sheet, from 0.
    pub(super) column: u32,
    /// What it says; for several rows the part that is known, or all parts.
    pub(super) text: String,
    /// What it is for, when it is known.
    pub(super) target: Option<Target>,
    /// What it would be for without a heading above it that makes another figure of it.
    changed: Option<Target>,
    /// The texts of its rows, folded.
    pub(super) parts: Vec<String>,
}

/// What was found on a sheet.
#[derive(Clone, Debug)]
pub(super) enum Best {
    One(Block),
    /// Several headers, at these rows counted from 1, and the first of them.
    Unclear {
        rows: Vec<u64>,
        first: Block,
    },
}

impl Best {
    /// How many different columns of the standard are known.
    pub(super) fn score(&self) -> usize {
        self.block().score
    }

    /// The header, or the first of several.
    pub(super) fn block(&self) -> &Block {
        let (Self::One(block) | Self::Unclear { first: block, .. }) = self;
        block
    }
}

/// Merged cells by their first.
type Merged = BTreeMap<(u32, u32), Area>;

/// A cell of the rows among which the header is looked for, prepared once: each is part of several candidates.
struct Text<'s> {
    row: u32,
    column: u32,
    shown: &'s str,
    folded: String,
    /// Whether each of its words stands in the name of some column; figures and most titles do not.
    may_name: bool,
}

impl<'s> Text<'s> {
    fn of(cell: &'s Cell, spellings: &Spellings) -> Self {
        let shown = trim(&cell.text);
        let folded = fold(shown);
        Self { row: cell.row, column: cell.column, shown, may_name: spellings.may_name(&folded), folded }
    }
}

/// The header that knows most columns; `None` when no row looks like one.
pub(super) fn best(sheet: &Sheet, spellings: &Spellings, least: Least) -> Option<Best> {
    let rows = sheet.rows().take(ROWS_SEARCHED);
    let rows: Vec<Vec<Text<'_>>> = rows.map(|row| row.iter().map(|cell| Text::of(cell, spellings)).collect()).collect();
    let mut blocks = Vec::new();
    let lowest = rows.last().and_then(|row| row.first()).map_or(0, |text| text.row);
    let merged: Merged =
        sheet.merged.iter().filter(|area| area.first.0 <= lowest).map(|area| (area.first, *area)).collect();
    for end in 0..rows.len() {
        for height in 1..=MOST_ROWS.min(end + 1) {
            let lines = rows.get(end + 1 - height..=end).unwrap_or_default();
            if are_adjacent(lines) && lines.iter().flatten().any(|text| text.may_name) {
                blocks.push(block(&merged, above(&rows, end + 1 - height), lines, spellings));
            }
        }
    }
    blocks.retain(|block| match least {
        Least::Table => block.score > 1,
        Least::Code => block.columns.iter().any(|heading| heading.target.is_some_and(Target::is_code)),
    });
    let most = blocks.iter().map(|block| block.score).max()?;
    blocks.retain(|block| block.score == most);
    // A heading over several columns says less than the rows under it, which tell them apart.
    let least_twice = blocks.iter().map(Block::twice).min()?;
    blocks.retain(|block| block.twice() == least_twice);
    // The fewest rows that say as much; headings above them are titles.
    let fewest = blocks.iter().map(|block| block.last - block.first).min()?;
    blocks.retain(|block| block.last - block.first == fewest);
    let first = blocks.first()?.clone();
    let is_other = |block: &&Block| block.first > first.last && !same_header(block, &first);
    let others: Vec<u64> = blocks.iter().filter(is_other).map(|block| u64::from(block.last) + 1).collect();
    if others.is_empty() {
        return Some(Best::One(first));
    }
    let rows = std::iter::once(u64::from(first.last) + 1).chain(others).collect();
    Some(Best::Unclear { rows, first })
}

/// The rows directly above one, as far as they are looked through.
fn above<'t, 's>(rows: &'t [Vec<Text<'s>>], first: usize) -> &'t [Vec<Text<'s>>] {
    let from = first.saturating_sub(ROWS_ABOVE);
    let adjacent = |from: &usize| rows.get(*from..=first).is_some_and(are_adjacent);
    let from = (from..=first).find(adjacent).unwrap_or(first);
    rows.get(from..first).unwrap_or_default()
}

fn are_adjacent(lines: &[Vec<Text<'_>>]) -> bool {
    let rows: Vec<u32> = lines.iter().filter_map(|line| line.first()).map(|text| text.row).collect();
    rows.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b))
}

/// A header is repeated where a sheet is printed on several pages.
fn same_header(a: &Block, b: &Block) -> bool {
    let texts = |block: &Block| block.columns.iter().map(|heading| (heading.column, fold(&heading.text))).collect();
    let (a, b): (Vec<_>, Vec<_>) = (texts(a), texts(b));
    a == b
}

fn block(merged: &Merged, above: &[Vec<Text<'_>>], lines: &[Vec<Text<'_>>], spellings: &Spellings) -> Block {
    let (first, last) = (row_of(lines.first()), row_of(lines.last()));
    let texts = texts(merged, lines);
    let columns: BTreeSet<u32> = texts.keys().map(|(column, _)| *column).collect();
    let heading = |column: u32| {
        let mut parts: Vec<&Text<'_>> = (first..=last).filter_map(|row| texts.get(&(column, row)).copied()).collect();
        parts.dedup_by(|a, b| a.shown == b.shown);
        let has_lowest = texts.contains_key(&(column, last));
        named(&parts, has_lowest, spellings).heading(column, &parts)
    };
    let mut columns: Vec<Heading> = columns.into_iter().map(heading).collect();
    stand_in(&mut columns);
    change_by(&mut columns, merged, above, last, spellings);
    let known: BTreeSet<Target> = columns.iter().filter_map(|heading| heading.target.or(heading.changed)).collect();
    Block { first, last, columns, code_digits: spellings.code_digits(), score: known.len() }
}

fn row_of(line: Option<&Vec<Text<'_>>>) -> u32 {
    line.and_then(|line| line.first()).map_or(0, |text| text.row)
}

/// The commune's name under a header that can mean something else.
fn stand_in(columns: &mut [Heading]) {
    let known: Vec<Option<Target>> = columns.iter().map(|heading| heading.target).collect();
    let texts: Vec<String> = columns.iter().map(|heading| heading.text.clone()).collect();
    if let Some((at, target)) = Spellings::stand_in(&known, &texts)
        && let Some(heading) = columns.get_mut(at)
    {
        heading.target = Some(target);
    }
}

/// Columns that headings in the rows above the header make other ones. What also stands over the code or the name is a
/// title of the whole table.
fn change_by(columns: &mut [Heading], merged: &Merged, above: &[Vec<Text<'_>>], last: u32, spellings: &Spellings) {
    let is_title = |text: &Text<'_>| TITLES.iter().any(|begin| text.folded.starts_with(begin));
    let over: Vec<(&Text<'_>, Vec<u32>)> = above
        .iter()
        .flatten()
        .filter(|text| !is_title(text))
        .map(|text| (text, covered(merged.get(&(text.row, text.column)), text, last)))
        .collect();
    let identities: BTreeSet<u32> = columns
        .iter()
        .filter(|heading| heading.target.is_some_and(Target::names))
        .map(|heading| heading.column)
        .collect();
    for (text, covered) in over {
        if covered.iter().any(|column| identities.contains(column)) {
            continue;
        }
        for heading in columns.iter_mut().filter(|heading| covered.contains(&heading.column)) {
            let used = fold(&heading.text);
            if let Some(target) = heading.target.filter(|target| spellings.is_changed_by(&text.folded, &used, *target))
            {
                heading.text = format!("{} {}", text.shown, heading.text);
                (heading.target, heading.changed) = (None, Some(target));
            }
        }
    }
}

/// The columns a text stands over.
fn covered(merged: Option<&Area>, text: &Text<'_>, last: u32) -> Vec<u32> {
    let places = places_of(merged, text, last);
    let columns: BTreeSet<u32> = places.into_iter().map(|(column, _)| column).collect();
    columns.into_iter().collect()
}

/// The texts of some rows by column and row; a merged cell has its text in all its places.
fn texts<'t, 's>(merged: &Merged, lines: &'t [Vec<Text<'s>>]) -> BTreeMap<(u32, u32), &'t Text<'s>> {
    let mut texts = BTreeMap::new();
    for text in lines.iter().flatten() {
        for place in places(merged.get(&(text.row, text.column)), text, lines) {
            texts.entry(place).or_insert(text);
        }
    }
    texts
}

fn places(merged: Option<&Area>, text: &Text<'_>, lines: &[Vec<Text<'_>>]) -> Vec<(u32, u32)> {
    places_of(merged, text, lines.last().and_then(|line| line.first()).map_or(text.row, |text| text.row))
}

fn places_of(merged: Option<&Area>, text: &Text<'_>, last_row: u32) -> Vec<(u32, u32)> {
    /// A merged heading is never wider; a title over a whole sheet need not be followed to its end.
    const MOST_COLUMNS: u32 = 256;
    let Some(area) = merged else { return vec![(text.column, text.row)] };
    let columns = area.first.1..=area.last.1.min(area.first.1.saturating_add(MOST_COLUMNS));
    let rows = area.first.0..=area.last.0.min(last_row);
    columns.flat_map(|column| rows.clone().map(move |row| (column, row))).collect()
}

/// What the header of a column says.
#[derive(Default)]
struct Named<'t, 's> {
    /// The parts by which it is known, and what it is for.
    known: Option<(Vec<&'t Text<'s>>, Target)>,
    /// What it would be for without a heading that makes another figure of it.
    changed: Option<Target>,
}

impl Named<'_, '_> {
    fn heading(self, column: u32, parts: &[&Text<'_>]) -> Heading {
        let target = self.known.as_ref().map(|(_, target)| *target);
        let shown = |says: &[&Text<'_>]| says.iter().map(|part| part.shown).collect::<Vec<_>>().join(" ");
        let text = self.known.map_or_else(|| shown(parts), |(says, _)| shown(&says));
        let changed = self.changed.filter(|_| target.is_none());
        Heading { column, text, target, changed, parts: parts.iter().map(|part| part.folded.clone()).collect() }
    }
}

/// What the header of a column says, and what the column is for, when that is known. The lowest row says it, alone or
/// with the headings above it; a heading alone only where nothing stands under it, or nothing of its own. A heading that
/// is not used must not make another figure of it.
fn named<'t, 's>(parts: &[&'t Text<'s>], has_lowest: bool, spellings: &Spellings) -> Named<'t, 's> {
    let mut named = Named::default();
    for tried in tries(parts, has_lowest) {
        let folded = tried.iter().map(|text| text.folded.as_str()).collect::<Vec<_>>().join(" ");
        let Some(target) = spellings.of_folded(&folded) else { continue };
        let is_used = |part: &Text<'_>| tried.iter().any(|text| std::ptr::eq(*text, part));
        let mut others = parts.iter().filter(|part| !is_used(part));
        if others.any(|part| is_other_figure(part, &folded, target, spellings)) {
            named.changed = named.changed.or(Some(target));
        } else {
            named.known = Some((tried, target));
            return named;
        }
    }
    named
}

/// Whether a part of a header that is not used makes another figure of the column: a heading, or a line below one.
fn is_other_figure(part: &Text<'_>, used: &str, target: Target, spellings: &Spellings) -> bool {
    spellings.is_changed_by(&part.folded, used, target)
        || (NO_SHARE.contains(&part.folded.as_str()) && spellings.is_percentage(target))
}

/// Parts of a header that may say together what the column is for, the likeliest first.
fn tries<'t, 's>(parts: &[&'t Text<'s>], has_lowest: bool) -> Vec<Vec<&'t Text<'s>>> {
    let Some((lowest, above)) = parts.split_last() else { return Vec::new() };
    let mut tries: Vec<Vec<&Text<'_>>> = Vec::new();
    if lowest.may_name {
        tries.push(vec![*lowest]);
        for at in (0..above.len()).rev() {
            tries.push(above.iter().skip(at).chain([lowest]).copied().collect());
            tries.extend(above.get(at).map(|heading| vec![*heading, *lowest]));
            tries.extend(above.get(at).map(|heading| vec![*lowest, *heading]));
        }
    }
    if !has_lowest || GENERIC.contains(&lowest.folded.as_str()) {
        tries.extend(above.last().map(|heading| vec![*heading]));
    }
    tries.retain(|tried| tried.iter().all(|text| text.may_name));
    tries
}
