//! A page saved as one file (.mht, .mhtml), which is what phones make of "download page": the HTML inside it.

/// How far down the headers of such a file reach.
const HEADERS_WITHIN: usize = 4096;

/// The HTML parts of a saved page as bytes, one after the other; `None` when this is no such file.
pub(super) fn html(bytes: &[u8]) -> Option<Vec<u8>> {
    let head = String::from_utf8_lossy(bytes.get(..HEADERS_WITHIN).unwrap_or(bytes)).into_owned();
    let start = head.trim_start().to_ascii_lowercase();
    let is_message =
        ["from:", "mime-version:", "content-type:", "subject:", "date:"].iter().any(|h| start.starts_with(h));
    if !is_message || !start.contains("multipart/") {
        return None;
    }
    let boundary = boundary(&head)?;
    let mut html = Vec::new();
    let mut part = Part::default();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if trimmed(line).strip_prefix(b"--").is_some_and(|line| line.starts_with(boundary.as_bytes())) {
            part.append_to(&mut html);
            part = Part::default();
        } else if part.in_body {
            if part.is_html {
                part.body.extend_from_slice(line);
            }
        } else {
            part.header(trimmed(line));
        }
    }
    part.append_to(&mut html);
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
    in_body: bool,
    is_html: bool,
    transfer: Transfer,
    body: Vec<u8>,
}

impl Part {
    fn header(&mut self, line: &[u8]) {
        let line = String::from_utf8_lossy(line).to_ascii_lowercase();
        if line.is_empty() {
            self.in_body = true;
        } else if let Some(kind) = line.strip_prefix("content-type:") {
            self.is_html = kind.trim().starts_with("text/html");
        } else if let Some(transfer) = line.strip_prefix("content-transfer-encoding:") {
            self.transfer = match transfer.trim() {
                "quoted-printable" => Transfer::QuotedPrintable,
                "base64" => Transfer::Base64,
                _ => Transfer::Plain,
            };
        }
    }

    fn append_to(self, html: &mut Vec<u8>) {
        match self.transfer {
            Transfer::Plain => html.extend(self.body),
            Transfer::QuotedPrintable => quoted_printable(&self.body, html),
            Transfer::Base64 => base64(&self.body, html),
        }
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
            let html = html(file(transfer, body).as_bytes()).unwrap();
            assert_eq!(String::from_utf8(html).unwrap().trim_end(), "<p>學分 =</p>", "{transfer}");
        }
    }

    #[test]
    fn other_files_are_left_alone() {
        for text in ["課程編碼,課名", "From: a\r\n\r\nmail", "<html>multipart/related; boundary=x</html>"] {
            assert_eq!(html(text.as_bytes()), None, "{text}");
        }
    }
}
