"""Says which networks may be visited, and which addresses are no door into the user's own."""

from __future__ import annotations

import ipaddress
from enum import StrEnum

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Network(StrEnum):
    """What may be fetched: nothing, public addresses, or also what the user names in a network of their own."""

    OFF = "off"
    PUBLIC = "public"
    ANY = "any"


def is_public(address: str) -> bool:
    """Whether an IP address can be reached by anybody, and so is no door into the user's own network.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("9.9.9.9")
    (False, False, True)
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast
