//! Vietnamese wording: scripts, cases, results.

use super::file::meant_or;
use super::script_syntax::translated;
use super::shape_word;
use crate::diag::group::group;
use crate::diag::problem::{Problem, Shape};
use crate::diag::words::{Words, listed, one_line, tick};

pub(in crate::diag) fn script(problem: &Problem) -> Words {
    match problem {
        Problem::ScriptNotFound { name, looked } => {
            let words = Words::new(format!("không tìm thấy tập lệnh {}", tick(name)));
            match looked.first() {
                Some(path) => words.hint(format!("tạo tệp {}", tick(path))),
                None => words.hint(format!("tạo `{}.rhai` trong thư mục của tiêu chuẩn", one_line(name))),
            }
        }
        Problem::ScriptSyntax { message } => Words::new(format!("sai cú pháp tập lệnh: {}", translated(message))),
        Problem::ScriptNoFunction { function, found } => no_function(function, found),
        Problem::ScriptUnknownParameter { parameter, meant } => {
            let words = Words::new(format!(
                "tham số {} không phải là mã của trường số liệu, con số, nội dung hay tiêu chí nào",
                tick(parameter)
            ));
            match meant {
                // The nearest id is the same one: a field, but of a type that is never scored.
                Some(meant) if meant == parameter => words.hint("trường kiểu `text` không dùng được trong tập lệnh"),
                Some(meant) => words.hint(format!("có phải là {} không?", tick(meant))),
                None => words.hint("dùng mã có trong tệp tiêu chí; trong mã nội dung ghi `_` thay cho `.`"),
            }
        }
        Problem::ScriptAmbiguousParameter { parameter } => {
            Words::new(format!("tham số {} trùng mã của hai thứ trong tệp tiêu chí", tick(parameter)))
                .hint("đặt mã khác cho một trong hai ở tệp tiêu chí")
        }
        Problem::ScriptFigureUnused { figure, script } => Words::new(format!(
            "con số {} truyền cho tập lệnh {}, nhưng tập lệnh không nhận",
            tick(figure),
            tick(script)
        ))
        .hint(format!("thêm {} vào tham số của hàm, hoặc bỏ khỏi `figures`", tick(figure))),
        Problem::ScriptUnknownFunction { function, meant, known } => {
            let words = Words::new(format!("không có hàm {}", tick(function)));
            meant_or(words, meant.as_deref(), known, "có thể dùng")
        }
        Problem::ScriptForbidden { construct } => Words::new(format!("tập lệnh không được dùng {}", tick(construct)))
            .hint("chỉ dùng phép tính, so sánh, `if`, `switch`, `let` và các hàm trong cùng tệp"),
        Problem::ScriptFailed { item, message } => {
            Words::new(format!("không tính được {} trong ví dụ này: {}", tick(item), one_line(&message.vi)))
                .hint("sửa tập lệnh hoặc công thức, hoặc sửa số liệu của ví dụ")
        }
        group!(not script) => Words::default(),
    }
}

fn no_function(function: &str, found: &[String]) -> Words {
    if found.is_empty() {
        return Words::new(format!("tập lệnh này không có hàm {}", tick(function)))
            .hint(format!("viết `fn {}(…) {{ … }}`", one_line(function)));
    }
    Words::new(format!("cần có hàm {}, nhưng chỉ có {}", tick(function), listed(found, "và")))
        .hint(format!("đổi tên một hàm thành {}", tick(function)))
}

fn case_fails(problem: &Problem) -> Words {
    let Problem::CaseFails { case, what, expected, found, arithmetic, year } = problem else { return Words::default() };
    let (expected, found) = (one_line(expected), one_line(found));
    let message = match case {
        Some(case) => format!(
            "ví dụ kiểm tra \"{}\" không đạt: {} cần {expected}, nhưng tính ra {found}",
            one_line(case),
            tick(what)
        ),
        None => format!("ví dụ kiểm tra của {} không đạt: cần {expected}, nhưng tính ra {found}", tick(what)),
    };
    let message = if arithmetic.vi.is_empty() { message } else { format!("{message} ({})", one_line(&arithmetic.vi)) };
    match year {
        Some(year) => Words::new(message)
            .hint(format!("thêm `year = {year}` nếu ví dụ nói về con số của thời gian khác, hoặc sửa ví dụ")),
        None => Words::new(message).hint("sửa quy tắc, hoặc sửa ví dụ nếu ví dụ hiểu sai văn bản"),
    }
}

pub(in crate::diag) fn outcome(problem: &Problem) -> Words {
    match problem {
        Problem::CaseFails { .. } => case_fails(problem),
        Problem::CasesFail { count, standard } => {
            Words::new(format!("{count} ví dụ kiểm tra của {} không đạt", tick(standard)))
                .hint(format!("gõ `cfc test {}` để xem vì sao", one_line(standard)))
        }
        Problem::CaseNeedsClass { known } => {
            let words = Words::new("có quy tắc phụ thuộc loại địa bàn, nhưng ví dụ kiểm tra này chưa ghi loại nào");
            match known.first() {
                Some(class) => words.hint(format!(
                    "ví dụ: thêm `class = \"{}\"`; có các loại {}",
                    one_line(class),
                    listed(known, "và")
                )),
                None => words.hint("thêm `class = \"…\"`"),
            }
        }
        Problem::CaseBadFigure { field, found, expected } => {
            Words::new(format!("{} không thể là {}, cần {}", tick(field), tick(found), shape_word(*expected)))
                .hint(figure_hint(field, *expected))
        }
        Problem::CaseOutOfBounds { field, found, limit } => {
            Words::new(format!("{} là {}, nhưng phải {limit}", tick(field), tick(found)))
                .hint("ghi số liệu mà bảng số liệu của xã có thể có")
        }
        Problem::CaseBaseChain { .. } | Problem::CaseWithoutNothing { .. } | Problem::CaseNotFilledIn { .. } => base(problem),
        Problem::ItemFailed { item, message } => {
            Words::new(format!("không tính được điểm của {}, coi là thiếu số liệu: {}", tick(item), one_line(message)))
        }
        Problem::NotStrict { undetermined, provisional } => Words::new(format!(
            "`--strict` không chấp nhận kết quả chưa xác định (có {undetermined}) và kết quả dựa vào con số tạm thời (có \
             {provisional})"
        ))
        .hint("bổ sung số liệu còn thiếu và xác nhận các con số tạm thời, hoặc bỏ `--strict`"),
        Problem::OtherYears { year, count } => Words::new(format!(
            "số đơn vị có năm khác trong bảng: {count}; tất cả được chấm theo con số của tiêu chuẩn cho năm {year}"
        ))
        .hint("bỏ `--year` để chấm mỗi đơn vị theo năm của nó"),
        Problem::ChangedWithinYear { year, on, ids } => Words::new(format!(
            "có con số thay đổi trong năm {year}: {}; dùng con số có hiệu lực vào ngày {}",
            listed(ids, "và"),
            on.display(crate::lang::Lang::Vi)
        )),
        group!(not outcome) => Words::default(),
    }
}

/// Of cases that change the figures of another, and of open results.
/// A figure of a case as it can be typed.
fn figure_hint(field: &str, expected: Shape) -> String {
    let field = one_line(field);
    match expected {
        Shape::Boolean => format!("ghi `{field} = true` nếu có, `{field} = false` nếu không"),
        Shape::Whole => format!("ghi số không có dấu ngoặc kép và phần thập phân: `{field} = 12`"),
        Shape::Number => format!("ghi số không có dấu ngoặc kép: `{field} = 12.5`"),
        _ => format!("ghi mã của lựa chọn trong dấu ngoặc kép: `{field} = \"…\"`"),
    }
}

fn base(problem: &Problem) -> Words {
    match problem {
        Problem::CaseBaseChain { chain, most } if chain.first() == chain.last() => {
            let hint = format!(
                "ghi số liệu trong `given`, bỏ `base` ở một ví dụ trong số đó; chuỗi có nhiều nhất {most} ví dụ"
            );
            Words::new(format!("các ví dụ kiểm tra lấy số liệu vòng tròn của nhau: {}", chain_of(chain))).hint(hint)
        }
        Problem::CaseBaseChain { chain, most } => {
            Words::new(format!("ví dụ kiểm tra lấy số liệu qua hơn {most} ví dụ khác: {}", chain_of(chain)))
                .hint("ghi ở `base` một ví dụ gần ví dụ cuối cùng hơn")
        }
        Problem::CaseWithoutNothing { field, base: Some(base) } => {
            Words::new(format!("`without` bỏ {}, nhưng ví dụ gốc {} không có số liệu này", tick(field), tick(base)))
                .hint(format!("bỏ {} khỏi `without`", tick(field)))
        }
        Problem::CaseWithoutNothing { field, base: None } => {
            Words::new(format!("`without` bỏ {}, nhưng ví dụ này không có `base`", tick(field)))
                .hint("bỏ `without`; số liệu không ghi trong `given` là thiếu")
        }
        Problem::CaseNotFilledIn { examples } => Words::new("chưa điền kết quả của ví dụ kiểm tra này")
            .hint(format!("thay `\"?\"` bằng kết quả theo văn bản, ví dụ {}", listed(examples, "hoặc"))),
        _ => Words::default(),
    }
}

/// Names of cases with arrows.
fn chain_of(names: &[String]) -> String {
    names.iter().map(|name| tick(name)).collect::<Vec<_>>().join(" → ")
}
