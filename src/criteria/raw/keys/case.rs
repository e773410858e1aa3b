//! Keys of cases.

use super::{Is, Table, may};

/// A table of a case: what is given (at least one of `base` and `given`) and what one item should get, then its own keys.
macro_rules! case {
    ($($key:expr),* $(,)?) => {
        &[
            may("name", Is::Text).says("ví dụ này cho thấy điều gì", "what it shows"),
            may("class", Is::Id).says(
                "mã loại địa bàn; cần khi quy tắc phụ thuộc loại địa bàn",
                "the area class; needed where a rule depends on it",
            ),
            may("year", Is::Whole).says(
                "năm của ví dụ; chỉ chạy với phiên bản của năm đó, không ghi thì chạy với mọi phiên bản",
                "its year: it runs under the version of that year only; without it under every version",
            ),
            may("base", Is::Text).says(
                "tên một ví dụ khác trong cùng tệp: lấy mọi số liệu của ví dụ đó, số liệu trong given thay thế",
                "name of another case of the same file: takes over its figures, those in given replace them",
            ),
            may("without", Is::List(&Is::Id)).says(
                "các trường của base mà ở đây coi là còn thiếu",
                "fields of the base that are missing here",
            ),
            may("given", GIVEN).says(
                "số liệu của ví dụ: trường = giá trị; trường không ghi là còn thiếu; phải có khi không có base",
                "figures of the case: field = value; fields not given are missing; needed without base",
            ),
            may("points", Is::Number).says("điểm phải ra", "the points that must come out"),
            may("missing", Is::Boolean).says("true: phải ra là còn thiếu", "true: it must be missing"),
            may("not_applicable", NOT_APPLICABLE).says(
                "phải ra là không áp dụng, được tính bao nhiêu điểm, hoặc \"left-out\"",
                "it must be not applicable, counted with these points, or \"left-out\"",
            ),
            may("between", Is::List(&Is::Number)).says(
                "phải ra là còn thiếu, và điểm còn có thể từ … đến: [thấp nhất, cao nhất]",
                "it must be missing, and the points can still be from … to: [low, high]",
            ),
            $($key,)*
        ]
    };
}

/// A whole cases file, `criteria/<id>.cases.toml`.
pub static CASES_FILE: Table = Table {
    name: "cases file",
    // A file of comments is what `--suggest` writes where nothing is left to suggest.
    keys: &[may("case", Is::List(&Is::Table(&CASE))).says("các ví dụ kiểm tra", "the cases")],
};
/// A test beside the rules.
pub static CASE: Table = Table {
    name: "[[case]]",
    keys: case![
        may("item", Is::ItemId).says("mã nội dung được kiểm tra", "the item it is about"),
        may("criterion", Is::Id).says("mã tiêu chí được kiểm tra", "the criterion it is about"),
        may("items", Is::Map(&Is::AnyOf(OUTCOMES))).says(
            "kết quả của nhiều nội dung: mã = điểm, \"missing\" hoặc \"left-out\"",
            "outcomes of several items: id = points, \"missing\" or \"left-out\"",
        ),
        may("criteria", Is::Map(&Is::AnyOf(OUTCOMES))).says(
            "kết quả của nhiều tiêu chí: mã = điểm, \"missing\" hoặc \"left-out\"",
            "outcomes of several criteria: id = points, \"missing\" or \"left-out\"",
        ),
        may("total", Is::AnyOf(&[Is::Number, Is::Word(&["missing"]), Is::List(&Is::Number)])).says(
            "tổng điểm: số điểm, \"missing\" hoặc [thấp nhất, cao nhất]",
            "the total: points, \"missing\" or [low, high]",
        ),
        may("verdict", Is::Id).says(
            "kết quả: recognised, not_recognised, undetermined hoặc mã mức công nhận",
            "the verdict: recognised, not_recognised, undetermined or a level's id",
        ),
        may("failed", Is::List(&Is::Id)).says(
            "mã các điều kiện không đạt: mã tiêu chí, mã sự việc, total",
            "the conditions that fail: criterion ids, veto ids, total",
        ),
    ],
};
/// A test inside an item.
pub static ITEM_CASE: Table = Table { name: "cases", keys: case![] };
const GIVEN: Is = Is::Map(&Is::AnyOf(&[Is::Number, Is::Boolean, Is::Text]));
const NOT_APPLICABLE: Is = Is::AnyOf(&[Is::Number, Is::Word(&["left-out"])]);
const OUTCOMES: &[Is] = &[Is::Number, Is::Word(&["missing", "left-out"])];
