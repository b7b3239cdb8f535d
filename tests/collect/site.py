"""A server on this machine that misbehaves on request, and a fetcher that may talk to it alone."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from quietsignal.collect.fetch import Fetcher
from quietsignal.settings import Settings

PAGE = b"<html><title>T</title><p>One sentence stands here.</p></html>"


class Site:
    """Routes of the server: a path to (status, headers, body), or to a function of the handler."""

    def __init__(self, port):
        self.port = port
        self.routes = {"/robots.txt": (404, {}, b"")}
        self.requests = []

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def page(self, path, body=PAGE, *, status=200, **headers):
        kinds = {"content-type": "text/html; charset=utf-8"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        self.routes[path] = (status, kinds, body)
        return self.address + path

    def redirect(self, path, to, status=302):
        self.routes[path] = (status, {"location": to}, b"")
        return self.address + path

    def asked(self, path):
        return sum(request[0] == path for request in self.requests)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        site = self.server.site
        path = self.path.partition("?")[0]
        site.requests.append((path, dict(self.headers)))
        route = site.routes.get(path, (404, {}, b""))
        if callable(route):
            try:
                route(self)
            except OSError:  # the client hung up, as it should
                self.close_connection = True
            return
        status, headers, body = route
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "content-length" not in headers:
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_arguments):
        pass


@pytest.fixture
def site():
    with Server(("127.0.0.1", 0), Handler) as server:
        server.site = Site(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server.site
        server.shutdown()
        thread.join()


@pytest.fixture
def slept():
    """The pauses that the fetcher made, none of which the test waits for."""
    return []


@pytest.fixture
def fetcher(site, slept):
    """A fetcher that may reach the site; fields are settings."""

    def make(*, resolve=None, **fields):
        allowed = {
            "allow_hosts": ("127.0.0.1",),
            "allow_ports": (site.port,),
            "idle_seconds": 0.3,
            "total_seconds": 5.0,
            "host_delay_seconds": 0.0,
        }
        extra = {} if resolve is None else {"resolve": resolve}
        return Fetcher(Settings(**(allowed | fields)), sleep=slept.append, **extra)

    return make
