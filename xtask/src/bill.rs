//! The bill of materials of a release: every package of the lock file, in the CycloneDX form that scanners read.

use crate::shell::{self, output};
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// The name of the file in a release.
pub const FILE: &str = "kuayu.cdx.json";

/// The bill, as JSON of CycloneDX 1.5: each package with its version, licence, and the hash that the lock file holds.
pub fn bill(version: &str) -> Result<String> {
    let metadata =
        output(shell::command("cargo").args(["metadata", "--format-version", "1", "--locked", "--all-features"]))?;
    let metadata: Value = serde_json::from_str(&metadata).context("reading cargo metadata")?;
    let lock = std::fs::read_to_string(shell::root().join("Cargo.lock")).context("reading Cargo.lock")?;
    let packages = metadata["packages"].as_array().context("no packages in cargo metadata")?;
    let foreign = packages.iter().filter(|package| !package["source"].is_null());
    let components: Vec<Value> = foreign.map(|package| component(package, &lock)).collect::<Result<_>>()?;
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": "kuayu", "version": version } },
        "components": components,
    });
    Ok(format!("{bill:#}\n"))
}

fn component(package: &Value, lock: &str) -> Result<Value> {
    let text = |key: &str| package[key].as_str().with_context(|| format!("a package without {key}"));
    let (name, version) = (text("name")?, text("version")?);
    let hash = checksum(lock, name, version).with_context(|| format!("{name} {version} has no hash in Cargo.lock"))?;
    Ok(json!({
        "type": "library",
        "name": name,
        "version": version,
        "purl": format!("pkg:cargo/{name}@{version}"),
        "licenses": [{ "expression": text("license")?.replace('/', " OR ") }],
        "hashes": [{ "alg": "SHA-256", "content": hash }],
    }))
}

/// The hash of a package in the lock file.
fn checksum<'l>(lock: &'l str, name: &str, version: &str) -> Option<&'l str> {
    let part = lock.split("[[package]]").find(|part| {
        part.contains(&format!("\nname = \"{name}\"\n")) && part.contains(&format!("\nversion = \"{version}\"\n"))
    })?;
    part.split_once("checksum = \"")?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_of_the_lock_file_is_in_it() {
        let bill: Value = serde_json::from_str(&bill("0.0.0").unwrap()).unwrap();
        let components = bill["components"].as_array().unwrap();
        let lock = std::fs::read_to_string(shell::root().join("Cargo.lock")).unwrap();
        assert_eq!(components.len(), lock.matches("checksum = \"").count());
        let leptos = components.iter().find(|one| one["name"] == "leptos").unwrap();
        assert_eq!(leptos["purl"], format!("pkg:cargo/leptos@{}", leptos["version"].as_str().unwrap()));
        assert_eq!(leptos["hashes"][0]["content"].as_str().unwrap().len(), 64);
    }
}
