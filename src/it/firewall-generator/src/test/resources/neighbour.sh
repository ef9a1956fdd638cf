#!/usr/bin/env bash
# A host's neighbour, in a network namespace of its own and with a cable to the host's, which is that of the process
# HOST. Says of each port whether it connects to it.
set -euo pipefail

if [ "${1-}" != --connected ]; then
  exec unshare --net "$BASH" "$0" --connected "$@"
fi
shift

on_host() {
  nsenter --net="/proc/$HOST/ns/net" "$@"
}

ip link add eth0 type veth peer name eth0 netns "$HOST"
ip address add 192.0.2.2/24 dev eth0
ip link set eth0 up
on_host ip address add 192.0.2.1/24 dev eth0
on_host ip link set eth0 up
on_host ip link set lo up

for port in "$@"; do
  if timeout 3 "$BASH" -c "</dev/tcp/192.0.2.1/$port" 2> /dev/null; then
    echo "$port connects"
  elif on_host timeout 3 "$BASH" -c "</dev/tcp/127.0.0.1/$port"; then
    echo "$port connects from the host itself only"
  else
    echo "$port does not connect"
  fi
done
