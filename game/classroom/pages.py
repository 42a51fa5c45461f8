"""The pages and what they are made of, read once at the start: no path of a visitor's ever reaches the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from game.classroom.identity import CODE_LENGTH
from game.classroom.qr import qr_rows, qr_svg
from game.classroom.words import LANGUAGES, words

FOLDER = Path(__file__).with_name("pages")
Door = Callable[[Request], Awaitable[Response]]
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
PAGES = {"/": "phone.html", "/desk": "console.html", "/check": "check.html", "/play": "play.html"}


def routes(addresses: list[str], code: str) -> list[BaseRoute]:
    """Every page, and the small things pages ask for."""
    joins = [f"{address}/{code}" for address in addresses]
    made: list[BaseRoute] = [Route(path, _keep(FOLDER / name)) for path, name in PAGES.items()]
    made += [Route(f"/pages/{file.name}", _keep(file)) for file in FOLDER.iterdir() if file.suffix in (".css", ".js")]
    made += [Route(f"/words/{language}.json", _words(language)) for language in LANGUAGES]
    made.append(Route("/scenarios.json", _json(_scenarios())))
    made += [Route(f"/qr/{place}.svg", _svg(join)) for place, join in enumerate(joins)]
    made.append(Route("/qr.json", _json([{"address": join, "rows": qr_rows(join)} for join in joins])))
    made.append(Route("/favicon.ico", _nothing))
    made.append(Route("/{code:str}", _join(_keep(FOLDER / "phone.html"))))
    return made


def _keep(file: Path) -> Door:
    """A door to one file."""
    content = file.read_bytes()
    tag = f'"{hashlib.blake2b(content, digest_size=8).hexdigest()}"'
    headers = {"Cache-Control": "no-cache", "ETag": tag}
    kind = f"{KINDS[file.suffix]}; charset=utf-8"

    async def door(request: Request) -> Response:
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(content, media_type=kind, headers=headers)

    return door


def _words(language: str) -> Door:
    """A door to the words of one language."""
    content = {area: words(language, area) for area in ("phone", "class")}

    async def door(request: Request) -> Response:
        return JSONResponse(content, headers={"Cache-Control": "no-cache"})

    return door


def _svg(join: str) -> Door:
    """A door to the QR code of one address."""
    content = qr_svg(join)

    async def door(request: Request) -> Response:
        return Response(content, media_type="image/svg+xml")

    return door


def _scenarios() -> list[dict[str, Any]]:
    """Every scenario's name, and by language its title and what is at stake."""
    books = {language: words(language, "scenarios") for language in LANGUAGES}
    names = [key for key in books["en"] if f"{key}_stakes" in books["en"]]
    return [
        {
            "name": name,
            "title": {language: book[name] for language, book in books.items()},
            "stakes": {language: book[f"{name}_stakes"] for language, book in books.items()},
        }
        for name in names
    ]


def _json(content: Any) -> Door:
    """A door to what programs read: QR codes as rows of 0 and 1, scenarios."""

    async def door(request: Request) -> Response:
        return JSONResponse(content)

    return door


async def _nothing(request: Request) -> Response:
    """Browsers ask for an icon."""
    return Response(status_code=204)


def _join(page: Door) -> Door:
    """`/KQXM` is the phones' page, with the code typed already."""

    async def door(request: Request) -> Response:
        code = request.path_params["code"]
        if len(code) == CODE_LENGTH and code.isascii() and code.isalpha():
            return await page(request)
        return Response("no such page\n", status_code=404, media_type="text/plain")

    return door
