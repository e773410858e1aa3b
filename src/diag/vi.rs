//! Vietnamese wording of every problem: the words the offices that keep the figures use.

#![expect(clippy::unnested_or_patterns, reason = "`group!` nests the patterns of subjects in each other")]

pub(super) mod book;
pub(super) mod date;
pub(super) mod file;
pub(super) mod findings;
pub(super) mod proof;
pub(super) mod rules;
pub(super) mod script;
mod script_syntax;
mod syntax;
pub(super) mod table;

use super::{Level, Note};
use crate::diag::problem::{Kind, Shape};

/// The word before the code of a diagnostic.
pub(super) const fn level_word(level: Level) -> &'static str {
    match level {
        Level::Error => "lỗi",
        Level::Warning => "cảnh báo",
        Level::Note => "lưu ý",
    }
}

/// What a related place shows.
pub(super) const fn note_words(note: &Note) -> &'static str {
    match note {
        Note::FirstHere => "dùng lần đầu ở đây",
        Note::MaximumHere => "điểm tối đa quy định ở đây",
        Note::FigureHere => "con số quy định ở đây",
        Note::LeastHere => "điểm thấp nhất quy định ở đây",
        Note::BandBefore => "mức liền kề",
        Note::UsedHere => "được dùng ở đây",
        Note::AlsoHere => "ở đây cũng vậy",
        Note::ComparedWith => "so với số liệu này",
        Note::CaseHere => "ví dụ kiểm tra không đạt",
        Note::SameCommune => "đơn vị này đã có ở đây",
        Note::OtherVersion => "phiên bản kia",
        Note::AddHere => "thêm vào đây",
        Note::AlsoBelow => "con số này cũng vậy",
    }
}

/// A kind of thing that has an id.
pub(super) const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Field => "trường số liệu",
        Kind::Derived => "trường tính theo công thức",
        Kind::Class => "loại địa bàn",
        Kind::Agency => "cơ quan",
        Kind::Criterion => "tiêu chí",
        Kind::Item => "nội dung",
        Kind::Condition => "điều kiện",
        Kind::Level => "mức công nhận",
        Kind::Choice => "lựa chọn",
        Kind::Script => "tập lệnh",
        Kind::Figure => "con số",
        Kind::Operand => "trường số liệu hoặc công thức",
        Kind::Threshold => "ngưỡng điểm",
        Kind::BandList => "thang điểm",
        Kind::Verdict => "kết quả",
        Kind::Standard => "tiêu chuẩn",
        Kind::Case => "ví dụ kiểm tra",
        Kind::Parameter => "tham số",
        Kind::Variable => "biến",
        Kind::Function => "hàm",
    }
}

/// What a value looks like.
pub(super) const fn shape_word(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "chữ trong dấu ngoặc kép",
        Shape::Whole => "số nguyên",
        Shape::Number => "số",
        Shape::Boolean => "`true` hoặc `false`",
        Shape::Date => "ngày dạng `2019-01-03`",
        Shape::DateTime => "giờ hoặc ngày kèm giờ",
        Shape::List => "danh sách",
        Shape::Headings => "nhiều mục cùng loại",
        Shape::Table => "bảng gồm khóa và giá trị",
        Shape::BothLanguages => "chữ bằng cả hai ngôn ngữ `vi` và `en`",
        Shape::NotFinite => "`inf` hoặc `nan`",
        Shape::TextOrTable => "chữ trong dấu ngoặc kép hoặc bảng",
        Shape::TextOrList => "chữ trong dấu ngoặc kép hoặc danh sách chữ",
        Shape::NumberOrText => "số hoặc từ trong dấu ngoặc kép",
    }
}
