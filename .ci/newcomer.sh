#!/usr/bin/env bash
# Plays someone who has just heard of standin: installs it in an empty project, and serves a document of their own.
# Usage: .ci/newcomer.sh tarball|git|checkout FOLDER
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
way=$1
folder=$2

# Without warnings: one of a wrong Node, above all, would be the first that a new user reads.
install () { # PACKAGE
  npm init --yes >/dev/null
  npm install --save-dev --no-audit --no-fund "$1" 2>&1 | tee install.log
  if grep -E 'EBADENGINE|deprecated' install.log; then
    echo 'The installation warns.'
    return 1
  fi
}

mkdir -p "$folder"
cp "$root/.ci/my-api.yaml" "$folder/my-api.yaml"
cd "$folder"
case $way in
  tarball)
    (cd "$root" && npm pack --loglevel error --pack-destination "$folder" >/dev/null)
    install ./standin-*.tgz
    node "$root/.ci/smoke.ts" . shipped npx --no-install standin --port 0
    node "$root/.ci/smoke.ts" . /pets npx --no-install standin my-api.yaml --port 0
    node "$root/.ci/follow-pages.ts"
    ;;
  git)
    install "git+file://$root"
    node "$root/.ci/smoke.ts" . /pets npx --no-install standin my-api.yaml --port 0
    ;;
  checkout)
    # The first time, npx links the checkout and builds it.
    (cd "$root" && npx --yes standin --version)
    node "$root/.ci/smoke.ts" "$root" /pets npx --no-install standin "$folder/my-api.yaml" --port 0
    ;;
  *)
    echo "There is no way to install called $way."
    exit 2
    ;;
esac
