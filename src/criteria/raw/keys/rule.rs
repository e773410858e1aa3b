//! Keys of indicators and scales.

use super::{CHANGES, DAYS, FIGURES, GIVES, Is, ONE_OR_MORE_IDS, ROUNDING, STATUSES, Table, may, must};

/// What is measured: exactly one key.
pub static INDICATOR: Table = Table {
    name: "indicator",
    keys: &[
        may("rate", Is::Table(&RATE)),
        may("count", Is::Id),
        may("value", Is::AnyOf(&[Is::Id, Is::Table(&VALUE_OF)])),
        may("yes_no", Is::Id),
        may("choice", Is::Id),
        may("change", Is::Table(&CHANGE)),
        may("years_in_a_row", Is::List(&Is::Id)),
        may("script", Is::Table(&VALUE_SCRIPT)),
        may("in_force", Is::Table(&DAYS)),
    ],
};
/// A rate.
pub static RATE: Table = Table {
    name: "rate",
    keys: &[
        must("of", Is::Id),
        must("over", Is::Id),
        must("per", Is::Whole),
        may("when_empty", WHEN_EMPTY),
        may("round", Is::Table(&ROUNDING)),
    ],
};
const WHEN_EMPTY: Is = Is::AnyOf(&[Is::Word(&["missing"]), Is::Table(&GIVE), Is::Table(&HOLDS)]);
/// A figure given directly.
pub static VALUE_OF: Table = Table { name: "value", keys: &[must("of", Is::Id), may("round", Is::Table(&ROUNDING))] };
/// A change between two figures.
pub static CHANGE: Table = Table {
    name: "change",
    keys: &[
        must("of", Is::AnyOf(&[Is::Id, Is::Table(&CHANGE_RATE)])),
        must("since", Is::AnyOf(&[Is::Id, Is::Table(&CHANGE_RATE)])),
        must("as", Is::Word(CHANGES)),
        may("per", Is::Whole),
        may("when_empty", WHEN_EMPTY),
        may("round", Is::Table(&ROUNDING)),
    ],
};
/// One side of a change.
pub static CHANGE_RATE: Table =
    Table { name: "{ of, over, per }", keys: &[must("of", Is::Id), must("over", Is::Id), must("per", Is::Whole)] };
/// A script that gives a value.
pub static VALUE_SCRIPT: Table = Table {
    name: "script",
    keys: &[
        must("name", Is::Id),
        may("per", Is::Whole),
        may("when_empty", WHEN_EMPTY),
        may("round", Is::Table(&ROUNDING)),
        may("figures", FIGURES),
    ],
};
/// What an item gives at 0/0.
pub static GIVE: Table =
    Table { name: "when_empty", keys: figure![must("give", Is::AnyOf(&[Is::Word(GIVES), Is::Number]))] };
/// Whether a fact holds at 0/0.
pub static HOLDS: Table = Table { name: "when_empty", keys: figure![must("holds", Is::Boolean)] };

/// How an indicator becomes points: exactly one key.
pub static SCALE: Table = Table {
    name: "scale",
    keys: &[
        may("bands", Is::List(&Is::Table(&BAND))),
        may("bands_by_class", Is::List(&Is::Table(&CLASS_BANDS))),
        may("cutoff", Is::Table(&CUTOFF)),
        may("yes_no", Is::Table(&YES_NO)),
        may("choices", Is::List(&Is::Table(&CHOICE_POINTS))),
        may("deduction", Is::Table(&DEDUCTION)),
        may("linear", Is::Table(&LINEAR)),
        may("in_force", Is::Table(&DAYS)),
    ],
};
/// A band.
pub static BAND: Table = Table {
    name: "bands",
    keys: figure![
        may("from", Is::Number),
        may("above", Is::Number),
        may("below", Is::Number),
        may("up_to", Is::Number),
        must("points", Is::Number),
    ],
};
/// Bands for some classes.
pub static CLASS_BANDS: Table = Table {
    name: "bands_by_class",
    keys: &[
        must("class", ONE_OR_MORE_IDS),
        must("bands", Is::List(&Is::Table(&BAND))),
        may("in_force", Is::Table(&DAYS)),
    ],
};
/// A cut-off: exactly one of the four ends.
pub static CUTOFF: Table = Table {
    name: "cutoff",
    keys: figure![
        may("at_least", Is::Number),
        may("above", Is::Number),
        may("at_most", Is::Number),
        may("below", Is::Number),
        must("points", Is::Number),
        must("otherwise", Is::Number),
    ],
};
/// Points for yes and no.
pub static YES_NO: Table = Table { name: "yes_no", keys: figure![must("yes", Is::Number), must("no", Is::Number)] };
/// Points for one choice.
pub static CHOICE_POINTS: Table =
    Table { name: "choices", keys: figure![must("is", Is::Id), must("points", Is::Number)] };
/// Points off per case.
pub static DEDUCTION: Table = Table {
    name: "deduction",
    keys: figure![
        must("start", Is::Number),
        must("per_case", Is::Number),
        must("every", Is::Number),
        must("floor", Is::Number),
    ],
};
/// Points on a straight line.
pub static LINEAR: Table = Table {
    name: "linear",
    keys: figure![
        must("from", Is::Number),
        must("to", Is::Number),
        must("points_from", Is::Number),
        must("points_to", Is::Number),
    ],
};
