//! One stable code and one level per problem.

use super::{Level, Problem};

impl Problem {
    /// Unique, stable code: `file/…`, `toml/…`, `criteria/…`, `script/…`, `case/…`, `table/…`, `cell/…`, `result/…`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "file/unreadable",
            Self::FileTooLarge { .. } => "file/too-large",
            Self::TomlSyntax { .. } => "toml/syntax",
            Self::DecimalComma { .. } => "toml/decimal-comma",
            Self::KeyNotAscii { .. } => "toml/key-not-ascii",
            Self::UnknownKey { .. } => "criteria/unknown-key",
            Self::MissingKey { .. } => "criteria/missing-key",
            Self::OneOf { .. } => "criteria/one-of",
            Self::WrongType { .. } => "criteria/wrong-type",
            Self::UnknownWord { .. } => "criteria/unknown-word",
            Self::EmptyText => "criteria/empty-text",
            Self::BadId { .. } => "criteria/bad-id",
            Self::TooPrecise { .. } => "criteria/too-precise",
            Self::WrongLength { .. } => "criteria/wrong-length",
            Self::OutOfRange { .. } => "criteria/out-of-range",
            Self::DuplicateId { .. } => "criteria/duplicate-id",
            Self::ReservedId { .. } => "criteria/reserved-id",
            Self::ItemIdOutside { .. } => "criteria/item-id-outside",
            Self::DuplicateLabel { .. } => "criteria/duplicate-label",
            Self::UnknownId { .. } => "criteria/unknown-id",
            Self::WrongFieldType { .. } => "criteria/wrong-field-type",
            Self::ConfirmedByWhom => "criteria/confirmed-by-whom",
            Self::ConfirmationWithoutStatus { .. } => "criteria/confirmation-without-status",
            Self::Unused { .. } => "criteria/unused",
            Self::ClassNotCovered { .. } => "criteria/class-not-covered",
            Self::ClassTwice { .. } => "criteria/class-twice",
            Self::NoClasses => "criteria/no-classes",
            Self::ClassNeeded { .. } => "criteria/class-needed",
            Self::TwoBounds { .. } => "criteria/two-bounds",
            Self::NoBound => "criteria/no-bound",
            Self::BandGap { .. } => "criteria/band-gap",
            Self::BandOverlap { .. } => "criteria/band-overlap",
            Self::BandUnreachable { .. } => "criteria/band-unreachable",
            Self::BandNotMonotone { .. } => "criteria/band-not-monotone",
            Self::EmptyList { .. } => "criteria/empty-list",
            Self::ScaleDoesNotFit { .. } => "criteria/scale-does-not-fit",
            Self::ChoiceNotCovered { .. } => "criteria/choice-not-covered",
            Self::NeverEmpty { .. } => "criteria/never-empty",
            Self::EmptyRuleNeedsStatus { .. } => "criteria/empty-rule-needs-status",
            Self::PointsExceedItem { .. } => "criteria/points-exceed-item",
            Self::ItemsDoNotAddUp { .. } => "criteria/items-do-not-add-up",
            Self::CriteriaDoNotAddUp { .. } => "criteria/criteria-do-not-add-up",
            Self::PointsNeedRounding { .. } => "criteria/points-need-rounding",
            Self::BeyondReach { .. } => "criteria/beyond-reach",
            Self::DatesReversed { .. } => "criteria/dates-reversed",
            Self::LinearReversed { .. } => "criteria/linear-reversed",
            Self::NotAShare { .. } => "criteria/not-a-share",
            Self::TooManyLeftOut { .. } => "criteria/too-many-left-out",
            Self::LeaveOutWithScript => "criteria/leave-out-with-script",
            Self::LevelOrder { .. } => "criteria/level-order",
            Self::NoCondition => "criteria/no-condition",
            Self::FormulaSyntax { .. } => "criteria/formula-syntax",
            Self::ScriptNotFound { .. } => "script/not-found",
            Self::ScriptSyntax { .. } => "script/syntax",
            Self::ScriptNoFunction { .. } => "script/no-function",
            Self::ScriptUnknownParameter { .. } => "script/unknown-parameter",
            Self::ScriptAmbiguousParameter { .. } => "script/ambiguous-parameter",
            Self::ScriptFigureUnused { .. } => "script/figure-unused",
            Self::ScriptUnknownFunction { .. } => "script/unknown-function",
            Self::ScriptForbidden { .. } => "script/forbidden",
            Self::ScriptFailed { .. } => "script/failed",
            Self::ScriptBadResult { .. } => "script/bad-result",
            Self::ScriptPointsOutside { .. } => "script/points-outside",
            Self::CaseFails { .. } => "case/fails",
            Self::CaseNeedsClass { .. } => "case/needs-class",
            Self::CaseBadFigure { .. } => "case/bad-figure",
            Self::CaseOutOfBounds { .. } => "case/out-of-bounds",
            Self::NotText { .. } => "table/not-text",
            Self::EmptyTable => "table/empty",
            Self::NoRows => "table/no-rows",
            Self::GuessedEncoding { .. } => "table/guessed-encoding",
            Self::HeaderTwice { .. } => "table/header-twice",
            Self::ExtraColumn { .. } => "table/extra-column",
            Self::MissingColumn { .. } => "table/missing-column",
            Self::RowLength { .. } => "table/row-length",
            Self::NotACount { .. } => "cell/not-a-count",
            Self::Negative { .. } => "cell/negative",
            Self::AmbiguousNumber { .. } => "cell/ambiguous-number",
            Self::PercentForCount { .. } => "cell/percent-for-count",
            Self::FormulaError { .. } => "cell/formula-error",
            Self::NotANumber { .. } => "cell/not-a-number",
            Self::TooManyDigits { .. } => "cell/too-many-digits",
            Self::TooLarge { .. } => "cell/too-large",
            Self::NotAPercentage { .. } => "cell/not-a-percentage",
            Self::NotYesNo { .. } => "cell/not-yes-no",
            Self::NotAChoice { .. } => "cell/not-a-choice",
            Self::UnknownClass { .. } => "cell/unknown-class",
            Self::EmptyIdentity { .. } => "cell/empty-identity",
            Self::ShortCode { .. } => "cell/short-code",
            Self::NotAYear { .. } => "cell/not-a-year",
            Self::BelowLeast { .. } => "cell/below-least",
            Self::AboveOther { .. } => "cell/above-other",
            Self::DuplicateCommune { .. } => "table/duplicate-commune",
            Self::RowSkipped { .. } => "table/row-skipped",
            Self::FindingsNotShown { .. } => "table/findings-not-shown",
            Self::ItemFailed { .. } => "result/item-failed",
            Self::NotStrict { .. } => "result/not-strict",
        }
    }

    /// Error unless listed here.
    #[must_use]
    pub fn level(&self) -> Level {
        match self {
            Self::Unused { .. }
            | Self::BandNotMonotone { .. }
            | Self::ScriptFigureUnused { .. }
            | Self::NoRows
            | Self::ShortCode { .. }
            | Self::RowSkipped { .. } => Level::Warning,
            Self::GuessedEncoding { .. } | Self::ExtraColumn { .. } => Level::Note,
            _ => Level::Error,
        }
    }
}
