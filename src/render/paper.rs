//! Official papers as blocks, in the order in which they are read. What is in a paper is decided here, from the results;
//! how its blocks look is left to [`docx`](super::docx) and to the pages of text.

mod commune;
mod head;
mod minutes;
mod notice;
mod plain;
mod results;
mod words;

pub use commune::communes;
pub use minutes::minutes;
pub use results::results;

use super::layout::board::{Board, BoardColumn, Value};
use crate::lang::Lang;
use crate::quantity::{Date, Points};

/// What stands around the contents of a paper; what is `None` or empty is left to be filled in by hand.
#[derive(Clone, Debug, Default)]
pub struct Official {
    /// The agency above the one that issues the paper.
    pub parent_agency: Option<String>,
    /// The agency that issues it.
    pub agency: Option<String>,
    /// Number and sign, such as `15/BC-UBND`.
    pub number: Option<String>,
    /// Where it is issued.
    pub place: Option<String>,
    /// On which day.
    pub date: Option<Date>,
    /// Office of the person who signs, such as `CHỦ TỊCH`.
    pub signer_title: Option<String>,
    /// Name of that person.
    pub signer: Option<String>,
    /// Who gets it, a line each.
    pub recipients: Vec<String>,
}

/// The points a commune gives itself, by position of the criterion; `None` is the total.
pub type Claims = Vec<(Option<usize>, Points)>;

/// A paper, or several of a kind in one file.
#[derive(Clone, Debug)]
pub struct Paper {
    pub(in crate::render) lang: Lang,
    /// Title of the file.
    pub(in crate::render) title: String,
    pub(in crate::render) sections: Vec<Section>,
}

/// Pages of one orientation.
#[derive(Clone, Debug)]
pub(in crate::render) struct Section {
    pub(in crate::render) landscape: bool,
    /// Whether a paper begins here: pages count from 1, and the first has no number.
    pub(in crate::render) begins: bool,
    pub(in crate::render) blocks: Vec<Block>,
}

/// A piece of a paper.
#[derive(Clone, Debug)]
pub(in crate::render) enum Block {
    /// Who issues it, the national motto, number, place and date.
    Head(Head),
    /// What kind of paper it is, and what it is about.
    Title(String, String),
    /// Title of an appendix, what it shows, and what it belongs to.
    Appendix(String, String, String),
    /// The heading of a part.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A paragraph that is to be seen.
    Strong(String),
    /// A point of a list, and of a list within it.
    Point(usize, String),
    /// What must be seen before anything else, framed.
    Notice(Vec<String>),
    /// So many lines to write on.
    Lines(usize),
    Table(Table),
    /// Recipients and signatures.
    Closing(Closing),
}

/// The head of a paper; every line is ready to be shown.
#[derive(Clone, Debug)]
pub(in crate::render) struct Head {
    pub(in crate::render) parent_agency: String,
    pub(in crate::render) agency: String,
    pub(in crate::render) number: String,
    /// How far it may be passed on; `None` where there is no limit.
    pub(in crate::render) handling: Option<String>,
    pub(in crate::render) place_and_date: String,
}

/// What stands at the end of a paper.
#[derive(Clone, Debug)]
pub(in crate::render) struct Closing {
    /// Heading and lines of the recipients; no lines where the paper goes to nobody.
    pub(in crate::render) recipients: Option<(String, Vec<String>)>,
    /// Side by side, the one that counts last.
    pub(in crate::render) signatures: Vec<Signature>,
}

/// Place for a signature.
#[derive(Clone, Debug)]
pub(in crate::render) struct Signature {
    pub(in crate::render) office: String,
    pub(in crate::render) how: String,
    /// Name of the person; empty where it is to be filled in.
    pub(in crate::render) name: String,
}

/// A table of a paper.
#[derive(Clone, Debug, Default)]
pub(in crate::render) struct Table {
    pub(in crate::render) columns: Vec<BoardColumn>,
    pub(in crate::render) rows: Vec<Row>,
    /// Legends, a line each.
    pub(in crate::render) notes: Vec<String>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(in crate::render) struct Row {
    /// Whether the rows below belong to it, or it sums them up.
    pub(in crate::render) strong: bool,
    pub(in crate::render) cells: Vec<Value>,
}

impl From<Board> for Table {
    fn from(board: Board) -> Self {
        let rows = board.rows.into_iter().map(|cells| Row { strong: false, cells }).collect();
        Self { columns: board.columns, rows, notes: board.notes }
    }
}

/// The national motto, the same in papers of any language.
pub(in crate::render) const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// The line below it.
pub(in crate::render) const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Where something is to be filled in.
pub(in crate::render) const BLANK: &str = "……………";

impl Value {
    /// The same with thousands in groups.
    fn in_groups(mut self, lang: Lang) -> Self {
        for line in &mut self.cell.lines {
            *line = super::layout::number::grouped(line, lang);
        }
        self
    }

    /// The same with blanks at which a narrow column may break it.
    fn breaking(mut self) -> Self {
        for line in &mut self.cell.lines {
            *line = line.replace('\u{a0}', " ");
        }
        self
    }
}
