//! [`Review`]: what is odd about the figures of a table before anything is scored, and whom to ask.
//!
//! A finding says what stands in which cells and puts a question to whoever supplied them. Nothing is ever repaired.

use super::{Label, StandardInfo};
use crate::lang::Text;
use serde::Serialize;
use std::sync::Arc;

/// What was found in a table.
#[derive(Clone, Debug)]
pub struct Review {
    /// The standard the table is read for.
    pub standard: Arc<StandardInfo>,
    /// How many rows were judged.
    pub communes: usize,
    /// How many files and sheets they stand in: of several, a cell is told with its file and sheet.
    pub tables: usize,
    /// Gravest first, then in the order of the table; those of the expected list last.
    pub findings: Vec<Finding>,
    /// Who still owes figures, most first.
    pub missing: Vec<MissingFrom>,
    /// The rules of plausibility that were applied, with their thresholds, as one sentence each.
    pub rules: Vec<Text>,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingLevel {
    /// Figures that cannot all be true.
    Contradiction,
    /// Possible, but rare enough to be asked about.
    Suspicious,
    /// Often right; worth a glance, or still to be handed in.
    ToLookAt,
}

impl FindingLevel {
    /// All, gravest first.
    pub const ALL: [Self; 3] = [Self::Contradiction, Self::Suspicious, Self::ToLookAt];

    /// The word used in data formats.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Suspicious => "suspicious",
            Self::ToLookAt => "to_look_at",
        }
    }
}

/// What kind of oddity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A figure above the one it is part of, directly or through others that are missing.
    AboveOther,
    /// Counts that break a relation the standard names.
    Relation,
    /// Last year's figure, given this year, is another one than in last year's table.
    LastYearDiffers,
    /// A count that comes out below 0 where an item subtracts.
    NegativeCount,
    /// An item that cannot be computed from its figures.
    NotComputable,
    /// The same commune twice.
    Duplicate,
    /// One commune under two codes: the same name in one district, or codes that differ by zeros in front.
    SameCommune,
    /// Most figures equal those of another commune.
    CopiedRow,
    /// A rate far from those of the other communes of its class.
    FarRate,
    /// A zero where nearly all of the class have more.
    ZeroInClass,
    /// Counts that nearly all end in 0 or 5.
    RoundNumbers,
    /// The same figures as last year.
    Unchanged,
    /// A figure that is a multiple or a fraction of last year's.
    Jump,
    /// A commune of the expected list without a row.
    NotHandedIn,
    /// A row of a commune that is not on the expected list.
    NotExpected,
    /// Figures that are not there.
    Missing,
}

impl FindingKind {
    /// The word used in data formats.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AboveOther => "above_other",
            Self::Relation => "relation",
            Self::LastYearDiffers => "last_year_differs",
            Self::NegativeCount => "negative_count",
            Self::NotComputable => "not_computable",
            Self::Duplicate => "duplicate",
            Self::SameCommune => "same_commune",
            Self::CopiedRow => "copied_row",
            Self::FarRate => "far_rate",
            Self::ZeroInClass => "zero_in_class",
            Self::RoundNumbers => "round_numbers",
            Self::Unchanged => "unchanged",
            Self::Jump => "jump",
            Self::NotHandedIn => "not_handed_in",
            Self::NotExpected => "not_expected",
            Self::Missing => "missing",
        }
    }
}

/// One oddity.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// How much it weighs.
    pub level: FindingLevel,
    /// What kind.
    pub kind: FindingKind,
    /// Code of the commune as in the table.
    pub code: String,
    /// Its name as in the table, or in the list when it has no row.
    pub name: String,
    /// The cells it is about; empty for a commune without a row.
    pub cells: Vec<ReviewCell>,
    /// What is odd.
    pub says: Text,
    /// What to ask whom.
    pub asks: Text,
    /// Who supplies the cells.
    pub agencies: Vec<Label>,
}

/// A cell of a finding.
#[derive(Clone, Debug, Serialize)]
pub struct ReviewCell {
    /// Name of the file as the user gave it.
    pub file: String,
    /// Sheet, when the file is a workbook.
    pub sheet: Option<String>,
    /// Spreadsheet row, the header of a CSV file being row 1.
    pub row: u64,
    /// Spreadsheet column, `F`; `None` when the table has no such column.
    pub column: Option<String>,
    /// The column's header in the table.
    pub header: Option<String>,
    /// Id of the field, `code` or `area_class`.
    pub field: String,
    /// What people read.
    pub label: Text,
    /// The figure; `None` when it is missing.
    pub value: Option<Text>,
}

/// Figures someone still owes.
#[derive(Clone, Debug, Serialize)]
pub struct MissingFrom {
    /// The agency; `None` for what the commune itself fills in.
    pub agency: Option<Label>,
    /// How many figures.
    pub figures: usize,
    /// Of how many communes.
    pub communes: usize,
}

impl ReviewCell {
    /// `F12` as a spreadsheet names it; the row alone where there is no column.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}{}", self.column.as_deref().unwrap_or_default(), self.row)
    }

    /// The same with its file and sheet: `file.xlsx!Biểu 1!F12`.
    #[must_use]
    pub fn whole_address(&self) -> String {
        format!("{}!{}", self.table(), self.address())
    }

    /// The file, and the sheet of a workbook: `file.xlsx!Biểu 1`.
    #[must_use]
    pub fn table(&self) -> String {
        self.sheet.as_ref().map_or_else(|| self.file.clone(), |sheet| format!("{}!{sheet}", self.file))
    }
}

impl Review {
    /// How many findings of a level.
    #[must_use]
    pub fn count(&self, level: FindingLevel) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }
}
