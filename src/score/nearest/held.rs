//! The figures of one commune, held so that some can be changed.

use crate::rules::{ClassIx, FieldIx, Figures};

/// Figures of a commune, by field.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    figures: Vec<Option<i64>>,
    class: Option<ClassIx>,
}

impl Held {
    /// The first so many figures of a commune.
    pub(crate) fn of<F: Figures>(figures: &F, fields: usize) -> Self {
        Self { figures: (0..fields).map(|at| figures.figure(FieldIx(at))).collect(), class: figures.class() }
    }

    /// Puts a figure in the place of another.
    pub(super) fn put(&mut self, field: FieldIx, value: i64) {
        if let Some(figure) = self.figures.get_mut(field.0) {
            *figure = Some(value);
        }
    }

    /// The same figures with some changed.
    pub(super) fn with(&self, changes: &[(FieldIx, i64)]) -> Self {
        let mut held = self.clone();
        for (field, value) in changes {
            held.put(*field, *value);
        }
        held
    }
}

impl Figures for Held {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.figures.get(field.0).copied().flatten()
    }

    fn class(&self) -> Option<ClassIx> {
        self.class
    }
}
