//! How high a row of a workbook has to be for its text: spreadsheets other than Excel do not find out by themselves.

/// Lines a text needs, about: letters of the font are narrower than the digits that widths are counted in, by more than
/// is lost at the ends of lines.
pub(crate) fn lines(text: &str, width: usize) -> usize {
    let width = (width * 6 / 5).max(1);
    text.lines().map(|line| line.chars().count().div_ceil(width).max(1)).sum::<usize>().max(1)
}

/// Points that lines of text are high; no row is higher than Excel allows.
pub(crate) fn height(lines: usize) -> u16 {
    const LINE: usize = 15;
    const MOST: usize = 405;
    u16::try_from((lines * LINE + 3).min(MOST)).unwrap_or(u16::MAX)
}
