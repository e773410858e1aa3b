//! Wording of official papers, one constant per language.

mod en;
mod vi;

use crate::lang::Lang;

/// Every word that all papers share. `{name}` is a place that is filled.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) number: &'static str,
    pub(super) place_and_date: &'static str,
    pub(super) date: &'static str,
    pub(super) date_blank: &'static str,
    pub(super) internal: &'static str,
    pub(super) public: &'static str,
    pub(super) all_rest: &'static str,
    pub(super) these_rest: &'static str,
    pub(super) all_rest_but: &'static str,
    pub(super) marked_rest: &'static str,
    pub(super) number_column: &'static str,
    pub(super) signer_title: &'static str,
    pub(super) sign_and_stamp: &'static str,
    pub(super) sign: &'static str,
    pub(super) recipients: &'static str,
    pub(super) archive: &'static str,
    pub(super) results: ResultsWords,
    pub(super) sheet: SheetWords,
    pub(super) minutes: MinutesWords,
}

/// Words of the consolidated report.
#[derive(Debug)]
pub(super) struct ResultsWords {
    pub(super) kind: &'static str,
    pub(super) about: &'static str,
    pub(super) basis: &'static str,
    pub(super) by_law: &'static str,
    pub(super) by_figures: &'static str,
    pub(super) scope: &'static str,
    pub(super) reading: &'static str,
    pub(super) recognised: &'static str,
    pub(super) not_recognised: &'static str,
    pub(super) undetermined: &'static str,
    pub(super) not_published: &'static str,
    pub(super) reasons: &'static str,
    pub(super) missing: &'static str,
    pub(super) none: &'static str,
    pub(super) roll_ups: &'static str,
    pub(super) proposal: &'static str,
    pub(super) proposal_provisional: &'static str,
    pub(super) appendix: &'static str,
    pub(super) belongs_to: &'static str,
    pub(super) sources: &'static str,
    pub(super) table: &'static str,
    pub(super) rules: &'static str,
    pub(super) program: &'static str,
}

/// Words of the score sheet of one commune.
#[derive(Debug)]
pub(super) struct SheetWords {
    pub(super) kind: &'static str,
    pub(super) about: &'static str,
    pub(super) result: &'static str,
    pub(super) verdict: &'static str,
    pub(super) points: &'static str,
    pub(super) item: &'static str,
    pub(super) most: &'static str,
    pub(super) scored: &'static str,
    pub(super) basis: &'static str,
    pub(super) threshold: &'static str,
    pub(super) scorer: &'static str,
}

/// Words of the minutes of an appraisal.
#[derive(Debug)]
pub(super) struct MinutesWords {
    pub(super) kind: &'static str,
    pub(super) about: &'static str,
    pub(super) opening: &'static str,
    pub(super) participants: &'static str,
    pub(super) appraisers: &'static str,
    pub(super) representatives: &'static str,
    pub(super) basis: &'static str,
    pub(super) result: &'static str,
    pub(super) criterion: &'static str,
    pub(super) most: &'static str,
    pub(super) claimed: &'static str,
    pub(super) appraised: &'static str,
    pub(super) difference: &'static str,
    pub(super) because: &'static str,
    pub(super) not_claimed: &'static str,
    pub(super) own_verdict: &'static str,
    pub(super) verdict: &'static str,
    pub(super) total_against: &'static str,
    pub(super) opinions: &'static str,
    pub(super) conclusion: &'static str,
    pub(super) end: &'static str,
    pub(super) of_commune: &'static str,
    pub(super) chair: &'static str,
    pub(super) secretary: &'static str,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_fill_the_same_places() {
        let places = |words: &Words| {
            let text = format!("{words:?}");
            let opened = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
            // Debug of a struct has braces with blanks behind them.
            let named = opened.map(|(name, _)| name.to_owned()).filter(|name| !name.contains(' ') && name != "a0");
            let mut found: Vec<String> = named.collect();
            found.sort();
            found
        };
        assert_eq!(places(Words::of(Lang::Vi)), places(Words::of(Lang::En)));
        assert!(places(Words::of(Lang::Vi)).len() > 20);
    }
}
