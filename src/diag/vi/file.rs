//! Vietnamese wording: files, the shape of criteria files, references between their parts.

use super::syntax::{slip, syntax};
use super::{kind_word, shape_word};
use crate::diag::group::group;
use crate::diag::problem::{Kind, Problem, Shape};
use crate::diag::words::{Words, digits_after_mark, grouped, joined, listed, one_line, quoted, suggested_id, tick};
use crate::lang::Lang;
use crate::status::Status;

pub(in crate::diag) fn file(problem: &Problem) -> Words {
    match problem {
        Problem::Unreadable { reason } => Words::new(format!("không đọc được tệp này: {}", one_line(reason)))
            .hint("kiểm tra đường dẫn, và xem tệp có đang mở trong chương trình khác không"),
        Problem::FileTooLarge { bytes, limit } => Words::new(format!(
            "tệp này có {} byte, chỉ đọc được tối đa {}",
            grouped(*bytes, Lang::Vi),
            grouped(*limit, Lang::Vi)
        ))
        .hint("chia tệp thành nhiều phần, ví dụ theo tỉnh, rồi ghi tên tất cả các phần trên dòng lệnh"),
        Problem::NotUtf8 { utf16: true } => Words::new("tệp này được lưu dạng UTF-16, tệp tiêu chí phải là UTF-8")
            .hint("lưu lại dạng UTF-8: trong Notepad chọn `Save as`, `Encoding: UTF-8`"),
        Problem::NotUtf8 { .. } => Words::new(
            "tệp này không phải UTF-8; có thể là Windows-1258, TCVN3 hoặc không phải văn bản",
        )
        .hint("mở bằng phần mềm đọc đúng chữ rồi lưu lại dạng UTF-8: trong Notepad chọn `Save as`, `Encoding: UTF-8`"),
        Problem::EmptyFile => Words::new("tệp này trống, không có tiêu chuẩn nào")
            .hint("bắt đầu từ một bản sao của `criteria/template.toml`"),
        Problem::TomlSyntax { message } => syntax(message),
        Problem::Slip { slip, found, meant } => self::slip(*slip, found, meant),
        Problem::DecimalComma { found, meant } => {
            Words::new(format!("{} dùng dấu phẩy thập phân, tệp tiêu chí dùng dấu chấm", tick(found)))
                .hint(format!("ghi {}", tick(meant)))
        }
        Problem::KeyNotAscii { key } => {
            let words = Words::new(format!("khóa {} có ký tự ngoài `a-z`, `0-9`, `_` và `-`", tick(key)));
            match suggested_id(key) {
                Some(id) => words.hint(format!("ghi {} ở đây, tên đầy đủ ghi trong `label`", tick(&id))),
                None => words.hint("ghi khóa không dấu, tên đầy đủ ghi trong `label`"),
            }
        }
        group!(not file) => Words::default(),
    }
}

pub(in crate::diag) fn shape(problem: &Problem) -> Words {
    match problem {
        Problem::UnknownKey { key, meant, allowed } => {
            let words = Words::new(format!("ở đây không có khóa {}", tick(key)));
            meant_or(words, meant.as_deref(), allowed, "được dùng ở đây")
        }
        Problem::MissingKey { key, of } => {
            Words::new(format!("{} thiếu khóa {}", tick(of), tick(key))).hint(format!("thêm `{} = …`", one_line(key)))
        }
        Problem::OneOf { keys, found } if found.is_empty() => {
            Words::new(format!("cần một trong các khóa {}, nhưng chưa có khóa nào", listed(keys, "hoặc")))
                .hint("thêm một khóa trong số đó")
        }
        Problem::OneOf { keys, found } => Words::new(format!(
            "chỉ được dùng một trong các khóa {}, nhưng có {}",
            listed(keys, "và"),
            listed(found, "và")
        ))
        .hint("giữ lại một khóa, bỏ các khóa còn lại"),
        Problem::WrongType { expected, found } => wrong_type(*expected, *found),
        Problem::UnknownWord { found, allowed, meant } => {
            let allowed = listed(allowed, "hoặc");
            let words = Words::new(format!("{} không dùng được ở đây, cần {allowed}", tick(found)));
            match meant {
                Some(meant) => words.hint(format!("ghi {}", tick(meant))),
                None => words.hint(format!("ghi {allowed}")),
            }
        }
        Problem::EmptyText => {
            Words::new("cần có nội dung chữ, nhưng đang để trống").hint("ghi nội dung vào giữa hai dấu ngoặc kép")
        }
        Problem::BadId { id } => bad_id(id),
        Problem::TooPrecise { found, digits } => Words::new(format!(
            "{} có {} chữ số sau dấu thập phân, chỉ được tối đa {digits}",
            tick(found),
            digits_after_mark(found)
        ))
        .hint(format!("ghi lại với tối đa {digits} chữ số sau dấu chấm")),
        Problem::WrongLength { found, expected } => {
            Words::new(format!("danh sách cần {expected} giá trị, nhưng có {found}"))
                .hint(format!("ghi đúng {expected} giá trị giữa `[` và `]`, số thập phân dùng dấu chấm: `12.5`"))
        }
        Problem::OutOfRange { found, least, most } => {
            Words::new(format!("{} nằm ngoài khoảng từ {} đến {}", tick(found), tick(least), tick(most))).hint(format!(
                "ghi một số từ {} đến {}",
                tick(least),
                tick(most)
            ))
        }
        Problem::EmptyList { key } => Words::new(format!("danh sách {} trống, cần ít nhất một mục", tick(key)))
            .hint(format!("thêm một mục vào {}, hoặc bỏ khóa này", tick(key))),
        group!(not shape) => Words::default(),
    }
}

pub(in crate::diag) fn reference(problem: &Problem) -> Words {
    match problem {
        Problem::DuplicateId { kind, id } => {
            Words::new(format!("{} {} được khai báo hai lần", kind_word(*kind), tick(id)))
                .hint("đặt mã khác cho một trong hai")
        }
        Problem::ReservedId { kind, id } => Words::new(format!(
            "{} là tên cột hoặc từ dùng trong mọi kết quả, không đặt được cho {}",
            tick(id),
            kind_word(*kind)
        ))
        .hint("chọn một mã khác"),
        Problem::ItemIdOutside { id, criterion, meant } => Words::new(format!(
            "nội dung {} thuộc tiêu chí {}, mã phải bắt đầu bằng mã tiêu chí",
            tick(id),
            tick(criterion)
        ))
        .hint(format!("ghi {}", tick(meant))),
        Problem::DuplicateLabel { label, first, second } => Words::new(format!(
            "hai trường số liệu {} và {} có cùng tên {}, nên không biết cột mang tên này là trường nào",
            tick(first),
            tick(second),
            quoted(label)
        ))
        .hint(format!("ghi rõ hơn tên của {}", tick(second))),
        Problem::UnknownId { kind, id, meant, known } => unknown_id(*kind, id, meant.as_deref(), known),
        Problem::WrongFieldType { field, found, expected } => wrong_field_type(field, found, expected),
        Problem::ConfirmedByWhom => {
            Words::new("con số này ghi `confirmed` nhưng chưa ghi ai xác nhận và ngày xác nhận")
                .hint("thêm `by = \"…\"` và `on = 2024-05-31`, hoặc ghi `status = \"quoted\"`")
        }
        Problem::ConfirmationWithoutStatus { status } => Words::new(format!(
            "`by` và `on` chỉ dùng cho con số đã xác nhận (`confirmed`), con số này đang là {}",
            tick(status)
        ))
        .hint("bỏ `by` và `on`, hoặc ghi `status = \"confirmed\"`"),
        Problem::BelowStatus { least, below, all, paths, standard } => {
            below_status(*least, below, *all, paths, standard)
        }
        Problem::Unused { kind, id } => Words::new(format!("{} {} không được dùng ở đâu", kind_word(*kind), tick(id)))
            .hint(format!("bỏ {}, hoặc dùng nó trong một quy tắc", tick(id))),
        Problem::DatesReversed { from, until } => {
            Words::new(format!("ngày hết hiệu lực {} sớm hơn ngày có hiệu lực {}", tick(until), tick(from)))
                .hint("sửa `from` hoặc `until`")
        }
        Problem::FormulaSyntax { found, expected: _ } if found.is_empty() => {
            Words::new("công thức bị bỏ dở ở cuối").hint(FORMULA)
        }
        // What was expected is worded by the parser in English; the hint says all that can stand in a formula.
        Problem::FormulaSyntax { found, expected: _ } => {
            Words::new(format!("không đọc được công thức tại {}", tick(found))).hint(FORMULA)
        }
        Problem::NoCondition => {
            Words::new("chưa có gì quyết định việc công nhận: không có ngưỡng điểm, điều kiện hay mức công nhận nào")
                .hint("ví dụ: thêm `threshold.total` trong `[recognition]`")
        }
        group!(not reference) => Words::default(),
    }
}

fn below_status(least: Status, below: &[(Status, usize)], all: usize, paths: &[String], standard: &str) -> Words {
    let counts: Vec<String> = below.iter().map(|(status, n)| format!("{n} {}", tick(status.id()))).collect();
    let figures: usize = below.iter().map(|(_, n)| n).sum();
    Words::new(format!(
        "{figures} trên {all} con số chưa đạt tình trạng {}: {}; đầu tiên là {}",
        tick(least.id()),
        joined(counts, "và"),
        listed(paths, "và")
    ))
    .hint(format!("gõ `cfc check {} --status --below {}` để xem danh sách", one_line(standard), least.id()))
}

const FORMULA: &str = "công thức chỉ gồm mã trường số liệu, số, `+ - * /` và dấu ngoặc tròn, ví dụ `a + b`";

fn bad_id(id: &str) -> Words {
    let words = Words::new(format!(
        "{} không phải là mã hợp lệ: mã chỉ gồm `a-z`, `0-9`, `_`, `-` và bắt đầu bằng chữ cái",
        tick(id)
    ));
    match suggested_id(id) {
        Some(id) => words.hint(format!("ghi {}", tick(&id))),
        None => words.hint("ghi theo mẫu `under5_weighed`"),
    }
}

fn wrong_field_type(field: &str, found: &str, expected: &[&str]) -> Words {
    Words::new(format!(
        "trường số liệu {} có kiểu {}, ở đây cần kiểu {}",
        tick(field),
        tick(found),
        listed(expected, "hoặc")
    ))
    .hint(format!("dùng trường kiểu {}, hoặc sửa `type` của {}", listed(expected, "hoặc"), tick(field)))
}

fn wrong_type(expected: Shape, found: Shape) -> Words {
    let words = Words::new(format!("ở đây cần {}, nhưng lại là {}", shape_word(expected), shape_word(found)));
    match (expected, found) {
        (Shape::Date, Shape::Text) => words.hint("ghi năm, tháng, ngày, không có dấu ngoặc kép: `2019-01-03`"),
        (Shape::Number | Shape::Whole | Shape::Boolean, Shape::Text) => words.hint("bỏ dấu ngoặc kép"),
        (Shape::Date, _) => words.hint("ghi năm, tháng, ngày: `2019-01-03`"),
        (Shape::Text | Shape::TextOrList, _) => words.hint("đặt trong dấu ngoặc kép: `\"…\"`"),
        (Shape::Whole, _) => words.hint("ghi số không có phần thập phân: `12`"),
        (Shape::NumberOrText, Shape::Table) => words.hint("mã có dấu chấm thì đặt trong dấu ngoặc kép: `\"a.b\" = 50`"),
        (Shape::Table, Shape::Date) => words.hint("ghi ngày đầu, và ngày cuối nếu có: `{ from = 2019-01-03 }`"),
        (Shape::Number | Shape::NumberOrText, _) => words.hint("ví dụ: ghi `12` hoặc `12.5`"),
        (Shape::Boolean, _) => words.hint("ghi `true` hoặc `false`"),
        (Shape::Headings, _) => words.hint("ghi tiêu đề với hai dấu ngoặc vuông: `[[…]]`"),
        (Shape::List, _) => words.hint("đặt trong dấu ngoặc vuông: `[ … ]`"),
        (Shape::Table | Shape::TextOrTable, _) => {
            words.hint("ghi khóa và giá trị trong dấu ngoặc nhọn: `{ khóa = … }`")
        }
        (Shape::BothLanguages, _) => words.hint("ghi `{ vi = \"…\", en = \"…\" }`"),
        (Shape::DateTime | Shape::NotFinite, _) => words,
    }
}

/// The hint of an unknown word: the one that was probably meant, or those that exist.
pub(super) fn meant_or<T: AsRef<str>>(words: Words, meant: Option<&str>, known: &[T], intro: &str) -> Words {
    match meant {
        Some(meant) => words.hint(format!("có phải là {} không?", tick(meant))),
        None if known.is_empty() => words,
        None => words.hint(format!("{intro}: {}", listed(known, "và"))),
    }
}

fn unknown_id(kind: Kind, id: &str, meant: Option<&str>, known: &[String]) -> Words {
    if kind == Kind::Standard {
        let words = Words::new(format!("không có tiêu chuẩn nào mang mã {}", tick(id)));
        return meant_or(words, meant, known, "ghi đường dẫn tới tệp .toml, hoặc mã có sẵn");
    }
    let words = Words::new(format!("không có {} nào mang mã {}", kind_word(kind), tick(id)))
        .hint(format!("khai báo {} trước", kind_word(kind)));
    meant_or(words, meant, known, "đã khai báo")
}
