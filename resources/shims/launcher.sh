#!/bin/sh
# Burrow's launcher for @version@: Go's own switching looks in PATH for this name before it downloads.
unset GOROOT
exec @go@ "$@"
