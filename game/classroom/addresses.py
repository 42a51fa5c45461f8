"""On which addresses phones can reach this machine."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress


def lan_addresses() -> list[str]:
    """IPv4 addresses of this machine on local networks, the likeliest first; empty without a network.

    Nothing is sent: a UDP socket that is only pointed somewhere tells which address it would leave by.
    """
    found = [_towards(target) for target in ("192.168.255.254", "10.255.255.254", "172.31.255.254", "192.0.2.1")]
    with suppress(OSError):
        found += [str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return list(dict.fromkeys(each for each in found if each and _is_local(each)))


def _towards(target: str) -> str:
    """The address packets to `target` would leave by, or an empty text."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((target, 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def _is_local(address: str) -> bool:
    """Whether a phone in the room could use `address`."""
    parsed = ipaddress.ip_address(address)
    return parsed.is_private and not parsed.is_loopback and not parsed.is_unspecified
