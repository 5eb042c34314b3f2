#!/usr/bin/env bash
# Makes a TypeScript client of a running host and uses it: run.sh http://127.0.0.1:5000. One line per check; fails with the first that fails.
set -euo pipefail
cd "$(dirname "$0")"
export API=${1:?the address of a running host}/api/blog

npm install --no-audit --no-fund --silent
curl -fsS "$API/openapi.json" -o openapi.json
echo "fetched $(wc -c < openapi.json) bytes"
npm run --silent generate > /dev/null
echo "generated $(wc -l < client.d.ts) lines"
npm run --silent check
echo "type-checked"
npm run --silent try
