#!/bin/sh
set -e
for file in /usr/bin/stint /usr/share/man/man1/stint.1.gz /usr/share/bash-completion/completions/stint /usr/share/zsh/vendor-completions/_stint /usr/share/fish/vendor_completions.d/stint.fish; do
  if [ -L "$file" ] && [ ! -e "$file" ]; then rm -f "$file"; fi
done
