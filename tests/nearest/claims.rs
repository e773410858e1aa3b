//! What is claimed of a commune, each claim applied, scored again, and measured against every combination.

use crate::brute::{Commune, Way, rank};
use cfc::result::explanation::{Change, Margins, Search};
use cfc::score::nearest::Nearest;
use proptest::prelude::*;

type Held = Result<(), TestCaseError>;

/// The first way is the shortest, every way leads where it says, and nothing is claimed where there is none.
pub(crate) fn ways(commune: &Commune<'_>) -> Held {
    let outlook = Nearest::of(commune.rules).outlook(commune);
    prop_assert_eq!(outlook.ways_search, Search::Whole);
    let found = outlook.ways.first().map(|way| (way.items, way.size));
    prop_assert_eq!(found, commune.shortest(Way::Better));
    for way in &outlook.ways {
        let figures = commune.with(&way.changes);
        let after = commune.assess(&figures);
        prop_assert!(commune.possible(&figures), "{way:?} cannot be");
        prop_assert!(rank(&after.verdict) < rank(&commune.assess(&commune.figures).verdict), "{way:?} is not better");
        prop_assert_eq!((&after.verdict, after.total.low), (&way.verdict, way.total));
        prop_assert_eq!(commune.measure(&figures), (way.items, way.size));
    }
    Ok(())
}

/// The fall is the smallest there is, so that one child fewer keeps the verdict whatever is changed; the fall loses it.
pub(crate) fn fall(commune: &Commune<'_>) -> Held {
    let outlook = Nearest::of(commune.rules).outlook(commune);
    prop_assert_eq!(outlook.fall_search, Search::Whole);
    let found = outlook.fall.as_ref().map(|fall| (fall.items, fall.size));
    prop_assert_eq!(found, commune.shortest(Way::Worse));
    let here = rank(&commune.assess(&commune.figures).verdict);
    for fall in [&outlook.fall, &outlook.fall_by_total].into_iter().flatten() {
        let figures = commune.with(&fall.changes);
        prop_assert!(commune.possible(&figures) && rank(&commune.assess(&figures).verdict) > here, "{fall:?}");
        prop_assert_eq!(commune.measure(&figures), (fall.items, fall.size));
    }
    Ok(())
}

/// The nearest points of each item are the nearest; exactly so many children change them, one fewer does not.
pub(crate) fn items(commune: &Commune<'_>) -> Held {
    let outlook = Nearest::of(commune.rules).outlook(commune);
    prop_assert!(outlook.cut_off.is_empty());
    let base = commune.assess(&commune.figures);
    for item in 0..outlook.gains.len() {
        for (moves, way) in [(&outlook.gains, Way::MoreOf(item)), (&outlook.losses, Way::FewerOf(item))] {
            let found = moves[item].as_ref().map(|to| to.size);
            prop_assert_eq!(found, commune.shortest(way).map(|(_, size)| size), "item {}", item);
            let Some(to) = &moves[item] else { continue };
            let after = commune.assess(&commune.with(&to.changes));
            prop_assert_eq!(after.items[item].low - base.items[item].low, to.points);
            prop_assert_eq!(after.total.low - base.total.low, to.total);
            if let [change] = to.changes.as_slice() {
                let fewer = Change { by: change.by - change.by.signum(), ..change.clone() };
                let kept = commune.assess(&commune.with(&[fewer])).items[item].low - base.items[item].low;
                prop_assert!(
                    kept.as_thousandths() * to.points.as_thousandths().signum() <= 0,
                    "item {item}: {change:?}"
                );
            }
        }
    }
    Ok(())
}

/// What is said to be beyond change is exactly what fails whatever is changed.
pub(crate) fn unchangeable(commune: &Commune<'_>) -> Held {
    let outlook = Nearest::of(commune.rules).outlook(commune);
    let id = |at: u16| commune.rules.info().conditions[usize::from(at)].id.clone();
    let claimed: Vec<String> = outlook.unchangeable.iter().map(|one| id(one.condition)).collect();
    prop_assert_eq!(claimed, commune.never_good());
    Ok(())
}

/// The row of a commune says what its sheet says, though it is found by looking less far.
pub(crate) fn margins(commune: &Commune<'_>) -> Held {
    let nearest = Nearest::of(commune.rules);
    prop_assert_eq!(nearest.margins(commune), Margins::from(nearest.outlook(commune)));
    Ok(())
}
