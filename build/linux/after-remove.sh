#!/bin/sh
# postrm of the Debian package: takes back what after-install.sh linked. An upgrade keeps it; nobody's data is touched.
set -e
case "$1" in remove | purge | disappear) ;; *) exit 0 ;; esac
root=${DPKG_ROOT:-}

for file in bin/stint share/man/man1/stint.1.gz share/bash-completion/completions/stint share/zsh/vendor-completions/_stint share/fish/vendor_completions.d/stint.fish; do
  case "$(readlink "$root/usr/$file" || true)" in /opt/Stint/*) rm -f "$root/usr/$file" ;; esac
done
# Folders that were made for them alone.
for folder in zsh/vendor-completions zsh fish/vendor_completions.d fish bash-completion/completions bash-completion; do
  rmdir "$root/usr/share/$folder" 2>/dev/null || true
done
