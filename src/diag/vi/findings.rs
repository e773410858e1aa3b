//! Vietnamese wording: what is found by going through a script.

use super::kind_word;
use crate::diag::group::group;
use crate::diag::problem::{Kind, Problem};
use crate::diag::words::{Words, case_of, for_people, one_line, tick};
use crate::lang::Lang;
use crate::quantity::Points;

pub(in crate::diag) fn findings(problem: &Problem) -> Words {
    match problem {
        Problem::ScriptUnused { kind, name } => unused(*kind, name),
        Problem::ScriptUnreachable => Words::new("phần này của tập lệnh không bao giờ được thực hiện")
            .hint("bỏ phần này, hoặc sửa điều kiện hay lệnh `return` ở phía trước"),
        Problem::ScriptBranchExceeds { what, found, exactly, below, key, least, most } => {
            let bound = match (exactly, below) {
                (true, _) => "",
                (false, true) => "nhiều nhất ",
                (false, false) => "ít nhất ",
            };
            let found = for_people(found, Lang::Vi);
            Words::new(format!(
                "nhánh này của {} cho {bound}{found} điểm, nhưng chỉ được từ {} đến {}",
                tick(what),
                p(*least),
                p(*most)
            ))
            .hint(within(*below, *key, *least, *most))
        }
        Problem::ScriptLimitUnreached { what, key, found, limit } => Words::new(format!(
            "{} phải có trường hợp được {} điểm, nhưng tập lệnh chỉ cho gần nhất là {}",
            tick(what),
            p(*limit),
            p(*found)
        ))
        .hint(format!("ghi {found} vào `{key}`, hoặc sửa điểm trong tập lệnh")),
        Problem::ScriptStops { what, given, message } => Words::new(format!(
            "{} không có kết quả hợp lệ với {}: {}",
            tick(what),
            case_of(given),
            one_line(&message.vi)
        ))
        .hint(format!("sửa tập lệnh, rồi thêm ví dụ `{{ given = {}, points = … }}`", one_line(given))),
        Problem::ScriptPointsTurn { what, parameter, lines } => Words::new(format!(
            "điểm của {} lúc tăng lúc giảm theo {}: {}",
            tick(what),
            tick(parameter),
            lines.iter().map(line).collect::<Vec<_>>().join("; ")
        ))
        .hint("kiểm tra lại tập lệnh; giữ nguyên nếu văn bản quy định như vậy, dùng `abs(…)` khi tính khoảng cách"),
        Problem::ScriptMissingDecides { what, field, points, value, then, given } => Words::new(format!(
            "{} cho {} điểm dù {} chưa có số liệu, nhưng cho {} điểm khi `{} = {}`, với {}",
            tick(what),
            p(*points),
            tick(field),
            p(*then),
            one_line(field),
            one_line(value),
            case_of(given)
        ))
        .hint(format!("trả về `missing(…)` khi `is_missing({})`, trừ khi văn bản quy định như vậy", one_line(field))),
        group!(not findings) => Words::default(),
    }
}

/// What to write, and the limit that may be wrong instead.
fn within(below: bool, key: Option<&str>, least: Points, most: Points) -> String {
    let (bound, points, change) =
        if below { ("ít nhất", least, "giảm") } else { ("nhiều nhất", most, "tăng") };
    let own = format!("cho {bound} {points} điểm ở nhánh này");
    key.map_or_else(|| own.clone(), |key| format!("{own}, hoặc {change} `{key}` nếu văn bản đã sửa đổi"))
}

fn unused(kind: Kind, name: &str) -> Words {
    let words = Words::new(format!("{} {} không được dùng trong tập lệnh này", kind_word(kind), tick(name)));
    match kind {
        Kind::Parameter => words.hint(format!("bỏ {}: thiếu số liệu này thì không chấm được điểm", tick(name))),
        _ => words.hint(format!("bỏ {}, hoặc dùng nó", tick(name))),
    }
}

/// `với { children = 10 } 0 được 50, 1 được 100`.
fn line((given, points): &(String, Vec<(String, Points)>)) -> String {
    let points: Vec<String> = points.iter().map(|(value, points)| format!("{value} được {}", p(*points))).collect();
    let points = points.join(", ");
    if given.is_empty() { points } else { format!("với {} {points}", case_of(given)) }
}

fn p(points: Points) -> String {
    points.display(Lang::Vi)
}
