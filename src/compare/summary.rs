//! Counts over the communes: directions, verdicts, provinces, and what points changed through.

use crate::quantity::Points;
use crate::result::difference::{CommuneEffect, Directions, Effect, ProvinceEffect, Range, SourceEffect};
use crate::result::{StandardInfo, Verdict};
use std::collections::BTreeMap;

/// All communes with their counts.
pub(super) fn of(communes: Vec<CommuneEffect>, infos: [&StandardInfo; 2], sources: Vec<SourceEffect>) -> Effect {
    let [verdicts_before, verdicts_after] = infos.map(verdicts);
    let mut effect = Effect {
        matrix: vec![vec![0; verdicts_after.len()]; verdicts_before.len()],
        verdicts_before,
        verdicts_after,
        sources,
        ..Effect::default()
    };
    let mut provinces = BTreeMap::new();
    for commune in &communes {
        effect.count(commune, &mut provinces);
    }
    Effect { communes, ..effect }
}

fn verdicts(info: &StandardInfo) -> Vec<String> {
    let mut ids: Vec<String> = info.levels.iter().map(|level| level.id.clone()).collect();
    if ids.is_empty() {
        ids.push(Verdict::Recognised.id(info).to_owned());
    }
    ids.extend([Verdict::NotRecognised(Vec::new()), Verdict::Undetermined(Vec::new())].map(|v| v.id(info).to_owned()));
    ids
}

impl Effect {
    fn count(&mut self, commune: &CommuneEffect, provinces: &mut BTreeMap<String, usize>) {
        let position = |ids: &[String], id: &str| ids.iter().position(|known| known == id);
        let row = position(&self.verdicts_before, &commune.before.verdict_id);
        let column = position(&self.verdicts_after, &commune.after.verdict_id);
        if let Some(cell) = row.zip(column).and_then(|(row, column)| self.matrix.get_mut(row)?.get_mut(column)) {
            *cell += 1;
        }
        *direction(&mut self.directions, commune.change) += 1;
        for part in &commune.parts {
            if let Some(source) = self.sources.get_mut(part.source) {
                source.communes += 1;
                source.settled += usize::from(part.change.exact().is_some());
                source.points += part.change.exact().unwrap_or(Points::ZERO);
            }
        }
        let name = commune.identity.province.to_string();
        let at = *provinces.entry(name).or_insert_with_key(|name| {
            self.provinces.push(ProvinceEffect::new(name));
            self.provinces.len() - 1
        });
        if let Some(province) = self.provinces.get_mut(at) {
            province.count(commune);
        }
    }
}

fn direction(directions: &mut Directions, change: Option<Range>) -> &mut usize {
    match change {
        Some(Range::ZERO) => &mut directions.same,
        Some(change) if change.low > Points::ZERO => &mut directions.gain,
        Some(change) if change.high < Points::ZERO => &mut directions.lose,
        _ => &mut directions.open,
    }
}

impl ProvinceEffect {
    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            communes: 0,
            recognised_before: 0,
            recognised_after: 0,
            newly_recognised: 0,
            no_longer_recognised: 0,
            settled: 0,
            points: Points::ZERO,
        }
    }

    fn count(&mut self, commune: &CommuneEffect) {
        let recognised = |verdict: &Verdict| matches!(verdict, Verdict::Recognised | Verdict::Level(_));
        let (before, after) = (recognised(&commune.before.verdict), recognised(&commune.after.verdict));
        self.communes += 1;
        self.recognised_before += usize::from(before);
        self.recognised_after += usize::from(after);
        self.newly_recognised += usize::from(after && !before);
        self.no_longer_recognised += usize::from(before && !after);
        if let Some(points) = commune.change.and_then(Range::exact) {
            self.settled += 1;
            self.points += points;
        }
    }
}
