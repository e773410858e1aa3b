//! Vietnamese wording: versions of figures and their days.

use crate::diag::en::date::typed;
use crate::diag::group::group;
use crate::diag::problem::Problem;
use crate::diag::words::{Words, tick};
use crate::lang::Lang;

pub(in crate::diag) fn date(problem: &Problem) -> Words {
    match problem {
        Problem::DateOutsideForce { day, days } => Words::new(format!(
            "ngày {} nằm ngoài thời gian có hiệu lực của phần chứa nó, {}",
            tick(&day.to_string()),
            days.display(Lang::Vi)
        ))
        .hint("sửa lại ngày, hoặc bỏ khóa này: phiên bản không có `from` hay `until` bắt đầu hay kết thúc cùng phần chứa nó"),
        Problem::VersionOverlap { day, same_day: true } => {
            let day = day.display(Lang::Vi);
            Words::new(format!("hai phiên bản cùng bắt đầu từ {day}, nên có hai con số cùng có hiệu lực"))
                .hint("ghi `from` khác cho một trong hai, hoặc bỏ bớt một")
        }
        Problem::VersionOverlap { day, same_day: false } => {
            let begins = day.display(Lang::Vi);
            Words::new(format!("phiên bản này bắt đầu từ {begins}, khi một phiên bản khác vẫn còn hiệu lực"))
                .hint(format!("ghi `until = {}` cho phiên bản kia", day.previous()))
        }
        Problem::VersionGap { days } => {
            Words::new(format!("không có phiên bản nào có hiệu lực {}", days.display(Lang::Vi)))
                .hint(format!("thêm một phiên bản có `{}`, hoặc kéo dài phiên bản khác cho đủ các ngày này", typed(days)))
        }
        Problem::VersionOfAnother { first, second } => {
            Words::new(format!("các phiên bản của cùng một nội dung lại có hai mã, {} và {}", tick(first), tick(second)))
                .hint(format!("ghi {}: mã phải giữ nguyên trong mọi phiên bản", tick(first)))
        }
        Problem::NoAssessmentDay => {
            Words::new("có con số thay đổi theo ngày, nhưng chưa ghi năm đánh giá dùng con số của ngày nào").hint(
                "thêm vào `[standard]`: `assessed_on = { month = 12, day = 31, status = \"…\", evidence = \"…\" }`",
            )
        }
        Problem::TooManyVersions { found, limit } => {
            Words::new(format!("các ngày trong tệp này tạo thành {found} phiên bản, nhiều nhất chỉ được {limit}"))
                .hint("để các con số thay đổi cùng đợt có cùng một ngày")
        }
        group!(not date) => Words::default(),
    }
}
