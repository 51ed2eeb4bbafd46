//! Yes, no, or yes if certain facts hold.

/// Position of a fact in its program's table of facts.
pub type FactId = u16;

/// How many facts one clause can name. A rule is escaped at most by the entry year, by not being of the department, by a
/// doubt whether it stands, and by what it asks of the course itself: never more.
const MOST_IN_CLAUSE: usize = 4;

/// How many clauses one statement can hang on: a course's recognition, its category and its order, or its cross-domain
/// standing, and the rules that narrow. `kuayu check` refuses programs with more of these.
const MOST_CLAUSES: usize = 3 + MOST_NARROWING;

/// How many rules that narrow a program may have for one department, see [`crate::rules::Rule::narrows`].
pub const MOST_NARROWING: usize = 5;

/// "Any one of these facts holds." Of none it never does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnyOf {
    ids: [FactId; MOST_IN_CLAUSE],
    len: u8,
}

impl AnyOf {
    /// Of no fact: never.
    pub const NEVER: AnyOf = AnyOf { ids: [0; MOST_IN_CLAUSE], len: 0 };

    /// Of one fact.
    pub fn one(id: FactId) -> AnyOf {
        let mut clause = AnyOf::NEVER;
        clause.insert(id);
        clause
    }

    /// Of the facts of both.
    pub fn or(mut self, other: AnyOf) -> AnyOf {
        other.as_slice().iter().for_each(|id| self.insert(*id));
        self
    }

    /// The facts, sorted.
    pub fn as_slice(&self) -> &[FactId] {
        self.ids.get(..usize::from(self.len)).unwrap_or(&[])
    }

    /// The fact, where it is of one.
    pub fn only(&self) -> Option<FactId> {
        match self.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Whether no fact can make it hold.
    pub fn is_never(&self) -> bool {
        self.len == 0
    }

    /// Whether it holds when exactly the facts that `assume` names are taken to hold.
    pub fn holds(&self, assume: &dyn Fn(FactId) -> bool) -> bool {
        self.as_slice().iter().any(|id| assume(*id))
    }

    fn insert(&mut self, id: FactId) {
        let at = self.as_slice().partition_point(|other| *other < id);
        if self.as_slice().get(at) == Some(&id) || usize::from(self.len) == MOST_IN_CLAUSE {
            return;
        }
        self.len += 1;
        if let Some(tail) = self.ids.get_mut(at..usize::from(self.len)) {
            tail.rotate_right(1);
        }
        if let Some(slot) = self.ids.get_mut(at) {
            *slot = id;
        }
    }
}

/// A statement that holds, does not, or holds if of each of some clauses one fact does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Possible {
    /// It does not hold.
    No,
    /// It holds.
    Yes,
    /// It holds if all these clauses do.
    If(Clauses),
}

/// A few clauses, sorted, without repeats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clauses {
    clauses: [AnyOf; MOST_CLAUSES],
    len: u8,
}

impl Clauses {
    /// The clauses.
    pub fn as_slice(&self) -> &[AnyOf] {
        self.clauses.get(..usize::from(self.len)).unwrap_or(&[])
    }

    fn insert(&mut self, clause: AnyOf) {
        let at = self.as_slice().partition_point(|other| *other < clause);
        if self.as_slice().get(at) == Some(&clause) || usize::from(self.len) == MOST_CLAUSES {
            return;
        }
        self.len += 1;
        if let Some(tail) = self.clauses.get_mut(at..usize::from(self.len)) {
            tail.rotate_right(1);
        }
        if let Some(slot) = self.clauses.get_mut(at) {
            *slot = clause;
        }
    }
}

impl Possible {
    /// Holds if that fact does.
    pub fn fact(id: FactId) -> Possible {
        Possible::any(AnyOf::one(id))
    }

    /// Holds if any one of the facts does.
    pub fn any(clause: AnyOf) -> Possible {
        if clause.is_never() {
            return Possible::No;
        }
        let mut clauses = Clauses::default();
        clauses.insert(clause);
        Possible::If(clauses)
    }

    /// Both statements.
    pub fn and(self, other: Possible) -> Possible {
        match (self, other) {
            (Possible::No, _) | (_, Possible::No) => Possible::No,
            (Possible::Yes, p) | (p, Possible::Yes) => p,
            (Possible::If(mut clauses), Possible::If(more)) => {
                more.as_slice().iter().for_each(|clause| clauses.insert(*clause));
                Possible::If(clauses)
            }
        }
    }

    /// The statement, or any one of the facts.
    pub fn or(self, other: AnyOf) -> Possible {
        match self {
            Possible::Yes => Possible::Yes,
            Possible::No => Possible::any(other),
            Possible::If(clauses) => {
                let mut wider = Clauses::default();
                clauses.as_slice().iter().for_each(|clause| wider.insert(clause.or(other)));
                Possible::If(wider)
            }
        }
    }

    /// Whether it holds when exactly the facts that `assume` names are taken to hold.
    pub fn holds(&self, assume: &dyn Fn(FactId) -> bool) -> bool {
        match self {
            Possible::No => false,
            Possible::Yes => true,
            Possible::If(clauses) => clauses.as_slice().iter().all(|clause| clause.holds(assume)),
        }
    }

    /// The clauses it hangs on; none when it is decided.
    pub fn clauses(&self) -> &[AnyOf] {
        match self {
            Possible::If(clauses) => clauses.as_slice(),
            Possible::No | Possible::Yes => &[],
        }
    }

    /// All the facts it may hang on.
    pub fn facts(&self) -> impl Iterator<Item = FactId> + '_ {
        self.clauses().iter().flat_map(|clause| clause.as_slice().iter().copied())
    }

    /// Facts enough to make it hold: of each clause the first.
    pub fn enough(&self) -> Vec<FactId> {
        let mut facts: Vec<FactId> =
            self.clauses().iter().filter_map(|clause| clause.as_slice().first()).copied().collect();
        facts.dedup();
        facts
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
        assert_eq!(a.and(b).facts().collect::<Vec<_>>(), [2, 7]);
        assert_eq!(a.and(b).and(a).clauses().len(), 2);
        assert_eq!(a.and(Possible::No), Possible::No);
        assert_eq!(a.and(Possible::Yes), a);
        assert!(a.and(b).holds(&|_| true));
        assert!(!a.and(b).holds(&|id| id == 7));
    }

    #[test]
    fn alternatives() {
        let either = Possible::fact(7).or(AnyOf::one(2));
        assert!(either.holds(&|id| id == 7) && either.holds(&|id| id == 2) && !either.holds(&|_| false));
        assert_eq!(Possible::No.or(AnyOf::NEVER), Possible::No);
        let both = Possible::fact(7).and(Possible::fact(8)).or(AnyOf::one(2));
        assert!(both.holds(&|id| id == 2) && !both.holds(&|id| id == 7) && both.holds(&|id| id > 2));
    }
}
