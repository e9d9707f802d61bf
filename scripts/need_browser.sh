#!/bin/sh
# Make sure that a Chromium is here: install Debian's when root on Debian, else name the command.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
  echo "installing Debian's chromium for the browser tests"
  apt-get -qq update
  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium fonts-noto-core >/dev/null
else
  echo "The browser tests need Chromium. Run: sudo apt-get install chromium" >&2
  exit 1
fi
