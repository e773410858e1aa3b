//! A figure in a cell that is merged over several communes or fields: marked where it stands, refused where it is read.

/// Mark around the range, from a range of letters that mean nothing and that nobody types.
const MERGED: char = '\u{E0F3}';

/// The text of each cell of a merged range: the range, and what stands in it.
pub(super) fn marked(range: &str, text: &str) -> String {
    format!("{MERGED}{range}{MERGED}{text}")
}

/// The range a cell is merged with, and what stands in it; `None` for a cell of its own.
pub(super) fn told(cell: &str) -> Option<(&str, &str)> {
    cell.strip_prefix(MERGED)?.split_once(MERGED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merged_cell_tells_its_range_and_a_cell_of_its_own_tells_none() {
        assert_eq!(told(&marked("C5:C7", "12")), Some(("C5:C7", "12")));
        assert_eq!((told("12"), told(""), told("C5:C7")), (None, None, None));
    }
}
