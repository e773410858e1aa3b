//! Which part of the old standard is which part of the new one.

use super::part::Part;
use crate::lang::Text;
use std::collections::BTreeMap;

/// For each new part its old one: by id; of the rest by title, then by content, where exactly one on either side has it.
///
/// A part that keeps its id is never taken for another one, so a title or a content that wanders is not a renaming.
pub(super) fn matched(old: &[&Part], new: &[&Part]) -> Vec<Option<usize>> {
    let names = |parts: &[&Part]| parts.iter().map(|part| (part.id.clone(), part.title.clone())).collect::<Vec<_>>();
    let contents = |parts: &[&Part]| parts.iter().map(|part| part.content()).collect::<Vec<_>>();
    let mut pairs = named(&names(old), &names(new));
    by(&mut pairs, &contents(old), &contents(new));
    pairs
}

/// The same by id and title alone: a field or a class is nothing but its name.
pub(super) fn named(old: &[(String, Text)], new: &[(String, Text)]) -> Vec<Option<usize>> {
    let titles = |list: &[(String, Text)]| list.iter().map(|(_, title)| title.vi.clone()).collect::<Vec<_>>();
    let mut pairs: Vec<Option<usize>> =
        new.iter().map(|(id, _)| old.iter().position(|(other, _)| other == id)).collect();
    by(&mut pairs, &titles(old), &titles(new));
    pairs
}

/// Pairs what is still alone by something that is there once on either side.
fn by(pairs: &mut [Option<usize>], old: &[String], new: &[String]) {
    let mut alone: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, key) in old.iter().enumerate().filter(|(at, _)| !pairs.contains(&Some(*at))) {
        alone.entry(key).or_default().0.push(at);
    }
    for (at, key) in new.iter().enumerate().filter(|(at, _)| pairs[*at].is_none()) {
        alone.entry(key).or_default().1.push(at);
    }
    for (key, (old, new)) in alone {
        if let ([old], [new], false) = (old.as_slice(), new.as_slice(), key.is_empty()) {
            pairs[*new] = Some(*old);
        }
    }
}

/// All of both lists in the order of the new one; what is only in the old one stands before what followed it there.
pub(super) fn in_order(
    old: usize,
    new: usize,
    old_of: impl Fn(usize) -> Option<usize>,
) -> Vec<(Option<usize>, Option<usize>)> {
    let pairs: Vec<Option<usize>> = (0..new).map(old_of).collect();
    let mut gone: Vec<usize> = (0..old).filter(|at| !pairs.contains(&Some(*at))).collect();
    let mut all = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        if let Some(before) = pair {
            let (earlier, later) = gone.into_iter().partition(|at| at < before);
            gone = later;
            all.extend(Vec::into_iter(earlier).map(|at| (Some(at), None)));
        }
        all.push((*pair, Some(at)));
    }
    all.extend(gone.into_iter().map(|at| (Some(at), None)));
    all
}

/// The place of each among those that are on both sides: `(old, new)` for each new part that has another place now.
pub(super) fn moved(pairs: &[Option<usize>]) -> Vec<(usize, usize)> {
    let both: Vec<(usize, usize)> = pairs.iter().enumerate().filter_map(|(new, old)| Some(((*old)?, new))).collect();
    let rank = |old: usize| both.iter().filter(|(other, _)| *other < old).count();
    let places = both.iter().enumerate().filter(|(place, (old, _))| *place != rank(*old));
    places.map(|(_, pair)| *pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_stands_where_it_stood() {
        let old_of = |at: usize| [Some(0), None, Some(2)][at];
        let order = in_order(4, 3, old_of);
        assert_eq!(order, [(Some(0), Some(0)), (None, Some(1)), (Some(1), None), (Some(2), Some(2)), (Some(3), None)]);
    }

    #[test]
    fn what_follows_an_added_one_has_not_moved() {
        assert_eq!(moved(&[Some(0), None, Some(1), Some(2)]), []);
        assert_eq!(moved(&[Some(1), Some(0), Some(2)]), [(1, 0), (0, 1)]);
    }

    #[test]
    fn a_title_that_stands_twice_pairs_nothing() {
        let list = |rows: &[(&str, &str)]| -> Vec<(String, Text)> {
            rows.iter().map(|(id, title)| ((*id).to_owned(), Text::same(title))).collect()
        };
        let new = list(&[("c", "Rate")]);
        assert_eq!(named(&list(&[("a", "Rate"), ("b", "Count")]), &new), [Some(0)]);
        assert_eq!(named(&list(&[("a", "Rate"), ("b", "Rate")]), &new), [None]);
        assert_eq!(named(&list(&[("c", "Count"), ("b", "Rate")]), &new), [Some(0)], "an id is never given away");
    }
}
