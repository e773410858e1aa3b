//! Wording of a review, one constant per language. A word missing in one language does not compile.

use crate::lang::Lang;
use crate::result::review::FindingLevel;

/// Every word of a review. `{name}` is a place that is filled.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) counts: &'static str,
    levels: [&'static str; 3],
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) more_cells: &'static str,
    pub(super) row: &'static str,
    pub(super) finding: &'static str,
    pub(super) question: &'static str,
    pub(super) missing: &'static str,
    pub(super) agency: &'static str,
    pub(super) the_commune: &'static str,
    pub(super) figures: &'static str,
    pub(super) communes: &'static str,
    pub(super) not_repaired: &'static str,
}

impl Words {
    /// The words of a language.
    pub(super) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// The heading of a level.
    pub(super) const fn level(&self, level: FindingLevel) -> &'static str {
        let [contradiction, suspicious, to_look_at] = self.levels;
        match level {
            FindingLevel::Contradiction => contradiction,
            FindingLevel::Suspicious => suspicious,
            FindingLevel::ToLookAt => to_look_at,
        }
    }
}

const VI: Words = Words {
    title: "Rà soát số liệu",
    counts: "{n} đơn vị: {contradictions} mâu thuẫn, {suspicious} điểm đáng ngờ, {to_look_at} điểm cần xem.",
    levels: ["Mâu thuẫn", "Đáng ngờ", "Cần xem"],
    code: "Mã",
    name: "Tên",
    more_cells: " và {n} ô khác",
    row: "dòng {n}",
    finding: "Phát hiện (ô)",
    question: "Cần hỏi",
    missing: "Số liệu còn thiếu theo cơ quan cung cấp",
    agency: "Cơ quan",
    the_commune: "Đơn vị",
    figures: "Số liệu thiếu",
    communes: "Số đơn vị",
    not_repaired: "Không số liệu nào bị sửa. Các ngưỡng dưới đây để hỏi lại, không phải quy định của pháp luật:",
};

const EN: Words = Words {
    title: "Review of the figures",
    counts: "Units: {n} (findings: contradictions {contradictions}, suspicious {suspicious}, to look at {to_look_at}).",
    levels: ["Contradictions", "Suspicious", "To look at"],
    code: "Code",
    name: "Name",
    more_cells: " and {n} more",
    row: "row {n}",
    finding: "Finding (cells)",
    question: "Question",
    missing: "Missing figures by supplying agency",
    agency: "Agency",
    the_commune: "The commune",
    figures: "Missing figures",
    communes: "Units",
    not_repaired: "No figure is changed. The thresholds below are for asking back, they are not law:",
};
