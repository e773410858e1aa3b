//! The facts of every diagnostic. Wording stands in `diag/en.rs` and `diag/vi.rs`, codes in `diag/code.rs`.

use super::book::Book;
pub use super::note::Note;
pub use super::shape::Shape;
use super::slip::Slip;
use crate::lang::Text;
use crate::quantity::{Date, Decimal, Points, Version};
use crate::status::Status;

/// What is wrong. Texts inside are ids and values as written, never sentences, but for messages of other libraries' parsers.
#[expect(missing_docs, reason = "the line above each variant says what its fields hold")]
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    // ---- any file
    /// A file cannot be read.
    Unreadable { reason: String },
    /// A file is larger than the limit.
    FileTooLarge { bytes: u64, limit: u64 },

    // ---- criteria files: syntax and shape
    /// A file in another encoding than UTF-8; `utf16` where its first bytes say so.
    NotUtf8 { utf16: bool },
    /// A file without any key.
    EmptyFile,
    /// TOML does not parse.
    TomlSyntax { message: String },
    /// `95,5` where TOML wants `95.5`.
    DecimalComma { found: String, meant: String },
    /// A value as a word processor, a spreadsheet or a letter would have it: `“95”`, `–5`, `95%`, `03/01/2019`.
    Slip { slip: Slip, found: String, meant: String },
    /// A bare key with letters TOML does not allow.
    KeyNotAscii { key: String },
    /// A key the format does not know.
    UnknownKey { key: String, meant: Option<String>, allowed: Vec<&'static str> },
    /// A key that must be there.
    MissingKey { key: &'static str, of: String },
    /// None, or more than one, of keys of which exactly one must be there.
    OneOf { keys: Vec<&'static str>, found: Vec<String> },
    /// A value of another type.
    WrongType { expected: Shape, found: Shape },
    /// A word that is not in the list.
    UnknownWord { found: String, allowed: Vec<String>, meant: Option<String> },
    /// A text that must not be empty.
    EmptyText,
    /// An id with other characters than `a-z 0-9 _ -`, or not beginning with a letter.
    BadId { id: String },
    /// A number with too many digits.
    TooPrecise { found: String, digits: u8 },
    /// A list that must have another number of elements, such as `between`.
    WrongLength { found: usize, expected: usize },
    /// A number outside what the key allows.
    OutOfRange { found: String, least: String, most: String },

    // ---- criteria files: meaning
    /// An id used twice.
    DuplicateId { kind: Kind, id: String },
    /// An id that tables or results already use for something else, such as `code` or `total`.
    ReservedId { kind: Kind, id: String },
    /// An item's id that does not begin with its criterion's id and a point.
    ItemIdOutside { id: String, criterion: String, meant: String },
    /// A label used by two fields, so that a header would be ambiguous.
    DuplicateLabel { label: String, first: String, second: String },
    /// A sign in place of figures that a cell of the field can mean something else by, or that stands there twice.
    SignTaken { sign: String },
    /// Two criteria, or two items of a criterion, with the same title.
    SameTitle { kind: Kind, title: String, first: String, second: String },
    /// Fields each of which can never exceed the next, the last the first.
    AtMostCycle { fields: Vec<String> },
    /// Fields each of which is last year's figure of the next, the last of the first.
    LastYearCycle { fields: Vec<String> },
    /// A field that is named a second time where each may be named once.
    FieldTwice { field: String },
    /// An id that names nothing.
    UnknownId { kind: Kind, id: String, meant: Option<String>, known: Vec<String> },
    /// A field of a type the rule cannot use.
    WrongFieldType { field: String, found: &'static str, expected: Vec<&'static str> },
    /// A confirmed figure without who and when.
    ConfirmedByWhom,
    /// `by` or `on` on a figure that is not confirmed.
    ConfirmationWithoutStatus { status: &'static str },
    /// Figures below the status that `--strict` asks for: how many of each status, of how many in all; `paths` of the first.
    BelowStatus { least: Status, below: Vec<(Status, usize)>, all: usize, paths: Vec<String>, standard: String },
    /// Something declared that nothing uses.
    Unused { kind: Kind, id: String },
    /// An area class without a threshold or a band list.
    ClassNotCovered { class: String, what: Kind },
    /// An area class named twice.
    ClassTwice { class: String },
    /// A table by class in a standard that has no classes.
    NoClasses,
    /// An area class somebody names in a standard that has none.
    ClassWithoutClasses { class: String },
    /// A standard with classes that gives one entry without a class.
    ClassNeeded { known: Vec<String> },
    /// `from` and `above`, or `below` and `up_to`, in one band.
    TwoBounds { first: &'static str, second: &'static str },
    /// A band, cut-off or fact with no end at all.
    NoBound,
    /// Values no band covers; `line` is the TOML that closes the gap.
    BandGap { from: String, to: String, line: String },
    /// Values two bands cover.
    BandOverlap { from: String, to: String },
    /// The same band a second time; the points of the two.
    BandTwice { band: String, points: Vec<Points> },
    /// A band no value can reach.
    BandUnreachable { band: String, domain: String },
    /// Points that go up and down along the scale.
    BandNotMonotone { points: Vec<Points> },
    /// An empty list.
    EmptyList { key: &'static str },
    /// A scale that cannot follow the indicator.
    ScaleDoesNotFit { scale: &'static str, indicator: &'static str, use_instead: &'static str },
    /// A choice of the field without points.
    ChoiceNotCovered { field: String, choice: String },
    /// `when_empty` on an indicator that has no denominator.
    NeverEmpty { indicator: &'static str },
    /// A rule at 0/0 that gives points, without status and evidence.
    EmptyRuleNeedsStatus { rule: String },
    /// A scale that gives more than its item may.
    PointsExceedItem { item: String, reach: Points, most: Points },
    /// Items that do not add up to their criterion.
    ItemsDoNotAddUp { criterion: String, reach: Points, points: Points },
    /// Criteria that do not add up to the standard.
    CriteriaDoNotAddUp { reach: Points, total: Points },
    /// Computed points without a declared rounding.
    PointsNeedRounding { what: String },
    /// A threshold, minimum or level above what can be reached; `strictly`: there have to be more points than `found`.
    BeyondReach { what: String, found: Points, reach: Points, strictly: bool },
    /// A threshold, minimum or floor that nothing lies below.
    NeverFails { what: String, asks: Points, least: Points },
    /// A fact that holds whatever the figures are; for a gate it may be meant.
    AlwaysHolds { fact: String, domain: String, gate: bool },
    /// An end of a linear scale or a step of a deduction outside the values of the indicator.
    EndOutOfRange { end: String, domain: String },
    /// A last day before the first.
    DatesReversed { from: String, until: String },
    /// A date in a figure that lies outside the days of what the figure is part of.
    DateOutsideForce { day: Date, days: Version },
    /// Two versions of one thing in force at once, from this day on; `same_day` when both begin on it.
    VersionOverlap { day: Date, same_day: bool },
    /// Days on which none of the versions is in force.
    VersionGap { days: Version },
    /// Versions of one thing with two ids.
    VersionOfAnother { first: String, second: String },
    /// Dated figures, but nothing says which day's figures a year is assessed under.
    NoAssessmentDay,
    /// More versions than a standard can have.
    TooManyVersions { found: usize, limit: usize },
    /// Ends of a linear scale that are equal or reversed.
    LinearReversed { from: Decimal, to: Decimal },
    /// A share or percentage outside 0 to 100.
    NotAShare { found: Decimal },
    /// More items of a criterion can be left out than can be examined one by one.
    TooManyLeftOut { found: usize, limit: usize },
    /// Leaving out an item of a criterion whose points a script gives.
    LeaveOutWithScript,
    /// Levels that overlap or leave a total of their range uncovered.
    LevelOrder { first: String, second: String },
    /// Nothing decides recognition.
    NoCondition,
    /// A formula that cannot be read.
    FormulaSyntax { found: String, expected: &'static str },

    // ---- scripts
    /// The script file does not exist.
    ScriptNotFound { name: String, looked: Vec<String> },
    /// rhai cannot parse it.
    ScriptSyntax { message: String },
    /// It does not define the function that is called.
    ScriptNoFunction { function: &'static str, found: Vec<String> },
    /// A parameter that names no field, figure, item or criterion.
    ScriptUnknownParameter { parameter: String, meant: Option<String> },
    /// A parameter that could mean two things.
    ScriptAmbiguousParameter { parameter: String },
    /// A figure in the criteria file that the script does not take.
    ScriptFigureUnused { figure: String, script: String },
    /// A function that exists neither in the script nor in the host library.
    ScriptUnknownFunction { function: String, meant: Option<String>, known: Vec<String> },
    /// A statement or expression scripts may not use.
    ScriptForbidden { construct: String },
    /// It stopped with an error.
    ScriptFailed { item: String, message: Text },

    // ---- scripts: what is found by going through them
    /// A parameter, variable or function of a script that nothing reads.
    ScriptUnused { kind: Kind, name: String },
    /// A part of a script behind `return`, or behind a condition that is always the same.
    ScriptUnreachable,
    /// A branch whose points are above or `below` the limits; not `exactly` where they depend on figures and `found`
    /// is the nearest they come. `key` sets the limit, where one does.
    ScriptBranchExceeds {
        what: String,
        found: String,
        exactly: bool,
        below: bool,
        key: Option<&'static str>,
        least: Points,
        most: Points,
    },
    /// Fixed points of which none is what `limit` says; `found` is the nearest.
    ScriptLimitUnreached { what: String, key: &'static str, found: Points, limit: Points },
    /// Figures a commune can have with which a script gives no valid result; `given` as in a case.
    ScriptStops { what: String, given: String, message: Text },
    /// Points that rise and fall as one figure grows: for each line the other figures, then values and their points.
    ScriptPointsTurn { what: String, parameter: String, lines: Vec<(String, Vec<(String, Points)>)> },
    /// Points that are given without a figure, and change when it is known to be `value`.
    ScriptMissingDecides { what: String, field: String, points: Points, value: String, then: Points, given: String },

    // ---- cases
    /// A case that fails, with its name where it has one; `year` is one under whose figures it does not fail, when there are others.
    CaseFails {
        case: Option<String>,
        what: String,
        expected: String,
        found: String,
        arithmetic: Box<Text>,
        year: Option<u16>,
    },
    /// Cases of a standard that fail, where what they say is not the question.
    CasesFail { count: usize, standard: String },
    /// A case that stands there already.
    CaseTwice,
    /// Two cases with the same figures that expect different outcomes.
    CaseContradicts { what: String, first: String, second: String },
    /// A case for a rule by class that names no class.
    CaseNeedsClass { known: Vec<String> },
    /// A figure of a case that its field would refuse.
    CaseBadFigure { field: String, found: String, expected: Shape },
    /// A figure of a case outside the bounds of its field; `limit` in symbols, such as `≤ under1 (100)`.
    CaseOutOfBounds { field: String, found: String, limit: String },
    /// Cases based on each other, or through more than `most` cases; their names in order.
    CaseBaseChain { chain: Vec<String>, most: usize },
    /// `without` a field that the base does not give.
    CaseWithoutNothing { field: String, base: Option<String> },
    /// A result that a suggestion left open, `"?"`.
    CaseNotFilledIn { examples: &'static [&'static str] },

    // ---- tables: the file
    /// Bytes that are no text in the encoding the file claims.
    NotText { encoding: &'static str },
    /// No header row.
    EmptyTable,
    /// A table with a header and no commune.
    NoRows,
    /// So many communes, and not one figure of any of them: a form that was handed out and not filled in.
    NoFigures { communes: usize },
    /// Many such files, told as one.
    FormsUnfilled { files: Vec<String>, communes: usize },
    /// The encoding was recognised by its bytes, not declared.
    GuessedEncoding { encoding: &'static str },
    /// Two columns for one field.
    HeaderTwice { field: String, first: String, second: String },
    /// A column the standard does not use; it is kept.
    ExtraColumn { header: String, meant: Option<String> },
    /// A column that claims points for something the standard has not; `known` are the columns there could be.
    UnknownSelfScore { header: String, meant: Option<String>, known: Vec<String> },
    /// A column that is not there, with the items that want it.
    MissingColumn { field: String, label: String, items: Vec<String>, meant: Option<String> },
    /// A row with more or fewer cells than the header.
    RowLength { found: usize, expected: usize },

    // ---- tables: cells
    /// Not a whole number.
    NotACount { found: String },
    /// Below 0.
    Negative { found: String },
    /// `1.065` or `1,065`: one thousand and sixty-five, or one point zero six five?
    AmbiguousNumber { found: String, grouped: String, decimal: String, whole: bool },
    /// A percentage where a count belongs.
    PercentForCount { found: String },
    /// What a spreadsheet shows when a formula fails: `#DIV/0!`.
    FormulaError { found: String },
    /// Not a number.
    NotANumber { found: String, meant: Option<String> },
    /// A number with more digits after the mark than the field has.
    TooManyDigits { found: String, digits: u8 },
    /// A number beyond what any commune can have.
    TooLarge { found: String, most: String },
    /// Not between 0 and 100.
    NotAPercentage { found: String },
    /// Not yes or no.
    NotYesNo { found: String },
    /// Not one of the choices.
    NotAChoice { found: String, allowed: Vec<String>, meant: Option<String> },
    /// Not an area class.
    UnknownClass { found: String, known: Vec<String>, meant: Option<String> },
    /// A commune without a code or a name.
    EmptyIdentity { column: &'static str },
    /// A numeric code with too few digits: a spreadsheet dropped the leading zeros.
    ShortCode { found: String, digits: usize },
    /// A code that is not written in exactly as many digits as codes have.
    OddCode { found: String, digits: usize },
    /// Not a year.
    NotAYear { found: String },
    /// A year that is not assessed under the standard: it is in force on `days`, and `on` is the day that counts.
    YearNotInForce { year: u16, days: Version, on: Option<Date>, asked: AskedYear },
    /// A commune without a year, where the figures depend on the year; `firsts` are the years in which they change.
    YearNeeded { firsts: Vec<u16> },
    /// A figure below what its field allows.
    BelowLeast { field: String, found: String, least: String, strictly: bool },
    /// A figure above the figure it is part of.
    AboveOther { field: String, found: String, other: String, limit: String },
    /// The same code and year twice.
    DuplicateCommune { code: String, year: String },
    /// Rows with errors that `--skip-bad-rows` left out.
    RowSkipped { errors: usize },
    /// More problems in the cells of a file than can be shown; the first ones are.
    FindingsNotShown { count: usize },

    // ---- workbooks
    /// Of workbooks, their sheets and the cells that only they have.
    Book(Book),

    // ---- results
    /// A script stopped while a commune was scored; the item is missing.
    ItemFailed { item: String, message: String },
    /// `--strict`, and something is undetermined or rests on a provisional figure.
    NotStrict { undetermined: usize, provisional: usize },
    /// Communes whose table gives another year than the one asked for.
    OtherYears { year: u16, count: usize },
    /// Figures that changed within a year that is assessed under those of one day.
    ChangedWithinYear { year: u16, on: Date, ids: Vec<String> },
}

/// The kinds of things that have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A field.
    Field,
    /// A derived field.
    Derived,
    /// An area class.
    Class,
    /// An agency.
    Agency,
    /// A criterion.
    Criterion,
    /// An item.
    Item,
    /// A condition: veto, gate or zero rule.
    Condition,
    /// A level.
    Level,
    /// A choice of a field.
    Choice,
    /// A script.
    Script,
    /// A figure passed to a script.
    Figure,
    /// A field or derived field.
    Operand,
    /// A threshold.
    Threshold,
    /// A band list.
    BandList,
    /// A verdict.
    Verdict,
    /// A standard.
    Standard,
    /// A case.
    Case,
    /// A parameter of a function in a script.
    Parameter,
    /// A variable in a script.
    Variable,
    /// A function in a script.
    Function,
}

/// Where a year comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedYear {
    /// A row of a table, or `--year`.
    Table,
    /// A case.
    Case,
    /// `--old-year` or `--new-year`.
    Comparison,
}
