//! Vietnamese wording: area classes, rules at 0/0, bands and other scales, sums of points.

use super::kind_word;
use crate::diag::group::group;
use crate::diag::problem::{Kind, Problem};
use crate::diag::words::{Words, listed, one_line, tick};
use crate::lang::Lang;
use crate::quantity::{Decimal, Points};

pub(in crate::diag) fn class(problem: &Problem) -> Words {
    match problem {
        Problem::ClassNotCovered { class, what } => {
            let words = Words::new(format!("loại địa bàn {} chưa có {}", tick(class), kind_word(*what)));
            let class = one_line(class);
            match what {
                Kind::Threshold => words
                    .hint(format!("thêm `{{ class = \"{class}\", at_least = …, status = \"…\", evidence = \"…\" }}`")),
                _ => words.hint(format!("thêm `{{ class = \"{class}\", bands = [ … ] }}`")),
            }
        }
        Problem::ClassTwice { class } => Words::new(format!("loại địa bàn {} xuất hiện hai lần ở đây", tick(class)))
            .hint(format!("chỉ giữ một mục cho {}", tick(class))),
        Problem::NoClasses => {
            Words::new("phần này chia theo loại địa bàn, nhưng tiêu chuẩn không khai báo loại địa bàn nào")
                .hint("ghi một con số chung cho tất cả, hoặc ghi ngày hiệu lực của mỗi con số: `in_force = { from = 2027-01-01 }`")
        }
        Problem::ClassWithoutClasses { class } => {
            Words::new(format!("không có loại địa bàn {}: tiêu chuẩn không khai báo loại nào", tick(class)))
                .hint("bỏ `class`, hoặc khai báo bằng `[[area_class]]`")
        }
        Problem::ClassNeeded { known } => {
            Words::new("tiêu chuẩn này có nhiều loại địa bàn, nhưng ở đây chỉ có một mục không ghi loại nào")
                .hint(format!("ghi mỗi loại một mục, với `class = …`: {}", listed(known, "và")))
        }
        Problem::NeverEmpty { indicator } => {
            Words::new(format!("chỉ tiêu {} không có mẫu số nên không thể có mẫu số bằng 0", tick(indicator)))
                .hint("bỏ `when_empty`")
        }
        Problem::EmptyRuleNeedsStatus { rule } => {
            Words::new(format!("quy tắc {} cho điểm khi mẫu số bằng 0, nhưng thiếu `status` và `evidence`", tick(rule)))
                .hint(format!(
                    "ghi `when_empty = {{ give = \"{}\", status = \"…\", evidence = \"…\" }}`",
                    one_line(rule)
                ))
        }
        Problem::TooManyLeftOut { found, limit } => {
            Words::new(format!("tiêu chí này có {found} nội dung có thể không tính, chỉ được tối đa {limit}"))
                .hint("ghi `give = \"not-applicable\"` ở một số nội dung")
        }
        Problem::LeaveOutWithScript => {
            Words::new("không thể bỏ một nội dung ra khỏi tiêu chí có điểm do tập lệnh tính")
                .hint("ghi `give = \"not-applicable\"` thay cho `\"leave-out\"`")
        }
        group!(not class) => Words::default(),
    }
}

pub(in crate::diag) fn band(problem: &Problem) -> Words {
    match problem {
        Problem::TwoBounds { first, second } => Words::new(format!(
            "{} và {} cùng quy định một cận",
            tick(first),
            tick(second)
        ))
        .hint(format!("bỏ {} hoặc {}", tick(first), tick(second))),
        Problem::NoBound => Words::new("cần ít nhất một cận (dưới hoặc trên), nhưng chưa có cận nào")
            .hint("thêm `from = …` (≥), `above = …` (>), `below = …` (<) hoặc `up_to = …` (≤)"),
        Problem::BandGap { from, to, line } => {
            Words::new(format!("không có mức nào cho các giá trị từ {} đến {}", one_line(from), one_line(to)))
                .hint(format!("thêm mức: {}", one_line(line)))
        }
        Problem::BandOverlap { from, to } => {
            let words =
                Words::new(format!("có hai mức cùng nhận các giá trị từ {} đến {}", one_line(from), one_line(to)));
            match Decimal::parse(from) {
                Ok(from) => words.hint(format!("kết thúc mức thấp hơn bằng `below = {from}`")),
                Err(_) => words.hint("cho mức này kết thúc ở chỗ mức kia bắt đầu"),
            }
        }
        Problem::BandUnreachable { band, domain } => Words::new(format!(
            "không giá trị nào rơi vào mức {}, chỉ tiêu chỉ có giá trị {}",
            tick(band),
            tick(domain)
        ))
        .hint("bỏ mức này, hoặc sửa các cận"),
        Problem::BandNotMonotone { points } => {
            let line: Vec<String> = points.iter().map(|p| p.display(Lang::Vi)).collect();
            Words::new(format!("điểm lúc tăng lúc giảm dọc theo thang điểm: {}", line.join("; ")))
                .hint("kiểm tra lại điểm các mức; giữ nguyên nếu văn bản quy định như vậy")
        }
        Problem::LinearReversed { from, to } => Words::new(format!(
            "thang điểm tuyến tính cần `from` nhỏ hơn `to`, nhưng có `from = {from}` và `to = {to}`"
        ))
        .hint("đổi chỗ `from` và `to`, cùng với `points_from` và `points_to`"),
        Problem::ScaleDoesNotFit { scale, indicator, use_instead } => {
            Words::new(format!("thang điểm {} không dùng được cho chỉ tiêu {}", tick(scale), tick(indicator)))
                .hint(format!("dùng {}", tick(use_instead)))
        }
        Problem::ChoiceNotCovered { field, choice } => {
            Words::new(format!("lựa chọn {} của trường số liệu {} chưa có điểm", tick(choice), tick(field))).hint(
                format!("thêm `{{ is = \"{}\", points = …, status = \"…\", evidence = \"…\" }}`", one_line(choice)),
            )
        }
        group!(not band) => Words::default(),
    }
}

pub(in crate::diag) fn points(problem: &Problem) -> Words {
    match problem {
        Problem::PointsExceedItem { item, reach, most } => {
            Words::new(format!("{} có thể đạt {} điểm, nhưng chỉ được tối đa {}", tick(item), p(*reach), p(*most)))
                .hint("giảm điểm trong thang điểm, hoặc tăng `points` của tiêu chí nếu văn bản đã sửa đổi")
        }
        Problem::ItemsDoNotAddUp { criterion, reach, points } => Words::new(format!(
            "các nội dung của {} cộng lại được {} điểm, nhưng tiêu chí có {}",
            tick(criterion),
            p(*reach),
            p(*points)
        ))
        .hint(difference(*reach, *points, "các nội dung", "`points`")),
        Problem::CriteriaDoNotAddUp { reach, total } => {
            Words::new(format!("các tiêu chí cộng lại được {} điểm, nhưng tiêu chuẩn có {}", p(*reach), p(*total)))
                .hint(difference(*reach, *total, "các tiêu chí", "`total_points`"))
        }
        Problem::PointsNeedRounding { what } => Words::new(format!(
            "điểm của {} được tính theo công thức, nhưng tiêu chuẩn chưa quy định cách làm tròn",
            tick(what)
        ))
        .hint(
            "thêm vào `[standard]`: `points_rounding = { digits = 1, mode = \"half-up\", status = \"…\", evidence \
                 = \"…\" }`",
        ),
        Problem::BeyondReach { what, found, reach, strictly: true } => Words::new(format!(
            "{} đòi hỏi trên {} điểm, nhưng nhiều nhất chỉ đạt được {}",
            tick(what),
            p(*found),
            p(*reach)
        ))
        .hint(format!("giảm xuống dưới {reach}")),
        Problem::BeyondReach { what, found, reach, .. } => Words::new(format!(
            "{} đòi hỏi {} điểm, nhưng nhiều nhất chỉ đạt được {}",
            tick(what),
            p(*found),
            p(*reach)
        ))
        .hint(format!("giảm xuống tối đa {reach}")),
        Problem::NotAShare { found } => {
            Words::new(format!("tỷ lệ phải từ 0 đến 100 phần trăm, nhưng lại là `{found}`"))
                .hint("ghi số phần trăm, ví dụ `share = 50` cho một nửa")
        }
        Problem::LevelOrder { first, second } => Words::new(format!(
            "hai mức công nhận {} và {} chồng lên nhau, hoặc bỏ sót những tổng điểm ở giữa",
            tick(first),
            tick(second)
        ))
        .hint(format!("cho {} kết thúc bằng `below` ở đúng số điểm mà {} bắt đầu", tick(second), tick(first))),
        group!(not points) => Words::default(),
    }
}

fn p(points: Points) -> String {
    points.display(Lang::Vi)
}

/// By how much two sums differ, and where to look.
fn difference(found: Points, expected: Points, parts: &str, whole: &str) -> String {
    if found > expected {
        return format!("bớt {} điểm ở {parts}, hoặc sửa {whole}", p(found - expected));
    }
    format!("thêm {} điểm cho {parts}, hoặc sửa {whole}", p(expected - found))
}
