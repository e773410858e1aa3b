//! Wording of self-scores, one constant per language. A word missing in one language does not compile.

use crate::lang::Lang;

/// Every word. `{name}` is a place that is filled.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) counts: &'static str,
    pub(super) criterion: &'static str,
    pub(super) claimed: &'static str,
    pub(super) computed: &'static str,
    pub(super) difference: &'static str,
    pub(super) because: &'static str,
    pub(super) item: &'static str,
    pub(super) and: &'static str,
    pub(super) several: &'static str,
    pub(super) others: &'static str,
    pub(super) others_at_least: &'static str,
    pub(super) nothing: &'static str,
    pub(super) scripted: &'static str,
    pub(super) not_searched: &'static str,
    pub(super) own_sum: &'static str,
    pub(super) none: &'static str,
    pub(super) over: &'static str,
    pub(super) under: &'static str,
    pub(super) own: &'static str,
    pub(super) computed_verdict: &'static str,
    pub(super) own_note: &'static str,
    pub(super) zeroed: &'static str,
    pub(super) or: &'static str,
    pub(super) missing: &'static str,
    pub(super) not_comparable: &'static str,
    pub(super) total: &'static str,
    pub(super) above_maximum: &'static str,
}

impl Words {
    /// The words of a language.
    pub(super) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}

const VI: Words = Words {
    title: "Điểm tự chấm so với điểm tính được",
    counts: "{communes} đơn vị có điểm tự chấm ({claims} ô): {over} ô cao hơn, {under} ô thấp hơn điểm tính được.",
    criterion: "Tiêu chí",
    claimed: "Tự chấm",
    computed: "Tính được",
    difference: "Chênh",
    because: "Vì",
    item: "“{item}” mức {range}: {claimed} thay vì {computed}",
    and: " và ",
    several: "một nội dung không đủ giải thích; có thể ",
    others: " (còn {n} cách giải thích khác)",
    others_at_least: " (còn ít nhất {n} cách giải thích khác, chưa thử hết)",
    nothing: "không mức điểm nào của các nội dung giải thích được",
    scripted: "không so được theo mức điểm: tập lệnh tính điểm của {items}",
    not_searched: "không mức điểm nào của {n} nội dung trở xuống giải thích được; nhiều nội dung hơn thì chưa thử hết",
    own_sum: "không bằng tổng điểm tự chấm của các tiêu chí, là {sum}",
    none: "Bảng không có điểm tự chấm nào; tên cột: self.<mã tiêu chí>, self.total, “Tự chấm: <tên tiêu chí>” hoặc “<tên tiêu chí> (tự chấm)”.",
    over: "Chấm cao hơn",
    under: "Chấm thấp hơn",
    own: "Kết quả theo điểm tự chấm",
    computed_verdict: "Kết quả tính được",
    own_note: "Tiêu chí không tự chấm được lấy theo điểm tính được; điều kiện khác điểm được lấy theo số liệu.",
    zeroed: "tiêu chí bị tính 0 điểm: {facts}",
    or: " hoặc ",
    missing: "còn thiếu số liệu",
    not_comparable: "không so được theo nội dung: điểm tiêu chí không phải là tổng các nội dung",
    total: "xem từng tiêu chí",
    above_maximum: "cao hơn điểm tối đa",
};

const EN: Words = Words {
    title: "Self-scores against the points computed",
    counts: "Units with self-scores: {communes} (claims: {claims}, of which above the points computed {over}, below {under}).",
    criterion: "Criterion",
    claimed: "Claimed",
    computed: "Computed",
    difference: "Difference",
    because: "Because of",
    item: "“{item}”, line {range}: {claimed} instead of {computed}",
    and: " and ",
    several: "cannot be explained by one item; possibly ",
    others: " (other explanations: {n})",
    others_at_least: " (other explanations: at least {n}, not all were tried)",
    nothing: "no line of any item explains it",
    scripted: "cannot be compared by lines: a script gives the points of {items}",
    not_searched: "no lines of {n} items or fewer explain it; with more items not all were tried",
    own_sum: "not the sum of the points claimed for the criteria, which is {sum}",
    none: "The table has no self-scores; columns are called self.<criterion id>, self.total, “Tự chấm: <title>” or “<title> (tự chấm)”.",
    over: "Over",
    under: "Under",
    own: "Verdict by self-scores",
    computed_verdict: "Verdict computed",
    own_note: "A criterion without a self-score counts as computed; conditions other than points follow the figures.",
    zeroed: "the criterion is set to 0: {facts}",
    or: " or ",
    missing: "figures are missing",
    not_comparable: "cannot be compared by items: the criterion is not the sum of its items",
    total: "see the criteria",
    above_maximum: "above the maximum",
};
