//! One example or more of every problem, with the facts a run would put in; the tests of the wording go through them.

mod book;
mod cell;
mod proof;

use super::problem::{Kind, Problem, Shape};
use crate::lang::Text;
use crate::quantity::{Date, Decimal, Points, Version};
use crate::status::Status;

/// Examples of every variant, in the order of the enum.
pub(super) fn all() -> Vec<Problem> {
    [
        files(),
        shapes(),
        references(),
        dates(),
        classes(),
        bands(),
        proof::all(),
        points(),
        scripts(),
        findings(),
        outcomes(),
        tables(),
        numbers(),
        cell::all(),
        book::all(),
    ]
    .concat()
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn list(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|t| s(t)).collect()
}

fn files() -> Vec<Problem> {
    vec![
        Problem::Unreadable { reason: s("permission denied") },
        Problem::FileTooLarge { bytes: 70_000_000, limit: 67_108_864 },
        Problem::NotUtf8 { utf16: true },
        Problem::NotUtf8 { utf16: false },
        Problem::EmptyFile,
        Problem::TomlSyntax { message: s("unclosed array, expected `]`") },
        Problem::TomlSyntax { message: s("string values must be quoted, expected literal string") },
        Problem::DecimalComma { found: s("95,5"), meant: s("95.5") },
        Problem::KeyNotAscii { key: s("tiêu chí") },
        Problem::KeyNotAscii { key: s("?") },
    ]
}

fn shapes() -> Vec<Problem> {
    let shapes = [
        Shape::Text,
        Shape::Whole,
        Shape::Number,
        Shape::Boolean,
        Shape::Date,
        Shape::DateTime,
        Shape::List,
        Shape::Headings,
        Shape::Table,
        Shape::BothLanguages,
        Shape::NotFinite,
        Shape::TextOrTable,
        Shape::TextOrList,
        Shape::NumberOrText,
    ];
    let mut problems: Vec<Problem> =
        shapes.iter().skip(1).map(|shape| Problem::WrongType { expected: *shape, found: Shape::Text }).collect();
    problems.extend(shapes.iter().map(|shape| Problem::WrongType { expected: *shape, found: Shape::NotFinite }));
    problems.extend([
        Problem::WrongType { expected: Shape::NumberOrText, found: Shape::Table },
        Problem::WrongType { expected: Shape::Table, found: Shape::Date },
        Problem::UnknownKey { key: s("pointss"), meant: Some(s("points")), allowed: vec!["points", "title"] },
        Problem::UnknownKey { key: s("weight"), meant: None, allowed: vec!["points", "title"] },
        Problem::MissingKey { key: "evidence", of: s("immunisation.rate") },
        Problem::OneOf { keys: vec!["rate", "count"], found: vec![] },
        Problem::OneOf { keys: vec!["rate", "count", "value"], found: list(&["rate", "count"]) },
        Problem::UnknownWord { found: s("half"), allowed: list(&["half-up", "half-even"]), meant: Some(s("half-up")) },
        Problem::UnknownWord { found: s("x"), allowed: list(&["half-up", "half-even"]), meant: None },
        Problem::EmptyText,
        Problem::BadId { id: s("Tiêm chủng") },
        Problem::BadId { id: s("7") },
        Problem::TooPrecise { found: s("0.12345"), digits: 3 },
        Problem::WrongLength { found: 3, expected: 2 },
        Problem::ReservedId { kind: Kind::Criterion, id: s("total") },
        Problem::ItemIdOutside { id: s("rate"), criterion: s("immunisation"), meant: s("immunisation.rate") },
        Problem::OutOfRange { found: s("12"), least: s("0"), most: s("9") },
        Problem::EmptyList { key: "bands" },
    ]);
    problems
}

fn references() -> Vec<Problem> {
    let kinds = [
        Kind::Field,
        Kind::Derived,
        Kind::Class,
        Kind::Agency,
        Kind::Criterion,
        Kind::Item,
        Kind::Condition,
        Kind::Level,
        Kind::Choice,
        Kind::Script,
        Kind::Figure,
        Kind::Operand,
        Kind::Threshold,
        Kind::BandList,
        Kind::Verdict,
        Kind::Standard,
    ];
    let mut problems: Vec<Problem> =
        kinds.iter().map(|kind| Problem::DuplicateId { kind: *kind, id: s("x") }).collect();
    problems.extend([
        Problem::SignTaken { sign: s("x") },
        Problem::DuplicateLabel { label: s("Trẻ em"), first: s("children"), second: s("under5") },
        Problem::UnknownId { kind: Kind::Field, id: s("undr1"), meant: Some(s("under1")), known: list(&["under1"]) },
        Problem::UnknownId { kind: Kind::Field, id: s("abc"), meant: None, known: list(&["under1", "under5"]) },
        Problem::UnknownId { kind: Kind::Agency, id: s("health"), meant: None, known: vec![] },
        Problem::WrongFieldType { field: s("play_point"), found: "yes-no", expected: vec!["count", "percent"] },
        Problem::ConfirmedByWhom,
        Problem::ConfirmationWithoutStatus { status: "quoted" },
        Problem::BelowStatus {
            least: Status::Quoted,
            below: vec![(Status::Inferred, 3), (Status::Provisional, 102)],
            all: 115,
            paths: list(&["standard.total_points", "immunisation.rate.scale.2"]),
            standard: s("criteria/qd-06-2019.toml"),
        },
        Problem::Unused { kind: Kind::Field, id: s("under1") },
        Problem::DatesReversed { from: s("2019-01-03"), until: s("2018-12-31") },
        Problem::FormulaSyntax { found: s("*"), expected: "a field id or a number" },
        Problem::FormulaSyntax { found: s(""), expected: "a field id or a number" },
        Problem::NoCondition,
    ]);
    problems
}

fn classes() -> Vec<Problem> {
    vec![
        Problem::ClassNotCovered { class: s("other"), what: Kind::Threshold },
        Problem::ClassNotCovered { class: s("other"), what: Kind::BandList },
        Problem::ClassTwice { class: s("other") },
        Problem::NoClasses,
        Problem::ClassWithoutClasses { class: s("other") },
        Problem::ClassNeeded { known: list(&["mountain", "other"]) },
        Problem::NeverEmpty { indicator: "count" },
        Problem::EmptyRuleNeedsStatus { rule: s("full-points") },
        Problem::TooManyLeftOut { found: 14, limit: 12 },
        Problem::LeaveOutWithScript,
    ]
}

fn bands() -> Vec<Problem> {
    let points = [50, 20, 35, 0].map(Points::whole).to_vec();
    vec![
        Problem::TwoBounds { first: "from", second: "above" },
        Problem::NoBound,
        Problem::BandGap { from: s("90"), to: s("95"), line: s("{ from = 90, below = 95, points = … }") },
        Problem::BandOverlap { from: s("95"), to: s("98") },
        Problem::BandOverlap { from: s("-∞"), to: s("98") },
        Problem::BandUnreachable { band: s("> 100"), domain: s("0 … 100") },
        Problem::BandNotMonotone { points },
        Problem::LinearReversed { from: Decimal::whole(90), to: Decimal::new(505, 1) },
        Problem::ScaleDoesNotFit { scale: "yes_no", indicator: "rate", use_instead: "bands" },
        Problem::ChoiceNotCovered { field: s("water"), choice: s("well") },
    ]
}

fn points() -> Vec<Problem> {
    let (low, high) = (Points::thousandths(49_500), Points::whole(60));
    vec![
        Problem::PointsExceedItem { item: s("immunisation.rate"), reach: high, most: low },
        Problem::ItemsDoNotAddUp { criterion: s("immunisation"), reach: high, points: low },
        Problem::ItemsDoNotAddUp { criterion: s("immunisation"), reach: low, points: high },
        Problem::CriteriaDoNotAddUp { reach: Points::whole(975), total: Points::whole(1000) },
        Problem::PointsNeedRounding { what: s("immunisation.rate") },
        Problem::BeyondReach {
            what: s("threshold.total"),
            found: Points::whole(1100),
            reach: Points::whole(1000),
            strictly: false,
        },
        Problem::BeyondReach {
            what: s("every_criterion_above"),
            found: Points::whole(50),
            reach: Points::whole(50),
            strictly: true,
        },
        Problem::NotAShare { found: Decimal::whole(150) },
        Problem::LevelOrder { first: s("gold"), second: s("silver") },
    ]
}

fn scripts() -> Vec<Problem> {
    vec![
        Problem::ScriptNotFound { name: s("abuse"), looked: list(&["scripts/x/abuse.rhai"]) },
        Problem::ScriptNotFound { name: s("abuse"), looked: vec![] },
        Problem::ScriptSyntax { message: s("expecting `;`\nto terminate this statement") },
        Problem::ScriptNoFunction { function: "points", found: list(&["point"]) },
        Problem::ScriptNoFunction { function: "points", found: vec![] },
        Problem::ScriptUnknownParameter { parameter: s("abusd"), meant: Some(s("abused")) },
        Problem::ScriptUnknownParameter { parameter: s("xyz"), meant: None },
        Problem::ScriptAmbiguousParameter { parameter: s("abused") },
        Problem::ScriptFigureUnused { figure: s("reduced"), script: s("abuse") },
        Problem::ScriptUnknownFunction { function: s("rat"), meant: Some(s("rate")), known: list(&["rate"]) },
        Problem::ScriptUnknownFunction { function: s("foo"), meant: None, known: list(&["rate", "min"]) },
        Problem::ScriptForbidden { construct: s("while") },
        Problem::ScriptFailed { item: s("abuse.rate"), message: both("chia cho 0", "division by zero") },
    ]
}

fn date(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

fn days(from: u16, until: Option<u16>) -> Version {
    Version { from: date(from, 1, 1), until: until.map(|year| date(year, 6, 30)) }
}

fn dates() -> Vec<Problem> {
    vec![
        Problem::DateOutsideForce { day: date(2018, 1, 1), days: days(2019, None) },
        Problem::VersionOverlap { day: date(2027, 1, 1), same_day: true },
        Problem::VersionOverlap { day: date(2027, 1, 1), same_day: false },
        Problem::VersionGap { days: days(2027, Some(2028)) },
        Problem::VersionGap { days: days(2027, None) },
        Problem::VersionOfAnother { first: s("few_forms"), second: s("few_reports") },
        Problem::NoAssessmentDay,
        Problem::TooManyVersions { found: 51, limit: 50 },
    ]
}

fn findings() -> Vec<Problem> {
    let exceeds = |found: &str, exactly| Problem::ScriptBranchExceeds {
        what: s("abuse.rate"),
        found: s(found),
        exactly,
        below: found.starts_with('-'),
        key: (found != "-5").then_some(if found.starts_with('-') { "floor" } else { "most" }),
        least: Points::ZERO,
        most: Points::whole(100),
    };
    let unreached = |key, found, limit| Problem::ScriptLimitUnreached {
        what: s("abuse.rate"),
        key,
        found,
        limit: Points::whole(limit),
    };
    let line = |given: &str, values: [i64; 3]| {
        (
            s(given),
            values.iter().zip(0..).map(|(points, n): (_, i64)| (n.to_string(), Points::whole(*points))).collect(),
        )
    };
    vec![
        Problem::ScriptUnused { kind: Kind::Parameter, name: s("children") },
        Problem::ScriptUnused { kind: Kind::Variable, name: s("lost") },
        Problem::ScriptUnused { kind: Kind::Function, name: s("half") },
        Problem::ScriptUnreachable,
        exceeds("120", true),
        exceeds("100.5", false),
        exceeds("-5", true),
        exceeds("-0.5", false),
        unreached("most", Points::whole(50), 100),
        unreached("least", Points::ZERO, -10),
        Problem::ScriptStops {
            what: s("abuse.rate"),
            given: s("{ abused = 1, children = 0 }"),
            message: Text { vi: s("chia cho 0"), en: s("division by zero") },
        },
        Problem::ScriptPointsTurn {
            what: s("abuse.rate"),
            parameter: s("abused"),
            lines: vec![line("{ children = 10 }", [50, 100, 0]), line("{ children = 20 }", [50, 50, 0])],
        },
        Problem::ScriptPointsTurn { what: s("abuse.rate"), parameter: s("abused"), lines: vec![line("", [5, 10, 0])] },
        Problem::ScriptMissingDecides {
            what: s("abuse.rate"),
            field: s("abused"),
            points: Points::thousandths(49_500),
            value: s("0"),
            then: Points::whole(100),
            given: s("{ children = 10 }"),
        },
    ]
}

fn outcomes() -> Vec<Problem> {
    vec![
        Problem::CaseFails {
            case: None,
            what: s("a.b"),
            expected: s("50"),
            found: s("35"),
            arithmetic: Box::new(Text::same("97/100 × 100 = 97")),
            year: None,
        },
        Problem::CaseFails {
            case: Some(s("a good commune")),
            what: s("a.b"),
            expected: s("50"),
            found: s("missing"),
            arithmetic: Box::default(),
            year: Some(2026),
        },
        Problem::CasesFail { count: 1, standard: s("draft.toml") },
        Problem::CasesFail { count: 19, standard: s("draft.toml") },
        Problem::CaseNeedsClass { known: list(&["mountain", "other"]) },
        Problem::CaseNeedsClass { known: vec![] },
        Problem::CaseBadFigure { field: s("under1"), found: s("-5"), expected: Shape::Whole },
        Problem::CaseBadFigure { field: s("forum"), found: s("\"có\""), expected: Shape::Boolean },
        Problem::CaseBadFigure { field: s("comfort"), found: s("\"95\""), expected: Shape::Number },
        Problem::CaseBadFigure { field: s("training"), found: s("1"), expected: Shape::Text },
        Problem::CaseOutOfBounds { field: s("under1_immunised"), found: s("101"), limit: s("≤ under1 (100)") },
        Problem::CaseBaseChain { chain: list(&["a", "b", "a"]), most: 8 },
        Problem::CaseBaseChain { chain: list(&["a", "b", "c"]), most: 8 },
        Problem::CaseWithoutNothing { field: s("under1"), base: Some(s("a good commune")) },
        Problem::CaseWithoutNothing { field: s("under1"), base: None },
        Problem::CaseNotFilledIn { examples: &["points = 50", "missing = true"] },
        Problem::ItemFailed { item: s("abuse.rate"), message: s("division by zero") },
        Problem::NotStrict { undetermined: 2, provisional: 1 },
        Problem::OtherYears { year: 2026, count: 3 },
        Problem::ChangedWithinYear { year: 2026, on: date(2026, 12, 31), ids: list(&["a.points", "a.b.scale"]) },
    ]
}

fn tables() -> Vec<Problem> {
    let missing = |items: &[&str], meant: Option<&str>| Problem::MissingColumn {
        field: s("under1"),
        label: s("Trẻ em dưới 1 tuổi"),
        items: list(items),
        meant: meant.map(s),
    };
    vec![
        Problem::NotText { encoding: "UTF-8" },
        Problem::EmptyTable,
        Problem::NoRows,
        Problem::NoFigures { communes: 1 },
        Problem::NoFigures { communes: 12 },
        Problem::FormsUnfilled { files: list(&["00001.xlsx", "00002.xlsx", "00003.xlsx", "00004.xlsx"]), communes: 4 },
        Problem::GuessedEncoding { encoding: "windows-1258" },
        Problem::HeaderTwice { field: s("under1"), first: s("under1"), second: s("Trẻ em dưới 1 tuổi") },
        Problem::ExtraColumn { header: s("Ghi chú"), meant: None },
        Problem::ExtraColumn { header: s("undr1"), meant: Some(s("under1")) },
        Problem::UnknownSelfScore {
            header: s("self.imunisation"),
            meant: Some(s("self.immunisation")),
            known: list(&["self.total", "self.immunisation"]),
        },
        Problem::UnknownSelfScore {
            header: s("self.foo"),
            meant: None,
            known: list(&["self.total", "self.immunisation"]),
        },
        missing(&["immunisation.rate"], Some("undr1")),
        missing(&[], None),
        Problem::RowLength { found: 12, expected: 14 },
        Problem::RowLength { found: 15, expected: 14 },
        Problem::DuplicateCommune { code: s("00123"), year: s("2024") },
        Problem::DuplicateCommune { code: s("00123"), year: s("") },
        Problem::RowSkipped { errors: 2 },
        Problem::FindingsNotShown { count: 1234 },
    ]
}

fn numbers() -> Vec<Problem> {
    let least = |strictly| Problem::BelowLeast { field: s("children"), found: s("0"), least: s("0.5"), strictly };
    vec![
        Problem::NotACount { found: s("12,5") },
        Problem::Negative { found: s("-3") },
        Problem::AmbiguousNumber { found: s("1.065"), grouped: s("1065"), decimal: s("1.065"), whole: false },
        Problem::AmbiguousNumber { found: s("1.065"), grouped: s("1065"), decimal: s("1.065"), whole: true },
        Problem::PercentForCount { found: s("98%") },
        Problem::FormulaError { found: s("#DIV/0!") },
        Problem::NotANumber { found: s("không"), meant: None },
        Problem::NotANumber { found: s("1O5"), meant: Some(s("105")) },
        Problem::TooManyDigits { found: s("95,123"), digits: 2 },
        Problem::TooManyDigits { found: s("95,1"), digits: 0 },
        Problem::TooLarge { found: s("99999999999"), most: s("1000000000") },
        Problem::NotAPercentage { found: s("105") },
        least(true),
        least(false),
        Problem::AboveOther { field: s("under1_immunised"), found: s("120"), other: s("under1"), limit: s("100.5") },
    ]
}

fn both(vi: &str, en: &str) -> Text {
    Text { vi: vi.to_owned(), en: en.to_owned() }
}
