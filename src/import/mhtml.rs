//! A page saved as one file (.mht, .mhtml), which is what phones make of "download page": the HTML inside it.

/// How far down the headers of such a file reach.
const HEADERS_WITHIN: usize = 4096;

/// The HTML parts of a saved page as bytes, each frame of it in an encoding of its own; `None` when this is no such file.
pub(super) fn html(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let head = String::from_utf8_lossy(bytes.get(..HEADERS_WITHIN).unwrap_or(bytes)).into_owned();
    let start = head.trim_start().to_ascii_lowercase();
    let is_message =
        ["from:", "mime-version:", "content-type:", "subject:", "date:"].iter().any(|h| start.starts_with(h));
    if !is_message || !start.contains("multipart/") {
        return None;
    }
    // Parts may have parts, divided by a line of their own.
    let mut boundaries = vec![boundary(&head)?];
    let mut html = Vec::new();
    let mut part = Part::default();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let divides =
            |rest: &[u8]| boundaries.iter().any(|of| matches!(rest.strip_prefix(of.as_bytes()), Some(b"" | b"--")));
        if trimmed(line).strip_prefix(b"--").is_some_and(divides) {
            html.extend(part.html());
            part = Part::default();
        } else if part.in_body {
            if part.is_html {
                part.body.extend_from_slice(line);
            }
        } else {
            boundaries.extend(part.header(line));
        }
    }
    html.extend(part.html());
    (!html.is_empty()).then_some(html)
}

/// The line that divides the parts, without its two dashes.
fn boundary(head: &str) -> Option<String> {
    let at = head.to_ascii_lowercase().find("boundary=")? + "boundary=".len();
    let value = head.get(at..)?;
    let boundary = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split([';', '\r', '\n', ' ']).next()?,
    };
    (!boundary.is_empty()).then(|| boundary.to_owned())
}

#[derive(Clone, Copy, Default)]
enum Transfer {
    #[default]
    Plain,
    QuotedPrintable,
    Base64,
}

#[derive(Default)]
struct Part {
    head: String,
    in_body: bool,
    is_html: bool,
    transfer: Transfer,
    body: Vec<u8>,
}

impl Part {
    /// Takes a line of the headers. After the last one, the line that divides the part's own parts, where it has any.
    fn header(&mut self, line: &[u8]) -> Option<String> {
        let text = String::from_utf8_lossy(trimmed(line));
        if !text.is_empty() {
            // What begins with a space is the rest of the line before.
            self.head.push_str(if text.starts_with([' ', '\t']) { " " } else { "\n" });
            self.head.push_str(text.trim_start());
            return None;
        }
        self.in_body = true;
        let mut parts = None;
        for header in self.head.lines() {
            let Some((name, value)) = header.split_once(':') else { continue };
            let lower = value.trim().to_ascii_lowercase();
            match name.trim().to_ascii_lowercase().as_str() {
                "content-type" => {
                    self.is_html = lower.starts_with("text/html") || lower.starts_with("application/xhtml");
                    parts = boundary(value).filter(|_| lower.starts_with("multipart/"));
                }
                "content-transfer-encoding" => {
                    self.transfer = match lower.as_str() {
                        "quoted-printable" => Transfer::QuotedPrintable,
                        "base64" => Transfer::Base64,
                        _ => Transfer::Plain,
                    };
                }
                _ => {}
            }
        }
        parts
    }

    fn html(self) -> Option<Vec<u8>> {
        let mut html = Vec::new();
        match self.transfer {
            Transfer::Plain => html = self.body,
            Transfer::QuotedPrintable => quoted_printable(&self.body, &mut html),
            Transfer::Base64 => base64(&self.body, &mut html),
        }
        (!html.is_empty()).then_some(html)
    }
}

fn trimmed(line: &[u8]) -> &[u8] {
    line.trim_ascii_end()
}

/// `=E8=AA=B2` is three bytes; `=` at the end of a line joins it with the next.
fn quoted_printable(text: &[u8], out: &mut Vec<u8>) {
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'=' {
            out.push(*byte);
            continue;
        }
        rest = match after {
            [b'\r', b'\n', rest @ ..] | [b'\n', rest @ ..] => rest,
            [high, low, tail @ ..] => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    out.push(high << 4 | low);
                    tail
                }
                _ => {
                    out.push(b'=');
                    after
                }
            },
            _ => after,
        };
    }
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Six bits a character; anything that is none (line breaks, padding) is passed over.
fn base64(text: &[u8], out: &mut Vec<u8>) {
    let (mut bits, mut count) = (0u32, 0);
    for byte in text {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(transfer: &str, body: &str) -> String {
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"xx--\"\r\n\r\n--xx--\r\n\
             Content-Type: text/html\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n{body}\r\n--xx--\r\n\
             Content-Type: image/png\r\n\r\n<p>no</p>\r\n--xx----\r\n"
        )
    }

    #[test]
    fn every_transfer_encoding() {
        for (transfer, body) in [
            ("quoted-printable", "<p>=E5=AD=B8=\r\n=E5=88=86 =3D</p>"),
            ("base64", "PHA+5a245YiG\r\nID08L3A+"),
            ("8bit", "<p>學分 =</p>"),
        ] {
            let [html] = html(file(transfer, body).as_bytes()).unwrap().try_into().unwrap();
            assert_eq!(String::from_utf8(html).unwrap().trim_end(), "<p>學分 =</p>", "{transfer}");
        }
    }

    #[test]
    fn parts_of_parts_with_headers_over_two_lines() {
        let text = "Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"a\"\n\n--a\n\
                    Content-Type: multipart/alternative;\n\tboundary=ab\n\n--ab\nContent-Type: text/plain\n\nno\n--ab\n\
                    Content-Type:\n text/html;\n\tcharset=big5\nContent-Transfer-Encoding:\n BASE64\n\n\
                    PHA+\n--ab--\n--a\nContent-Type: text/html\n\n<i>--a b\n--a--\n";
        assert_eq!(html(text.as_bytes()).unwrap(), [b"<p>".to_vec(), b"<i>--a b\n".to_vec()]);
    }

    #[test]
    fn other_files_are_left_alone() {
        for text in ["課程編碼,課名", "From: a\r\n\r\nmail", "<html>multipart/related; boundary=x</html>"] {
            assert_eq!(html(text.as_bytes()), None, "{text}");
        }
    }
}
