//! Which variable is in which slot.

use crate::diag::{Kind, Span};

/// Variables in sight, innermost last. A slot is free again when its block ends.
#[derive(Debug, Default)]
pub(super) struct Scope {
    variables: Vec<Variable>,
    next: usize,
    most: usize,
    /// Variables out of sight that nothing has read.
    unread: Vec<Variable>,
}

/// A parameter or variable.
#[derive(Debug)]
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Where it is declared.
    pub(super) span: Span,
    slot: usize,
    read: bool,
}

/// A point to go back to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    names: usize,
    next: usize,
}

impl Scope {
    /// A new variable; it hides one of the same name.
    pub(super) fn declare(&mut self, name: &str, kind: Kind, span: Span) -> u16 {
        let slot = self.reserve();
        self.variables.push(Variable { name: name.to_owned(), kind, span, slot, read: false });
        u16::try_from(slot).unwrap_or(u16::MAX)
    }

    /// A slot without a name: an argument on its way.
    pub(super) fn reserve(&mut self) -> usize {
        let slot = self.next;
        self.next += 1;
        self.most = self.most.max(self.next);
        slot
    }

    /// The slot of a variable, to write to it.
    pub(super) fn find(&self, name: &str) -> Option<u16> {
        let variable = self.variables.iter().rev().find(|known| known.name == name)?;
        u16::try_from(variable.slot).ok()
    }

    /// The slot of a variable, to read it.
    pub(super) fn read(&mut self, name: &str) -> Option<u16> {
        let variable = self.variables.iter_mut().rev().find(|known| known.name == name)?;
        variable.read = true;
        u16::try_from(variable.slot).ok()
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.variables.iter().map(|known| known.name.as_str())
    }

    /// The first free slot.
    pub(super) const fn next(&self) -> usize {
        self.next
    }

    /// Slots the function needs.
    pub(super) const fn most(&self) -> usize {
        self.most
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { names: self.variables.len(), next: self.next }
    }

    /// Forgets everything since the mark.
    pub(super) fn back_to(&mut self, mark: Mark) {
        let gone = self.variables.drain(mark.names.min(self.variables.len())..);
        self.unread.extend(gone.filter(|variable| !variable.read));
        self.next = mark.next;
    }

    /// Everything declared that nothing has read; ends the scope.
    pub(super) fn unread(mut self) -> Vec<Variable> {
        self.back_to(Mark { names: 0, next: 0 });
        self.unread
    }
}
