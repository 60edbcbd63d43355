# Sourced by the scripts beside this file: says what happens, step by step, with the time it took.

started=$SECONDS

clock() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

say() { printf '[%s] %s\n' "$(clock $((SECONDS - started)))" "$*"; }

# step WORDS -- COMMAND…: runs it; a failure ends the script and names the step.
step() {
    local words=() from=$SECONDS
    while [ "$1" != -- ]; do words+=("$1"); shift; done
    shift
    say "${words[*]} …"
    "$@" || { local code=$?; say "FAILED: ${words[*]} (exit $code)"; exit "$code"; }
    say "${words[*]}: done in $(clock $((SECONDS - from)))"
}

# The cores to use: all there are, yet no more than one for every 1.5 GB, which a large C++ file may need.
jobs_here() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ {print int($2 / 1500000)}' /proc/meminfo)
    echo $((memory < 1 ? 1 : memory < cores ? memory : cores))
}
