//! The built site as a list of files with their bytes, and what each weighs on the wire.

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::{Path, PathBuf};

/// One file of the site.
pub struct SiteFile {
    /// Relative to the site's folder, with `/`, as a URL has it.
    pub path: String,
    /// The content as built.
    pub bytes: Vec<u8>,
}

impl SiteFile {
    /// The extension in lower case, empty when there is none.
    pub fn extension(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The size in bytes after gzip at its usual level (6), which is what common static hosts send.
    pub fn gzipped(&self) -> Result<usize> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
        encoder.write_all(&self.bytes)?;
        Ok(encoder.finish()?.len())
    }
}

/// Where `cargo xtask build` leaves the site.
pub fn folder() -> PathBuf {
    crate::shell::root().join("dist")
}

/// All files under `folder`, sorted by path: the order must not depend on the file system.
pub fn read(folder: &Path) -> Result<Vec<SiteFile>> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(top: &Path, folder: &Path, files: &mut Vec<SiteFile>) -> Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(top, &path, files)?;
            continue;
        }
        let relative = path.strip_prefix(top)?.components();
        let parts: Vec<_> = relative.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        files.push(SiteFile { path: parts.join("/"), bytes });
    }
    Ok(())
}
