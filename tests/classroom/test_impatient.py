from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette

from game.classroom import impatient


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server that waits half a second."""
    monkeypatch.setattr(impatient, "FIRST_WITHIN", 0.5)
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(Starlette(), http=impatient.Impatient, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield listener.getsockname()[1]
    server.should_exit = True
    thread.join()


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHost: 127.0.0"])
def test_who_asks_nothing_whole_is_let_go(port: int, said: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as idle:
        idle.sendall(said)
        assert idle.recv(100) == b""


def test_who_asks_is_answered(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as visitor:
        visitor.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert visitor.recv(12) == b"HTTP/1.1 404"
