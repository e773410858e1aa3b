//! Wording of the page, one constant per language. `{name}` is a place that is filled.

mod en;
mod vi;

use crate::lang::Lang;

/// Every word of the page that the tables do not have already.
#[derive(Debug)]
pub(super) struct HtmlWords {
    pub(super) skip: &'static str,
    pub(super) contents: &'static str,

    // The face of the paper.
    pub(super) internal: &'static str,
    pub(super) internal_note: &'static str,
    pub(super) public: &'static str,
    pub(super) public_note: &'static str,
    pub(super) provisional_title: &'static str,
    pub(super) rest_all: &'static str,
    pub(super) rest_none: &'static str,
    pub(super) rest_these: &'static str,
    pub(super) rest_all_but: &'static str,
    pub(super) rest_marked: &'static str,

    // Cards.
    pub(super) summary: &'static str,
    pub(super) units: &'static str,
    pub(super) units_of: &'static str,
    pub(super) rest_on_provisional: &'static str,

    // Charts.
    pub(super) charts: &'static str,
    pub(super) as_table: &'static str,
    pub(super) share: &'static str,
    pub(super) share_desc: &'static str,
    pub(super) not_given: &'static str,
    pub(super) recognised_of: &'static str,
    pub(super) per_cent: &'static str,
    pub(super) totals: &'static str,
    pub(super) totals_desc: &'static str,
    pub(super) totals_left_out: &'static str,
    pub(super) no_class: &'static str,
    pub(super) threshold_line: &'static str,
    pub(super) reached: &'static str,
    pub(super) not_reached: &'static str,
    pub(super) no_threshold: &'static str,
    pub(super) range: &'static str,
    pub(super) number_of_units: &'static str,
    pub(super) points: &'static str,
    pub(super) points_desc: &'static str,
    pub(super) criterion: &'static str,
    pub(super) mean: &'static str,
    pub(super) maximum: &'static str,
    pub(super) counted: &'static str,
    pub(super) vetoes: &'static str,
    pub(super) vetoes_desc: &'static str,
    pub(super) vetoes_none: &'static str,
    pub(super) condition: &'static str,
    pub(super) failing: &'static str,

    // Results and their controls.
    pub(super) controls: &'static str,
    pub(super) search: &'static str,
    pub(super) all: &'static str,
    pub(super) verification: &'static str,
    pub(super) resting: &'static str,
    pub(super) not_resting: &'static str,
    pub(super) reset: &'static str,
    pub(super) shown: &'static str,
    pub(super) first_rows: &'static str,
    pub(super) all_rows: &'static str,
    pub(super) sort_by: &'static str,
    pub(super) how_with_script: &'static str,
    pub(super) how_plain: &'static str,
    pub(super) how_data: &'static str,
    pub(super) scrolls: &'static str,

    // Items of a commune.
    pub(super) breakdown: &'static str,
    pub(super) breakdown_of: &'static str,
    pub(super) close: &'static str,
    pub(super) counts: &'static str,
    pub(super) points_of_most: &'static str,

    // Roll-ups.
    pub(super) roll_ups: &'static str,
    pub(super) by: &'static str,
    pub(super) together: &'static str,
    pub(super) expected: &'static str,
    pub(super) absent: &'static str,
    pub(super) recognised: &'static str,
    pub(super) mean_total: &'static str,
    pub(super) median_total: &'static str,

    // Follow-up.
    pub(super) follow_up: &'static str,
    pub(super) nobody: &'static str,
    pub(super) concern: &'static str,
    pub(super) concerns: [&'static str; 4],
    pub(super) gap: &'static str,
    pub(super) agency: &'static str,
    pub(super) follow_up_counts: &'static str,

    // Figures of the standard, and where everything comes from.
    pub(super) figures: &'static str,
    pub(super) figures_list: &'static str,
    pub(super) origin: &'static str,
    pub(super) made_by: &'static str,
    pub(super) standard: &'static str,
    pub(super) file: &'static str,
    pub(super) rows: &'static str,
    pub(super) options: &'static str,
}

impl HtmlWords {
    /// The words of a language.
    pub(super) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &vi::WORDS,
            Lang::En => &en::WORDS,
        }
    }
}
