//! What stands before a link since version 5: when and by what data the answers were made that its sender saw.

use crate::day::Day;
use crate::hash::{DataHashes, ShortHash};

/// How many bytes it takes.
const BYTES: usize = 2 + 3 * ShortHash::BYTES;

/// When and by what a link was made. Nothing of it says who made it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// The day.
    pub day: Option<Day>,
    /// The build of the app, its first digits; `None` where it has none.
    pub build: Option<ShortHash>,
    /// The data.
    pub data: DataHashes,
}

impl Basis {
    /// As it stands in a link. What is not known is zero.
    pub(super) fn to_bytes(self) -> Vec<u8> {
        let day = self.day.and_then(|day| u16::try_from(day.number()).ok()).unwrap_or_default();
        let DataHashes { catalog, curricula } = self.data;
        let hashes = [self.build.unwrap_or_default(), catalog, curricula.unwrap_or_default()];
        day.to_be_bytes().into_iter().chain(hashes.into_iter().flat_map(ShortHash::to_bytes)).collect()
    }

    /// What stands first in these bytes, and the rest.
    pub(super) fn read(bytes: &[u8]) -> Option<(Basis, &[u8])> {
        let (own, rest) = bytes.split_at_checked(BYTES)?;
        let (day, hashes) = own.split_first_chunk()?;
        let day = Some(u16::from_be_bytes(*day)).filter(|day| *day > 0);
        let day = day.and_then(|day| Some(Day::new(1970, 1, 1)?.plus(day.into())));
        let mut hashes = hashes.as_chunks().0.iter().map(|bytes| ShortHash::from_bytes(*bytes));
        let build = hashes.next()?;
        let catalog = hashes.next()?;
        let curricula = hashes.next()?;
        let known = |hash: ShortHash| Some(hash).filter(|hash| *hash != ShortHash::default());
        Some((Basis { day, build: known(build), data: DataHashes { catalog, curricula: known(curricula) } }, rest))
    }
}
