//! Wording of the entry workbook, one constant per language. A word missing in one language does not compile.

mod en;
mod vi;

use crate::lang::Lang;

/// Every word of the workbook in one language. `{name}` is a place that is filled.
pub(super) struct Words {
    // Headers, spelt as the reader knows them, and the words of yes-no cells.
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) province: &'static str,
    pub(super) district: &'static str,
    pub(super) year: &'static str,
    pub(super) class: &'static str,
    pub(super) yes: &'static str,
    pub(super) no: &'static str,
    pub(super) yes_or_no: &'static str,

    // Around the figures.
    pub(super) title: &'static str,
    pub(super) provisional: &'static str,
    pub(super) provisional_mark: &'static str,
    pub(super) about_unit: &'static str,
    pub(super) of_unit: &'static str,
    pub(super) data_title: &'static str,
    pub(super) data_hint: &'static str,

    // Instructions. `{digits}`, `{given}` and `{id}` are filled.
    pub(super) how: &'static str,
    pub(super) how_digits: &'static str,
    pub(super) how_given: &'static str,
    pub(super) steps: &'static [&'static str],
    pub(super) colours: &'static str,
    pub(super) sample: &'static str,
    pub(super) colour_input: &'static str,
    pub(super) colour_locked: &'static str,
    pub(super) colour_wrong: &'static str,
    pub(super) who: &'static str,
    pub(super) how_many: &'static str,
    pub(super) figures: &'static str,
    pub(super) nobody: &'static str,
    pub(super) terms: &'static str,
    pub(super) meanings: &'static [(&'static str, &'static str)],

    // Fields.
    pub(super) fields_title: &'static str,
    pub(super) number: &'static str,
    pub(super) field: &'static str,
    pub(super) unit: &'static str,
    pub(super) counted_in: &'static str,
    pub(super) definition: &'static str,
    pub(super) supplied_by: &'static str,
    pub(super) at_most: &'static str,
    pub(super) at_least: &'static str,
    pub(super) above: &'static str,
    pub(super) used_for: &'static str,
    pub(super) id: &'static str,
    pub(super) lists_title: &'static str,
    pub(super) lists_hint: &'static str,

    // What cells take.
    pub(super) takes_code: &'static str,
    pub(super) takes_code_of: &'static str,
    pub(super) takes_name: &'static str,
    pub(super) takes_nothing: &'static str,
    pub(super) takes_place: &'static str,
    pub(super) takes_year: &'static str,
    pub(super) takes_year_until: &'static str,
    pub(super) takes_count: &'static str,
    pub(super) takes_yes_no: &'static str,
    pub(super) takes_percent: &'static str,
    pub(super) takes_percent_whole: &'static str,
    pub(super) takes_decimal: &'static str,
    pub(super) takes_whole: &'static str,
    pub(super) takes_choice: &'static str,
    pub(super) takes_text: &'static str,
    pub(super) sign_missing: &'static str,
    pub(super) sign_zero: &'static str,
    pub(super) refused: &'static str,

    // The check column; `{n}` is its number.
    pub(super) check_complete: &'static str,
    pub(super) check_nothing_missing: &'static str,
    pub(super) check_missing: &'static str,
    pub(super) check_no_code: &'static str,
    pub(super) check_no_name: &'static str,
    pub(super) check_twice: &'static str,
    pub(super) check_digits: &'static str,
    pub(super) check_contradictions: &'static str,
    pub(super) check_wrong: &'static str,

    // Evidence and signatures.
    pub(super) signatures_title: &'static str,
    pub(super) suppliers: &'static str,
    pub(super) person: &'static str,
    pub(super) date: &'static str,
    pub(super) signature: &'static str,
    pub(super) evidence: &'static str,
    pub(super) document: &'static str,
    pub(super) remark: &'static str,
    pub(super) prepared: &'static str,
    pub(super) prepared_hint: &'static str,
    pub(super) approved: &'static str,
    pub(super) approved_hint: &'static str,
}

impl Words {
    /// The words of a language.
    pub(super) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &vi::WORDS,
            Lang::En => &en::WORDS,
        }
    }
}
