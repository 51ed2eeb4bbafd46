//! Links of every version, with the checksum that whoever makes one up can compute: the first byte is the version, the
//! rest the stream. What is read is looked at, taken over and written again.
#![no_main]

use kuayu::planning;
use kuayu::saved::Document;
use kuayu::saved::share::{self, Choice, Link};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn sealed(version: u8, stream: &[u8]) -> String {
    let sum = stream.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 0 { sum >> 1 } else { sum >> 1 ^ 0xedb8_8320 })
    });
    let bytes = [[version].as_slice(), &(!sum).to_be_bytes(), stream].concat();
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)).collect();
    let letter = |six: &[u8]| (0..6).fold(0, |value, at| value << 1 | usize::from(six.get(at) == Some(&1)));
    bits.chunks(6).map(|six| char::from(LETTERS[letter(six)])).collect()
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((version, stream)) = bytes.split_first() else { return };
    let known = |code: &str| code.starts_with('3').then(|| (code.to_owned(), None));
    match share::decode(&sealed(*version, stream), &known) {
        Ok(Link::Shared(document)) => {
            let all = Choice { records: true, grades: true, name: true, marks: true, decisions: true };
            assert!(share::decode(&share::encode(&document, all, &known), &known).is_ok());
        }
        Ok(Link::Proposal(proposal)) => {
            let (own, _) = planning::meant(&Document::default(), &proposal.base);
            let taken = planning::adopted(&own, &proposal.plan);
            assert!(planning::differences(&own, &taken).added.len() <= taken.courses.len());
            if let Some(again) = share::propose(&proposal, &known) {
                assert_eq!(share::decode(&again, &known).map(|_| ()), Ok(()));
            }
        }
        Err(_) => {}
    }
});
