//! Which files are whose.

use std::collections::{HashMap, HashSet};

use crate::office::roster::{RosterRow, key, owners};

/// Whose files are whose.
pub struct Sorted {
    /// For each student, in the order of the roster, the names of the files.
    pub files: Vec<Vec<String>>,
    /// Files of nobody in the roster.
    pub nobodys: Vec<String>,
}

/// Gives each student the files that the roster names, else those whose names begin with the student's number. Of a
/// name with folders before it (`112/1123400001.html`) the last part is asked.
pub fn sort(names: &[String], students: &[RosterRow]) -> Sorted {
    let by_number: HashMap<String, usize> =
        students.iter().enumerate().map(|(at, student)| (key(&student.student), at)).collect();
    let known: HashSet<&str> = names.iter().map(String::as_str).collect();
    let mut by_last: HashMap<&str, Vec<&String>> = HashMap::new();
    for name in names {
        by_last.entry(last(name)).or_default().push(name);
    }
    // The roster may name a file without its folder, where only one is called so.
    let found = |file: &String| match by_last.get(file.as_str()).map(Vec::as_slice) {
        Some([one]) if !known.contains(file.as_str()) => (*one).clone(),
        _ => file.clone(),
    };
    let mut files: Vec<Vec<String>> =
        students.iter().map(|student| student.files.iter().map(found).collect()).collect();
    let named: HashSet<String> = files.iter().flatten().cloned().collect();
    let mut nobodys = Vec::new();
    for name in names.iter().filter(|name| !named.contains(name.as_str())) {
        match owners(last(name)).iter().find_map(|owner| by_number.get(owner)) {
            Some(at) if students.get(*at).is_some_and(|student| student.files.is_empty()) => {
                if let Some(files) = files.get_mut(*at) {
                    files.push(name.clone());
                }
            }
            // The roster names other files for this student.
            Some(_) => {}
            None => nobodys.push(name.clone()),
        }
    }
    Sorted { files, nobodys }
}

fn last(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Profile;

    fn student(number: &str, files: &[&str]) -> RosterRow {
        let files = files.iter().map(|file| (*file).to_owned()).collect();
        RosterRow { row: 2, student: number.to_owned(), profile: Profile::default(), files }
    }

    #[test]
    fn files_in_folders_are_found_by_their_last_name() {
        let names = ["土木/1.html", "土木/2.html", "電機/2.html", "電機/a.csv", "readme.txt"].map(str::to_owned);
        let students = [student("1", &[]), student("2", &["電機/2.html"]), student("3", &["a.csv", "b.csv"])];
        let sorted = sort(&names, &students);
        assert_eq!(sorted.files, [vec!["土木/1.html"], vec!["電機/2.html"], vec!["電機/a.csv", "b.csv"]]);
        assert_eq!(sorted.nobodys, ["readme.txt"]);
    }

    #[test]
    fn a_name_that_several_bear_is_not_guessed() {
        let names = ["甲/a.csv", "乙/a.csv"].map(str::to_owned);
        assert_eq!(sort(&names, &[student("1", &["a.csv"])]).files, [vec!["a.csv"]]);
    }
}
