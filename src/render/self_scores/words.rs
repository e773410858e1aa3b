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
    pub(super) nothing: &'static str,
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
    counts: "{communes} đơn vị tự chấm {claims} điểm; {over} điểm tự chấm cao hơn, {under} điểm tự chấm thấp hơn.",
    criterion: "Tiêu chí",
    claimed: "Tự chấm",
    computed: "Tính được",
    difference: "Chênh",
    because: "Vì",
    item: "“{item}” mức {range}: {claimed} thay vì {computed}",
    and: " và ",
    several: "một nội dung không đủ giải thích; có thể ",
    others: " (còn {n} cách giải thích khác)",
    nothing: "không mức điểm nào của các nội dung giải thích được",
    not_comparable: "không so được theo nội dung: thiếu số liệu, hoặc điểm tiêu chí không phải là tổng các nội dung",
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
    nothing: "no line of any item explains it",
    not_comparable: "cannot be compared by items: figures are missing, or the criterion is not the sum of its items",
    total: "see the criteria",
    above_maximum: "above the maximum",
};
