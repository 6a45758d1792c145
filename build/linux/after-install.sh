#!/bin/sh
set -e
[ -e /usr/bin/stint ] || ln -s /opt/Stint/stint /usr/bin/stint
# What shells know of the command: its manual page, and what completes it.
for file in man/man1/stint.1.gz bash-completion/completions/stint zsh/vendor-completions/_stint fish/vendor_completions.d/stint.fish; do
  [ -e "/opt/Stint/share/$file" ] && [ ! -e "/usr/share/$file" ] || continue
  mkdir -p "$(dirname "/usr/share/$file")"
  ln -s "/opt/Stint/share/$file" "/usr/share/$file"
done
# Chromium's sandbox helper must belong to root and run as root where the kernel offers no user namespaces.
chown root:root /opt/Stint/chrome-sandbox && chmod 4755 /opt/Stint/chrome-sandbox
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q /usr/share/applications || true; fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true; fi
