//! A part of a standard laid out as a list of values, and the differences of two such lists.

use super::scale::{self, Bands};
use crate::criteria::model::{Date, Origin};
use crate::diag::Source;
use crate::lang::Text;
use crate::result::difference::{Area, Change, Kind, Weight};
use crate::status::Status;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// `a: b` in both languages.
pub(super) fn under(a: &Text, b: &Text) -> Text {
    Text::of(format!("{}: {}", a.vi, b.vi), format!("{}: {}", a.en, b.en))
}

/// Where a part stands and what it is called.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) area: Area,
    /// The beginning of the path of everything in it.
    pub(super) path: String,
    /// What it is called under the heading of its area; `None` for the area itself.
    pub(super) subject: Option<Text>,
    pub(super) cites: Option<String>,
}

/// A criterion, an item, a field, a condition: what can be there or not.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) place: Place,
    /// All of it in a few words, for one that is added or removed.
    pub(super) summary: Text,
    pub(super) status: Option<Status>,
    pub(super) leaves: Vec<Leaf>,
    pub(super) scale: Option<Bands>,
    /// What its own parts do, for telling whether two are the same.
    pub(super) inner: String,
}

/// One value.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    /// The end of its path; what it is matched by.
    pub(super) key: String,
    pub(super) label: Text,
    /// What is compared: the same for two values exactly when they mean the same.
    pub(super) same: String,
    pub(super) value: Text,
    pub(super) weight: Weight,
    /// Where the figure comes from, and the end of the path of the figure, which may have several values.
    pub(super) figure: Option<(String, Verified)>,
    /// The text of a script.
    pub(super) script: Option<Arc<Source>>,
}

/// How far a figure is verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verified {
    pub(super) status: Status,
    evidence: String,
    confirmed: Option<(String, Date)>,
}

impl Verified {
    pub(super) fn of(origin: &Origin) -> Self {
        Self { status: origin.status, evidence: origin.evidence.clone(), confirmed: origin.confirmed.clone() }
    }

    fn words(&self) -> Text {
        let by = self.confirmed.as_ref().map_or_else(String::new, |(by, on)| format!(" ({by}, {on})"));
        Text::same(&format!("{}{by}", self.evidence))
    }
}

impl Leaf {
    /// A value that is compared as it is shown.
    pub(super) fn new(key: &str, label: Text, value: Text) -> Self {
        let same = format!("{}\n{}", value.en, value.vi);
        Self { key: key.to_owned(), label, same, value, weight: Weight::Substance, figure: None, script: None }
    }

    /// A value that cannot change points.
    pub(super) fn wording(key: &str, label: Text, value: Text) -> Self {
        Self { weight: Weight::Wording, ..Self::new(key, label, value) }
    }

    /// A figure with its origin.
    pub(super) fn figure(key: &str, label: Text, value: Text, origin: &Origin) -> Self {
        Self::new(key, label, value).with(key, origin)
    }

    /// The same as one value of the figure `path`.
    pub(super) fn with(mut self, path: &str, origin: &Origin) -> Self {
        self.figure = Some((path.to_owned(), Verified::of(origin)));
        self
    }

    /// The same, compared by something else than what is shown.
    pub(super) fn compared_by(mut self, same: String) -> Self {
        self.same = same;
        self
    }

    fn status(&self) -> Option<Status> {
        self.figure.as_ref().map(|(_, verified)| verified.status)
    }
}

impl Part {
    /// What it does, without its id, its title and how far it is verified.
    pub(super) fn content(&self) -> String {
        let leaves = self.leaves.iter().filter(|leaf| leaf.weight == Weight::Substance);
        let mut content = content_of(leaves);
        content.extend(self.scale.as_ref().map(Bands::content));
        content.push_str(&self.inner);
        content
    }

    /// It was added or removed.
    pub(super) fn alone(&self, kind: Kind) -> Change {
        let (before, after) = if kind == Kind::Removed { (Some(()), None) } else { (None, Some(())) };
        let label = self.place.subject.clone().unwrap_or_else(|| self.title.clone());
        // Of what stands there agencies and relations of a review come and go, and neither changes points.
        let weight = if self.place.area == Area::Standard { Weight::Wording } else { Weight::Substance };
        Change {
            before: before.map(|()| self.summary.clone()),
            after: after.map(|()| self.summary.clone()),
            status_before: before.and(self.status),
            status_after: after.and(self.status),
            ..self.place.change(kind, weight, "", label)
        }
    }

    /// What is different in `new`, the same part of the new standard.
    pub(super) fn compare(&self, new: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.id != new.id {
            let label = Text::of("Mã", "Id");
            changes.push(Change {
                before: Some(Text::same(&self.id)),
                after: Some(Text::same(&new.id)),
                ..new.place.change(Kind::Renamed, Weight::Wording, "id", new.place.label(&label))
            });
        }
        if self.title != new.title {
            let label = Text::of("Tên", "Name");
            changes.push(Change {
                before: Some(self.title.clone()),
                after: Some(new.title.clone()),
                ..new.place.change(Kind::Changed, Weight::Wording, "title", new.place.label(&label))
            });
        }
        changes.extend(leaves(&self.leaves, &new.leaves, &new.place));
        changes.extend(scale::compare(self.scale.as_ref(), new.scale.as_ref(), &new.place));
        changes
    }
}

impl Place {
    /// A change in it, still without its values.
    pub(super) fn change(&self, kind: Kind, weight: Weight, key: &str, label: Text) -> Change {
        let path = if key.is_empty() { self.path.clone() } else { format!("{}.{key}", self.path) };
        Change {
            area: self.area.clone(),
            kind,
            weight,
            path,
            label,
            before: None,
            after: None,
            status_before: None,
            status_after: None,
            cites: self.cites.clone(),
        }
    }

    /// A value of it, in words.
    pub(super) fn label(&self, value: &Text) -> Text {
        self.subject.as_ref().map_or_else(|| value.clone(), |subject| under(subject, value))
    }

    /// The same figure, verified otherwise; nothing when it is verified in the same way.
    pub(super) fn verified(&self, key: &str, label: &Text, old: &Verified, new: &Verified) -> Option<Change> {
        if old == new {
            return None;
        }
        let kind = if old.status == new.status { Kind::Evidence } else { Kind::Status };
        Some(Change {
            before: Some(old.words()),
            after: Some(new.words()),
            status_before: Some(old.status),
            status_after: Some(new.status),
            ..self.change(kind, Weight::Status, key, self.label(label))
        })
    }
}

/// What values are compared by, one on a line.
pub(super) fn content_of<'a>(leaves: impl Iterator<Item = &'a Leaf>) -> String {
    leaves.flat_map(|leaf| [&leaf.key, "=", &leaf.same, "\n"]).collect()
}

/// Values that differ, then figures that are only verified otherwise.
pub(super) fn leaves(old: &[Leaf], new: &[Leaf], place: &Place) -> Vec<Change> {
    let (mut values, mut status) = (Vec::<Change>::new(), Vec::new());
    let mut told = BTreeSet::new();
    let find = |list: &[Leaf], key: &str| list.iter().position(|leaf| leaf.key == key);
    for (before, after) in super::pair::in_order(old.len(), new.len(), |at| find(old, &new[at].key)) {
        let (before, after) = (before.map(|at| &old[at]), after.map(|at| &new[at]));
        if let (Some(before), Some(after)) = (before, after)
            && before.same == after.same
        {
            status.extend(verified(before, after, place));
        } else {
            let figure = |leaf: &Leaf| leaf.figure.as_ref().map(|(path, _)| path.clone());
            told.extend(before.and_then(figure).into_iter().chain(after.and_then(figure)));
            values.extend(value(before, after, place));
        }
    }
    // A figure with several values is told once, and with its value where that is another one.
    let status = status.into_iter().filter(|(path, _)| told.insert(path.clone()));
    values.extend(status.map(|(_, change)| change));
    values
}

fn value(before: Option<&Leaf>, after: Option<&Leaf>, place: &Place) -> Option<Change> {
    let leaf = after.or(before)?;
    let kind = match (before, after) {
        (Some(_), Some(_)) => Kind::Changed,
        (None, _) => Kind::Added,
        (_, None) => Kind::Removed,
    };
    let label = match (before.and_then(|leaf| leaf.script.as_ref()), after.and_then(|leaf| leaf.script.as_ref())) {
        (Some(old), Some(new)) => lines_of(&leaf.label, lines_changed(&old.text, &new.text)),
        _ => leaf.label.clone(),
    };
    Some(Change {
        before: before.map(|leaf| leaf.value.clone()),
        after: after.map(|leaf| leaf.value.clone()),
        status_before: before.and_then(Leaf::status),
        status_after: after.and_then(Leaf::status),
        ..place.change(kind, leaf.weight, &leaf.key, place.label(&label))
    })
}

fn verified(before: &Leaf, after: &Leaf, place: &Place) -> Option<(String, Change)> {
    let ((_, old), (path, new)) = (before.figure.as_ref()?, after.figure.as_ref()?);
    Some((path.clone(), place.verified(path, &after.label, old, new)?))
}

fn lines_of(label: &Text, lines: usize) -> Text {
    if lines == 0 {
        return label.clone();
    }
    Text::of(format!("{} ({lines} dòng khác nhau)", label.vi), format!("{} ({lines} lines differ)", label.en))
}

/// Lines that are not in the other text; the larger count of the two sides.
fn lines_changed(old: &str, new: &str) -> usize {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    old.lines().for_each(|line| *counts.entry(line).or_default() += 1);
    new.lines().for_each(|line| *counts.entry(line).or_default() -= 1);
    let gone: i64 = counts.values().filter(|count| **count > 0).sum();
    let come: i64 = counts.values().filter(|count| **count < 0).sum();
    usize::try_from(gone.max(-come)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_script_are_counted_on_the_side_that_has_more_of_them() {
        for (old, new, lines) in [("a\nb", "a\nb", 0), ("a\nb", "a\nc", 1), ("a", "a\nb\nc", 2), ("a\na", "a", 1)] {
            assert_eq!(lines_changed(old, new), lines, "{old:?} {new:?}");
            assert_eq!(lines_changed(new, old), lines, "{new:?} {old:?}");
        }
    }
}
