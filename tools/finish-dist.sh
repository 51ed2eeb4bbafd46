#!/bin/sh
# Trunk's post-build hook: `cargo xtask finish` on the staged site. When xtask itself started Trunk it says where it is;
# otherwise cargo builds it, with the ordinary toolchain rather than the one Trunk was given for wasm32.
if [ -n "${KUAYU_XTASK:-}" ]; then
  exec "$KUAYU_XTASK" finish
fi
unset RUSTUP_TOOLCHAIN
exec cargo xtask finish
