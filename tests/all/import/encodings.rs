//! Which encoding a file is in where that is not plain: damaged, of few Chinese characters, or like another one's.

use kuayu::import::{self, Import, IssueKind};

use crate::support::big5::big5;

fn read(bytes: &[u8]) -> Import {
    import::read_bytes(bytes, &big5, None)
}

fn names(import: &Import) -> Vec<&str> {
    import.rows.iter().map(|row| row.record.name.as_str()).collect()
}

fn kinds(import: &Import) -> Vec<IssueKind> {
    import.issues.iter().map(|issue| issue.kind).collect()
}

#[test]
fn a_big5_file_of_bytes_that_are_mostly_utf_8_too() {
    // Of the eight bytes of 會議翻譯 in Big5, six are characters of UTF-8, and one is none.
    let text: String = (1..=5).map(|n| format!("990100{n},會議翻譯,75\n")).collect();
    let import = read(&encoding_rs::BIG5.encode(&format!("code,name,grade\n{text}")).0);
    assert_eq!((names(&import), kinds(&import)), (vec!["會議翻譯"; 5], vec![]));
}

#[test]
fn a_file_cut_within_a_character_is_utf_8_where_ten_times_as_much_is_sound() {
    // The first byte of three that are a Chinese character; before it eleven or ten that are sound.
    let cut =
        |name: &str| read(&[format!("code,name,grade\n9901001,{name},75\n9901002,乙").as_bytes(), b"\xe7"].concat());
    let import = cut("甲é丙");
    assert_eq!(names(&import), ["甲é丙", "乙\u{fffd}"]);
    assert_eq!(kinds(&import), [IssueKind::DamagedText, IssueKind::ShortRow]);
    assert_eq!(kinds(&cut("甲éé")), [IssueKind::Binary]);
}

#[test]
fn a_damaged_big5_file_is_read_where_twenty_times_as_much_is_sound() {
    // Two bytes that are none of Big5, and two that begin a character which does not follow.
    for damage in [&b"\xff\xff"[..], b"\xa4 \xa4 "] {
        let with = |count: usize| {
            let name = encoding_rs::BIG5.encode(&"一".repeat(count)).0.into_owned();
            read(&[b"code,name,grade\n9901001,", &*name, damage, b",75\n"].concat())
        };
        let import = with(41);
        assert!(names(&import)[0].starts_with(&"一".repeat(41)), "{import:?}");
        assert_eq!(kinds(&import), [IssueKind::DamagedText]);
        assert_eq!(kinds(&with(40)), [IssueKind::Binary]);
    }
}

#[test]
fn a_page_that_says_that_it_is_in_big5_is_believed() {
    // The bytes of 翻譯 are UTF-8 too; those of 會 are not.
    for charset in ["big5", "\"Big5\"", "big5-hkscs"] {
        let row = |n: usize| format!("<tr><td>990100{n}<td>翻譯翻譯<td>75");
        let rows: String = (1..=4).map(row).collect();
        let page = format!(
            "<html><meta charset={charset}><table><tr><td>code<td>name<td>grade{rows}<tr><td>9901005<td>會<td>80</table>"
        );
        let import = read(&encoding_rs::BIG5.encode(&page).0);
        assert_eq!(names(&import), ["翻譯翻譯", "翻譯翻譯", "翻譯翻譯", "翻譯翻譯", "會"], "{charset}");
    }
}

#[test]
fn a_western_file_is_refused_rather_than_read_with_chinese_characters() {
    // In Windows-1252; the é and the c after it are a character in Big5, and the € is none.
    let import = read(b"code,name,grade\n9901001,Pr\xe9cis writing,75\n9901002,Counting in \x80,80\n");
    assert_eq!((names(&import), kinds(&import)), (vec![], vec![IssueKind::Binary]));
}

#[test]
fn utf_16_with_a_mark_needs_no_digits_to_be_known() {
    // Two tabs among more than forty characters.
    let text = format!("範例力學\t通過\t{}", "這門課的備註寫得很長。".repeat(4));
    let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [[&b"\xff\xfe"[..], &le].concat(), [&b"\xfe\xff"[..], &be].concat()] {
        let import = read(&bytes);
        assert_eq!((names(&import), kinds(&import)), (vec!["範例力學"], vec![IssueKind::CodeMissing]));
    }
}

#[test]
fn utf_16_without_a_mark_is_known_by_one_digit_or_tab_in_twenty_characters() {
    let text = |tabs: usize| {
        let cells = ["範例力學", "通過"].into_iter().chain(std::iter::repeat_n("備註", tabs - 1)).collect::<Vec<_>>();
        let text = cells.join("\t");
        format!("{text}{}", "。".repeat(40 - text.chars().count()))
    };
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        let encoded = |tabs: usize| text(tabs).encode_utf16().flat_map(order).collect::<Vec<u8>>();
        assert_eq!(names(&read(&encoded(3))), ["範例力學"]);
        assert_eq!(kinds(&read(&encoded(2))), [IssueKind::Binary]);
        // Half a character at the end, which only damage leaves there.
        assert_eq!(kinds(&read(&[encoded(10), vec![b'7']].concat())), [IssueKind::Binary]);
    }
}
