//! Positions: of a program in its edition, of a course in its program's list, of a category among its program's.

macro_rules! position {
    ($(#[$doc:meta])* $name:ident of $inner:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($inner);

        impl $name {
            /// The position `at`, from 0. One beyond all that a catalog may have is that of nothing.
            pub fn new(at: usize) -> $name {
                $name(<$inner>::try_from(at).unwrap_or(<$inner>::MAX))
            }

            /// The position, from 0.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }

            /// What stands at the position; `None` beyond the end.
            pub fn of<T>(self, all: &[T]) -> Option<&T> {
                all.get(self.index())
            }
        }
    };
}

position! {
    /// Position of a program in its edition.
    ProgramAt of u16
}
position! {
    /// Position of a course in its program's list.
    ListingAt of u16
}
position! {
    /// Position of a category among its program's.
    CategoryAt of u8
}
