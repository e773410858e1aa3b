//! A verdict and its failed conditions by their ids, as data formats write them.

use super::{StandardInfo, Verdict};

impl Verdict {
    /// `recognised`, `not_recognised`, `undetermined`, or the id of the level.
    #[must_use]
    pub fn id<'a>(&self, info: &'a StandardInfo) -> &'a str {
        match self {
            Self::Recognised => "recognised",
            Self::Level(level) => info.levels.get(*level).map_or("", |level| level.id.as_str()),
            Self::NotRecognised(_) => "not_recognised",
            Self::Undetermined(_) => "undetermined",
            Self::NotPublished => "hidden",
        }
    }

    /// Ids of the failed conditions in their order; a criterion that fails two conditions comes once.
    pub fn failed_ids<'a>(&'a self, info: &'a StandardInfo) -> impl Iterator<Item = &'a str> {
        let positions: &[u16] = if let Self::NotRecognised(failed) = self { failed } else { &[] };
        let id = |position: &u16| info.conditions.get(usize::from(*position)).map(|condition| condition.id.as_str());
        let earlier = move |at: usize| positions.iter().take(at).filter_map(id);
        positions.iter().enumerate().filter_map(move |(at, position)| {
            let this = id(position)?;
            earlier(at).all(|other| other != this).then_some(this)
        })
    }
}
