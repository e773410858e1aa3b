//! Problems by subject, as patterns.
//!
//! A match over every problem would be one function of hundreds of lines. `group!` cuts it into subjects and still
//! lets the compiler check that each language words every problem: a function matches its own subject and ends with
//! `group!(not …)` instead of a wildcard, so that a new variant does not compile until it is in a group and has
//! words in each language.

/// `group!(cell)`: the problems of a subject; `group!(not cell)`: all others.
macro_rules! group {
    (file) => {
        Problem::Unreadable { .. } | Problem::FileTooLarge { .. } | Problem::TomlSyntax { .. }
        | Problem::NotUtf8 { .. } | Problem::EmptyFile | Problem::DecimalComma { .. } | Problem::KeyNotAscii { .. } | Problem::Slip { .. }
    };
    (shape) => {
        Problem::UnknownKey { .. } | Problem::MissingKey { .. } | Problem::OneOf { .. } | Problem::WrongType { .. }
        | Problem::UnknownWord { .. } | Problem::EmptyText | Problem::BadId { .. } | Problem::TooPrecise { .. }
        | Problem::OutOfRange { .. } | Problem::EmptyList { .. } | Problem::WrongLength { .. }
    };
    (reference) => {
        Problem::DuplicateId { .. } | Problem::DuplicateLabel { .. } | Problem::UnknownId { .. }
        | Problem::WrongFieldType { .. } | Problem::ConfirmedByWhom | Problem::ConfirmationWithoutStatus { .. }
        | Problem::Unused { .. } | Problem::DatesReversed { .. } | Problem::FormulaSyntax { .. }
        | Problem::NoCondition | Problem::ReservedId { .. } | Problem::ItemIdOutside { .. }
        | Problem::BelowStatus { .. }
    };
    (date) => {
        Problem::DateOutsideForce { .. } | Problem::VersionOverlap { .. } | Problem::VersionGap { .. }
        | Problem::VersionOfAnother { .. } | Problem::NoAssessmentDay | Problem::TooManyVersions { .. }
    };
    (class) => {
        Problem::ClassNotCovered { .. } | Problem::ClassTwice { .. } | Problem::NoClasses | Problem::ClassWithoutClasses { .. }
        | Problem::ClassNeeded { .. } | Problem::NeverEmpty { .. } | Problem::EmptyRuleNeedsStatus { .. }
        | Problem::TooManyLeftOut { .. } | Problem::LeaveOutWithScript
    };
    (band) => {
        Problem::TwoBounds { .. } | Problem::NoBound | Problem::BandGap { .. } | Problem::BandOverlap { .. }
        | Problem::BandUnreachable { .. } | Problem::BandNotMonotone { .. } | Problem::LinearReversed { .. }
        | Problem::ScaleDoesNotFit { .. } | Problem::ChoiceNotCovered { .. }
    };
    (proof) => {
        Problem::BandTwice { .. } | Problem::NeverFails { .. } | Problem::AlwaysHolds { .. }
        | Problem::EndOutOfRange { .. } | Problem::SameTitle { .. } | Problem::AtMostCycle { .. }
        | Problem::CaseTwice | Problem::CaseContradicts { .. } | Problem::SignTaken { .. }
        | Problem::LastYearCycle { .. } | Problem::FieldTwice { .. }
    };
    (points) => {
        Problem::PointsExceedItem { .. } | Problem::ItemsDoNotAddUp { .. } | Problem::CriteriaDoNotAddUp { .. }
        | Problem::PointsNeedRounding { .. } | Problem::BeyondReach { .. } | Problem::NotAShare { .. }
        | Problem::LevelOrder { .. }
    };
    (script) => {
        Problem::ScriptNotFound { .. } | Problem::ScriptSyntax { .. } | Problem::ScriptNoFunction { .. }
        | Problem::ScriptUnknownParameter { .. } | Problem::ScriptAmbiguousParameter { .. }
        | Problem::ScriptFigureUnused { .. } | Problem::ScriptUnknownFunction { .. }
        | Problem::ScriptForbidden { .. } | Problem::ScriptFailed { .. }
    };
    (findings) => {
        Problem::ScriptUnused { .. } | Problem::ScriptUnreachable | Problem::ScriptBranchExceeds { .. }
        | Problem::ScriptLimitUnreached { .. } | Problem::ScriptStops { .. } | Problem::ScriptPointsTurn { .. }
        | Problem::ScriptMissingDecides { .. }
    };
    (outcome) => {
        Problem::CaseFails { .. } | Problem::CaseNeedsClass { .. } | Problem::CaseBadFigure { .. }
        | Problem::CaseOutOfBounds { .. } | Problem::CaseBaseChain { .. } | Problem::CaseWithoutNothing { .. }
        | Problem::CasesFail { .. }
        | Problem::CaseNotFilledIn { .. }
        | Problem::ItemFailed { .. } | Problem::NotStrict { .. } | Problem::OtherYears { .. }
        | Problem::ChangedWithinYear { .. }
    };
    (table) => {
        Problem::NotText { .. } | Problem::EmptyTable | Problem::NoRows | Problem::NoFigures { .. }
        | Problem::FormsUnfilled { .. } | Problem::GuessedEncoding { .. }
        | Problem::HeaderTwice { .. } | Problem::ExtraColumn { .. } | Problem::MissingColumn { .. }
        | Problem::RowLength { .. } | Problem::DuplicateCommune { .. } | Problem::RowSkipped { .. }
        | Problem::FindingsNotShown { .. } | Problem::UnknownSelfScore { .. }
    };
    (number) => {
        Problem::NotACount { .. } | Problem::PercentForCount { .. } | Problem::FormulaError { .. } | Problem::Negative { .. } | Problem::AmbiguousNumber { .. }
        | Problem::NotANumber { .. } | Problem::TooManyDigits { .. } | Problem::TooLarge { .. }
        | Problem::NotAPercentage { .. } | Problem::BelowLeast { .. } | Problem::AboveOther { .. }
    };
    (cell) => {
        Problem::NotYesNo { .. } | Problem::NotAChoice { .. } | Problem::UnknownClass { .. }
        | Problem::EmptyIdentity { .. } | Problem::ShortCode { .. } | Problem::OddCode { .. } | Problem::NotAYear { .. }
        | Problem::YearNotInForce { .. } | Problem::YearNeeded { .. }
    };
    (book) => { Problem::Book(_) };
    (in file) => { group!(file) | group!(shape) | group!(reference) | group!(date) };
    (in rules) => { group!(class) | group!(band) | group!(proof) | group!(points) };
    (in script) => { group!(script) | group!(findings) | group!(outcome) };
    (in table) => { group!(table) | group!(number) | group!(cell) | group!(book) };
    (not file) => { group!(shape) | group!(reference) | group!(date) | group!(in rules) | group!(in script) | group!(in table) };
    (not shape) => { group!(file) | group!(reference) | group!(date) | group!(in rules) | group!(in script) | group!(in table) };
    (not reference) => { group!(file) | group!(shape) | group!(date) | group!(in rules) | group!(in script) | group!(in table) };
    (not date) => { group!(file) | group!(shape) | group!(reference) | group!(in rules) | group!(in script) | group!(in table) };
    (not class) => { group!(band) | group!(proof) | group!(points) | group!(in file) | group!(in script) | group!(in table) };
    (not band) => { group!(class) | group!(proof) | group!(points) | group!(in file) | group!(in script) | group!(in table) };
    (not proof) => { group!(class) | group!(band) | group!(points) | group!(in file) | group!(in script) | group!(in table) };
    (not points) => { group!(class) | group!(band) | group!(proof) | group!(in file) | group!(in script) | group!(in table) };
    (not script) => { group!(findings) | group!(outcome) | group!(in file) | group!(in rules) | group!(in table) };
    (not findings) => { group!(script) | group!(outcome) | group!(in file) | group!(in rules) | group!(in table) };
    (not outcome) => { group!(script) | group!(findings) | group!(in file) | group!(in rules) | group!(in table) };
    (not table) => { group!(number) | group!(cell) | group!(book) | group!(in file) | group!(in rules) | group!(in script) };
    (not number) => { group!(table) | group!(cell) | group!(book) | group!(in file) | group!(in rules) | group!(in script) };
    (not book) => { group!(table) | group!(number) | group!(cell) | group!(in file) | group!(in rules) | group!(in script) };
    (not cell) => { group!(table) | group!(number) | group!(book) | group!(in file) | group!(in rules) | group!(in script) };
}

pub(super) use group;
