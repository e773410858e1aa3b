//! Wording of everything shown, one constant per language. A word missing in one language does not compile.

mod en;
mod vi;

use crate::lang::Lang;
use crate::result::{Edition, StandardInfo, Status, Verdict};

/// Every word of the tables in one language. `{name}` is a place that is filled.
#[derive(Debug)]
pub struct Words {
    // Headers of columns.
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) province: &'static str,
    pub(crate) district: &'static str,
    pub(crate) year: &'static str,
    pub(crate) class: &'static str,
    pub(crate) total: &'static str,
    pub(crate) threshold: &'static str,
    pub(crate) distance: &'static str,
    pub(crate) verdict: &'static str,
    pub(crate) reasons: &'static str,
    pub(crate) missing: &'static str,

    // Verdicts, in full and for narrow columns.
    pub(crate) recognised: &'static str,
    pub(crate) not_recognised: &'static str,
    pub(crate) undetermined: &'static str,
    pub(crate) recognised_short: &'static str,
    pub(crate) not_recognised_short: &'static str,
    pub(crate) undetermined_short: &'static str,

    // Statuses, in the order of `Status::ALL`.
    pub(crate) statuses: [&'static str; 4],

    // Reasons.
    pub(crate) criterion: &'static str,
    pub(crate) below_minimum: &'static str,
    pub(crate) total_short_of: &'static str,
    pub(crate) total_short_of_at_least: &'static str,
    pub(crate) total_in_no_level: &'static str,
    pub(crate) total_below_threshold: &'static str,
    pub(crate) not_published: &'static str,
    pub(crate) other_reasons: &'static str,
    pub(crate) public_edition: &'static str,
    pub(crate) hidden_legend: &'static str,
    pub(crate) internal_mark: &'static str,
    pub(crate) public_mark: &'static str,
    pub(crate) counted_not_published: &'static str,
    pub(crate) total_short_of_in_short: &'static str,
    pub(crate) total_word: &'static str,
    pub(crate) total_is_open: &'static str,
    pub(crate) fact_open: &'static str,
    pub(crate) gate_not_met: &'static str,
    pub(crate) waits_for: &'static str,
    pub(crate) class_missing: &'static str,
    pub(crate) figures_missing: &'static str,
    pub(crate) figures_missing_count: &'static str,
    pub(crate) items_withheld: &'static str,
    pub(crate) items_withheld_count: &'static str,
    pub(crate) item_withheld: &'static str,
    pub(crate) denominator_is_zero: &'static str,
    pub(crate) not_computed: &'static str,
    pub(crate) and_more: &'static str,

    /// The table of items.
    pub(crate) items: ItemWords,
    pub(crate) results_title: &'static str,

    // Around the table.
    pub(crate) class_legend: &'static str,
    pub(crate) distance_legend: &'static str,
    pub(crate) interval_legend: &'static str,
    pub(crate) provisional_legend: &'static str,
    pub(crate) breakdown_title: &'static str,
    pub(crate) criterion_legend: &'static str,
    pub(crate) missing_legend: &'static str,
    pub(crate) range_legend: &'static str,
    pub(crate) zeroed_legend: &'static str,
    pub(crate) left_out_legend: &'static str,
    pub(crate) counts: &'static str,
    /// The same for a table that shows some of the units.
    pub counts_of: &'static str,
    /// How many verdicts rest on provisional figures.
    pub counted_provisional: &'static str,
    pub(crate) counted_recognised: &'static str,
    pub(crate) counted_not_recognised: &'static str,
    pub(crate) counted_undetermined: &'static str,
    pub(crate) fails_because: &'static str,
    pub(crate) most_missing: &'static str,
    pub(crate) total_below: &'static str,
    pub(crate) minimum_of: &'static str,
    pub(crate) figures: &'static str,
    /// The same for one of several versions.
    pub(crate) figures_of: &'static str,
    pub(crate) version_used: &'static str,
    pub(crate) year_word: &'static str,
    /// What another version says of the same thing.
    pub(crate) since: &'static str,
    /// The note where several versions were used, whose counts stand above it.
    pub(crate) provisional_note_of_several: &'static str,
    pub(crate) provisional_note: &'static str,
}

/// Words of the table of items.
#[derive(Debug)]
pub(crate) struct ItemWords {
    pub(crate) title: &'static str,
    pub(crate) id: &'static str,
    pub(crate) item: &'static str,
    pub(crate) value: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) per: &'static str,
    pub(crate) band: &'static str,
    pub(crate) points: &'static str,
    pub(crate) most: &'static str,
    pub(crate) state: &'static str,
    pub(crate) status: &'static str,
    pub(crate) cites: &'static str,
    pub(crate) to_gain: &'static str,
    pub(crate) to_lose: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) criterion: &'static str,
    pub(crate) figure: &'static str,
    pub(crate) supplied_by: &'static str,
    pub(crate) standard: &'static str,
    pub(crate) manifest: &'static str,
    pub(crate) what: &'static str,
    pub(crate) given: &'static str,
    pub(crate) tool: &'static str,
    pub(crate) option: &'static str,
    pub(crate) table: &'static str,
    pub(crate) units: &'static str,
    pub(crate) scored: &'static str,
    pub(crate) not_applicable: &'static str,
    pub(crate) missing: &'static str,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &vi::WORDS,
            Lang::En => &en::WORDS,
        }
    }

    /// How far a figure has been verified.
    #[must_use]
    pub const fn status(&self, status: Status) -> &'static str {
        let [confirmed, quoted, inferred, provisional] = self.statuses;
        match status {
            Status::Confirmed => confirmed,
            Status::Quoted => quoted,
            Status::Inferred => inferred,
            Status::Provisional => provisional,
        }
    }

    /// For whom a paper is, as it stands on its face.
    #[must_use]
    pub(crate) const fn edition(&self, edition: Edition) -> &'static str {
        match edition {
            Edition::Internal => self.internal_mark,
            Edition::Public => self.public_mark,
        }
    }

    /// A verdict in full; a level by its label.
    #[must_use]
    pub fn verdict(&self, verdict: &Verdict, info: &StandardInfo, lang: Lang) -> String {
        match verdict {
            Verdict::Recognised => self.recognised.to_owned(),
            Verdict::Level(level) => info.levels.get(*level).map_or_else(String::new, |l| l.label.get(lang).to_owned()),
            Verdict::NotRecognised(_) => self.not_recognised.to_owned(),
            Verdict::Undetermined(_) => self.undetermined.to_owned(),
            Verdict::NotPublished => self.not_published.to_owned(),
        }
    }

    /// A verdict in a word, for narrow columns.
    pub(crate) fn short_verdict(&self, verdict: &Verdict, info: &StandardInfo, lang: Lang) -> String {
        match verdict {
            Verdict::Recognised => self.recognised_short.to_owned(),
            Verdict::NotRecognised(_) => self.not_recognised_short.to_owned(),
            Verdict::Undetermined(_) => self.undetermined_short.to_owned(),
            Verdict::Level(_) | Verdict::NotPublished => self.verdict(verdict, info, lang),
        }
    }
}

/// `template` with each `{name}` replaced by its value; what is put in is not looked at again.
#[must_use]
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(values.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value));
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_looks_like_a_place_is_not_filled_again() {
        assert_eq!(fill("a {x} b {y}", &[("x", "{y}"), ("y", "1")]), "a {y} b 1");
    }

    #[test]
    fn both_languages_fill_the_same_places() {
        let places = |words: &Words| {
            let text = format!("{words:?}");
            let mut found: Vec<String> = text
                .split('{')
                .skip(2)
                .filter_map(|part| part.split_once('}'))
                .map(|(name, _)| name.to_owned())
                .filter(|name| name != "a0")
                .collect();
            found.sort();
            found
        };
        assert_eq!(places(Words::of(Lang::Vi)), places(Words::of(Lang::En)));
    }
}
