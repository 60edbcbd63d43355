#!/bin/sh
# run.sh DOCUMENTS: pouchdb-node replicates to a pouchdb-server and back, on this machine. Both are installed into a cache folder at the
# first time (pinned in package.json), which takes some minutes. Prints one line of JSON for each size of batch; exit code 3: the peer is
# missing, and stderr says why.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/yichuang-bench/peer
documents=${1:-10000}

command -v npm >/dev/null && command -v node >/dev/null || { echo "the peer needs node and npm" >&2; exit 3; }
mkdir -p "$cache"
cp "$here/package.json" "$here/push.js" "$cache/"
cd "$cache"
if ! cmp -s package.json installed.json; then
    # Without what is optional: its other store would be compiled for many minutes, and is not asked for.
    echo "installing the peer into $cache, once" >&2
    if ! npm install --omit=optional --no-audit --no-fund --loglevel=error --fetch-retries=1 --fetch-timeout=60000 >install.log 2>&1 </dev/null; then
        echo "the peer cannot be installed; is the registry of npm ($(npm config get registry 2>/dev/null)) within reach? The end of $cache/install.log:" >&2
        tail -n 5 install.log >&2
        exit 3
    fi
    cp package.json installed.json
fi

work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null || :; rm -rf "$work"' EXIT
port=$((20000 + $$ % 20000))
mkdir "$work/server"
cd "$work"
"$cache/node_modules/.bin/pouchdb-server" --port "$port" --dir "$work/server" --no-stdout-logs >"$work/log" 2>&1 &
server=$!
tries=0
until node -e "fetch('http://127.0.0.1:$port/').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"; do
    tries=$((tries + 1))
    test "$tries" -lt 60 || { cat "$work/log" >&2; exit 1; }
    sleep 0.5
done
for batch in 100 1000; do
    NODE_PATH="$cache/node_modules" node "$cache/push.js" "http://127.0.0.1:$port" "$work" "$documents" "$batch"
done
