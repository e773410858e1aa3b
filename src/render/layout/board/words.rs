//! Wording of the boards of counts and of what has to be followed up.

use crate::lang::Lang;
use crate::result::follow_up::Concern;

/// Every word of these boards in one language. `{name}` is a place that is filled.
pub(crate) struct BoardWords {
    pub(crate) summary: &'static str,
    pub(crate) page: &'static str,
    pub(crate) agency: &'static str,
    pub(crate) counts: &'static str,
    pub(crate) vetoes: &'static str,
    pub(crate) lost: &'static str,
    /// `by district`.
    pub(crate) by: &'static str,
    pub(crate) all: &'static str,
    pub(crate) not_given: &'static str,
    pub(crate) expected: &'static str,
    pub(crate) absent: &'static str,
    pub(crate) scored: &'static str,
    pub(crate) recognised: &'static str,
    pub(crate) not_recognised: &'static str,
    pub(crate) undetermined: &'static str,
    pub(crate) not_published: &'static str,
    pub(crate) share: &'static str,
    pub(crate) per_cent: &'static str,
    pub(crate) mean: &'static str,
    pub(crate) median: &'static str,
    pub(crate) share_note: &'static str,
    pub(crate) mean_note: &'static str,
    pub(crate) unexpected_note: &'static str,
    pub(crate) annual: &'static str,
    pub(crate) vetoes_note: &'static str,
    pub(crate) lost_note: &'static str,
    pub(crate) follow_up: &'static str,
    pub(crate) nobody: &'static str,
    pub(crate) concern: &'static str,
    pub(crate) gap: &'static str,
    pub(crate) none_found: &'static str,
    pub(crate) follow_up_note: &'static str,
    concerns: [&'static str; 4],
}

impl BoardWords {
    /// The words of a language.
    pub(crate) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// Why an item is followed up.
    pub(crate) const fn why(&self, concern: Concern) -> &'static str {
        let [vetoes, loses, missing, near] = self.concerns;
        match concern {
            Concern::Vetoes => vetoes,
            Concern::LosesPoints => loses,
            Concern::Missing => missing,
            Concern::NearlyFails => near,
        }
    }
}

const VI: BoardWords = BoardWords {
    summary: "Tổng hợp",
    page: "Trang",
    agency: "Cơ quan theo dõi",
    counts: "Tổng hợp kết quả",
    vetoes: "Số đơn vị không đạt theo điều kiện",
    lost: "Số điểm bị mất theo tiêu chí",
    by: "theo {list}",
    all: "Tất cả",
    not_given: "(không ghi)",
    expected: "Phải có",
    absent: "Chưa có số liệu",
    scored: "Đã chấm",
    recognised: "Được công nhận",
    not_recognised: "Không được công nhận",
    undetermined: "Chưa xác định",
    not_published: "Không công bố",
    share: "Được công nhận / tổng số",
    per_cent: "Tỷ lệ (%)",
    mean: "Điểm trung bình",
    median: "Điểm trung vị",
    share_note: "Tỷ lệ tính trên tổng số đơn vị, kể cả đơn vị chưa có số liệu và chưa xác định.",
    mean_note: "Điểm trung bình, trung vị: của các đơn vị đã rõ tổng điểm ({n}/{all}).",
    unexpected_note: "Có {n} đơn vị đã chấm nhưng không có trong danh sách.",
    annual: "Biểu {code}, {title}: tổng số {all}; số được công nhận {n}; tỷ lệ {share} %. {note}",
    vetoes_note: "Một đơn vị có thể không đạt nhiều điều kiện.",
    lost_note: "Điểm bị mất: điểm tối đa trừ điểm đạt, cộng các đơn vị đã rõ điểm của tiêu chí.",
    follow_up: "Nội dung cần đôn đốc",
    nobody: "Chưa giao cơ quan theo dõi",
    concern: "Vấn đề",
    gap: "Cần thay đổi ít nhất",
    none_found: "không có thay đổi nào của số liệu còn thay đổi được",
    follow_up_note: "Khoảng cách tính bằng trẻ em, vụ việc hoặc câu trả lời, theo số liệu đã gửi.",
    concerns: ["làm đơn vị không được công nhận", "chưa đạt điểm tối đa", "thiếu số liệu", "sắp mất điểm"],
};

const EN: BoardWords = BoardWords {
    summary: "Summary",
    page: "Page",
    agency: "Followed up by",
    counts: "Results counted",
    vetoes: "Units that fail each condition",
    lost: "Points lost by criterion",
    by: "by {list}",
    all: "All",
    not_given: "(not given)",
    expected: "Expected",
    absent: "No figures yet",
    scored: "Scored",
    recognised: "Recognised",
    not_recognised: "Not recognised",
    undetermined: "Undetermined",
    not_published: "Not published",
    share: "Recognised / all",
    per_cent: "Share (%)",
    mean: "Mean total",
    median: "Median total",
    share_note: "The share is taken of all units, those without figures and those undetermined included.",
    mean_note: "Mean and median: of the units whose total is settled ({n} of {all}).",
    unexpected_note: "Units scored that are not on the list: {n}.",
    annual: "Form {code}, {title}: all {all}; recognised {n}; share {share} %. {note}",
    vetoes_note: "A unit can fail several conditions.",
    lost_note: "Points lost: the maximum minus the points, added up over the units whose points of the criterion are settled.",
    follow_up: "To be followed up",
    nobody: "Nobody follows it up yet",
    concern: "Concern",
    gap: "Least that has to change",
    none_found: "no change of figures that can still change",
    follow_up_note: "The gap is counted in children, cases or answers, by the figures handed in.",
    concerns: ["costs the recognition", "fewer points than possible", "figures missing", "nearly loses points"],
};
