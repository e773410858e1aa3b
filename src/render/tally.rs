//! Counts over communes in words.

use super::words::{Words, fill};
use crate::lang::Lang;
use crate::result::{StandardInfo, Tally};

/// `122 communes: 78 recognised, 30 not recognised, 14 undetermined`.
#[must_use]
pub fn line(tally: &Tally, info: &StandardInfo, lang: Lang) -> String {
    let words = Words::of(lang);
    let count = |template: &str, n: usize| fill(template, &[("n", &n.to_string())]);
    let mut list: Vec<String> = if info.levels.is_empty() {
        vec![count(words.counted_recognised, tally.recognised)]
    } else {
        let levels = info.levels.iter().zip(&tally.levels);
        levels.map(|(level, n)| format!("{n} {}", level.label.get(lang))).collect()
    };
    list.push(count(words.counted_not_recognised, tally.not_recognised));
    list.push(count(words.counted_undetermined, tally.undetermined));
    if tally.not_published > 0 {
        list.push(count(words.counted_not_published, tally.not_published));
    }
    if tally.provisional > 0 {
        list.push(count(words.counted_provisional, tally.provisional));
    }
    let (n, all) = (tally.communes.to_string(), (tally.communes + tally.hidden).to_string());
    let template = if tally.hidden > 0 { words.counts_of } else { words.counts };
    fill(template, &[("n", &n), ("all", &all), ("list", &list.join(", "))])
}
