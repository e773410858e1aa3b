//! A page of the reference: its sections, tables and blocks.

use std::collections::BTreeSet;

/// A page by its path.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
}

pub(crate) const ENGLISH: Page = Page { name: "criteria/README.md", text: include_str!("../../criteria/README.md") };
pub(crate) const VIETNAMESE: Page =
    Page { name: "criteria/README.vi.md", text: include_str!("../../criteria/README.vi.md") };

/// What stands below a heading, up to the next one of any level.
#[derive(Default)]
pub(crate) struct Section {
    pub(crate) level: usize,
    pub(crate) heading: &'static str,
    /// Rows of tables.
    pub(crate) rows: usize,
    /// Words of code in the first cell of each row.
    pub(crate) first_cells: Vec<Vec<&'static str>>,
    /// Words of code anywhere, outside blocks.
    pub(crate) codes: Vec<&'static str>,
    pub(crate) blocks: Vec<Block>,
}

/// A block of code with the line of its beginning.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) line: usize,
    /// What stands behind the fence.
    pub(crate) info: &'static str,
    pub(crate) text: String,
}

impl PartialEq for Block {
    fn eq(&self, other: &Self) -> bool {
        (self.info, &self.text) == (other.info, &other.text)
    }
}

impl Page {
    pub(crate) fn sections(&self) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        let mut open: Option<Block> = None;
        for (at, line) in self.text.lines().enumerate() {
            let fence = line.strip_prefix("```");
            match (&mut open, fence) {
                (Some(_), Some(_)) => sections.last_mut().unwrap().blocks.extend(open.take()),
                (Some(block), None) => block.text.extend([line, "\n"]),
                (None, Some(info)) => open = Some(Block { line: at + 1, info, text: String::new() }),
                (None, None) if line.starts_with('#') => {
                    let heading = line.trim_start_matches('#');
                    sections.push(Section { level: line.len() - heading.len(), heading, ..Section::default() });
                    sections.last_mut().unwrap().codes.extend(codes(heading));
                }
                (None, None) => sections.last_mut().unwrap().push(line),
            }
        }
        assert!(open.is_none(), "{}: a block without an end", self.name);
        sections
    }

    /// Rows of the table below a heading: the keys of the first cell, and the second cell.
    pub(crate) fn keys(&self, heading: &str) -> Vec<(Vec<&'static str>, &'static str)> {
        let at = self.text.find(&format!("# {heading}")).unwrap_or_else(|| panic!("no heading {heading}"));
        let section = self.text[at + 2..].split("\n#").next().unwrap();
        // `[[criterion.item]]` is the key `item`, `threshold.total` the key `threshold`.
        let key = |word: &'static str| match word.strip_prefix("[[") {
            Some(path) => path.trim_end_matches(']').rsplit('.').next().unwrap(),
            None => word.split('.').next().unwrap(),
        };
        let row = |line: &'static str| {
            let cells: Vec<&str> = line.trim_start_matches("| ").split(" | ").collect();
            (codes(cells[0]).map(key).collect(), cells[1])
        };
        section.lines().filter(|line| line.starts_with("| `")).map(row).collect()
    }

    /// Functions in the first cells of tables, as `min(a, b)`, with the number of their parameters.
    pub(crate) fn functions(&self) -> BTreeSet<(String, usize)> {
        let cells = self.sections().into_iter().flat_map(|section| section.first_cells).flatten();
        let function = |word: &'static str| {
            let (name, rest) = word.strip_suffix(')')?.split_once('(')?;
            Some((name.to_owned(), rest.split(',').count()))
        };
        cells.filter_map(function).collect()
    }
}

impl Section {
    fn push(&mut self, line: &'static str) {
        self.codes.extend(codes(line));
        if let Some(row) = line.strip_prefix("| ") {
            self.rows += 1;
            self.first_cells.push(codes(row.split(" | ").next().unwrap()).collect());
        }
    }
}

/// What stands between backquotes.
fn codes(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split('`').skip(1).step_by(2)
}
