//! Keys of indicators.

use super::{
    CHANGES, DAYS, DAYS_EN, DAYS_VI, FIGURES, FIGURES_EN, FIGURES_VI, GIVES, Is, ROUNDING, STATUSES, Table, may, must,
};

/// What is measured: exactly one key.
pub static INDICATOR: Table = Table {
    name: "indicator",
    keys: &[
        may("rate", Is::Table(&RATE)).says("tỷ lệ: of / over × per", "a rate: of / over × per"),
        may("count", Is::Id)
            .says("số đếm: mã trường count hoặc trường công thức", "a count: a `count` field or a derived field"),
        may("value", Is::AnyOf(&[Is::Id, Is::Table(&VALUE_OF)])).says(
            "giá trị cho sẵn: mã trường percent, decimal hoặc trường công thức",
            "a figure given directly: a `percent` or `decimal` field or a derived field",
        ),
        may("yes_no", Is::Id).says("có hoặc không: mã trường yes-no", "yes or no: a `yes-no` field"),
        may("choice", Is::Id).says("lựa chọn: mã trường choice", "a choice: a `choice` field"),
        may("change", Is::Table(&CHANGE)).says("thay đổi so với năm trước", "change from one figure to another"),
        may("years_in_a_row", Is::List(&Is::Id)).says(
            "số năm liền đạt, tính ngược từ năm mới nhất: danh sách trường yes-no, năm mới nhất trước",
            "how many years in a row, counted back from the newest: `yes-no` fields, newest first",
        ),
        may("script", Is::Table(&VALUE_SCRIPT)).says("tập lệnh cho giá trị", "a script that gives the value"),
        may("in_force", Is::Table(&DAYS)).says(DAYS_VI, DAYS_EN),
    ],
};
/// A rate.
pub static RATE: Table = Table {
    name: "rate",
    keys: &[
        must("of", Is::Id).says("tử số: mã trường", "the numerator, a field's id"),
        must("over", Is::Id).says("mẫu số: mã trường", "the denominator, a field's id"),
        must("per", Is::Whole)
            .says("tính trên bao nhiêu: 100, 1000, 10000, 100000 …", "per how many: 100, 1000, 10000, 100000 …"),
        may("when_empty", WHEN_EMPTY).says(EMPTY_VI, EMPTY_EN),
        may("round", Is::Table(&ROUNDING)).says(ROUND_VI, ROUND_EN),
    ],
};
const WHEN_EMPTY: Is = Is::AnyOf(&[Is::Word(&["missing"]), Is::Table(&GIVE), Is::Table(&HOLDS)]);
const EMPTY_VI: &str =
    "khi mẫu số bằng 0: \"missing\" (chưa có điểm), { give = … } của nội dung, { holds = … } của điều kiện";
const EMPTY_EN: &str =
    "when the denominator is 0: \"missing\" (no score), { give = … } of an item, { holds = … } of a fact";
const ROUND_VI: &str = "làm tròn TRƯỚC khi so với thang điểm; chỉ ghi khi văn bản quy định";
const ROUND_EN: &str = "rounds the value BEFORE it meets the scale; only where the legal text says so";
/// A figure given directly.
pub static VALUE_OF: Table = Table {
    name: "value",
    keys: &[
        must("of", Is::Id).says("mã trường", "a field's id"),
        may("round", Is::Table(&ROUNDING)).says(ROUND_VI, ROUND_EN),
    ],
};
/// A change between two figures.
pub static CHANGE: Table = Table {
    name: "change",
    keys: &[
        must("of", Is::AnyOf(&[Is::Id, Is::Table(&CHANGE_RATE)]))
            .says("số liệu năm nay: mã trường hoặc tỷ lệ", "the newer figure: an id or a rate"),
        must("since", Is::AnyOf(&[Is::Id, Is::Table(&CHANGE_RATE)]))
            .says("số liệu năm trước: mã trường hoặc tỷ lệ", "the older figure: an id or a rate"),
        must("as", Is::Word(CHANGES)).says(
            "difference (hiệu: of − since) hoặc ratio (tỷ số: of / since × per)",
            "difference (of − since) or ratio (of / since × per)",
        ),
        may("per", Is::Whole).says("nhân tỷ số với số này; mặc định 1", "what a ratio is multiplied by; default 1"),
        may("when_empty", WHEN_EMPTY).says(EMPTY_VI, EMPTY_EN),
        may("round", Is::Table(&ROUNDING)).says(ROUND_VI, ROUND_EN),
    ],
};
/// One side of a change.
pub static CHANGE_RATE: Table = Table {
    name: "{ of, over, per }",
    keys: &[
        must("of", Is::Id).says("tử số: mã trường", "the numerator, a field's id"),
        must("over", Is::Id).says("mẫu số: mã trường", "the denominator, a field's id"),
        must("per", Is::Whole).says("tính trên bao nhiêu", "per how many"),
    ],
};
/// A script that gives a value.
pub static VALUE_SCRIPT: Table = Table {
    name: "script",
    keys: &[
        must("name", Is::Id).says(
            "tên tệp tập lệnh, không ghi .rhai; hàm `fn value(…)`",
            "the script's file without .rhai; `fn value(…)`",
        ),
        may("per", Is::Whole)
            .says("nhân `ratio(n, N)` với số này; mặc định 1", "what `ratio(n, N)` is multiplied by; default 1"),
        may("when_empty", WHEN_EMPTY).says(EMPTY_VI, EMPTY_EN),
        may("round", Is::Table(&ROUNDING)).says(ROUND_VI, ROUND_EN),
        may("figures", FIGURES).says(FIGURES_VI, FIGURES_EN),
    ],
};
/// What an item gives at 0/0.
pub static GIVE: Table = Table {
    name: "when_empty",
    keys: figure![must("give", Is::AnyOf(&[Is::Word(GIVES), Is::Number])).says(
        "full-points (điểm tối đa), zero (0 điểm), một số điểm, not-applicable (không áp dụng, tính đủ điểm), leave-out (bỏ ra, quy đổi phần còn lại)",
        "full-points, zero, a number of points, not-applicable (counted with full points) or leave-out (the rest is rescaled)",
    )],
};
/// Whether a fact holds at 0/0.
pub static HOLDS: Table = Table {
    name: "when_empty",
    keys: figure![
        must("holds", Is::Boolean)
            .says("khi mẫu số bằng 0 thì coi là đúng (true) hay không (false)", "whether the fact holds at 0/0")
    ],
};
