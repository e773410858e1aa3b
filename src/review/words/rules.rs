//! The rules of plausibility with their thresholds, one sentence each.

use crate::lang::Text;
use crate::review::Limits;
use crate::review::limits::{
    AT_LEAST_APART, LARGE_COUNT, LEAST_CASES, LEAST_COPIED, LEAST_DIGITS, LEAST_SHARED, MOST_SHARING, MOST_ZEROS,
    ORDINARY_ZERO, ROUND_SHARE, SMALL_COUNT,
};

/// The rules that were applied, with their thresholds.
pub(in crate::review) fn rules(limits: &Limits, with_last_year: bool) -> Vec<Text> {
    let last_year = with_last_year.then(|| rule_of_last_year(limits));
    [rule_of_rates(limits), rule_of_zeros(limits), rule_of_digits(), rule_of_copies()]
        .into_iter()
        .chain(last_year)
        .collect()
}

fn rule_of_rates(limits: &Limits) -> Text {
    let (least, far) = (limits.least_communes, limits.far.words());
    let points = 100 * AT_LEAST_APART.0 / AT_LEAST_APART.1;
    Text::of(
        format!(
            "Khác xa (tỷ lệ của các nội dung, và số đếm so với số mà nó là một phần): cách tứ phân vị gần nhất của \
             loại địa bàn hơn {} lần khoảng tứ phân vị, và ít nhất {points} điểm phần trăm (nếu tứ phân vị thấp hơn {points} %: gấp đôi, hoặc bằng 0), và ít nhất {LEAST_CASES} trường hợp; so sánh từ \
             {least} đơn vị trở lên (--far, --least-communes).",
            far.vi
        ),
        format!(
            "Far (rates of items, and counts over what they are part of): beyond the nearest quartile of the class by \
             more than {} interquartile ranges, and by at least {points} percentage points (where the quartile is below {points}%: twice the quartile, or 0), and by at least \
             {LEAST_CASES} cases; compared from {least} communes up (--far, --least-communes).",
            far.en
        ),
    )
}

fn rule_of_zeros(limits: &Limits) -> Text {
    let least = limits.least_communes;
    Text::of(
        format!(
            "Số 0: một đơn vị, hoặc không quá 1/{MOST_ZEROS} số đơn vị cùng loại địa bàn; tứ phân vị thứ nhất từ \
             {ORDINARY_ZERO} trở lên (đáng ngờ từ {SMALL_COUNT}); so sánh từ {least} đơn vị trở lên."
        ),
        format!(
            "Zero: one commune, or at most 1/{MOST_ZEROS} of the class; first quartile {ORDINARY_ZERO} or more (suspicious \
             from {SMALL_COUNT}); compared from {least} communes up."
        ),
    )
}

fn rule_of_digits() -> Text {
    let (share, of) = ROUND_SHARE;
    Text::of(
        format!(
            "Số tròn: từ {LEAST_DIGITS} số đếm khác nhau trở lên, ít nhất {share}/{of} có chữ số cuối là 0 hoặc 5."
        ),
        format!(
            "Round numbers: {LEAST_DIGITS} different counts or more, at least {share}/{of} of them ending in 0 or 5."
        ),
    )
}

fn rule_of_copies() -> Text {
    Text::of(
        format!(
            "Giống đơn vị khác: ít nhất một nửa số đếm từ {SMALL_COUNT} trở lên, và ít nhất {LEAST_SHARED} số khác nhau; số mà \
             hơn {MOST_SHARING} đơn vị cùng có thì không xét riêng."
        ),
        format!(
            "Copied: at least half of the counts of {SMALL_COUNT} or more, and at least {LEAST_SHARED} different ones; a figure \
             that more than {MOST_SHARING} communes have is not followed by itself."
        ),
    )
}

fn rule_of_last_year(limits: &Limits) -> Text {
    let jump = limits.jump.words();
    Text::of(
        format!(
            "Năm trước: số liệu ghi là của năm trước phải bằng số trong bảng năm trước; tăng giảm hơn {} lần và \
             chênh từ {SMALL_COUNT} trở lên (--jump); giống hệt: một số đếm từ {LARGE_COUNT} trở lên, hoặc từ {LEAST_COPIED} số khác nhau; đáng ngờ khi đó là ít nhất một nửa.",
            jump.vi
        ),
        format!(
            "Last year: a figure given as last year's must be that of last year's table; more than {} times and a \
             difference of {SMALL_COUNT} or more (--jump); the same: one count of {LARGE_COUNT} or more, or {LEAST_COPIED} different ones; suspicious when that is half of them or more.",
            jump.en
        ),
    )
}
