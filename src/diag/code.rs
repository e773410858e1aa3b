//! One stable code and one level per problem.

#![expect(clippy::unnested_or_patterns, reason = "`group!` nests the patterns of subjects in each other")]

use super::group::group;
use super::{Book, Level, Problem, Slip};

impl Problem {
    /// Unique, stable code: `file/…`, `toml/…`, `criteria/…`, `script/…`, `case/…`, `table/…`, `book/…`, `cell/…`, `result/…`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            group!(in file) => file(self),
            group!(in rules) => rules(self),
            group!(in script) => script(self),
            group!(in table) => table(self),
        }
    }

    /// Error unless listed here.
    #[must_use]
    pub fn level(&self) -> Level {
        match self {
            Self::Unused { .. }
            | Self::BandNotMonotone { .. }
            | Self::NeverFails { .. }
            | Self::AlwaysHolds { gate: true, .. }
            | Self::EndOutOfRange { .. }
            | Self::SameTitle { .. }
            | Self::CaseTwice
            | Self::CasesFail { .. }
            | Self::Slip { slip: Slip::Thousands, .. }
            | Self::ScriptFigureUnused { .. }
            | Self::ScriptUnused { .. }
            | Self::ScriptUnreachable
            | Self::ScriptLimitUnreached { .. }
            | Self::ScriptPointsTurn { .. }
            | Self::ScriptMissingDecides { .. }
            | Self::NoRows
            | Self::NoFigures { .. }
            | Self::FormsUnfilled { .. }
            | Self::ShortCode { .. }
            | Self::UnknownSelfScore { .. }
            | Self::OddCode { .. }
            | Self::RowSkipped { .. }
            | Self::Book(Book::CodeRestored { .. } | Book::NamedLikeSum { .. }) => Level::Warning,
            Self::GuessedEncoding { .. }
            | Self::ExtraColumn { .. }
            | Self::Book(
                Book::HiddenSheets { .. }
                | Book::OtherSheets { .. }
                | Book::RowsNotRead { .. }
                | Book::ColumnsNotRead { .. }
                | Book::FilesNotRead { .. },
            )
            | Self::OtherYears { .. }
            | Self::ChangedWithinYear { .. } => Level::Note,
            _ => Level::Error,
        }
    }
}

/// Of files, the shape of criteria files, references between their parts; empty for every other.
fn file(problem: &Problem) -> &'static str {
    match problem {
        Problem::Unreadable { .. } => "file/unreadable",
        Problem::FileTooLarge { .. } => "file/too-large",
        Problem::NotUtf8 { .. } => "file/not-utf-8",
        Problem::EmptyFile => "criteria/empty-file",
        Problem::TomlSyntax { .. } => "toml/syntax",
        Problem::DecimalComma { .. } => "toml/decimal-comma",
        Problem::Slip { .. } => "toml/slip",
        Problem::KeyNotAscii { .. } => "toml/key-not-ascii",
        Problem::UnknownKey { .. } => "criteria/unknown-key",
        Problem::MissingKey { .. } => "criteria/missing-key",
        Problem::OneOf { .. } => "criteria/one-of",
        Problem::WrongType { .. } => "criteria/wrong-type",
        Problem::UnknownWord { .. } => "criteria/unknown-word",
        Problem::EmptyText => "criteria/empty-text",
        Problem::BadId { .. } => "criteria/bad-id",
        Problem::TooPrecise { .. } => "criteria/too-precise",
        Problem::WrongLength { .. } => "criteria/wrong-length",
        Problem::OutOfRange { .. } => "criteria/out-of-range",
        Problem::DuplicateId { .. } => "criteria/duplicate-id",
        Problem::ReservedId { .. } => "criteria/reserved-id",
        Problem::ItemIdOutside { .. } => "criteria/item-id-outside",
        Problem::DuplicateLabel { .. } => "criteria/duplicate-label",
        Problem::UnknownId { .. } => "criteria/unknown-id",
        Problem::WrongFieldType { .. } => "criteria/wrong-field-type",
        Problem::ConfirmedByWhom => "criteria/confirmed-by-whom",
        Problem::ConfirmationWithoutStatus { .. } => "criteria/confirmation-without-status",
        Problem::BelowStatus { .. } => "criteria/below-status",
        Problem::Unused { .. } => "criteria/unused",
        Problem::EmptyList { .. } => "criteria/empty-list",
        Problem::DatesReversed { .. } => "criteria/dates-reversed",
        Problem::NoCondition => "criteria/no-condition",
        Problem::FormulaSyntax { .. } => "criteria/formula-syntax",
        Problem::DateOutsideForce { .. } => "criteria/date-outside-force",
        Problem::VersionOverlap { .. } => "criteria/version-overlap",
        Problem::VersionGap { .. } => "criteria/version-gap",
        Problem::VersionOfAnother { .. } => "criteria/version-of-another",
        Problem::NoAssessmentDay => "criteria/no-assessment-day",
        Problem::TooManyVersions { .. } => "criteria/too-many-versions",
        group!(in rules) | group!(in script) | group!(in table) => "",
    }
}

/// Of classes, scales and points of a standard; empty for every other.
fn rules(problem: &Problem) -> &'static str {
    match problem {
        Problem::ClassNotCovered { .. } => "criteria/class-not-covered",
        Problem::ClassTwice { .. } => "criteria/class-twice",
        Problem::NoClasses | Problem::ClassWithoutClasses { .. } => "criteria/no-classes",
        Problem::ClassNeeded { .. } => "criteria/class-needed",
        Problem::TwoBounds { .. } => "criteria/two-bounds",
        Problem::NoBound => "criteria/no-bound",
        Problem::BandGap { .. } => "criteria/band-gap",
        Problem::BandOverlap { .. } => "criteria/band-overlap",
        Problem::BandTwice { .. } => "criteria/band-twice",
        Problem::BandUnreachable { .. } => "criteria/band-unreachable",
        Problem::BandNotMonotone { .. } => "criteria/band-not-monotone",
        Problem::ScaleDoesNotFit { .. } => "criteria/scale-does-not-fit",
        Problem::ChoiceNotCovered { .. } => "criteria/choice-not-covered",
        Problem::NeverEmpty { .. } => "criteria/never-empty",
        Problem::EmptyRuleNeedsStatus { .. } => "criteria/empty-rule-needs-status",
        Problem::PointsExceedItem { .. } => "criteria/points-exceed-item",
        Problem::ItemsDoNotAddUp { .. } => "criteria/items-do-not-add-up",
        Problem::CriteriaDoNotAddUp { .. } => "criteria/criteria-do-not-add-up",
        Problem::PointsNeedRounding { .. } => "criteria/points-need-rounding",
        Problem::BeyondReach { .. } => "criteria/beyond-reach",
        Problem::NeverFails { .. } => "criteria/never-fails",
        Problem::AlwaysHolds { .. } => "criteria/always-holds",
        Problem::EndOutOfRange { .. } => "criteria/end-out-of-range",
        Problem::LinearReversed { .. } => "criteria/linear-reversed",
        Problem::NotAShare { .. } => "criteria/not-a-share",
        Problem::TooManyLeftOut { .. } => "criteria/too-many-left-out",
        Problem::LeaveOutWithScript => "criteria/leave-out-with-script",
        Problem::SameTitle { .. } => "criteria/same-title",
        Problem::AtMostCycle { .. } => "criteria/at-most-cycle",
        Problem::LastYearCycle { .. } => "criteria/last-year-cycle",
        Problem::FieldTwice { .. } => "criteria/field-twice",
        Problem::CaseTwice => "case/twice",
        Problem::SignTaken { .. } => "criteria/sign-taken",
        Problem::CaseContradicts { .. } => "case/contradicts",
        Problem::LevelOrder { .. } => "criteria/level-order",
        group!(in file) | group!(in script) | group!(in table) => "",
    }
}

/// Of scripts, cases, results; empty for every other.
fn script(problem: &Problem) -> &'static str {
    match problem {
        Problem::ScriptNotFound { .. } => "script/not-found",
        Problem::ScriptSyntax { .. } => "script/syntax",
        Problem::ScriptNoFunction { .. } => "script/no-function",
        Problem::ScriptUnknownParameter { .. } => "script/unknown-parameter",
        Problem::ScriptAmbiguousParameter { .. } => "script/ambiguous-parameter",
        Problem::ScriptFigureUnused { .. } => "script/figure-unused",
        Problem::ScriptUnknownFunction { .. } => "script/unknown-function",
        Problem::ScriptForbidden { .. } => "script/forbidden",
        Problem::ScriptFailed { .. } => "script/failed",
        Problem::ScriptUnused { .. } => "script/unused",
        Problem::ScriptUnreachable => "script/unreachable",
        Problem::ScriptBranchExceeds { .. } => "script/branch-exceeds",
        Problem::ScriptLimitUnreached { .. } => "script/limit-unreached",
        Problem::ScriptStops { .. } => "script/stops",
        Problem::ScriptPointsTurn { .. } => "script/points-turn",
        Problem::ScriptMissingDecides { .. } => "script/missing-decides",
        Problem::CaseFails { .. } => "case/fails",
        Problem::CasesFail { .. } => "case/some-fail",
        Problem::CaseNeedsClass { .. } => "case/needs-class",
        Problem::CaseBadFigure { .. } => "case/bad-figure",
        Problem::CaseOutOfBounds { .. } => "case/out-of-bounds",
        Problem::CaseBaseChain { .. } => "case/base-chain",
        Problem::CaseWithoutNothing { .. } => "case/without-nothing",
        Problem::CaseNotFilledIn { .. } => "case/not-filled-in",
        Problem::ItemFailed { .. } => "result/item-failed",
        Problem::NotStrict { .. } => "result/not-strict",
        Problem::OtherYears { .. } => "result/other-years",
        Problem::ChangedWithinYear { .. } => "result/changed-within-year",
        group!(in file) | group!(in rules) | group!(in table) => "",
    }
}

/// Of tables and their cells; empty for every other.
fn table(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotText { .. } => "table/not-text",
        Problem::EmptyTable => "table/empty",
        Problem::NoRows => "table/no-rows",
        Problem::NoFigures { .. } | Problem::FormsUnfilled { .. } => "table/no-figures",
        Problem::GuessedEncoding { .. } => "table/guessed-encoding",
        Problem::HeaderTwice { .. } => "table/header-twice",
        Problem::ExtraColumn { .. } => "table/extra-column",
        Problem::UnknownSelfScore { .. } => "table/unknown-self-score",
        Problem::MissingColumn { .. } => "table/missing-column",
        Problem::RowLength { .. } => "table/row-length",
        Problem::NotACount { .. } => "cell/not-a-count",
        Problem::Negative { .. } => "cell/negative",
        Problem::AmbiguousNumber { .. } => "cell/ambiguous-number",
        Problem::PercentForCount { .. } => "cell/percent-for-count",
        Problem::FormulaError { .. } => "cell/formula-error",
        Problem::NotANumber { .. } => "cell/not-a-number",
        Problem::TooManyDigits { .. } => "cell/too-many-digits",
        Problem::TooLarge { .. } => "cell/too-large",
        Problem::NotAPercentage { .. } => "cell/not-a-percentage",
        Problem::NotYesNo { .. } => "cell/not-yes-no",
        Problem::NotAChoice { .. } => "cell/not-a-choice",
        Problem::UnknownClass { .. } => "cell/unknown-class",
        Problem::EmptyIdentity { .. } => "cell/empty-identity",
        Problem::ShortCode { .. } => "cell/short-code",
        Problem::OddCode { .. } => "cell/odd-code",
        Problem::NotAYear { .. } => "cell/not-a-year",
        Problem::YearNotInForce { .. } => "cell/year-not-in-force",
        Problem::YearNeeded { .. } => "cell/year-needed",
        Problem::BelowLeast { .. } => "cell/below-least",
        Problem::AboveOther { .. } => "cell/above-other",
        Problem::DuplicateCommune { .. } => "table/duplicate-commune",
        Problem::RowSkipped { .. } => "table/row-skipped",
        Problem::FindingsNotShown { .. } => "table/findings-not-shown",
        Problem::Book(found) => book(found),
        group!(in file) | group!(in rules) | group!(in script) => "",
    }
}

/// Of workbooks.
const fn book(found: &Book) -> &'static str {
    match found {
        Book::Damaged { .. } => "file/damaged",
        Book::OtherKind { .. } => "file/other-kind",
        Book::Locked => "file/locked",
        Book::TooMuch { .. } => "file/too-much-inside",
        Book::NoFiles { .. } => "file/none",
        Book::FilesNotRead { .. } => "file/not-read",
        Book::NoHeader { .. } => "book/no-header",
        Book::SheetUnclear { .. } => "book/sheet-unclear",
        Book::UnknownSheet { .. } => "book/unknown-sheet",
        Book::HeaderUnclear { .. } => "book/header-unclear",
        Book::HiddenSheets { .. } => "book/hidden-sheets",
        Book::OtherSheets { .. } => "book/other-sheets",
        Book::ColumnsNotRead { .. } => "book/columns-not-read",
        Book::RowsNotRead { .. } => "book/rows-not-read",
        Book::DateForNumber { .. } => "cell/date-for-number",
        Book::NotComputed { .. } => "cell/not-computed",
        Book::Linked { .. } => "cell/linked",
        Book::Circular { .. } => "cell/circular",
        Book::FractionOrPercent { .. } => "cell/fraction-or-percent",
        Book::MergedFigure { .. } => "cell/merged-figure",
        Book::NamedLikeSum { .. } => "cell/named-like-sum",
        Book::CodeRestored { .. } => "cell/code-restored",
    }
}
