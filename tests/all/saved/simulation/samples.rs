//! Documents as old versions of the app stored them, and what stands in them, written down by hand.

/// A document of an old version.
pub struct Sample {
    pub text: &'static str,
    pub facts: &'static [(&'static str, &'static str)],
}

/// By version, from the first on.
pub const SAMPLES: [Sample; 4] = [
    Sample {
        text: include_str!("../../../fixtures/stored/version-1.json"),
        facts: &[
            ("profile group", "土木系"),
            ("profile entry", "112"),
            ("record 3904005", "2 Some(Passed)"),
            ("plan 1", "甲"),
            ("plan 1 aims at AVM", ""),
            ("plan 1 has 測量學", "Some(Term { year: 115, part: First })"),
            ("plan 2", "乙"),
            ("settings theme", "Dark"),
        ],
    },
    Sample {
        text: include_str!("../../../fixtures/stored/version-2.json"),
        facts: &[
            ("profile group", "土木系"),
            ("profile entry", "112"),
            ("record 3904005", "2 Some(Passed)"),
            ("plan 7", "甲"),
            ("plan 7 aims at AVM", ""),
            ("active plan", "7"),
            ("settings monday", "2026-09-07"),
            ("edition", "115-1"),
        ],
    },
    Sample {
        text: include_str!("../../../fixtures/stored/version-3.json"),
        facts: &[
            ("profile group", "土木系"),
            ("profile entry", "112"),
            ("record 3904005", "2 Some(Passed)"),
            ("mark AVM Registered", "114-1"),
            ("plan 7", "甲"),
            ("plan 7 aims at AVM", ""),
            ("plan 7 has 測量學(一)", "Some(Term { year: 115, part: Second })"),
            ("active plan", "7"),
            ("settings monday", "2026-09-07"),
            ("edition", "115-1"),
        ],
    },
    Sample {
        text: include_str!("../../../fixtures/stored/version-4.json"),
        facts: &[
            ("profile group", "土木系"),
            ("profile entry", "112"),
            ("record 3904005", "2 Some(Passed)"),
            ("mark AVM Registered", "114-1"),
            ("plan 7", "甲"),
            ("plan 7 aims at AVM", ""),
            ("plan 7 has 測量學(一)", "Some(Term { year: 115, part: Second })"),
            ("active plan", "7"),
            ("busy 115-2", r#"{"own":"1:34"}"#),
            ("settings monday", "2026-09-07"),
            ("edition", "115-1"),
        ],
    },
];
