//! Keys of recognition: thresholds, minima, levels, facts.

use super::{
    DAYS, DAYS_EN, DAYS_VI, FIGURES, FIGURES_EN, FIGURES_VI, INDICATOR, Is, LABEL, STATUSES, Table, may, must,
};

/// When a commune is recognised.
pub static RECOGNITION: Table = Table {
    name: "[recognition]",
    keys: &[
        may("threshold", Is::Table(&THRESHOLD)).says("ngưỡng điểm phải đạt", "points to reach"),
        may("every_criterion_above", Is::Table(&POINTS))
            .says("mọi tiêu chí phải có điểm lớn hơn số này", "every criterion must have more than this"),
        may("every_criterion_at_least", Is::Table(&MINIMUM))
            .says("mọi tiêu chí phải có ít nhất số này", "every criterion must have at least this"),
        may("veto", Is::List(&Is::Table(&FACT))).says(
            "sự việc làm cho xã không được công nhận dù bao nhiêu điểm",
            "a fact that fails the commune whatever its points",
        ),
        may("gate", Is::List(&Is::Table(&FACT))).says(
            "điều kiện để được chấm điểm; không đạt thì kết quả là chưa xác định và không có tổng điểm",
            "a fact that must hold for there to be a score; otherwise the commune is undetermined and has no total",
        ),
        may("level", Is::List(&Is::Table(&LEVEL))).says(
            "mức công nhận, mức cao nhất ghi trước; không thuộc mức nào là không được công nhận",
            "a named outcome, best first; a total in no level is not recognised",
        ),
        may("script", Is::Table(&TOTAL_SCRIPT))
            .says("tập lệnh tính tổng điểm thay cho phép cộng", "a script that gives the total instead of the sum"),
    ],
};

/// Thresholds.
pub static THRESHOLD: Table = Table {
    name: "threshold",
    keys: &[must("total", Is::AnyOf(&[Is::Table(&THRESHOLD_TOTAL), Is::List(&Is::Table(&THRESHOLD_TOTAL))])).says(
        "ngưỡng tổng điểm; nếu có loại địa bàn thì ghi danh sách, mỗi loại một mục",
        "the total to reach; with area classes a list with one entry per class",
    )],
};
/// The total to reach.
pub static THRESHOLD_TOTAL: Table = Table {
    name: "threshold.total",
    keys: figure![
        may("class", Is::Id).says("mã loại địa bàn", "the area class"),
        must("at_least", Is::Number).says("tổng điểm phải đạt, từ số này trở lên", "the total must be at least this"),
    ],
};

/// Points with their origin.
pub static POINTS: Table =
    Table { name: "{ points }", keys: figure![must("points", Is::Number).says("số điểm", "points")] };

/// A minimum: exactly one of `points` and `share`.
pub static MINIMUM: Table = Table {
    name: "minimum",
    keys: figure![
        may("points", Is::Number).says("tối thiểu bao nhiêu điểm", "the minimum in points"),
        may("share", Is::Number).says(
            "tối thiểu bao nhiêu phần trăm điểm tối đa của tiêu chí",
            "the minimum in per cent of the criterion's points"
        ),
    ],
};

/// A named outcome.
pub static LEVEL: Table = Table {
    name: "[[recognition.level]]",
    keys: ends![
        must("id", Is::Id)
            .says("mã mức công nhận, in ra trong tệp số liệu", "the level's id, the verdict in data formats"),
        must("label", Is::Table(&LABEL)).says("tên mức được in ra", "what is printed"),
    ],
};

/// A script for the total.
pub static TOTAL_SCRIPT: Table = Table {
    name: "script",
    keys: &[
        must("name", Is::Id).says(
            "tên tệp tập lệnh, không ghi .rhai; hàm `fn total(…)`",
            "the script's file without .rhai; `fn total(…)`",
        ),
        may("figures", FIGURES).says(FIGURES_VI, FIGURES_EN),
    ],
};

/// Something true or false of a commune.
pub static FACT: Table = Table {
    name: "{ id, label, when }",
    keys: figure![
        must("id", Is::Id).says("mã của điều kiện", "the condition's id"),
        must("label", Is::Table(&LABEL)).says("nội dung được in ra khi xảy ra", "what is printed when it holds"),
        may("cites", Is::Text).says("điều, khoản của văn bản", "the article of the legal text"),
        must("when", Is::Table(&WHEN)).says("khi nào thì đúng", "when it holds"),
    ],
};
/// The condition of a fact.
pub static WHEN: Table = Table {
    name: "when",
    keys: &[
        must("indicator", Is::Table(&INDICATOR)).says("chỉ tiêu được đo", "what is measured"),
        may("is", Is::Text).says("\"yes\", \"no\" hoặc mã lựa chọn", "\"yes\", \"no\" or a choice's id"),
        may("from", Is::Number).says("từ giá trị này trở lên (≥)", "this value and more (≥)"),
        may("above", Is::Number)
            .says("trên giá trị này (>), không ghi cùng `from`", "more than this value (>), not together with `from`"),
        may("below", Is::Number).says("dưới giá trị này (<)", "less than this value (<)"),
        may("up_to", Is::Number).says(
            "đến hết giá trị này (≤), không ghi cùng `below`",
            "this value and less (≤), not together with `below`",
        ),
    ],
};
