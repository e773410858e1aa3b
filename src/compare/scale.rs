//! Scales side by side: which band became which, and what is different in it.

mod band;

use super::part::{Leaf, Place, content_of};
use crate::criteria::model::{Bound, Indicator, Standard, Step};
use crate::lang::{Lang, Text};
use crate::quantity::Points;
use crate::result::difference::{Change, Kind, Weight};
use band::{Band, Pairs, paired};
use std::collections::{BTreeMap, BTreeSet};

pub(super) use band::key;

/// A scale as it is compared.
#[derive(Clone, Debug)]
pub(super) enum Bands {
    /// Lines of ranges: one list for all, or some lists with their classes.
    Lists { by_class: bool, lists: Vec<List> },
    /// A deduction or a straight line: its kind, its figures, and all of it in words.
    Line { kind: &'static str, leaves: Vec<Leaf>, words: Text },
}

/// Id and label of some area classes.
type Classes = Vec<(String, Text)>;

/// One list of bands, lowest values first.
#[derive(Clone, Debug)]
pub(super) struct List {
    /// Id and label of each class it is for; empty when it is for all.
    pub(super) classes: Classes,
    bands: Vec<Band>,
    highest_first: bool,
}

/// Lists longer than this are compared as a whole: pairing them would take time that grows with the square.
const MOST_PAIRED: usize = 1000;

impl List {
    pub(super) fn new(classes: Classes, steps: &[Step], indicator: &Indicator, standard: &Standard) -> Self {
        let mut bands: Vec<Band> = steps.iter().map(|step| Band::new(step, indicator, standard)).collect();
        let highest_first = match bands.as_slice() {
            [first, .., last] => first.lowest() > last.lowest(),
            _ => false,
        };
        bands.sort_by_key(Band::lowest);
        Self { classes, bands, highest_first }
    }

    /// `≥ 98: 50; 95 ≤ … < 98: 35`.
    fn words(&self) -> Text {
        let band = |band: &Band, lang| format!("{}: {}", band.range.get(lang), band.points.display(lang));
        let list = |lang| {
            let mut list: Vec<String> = self.bands.iter().map(|b| band(b, lang)).collect();
            if self.highest_first {
                list.reverse();
            }
            list.join("; ")
        };
        Text::of(list(Lang::Vi), list(Lang::En))
    }

    fn content(&self) -> String {
        let band = |b: &Band| format!("{:?} {} {} {}\n", b.word, key(b.from), key(b.to), b.points);
        let classes = self.classes.iter().map(|(id, _)| format!("{id} "));
        classes.chain(self.bands.iter().map(band)).collect()
    }

    fn label(&self) -> Option<Text> {
        let join = |lang| self.classes.iter().map(|(_, label)| label.get(lang)).collect::<Vec<_>>().join("; ");
        (!self.classes.is_empty()).then(|| Text::of(join(Lang::Vi), join(Lang::En)))
    }
}

impl Bands {
    /// All of it, for telling whether two scales are the same.
    pub(super) fn content(&self) -> String {
        match self {
            Self::Lists { lists, .. } => lists.iter().map(List::content).collect(),
            Self::Line { kind, leaves, .. } => {
                format!("{kind}\n{}", content_of(leaves.iter()))
            }
        }
    }

    /// All of it in words.
    pub(super) fn words(&self) -> Text {
        match self {
            Self::Line { words, .. } => words.clone(),
            Self::Lists { lists, .. } => {
                let list = |list: &List, lang: Lang| {
                    let classes = list.label().map_or_else(String::new, |label| format!("{}: ", label.get(lang)));
                    format!("{classes}{}", list.words().get(lang))
                };
                let join = |lang| lists.iter().map(|l| list(l, lang)).collect::<Vec<_>>().join(" | ");
                Text::of(join(Lang::Vi), join(Lang::En))
            }
        }
    }

    fn bands(&self) -> impl Iterator<Item = &Band> {
        let lists: &[List] = if let Self::Lists { lists, .. } = self { lists } else { &[] };
        lists.iter().flat_map(|list| &list.bands)
    }

    /// Whether two scales can be compared line by line.
    fn is_like(&self, other: &Self) -> bool {
        let words = |bands: &Self| bands.bands().any(|band| band.word.is_some());
        match (self, other) {
            (Self::Line { kind, .. }, Self::Line { kind: other, .. }) => kind == other,
            (Self::Lists { by_class, .. }, Self::Lists { by_class: others, .. }) => {
                let short = self.bands().count().max(other.bands().count()) <= MOST_PAIRED;
                by_class == others && words(self) == words(other) && short
            }
            _ => false,
        }
    }
}

/// What is different in the scale of an item; an item by a script has none.
pub(super) fn compare(old: Option<&Bands>, new: Option<&Bands>, place: &Place) -> Vec<Change> {
    match (old, new) {
        (None, None) => Vec::new(),
        (Some(old), Some(new)) if old.content() == new.content() || old.is_like(new) => like(old, new, place),
        _ => {
            let kind = match (old, new) {
                (None, _) => Kind::Added,
                (_, None) => Kind::Removed,
                _ => Kind::Changed,
            };
            let change = place.change(kind, Weight::Substance, "scale", place.label(&Text::of("Thang điểm", "Scale")));
            vec![Change { before: old.map(Bands::words), after: new.map(Bands::words), ..change }]
        }
    }
}

fn like(old: &Bands, new: &Bands, place: &Place) -> Vec<Change> {
    match (old, new) {
        (Bands::Line { leaves: old, .. }, Bands::Line { leaves: new, .. }) => super::part::leaves(old, new, place),
        (Bands::Lists { lists: old, .. }, Bands::Lists { lists: new, .. }) => lists(old, new, place),
        _ => Vec::new(),
    }
}

/// Lists of the same classes; classes that share their lists are told once.
fn lists(old: &[List], new: &[List], place: &Place) -> Vec<Change> {
    let of = |lists: &[List], class: &str| {
        lists.iter().position(|list| list.classes.is_empty() || list.classes.iter().any(|(id, _)| id == class))
    };
    let mut pairs: BTreeMap<(Option<usize>, Option<usize>), Classes> = BTreeMap::new();
    for (at, list) in new.iter().enumerate() {
        for (id, label) in &list.classes {
            pairs.entry((of(old, id), Some(at))).or_default().push((id.clone(), label.clone()));
        }
    }
    for (at, list) in old.iter().enumerate() {
        for (id, label) in list.classes.iter().filter(|(id, _)| of(new, id).is_none()) {
            pairs.entry((Some(at), None)).or_default().push((id.clone(), label.clone()));
        }
    }
    if let ([_], [_], true) = (old, new, pairs.is_empty()) {
        pairs.insert((Some(0), Some(0)), Vec::new());
    }
    let mut changes = Vec::new();
    for ((before, after), classes) in pairs {
        let (before, after) = (before.and_then(|at| old.get(at)), after.and_then(|at| new.get(at)));
        let named = List { classes, bands: Vec::new(), highest_first: false };
        let scope = Scope { place, named: &named };
        changes.extend(match (before, after) {
            (Some(before), Some(after)) => scope.list(before, after),
            (before, after) => scope.whole(before, after).into_iter().collect(),
        });
    }
    changes
}

/// One pair of lists.
struct Scope<'a> {
    place: &'a Place,
    /// The classes it is for.
    named: &'a List,
}

impl Scope<'_> {
    fn change(&self, kind: Kind, key: &str, label: Text) -> Change {
        let ids: Vec<&str> = self.named.classes.iter().map(|(id, _)| id.as_str()).collect();
        let ids = if ids.is_empty() { String::new() } else { format!("[{}]", ids.join(",")) };
        let label = match self.named.label() {
            Some(classes) => super::part::under(&classes, &label),
            None => label,
        };
        self.place.change(kind, Weight::Substance, &format!("scale{ids}{key}"), self.place.label(&label))
    }

    /// The list of a class that is only in one of the standards.
    fn whole(&self, old: Option<&List>, new: Option<&List>) -> Option<Change> {
        let kind = if old.is_some() { Kind::Removed } else { Kind::Added };
        old.or(new)?;
        let change = self.change(kind, "", Text::of("Thang điểm", "Scale"));
        Some(Change { before: old.map(List::words), after: new.map(List::words), ..change })
    }

    fn list(&self, old: &List, new: &List) -> Vec<Change> {
        let pairs = paired(&old.bands, &new.bands);
        let (mut by_band, mut told) = (Vec::new(), BTreeSet::new());
        for (at, pair) in pairs.iter().enumerate() {
            let is_pair =
                |at: Option<usize>| at.and_then(|at| pairs.get(at)).is_some_and(|p| p.0.is_some() && p.1.is_some());
            let shared = (is_pair(at.checked_sub(1)), is_pair(at.checked_add(1)));
            let (before, after) = (pair.0.map(|at| &old.bands[at]), pair.1.map(|at| &new.bands[at]));
            let changes = match (before, after) {
                (Some(before), Some(after)) => {
                    let below = at.checked_sub(1).and_then(|at| pairs[at].1).and_then(|at| new.bands.get(at));
                    self.band(before, after, below, shared)
                }
                (Some(band), None) => vec![self.alone(Kind::Removed, band)],
                (None, Some(band)) => vec![self.alone(Kind::Added, band)],
                (None, None) => Vec::new(),
            };
            if let (Some(after), false) = (after, changes.is_empty()) {
                told.insert(after.figure.start);
            }
            by_band.push(changes);
        }
        if new.highest_first {
            by_band.reverse();
        }
        let mut changes: Vec<Change> = by_band.into_iter().flatten().collect();
        changes.extend(self.verified(&pairs, old, new, &mut told));
        changes
    }

    /// A band on both sides. An end it shares with a neighbour that is on both sides too is one edge and told once, unless
    /// the whole range is told anyway.
    fn band(&self, old: &Band, new: &Band, below: Option<&Band>, shared: (bool, bool)) -> Vec<Change> {
        let own = |shared: bool, old: Bound, new: Bound| !shared && key(old) != key(new);
        let is_range = old.word.is_none();
        let range = is_range && (own(shared.0, old.from, new.from) || own(shared.1, old.to, new.to));
        let edge = is_range && !range && shared.0 && key(old.from) != key(new.from);
        let below = below.filter(|_| edge);
        let changes = [
            (old.points != new.points).then(|| self.points(old, new)),
            range.then(|| self.range(old, new)),
            below.map(|below| self.edge(old, new, below)),
        ];
        let (status_before, status_after) = (Some(old.verified.status), Some(new.verified.status));
        changes.into_iter().flatten().map(|change| Change { status_before, status_after, ..change }).collect()
    }

    fn points(&self, old: &Band, new: &Band) -> Change {
        let label = Text::of(format!("Điểm khi {}", new.range.vi), format!("Points when {}", new.range.en));
        let change = self.change(Kind::Changed, &format!(".points[{}]", new.range.en), label);
        Change { before: Some(points(old.points)), after: Some(points(new.points)), ..change }
    }

    fn range(&self, old: &Band, new: &Band) -> Change {
        let most = points(new.points);
        let label = Text::of(format!("Khoảng được {} điểm", most.vi), format!("Range that gives {} points", most.en));
        let change = self.change(Kind::Changed, &format!(".range[{}]", new.range.en), label);
        Change { before: Some(old.range.clone()), after: Some(new.range.clone()), ..change }
    }

    fn edge(&self, old: &Band, new: &Band, below: &Band) -> Change {
        let (a, b) = (points(below.points), points(new.points));
        let label = Text::of(
            format!("Mốc giữa {} và {} điểm", a.vi, b.vi),
            format!("Edge between {} and {} points", a.en, b.en),
        );
        let change = self.change(Kind::Changed, &format!(".edge[{}]", new.edge.en), label);
        Change { before: Some(old.edge.clone()), after: Some(new.edge.clone()), ..change }
    }

    fn alone(&self, kind: Kind, band: &Band) -> Change {
        let label = Text::of(format!("Mức {}", band.range.vi), format!("Band {}", band.range.en));
        let change = self.change(kind, &format!(".band[{}]", band.range.en), label);
        let words = points(band.points);
        let words = Text::of(format!("{} điểm", words.vi), format!("{} points", words.en));
        let (value, status) = (Some(words), Some(band.verified.status));
        if kind == Kind::Removed {
            Change { before: value, status_before: status, ..change }
        } else {
            Change { after: value, status_after: status, ..change }
        }
    }

    /// Bands that are only verified otherwise; lines of one figure (a cut-off, yes and no) are told once.
    fn verified(&self, pairs: &Pairs, old: &List, new: &List, told: &mut BTreeSet<usize>) -> Vec<Change> {
        let mut changes = Vec::new();
        for (before, after) in pairs.iter().filter_map(|(before, after)| Some(((*before)?, (*after)?))) {
            let (before, after) = (&old.bands[before], &new.bands[after]);
            let label = Text::of(format!("Mức {}", after.range.vi), format!("Band {}", after.range.en));
            let key = format!("scale.band[{}]", after.range.en);
            let change = self.place.verified(&key, &label, &before.verified, &after.verified);
            changes.extend(change.filter(|_| told.insert(after.figure.start)));
        }
        changes
    }
}

/// The least and the most that two scales differ at one value; `None` when they are not lists of bands. With
/// `full_points` also by what an item gives at most, which it gives at 0/0.
pub(super) fn spread(old: &Bands, new: &Bands, full_points: bool) -> Option<(Points, Points)> {
    if !old.is_like(new) || !matches!(old, Bands::Lists { .. }) {
        return None;
    }
    let mut differences: Vec<Points> = Vec::new();
    for before in old.bands() {
        let shared = new.bands().filter(|after| before.shares_values(after));
        differences.extend(shared.map(|after| after.points - before.points));
    }
    if full_points {
        let most = |bands: &Bands| bands.bands().map(|band| band.points).max();
        differences.extend([Points::ZERO, most(new)? - most(old)?]);
    }
    Some((*differences.iter().min()?, *differences.iter().max()?))
}

fn points(points: Points) -> Text {
    Text::of(points.display(Lang::Vi), points.display(Lang::En))
}
