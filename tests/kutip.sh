# shellcheck shell=sh
# shellcheck disable=SC2154 # top_srcdir is set by who reads this
# What the tests of the command share: a folder to work in, calling kutip,
# and looking at what it wrote.

. "$top_srcdir/tests/tap.sh"
KUTIP=${KUTIP:-$top_srcdir/kutip}
KUTIP_PATTERNS=${KUTIP_PATTERNS:-$top_srcdir/patterns}
export KUTIP_PATTERNS
unset NO_COLOR

if ! "$KUTIP" help >/dev/null; then
    echo "Bail out! $KUTIP does not run"
    exit 1
fi

work=$(mktemp -d)
trap 'cd /; rm -rf "$work"' EXIT
cd "$work" || exit 1

# ---------------------------------------------------------------- the means

# run ARGS...: runs kutip, which leaves out, err and status.
run() {
    status=0
    "$KUTIP" "$@" >out 2>err </dev/null || status=$?
}

# is NAME STATUS [FILE PATTERN]...: the last run ended so, and in each FILE
# (out, err) some line has the PATTERN; !PATTERN: none has it.
is() {
    name=$1
    faults=
    [ "$status" -eq "$2" ] || faults="status $status instead of $2
"
    shift 2
    while [ $# -ge 2 ]; do
        case $2 in
        !*) grep -qe "${2#!}" "$1" && faults="$faults$1 has ${2#!}
" ;;
        *) grep -qe "$2" "$1" || faults="$faults$1 lacks $2
" ;;
        esac
        shift 2
    done
    [ -z "$faults" ] || faults="$faults$(sed 's/^/out: /' out | head -n 20)
$(sed 's/^/err: /' err | head -n 20)"
    result "$name" "$faults"
}

# same NAME EXPECTED ACTUAL
same() {
    if [ "$2" = "$3" ]; then
        result "$1"
    else
        result "$1" "expected: $2
but got:  $3"
    fi
}

lines() {
    wc -l <"$1" | tr -d ' '
}

