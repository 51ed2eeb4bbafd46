//! A plain static file server on the loopback address: no rewrites, no compression, right MIME types.
//!
//! It does what the simplest host does, so that nothing the app relies on hides in the server.

use anyhow::{Context, Result, anyhow, bail};
use std::fs::File;
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Method, Request, Response, Server};

const DEFAULT_PORT: u16 = 8080;
/// How many ports after the default are tried when it is taken.
const PORTS_TRIED: u16 = 20;

/// `serve [--port N] [--no-build]`
pub fn command(args: &[&str]) -> Result<()> {
    let mut port = None;
    let mut build = true;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match *arg {
            "--port" => {
                let value = args.next().context("--port needs a number")?;
                port = Some(value.parse().with_context(|| format!("not a port number: {value}"))?);
            }
            "--no-build" => build = false,
            other => bail!("serve: unknown argument {other:?}"),
        }
    }
    if build {
        crate::build::release()?;
    }
    let folder = crate::dist::folder();
    if !folder.join("index.html").is_file() {
        bail!("nothing to serve: no {}/index.html", folder.display());
    }
    let (server, port) = listen(port)?;
    println!("Kuayu is at http://127.0.0.1:{port}/   (Ctrl+C stops it)");
    for request in server.incoming_requests() {
        if let Err(error) = answer(&folder, request) {
            // The browser went away in the middle of an answer; nothing to do about it.
            eprintln!("serve: {error:#}");
        }
    }
    Ok(())
}

/// A port that was asked for must be free; otherwise the first free one from the default on is taken.
fn listen(port: Option<u16>) -> Result<(Server, u16)> {
    let bind = |port| Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("port {port}: {error}"));
    match port {
        Some(port) => Ok((bind(port)?, port)),
        None => (DEFAULT_PORT..DEFAULT_PORT + PORTS_TRIED)
            .find_map(|port| Some((bind(port).ok()?, port)))
            .context("no free port; name one with --port"),
    }
}

fn answer(folder: &Path, request: Request) -> Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Ok(request.respond(Response::empty(405))?);
    }
    let Some(file) = locate(folder, request.url()) else {
        return Ok(request.respond(Response::from_string("404 not found\n").with_status_code(404))?);
    };
    let mime = mime_type(&file);
    let response = Response::from_file(File::open(&file)?)
        .with_header(header("Content-Type", mime)?)
        .with_header(header("Cache-Control", "no-cache")?)
        .with_header(header("X-Content-Type-Options", "nosniff")?);
    Ok(request.respond(response)?)
}

/// The file a URL names, if it is a file inside the folder.
fn locate(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    // The site's own file names are plain ASCII, so nothing percent-encoded can name one of them.
    let relative = Path::new(path);
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let mut file = folder.join(relative);
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn header(name: &str, value: &str) -> Result<Header> {
    Header::from_bytes(name, value).map_err(|()| anyhow!("not a header: {name}: {value}"))
}

/// The MIME type by extension, for the kinds of file the site has.
fn mime_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_inside_the_folder_are_served() {
        let folder = crate::shell::root();
        assert!(locate(&folder, "/Cargo.toml?v=1").is_some());
        assert!(locate(&folder, "/src/lib.rs").is_some());
        assert!(locate(&folder, "/../Cargo.toml").is_none());
        assert!(locate(&folder, "//etc/passwd").is_none());
        assert!(locate(&folder, "/src").is_none(), "a folder without index.html is not listed");
    }
}
