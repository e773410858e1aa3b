//! Every table of a criteria file with its keys: the one place that says which key exists, whether it must be
//! there, and what it holds. The readers ask for nothing else, so a schema can be written from these lists.

/// A table of the file.
#[derive(Debug)]
pub struct Table {
    /// As users write it: `[standard]`, `[[field]]`, or the key of an inline table.
    pub name: &'static str,
    /// Its keys, in the order of the reference.
    pub keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// As written.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it holds.
    pub is: Is,
}

/// What a key holds.
#[derive(Debug)]
pub enum Is {
    /// A text that is not empty.
    Text,
    /// An id: `a-z`, `0-9`, `_`, `-`, beginning with a letter.
    Id,
    /// A whole number.
    Whole,
    /// A number, read as written.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A calendar day.
    Date,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A table.
    Table(&'static Table),
    /// A list of such values.
    List(&'static Is),
    /// A table whose keys are ids or names.
    Map(&'static Is),
    /// One of several shapes.
    AnyOf(&'static [Is]),
}

const fn must(name: &'static str, is: Is) -> Key {
    Key { name, required: true, is }
}

const fn may(name: &'static str, is: Is) -> Key {
    Key { name, required: false, is }
}

/// Words of `status`, strongest first.
pub const STATUSES: &[&str] = &["confirmed", "quoted", "inferred", "provisional"];
/// Words of `mode` in a rounding.
pub const MODES: &[&str] = &["half-up", "half-even", "down", "up"];
/// Words of `type` in a field.
pub const TYPES: &[&str] = &["count", "yes-no", "percent", "decimal", "choice", "text"];
/// Words of `combine`.
pub const COMBINES: &[&str] = &["sum", "capped-sum", "min", "max"];
/// Words of `give`; a number is possible too.
pub const GIVES: &[&str] = &["full-points", "zero", "not-applicable", "leave-out"];
/// Words of `as` in a change.
pub const CHANGES: &[&str] = &["difference", "ratio"];

/// A table of a figure: its own keys, then status and evidence.
macro_rules! figure {
    ($($key:expr),* $(,)?) => {
        &[
            $($key,)*
            must("status", Is::Word(STATUSES)),
            must("evidence", Is::Text),
            may("by", Is::Text),
            may("on", Is::Date),
        ]
    };
}

mod case;
mod rule;

pub use case::{CASE, CASES_FILE, ITEM_CASE};
pub use rule::{
    BAND, CHANGE, CHANGE_RATE, CHOICE_POINTS, CLASS_BANDS, CUTOFF, DEDUCTION, GIVE, HOLDS, INDICATOR, LINEAR, RATE,
    SCALE, VALUE_OF, VALUE_SCRIPT, YES_NO,
};

/// The whole file.
pub static FILE: Table = Table {
    name: "criteria",
    keys: &[
        must("standard", Is::Table(&STANDARD)),
        may("agency", Is::List(&Is::Table(&AGENCY))),
        must("field", Is::List(&Is::Table(&FIELD))),
        may("derived", Is::List(&Is::Table(&DERIVED))),
        may("area_class", Is::List(&Is::Table(&AREA_CLASS))),
        must("recognition", Is::Table(&RECOGNITION)),
        must("criterion", Is::List(&Is::Table(&CRITERION))),
        may("case", Is::List(&Is::Table(&CASE))),
    ],
};

/// A text in both languages.
pub static LABEL: Table = Table { name: "{ vi, en }", keys: &[must("vi", Is::Text), must("en", Is::Text)] };

/// The head of the file.
pub static STANDARD: Table = Table {
    name: "[standard]",
    keys: &[
        must("id", Is::Id),
        must("title", Is::Table(&LABEL)),
        must("citation", Is::Text),
        must("in_force", Is::Table(&IN_FORCE)),
        must("total_points", Is::Table(&VALUE)),
        must("rounding", Is::Table(&DISPLAY_ROUNDING)),
        may("points_rounding", Is::Table(&ROUNDING)),
        may("code_digits", Is::Whole),
    ],
};

/// Days in force.
pub static IN_FORCE: Table = Table { name: "in_force", keys: &[must("from", Is::Date), may("until", Is::Date)] };

/// One figure.
pub static VALUE: Table = Table { name: "{ value }", keys: figure![must("value", Is::Number)] };

/// Display rounding; no figure of the law.
pub static DISPLAY_ROUNDING: Table =
    Table { name: "rounding", keys: &[must("digits", Is::Whole), must("mode", Is::Word(MODES))] };

/// A rounding the law prescribes.
pub static ROUNDING: Table =
    Table { name: "rounding", keys: figure![must("digits", Is::Whole), must("mode", Is::Word(MODES))] };

/// An agency.
pub static AGENCY: Table = Table { name: "[[agency]]", keys: NAMED };
/// An area class.
pub static AREA_CLASS: Table = Table { name: "[[area_class]]", keys: NAMED };
/// A choice of a field.
pub static CHOICE: Table = Table { name: "choices", keys: NAMED };
const NAMED: &[Key] = &[must("id", Is::Id), must("label", Is::Table(&LABEL))];

/// A column of a commune table.
pub static FIELD: Table = Table {
    name: "[[field]]",
    keys: &[
        must("id", Is::Id),
        must("label", Is::Table(&LABEL)),
        must("type", Is::Word(TYPES)),
        may("digits", Is::Whole),
        may("choices", Is::List(&Is::Table(&CHOICE))),
        may("supplied_by", ONE_OR_MORE_IDS),
        may("definition", Is::Table(&LABEL)),
        may("at_most", ONE_OR_MORE_IDS),
        may("at_least", Is::Number),
        may("above", Is::Number),
    ],
};
const ONE_OR_MORE_IDS: Is = Is::AnyOf(&[Is::Id, Is::List(&Is::Id)]);

/// A formula over fields.
pub static DERIVED: Table = Table {
    name: "[[derived]]",
    keys: &[must("id", Is::Id), must("label", Is::Table(&LABEL)), must("formula", Is::Text)],
};

/// When a commune is recognised.
pub static RECOGNITION: Table = Table {
    name: "[recognition]",
    keys: &[
        may("threshold", Is::Table(&THRESHOLD)),
        may("every_criterion_above", Is::Table(&POINTS)),
        may("every_criterion_at_least", Is::Table(&MINIMUM)),
        may("veto", Is::List(&Is::Table(&FACT))),
        may("gate", Is::List(&Is::Table(&FACT))),
        may("level", Is::List(&Is::Table(&LEVEL))),
        may("script", Is::Table(&TOTAL_SCRIPT)),
    ],
};

/// Thresholds.
pub static THRESHOLD: Table = Table {
    name: "threshold",
    keys: &[must("total", Is::AnyOf(&[Is::Table(&THRESHOLD_TOTAL), Is::List(&Is::Table(&THRESHOLD_TOTAL))]))],
};
/// The total to reach.
pub static THRESHOLD_TOTAL: Table =
    Table { name: "threshold.total", keys: figure![may("class", Is::Id), must("at_least", Is::Number)] };

/// Points with their origin.
pub static POINTS: Table = Table { name: "{ points }", keys: figure![must("points", Is::Number)] };

/// A minimum: exactly one of `points` and `share`.
pub static MINIMUM: Table =
    Table { name: "minimum", keys: figure![may("points", Is::Number), may("share", Is::Number)] };

/// A named outcome.
pub static LEVEL: Table = Table {
    name: "[[recognition.level]]",
    keys: figure![
        must("id", Is::Id),
        must("label", Is::Table(&LABEL)),
        may("from", Is::Number),
        may("above", Is::Number),
        may("below", Is::Number),
        may("up_to", Is::Number),
    ],
};

/// A script for the total.
pub static TOTAL_SCRIPT: Table = Table { name: "script", keys: &[must("name", Is::Id), may("figures", FIGURES)] };
const FIGURES: Is = Is::Map(&Is::Table(&VALUE));

/// Something true or false of a commune.
pub static FACT: Table = Table {
    name: "{ id, label, when }",
    keys: figure![
        must("id", Is::Id),
        must("label", Is::Table(&LABEL)),
        may("cites", Is::Text),
        must("when", Is::Table(&WHEN)),
    ],
};
/// The condition of a fact.
pub static WHEN: Table = Table {
    name: "when",
    keys: &[
        must("indicator", Is::Table(&INDICATOR)),
        may("is", Is::Text),
        may("from", Is::Number),
        may("above", Is::Number),
        may("below", Is::Number),
        may("up_to", Is::Number),
    ],
};

/// A criterion.
pub static CRITERION: Table = Table {
    name: "[[criterion]]",
    keys: &[
        must("id", Is::Id),
        must("title", Is::Table(&LABEL)),
        must("cites", Is::Text),
        must("points", Is::Table(&VALUE)),
        may("combine", Is::AnyOf(&[Is::Word(COMBINES), Is::Table(&COMBINE_SCRIPT)])),
        may("floor", Is::Table(&POINTS)),
        may("minimum", Is::Table(&MINIMUM)),
        may("follow_up", Is::Id),
        may("zero_when", Is::List(&Is::Table(&FACT))),
        must("item", Is::List(&Is::Table(&ITEM))),
    ],
};
/// A script over a criterion's items.
pub static COMBINE_SCRIPT: Table = Table { name: "combine", keys: &[must("script", Is::Id), may("figures", FIGURES)] };

/// One scored line.
pub static ITEM: Table = Table {
    name: "[[criterion.item]]",
    keys: &[
        must("id", Is::Id),
        must("title", Is::Table(&LABEL)),
        may("cites", Is::Text),
        may("indicator", Is::Table(&INDICATOR)),
        may("scale", Is::Table(&SCALE)),
        may("script", Is::Table(&ITEM_SCRIPT)),
        may("bonus", Is::Boolean),
        may("gate", Is::Table(&FACT)),
        may("follow_up", Is::Id),
        may("cases", Is::List(&Is::Table(&ITEM_CASE))),
    ],
};
/// A script that gives an item's points.
pub static ITEM_SCRIPT: Table = Table {
    name: "script",
    keys: figure![
        must("name", Is::Id),
        must("most", Is::Number),
        may("least", Is::Number),
        may("figures", FIGURES),
        may("accepts_missing", Is::Boolean),
    ],
};
