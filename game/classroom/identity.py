"""Who is who, without knowing anybody: codes of rooms, tokens of teachers, aliases of phones."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so no words; no I, O or digits to take for one another
TOKEN_LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ"  # 28 letters: sixteen of them are 77 bits
CODE_LENGTH = 4


def new_code() -> str:
    """A room's four letters."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """The teacher's token, in four groups that can be read out and typed."""
    return "-".join("".join(secrets.choice(TOKEN_LETTERS) for _ in range(4)) for _ in range(4))


def new_key() -> str:
    """The key a room files its phones by, as hex."""
    return secrets.token_hex(16)


def same_token(one: str, other: str) -> bool:
    """Whether two tokens are one, however they are grouped and cased; takes the same time wherever they differ."""
    return hmac.compare_digest(_bare(one), _bare(other))


def same_code(one: str, other: str) -> bool:
    """Whether two room codes are one."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> bytes:
    """Letters and digits alone, in capitals."""
    return re.sub(r"[^A-Z0-9]", "", text.upper()).encode()


def alias(key: str, phone: str) -> str:
    """What the phone with the id `phone` is filed under in the room with `key`: the same again after a restart.

    A keyed hash: without the phone in hand nobody can tell whose it is, and two rooms file one phone differently.
    """
    return hmac.new(bytes.fromhex(key), phone.encode(), hashlib.sha256).hexdigest()[:16]


def numbered(aliases: set[str]) -> dict[str, str]:
    """P01, P02 … for exports, in the order of the hashes: it says nothing of who came or voted first."""
    width = max(2, len(str(len(aliases))))
    return {each: f"P{place:0{width}d}" for place, each in enumerate(sorted(aliases), start=1)}
