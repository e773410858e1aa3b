//! How near other points and another verdict are: the outlook without what is farther away.

use super::held::Held;
use super::{Nearest, rank};
use crate::result::Detail;
use crate::result::explanation::{Margins, Outlook};
use crate::rules::moves::Purpose;
use crate::rules::{Assessment, Figures};

/// The largest changes that are tried, one after the other: what is found among those that small is the smallest.
const ROUNDS: [u64; 5] = [1, 4, 32, 256, u64::MAX];

impl Nearest<'_> {
    /// How near other points and another verdict are.
    #[must_use]
    pub fn margins(&self, figures: &dyn Figures) -> Margins {
        let held = Held::of(&figures, self.rules.standard().fields.len());
        let base = self.rules.assess(&held, Detail::Items);
        // A way to a better verdict may be long.
        let rounds = if rank(&base.verdict) == 0 { &ROUNDS[..] } else { &ROUNDS[ROUNDS.len() - 1..] };
        let gain = rounds.iter().find_map(|most| self.round(Purpose::Gain, *most, &held, &base));
        let loss = ROUNDS.iter().find_map(|most| self.round(Purpose::Loss, *most, &held, &base));
        let (mut both, loss) = (gain.unwrap_or_default(), loss.unwrap_or_default());
        both.cut_off.extend(&loss.cut_off);
        (both.losses, both.fall, both.fall_search) = (loss.losses, loss.fall, loss.fall_search);
        both.into()
    }

    /// What comes of changes that are at most so large; `None` when something may be hidden by that.
    fn round(&self, purpose: Purpose, most: u64, held: &Held, base: &Assessment) -> Option<Outlook> {
        let tried = self.tried(purpose, held, most);
        let mut outlook = Outlook::default();
        let moves = self.moves(&tried, held, base, &mut outlook.cut_off);
        match purpose {
            Purpose::Gain => {
                outlook.gains = moves;
                self.ways(&tried, held, base, &mut outlook);
            }
            Purpose::Loss => {
                outlook.losses = moves;
                self.fall(&tried, held, base, &mut outlook);
            }
        }
        let near: Margins = outlook.clone().into();
        let settled = near.gain.or(near.loss).is_some_and(|(_, to)| to.size <= most);
        let nothing_to_lose = purpose == Purpose::Gain || rank(&base.verdict) == usize::MAX;
        let fallen = nothing_to_lose || outlook.fall.as_ref().is_some_and(|fall| fall.size <= most);
        (most == u64::MAX || settled && fallen).then_some(outlook)
    }
}
