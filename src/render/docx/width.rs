//! How wide the columns of a table are: what is not broken fits, and texts share the rest.

use crate::render::paper::Table;

/// Space between a line of the table and the text, on either side, in twentieths of a point.
pub(super) const MARGIN: u32 = 60;

/// The largest of some sizes at which nothing has to be broken and texts have room, the last where there is none; and the widths.
pub(super) fn fitted(table: &Table, space: u32, sizes: [u32; 3]) -> (u32, Vec<u32>) {
    let fits =
        |points: &u32| (0..table.columns.len()).map(|at| least(table, at, *points)).sum::<u32>() <= space / 10 * 9;
    let [.., smallest] = sizes;
    let points = sizes.into_iter().find(fits).unwrap_or(smallest);
    (points, of(table, space, points))
}

/// Widths that add up to the space there is.
fn of(table: &Table, space: u32, points: u32) -> Vec<u32> {
    let columns = 0..table.columns.len();
    let least: Vec<u32> = columns.clone().map(|at| least(table, at, points)).collect();
    let wanted = |at: usize| {
        let texts = texts(table, at).map(|text| measure(text, points)).max().unwrap_or(0) + 2 * MARGIN;
        texts.max(least[at]).min(MOST)
    };
    let wanted: Vec<u32> = columns.map(wanted).collect();
    let base: u32 = least.iter().sum();
    if base >= space {
        return shared(&least, space);
    }
    // What a column wants above its least it gets in proportion.
    let more: Vec<u32> = wanted.iter().zip(&least).map(|(wanted, least)| wanted - least).collect();
    let parts =
        if more.iter().all(|more| *more == 0) { shared(&least, space - base) } else { shared(&more, space - base) };
    least.iter().zip(parts).map(|(least, more)| least + more).collect()
}

/// A column of text wants no more than this, however long its text is.
const MOST: u32 = 9_000;

/// The widest word of a column, of its header too; of a column that is not broken, its widest text.
fn least(table: &Table, at: usize, points: u32) -> u32 {
    let column = &table.columns[at];
    // Headers are bold.
    let label = column.label.split(' ').map(|word| measure(word, points) * 23 / 20).max().unwrap_or(0);
    let widest = if column.wraps {
        texts(table, at).flat_map(|text| text.split(' ')).map(|word| measure(word, points)).max()
    } else {
        texts(table, at).map(|text| measure(text, points)).max()
    };
    label.max(widest.unwrap_or(0)).min(WORD_MOST) + 2 * MARGIN + LINES
}

/// What the lines of a table take, and a little more.
const LINES: u32 = 50;

/// A word without blanks that is longer, such as a path, is broken.
const WORD_MOST: u32 = 2_400;

fn texts(table: &Table, at: usize) -> impl Iterator<Item = &str> {
    let cells = table.rows.iter().filter_map(move |row| row.cells.get(at));
    cells.flat_map(|value| &value.cell.lines).map(String::as_str)
}

/// A whole in proportion to parts; nothing is left over.
fn shared(parts: &[u32], whole: u32) -> Vec<u32> {
    let sum: u64 = parts.iter().map(|part| u64::from(*part)).sum::<u64>().max(1);
    let part = |part: &u32| u32::try_from(u64::from(*part) * u64::from(whole) / sum).unwrap_or(0);
    let mut widths: Vec<u32> = parts.iter().map(part).collect();
    let left = whole.saturating_sub(widths.iter().sum());
    if let Some(widest) = widths.iter_mut().max() {
        *widest += left;
    }
    widths
}

/// About how wide a text is at this size, in twentieths of a point.
fn measure(text: &str, points: u32) -> u32 {
    let thousandths: u32 = text.chars().map(thousandths).sum();
    (thousandths * points * 20).div_ceil(1_000)
}

/// About how wide a character of Times New Roman is, in thousandths of its size.
fn thousandths(c: char) -> u32 {
    match c {
        ' ' | '\u{a0}' | '.' | ',' | ';' | ':' | 'i' | 'l' | 'j' | 't' | '\'' | '|' | '/' => 290,
        'm' | 'w' | 'M' | 'W' | '…' | '≥' | '≤' | '≈' | '→' => 900,
        c if c.is_uppercase() => 700,
        '[' | ']' | '(' | ')' | '-' | 'f' | 'r' | 's' => 390,
        'a' | 'c' | 'e' | 'z' => 450,
        // Letters with marks: the font that stands in for them may be wider.
        c if !c.is_ascii() => 580,
        _ => 500,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::layout::board::{BoardColumn, Value};
    use crate::render::paper::Row;

    #[test]
    fn widths_fill_the_space_and_what_is_not_broken_fits() {
        let columns = vec![BoardColumn::word("TT", 4), BoardColumn::text("Lý do", 40), BoardColumn::number("Tổng", 8)];
        let long = "Trẻ em bị tai nạn, thương tích = 0; ".repeat(20);
        let cells = vec![Value::text("124"), Value::text(long), Value::text("[750;\u{a0}1.000]*")];
        let table = Table { columns, rows: vec![Row { strong: false, cells }], notes: Vec::new() };
        let widths = of(&table, 9_354, 12);
        assert_eq!(widths.iter().sum::<u32>(), 9_354);
        assert!(widths[2] >= measure("[750;\u{a0}1.000]*", 12) + 2 * MARGIN, "{widths:?}");
        assert!(widths[1] > widths[0] + widths[2]);
    }
}
