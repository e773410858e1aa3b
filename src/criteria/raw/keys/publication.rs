//! Keys of what a public edition does not say.

use super::{Is, Key, LABEL, Table, must};

/// What a public edition does not say.
pub static PUBLICATION: Table = Table {
    name: "[publication]",
    keys: &[
        must("hide_counts", Is::Table(&HIDE_COUNTS)).says(
            "số của trường nhạy cảm không được công bố: từ số này đến hết số kia",
            "which counts of sensitive fields are not published: from one number to another",
        ),
        must("reason", Is::Table(&LABEL))
            .says("lý do, được in trong bản công khai", "why; printed in the public edition"),
    ],
};

/// The counts that are hidden.
pub static HIDE_COUNTS: Table = Table { name: "hide_counts", keys: ENDS };
const ENDS: &[Key] = &[
    must("from", Is::Whole).says("số nhỏ nhất không công bố, từ 1", "the least hidden count, 1 or more"),
    must("to", Is::Whole).says(
        "số lớn nhất không công bố; khoảng này phải có ít nhất ba số",
        "the highest hidden count; there must be at least three of them",
    ),
];
