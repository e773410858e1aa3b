//! Keys of scales.

use super::{DAYS, DAYS_EN, DAYS_VI, Is, ONE_OR_MORE_IDS, STATUSES, Table, may, must};

/// How an indicator becomes points: exactly one key.
pub static SCALE: Table = Table {
    name: "scale",
    keys: &[
        may("bands", Is::List(&Is::Table(&BAND))).says(
            "các mức điểm; mỗi giá trị thuộc đúng một mức",
            "bands; every value the indicator can have is in exactly one",
        ),
        may("bands_by_class", Is::List(&Is::Table(&CLASS_BANDS)))
            .says("các mức điểm theo loại địa bàn; mỗi loại đúng một lần", "bands per area class; every class once"),
        may("cutoff", Is::Table(&CUTOFF)).says("đạt hoặc không đạt một ngưỡng", "a single cut-off"),
        may("yes_no", Is::Table(&YES_NO)).says("điểm khi có và khi không", "points for yes and for no"),
        may("choices", Is::List(&Is::Table(&CHOICE_POINTS)))
            .says("điểm theo từng lựa chọn; mỗi lựa chọn đúng một lần", "points per choice; every choice once"),
        may("deduction", Is::Table(&DEDUCTION)).says("trừ điểm theo số vụ", "points off per case"),
        may("linear", Is::Table(&LINEAR)).says(
            "điểm tăng hoặc giảm đều theo đường thẳng; cần standard.points_rounding",
            "points on a straight line; needs standard.points_rounding",
        ),
        may("in_force", Is::Table(&DAYS)).says(DAYS_VI, DAYS_EN),
    ],
};
/// A band.
pub static BAND: Table = Table {
    name: "bands",
    keys: ends![must("points", Is::Number).says("điểm của mức này", "points of this band")],
};
/// Bands for some classes.
pub static CLASS_BANDS: Table = Table {
    name: "bands_by_class",
    keys: &[
        must("class", ONE_OR_MORE_IDS).says("mã loại địa bàn, hoặc danh sách mã", "an area class, or a list of them"),
        must("bands", Is::List(&Is::Table(&BAND)))
            .says("các mức điểm của loại địa bàn này", "the bands of these classes"),
    ],
};
/// A cut-off: exactly one of the four ends.
pub static CUTOFF: Table = Table {
    name: "cutoff",
    keys: figure![
        may("at_least", Is::Number).says("đạt khi từ số này trở lên (≥)", "met at this value and more (≥)"),
        may("above", Is::Number).says("đạt khi trên số này (>)", "met above this value (>)"),
        may("at_most", Is::Number).says("đạt khi đến hết số này (≤)", "met at this value and less (≤)"),
        may("below", Is::Number).says("đạt khi dưới số này (<)", "met below this value (<)"),
        must("points", Is::Number).says("điểm khi đạt", "points when it is met"),
        must("otherwise", Is::Number).says("điểm khi không đạt", "points when it is not"),
    ],
};
/// Points for yes and no.
pub static YES_NO: Table = Table {
    name: "yes_no",
    keys: figure![
        must("yes", Is::Number).says("điểm khi có", "points for yes"),
        must("no", Is::Number).says("điểm khi không", "points for no"),
    ],
};
/// Points for one choice.
pub static CHOICE_POINTS: Table = Table {
    name: "choices",
    keys: figure![
        must("is", Is::Id).says("mã lựa chọn của trường", "a choice of the field"),
        must("points", Is::Number).says("điểm của lựa chọn này", "points of this choice"),
    ],
};
/// Points off per case.
pub static DEDUCTION: Table = Table {
    name: "deduction",
    keys: figure![
        must("start", Is::Number).says("điểm khi không có vụ nào", "points without a case"),
        must("per_case", Is::Number).says("điểm bị trừ cho mỗi `every` vụ", "points off for every full `every`"),
        must("every", Is::Number).says("cứ đủ bao nhiêu vụ thì trừ một lần", "how many cases make one deduction"),
        must("floor", Is::Number).says("không bao giờ thấp hơn số điểm này", "never below these points"),
    ],
};
/// Points on a straight line.
pub static LINEAR: Table = Table {
    name: "linear",
    keys: figure![
        must("from", Is::Number).says("giá trị ở một đầu", "the value at one end"),
        must("to", Is::Number).says("giá trị ở đầu kia, lớn hơn `from`", "the value at the other end, above `from`"),
        must("points_from", Is::Number).says("điểm tại `from` và thấp hơn", "points at `from` and below it"),
        must("points_to", Is::Number).says("điểm tại `to` và cao hơn", "points at `to` and above it"),
    ],
};
