//! Keys of cases.

use super::{Is, Table, may, must};

/// A table of a case: what is given and what one item should get, then its own keys.
macro_rules! case {
    ($($key:expr),* $(,)?) => {
        &[
            may("name", Is::Text),
            may("year", Is::Whole),
            may("class", Is::Id),
            must("given", GIVEN),
            may("points", Is::Number),
            may("missing", Is::Boolean),
            may("not_applicable", NOT_APPLICABLE),
            may("between", Is::List(&Is::Number)),
            $($key,)*
        ]
    };
}

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
