#!/bin/sh
# Sees to it that there is a Chromium for the tests: the one without windows where it is or may be installed, else any.
set -eu
for name in "${TOOLBOX_CHROMIUM:-}" chromium-headless-shell; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Debian's chromium for the browser tests …"
    apt-get -qq update >/dev/null 2>&1 || true
    for package in chromium-headless-shell chromium; do
        DEBIAN_FRONTEND=noninteractive apt-get -qq install -y "$package" >/dev/null 2>&1 && exit 0
    done
fi
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
echo "No Chromium was found, and it could not be installed here." >&2
echo "Install it (Debian: sudo apt-get install chromium-headless-shell), or name one in TOOLBOX_CHROMIUM." >&2
exit 1
