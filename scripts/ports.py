"""Ports for servers that are started a moment later."""

import random
import socket
from pathlib import Path


def free_port(in_a_row=1):
    """The first of so many free ports in a row, below those that the system gives to whoever calls
    somebody. A port of that range, free when it is looked at, may be such a caller's when the
    server wants it."""
    calling = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    if calling < 4_096:  # The system gives nearly all of them: nothing is better than another.
        calling = 32_768
    for _ in range(200):
        first = random.randrange(max(2_048, calling - 20_000), calling - in_a_row)
        probes = [socket.socket() for _ in range(in_a_row)]
        try:
            for port, probe in enumerate(probes, first):
                probe.bind(("127.0.0.1", port))
            return first
        except OSError:
            continue
        finally:
            for probe in probes:
                probe.close()
    raise AssertionError(f"no {in_a_row} ports in a row are free")
