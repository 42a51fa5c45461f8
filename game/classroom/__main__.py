"""The server's own process. Its first line of input says what to serve, its first line of output what it serves."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import socket
import sys
import threading
from pathlib import Path
from typing import Any

import uvicorn

from game.classroom.addresses import lan_addresses
from game.classroom.app import make_app
from game.classroom.impatient import Impatient
from game.classroom.ledger import read_ledger
from game.classroom.session import Head, Session

MOST_CONNECTIONS = 1200
HEADER_BYTES = 8192
MESSAGE_BYTES = 2048
QUIET = ("uvicorn", "uvicorn.error", "uvicorn.access", "websockets")


def main() -> int:
    """Serve until told to stop, or until who started us is gone."""
    told = json.loads(sys.stdin.readline())
    path = Path(told["file"])
    try:
        listener = _listen(told)
    except OSError:
        return 1  # who started us reads no answer and says so
    port = int(listener.getsockname()[1])
    if path.exists() and path.stat().st_size:
        written = read_ledger(path)[0]
        head = Head(*(written[each] for each in ("code", "key", "port", "language", "opened")))
    else:
        head = Head(told["code"], told["key"], port, told["language"], told["opened"])
    found = lan_addresses() if told["lan"] else []
    addresses = [f"http://{host}:{port}" for host in (*found, *told["names"])] or [f"http://127.0.0.1:{port}"]
    for name in QUIET:  # their lines carry addresses of people
        logging.getLogger(name).setLevel(logging.CRITICAL)
    names = frozenset((*told["names"], socket.gethostname().lower()))
    try:
        session = Session(head, path, hands_up=told["hands_up"])
    except OSError:  # the folder takes no file, or another process holds this room
        return 1
    app = make_app(session, token=told["token"], addresses=addresses, lan=told["lan"], names=names)
    server = uvicorn.Server(_config(app))
    threading.Thread(target=_stop_with_parent, args=(server,), daemon=True).start()
    listener.listen(2048)  # who comes from now on waits in line
    answer = {"port": port, "code": head.code, "addresses": addresses, "pid": os.getpid()}
    print(json.dumps(answer), flush=True)  # noqa: T201 — a pipe to who started us
    asyncio.run(server.serve(sockets=[listener]))
    return 0


def _config(app: Any) -> uvicorn.Config:
    """Small limits everywhere: a vote is short."""
    return uvicorn.Config(
        app,
        http=Impatient,
        ws="websockets-sansio",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws_max_size=MESSAGE_BYTES,
        ws_ping_interval=15.0,
        ws_ping_timeout=15.0,
        ws_per_message_deflate=False,
        limit_concurrency=MOST_CONNECTIONS,
        h11_max_incomplete_event_size=HEADER_BYTES,
        timeout_graceful_shutdown=2,
    )


def _listen(told: dict[str, Any]) -> socket.socket:
    """The port asked for, or any when that is taken and it may be another; OSError says which is taken."""
    host = "0.0.0.0" if told["lan"] else "127.0.0.1"
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, told["port"]))
    except OSError:
        if told["strict"]:
            raise
        listener.bind((host, 0))
    return listener


def _allow_many_files() -> None:
    """A file a connection: take as many as the system grants, where it says how many."""
    try:
        import resource
    except ImportError:  # Windows knows no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _stop_with_parent(server: uvicorn.Server) -> None:
    """End when the pipe from who started us closes: no room stays open that nobody knows of."""
    while sys.stdin.readline():
        pass
    server.should_exit = True


if __name__ == "__main__":
    _allow_many_files()
    sys.exit(main())
