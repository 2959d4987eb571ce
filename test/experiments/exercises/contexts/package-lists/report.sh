#!/bin/sh
set -eu
trap 'echo asked to stop; exit 0' TERM
while :; do sleep 1; done
