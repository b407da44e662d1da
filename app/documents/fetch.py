"""Fetches what lies at a URL, if the user allows a network; no page can lead us into the user's own network.

Each name is resolved once, and the connection goes to the very address that was checked. Redirects are followed by
hand, so that each is checked too.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from app.documents.network import Network, is_public
from app.errors import BadInput, ClaimgraphError, UnreadableDocument

MAX_BYTES = 32_000_000
"""The most that is taken of one answer, after decompression."""
_MAX_REDIRECTS = 5
_TIMEOUT = httpx.Timeout(30, connect=10)
_HEADERS = {
    "User-Agent": "claimgraph",
    "Accept": "text/html, application/pdf, application/rss+xml, application/atom+xml, */*;q=0.5",
}


@dataclass(frozen=True)
class Fetched:
    """What was at a URL."""

    url: str
    """Where it was found, after redirects."""
    data: bytes
    media_type: str
    """Without parameters, in lower case; empty if the server gave none."""
    charset: str | None


def fetch(url: str, network: Network) -> Fetched:
    """What lies at an http or https URL.

    Raises:
        BadInput: no network is allowed, or not to that address.
        UnreadableDocument: there is nothing that can be read.
        ClaimgraphError: the server cannot be reached.
    """
    if network is Network.OFF:
        raise BadInput(
            f"{url} is on a network, and none is allowed.",
            hint="Allow it: --network public, or CLAIMGRAPH_NETWORK=public.",
        )
    start = current = _parsed(url)
    for _ in range(_MAX_REDIRECTS + 1):
        named = network is Network.ANY and _origin(current) == _origin(start)
        with _answer(current, private=named) as response:
            if not response.has_redirect_location:
                return _taken(str(current), response)
            current = _parsed(str(current.join(response.headers["location"])))
    raise UnreadableDocument(f"{url} redirects more than {_MAX_REDIRECTS} times.", hint="Give the article's own URL.")


def _parsed(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise BadInput(f"{url!r} is no URL: {error}.", hint="Give one such as https://example.org/a.") from error
    if parsed.scheme not in ("http", "https") or not parsed.host or parsed.userinfo:
        raise BadInput(
            f"{url!r} cannot be fetched: only http and https can, without a name and password in the URL.",
            hint="Give one such as https://example.org/a.",
        )
    return parsed


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


@contextmanager
def _answer(url: httpx.URL, *, private: bool) -> Iterator[httpx.Response]:
    """The server's answer, its body not read yet, from an address that may be visited."""
    address = _address(url, private=private)
    # The host is asked for by name (also in TLS) at the address that was checked.
    headers = {**_HEADERS, "Host": url.netloc.decode("ascii")}
    pinned = url.copy_with(host=address)
    try:
        # A proxy would resolve names for us, out of our sight.
        with (
            httpx.Client(trust_env=False, timeout=_TIMEOUT) as client,
            client.stream("GET", pinned, headers=headers, extensions={"sni_hostname": url.host}) as response,
        ):
            yield response
    except httpx.HTTPError as error:
        raise ClaimgraphError(
            f"{url} cannot be fetched: {str(error) or type(error).__name__}.",
            hint="Try again later, or save it as a file.",
        ) from error


def _address(url: httpx.URL, *, private: bool) -> str:
    """An address of the URL's host, all of whose addresses may be visited."""
    try:
        found = socket.getaddrinfo(url.host, url.port or 0, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ClaimgraphError(
            f"The name {url.host} cannot be resolved.", hint="Check the URL and the network."
        ) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not private and not all(is_public(address) for address in addresses):
        raise BadInput(
            f"{url} is an address of a private network, which is not fetched.",
            hint="To fetch a private address that you name yourself, allow it: --network any.",
        )
    return addresses[0]


def _taken(url: str, response: httpx.Response) -> Fetched:
    if response.is_error:
        raise UnreadableDocument(f"{url} answers {response.status_code}.", hint="Check the URL in a browser.")
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        if len(data) > MAX_BYTES:
            raise UnreadableDocument(f"{url} holds more than {MAX_BYTES:,} bytes.", hint="Give one article a URL.")
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(url=url, data=bytes(data), media_type=media_type, charset=response.charset_encoding)
