//! Vietnamese wording: tables as files, numbers in cells, other cells.

use crate::diag::group::group;
use crate::diag::problem::{AskedYear, Problem};
use crate::diag::words::{
    Words, digits_after_mark, for_people, last_year, listed, listed_quoted, listed_years, never_grouped, one_line,
    padded, quoted, tick,
};
use crate::lang::Lang;

pub(in crate::diag) fn table(problem: &Problem) -> Words {
    match problem {
        Problem::NotText { encoding } => Words::new(format!("tệp này không phải là văn bản theo bảng mã {encoding}"))
            .hint("lưu tệp theo UTF-8; trong Excel, chọn kiểu `CSV UTF-8 (Comma delimited)`"),
        Problem::EmptyTable => {
            Words::new("bảng trống, chưa có dòng tiêu đề").hint("ghi tên các cột vào dòng đầu tiên: `code`, `name`, …")
        }
        Problem::NoRows => Words::new("bảng chỉ có dòng tiêu đề, chưa có đơn vị nào")
            .hint("ghi mỗi xã một dòng, bên dưới dòng tiêu đề"),
        Problem::NoFigures { communes } => {
            Words::new(format!("phiếu chưa điền số liệu: có tên {communes} đơn vị nhưng chưa có con số nào"))
                .hint("điền số liệu, hoặc lấy tệp này ra khỏi thư mục")
        }
        Problem::FormsUnfilled { files, communes } => Words::new(format!(
            "{} phiếu chưa điền số liệu, có tên {} đơn vị nhưng chưa có con số nào: {}",
            files.len(),
            communes,
            listed_quoted(files, "và")
        ))
        .hint("điền số liệu, hoặc lấy các tệp này ra khỏi thư mục"),
        Problem::GuessedEncoding { encoding } => {
            Words::new(format!("đọc theo bảng mã {encoding}, nhận biết qua nội dung tệp"))
                .hint("nếu chữ hiển thị sai, trong Excel lưu lại bảng theo kiểu `CSV UTF-8 (Comma delimited)`")
        }
        Problem::HeaderTwice { field, first, second } => {
            Words::new(format!("hai cột {} và {} cùng là {}", quoted(first), quoted(second), tick(field)))
                .hint("xóa hoặc đổi tên một trong hai cột")
        }
        Problem::ExtraColumn { header, meant: Some(meant) } => {
            Words::new(format!("tiêu chuẩn không có cột {}", quoted(header)))
                .hint(format!("có phải là {} không?", tick(meant)))
        }
        Problem::ExtraColumn { header, meant: None } => {
            Words::new(format!("tiêu chuẩn không có cột {}, cột được giữ nguyên và không tính điểm", quoted(header)))
        }
        Problem::UnknownSelfScore { header, meant, known } => unknown_self_score(header, meant.as_deref(), known),
        Problem::MissingColumn { field, label, items, meant } => missing_column(field, label, items, meant.as_deref()),
        Problem::RowLength { found, expected } => {
            let words = Words::new(format!("dòng này có {found} ô, dòng tiêu đề có {expected}"));
            if found > expected {
                return words.hint("đặt trong dấu ngoặc kép chữ hoặc số có chứa dấu ngăn cách cột: `\"12,5\"`");
            }
            words.hint(
                "xem có ô nào bị mất ở giữa dòng không: khi đó mọi số liệu sau ô ấy nằm sai cột; \
                 nếu chỉ thiếu ở cuối dòng thì thêm ô trống",
            )
        }
        Problem::DuplicateCommune { code, year } if year.is_empty() => {
            Words::new(format!("đơn vị {} xuất hiện hai lần trong bảng", quoted(code))).hint(DUPLICATE)
        }
        Problem::DuplicateCommune { code, year } => {
            Words::new(format!("đơn vị {} xuất hiện hai lần trong bảng cho năm {}", quoted(code), one_line(year)))
                .hint(DUPLICATE)
        }
        Problem::RowSkipped { errors } => Words::new(format!("đã bỏ qua dòng này, số lỗi trong dòng: {errors}"))
            .hint("sửa các ô nêu ở trên để đơn vị này được chấm điểm"),
        Problem::FindingsNotShown { count } => Words::new(format!("tệp này còn {count} lỗi nữa chưa được nêu"))
            .hint("sửa các lỗi đã nêu trước; thường là cả cột sai cùng một kiểu"),
        group!(not table) => Words::default(),
    }
}

const DUPLICATE: &str = "xóa một trong hai dòng, hoặc sửa lại `code` hay `year`";

fn missing_column(field: &str, label: &str, items: &[String], meant: Option<&str>) -> Words {
    let named = format!("bảng thiếu cột {} ({})", tick(field), one_line(label));
    let words = match items {
        [] => Words::new(named),
        items => Words::new(format!("{named}, dùng để chấm điểm {}", listed(items, "và"))),
    };
    match meant {
        Some(meant) => words.hint(format!("đổi tên cột {} thành {}", quoted(meant), tick(field))),
        None => words.hint(format!("thêm cột {}, ô chưa có số liệu thì để trống", tick(field))),
    }
}

pub(in crate::diag) fn number(problem: &Problem) -> Words {
    match problem {
        Problem::NotACount { found } => Words::new(format!("{} không phải là số nguyên", quoted(found)))
            .hint("ghi số trẻ em, số vụ việc không có phần thập phân; để trống nếu chưa có số liệu"),
        Problem::Negative { found } => {
            Words::new(format!("{} là số âm", quoted(found))).hint("ghi số từ 0 trở lên; để trống nếu chưa có số liệu")
        }
        Problem::PercentForCount { found } => {
            Words::new(format!("{} là tỷ lệ phần trăm, cột này cần số đếm (số trẻ em, số vụ, số thôn)", quoted(found)))
                .hint("ghi số đếm; tỷ lệ được tính từ số đếm")
        }
        Problem::FormulaError { found } => Words::new(format!("{} là báo lỗi công thức của bảng tính", quoted(found)))
            .hint("ghi số liệu thay cho công thức; để trống nếu chưa có số liệu"),
        Problem::AmbiguousNumber { found, grouped, decimal, whole } => ambiguous(found, grouped, decimal, *whole),
        Problem::NotANumber { found, meant: Some(meant) } => {
            Words::new(format!("{} không phải là số", quoted(found))).hint(format!("ghi {}", one_line(meant)))
        }
        Problem::NotANumber { found, meant: None } => Words::new(format!("{} không phải là số", quoted(found)))
            .hint("ghi bằng chữ số; để trống nếu chưa có số liệu, ghi 0 nếu không có trường hợp nào"),
        Problem::TooManyDigits { found, digits } => Words::new(format!(
            "{} có {} chữ số sau dấu thập phân, chỉ được tối đa {digits}",
            quoted(found),
            digits_after_mark(found)
        ))
        .hint(fewer_digits(*digits)),
        Problem::TooLarge { found, most } => Words::new(format!(
            "{} lớn hơn mức có thể có ở một xã, tối đa {}",
            quoted(found),
            for_people(most, Lang::Vi)
        ))
        .hint("xem có thừa chữ số, hoặc hai số bị ghi vào cùng một ô không"),
        Problem::NotAPercentage { found } => {
            Words::new(format!("{} không nằm trong khoảng từ 0 đến 100", quoted(found)))
                .hint("ghi số phần trăm, ví dụ 95; để trống nếu chưa có số liệu")
        }
        Problem::BelowLeast { field, found, least, strictly } => {
            let bound = if *strictly { "phải lớn hơn" } else { "phải từ" };
            let end = if *strictly { "" } else { " trở lên" };
            Words::new(format!(
                "{} là {}, {bound} {}{end}",
                tick(field),
                for_people(found, Lang::Vi),
                for_people(least, Lang::Vi)
            ))
            .hint("sửa lại số liệu; để trống nếu chưa có")
        }
        Problem::AboveOther { field, found, other, limit } => Words::new(format!(
            "{} là {}, lớn hơn {} ({})",
            tick(field),
            for_people(found, Lang::Vi),
            tick(other),
            for_people(limit, Lang::Vi)
        ))
        .hint(format!("sửa một trong hai số: {} là một phần của {}", tick(field), tick(other))),
        group!(not number) => Words::default(),
    }
}

fn fewer_digits(digits: u8) -> String {
    match digits {
        0 => "ghi số không có phần thập phân".to_owned(),
        _ => format!("ghi số liệu với tối đa {digits} chữ số sau dấu phẩy"),
    }
}

pub(in crate::diag) fn cell(problem: &Problem) -> Words {
    match problem {
        Problem::NotYesNo { found } => Words::new(format!("{} không phải là \"có\" hay \"không\"", quoted(found)))
            .hint("ghi \"có\" hoặc \"không\"; để trống nếu chưa rõ"),
        Problem::NotAChoice { found, allowed, meant } => {
            let words = Words::new(format!(
                "{} không phải là lựa chọn của cột này, cần ghi {}",
                quoted(found),
                listed_quoted(allowed, "hoặc")
            ));
            write_meant(words, meant.as_deref(), allowed)
        }
        Problem::UnknownClass { found, known, meant } => {
            let message = format!("{} không phải là loại địa bàn của tiêu chuẩn", quoted(found));
            let words = match known.as_slice() {
                [] => Words::new(message),
                known => Words::new(format!("{message}, cần ghi {}", listed_quoted(known, "hoặc"))),
            };
            write_meant(words, meant.as_deref(), known)
        }
        Problem::EmptyIdentity { column } => {
            let what = if *column == "name" { "tên" } else { "mã" };
            Words::new(format!("đơn vị này chưa có {what} (cột {})", tick(column)))
                .hint("điền vào ô này; xóa cả dòng nếu đó là dòng tiêu đề phụ hoặc dòng tổng cộng")
        }
        Problem::ShortCode { found, digits } => {
            Words::new(format!("mã {} không đủ {digits} chữ số: có thể bảng tính đã làm mất số 0 ở đầu", quoted(found)))
                .hint(format!("đặt định dạng ô là Text rồi ghi {}", padded(found, *digits)))
        }
        Problem::OddCode { found, digits } => {
            Words::new(format!("mã {} không phải là {digits} chữ số liền nhau", quoted(found)))
                .hint("đặt định dạng ô là Text rồi ghi đúng mã đơn vị hành chính, chỉ gồm chữ số 0 đến 9")
        }
        Problem::NotAYear { found } => {
            Words::new(format!("{} không phải là năm từ 1900 đến 2200", quoted(found))).hint("chỉ ghi năm, ví dụ 2024")
        }
        Problem::YearNotInForce { year, days, on, asked } => {
            let day =
                on.map_or_else(String::new, |day| format!(", vào ngày dùng để đánh giá {}", day.display(Lang::Vi)));
            let days = days.display(Lang::Vi);
            Words::new(format!("tiêu chuẩn không có hiệu lực trong năm {year}{day}; tiêu chuẩn có hiệu lực {days}"))
                .hint(match asked {
                    AskedYear::Table => "sửa lại năm, hoặc chọn tiêu chuẩn của năm đó bằng `--standard`",
                    AskedYear::Case => "sửa lại năm; ví dụ về tiêu chuẩn khác thì ghi trong tệp của tiêu chuẩn đó",
                    AskedYear::Comparison => "sửa lại `--old-year` hoặc `--new-year`",
                })
        }
        Problem::YearNeeded { firsts } => Words::new(format!(
            "ở đây chưa có năm, mà con số của tiêu chuẩn tùy thuộc vào năm: áp dụng từ các năm {}",
            listed_years(firsts, "và")
        ))
        .hint(format!("điền cột `year` (năm), hoặc chấm tất cả theo một năm: `--year {}`", last_year(firsts))),
        group!(not cell) => Words::default(),
    }
}

fn write_meant(words: Words, meant: Option<&str>, allowed: &[String]) -> Words {
    match (meant, allowed) {
        (Some(meant), _) => words.hint(format!("ghi {}", quoted(meant))),
        (None, [first, ..]) => words.hint(format!("ví dụ: ghi {}", quoted(first))),
        (None, []) => words,
    }
}

fn ambiguous(found: &str, grouped: &str, decimal: &str, count: bool) -> Words {
    let whole: String = grouped.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
    let decimal = decimal.replace('.', ",");
    let words = Words::new(format!("{} có hai cách đọc: {whole} hoặc {decimal}", quoted(found)));
    if count {
        return words.hint(format!("ghi {whole}, không có dấu giữa các chữ số"));
    }
    words.hint(format!(
        "ghi {whole} nếu là số nguyên; nếu là số thập phân, đặt định dạng ô là Text rồi ghi {}",
        never_grouped(&decimal)
    ))
}

fn unknown_self_score(header: &str, meant: Option<&str>, known: &[String]) -> Words {
    let words = Words::new(format!(
        "cột {} không phải là cột điểm tự chấm: tiêu chuẩn không có tiêu chí như vậy",
        quoted(header)
    ));
    words.hint(match meant {
        Some(meant) => format!("có phải là {} không?", tick(meant)),
        None => format!("các cột điểm tự chấm: {}", listed(known, "và")),
    })
}
