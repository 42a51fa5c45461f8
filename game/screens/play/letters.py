"""Bytes as letters a person can read out and type: Crockford's base 32, in groups of four.

Source of the alphabet: D. Crockford, Base 32 Encoding; O reads as 0, I and L as 1, and there is no U.
"""

from __future__ import annotations

from pathlib import Path

from game.screens.language import Language

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans("OIL", "011")
GROUP = 4  # letters between two dashes
BITS = 5  # a letter
LONGEST_NAME = 1000  # letters of a path; what is longer is a code
LARGEST = 4_000_000  # bytes of a file with a code in it


class WrongCode(ValueError):
    """A match code that cannot be played. `key` and `values` say why, in the words of shell.toml after `code_`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(Language()(f"shell.code_{key}", **values))
        self.key, self.values = f"shell.code_{key}", values


def spelled(content: bytes) -> str:
    """`content` in letters; the last is filled up with zero bits."""
    letters = -(-len(content) * 8 // BITS)
    number = int.from_bytes(content, "big") << (letters * BITS - len(content) * 8)
    written = "".join(ALPHABET[(number >> (BITS * nth)) & 31] for nth in reversed(range(letters)))
    return "-".join(written[nth : nth + GROUP] for nth in range(0, len(written), GROUP))


def spelt_out(text: str) -> bytes:
    """The bytes `spelled` wrote; case, dashes and blanks do not matter. WrongCode names a letter that is none."""
    letters = "".join(text.upper().translate(ALIKE).replace("-", " ").split())
    strange = next((letter for letter in letters if letter not in ALPHABET), None)
    if strange is not None:
        raise WrongCode("letter", letter=strange)
    number = 0
    for letter in letters:
        number = number << BITS | ALPHABET.index(letter)
    count = len(letters) * BITS // 8
    return (number >> (len(letters) * BITS - count * 8)).to_bytes(count, "big")


def written(told: str) -> str:
    """The code told, or the one in the file told; OSError for a file that cannot be read, WrongCode for a huge one."""
    path = Path(told)
    if len(told) > LONGEST_NAME or not path.suffix or not path.exists():
        return told
    if path.stat().st_size > LARGEST:
        raise WrongCode("wrong")
    return path.read_text("utf-8", "replace")


def varint(number: int) -> bytes:
    """A whole number from 0, seven bits a byte, the lowest first."""
    content = bytearray()
    while number > 127:
        content.append(number & 127 | 128)
        number >>= 7
    content.append(number)
    return bytes(content)


def zigzag(number: int) -> int:
    """A whole number of either sign as one from 0, small ones staying small."""
    return 2 * number if number >= 0 else -2 * number - 1


class Reader:
    """Bytes taken from the front; WrongCode when they end too soon."""

    def __init__(self, content: bytes) -> None:
        self.content, self.place = content, 0

    def take(self, count: int) -> bytes:
        """The next `count` bytes."""
        taken = self.content[self.place : self.place + count]
        if len(taken) < count:
            raise WrongCode("short")
        self.place += count
        return taken

    def number(self) -> int:
        """What `varint` wrote."""
        total = shift = 0
        while True:
            byte = self.take(1)[0]
            total |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return total
            if shift > 70:
                raise WrongCode("damaged")

    def signed(self) -> int:
        """What `varint(zigzag(…))` wrote."""
        number = self.number()
        return number // 2 if number % 2 == 0 else -(number + 1) // 2

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.place >= len(self.content)
