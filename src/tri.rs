//! Yes, no, or not known.

/// A truth value that may be unknown. What is unknown stays unknown: nothing rounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tri {
    /// Known to be false.
    No,
    /// Not known; somebody has to be asked.
    Unknown,
    /// Known to be true.
    Yes,
}

impl Tri {
    /// True only when known to be true.
    pub fn is_yes(self) -> bool {
        self == Tri::Yes
    }

    /// True when it may still turn out to be true.
    pub fn is_possible(self) -> bool {
        self != Tri::No
    }

    /// Both.
    pub fn and(self, other: Tri) -> Tri {
        self.min(other)
    }

    /// Either.
    pub fn or(self, other: Tri) -> Tri {
        self.max(other)
    }

    /// `Some` when known.
    pub fn known(self) -> Option<bool> {
        match self {
            Tri::No => Some(false),
            Tri::Unknown => None,
            Tri::Yes => Some(true),
        }
    }
}

impl std::ops::Not for Tri {
    type Output = Tri;
    fn not(self) -> Tri {
        match self {
            Tri::No => Tri::Yes,
            Tri::Unknown => Tri::Unknown,
            Tri::Yes => Tri::No,
        }
    }
}

impl From<bool> for Tri {
    fn from(value: bool) -> Tri {
        if value { Tri::Yes } else { Tri::No }
    }
}
