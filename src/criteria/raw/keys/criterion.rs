//! Keys of criteria and items.

use super::{
    COMBINES, DAYS, DAYS_EN, DAYS_VI, FACT, FIGURES, FIGURES_EN, FIGURES_VI, INDICATOR, ITEM_CASE, Is, LABEL, MINIMUM,
    POINTS, SCALE, STATUSES, Table, VALUE, may, must,
};

/// A criterion.
pub static CRITERION: Table = Table {
    name: "[[criterion]]",
    keys: &[
        must("id", Is::Id).says("mã tiêu chí, là tên cột trong kết quả", "the criterion's id, its column in results"),
        must("title", Is::Table(&LABEL)).says("tên chính thức của tiêu chí", "its official name"),
        must("cites", Is::Text).says("điều, khoản, số thứ tự trong văn bản", "article, clause and number in the legal text"),
        must("points", Is::Table(&VALUE)).says("điểm tối đa của tiêu chí", "the most points of the criterion"),
        may("combine", Is::AnyOf(&[Is::Word(COMBINES), Is::Table(&COMBINE_SCRIPT)])).says(
            "cách gộp điểm các nội dung: sum (cộng, mặc định), capped-sum (cộng nhưng không quá điểm tối đa), min (thấp nhất), max (cao nhất), hoặc tập lệnh",
            "how the items become its points: sum (default), capped-sum (never above the most), min, max, or a script",
        ),
        may("floor", Is::Table(&POINTS)).says("điểm không bao giờ thấp hơn số này", "points never go below this"),
        may("minimum", Is::Table(&MINIMUM)).says("mức tối thiểu để được công nhận", "must be reached for recognition"),
        may("follow_up", Is::Id).says("mã cơ quan theo dõi", "the agency that follows it up"),
        may("zero_when", Is::List(&Is::Table(&FACT)))
            .says("sự việc làm cho cả tiêu chí bị 0 điểm", "a fact that sets the whole criterion to 0"),
        must("item", Is::List(&Is::Table(&ITEM))).says("nội dung chấm điểm của tiêu chí", "a scored line of the criterion"),
    ],
};
/// A script over a criterion's items.
pub static COMBINE_SCRIPT: Table = Table {
    name: "combine",
    keys: &[
        must("script", Is::Id).says(
            "tên tệp tập lệnh, không ghi .rhai; hàm `fn points(…)` nhận điểm các nội dung",
            "the script's file without .rhai; `fn points(…)` takes the points of the items",
        ),
        may("figures", FIGURES).says(FIGURES_VI, FIGURES_EN),
    ],
};

/// One scored line.
pub static ITEM: Table = Table {
    name: "[[criterion.item]]",
    keys: &[
        must("id", Is::ItemId).says("mã nội dung: <mã tiêu chí>.<tên>", "<criterion id>.<name>"),
        must("title", Is::Table(&LABEL)).says("tên nội dung được in ra", "what is printed"),
        may("cites", Is::Text).says(
            "điều, khoản của văn bản; mặc định lấy của tiêu chí",
            "article of the legal text; default the criterion's",
        ),
        may("indicator", Is::Table(&INDICATOR))
            .says("chỉ tiêu: đo cái gì; đúng một loại", "what is measured; exactly one kind"),
        may("scale", Is::Table(&SCALE))
            .says("thang điểm: đổi chỉ tiêu ra điểm; đúng một loại", "how it becomes points; exactly one kind"),
        may("script", Is::Table(&ITEM_SCRIPT)).says(
            "tập lệnh cho điểm, thay cho `indicator` và `scale`",
            "a script that gives the points, instead of `indicator` and `scale`",
        ),
        may("bonus", Is::Boolean).says(
            "điểm thưởng, không tính vào tổng điểm tối đa của tiêu chí; mặc định false",
            "extra points, outside the sum that must equal the criterion's; default false",
        ),
        may("gate", Is::Table(&FACT)).says(
            "điều kiện để nội dung có điểm; không đạt thì coi là còn thiếu",
            "a fact without which the item has no score",
        ),
        may("follow_up", Is::Id)
            .says("mã cơ quan theo dõi, khi khác với tiêu chí", "the agency that follows it up, when it differs"),
        may("cases", Is::List(&Is::Table(&ITEM_CASE))).says("các ví dụ kiểm tra của nội dung", "tests of this item"),
    ],
};
/// A script that gives an item's points.
pub static ITEM_SCRIPT: Table = Table {
    name: "script",
    keys: figure![
        must("name", Is::Id).says(
            "tên tệp tập lệnh, không ghi .rhai; hàm `fn points(…)`",
            "the script's file without .rhai; `fn points(…)`",
        ),
        must("most", Is::Number).says("điểm cao nhất tập lệnh có thể cho", "the most points it can give"),
        may("least", Is::Number)
            .says("điểm thấp nhất tập lệnh có thể cho; mặc định 0", "the fewest points it can give; default 0"),
        may("figures", FIGURES).says(FIGURES_VI, FIGURES_EN),
        may("accepts_missing", Is::Boolean).says(
            "chạy cả khi thiếu số liệu, khi đó tham số là (); mặc định false",
            "called even when a figure is missing, the parameter is then (); default false",
        ),
    ],
};
