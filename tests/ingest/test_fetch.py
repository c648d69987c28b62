"""Fetching, against a server on the loopback address; nothing leaves the machine."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tacitus.errors import SourceError
from tacitus.ingest import ReadOptions, addresses, read_sources
from tacitus.model import Report

PARAGRAPH = "<p>Nine soldiers died in shelling along the northern border, the ministry said on Tuesday.</p>"
ARTICLE = f"<html><head><title>Shelling</title></head><body><article>{PARAGRAPH * 3}</article></body></html>".encode()
OPEN = ReadOptions(allow_private=True)


class Handler(BaseHTTPRequestHandler):
    hosts: list[str]

    def do_GET(self) -> None:
        self.hosts.append(self.headers["Host"])
        kind, _, rest = self.path[1:].partition("/")
        getattr(self, f"give_{kind}", self.give_missing)(rest)

    def answer(self, data: bytes, media_type: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def give_article(self, _: str) -> None:
        self.answer(ARTICLE)

    def give_gzip(self, _: str) -> None:
        self.answer(gzip.compress(ARTICLE), Content_Encoding="gzip")

    def give_bomb(self, _: str) -> None:
        self.answer(gzip.compress(b"x" * 3_000_000), Content_Encoding="gzip")

    def give_json(self, _: str) -> None:
        self.answer(b'{"id": "x", "text": "Nine died."}', "application/json")

    def give_plain(self, _: str) -> None:
        self.answer(b"Nine died.", "text/plain")

    def give_pdf(self, _: str) -> None:
        self.answer(b"%PDF", "application/pdf")

    def give_slow(self, _: str) -> None:
        try:
            for _tick in range(100):
                self.wfile.write(b"H")
                time.sleep(0.05)
        except OSError:
            pass  # the reader gave up, as it should

    def give_to(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def give_missing(self, _: str) -> None:
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    handler = type("FreshHandler", (Handler,), {"hosts": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def at(server: ThreadingHTTPServer) -> Callable[[str], str]:
    return lambda path: f"http://127.0.0.1:{server.server_port}/{path}"


def read(url: str, options: ReadOptions = OPEN) -> Report | SourceError:
    (item,) = read_sources([url], options=options)
    return item


def reason(url: str, options: ReadOptions = OPEN) -> str:
    error = read(url, options)
    assert isinstance(error, SourceError)
    assert error.source == url
    return error.reason


@pytest.mark.parametrize("path", ["article", "gzip", "to//article"])
def test_pages_are_read(at: Callable[[str], str], path: str) -> None:
    report = read(at(path))
    assert isinstance(report, Report)
    assert report.text.startswith("Nine soldiers died")
    assert report.url == at(path if path == "gzip" else "article")
    assert len(report.id) == 12


def test_json_and_plain_text_are_read(at: Callable[[str], str]) -> None:
    found = [read(at("json")), read(at("plain"))]
    assert [item.text for item in found if isinstance(item, Report)] == ["Nine died.", "Nine died."]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("nowhere", "HTTP 404 Not Found"),
        ("pdf", "application/pdf is not a kind of report that can be read"),
        ("to/ftp://x.example/", "redirected to an address that is neither http nor https"),
        ("to/file:///etc/hostname", "redirected to an address that is neither http nor https"),
        ("bomb", "larger than 1 MB"),
        ("slow", "no full answer within 0.4 seconds"),
    ],
)
def test_bad_answers_are_told(at: Callable[[str], str], path: str, expected: str) -> None:
    assert reason(at(path), ReadOptions(allow_private=True, url_bytes=1_000_000, seconds=0.4)) == expected


def test_redirects_in_a_circle_end(at: Callable[[str], str], server: ThreadingHTTPServer) -> None:
    server.RequestHandlerClass.give_to = lambda self, target: Handler.give_to(self, "/to/again")  # type: ignore[attr-defined]
    assert reason(at("to/start")) == "more than 5 redirects"


def test_the_local_machine_is_refused_unless_allowed(at: Callable[[str], str], server: ThreadingHTTPServer) -> None:
    assert "127.0.0.1 is not a public address" in reason(at("article"), ReadOptions())
    assert server.RequestHandlerClass.hosts == []  # type: ignore[attr-defined]


def test_every_redirect_is_checked(
    at: Callable[[str], str], server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    target = f"http://127.0.0.2:{server.server_port}/article"
    assert "127.0.0.2 is not a public address" in reason(at(f"to/{target}"), ReadOptions())


class TestNames:
    """Names are looked up once for each connection, which goes to the address checked."""

    @staticmethod
    def resolve_to(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
        asked: list[str] = []
        real = socket.getaddrinfo

        def answer(host: str, port: int, *args: object, **kwargs: object) -> object:
            if host != "news.example":
                return real(host, port, *args, **kwargs)  # type: ignore[arg-type]
            asked.append(host)
            found = answers[min(len(asked), len(answers)) - 1]
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

        monkeypatch.setattr(socket, "getaddrinfo", answer)
        return asked

    def test_one_private_address_among_many_refuses_the_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.resolve_to(monkeypatch, ["93.184.216.34", "10.0.0.7"])
        expected = "news.example leads to 10.0.0.7, which is not a public address (--allow-private permits it)"
        assert reason("http://news.example/", ReadOptions()) == expected

    def test_a_second_answer_cannot_lead_elsewhere(
        self, server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = self.resolve_to(monkeypatch, ["127.0.0.1"], ["127.0.0.2"])
        monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
        url = f"http://news.example:{server.server_port}/article"
        assert isinstance(read(url, ReadOptions()), Report)
        assert asked == ["news.example"]
        assert server.RequestHandlerClass.hosts == [f"news.example:{server.server_port}"]  # type: ignore[attr-defined]

    def test_an_unknown_name_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*args: object, **kwargs: object) -> object:
            raise socket.gaierror(-2, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", fail)
        assert reason("http://news.example/") == "could not be fetched: unknown host news.example"

    def test_a_resolver_that_hangs_is_not_waited_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def hang(*args: object, **kwargs: object) -> list[object]:
            time.sleep(1)
            return []

        monkeypatch.setattr(socket, "getaddrinfo", hang)
        options = ReadOptions(seconds=0.2)
        assert reason("http://news.example/", options) == "no full answer within 0.2 seconds"


@pytest.mark.parametrize("url", ["ftp://x.example/a", "file:///etc/hostname", "gopher://x.example"])
def test_only_http_and_https(url: str) -> None:
    assert reason(url) == "only http and https addresses are fetched"


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://a b/", "http://x.example:99999/"])
def test_broken_addresses_are_errors_not_crashes(url: str) -> None:
    assert reason(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:7f00:1::", False),
        ("2001:db8::1", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert addresses.is_public(address) is public
