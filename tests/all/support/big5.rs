//! Big5, which the library leaves to whoever calls it.

/// The text of bytes in Big5; U+FFFD for what cannot be read.
pub fn big5(bytes: &[u8]) -> Option<String> {
    Some(encoding_rs::BIG5.decode_without_bom_handling(bytes).0.into_owned())
}
