//! Which variable is in which slot.

/// Variables in sight, innermost last. A slot is free again when its block ends.
#[derive(Debug, Default)]
pub(super) struct Scope {
    names: Vec<(String, usize)>,
    next: usize,
    most: usize,
}

/// A point to go back to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    names: usize,
    next: usize,
}

impl Scope {
    /// A new variable; it hides one of the same name.
    pub(super) fn declare(&mut self, name: &str) -> u16 {
        let slot = self.reserve();
        self.names.push((name.to_owned(), slot));
        u16::try_from(slot).unwrap_or(u16::MAX)
    }

    /// A slot without a name: an argument on its way.
    pub(super) fn reserve(&mut self) -> usize {
        let slot = self.next;
        self.next += 1;
        self.most = self.most.max(self.next);
        slot
    }

    pub(super) fn find(&self, name: &str) -> Option<u16> {
        let slot = self.names.iter().rev().find(|(known, _)| known == name).map(|(_, slot)| *slot)?;
        u16::try_from(slot).ok()
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(name, _)| name.as_str())
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
        Mark { names: self.names.len(), next: self.next }
    }

    /// Forgets everything since the mark.
    pub(super) fn back_to(&mut self, mark: Mark) {
        self.names.truncate(mark.names);
        self.next = mark.next;
    }
}
