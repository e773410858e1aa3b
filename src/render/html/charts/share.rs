//! The share recognised by district, or by province where no district is given.

use super::Chart;
use super::drawing::{BAR, Drawing, length, scaled};
use crate::render::html::Paper;
use crate::render::html::roll_ups::{grouping, name, share};
use crate::render::layout::board::{Board, BoardColumn, Value};
use crate::result::roll_up::{Group, Grouping, RollUp};

/// The chart; `None` where communes are counted neither by district nor by province.
pub(super) fn chart(paper: &Paper<'_>) -> Option<Chart> {
    let roll_up = chosen(&paper.dossier.roll_ups)?;
    let words = paper.words;
    let mut drawing = Drawing::default();
    for group in &roll_up.groups {
        let filled = scaled(length(group.recognised()), length(group.base()), BAR);
        drawing.bar(&name(paper, group), BAR, filled, &of_all(group));
    }
    let keys: Vec<&str> = roll_up.by.iter().map(|by| grouping(paper, *by)).collect();
    let row = |group: &Group| vec![Value::text(name(paper, group)), Value::text(of_all(group)), share(paper, group)];
    let board = Board {
        id: "",
        title: words.share.to_owned(),
        columns: vec![
            BoardColumn::text(keys.join(" · "), 30),
            BoardColumn::number(words.recognised_of, 12),
            BoardColumn::number(words.per_cent, 12),
        ],
        rows: roll_up.groups.iter().map(row).collect(),
        notes: Vec::new(),
    };
    let title = format!("{}: {}", words.share, keys.join(", ").to_lowercase());
    Some(Chart { id: "chart-share", title, says: words.share_desc.to_owned(), drawing, notes: Vec::new(), board })
}

/// `12/30`: recognised, of all.
fn of_all(group: &Group) -> String {
    format!("{}/{}", group.recognised(), group.base())
}

/// By district first, then by province; in each the one with the fewest groupings beside it.
fn chosen(roll_ups: &[RollUp]) -> Option<&RollUp> {
    let by = |grouping: Grouping| {
        let with = roll_ups.iter().filter(|roll_up| roll_up.by.contains(&grouping) && !roll_up.groups.is_empty());
        with.min_by_key(|roll_up| roll_up.by.len())
    };
    by(Grouping::District).or_else(|| by(Grouping::Province))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::result::roll_up::Key;

    fn roll_up(by: &[Grouping], groups: usize) -> RollUp {
        let group = Group { keys: vec![Key::Name(String::new())], ..Group::default() };
        RollUp { by: by.to_vec(), groups: vec![group; groups], all: Group::default() }
    }

    #[test]
    fn districts_are_shown_where_there_are_any_else_provinces() {
        let (district, province) = (roll_up(&[Grouping::District], 2), roll_up(&[Grouping::Province], 1));
        let empty = roll_up(&[Grouping::District], 0);
        let both = [province.clone(), district.clone()];
        assert_eq!(chosen(&both), Some(&district));
        let without = [empty, province.clone()];
        assert_eq!(chosen(&without), Some(&province));
        assert_eq!(chosen(&[]), None);
    }
}
