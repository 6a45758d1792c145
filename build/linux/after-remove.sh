#!/bin/sh
set -e
if [ -L /usr/bin/stint ] && [ ! -e /usr/bin/stint ]; then rm -f /usr/bin/stint; fi
