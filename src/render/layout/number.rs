//! Points for people: decimal comma in Vietnamese, no trailing zeros, blanks that do not break.

use super::{Layout, PROVISIONAL};
use crate::lang::Lang;
use crate::quantity::Points;
use crate::result::{Status, TotalScore};

/// `[780; 850]`: what a total can still become; one number when the missing figures change nothing.
pub(crate) fn interval(low: Points, high: Points, lang: Lang) -> String {
    if low == high {
        return high.display(lang);
    }
    format!("[{};\u{a0}{}]", low.display(lang), high.display(lang))
}

/// `0–50`: what the points of a criterion can still become; one number when the missing figures change nothing.
pub(crate) fn range(low: Points, high: Points, lang: Lang) -> String {
    if low == high {
        return high.display(lang);
    }
    format!("{}–{}", low.display(lang), high.display(lang))
}

/// `+70`, `-30`, `0`: a difference.
pub(crate) fn signed(points: Points, lang: Lang) -> String {
    let sign = if points > Points::ZERO { "+" } else { "" };
    format!("{sign}{}", points.display(lang))
}

/// A total: exact, or what it can still become; marked when it rests on a provisional figure.
pub(crate) fn total(score: Option<&TotalScore>, lang: Lang) -> String {
    let Some(score) = score else { return "–".to_owned() };
    let text = interval(score.low, score.high, lang);
    let mark = if score.status == Status::Provisional { PROVISIONAL } else { "" };
    format!("{text}{mark}")
}

/// Total minus threshold, or what that can still become; empty when one of them is not known.
pub(crate) fn distance(score: Option<&TotalScore>, threshold: Option<Points>, lang: Lang) -> String {
    match (score, threshold) {
        (Some(score), Some(threshold)) if score.low == score.high => signed(score.high - threshold, lang),
        (Some(score), Some(threshold)) => {
            format!("[{};\u{a0}{}]", signed(score.low - threshold, lang), signed(score.high - threshold, lang))
        }
        _ => String::new(),
    }
}

impl Layout<'_> {
    /// `820*`: a total in this layout's language.
    pub(crate) fn total(&self, score: Option<&TotalScore>) -> String {
        total(score, self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(low: i64, high: i64) -> TotalScore {
        let (low, high) = (Points::thousandths(low), Points::thousandths(high));
        TotalScore { low, high, complete: low == high, status: Status::Quoted }
    }

    #[test]
    fn a_vietnamese_total_has_a_decimal_comma() {
        assert_eq!(total(Some(&score(820_500, 820_500)), Lang::Vi), "820,5");
        assert_eq!(total(Some(&score(780_000, 850_250)), Lang::En), "[780;\u{a0}850.25]");
    }

    #[test]
    fn a_total_that_is_withheld_is_not_zero() {
        assert_eq!(total(None, Lang::Vi), "–");
        assert_eq!(distance(None, Some(Points::whole(850)), Lang::Vi), "");
    }

    #[test]
    fn the_distance_says_on_which_side_of_the_threshold_the_total_is() {
        let threshold = Some(Points::whole(850));
        assert_eq!(distance(Some(&score(820_000, 820_000)), threshold, Lang::Vi), "-30");
        assert_eq!(distance(Some(&score(850_000, 850_000)), threshold, Lang::Vi), "0");
        assert_eq!(distance(Some(&score(800_000, 870_500)), threshold, Lang::Vi), "[-50;\u{a0}+20,5]");
    }
}
