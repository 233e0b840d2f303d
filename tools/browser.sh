#!/bin/sh
# Sees to it that there is a Chromium for the tests: one that is here, else Debian's where it may be installed.
set -eu
for name in "${TOOLBOX_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Debian's chromium for the browser tests …"
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y chromium; } >/dev/null 2>&1 && exit 0
fi
echo "No Chromium was found, and it could not be installed here." >&2
echo "Install it (Debian: sudo apt-get install chromium), or name one in TOOLBOX_CHROMIUM." >&2
exit 1
