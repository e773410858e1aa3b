//! The header row: which column holds what, which columns are missing, twice there, or not known.

use super::super::read::TextTable;
use super::super::spelling::{shown, trim};
use super::spellings::Spellings;
use super::{Options, Wanted, plan};
use crate::criteria::model::{Field, FieldIx, Standard};
use crate::diag::{CellPlace, Diagnostic, Note, Place, Problem, Report, nearest};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::table) enum Target {
    /// A column every table has.
    Identity(Identity),
    /// A field of the standard.
    Field(FieldIx),
    /// What an entry workbook says of the row; not read.
    Aside,
    /// Not known to the standard; kept as text.
    Extra,
    /// A second column for the same; an error, not read.
    Twice,
}

/// The columns that say which commune a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::table) enum Identity {
    Code,
    Name,
    Province,
    District,
    Year,
    AreaClass,
}

impl Target {
    /// Whether it is the code of the commune.
    pub(in crate::table) fn is_code(self) -> bool {
        self == Self::Identity(Identity::Code)
    }

    /// Whether it is the code or the name of the commune.
    pub(in crate::table) fn names(self) -> bool {
        matches!(self, Self::Identity(Identity::Code | Identity::Name))
    }

    /// Whether it is the area class.
    pub(in crate::table) fn is_class(self) -> bool {
        self == Self::Identity(Identity::AreaClass)
    }

    /// Whether it is often merged over all communes for which it is the same.
    pub(in crate::table) fn is_shared(self) -> bool {
        let shared = [Identity::Province, Identity::District, Identity::Year, Identity::AreaClass];
        matches!(self, Self::Identity(identity) if shared.contains(&identity))
    }

    /// Whether it is a field of the standard.
    pub(in crate::table) fn is_field(self) -> bool {
        matches!(self, Self::Field(_))
    }
}

/// Column id and headers, folded or not, of each identity column: Vietnamese first, English beside it.
pub(super) const IDENTITY: [(Identity, &str, &[&str]); 6] = [
    (
        Identity::Code,
        "code",
        &[
            "Mã xã",
            "Mã đơn vị",
            "Mã đơn vị hành chính",
            "Mã ĐVHC",
            "Mã số",
            "Mã xã, phường",
            "Commune code",
            "Unit code",
        ],
    ),
    (
        Identity::Name,
        "name",
        &["Tên xã", "Tên đơn vị", "Tên đơn vị hành chính", "Tên xã, phường", "Xã, phường", "Commune", "Commune name"],
    ),
    (Identity::Province, "province", &["Tỉnh", "Tỉnh, thành phố", "Tỉnh/thành phố", "Tên tỉnh", "Province or city"]),
    (Identity::District, "district", &["Huyện", "Quận, huyện", "Quận/huyện", "Tên huyện", "District name"]),
    (Identity::Year, "year", &["Năm", "Năm đánh giá", "Năm báo cáo", "Assessment year"]),
    (Identity::AreaClass, "area_class", &["Loại địa bàn", "Địa bàn", "Area class", "Class"]),
];

impl Identity {
    pub(super) fn id(self) -> &'static str {
        IDENTITY.iter().find(|row| row.0 == self).map_or("", |row| row.1)
    }

    fn label(self) -> &'static str {
        IDENTITY.iter().find(|row| row.0 == self).and_then(|row| row.2.first().copied()).unwrap_or("")
    }

    fn is_required(self, standard: &Standard) -> bool {
        match self {
            Self::Code | Self::Name => true,
            Self::AreaClass => !standard.classes.is_empty(),
            Self::Province | Self::District | Self::Year => false,
        }
    }
}

/// The columns without which a table is not scored.
pub(in crate::table) fn required(wanted: &Wanted<'_>) -> BTreeSet<Target> {
    let identities = IDENTITY.iter().map(|row| row.0).filter(|identity| identity.is_required(wanted.standard));
    let needs_year = wanted.years.as_ref().and_then(plan::year_needed).map(|_| Identity::Year);
    let fields = wanted.items_of.iter().enumerate().filter(|(_, items)| !items.is_empty());
    let fields = fields.map(|(at, _)| Target::Field(FieldIx(at)));
    identities.chain(needs_year).map(Target::Identity).chain(fields).collect()
}

/// Finds the target of each column and reports what is wrong with the header.
pub(super) fn targets(text: &TextTable, wanted: &Wanted<'_>, options: Options) -> (Vec<Target>, Report) {
    let header = Header { text, wanted, spellings: Spellings::of(wanted.standard) };
    let (targets, mut report) = header.matched();
    let found: BTreeSet<Target> = targets.iter().copied().collect();
    let extra = targets.iter().enumerate().filter(|(_, target)| **target == Target::Extra);
    let extra: Vec<usize> = extra.map(|(at, _)| at).collect();
    header.report_missing(&found, &extra, options, &mut report);
    header.report_extra(&found, &extra, &mut report);
    (targets, report)
}

/// Where a column of the header stands.
pub(super) fn place(text: &TextTable, column: Option<usize>) -> Place {
    Place::Cell(CellPlace {
        file: Arc::clone(&text.name),
        sheet: text.sheet.clone(),
        row: Some(text.header_row),
        column: column.map(|at| text.column_number(at)),
        header: column.and_then(|at| text.header.get(at)).map(|header| Arc::from(shown(header))),
        commune: None,
    })
}

struct Header<'a> {
    text: &'a TextTable,
    wanted: &'a Wanted<'a>,
    spellings: Spellings,
}

impl Header<'_> {
    fn matched(&self) -> (Vec<Target>, Report) {
        let mut report = Report::default();
        let mut first = BTreeMap::new();
        let known: Vec<Option<Target>> = self.text.header.iter().map(|header| self.spellings.target(header)).collect();
        let stands_in = Spellings::stand_in(&known, &self.text.header);
        let mut target = |(at, known): (usize, &Option<Target>)| {
            let Some(target) = known.or(stands_in.filter(|(column, _)| *column == at).map(|(_, target)| target)) else {
                return Target::Extra;
            };
            let Some(earlier) = first.insert(target, at) else { return target };
            first.insert(target, earlier);
            report.push(self.twice(target, earlier, at));
            Target::Twice
        };
        let targets = known.iter().enumerate().map(&mut target).collect();
        (targets, report)
    }

    fn twice(&self, target: Target, first: usize, second: usize) -> Diagnostic {
        let shown = |at: usize| self.text.header.get(at).map(|header| shown(header)).unwrap_or_default();
        let field = match target {
            Target::Identity(identity) => identity.id(),
            Target::Field(FieldIx(at)) => self.wanted.standard.fields.get(at).map_or("", |field| &field.id),
            Target::Aside | Target::Extra | Target::Twice => "",
        };
        let problem = Problem::HeaderTwice { field: field.to_owned(), first: shown(first), second: shown(second) };
        Diagnostic::new(problem, place(self.text, Some(second))).with(place(self.text, Some(first)), Note::FirstHere)
    }

    fn report_missing(&self, found: &BTreeSet<Target>, extra: &[usize], options: Options, report: &mut Report) {
        let headers = || extra.iter().filter_map(|at| self.text.header.get(*at)).map(|header| trim(header));
        let mut push = |field: &str, labels: &[&str], items: &[String]| {
            let mut spellings = [field].into_iter().chain(labels.iter().copied());
            let meant = spellings.find_map(|spelling| nearest(spelling, headers()));
            let label = labels.first().copied().unwrap_or_default().to_owned();
            let meant = meant.map(shown);
            let problem = Problem::MissingColumn { field: field.to_owned(), label, items: items.to_vec(), meant };
            report.push(Diagnostic::new(problem, place(self.text, None)));
        };
        let has_year = found.contains(&Target::Identity(Identity::Year));
        let needed = self.wanted.years.as_ref().and_then(plan::year_needed).filter(|_| !has_year);
        for (identity, id, _) in IDENTITY {
            let is_required = match identity {
                Identity::AreaClass => !options.communes_only && identity.is_required(self.wanted.standard),
                _ => identity.is_required(self.wanted.standard),
            };
            if is_required && !found.contains(&Target::Identity(identity)) {
                push(id, &[identity.label()], &[]);
            }
        }
        for (at, field) in self.wanted.standard.fields.iter().enumerate() {
            let items = self.wanted.items_of.get(at).map_or(&[][..], Vec::as_slice);
            let is_wanted = !items.is_empty() && !options.allow_missing_columns;
            if is_wanted && !found.contains(&Target::Field(FieldIx(at))) {
                push(&field.id, &[&field.label.vi, &field.label.en], items);
            }
        }
        report.diagnostics.extend(needed.map(|problem| Diagnostic::new(problem, place(self.text, None))));
    }

    fn report_extra(&self, found: &BTreeSet<Target>, extra: &[usize], report: &mut Report) {
        let missing = |(at, field): (usize, &'_ Field)| {
            let is_missing = !found.contains(&Target::Field(FieldIx(at)));
            is_missing.then(|| [field.id.clone(), field.label.vi.clone(), field.label.en.clone()])
        };
        let fields = self.wanted.standard.fields.iter().enumerate().filter_map(missing).flatten();
        let identity = IDENTITY.iter().filter(|row| !found.contains(&Target::Identity(row.0)));
        let identity = identity.flat_map(|row| [row.1].into_iter().chain(row.2.iter().copied())).map(str::to_owned);
        let candidates: Vec<String> = fields.chain(identity).collect();
        for at in extra {
            let header = self.text.header.get(*at).map_or("", |header| trim(header));
            let meant = nearest(header, candidates.iter().map(String::as_str)).map(str::to_owned);
            let problem = Problem::ExtraColumn { header: shown(header), meant };
            report.push(Diagnostic::new(problem, place(self.text, Some(*at))));
        }
    }
}
