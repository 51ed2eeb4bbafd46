//! Invented students: a roster and their transcripts, the same for the same number, and nobody's.
//!
//! Only std and serde_json, so that the tests of the command line can take this file in too.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

/// A file's name and content.
pub type File = (String, String);

/// The data that students are made of.
pub struct Source {
    /// Curricula by entry year, as the app ships them.
    curricula: BTreeMap<u16, Value>,
    /// Codes, names and credits of listed courses, by program.
    programs: Vec<Vec<Course>>,
    /// The groups that students can belong to.
    groups: Vec<String>,
}

#[derive(Clone)]
struct Course {
    code: String,
    name: String,
    credits: f64,
    stage: String,
}

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }
}

impl Source {
    /// From the texts of `programs.json` and of the curricula.
    pub fn new(programs: &str, curricula: &[&str]) -> Result<Source, serde_json::Error> {
        let catalog: Value = serde_json::from_str(programs)?;
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let credits: BTreeMap<String, f64> = list(&catalog["courses"])
            .iter()
            .filter_map(|course| Some((course["code"].as_str()?.to_owned(), course["credits"].as_f64()?)))
            .collect();
        let course = |listing: &Value| {
            let code = text(&listing["code"]);
            let credits = *credits.get(&code)?;
            Some(Course { name: text(&listing["name"]), credits, code, stage: "1".to_owned() })
        };
        let listed = |program: &Value| {
            let categories = list(&program["categories"]);
            categories.iter().flat_map(|category| list(&category["courses"])).filter_map(|one| course(&one)).collect()
        };
        let departments = list(&catalog["departments"]);
        let groups = departments.iter().flat_map(|d| [list(&d["groups"]), list(&d["classes"])]).flatten();
        let mut years = BTreeMap::new();
        for year in curricula {
            let year: Value = serde_json::from_str(year)?;
            years.insert(year["year"].as_u64().unwrap_or_default() as u16, year);
        }
        Ok(Source {
            curricula: years,
            programs: list(&catalog["editions"][0]["programs"]).iter().map(listed).collect(),
            groups: groups.map(|group| text(&group)).collect(),
        })
    }

    /// The roster of so many students.
    pub fn roster(&self, students: usize) -> String {
        let mut out = "\u{feff}學號,系組,入學年度,學制\r\n".to_owned();
        for number in 0..students {
            let (group, entry) = self.who(number);
            _ = write!(out, "{},{group},{entry},日間部\r\n", id(number));
        }
        out
    }

    /// The transcript of one student: most as tables, some as saved score pages.
    pub fn transcript(&self, number: usize) -> File {
        let mut random = Random((number as u64).wrapping_mul(0x2545_f491_4f6c_dd1d) ^ 0x7265_6769_7374_6572);
        let courses = self.courses(number, &mut random);
        let graded = courses.into_iter().map(|(course, term)| {
            let grade = match random.below(20) {
                0 => (40 + random.below(20)).to_string(),
                1 => "抵免".to_owned(),
                2 => "N".to_owned(),
                _ => (60 + random.below(40)).to_string(),
            };
            (course, term, grade)
        });
        if number % 5 == 4 {
            return (format!("{}.html", id(number)), page(graded));
        }
        let mut out = "\u{feff}課程編碼,課程名稱,學分,階段,學期,成績\r\n".to_owned();
        for (Course { code, name, credits, stage }, term, grade) in graded {
            _ = write!(out, "{code},{name},{credits:.1},{stage},{term},{grade}\r\n");
        }
        (format!("{}.csv", id(number)), out)
    }

    fn who(&self, number: usize) -> (&str, u16) {
        let mut random = Random(number as u64 ^ 0x7768_6f3f);
        let group = self.groups.get(random.below(self.groups.len())).map_or("", String::as_str);
        let years: Vec<u16> = self.curricula.keys().copied().collect();
        (group, years.get(random.below(years.len())).copied().unwrap_or(112))
    }

    /// Most of the own curriculum so far, and some courses of two or three programs; about sixty.
    fn courses(&self, number: usize, random: &mut Random) -> Vec<(Course, String)> {
        let (group, entry) = self.who(number);
        let rows = &self.curricula[&entry]["groups"][group]["courses"];
        let mut courses = Vec::new();
        for row in rows.as_array().into_iter().flatten() {
            let (Some(code), Some(name)) = (row[1].as_str(), row[2].as_str()) else { continue };
            let required = matches!(row[0].as_str(), Some("▲" | "●" | "△" | "○"));
            if !random.percent(if required { 75 } else { 20 }) {
                continue;
            }
            let term =
                format!("{}-{}", u64::from(entry) + row[4].as_u64().unwrap_or(1) - 1, row[5].as_u64().unwrap_or(1));
            let stage = row[6].as_str().unwrap_or("1").split('/').next().unwrap_or("1").to_owned();
            let credits = row[3].as_f64().unwrap_or(0.0);
            courses.push((Course { code: code.to_owned(), name: name.to_owned(), credits, stage }, term));
        }
        for _ in 0..2 + random.below(2) {
            let Some(program) = self.programs.get(random.below(self.programs.len())) else { continue };
            for course in program {
                if random.percent(300 / program.len().max(3)) {
                    let term = format!("{}-{}", usize::from(entry) + 1 + random.below(3), 1 + random.below(2));
                    courses.push((course.clone(), term));
                }
            }
        }
        courses
    }
}

/// A student number that no real student has: those begin with the entry year.
pub fn id(number: usize) -> String {
    format!("X{number:08}")
}

/// A saved score page, in the shape of the university's.
fn page(courses: impl Iterator<Item = (Course, String, String)>) -> String {
    let mut terms: BTreeMap<String, String> = BTreeMap::new();
    for (Course { code, name, credits, stage }, term, grade) in courses {
        let rows = terms.entry(term).or_default();
        _ = writeln!(
            rows,
            "<tr><th>250001<th>選<br>Elective<th>{name}<th>Invented<th>{code}<th>{stage}<th>{credits:.1}<th>{grade}<th>"
        );
    }
    let mut out = "<!DOCTYPE html><html><meta charset=utf-8><title>歷年成績查詢</title><body>\n".to_owned();
    for (term, rows) in terms.iter().rev() {
        let (year, half) = term.split_once('-').unwrap_or((term, "1"));
        _ = write!(
            out,
            "<form><input type=submit value=\"{year} 學年度 第 {half} 學期\"></form>\n<table border=1>\n<tr><th>課號<th>修\
             <th>課程名稱<th>英文課名<th>課程編碼<th>階段<th>學分<th>成績<th>備註\n{rows}</table>\n"
        );
    }
    out.push_str("</body></html>\n");
    out
}
