//! Vietnamese wording: what can be proved of a standard: rules without effect, repetitions, contradictions.

use super::kind_word;
use crate::diag::group::group;
use crate::diag::problem::Problem;
use crate::diag::words::{Words, listed, one_line, quoted, tick};
use crate::lang::Lang;
use crate::quantity::Points;

pub(in crate::diag) fn proof(problem: &Problem) -> Words {
    match problem {
        Problem::BandTwice { band, points } => {
            let words = Words::new(format!("mức {} được ghi hai lần", tick(band)));
            match points.as_slice() {
                [first, second] if first != second => words.hint(format!(
                    "giữ mức có số điểm đúng với văn bản, {} hoặc {}, và bỏ mức kia",
                    p(*first),
                    p(*second)
                )),
                _ => words.hint("bỏ một trong hai"),
            }
        }
        Problem::NeverFails { what, asks, least } => Words::new(format!(
            "{} bằng {} không có tác dụng: không xã nào có thể dưới {} điểm",
            tick(what),
            p(*asks),
            p(*least)
        ))
        .hint("sửa con số, hoặc bỏ đi nếu văn bản không quy định"),
        Problem::AlwaysHolds { fact, domain, gate: true } => Words::new(format!(
            "điều kiện chấm điểm {} lúc nào cũng đạt: nó đúng với mọi giá trị {}",
            tick(fact),
            tick(domain)
        ))
        .hint("sửa cận; muốn loại giá trị 0 thì ghi `above = 0`"),
        Problem::AlwaysHolds { fact, domain, .. } => Words::new(format!(
            "điều kiện {} lúc nào cũng xảy ra, dù số liệu thế nào: mọi giá trị đều thuộc {}",
            tick(fact),
            tick(domain)
        ))
        .hint("sửa cận: ghi như vậy thì không loại trừ giá trị nào"),
        Problem::EndOutOfRange { end, domain } => {
            Words::new(format!("{} nằm ngoài các giá trị của chỉ tiêu, {}", tick(end), tick(domain)))
                .hint("kiểm tra con số và đơn vị; giữ nguyên nếu văn bản quy định như vậy")
        }
        Problem::SameTitle { kind, title, first, second } => Words::new(format!(
            "{} {} có cùng tên với {}: {}",
            kind_word(*kind),
            tick(second),
            tick(first),
            quoted(title)
        ))
        .hint(format!("ghi tên của {} đúng như trong văn bản", tick(second))),
        Problem::AtMostCycle { fields } => cycle(fields),
        Problem::LastYearCycle { fields } => last_year_cycle(fields),
        Problem::FieldTwice { field } => field_twice(field),
        Problem::CaseTwice => Words::new("ví dụ kiểm tra này được ghi hai lần").hint("bỏ một trong hai"),
        Problem::CaseContradicts { what, first, second } => Words::new(format!(
            "hai ví dụ kiểm tra có cùng số liệu nhưng cần kết quả khác nhau của {}: {} và {}",
            tick(what),
            one_line(first),
            one_line(second)
        ))
        .hint("giữ ví dụ đúng với văn bản"),
        Problem::SignTaken { sign } => {
            Words::new(format!("{} đã có nghĩa khác trong cột này, hoặc được ghi hai lần", quoted(sign)))
                .hint("bỏ ký hiệu này, hoặc chỉ ghi ở một trong hai khóa `means_missing` và `means_zero`")
        }
        group!(not proof) => Words::default(),
    }
}

fn p(points: Points) -> String {
    points.display(Lang::Vi)
}

fn cycle(fields: &[String]) -> Words {
    if fields.len() == 1 {
        return Words::new(format!("trường số liệu {} bị giới hạn bởi chính nó", listed(fields, "và")))
            .hint("ghi trong `at_most` trường số liệu mà nó là một phần, hoặc bỏ `at_most`");
    }
    Words::new(format!(
        "các trường số liệu {} giới hạn nhau vòng tròn: trường trước không vượt trường sau, trường cuối không vượt \
         trường đầu",
        listed(fields, "và")
    ))
    .hint(format!("bỏ `at_most` ở trường là tổng thể, không phải bộ phận: {}", listed(fields, "hoặc")))
}

fn last_year_cycle(fields: &[String]) -> Words {
    if fields.len() == 1 {
        return Words::new(format!("trường số liệu {} là số liệu năm trước của chính nó", listed(fields, "và")))
            .hint("ghi trong `last_year_of` trường của năm nay, hoặc bỏ `last_year_of`");
    }
    Words::new(format!("các trường số liệu {} là số liệu năm trước của nhau, vòng tròn", listed(fields, "và")))
        .hint("bỏ `last_year_of` ở trường ghi số liệu năm nay")
}

fn field_twice(field: &str) -> Words {
    Words::new(format!("{} được ghi lần thứ hai; ở đây mỗi trường chỉ được ghi một lần", tick(field)))
        .hint("bỏ một trong hai chỗ, hoặc ghi đúng trường cần dùng")
}
