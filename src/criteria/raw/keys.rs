//! Every table of a criteria file with its keys: the one place that says which key exists, whether it must be
//! there, what it holds and what it means. The readers ask for nothing else, and `criteria::schema` is written from
//! these lists.

/// A table of the file. Where one with the key `in_force` may stand ([`Table::is_dated`]), a list of such tables may stand
/// too: the versions of what it says.
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
    /// What it means, in Vietnamese: a phrase for an editor's hint.
    pub vi: &'static str,
    /// What it means, in English.
    pub en: &'static str,
}

/// What a key holds.
#[derive(Debug)]
pub enum Is {
    /// A text that is not empty.
    Text,
    /// An id: `a-z`, `0-9`, `_`, `-`, beginning with a letter.
    Id,
    /// The id of an item: its criterion's id, a point, a name.
    ItemId,
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

/// A key before it has been said what it means; no table takes it as it is.
struct Unsaid {
    name: &'static str,
    required: bool,
    is: Is,
}

impl Unsaid {
    /// The key with its meaning in both languages.
    const fn says(self, vi: &'static str, en: &'static str) -> Key {
        // `Is` has nothing to drop; taking it apart by `match` is how a constant may move out of `self`.
        match self {
            Self { name, required, is } => Key { name, required, is, vi, en },
        }
    }
}

const fn must(name: &'static str, is: Is) -> Unsaid {
    Unsaid { name, required: true, is }
}

const fn may(name: &'static str, is: Is) -> Unsaid {
    Unsaid { name, required: false, is }
}

/// Words of `status`, strongest first.
pub const STATUSES: &[&str] = &["confirmed", "quoted", "inferred", "provisional"];
/// Words of `mode` in a rounding.
pub const MODES: &[&str] = &["half-up", "half-even", "down", "up"];
/// Words of `type` in a field.
pub const TYPES: &[&str] = &["count", "yes-no", "percent", "decimal", "choice", "text"];
/// Words of `changeable`.
pub const CHANGEABLE: &[&str] = &["up", "down", "both", "no"];
/// Words of `level` in a relation.
pub const GRAVITIES: &[&str] = &["contradiction", "suspicious"];
/// Words of `combine`.
pub const COMBINES: &[&str] = &["sum", "capped-sum", "min", "max"];
/// Words of `give`; a number is possible too.
pub const GIVES: &[&str] = &["full-points", "zero", "not-applicable", "leave-out"];
/// Words of `as` in a change.
pub const CHANGES: &[&str] = &["difference", "ratio"];

/// A table of a figure: its own keys, then status, evidence and the days it is in force.
macro_rules! figure {
    ($($key:expr),* $(,)?) => {
        undated_figure![$($key,)* may("in_force", Is::Table(&DAYS)).says(DAYS_VI, DAYS_EN)]
    };
}

/// A figure that is the same in all versions.
macro_rules! undated_figure {
    ($($key:expr),* $(,)?) => {
        &[
            $($key,)*
            must("status", Is::Word(STATUSES)).says(
                "tình trạng kiểm chứng: confirmed (đã xác nhận), quoted (trích dẫn), inferred (suy ra), provisional (tạm thời)",
                "how far the figure has been verified: confirmed, quoted, inferred or provisional",
            ),
            must("evidence", Is::Text).says(
                "căn cứ: nguồn, lập luận, hoặc lý do của giả định",
                "the source, the reasoning, or the reason for the assumption",
            ),
            may("by", Is::Text).says(
                "người hoặc đơn vị đã xác nhận; chỉ ghi, và phải ghi, khi status = \"confirmed\"",
                "who confirmed it; with status = \"confirmed\" only, and required there",
            ),
            may("on", Is::Date).says(
                "ngày xác nhận; chỉ ghi, và phải ghi, khi status = \"confirmed\"",
                "the day it was confirmed; with status = \"confirmed\" only, and required there",
            ),
        ]
    };
}

/// A table with the ends of a range, then its own keys, status and evidence.
macro_rules! ends {
    ($($key:expr),* $(,)?) => {
        figure![
            $($key,)*
            may("from", Is::Number).says("từ giá trị này trở lên (≥)", "this value and more (≥)"),
            may("above", Is::Number).says("trên giá trị này (>), không ghi cùng `from`", "more than this value (>), not together with `from`"),
            may("below", Is::Number).says("dưới giá trị này (<)", "less than this value (<)"),
            may("up_to", Is::Number).says("đến hết giá trị này (≤), không ghi cùng `below`", "this value and less (≤), not together with `below`"),
        ]
    };
}

mod case;
mod criterion;
mod field;
mod publication;
mod recognition;
mod rule;
mod scale;
mod shapes;

pub use case::{CASE, CASES_FILE, ITEM_CASE};
pub use criterion::{COMBINE_SCRIPT, CRITERION, ITEM, ITEM_SCRIPT};
pub use field::{DERIVED, FIELD, REVIEW};
pub use publication::{HIDE_COUNTS, PUBLICATION};
pub use recognition::{FACT, LEVEL, MINIMUM, POINTS, RECOGNITION, THRESHOLD, THRESHOLD_TOTAL, TOTAL_SCRIPT, WHEN};
pub use rule::{CHANGE, CHANGE_RATE, GIVE, HOLDS, INDICATOR, RATE, VALUE_OF, VALUE_SCRIPT};
pub use scale::{BAND, CHOICE_POINTS, CLASS_BANDS, CUTOFF, DEDUCTION, LINEAR, SCALE, YES_NO};
pub use shapes::{CUTOFF_ENDS, ITEM_KINDS, MINIMUM_KINDS, OUTCOMES, RELATIONS};

/// The whole file.
pub static FILE: Table = Table {
    name: "criteria",
    keys: &[
        must("standard", Is::Table(&STANDARD)).says(
            "tiêu chuẩn: mã, tên, văn bản, hiệu lực, tổng điểm",
            "the standard: id, title, citation, days in force, points in all",
        ),
        may("agency", Is::List(&Is::Table(&AGENCY))).says(
            "cơ quan cung cấp số liệu hoặc theo dõi kết quả",
            "an agency that supplies figures or follows results up",
        ),
        must("field", Is::List(&Is::Table(&FIELD)))
            .says("trường số liệu: một cột trong bảng số liệu các xã", "a field: a column of the table of communes"),
        may("derived", Is::List(&Is::Table(&DERIVED))).says(
            "trường tính theo công thức từ các trường khác, đặt tên một lần",
            "a formula over fields, named once",
        ),
        may("review", Is::List(&Is::Table(&REVIEW))).says(
            "quan hệ giữa các số đếm mà `cfc review` hỏi lại khi không đúng; không ảnh hưởng đến việc chấm điểm",
            "a relation between counts `cfc review` asks about where it does not hold; it never changes points",
        ),
        may("area_class", Is::List(&Is::Table(&AREA_CLASS))).says(
            "loại địa bàn; không khai báo nếu tiêu chuẩn không phân loại",
            "an area class; none at all when the standard has no classes",
        ),
        must("recognition", Is::Table(&RECOGNITION))
            .says("điều kiện công nhận; phải đạt tất cả", "conditions of recognition; all must hold"),
        may("publication", Is::Table(&PUBLICATION)).says(
            "bản công khai (--public) không công bố những gì; bắt buộc khi có trường nhạy cảm",
            "what a public edition (--public) does not say; required as soon as a field is sensitive",
        ),
        must("criterion", Is::List(&Is::Table(&CRITERION)))
            .says("tiêu chí, theo thứ tự của văn bản", "a criterion, in the order of the text"),
        may("case", Is::List(&Is::Table(&CASE))).says(
            "ví dụ kiểm tra đặt cạnh quy tắc, chạy mỗi khi nạp tệp",
            "a test beside the rules, run whenever the file is loaded",
        ),
    ],
};

/// A text in both languages.
pub static LABEL: Table = Table {
    name: "{ vi, en }",
    keys: &[
        must("vi", Is::Text).says("chữ tiếng Việt, có dấu", "the Vietnamese wording"),
        must("en", Is::Text).says("chữ tiếng Anh", "the English wording"),
    ],
};

/// The head of the file.
pub static STANDARD: Table = Table {
    name: "[standard]",
    keys: &[
        must("id", Is::Id).says(
            "mã tiêu chuẩn, không dấu; cũng là tên thư mục tập lệnh scripts/<mã>/",
            "the standard's id; also the folder of its scripts, scripts/<id>/",
        ),
        must("title", Is::Table(&LABEL)).says("tên chính thức của văn bản", "the official title"),
        must("citation", Is::Text)
            .says("số, ngày và cơ quan ban hành văn bản", "number, date and issuer of the legal text"),
        must("in_force", Is::Table(&IN_FORCE)).says("thời gian có hiệu lực", "the days in force"),
        must("total_points", Is::Table(&VALUE)).says(
            "tổng điểm; các tiêu chí phải cộng lại đúng bằng số này",
            "points in all; the criteria must add up to it",
        ),
        must("rounding", Is::Table(&DISPLAY_ROUNDING)).says(
            "cách làm tròn khi hiển thị; không ảnh hưởng đến việc chấm điểm",
            "rounding for display only; it never changes points",
        ),
        may("points_rounding", Is::Table(&ROUNDING)).says(
            "cách làm tròn điểm được tính ra (thang tuyến tính, quy đổi, tập lệnh); cần khi có điểm như vậy",
            "how computed points (linear scales, rescaling, scripts) are rounded; needed where there are some",
        ),
        may("assessed_on", Is::Table(&ASSESSED_ON)).says(
            "ngày trong năm mà con số có hiệu lực được dùng để đánh giá năm đó; bắt buộc khi có con số nhiều phiên bản",
            "the day of a year whose figures that year is assessed under; required as soon as a figure has versions",
        ),
        may("annual_form", Is::Table(&ANNUAL_FORM)).says(
            "biểu báo cáo hằng năm về số xã được công nhận; `cfc score --by` cho các số của biểu này",
            "the form in which recognised communes are reported every year; `cfc score --by` gives what it asks for",
        ),
        may("code_digits", Is::Whole).says(
            "số chữ số của mã xã; mã ngắn hơn sẽ bị cảnh báo",
            "digits of a commune code; a shorter one gets a warning",
        ),
    ],
};

/// The form in which results are reported every year.
pub static ANNUAL_FORM: Table = Table {
    name: "annual_form",
    keys: &[
        must("code", Is::Text).says("số hiệu của biểu", "number of the form"),
        must("title", Is::Table(&LABEL)).says("tên biểu", "title of the form"),
        may("note", Is::Table(&LABEL)).says("căn cứ, hạn báo cáo", "where it is prescribed, when it is due"),
    ],
};

/// Days in force.
pub static IN_FORCE: Table = Table {
    name: "in_force",
    keys: &[
        must("from", Is::Date).says("ngày đầu tiên có hiệu lực", "the first day in force"),
        may("until", Is::Date).says(
            "ngày cuối cùng có hiệu lực; chỉ ghi khi đã bị thay thế",
            "the last day in force; only when it has been replaced",
        ),
    ],
};

/// Days for which a version is in force: at least one of the two.
pub static DAYS: Table = Table {
    name: "in_force",
    keys: &[
        may("from", Is::Date).says("ngày đầu tiên có hiệu lực", "the first day in force"),
        may("until", Is::Date).says("ngày cuối cùng có hiệu lực", "the last day in force"),
    ],
};
const DAYS_VI: &str = "thời gian có hiệu lực của con số này; mỗi phiên bản một bảng trong danh sách";
const DAYS_EN: &str = "the days this figure is in force; its versions stand in a list, one table each";

/// The day of a year whose figures that year is assessed under.
pub static ASSESSED_ON: Table = Table {
    name: "assessed_on",
    keys: undated_figure![
        must("month", Is::Whole).says("tháng, 1 đến 12", "the month, 1 to 12"),
        must("day", Is::Whole).says("ngày trong tháng", "the day of the month"),
    ],
};

/// One figure.
pub static VALUE: Table = Table {
    name: "{ value }",
    keys: figure![
        must("value", Is::Number).says("con số, dấu thập phân là dấu chấm", "the figure, with a decimal point")
    ],
};

/// Display rounding; no figure of the law.
pub static DISPLAY_ROUNDING: Table = Table {
    name: "rounding",
    keys: &[
        must("digits", Is::Whole).says("số chữ số thập phân giữ lại", "digits kept after the decimal mark"),
        must("mode", Is::Word(MODES)).says(MODE_VI, MODE_EN),
    ],
};
const MODE_VI: &str =
    "half-up (nửa làm tròn lên), half-even (nửa làm tròn về số chẵn), down (bỏ phần dư), up (luôn làm tròn lên)";
const MODE_EN: &str = "half-up, half-even, down (towards zero) or up (away from zero)";

/// A rounding the law prescribes.
pub static ROUNDING: Table = Table {
    name: "rounding",
    keys: figure![
        must("digits", Is::Whole).says("số chữ số thập phân giữ lại", "digits kept after the decimal mark"),
        must("mode", Is::Word(MODES)).says(MODE_VI, MODE_EN),
    ],
};

/// An agency.
pub static AGENCY: Table = Table { name: "[[agency]]", keys: NAMED };
/// An area class.
pub static AREA_CLASS: Table = Table { name: "[[area_class]]", keys: NAMED };
/// A choice of a field.
pub static CHOICE: Table = Table { name: "choices", keys: NAMED };
const NAMED: &[Key] = &[
    must("id", Is::Id).says("mã không dấu: a-z, 0-9, _ và -", "an id: a-z, 0-9, _ and -"),
    must("label", Is::Table(&LABEL)).says("tên được in ra", "what is printed"),
];

const FIGURES: Is = Is::Map(&Is::Table(&VALUE));
const FIGURES_VI: &str = "con số của văn bản truyền cho tập lệnh, theo tên tham số";
const FIGURES_EN: &str = "figures of the law passed to the script, by the name of its parameter";
const ONE_OR_MORE_IDS: Is = Is::AnyOf(&[Is::Id, Is::List(&Is::Id)]);
