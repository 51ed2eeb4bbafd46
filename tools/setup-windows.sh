#!/usr/bin/env bash
# setup-windows.sh - make sure Rust can compile the command line for 64-bit Windows (x86_64-pc-windows-gnu).
#
#   eval "$(bash tools/setup-windows.sh)"
#
# What it did goes to stderr; stdout holds only `export ...` lines for eval. Idempotent. It ends with 3, having said why,
# where that cannot be had.
#
#  1. The linker x86_64-w64-mingw32-gcc: there, or by apt (as root).
#  2. The active toolchain has std for Windows, or `rustup target add` brings it? -> use that.
#  3. Otherwise the toolchain `wasm-local` (setup-wasm.sh), and std for Windows built once from Debian's rust-web-src of
#     the same version (offline, vendored), kept in the same cache folder as a sysroot of its own.
#
# Settings (environment): WASM_CACHE_DIR, WASM_TOOLCHAIN_NAME and WASM_NO_RUSTUP_ADD as for setup-wasm.sh.
set -euo pipefail
umask 022

TARGET=x86_64-pc-windows-gnu
LINKER=x86_64-w64-mingw32-gcc
HERE=$(cd "$(dirname "$0")" && pwd)
NAME=${WASM_TOOLCHAIN_NAME:-wasm-local}
CACHE=${WASM_CACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/wasm-local}
TC=$CACHE/toolchain

log() { printf 'setup-windows: %s\n' "$*" >&2; }
cannot() { log "$*"; exit 3; }
have() { command -v "$1" >/dev/null 2>&1; }
limited() { if have timeout; then timeout 120 "$@"; else "$@"; fi; }

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

# True if "$@" (a rustc) compiles and links for Windows.
probe() {
  printf 'fn main(){println!("{:?}",std::env::args().collect::<Vec<_>>());}\n' >"$WORK/probe.rs"
  rm -f "$WORK/probe.exe"
  "$@" -O --target "$TARGET" -C linker=$LINKER -o "$WORK/probe.exe" "$WORK/probe.rs" >"$WORK/probe.log" 2>&1 &&
    [ -s "$WORK/probe.exe" ]
}

if ! have $LINKER; then
  have apt-get && [ "$(id -u)" = 0 ] || cannot "no $LINKER (Debian: gcc-mingw-w64-x86-64-win32), and no apt-get to install it"
  log "apt-get install gcc-mingw-w64-x86-64-win32"
  install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gcc-mingw-w64-x86-64-win32 >"$WORK/apt.log" 2>&1; }
  install || { apt-get update -qq >&2 && install; } || cannot "apt-get could not install $LINKER: $(tail -1 "$WORK/apt.log")"
fi
echo "export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=$LINKER" >"$WORK/exports"

if have rustc && probe rustc; then
  log "OK: the active toolchain ($(rustc --version)) compiles for $TARGET"
  cat "$WORK/exports"
  exit 0
fi
if [ -z "${WASM_NO_RUSTUP_ADD:-}" ] && have rustup && limited rustup target add "$TARGET" >"$WORK/rustup.log" 2>&1 && probe rustc; then
  log "OK: 'rustup target add $TARGET' worked for $(rustc --version)"
  cat "$WORK/exports"
  exit 0
fi

WASM_FORCE_LOCAL=1 bash "$HERE/setup-wasm.sh" >/dev/null || cannot "no std for $TARGET by rustup, and no toolchain of Debian's packages to build it with"
version=$(cat "$TC/.complete")
SYSROOT=$CACHE/windows-$version
ready() { [ -f "$SYSROOT/.complete" ] && probe "$TC/bin/rustc" --sysroot "$SYSROOT"; }

build_std() {
  have apt-get && have dpkg || cannot "no std for $TARGET, and no apt-get to build it from Debian's source"
  have rustup || cannot "no std for $TARGET, and no rustup to choose the toolchain that could build it"
  log "building std for $TARGET from Debian's rust-web-src $version (once; some minutes)"
  rm -rf "$SYSROOT" "$SYSROOT.new"
  (cd "$WORK" && apt-get download -q "rust-web-src=$version") >"$WORK/apt.log" 2>&1 ||
    cannot "apt-get could not download rust-web-src $version: $(tail -1 "$WORK/apt.log")"
  dpkg -x "$WORK"/rust-web-src_*.deb "$WORK/unpacked"
  local L B=$WORK/build hash
  L=$(readlink -f "$WORK"/unpacked/usr/src/rustc-*/library) && [ -f "$L/sysroot/Cargo.toml" ] || cannot "no library/ in rust-web-src"
  hash=$(sed -n 's/^commit-hash: //p' "$TC/version.txt")
  mkdir -p "$B/src"
  echo '#![no_std]' >"$B/src/lib.rs"
  cp "$L/Cargo.lock" "$B/Cargo.lock"
  cat >"$B/Cargo.toml" <<EOF
cargo-features = ["profile-rustflags"]
[package]
name = "windows-sysroot"
version = "0.0.0"
edition = "2021"
[workspace]
[dependencies]
sysroot = { path = "$L/sysroot", features = ["panic-unwind"] }
[profile.release]
codegen-units = 1
debug = false
[profile.release.package.compiler_builtins]
codegen-units = 10000
[profile.release.package.panic_abort]
rustflags = ["-Cpanic=abort", "-Cembed-bitcode=yes"]
[patch.crates-io]
rustc-std-workspace-core = { path = "$L/rustc-std-workspace-core" }
rustc-std-workspace-alloc = { path = "$L/rustc-std-workspace-alloc" }
rustc-std-workspace-std = { path = "$L/rustc-std-workspace-std" }
EOF
  (cd "$B" && env -i PATH="$PATH" HOME="$HOME" CARGO_HOME="${CARGO_HOME:-$HOME/.cargo}" \
      RUSTC="$TC/bin/rustc" RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$B/target" __CARGO_DEFAULT_LIB_METADATA="windows-local" \
      RUSTFLAGS="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes --remap-path-prefix=$L=/rustc/${hash:-$version}/library" \
      "$TC/bin/cargo" build --release -p sysroot --target "$TARGET" --offline \
      --config 'source.crates-io.replace-with="vendored"' --config "source.vendored.directory=\"$L/vendor\"") >"$WORK/std.log" 2>&1 ||
    { tail -20 "$WORK/std.log" >&2; cannot "building std for $TARGET failed"; }
  mkdir -p "$SYSROOT.new/lib/rustlib/$TARGET/lib"
  cp "$B/target/$TARGET/release/deps/"lib*.rlib "$SYSROOT.new/lib/rustlib/$TARGET/lib/"
  rm -f "$SYSROOT.new/lib/rustlib/$TARGET/lib/"libsysroot-*.rlib
  touch "$SYSROOT.new/.complete"
  mv "$SYSROOT.new" "$SYSROOT"
  ready || { tail -20 "$WORK/probe.log" >&2; cannot "the new std does not link for $TARGET"; }
}

if have flock; then exec 9>"$CACHE/.lock-windows"; flock 9; fi
ready || build_std
log "OK: $("$TC/bin/rustc" --version) with std in $SYSROOT"
echo "export RUSTUP_TOOLCHAIN=$NAME" >>"$WORK/exports"
echo "export KUAYU_WINDOWS_SYSROOT='$SYSROOT'" >>"$WORK/exports"
cat "$WORK/exports"
