//! The facts of diagnostics about workbooks: the file, its sheets, the rows that are no communes, and the cells that
//! only workbooks have.

/// What is wrong with, or worth knowing about, a workbook.
#[expect(missing_docs, reason = "the line above each variant says what its fields hold")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Book {
    // ---- the file
    /// Not a workbook, cut off, or broken.
    Damaged { damage: Damage },
    /// A workbook of a kind that is not read: `.xlsb`, or text or a `Word` document under the name of a workbook.
    OtherKind { kind: &'static str },
    /// It needs a password.
    Locked,
    /// More inside than a workbook of communes can have.
    TooMuch { what: Part, limit: u64 },
    /// No file where a folder or a pattern was given; `in_folder`: the name of a folder has `*` or `?` in it.
    NoFiles { pattern: String, in_folder: bool },
    /// Files of a folder that hold no table that can be read, by their names.
    FilesNotRead { names: Vec<String> },

    // ---- sheets and the header
    /// No visible sheet has a header row; `wanted` are some of the columns that were looked for, `hidden` the sheets
    /// that were not looked at.
    NoHeader { sheets: Vec<String>, wanted: Vec<String>, hidden: Vec<String> },
    /// Several sheets fit equally well.
    SheetUnclear { sheets: Vec<String> },
    /// `--sheet` names none that is visible; `is_hidden` when it is there and hidden.
    UnknownSheet { found: String, known: Vec<String>, meant: Option<String>, is_hidden: bool },
    /// Several rows could be the header.
    HeaderUnclear { rows: Vec<u64> },
    /// Sheets that are hidden, and not read.
    HiddenSheets { names: Vec<String> },
    /// Visible sheets beside the one that is read.
    OtherSheets { names: Vec<String> },

    /// Columns with something under them and no header, by their letters.
    ColumnsNotRead { columns: Vec<String> },

    // ---- rows that are no communes
    /// Rows `first` to `last` of the sheet are not read.
    RowsNotRead { rows: Rows, first: u64, last: u64 },

    // ---- cells
    /// A date where a number belongs.
    DateForNumber { found: String },
    /// A formula whose result the file does not hold.
    NotComputed { found: String },
    /// A formula that takes its result from another workbook.
    Linked { found: String },
    /// A formula that looks at its own result, or rests on one that does.
    Circular { found: String },
    /// A fraction in a column of percentages, where the file does not say how the cell is shown.
    FractionOrPercent { found: String, percent: String },
    /// A figure in cells that are merged over several communes or fields.
    MergedFigure { found: String, range: String },
    /// A row with a code whose name is a word for a sum.
    NamedLikeSum { found: String },
    /// A code whose leading zeros were put back because the list of codes leaves no doubt.
    CodeRestored { found: String, code: String },
}

/// What is wrong with a damaged workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The message of the library that reads workbooks, in English.
    Library(String),
    /// It ends in the middle.
    CutOff,
    /// The container of an .xls file has no workbook in it, or goes round in a circle.
    NoWorkbook,
    /// A cell lies where no sheet has one.
    BeyondSheet,
    /// It says to have more than is in it.
    FalseCount,
    /// Its parts contradict each other.
    Contradiction,
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Bytes when unpacked.
    Bytes,
    /// Files inside.
    Files,
    /// Sheets.
    Sheets,
    /// Rows.
    Rows,
    /// Columns.
    Columns,
    /// Filled cells.
    Cells,
    /// Cells between the first and the last of a sheet.
    Area,
    /// Bytes of text in all cells.
    Text,
    /// Cells that formulas look at.
    References,
    /// XML tags of the files inside.
    Tags,
}

/// Rows of a sheet that are no communes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rows {
    /// Sums.
    Totals,
    /// The title of a district or another group of communes.
    Group,
    /// The header once more, as printing on several pages leaves it.
    Header,
    /// Column numbers or units between header and communes.
    Notes,
    /// What stands below the table: signatures, remarks.
    Footer,
}
