//! Cases that take the figures of another case of the same file and change some.

use super::given::{Held, TYPES};
use super::{Places, Written};
use crate::criteria::check::ids;
use crate::criteria::findings::At;
use crate::criteria::model::{Base, FieldIx};
use crate::criteria::raw::RawCase;
use crate::diag::{Kind, Note, Problem};

/// So many cases may stand between a case and the one that gives all its figures: more cannot be followed by a reader.
const MOST_BASES: usize = 8;

/// The cases of a file with what each gives itself.
pub(super) struct Bases<'a> {
    places: &'a Places<'a>,
    written: &'a [Written<'a>],
    /// `None` where a figure is faulty.
    own: Vec<Option<Vec<Held>>>,
    /// `None` where a field is not known.
    without: Vec<Vec<Option<FieldIx>>>,
}

impl<'a> Bases<'a> {
    pub(super) fn new(places: &'a Places<'a>, written: &'a [Written<'a>]) -> Self {
        let own = written.iter().map(|(raw, _)| places.own(raw)).collect();
        let field = |id| places.scope.field(id, &TYPES);
        let without = written.iter().map(|(raw, _)| raw.without.items.iter().map(field).collect()).collect();
        Self { places, written, own, without }
    }

    /// What the case says about its base; the fields are known to be readable.
    pub(super) fn base(&self, raw: &RawCase) -> Option<Base> {
        let name = raw.base.as_ref()?.value.clone();
        let at = self.written.iter().position(|(other, _)| std::ptr::eq(*other, raw))?;
        let own = self.own.get(at)?.as_ref()?.iter().map(|held| held.field).collect();
        let without = self.without.get(at)?.iter().copied().collect::<Option<_>>()?;
        Some(Base { name, own, without })
    }

    /// All figures of a case, those of its base included; `None` when one of the cases they come from is faulty.
    pub(super) fn figures(&self, at: usize) -> Option<Vec<Held>> {
        let chain = self.chain(at)?;
        let (mut figures, mut whole): (Vec<Held>, bool) = (Vec::new(), true);
        for link in chain.iter().rev() {
            let raw = self.raw(*link)?;
            for (field, id) in self.without.get(*link)?.iter().zip(&raw.without.items) {
                let Some(field) = field else {
                    whole = false;
                    continue;
                };
                let before = figures.len();
                figures.retain(|held| held.field != *field);
                if before == figures.len() && *link == at {
                    self.nothing_to_take_out(raw, id);
                }
            }
            for own in self.own.get(*link)?.as_ref()? {
                figures.retain(|held| held.field != own.field);
                figures.push(Held { own: *link == at, ..own.clone() });
            }
        }
        for held in &figures {
            self.places.at_most(held, &figures);
        }
        whole.then_some(figures)
    }

    fn raw(&self, at: usize) -> Option<&'a RawCase> {
        self.written.get(at).map(|(raw, _)| *raw)
    }

    fn nothing_to_take_out(&self, raw: &RawCase, id: &At<String>) {
        let base = raw.base.as_ref().map(|base| base.value.clone());
        self.places.scope.f.at(&id.span, Problem::CaseWithoutNothing { field: id.value.clone(), base });
    }

    /// Positions of the case, its base, the base of that, and so on.
    fn chain(&self, at: usize) -> Option<Vec<usize>> {
        let mut chain = vec![at];
        while let Some(raw) = self.raw(*chain.last()?).filter(|raw| raw.has_base) {
            let next = self.named(raw, chain.len() == 1)?;
            chain.push(next);
            let circle = chain.iter().position(|link| *link == next).filter(|first| first + 1 < chain.len());
            if circle.is_some() || chain.len() > MOST_BASES + 1 {
                self.too_long(&chain, circle);
                return None;
            }
        }
        Some(chain)
    }

    /// A circle is reported once, at the first of its cases; a long chain at the first case it is too long for.
    fn too_long(&self, chain: &[usize], circle: Option<usize>) {
        let [at, next, ..] = chain else { return };
        let first_of_circle = circle == Some(0) && chain.iter().min() == Some(at);
        let just_too_long =
            circle.is_none() && self.raw(*chain.last().unwrap_or(next)).is_some_and(|raw| !raw.has_base);
        if first_of_circle || just_too_long {
            let name = |at: &usize| self.raw(*at).and_then(|raw| raw.name.as_ref()).map(|name| name.value.clone());
            let chain: Vec<String> = chain.iter().filter_map(name).collect();
            let place = self.raw(*at).and_then(|raw| raw.base.as_ref());
            if let Some(base) = place {
                self.places.scope.f.at(&base.span, Problem::CaseBaseChain { chain, most: MOST_BASES });
            }
        }
    }

    /// The case a base names; reports a name no case has, or several have.
    fn named(&self, raw: &RawCase, report: bool) -> Option<usize> {
        let wanted = raw.base.as_ref()?;
        let named: Vec<(usize, &At<String>)> =
            self.written.iter().enumerate().filter_map(|(at, (raw, _))| Some((at, raw.name.as_ref()?))).collect();
        let found: Vec<_> = named.iter().filter(|(_, name)| name.value == wanted.value).collect();
        let f = self.places.scope.f;
        match found.as_slice() {
            [(at, _)] => return Some(*at),
            [] if report => ids::unknown(f, Kind::Case, wanted, named.iter().map(|(_, n)| n.value.clone()).collect()),
            [(_, first), (_, second), ..] if report => {
                let problem = Problem::DuplicateId { kind: Kind::Case, id: wanted.value.clone() };
                f.with(&second.span, problem, &first.span, Note::FirstHere);
            }
            _ => {}
        }
        None
    }
}
