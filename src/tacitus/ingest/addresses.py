"""Which network addresses may be fetched from, and connections that keep to them."""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterable

import httpcore

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are the IPv4 address reached


class AddressRefused(Exception):
    """A name that leads to an address of the local machine or network; the message is the reason."""


class Deadline:
    """A moment by which all must be done, ``seconds`` from now."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left.

        Raises:
            httpcore.TimeoutException: none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.TimeoutException("out of time")
        return left


def is_public(address: str) -> bool:
    """Whether an IP address lies on the public internet, whatever form of IPv6 wraps it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            wrapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(str(wrapped))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def resolve(host: str, port: int, *, deadline: Deadline) -> list[str]:
    """The IP addresses of a host name, in the resolver's order.

    Raises:
        httpcore.ConnectError: the name is unknown.
        httpcore.TimeoutException: the resolver does not answer in time.
    """
    answer: queue.Queue[list[str] | OSError | UnicodeError] = queue.Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except (OSError, UnicodeError) as error:
            answer.put(error)

    # The resolver takes no time limit: it is left behind when it has not answered.
    threading.Thread(target=ask, daemon=True).start()
    try:
        outcome = answer.get(timeout=deadline.left())
    except queue.Empty as error:
        raise httpcore.TimeoutException("out of time") from error
    if isinstance(outcome, Exception):
        raise httpcore.ConnectError(f"unknown host {host}") from outcome
    return outcome


class CheckedBackend(httpcore.NetworkBackend):
    """Opens connections only to addresses that were checked, and ends them at the deadline.

    A name is looked up once for each connection and the connection goes to the very address that was checked, so that
    a second look-up cannot lead elsewhere. One refused address among a name's addresses refuses the name.
    """

    def __init__(self, *, deadline: Deadline, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a checked address of ``host``.

        Raises:
            AddressRefused: the name leads to the local machine or network.
        """
        addresses = resolve(host, port, deadline=self._deadline)
        if not self._allow_private:
            for address in addresses:
                if not is_public(address):
                    leads = "" if address == host else f" leads to {address}, which"
                    raise AddressRefused(f"{host}{leads} is not a public address (--allow-private permits it)")
        failure: Exception = httpcore.ConnectError(f"unknown host {host}")
        for address in addresses:
            try:
                stream = self._backend.connect_tcp(address, port, self._deadline.left(), local_address, socket_options)
            except httpcore.ConnectError as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline, however slowly the other end sends."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
