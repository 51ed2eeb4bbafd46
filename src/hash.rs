//! Hashes (SHA-256) of what answers were made by: so that an answer can be made again, or what is another be seen.

use std::fmt::{self, Write as _};

use sha2::{Digest, Sha256};

use crate::catalog::Catalog;

/// Bytes that come one after the other, hashed.
#[derive(Clone, Debug, Default)]
pub struct Hashing(Sha256);

impl Hashing {
    /// The next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all so far, in hexadecimal digits.
    pub fn hash(&self) -> String {
        self.0.clone().finalize().iter().fold(String::new(), |mut text, byte| {
            _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// The hash of these bytes.
pub fn hash(bytes: &[u8]) -> String {
    let mut hashing = Hashing::default();
    hashing.add(bytes);
    hashing.hash()
}

/// The hash of what the catalog says, however its file is laid out: the site's copy leaves out what follows from the rest.
pub fn hash_of_catalog(catalog: &Catalog) -> String {
    // A document that was read can be written.
    hash(&serde_json::to_vec(catalog.document()).unwrap_or_default())
}

/// The first eight digits of a hash, as a sheet prints them and a link carries them: enough to tell files of the same name
/// apart, no protection from somebody who makes one up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShortHash(u32);

impl ShortHash {
    /// How many bytes it takes.
    pub const BYTES: usize = 4;

    /// The beginning of a hash in hexadecimal digits; `None` where it is none.
    pub fn of(hash: &str) -> Option<ShortHash> {
        u32::from_str_radix(hash.get(..8)?, 16).ok().map(ShortHash)
    }

    /// As bytes.
    pub fn to_bytes(self) -> [u8; ShortHash::BYTES] {
        self.0.to_be_bytes()
    }

    /// Of bytes.
    pub fn from_bytes(bytes: [u8; ShortHash::BYTES]) -> ShortHash {
        ShortHash(u32::from_be_bytes(bytes))
    }
}

impl fmt::Display for ShortHash {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{:08x}", self.0)
    }
}

/// What a student's answers were made by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DataHashes {
    /// The catalog ([`hash_of_catalog`]).
    pub catalog: ShortHash,
    /// The file of the curricula of the student's entry year; `None` where there is none.
    pub curricula: Option<ShortHash>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_that_of_everybodys_tools() {
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let mut hashing = Hashing::default();
        hashing.add(b"a");
        hashing.add(b"bc");
        assert_eq!(hashing.hash(), hash(b"abc"));
    }

    #[test]
    fn a_short_one_is_its_beginning() {
        let short = ShortHash::of(&hash(b"abc")).unwrap();
        assert_eq!(short.to_string(), "ba7816bf");
        assert_eq!(ShortHash::from_bytes(short.to_bytes()), short);
        assert_eq!(ShortHash::of("0000000a1").unwrap().to_string(), "0000000a");
        assert!(ShortHash::of("ba78").is_none() && ShortHash::of("建置建置").is_none());
    }
}
