//! What `audit`, `advise` and `batch` share: the catalog, the curricula, who the student is, and the records.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::OPENER;
use super::args::{Args, Wrong};

use crate::audit::{Decision, Degree, Prepared, Profile};
use crate::catalog::curriculum::Curriculum;
use crate::catalog::document::Edition;
use crate::catalog::{Catalog, ClassFile, Curricula};
use crate::classes::Classes;
use crate::hash::hash;
use crate::i18n::Lang;
use crate::i18n::cli::refused;
use crate::i18n::settings;
use crate::import::Issue;
use crate::office::batch::{self, Library as _, Source};
use crate::saved::backup::Backup;
use crate::term::Term;
use crate::transcript::Record;

/// The catalog and where the curricula and classes are.
pub(super) struct Library {
    pub catalog: Catalog,
    curricula: PathBuf,
    classes: PathBuf,
    /// The semester of the day that is taken for today.
    pub today: Term,
    pub lang: Lang,
}

/// The transcript of one student.
pub(super) struct Student {
    pub profile: Profile,
    pub records: Vec<Record>,
    /// What could not be read for certain, with its file.
    pub issues: Vec<(String, Issue)>,
    /// What offices said, where the student's own data have it.
    pub decisions: Vec<Decision>,
    /// The hashes of the files, by what they were called.
    pub files: BTreeMap<String, String>,
}

/// The folder of data of that name that belongs to a catalog's file: in `public` beside it, or beside it.
pub(super) fn folder_beside(catalog: &Path, name: &str) -> PathBuf {
    let beside = catalog.parent().unwrap_or(Path::new(""));
    let places = [beside.join("public").join(name), beside.join(name)];
    places.into_iter().find(|directory| directory.is_dir()).unwrap_or_else(|| PathBuf::from(name))
}

impl Library {
    /// Reads the catalog that the arguments name, else `programs.json` here. Curricula are looked for in
    /// `--curricula`, else in `public/curricula` or `curricula` beside the catalog; classes beside it likewise.
    pub fn open(args: &Args) -> Result<Library, Wrong> {
        let path = Path::new(args.option("--catalog").unwrap_or("programs.json"));
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let catalog = crate::catalog::read(&text)
            .map_err(|problems| refused::mistakes(args.lang(), &path.display().to_string(), problems.len()))?;
        let folder = |name: &str| folder_beside(path, name);
        let curricula = args.option("--curricula").map_or_else(|| folder("curricula"), PathBuf::from);
        let (classes, today) = (folder("classes"), args.today()?);
        Ok(Library { catalog, curricula, classes, today, lang: args.lang() })
    }

    /// The edition that the arguments name, else that of the academic year of `--today`, or of this day.
    pub fn edition(&self, args: &Args) -> Result<&Edition, Wrong> {
        let found = match args.option("--edition") {
            None => self.catalog.edition_in(args.today()?.year),
            Some(id) => self.catalog.edition(id),
        };
        let known = || self.catalog.editions().iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>();
        found.ok_or_else(|| refused::no_edition(self.lang, &known()))
    }

    /// Where the curricula of an entry year are, or would be.
    pub fn curricula_file(&self, entry: u16) -> PathBuf {
        self.curricula.join(format!("{entry}.json"))
    }

    /// The hash of the curricula of an entry year; `None` where there are none.
    pub fn curricula_hash(&self, entry: u16) -> Option<String> {
        Some(hash(&std::fs::read(self.curricula_file(entry)).ok()?))
    }

    /// The hashes of the curricula of all entry years that there may be.
    pub fn curricula_hashes(&self) -> BTreeMap<u16, String> {
        batch::entry_years(self.today).filter_map(|entry| Some((entry, self.curricula_hash(entry)?))).collect()
    }

    /// The curriculum of a profile's group and entry year; `None` where the data do not have it.
    fn curriculum(&self, profile: &Profile) -> Result<Option<Curriculum>, Wrong> {
        let (Some(group), Some(entry)) = (&profile.group, profile.entry) else { return Ok(None) };
        Ok(self.curricula(entry)?.and_then(|curricula| curricula.group(group, &self.catalog)))
    }

    /// The day whose state the curriculum of a profile's group and entry year is; `None` where the data have none.
    pub fn curriculum_as_of(&self, profile: &Profile) -> Result<Option<String>, Wrong> {
        Ok(self.curriculum(profile)?.and_then(|curriculum| curriculum.as_of().map(str::to_owned)))
    }

    /// Everything prepared for one student.
    pub fn prepare(&self, edition: &Edition, student: &Student) -> Result<Prepared, Wrong> {
        let Student { profile, decisions, .. } = student;
        let curriculum = self.curriculum(profile)?;
        Ok(Prepared::new(&self.catalog, edition, curriculum.as_ref(), profile, decisions))
    }

    /// The group that somebody means by a name.
    pub fn group(&self, degree: Degree, name: &str) -> Result<String, Wrong> {
        match degree.groups_named(&self.catalog, name).as_slice() {
            [group] => Ok((*group).to_owned()),
            [] => {
                let known = self.catalog.groups().map(|(group, ..)| group).collect::<Vec<_>>().join(" ");
                Err(refused::no_group(self.lang, name, &known))
            }
            several => Err(refused::several_groups(self.lang, name, &several.join(" "))),
        }
    }

    /// Reads the files as one transcript of one student. What the arguments do not say of the student is taken from
    /// the files, where one of them says it.
    pub fn student(&self, args: &Args) -> Result<Student, Wrong> {
        let mut records: Vec<Record> = Vec::new();
        let mut found: Vec<(String, Issue)> = Vec::new();
        let mut decisions: Vec<Decision> = Vec::new();
        let mut files = BTreeMap::new();
        let mut profile = Profile {
            degree: args.value("--degree").unwrap_or_default(),
            entry: args.value("--entry"),
            ..Profile::default()
        };
        if let Some(name) = args.option("--department") {
            profile.group = Some(self.group(profile.degree, name)?);
        }
        for path in &args.files {
            let bytes = super::bytes_of(path).map_err(|error| format!("{path}: {error}"))?;
            files.insert(path.clone(), hash(&bytes));
            let Source { mut import, own } = OPENER.source(&bytes);
            if let Some(Backup { document, unreadable }) = own {
                if args.value::<Degree>("--degree").is_none() {
                    profile.degree = document.profile.degree;
                }
                if unreadable > 0 {
                    eprintln!("kuayu: {path}: {}", settings::unreadable(self.lang, unreadable));
                }
                decisions.extend(document.decisions);
            }
            self.compare(&mut import);
            import.compare_profile(&self.catalog, &profile);
            if import.rows.is_empty() {
                eprintln!("kuayu: {path}: nothing could be read; `kuayu import` tells why");
            }
            records = self.add(&mut profile, &records, &import);
            found.extend(import.issues.into_iter().filter(Issue::matters).map(|issue| (path.clone(), issue)));
        }
        Ok(Student { profile, records, issues: found, decisions, files })
    }
}

impl batch::Library for Library {
    fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    fn curricula(&self, entry: u16) -> Result<Option<Curricula>, Wrong> {
        let path = self.curricula_file(entry);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        let read = Curricula::read(&text);
        read.map(Some).map_err(|problems| refused::mistakes(self.lang, &path.display().to_string(), problems.len()))
    }

    fn classes(&self, term: Term) -> Option<Classes> {
        let text = std::fs::read_to_string(self.classes.join(format!("{term}.json"))).ok()?;
        ClassFile::read(&text).and_then(ClassFile::classes).ok()
    }

    fn today(&self) -> Term {
        self.today
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
