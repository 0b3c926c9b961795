# shellcheck shell=sh
# What the tests that are written in sh share. The Makefile says where things
# are: top_srcdir, top_builddir.

tap_count=0
tap_failed=0

# result NAME [FAULTS]: one test, which passed when FAULTS is empty.
result() {
    tap_count=$((tap_count + 1))
    if [ -z "${2-}" ]; then
        echo "ok $tap_count - $1"
    else
        tap_failed=$((tap_failed + 1))
        echo "not ok $tap_count - $1"
        printf '%s\n' "$2" | sed 's/^/#   /'
    fi
}

# skip NAME WHY: one test that cannot run here.
skip() {
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1 # SKIP $2"
}

# The plan, last of all.
done_testing() {
    echo "1..$tap_count"
    [ "$tap_failed" -eq 0 ]
}
