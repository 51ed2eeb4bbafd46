#!/usr/bin/env bash
# try-windows.sh - run the command line for Windows under Wine, and compare all it says with that of this machine.
#
#   bash tools/try-windows.sh target/release-0.1.0/kuayu-0.1.0-windows-x86_64.exe target/release-0.1.0/kuayu-0.1.0-linux-x86_64
#
# Both are of one release, so that they say the same to the byte: version, help in both languages, the check of the
# catalog, what is read of workbooks and PDF files, and a batch. Only what the system says of a file that is not there is
# in its own words. It needs Wine (Debian: wine64).
set -euo pipefail
EXE=$(readlink -f "$1")
OWN=$(readlink -f "$2")
cd "$(dirname "$0")/.."
ROOT=$PWD
WINE=$(command -v wine64 || command -v wine || ls /usr/lib/wine/wine64)
WORK=$(mktemp -d)
export WINEPREFIX=$WORK/prefix WINEDEBUG=-all
trap 'wineserver=$(command -v wineserver || echo /usr/lib/wine/wineserver64); "$wineserver" -k 2>/dev/null || true; rm -rf "$WORK"' EXIT

mkdir "$WORK/bin" "$WORK/data" "$WORK/data/transcripts"
cp "$EXE" "$WORK/bin/kuayu.exe"
# Wine 8 has no bcryptprimitives.dll, which every Windows since 7 has: its one function that Rust calls, by another way.
if command -v x86_64-w64-mingw32-gcc >/dev/null; then
  cat >"$WORK/random.c" <<'EOF'
#include <stddef.h>
int SystemFunction036(void *, unsigned long);
__declspec(dllexport) int ProcessPrng(unsigned char *to, size_t size) { return SystemFunction036(to, size); }
EOF
  x86_64-w64-mingw32-gcc -shared -O1 "$WORK/random.c" -o "$WORK/bin/bcryptprimitives.dll" -ladvapi32
fi

# A roster and transcripts with names that need Unicode.
printf '學號,系組,入學年度,檔案\n111001,土木系,112,甲.csv\n111002,電機系,113,乙 丙.csv\n111003,,,沒有.csv\n' >"$WORK/data/名冊.csv"
printf '課號,課名,學分,學期,成績\n3904005,綠建築,2,112-2,85\n3404012,測量學,3,112-1,缺\n' >"$WORK/data/transcripts/甲.csv"
printf '課號,課名,學分,學期,成績\r\n3904005,綠建築,2,112-2,59\r\n' >"$WORK/data/transcripts/乙 丙.csv"

failed=0
"$WINE" "$WORK/bin/kuayu.exe" --version >/dev/null 2>&1 || true # the first run makes Wine's own folder
words() { sed -i -E 's/[^:：]*\(os error/(os error/' "$@"; }
# Runs both with the same arguments, in a folder of their own.
compare() {
  local one two
  one=$(cd "$WORK/data" && "$OWN" "$@" >"$WORK/own.out" 2>"$WORK/own.err"; echo $?)
  two=$(cd "$WORK/data" && "$WINE" "$WORK/bin/kuayu.exe" "$@" >"$WORK/exe.out" 2>"$WORK/exe.err"; echo $?)
  words "$WORK"/{own,exe}.{out,err}
  if [ "$one" = "$two" ] && cmp -s "$WORK/own.out" "$WORK/exe.out" && cmp -s "$WORK/own.err" "$WORK/exe.err"; then
    echo "same ($one, $(wc -c <"$WORK/own.out") bytes): kuayu $*"
  else
    failed=1
    echo "DIFFERENT ($one, $two): kuayu $*"
    diff "$WORK/own.out" "$WORK/exe.out" | head -5 || true
    diff "$WORK/own.err" "$WORK/exe.err" | head -5 || true
  fi
}
cp "$ROOT/programs.json" "$WORK/data/"
cp -r "$ROOT/public" "$WORK/data/public"
compare --version
compare --help
compare --help --lang en
compare check programs.json
compare check no-such-file.json
for file in "$ROOT"/tests/fixtures/opened/000[0-3]*.{xlsx,pdf,ods}; do
  cp "$file" "$WORK/data/"
  compare import "$(basename "$file")"
done
compare batch --roster 名冊.csv --out results.csv transcripts
cp "$WORK/data/results.csv" "$WORK/exe.csv"
(cd "$WORK/data" && rm -f results.* && { "$OWN" batch --roster 名冊.csv --out results.csv transcripts >/dev/null 2>&1 || true; })
cmp "$WORK/data/results.csv" "$WORK/exe.csv" && echo "same results.csv ($(wc -c <"$WORK/exe.csv") bytes)" || failed=1
# Who closes the pipe early gets no report of a fault.
(cd "$WORK/data" && "$WINE" "$WORK/bin/kuayu.exe" check programs.json 2>"$WORK/pipe.err" | true) || true
if grep -q panicked "$WORK/pipe.err"; then failed=1; echo "panicked on a closed pipe"; else echo "no panic on a closed pipe"; fi
exit $failed
