//! Yes, no, or yes if certain facts hold.

/// Position of a fact in its program's table of facts.
pub type FactId = u16;

/// How many facts one statement can hang on. Statements are joined from at most a course's recognition, category,
/// cross-domain standing and track, so more never occurs.
const MOST: usize = 6;

/// A statement that holds, does not, or holds if all of some facts do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Possible {
    /// It does not hold.
    No,
    /// It holds.
    Yes,
    /// It holds if all these facts do.
    If(Facts),
}

/// A few facts, sorted, without repeats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    ids: [FactId; MOST],
    len: u8,
}

impl Facts {
    /// The facts.
    pub fn as_slice(&self) -> &[FactId] {
        self.ids.get(..usize::from(self.len)).unwrap_or(&[])
    }

    fn insert(&mut self, id: FactId) {
        let at = self.as_slice().partition_point(|other| *other < id);
        if self.as_slice().get(at) == Some(&id) || usize::from(self.len) == MOST {
            return;
        }
        self.len += 1;
        let end = usize::from(self.len);
        if let Some(tail) = self.ids.get_mut(at..end) {
            tail.rotate_right(1);
        }
        if let Some(slot) = self.ids.get_mut(at) {
            *slot = id;
        }
    }
}

impl Possible {
    /// Holds if that fact does.
    pub fn fact(id: FactId) -> Possible {
        let mut facts = Facts::default();
        facts.insert(id);
        Possible::If(facts)
    }

    /// Both statements.
    pub fn and(self, other: Possible) -> Possible {
        match (self, other) {
            (Possible::No, _) | (_, Possible::No) => Possible::No,
            (Possible::Yes, p) | (p, Possible::Yes) => p,
            (Possible::If(mut facts), Possible::If(more)) => {
                more.as_slice().iter().for_each(|id| facts.insert(*id));
                Possible::If(facts)
            }
        }
    }

    /// Whether it holds when exactly the facts that `assume` names are taken to hold.
    pub fn holds(self, assume: &impl Fn(FactId) -> bool) -> bool {
        match self {
            Possible::No => false,
            Possible::Yes => true,
            Possible::If(facts) => facts.as_slice().iter().all(|id| assume(*id)),
        }
    }

    /// The facts it hangs on; none when it is decided.
    pub fn facts(&self) -> &[FactId] {
        match self {
            Possible::If(facts) => facts.as_slice(),
            Possible::No | Possible::Yes => &[],
        }
    }
}

impl From<bool> for Possible {
    fn from(value: bool) -> Possible {
        if value { Possible::Yes } else { Possible::No }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins() {
        let (a, b) = (Possible::fact(7), Possible::fact(2));
        assert_eq!(a.and(b).facts(), [2, 7]);
        assert_eq!(a.and(b).and(a).facts(), [2, 7]);
        assert_eq!(a.and(Possible::No), Possible::No);
        assert_eq!(a.and(Possible::Yes), a);
        assert!(a.and(b).holds(&|_| true));
        assert!(!a.and(b).holds(&|id| id == 7));
    }
}
