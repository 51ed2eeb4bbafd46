//! Pages saved as one file (.mhtml): the same as the page itself, however its parts are written down.

use kuayu::import::{self, Format, Import};

use crate::support::big5::big5;

fn read(bytes: &[u8]) -> Import {
    import::read_bytes(bytes, &big5, None)
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Lines of at most 76 characters, with marks for all that is not plain: links and characters are cut in two.
fn quoted_printable(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut width = 0;
    for byte in bytes {
        let text = match byte {
            b'\n' => "\r\n".to_owned(),
            b'\r' => continue,
            b' '..=b'~' if *byte != b'=' => char::from(*byte).to_string(),
            _ => format!("={byte:02X}"),
        };
        if width + text.len() > 75 {
            out.push_str("=\r\n");
            width = 0;
        }
        width = if text == "\r\n" { 0 } else { width + text.len() };
        out.push_str(&text);
    }
    out
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (at, group) in bytes.chunks(3).enumerate() {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | usize::from(group.get(at).copied().unwrap_or(0)));
        let letters = [18, 12, 6, 0].map(|shift| char::from(LETTERS[bits >> shift & 63]));
        out.extend(letters.into_iter().enumerate().map(|(at, c)| if at > group.len() { '=' } else { c }));
        if at % 19 == 18 {
            out.push_str("\r\n");
        }
    }
    out
}

type Encode = fn(&[u8]) -> String;

/// The ways in which programs write the parts of such a file down.
const WAYS: [(&str, Encode); 2] = [("quoted-printable", quoted_printable), ("base64", base64)];

/// A file of these frames, with a picture and a style sheet beside them.
fn file(frames: &[(&str, &[u8])], (transfer, encode): (&str, Encode)) -> Vec<u8> {
    let mut out = "From: <Saved by an invented browser>\r\nSubject: =?utf-8?Q?=E9=81=B8?=\r\nMIME-Version: 1.0\r\n\
                   Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--Part--x\"\r\n\r\n"
        .to_owned();
    for (charset, page) in frames {
        out.push_str(&format!(
            "----Part--x\r\nContent-Type: text/html;\r\n\tcharset=\"{charset}\"\r\nContent-Transfer-Encoding: {transfer}\r\n\
             Content-Location: https://example.org/Select.jsp\r\n\r\n{}\r\n",
            encode(page)
        ));
    }
    out.push_str("----Part--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n");
    out.push_str("----Part--x\r\nContent-Type: text/css\r\n\r\ntd { color: red }\r\n----Part--x--\r\n");
    out.into_bytes()
}

#[test]
fn a_page_in_one_file_says_what_the_page_says() {
    let timetable = fixture("transcripts/timetable.html");
    // A character of the portal's own that Big5 does not have.
    let text =
        String::from_utf8(timetable.clone()).unwrap().replace('\u{e123}', "").replace("charset=utf-8", "charset=big5");
    let timetable_big5 = encoding_rs::BIG5.encode(&text).0.into_owned();
    for (charset, page, format, links) in [
        ("utf-8", timetable, Format::Timetable, true),
        ("big5", timetable_big5, Format::Timetable, true),
        ("utf-8", fixture("portal-page.html"), Format::PortalHtml, false),
        ("big5", fixture("transcripts/portal-eight-columns.big5.html"), Format::PortalHtml, false),
    ] {
        let expected = read(&page);
        assert_eq!(expected.format, Some(format));
        assert!(expected.rows.len() >= 3 && (!links || expected.rows.iter().all(|row| row.record.code.is_some())));
        for way in WAYS {
            assert_eq!(read(&file(&[(charset, &page)], way)), expected, "{format:?} {charset} {}", way.0);
            // Line ends as other systems write them.
            let unix = String::from_utf8(file(&[(charset, &page)], way)).unwrap().replace("\r\n", "\n");
            assert_eq!(read(unix.as_bytes()), expected, "{format:?} {charset} {}", way.0);
        }
    }
}

#[test]
fn frames_may_be_in_encodings_of_their_own() {
    let menu =
        encoding_rs::BIG5.encode("<html><body><p>教務系統選單：成績、選課、課程查詢</p></body></html>").0.into_owned();
    let page = fixture("transcripts/timetable.html");
    for way in WAYS {
        let import = read(&file(&[("big5", &menu), ("utf-8", &page)], way));
        assert_eq!(import.rows.len(), 3, "{}", way.0);
        assert!(import.issues.is_empty() && import.rows[0].record.name == "範例訊號", "{:?}", import.issues);
    }
}
