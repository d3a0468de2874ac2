#!/bin/sh
# Burrow's launcher for @version@: Go's own switching looks in PATH for this name before it downloads.

@owner@
@goroot@

# Go's own switching sets this variable, and has already applied GOTOOLCHAIN. Any other caller wants exactly this
# version.
if [ -z "${GOTOOLCHAIN_INTERNAL_SWITCH_VERSION-}" ]; then
  export GOTOOLCHAIN=local
  # Scripts run `go1.24.9 download` after `go install golang.org/dl/go1.24.9@latest`; this prints what that tool prints.
  if [ "$#:${1-}" = 1:download ] && [ -x @go@ ]; then
    printf '%s\n' @already@ >&2
    exit 0
  fi
fi
unset GOROOT
if _burrow_file_sets_goroot; then export GOROOT=@own-goroot@; fi
exec @go@ "$@"
