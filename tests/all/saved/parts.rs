//! Parts of a stored text that make no sense cost only themselves, and each is counted.

use kuayu::saved::{Damage, read};

/// A text with an edition and that part.
fn with(part: &str) -> String {
    format!(r#"{{"version":4,{part},"edition":"114-1"}}"#)
}

#[test]
fn a_list_that_is_none_and_an_entry_that_is_none_count_as_one_part_each() {
    for (part, lost) in [
        (r#""records":7"#, 1),
        (r#""records":7,"plans":"x","marks":{}"#, 3),
        (r#""decisions":[1,2]"#, 2),
        (r#""profile":7,"settings":8"#, 2),
        (r#""busy":7"#, 1),
    ] {
        let (document, damage) = read(&with(part));
        assert_eq!(damage, Some(Damage::Parts(lost)), "{part}");
        assert_eq!(document.edition.as_deref(), Some("114-1"), "{part}");
    }
}

#[test]
fn a_list_that_is_not_there_is_empty_and_no_damage() {
    let (document, damage) = read(&with(r#""records":[]"#));
    assert_eq!((document.plans.len(), document.marks.len(), damage), (0, 0, None));
}
