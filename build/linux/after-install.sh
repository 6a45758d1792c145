#!/bin/sh
# postinst of the Debian package: the files are there. DPKG_ROOT is set where they lie below another root than /.
set -e
case "$1" in configure | abort-*) ;; *) exit 0 ;; esac
root=${DPKG_ROOT:-}

# link FILE PLACE: what is ours points to this installation; what others put there stays.
link() {
  [ -e "$root/opt/Stint/$1" ] || return 0
  place=$root/usr/$2
  case "$(readlink "$place" || true)" in
    /opt/Stint/*) ;;
    *)
      if [ -e "$place" ] || [ -L "$place" ]; then
        echo "stint: /usr/$2 is of another program and stays as it is; ours is /opt/Stint/$1" >&2
        return 0
      fi
      ;;
  esac
  mkdir -p "$(dirname "$place")"
  ln -sfn "/opt/Stint/$1" "$place"
}

link stint bin/stint
# What shells know of the command: its manual page, and what completes it.
for file in man/man1/stint.1.gz bash-completion/completions/stint zsh/vendor-completions/_stint fish/vendor_completions.d/stint.fish; do
  link "share/$file" "share/$file"
done

# Chromium's sandbox helper must belong to root and run as root where the kernel offers no user namespaces.
chown root:root "$root/opt/Stint/chrome-sandbox" && chmod 4755 "$root/opt/Stint/chrome-sandbox"
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$root/usr/share/applications" 2>/dev/null || true; fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -t -f "$root/usr/share/icons/hicolor" 2>/dev/null || true; fi
