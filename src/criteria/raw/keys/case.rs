//! Keys of cases.

use super::{Is, Table, may, must};

/// A table of a case: what is given (at least one of `base` and `given`) and what one item should get, then its own keys.
macro_rules! case {
    ($($key:expr),* $(,)?) => {
        &[
            may("name", Is::Text),
            may("class", Is::Id),
            may("base", Is::Text),
            may("without", Is::List(&Is::Id)),
            may("given", GIVEN),
            may("points", Is::Number),
            may("missing", Is::Boolean),
            may("not_applicable", NOT_APPLICABLE),
            may("between", Is::List(&Is::Number)),
            $($key,)*
        ]
    };
}

/// A whole cases file, `criteria/<id>.cases.toml`.
pub static CASES_FILE: Table = Table { name: "cases file", keys: &[must("case", Is::List(&Is::Table(&CASE)))] };
/// A test beside the rules.
pub static CASE: Table = Table {
    name: "[[case]]",
    keys: case![
        may("item", Is::Id),
        may("criterion", Is::Id),
        may("items", Is::Map(&Is::AnyOf(OUTCOMES))),
        may("criteria", Is::Map(&Is::AnyOf(OUTCOMES))),
        may("total", Is::AnyOf(&[Is::Number, Is::Word(&["missing"]), Is::List(&Is::Number)])),
        may("verdict", Is::Id),
        may("failed", Is::List(&Is::Id)),
    ],
};
/// A test inside an item.
pub static ITEM_CASE: Table = Table { name: "cases", keys: case![] };
const GIVEN: Is = Is::Map(&Is::AnyOf(&[Is::Number, Is::Boolean, Is::Text]));
const NOT_APPLICABLE: Is = Is::AnyOf(&[Is::Number, Is::Word(&["left-out"])]);
const OUTCOMES: &[Is] = &[Is::Number, Is::Word(&["missing", "left-out"])];
