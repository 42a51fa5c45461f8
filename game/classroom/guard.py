"""Who may come in, and how often: origins, hosts, rates, and the teacher's token."""

from __future__ import annotations

import ipaddress
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from game.classroom.identity import same_token

FREE_GUESSES = 5  # wrong tokens from one address before it waits
LONGEST_WAIT = 300.0  # s
MOST_ADDRESSES = 2000  # remembered at once, in memory only
_HOST = re.compile(r"^[A-Za-z0-9.-]{1,253}$|^\[[0-9a-fA-F:.]{2,45}\]$")
HOME_NAMES = ("localhost", "class")
HOME_ENDINGS = (".local", ".lan", ".home", ".internal", ".home.arpa")

Now = Callable[[], float]


@dataclass
class Bucket:
    """How often somebody may do a thing: `burst` at once, then `rate` a second."""

    rate: float
    burst: float
    now: Now = time.monotonic
    left: float = field(init=False)
    at: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.at = self.burst, self.now()

    def take(self) -> bool:
        """Whether one more is allowed now."""
        now = self.now()
        self.left = min(self.burst, self.left + (now - self.at) * self.rate)
        self.at = now
        if self.left < 1.0:
            return False
        self.left -= 1.0
        return True


class Buckets:
    """One bucket an address; the longest unused are forgotten first."""

    def __init__(self, rate: float, burst: float) -> None:
        self.rate, self.burst = rate, burst
        self._held: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, address: str) -> bool:
        """Whether `address` may once more."""
        bucket = self._held.setdefault(address, Bucket(self.rate, self.burst))
        self._held.move_to_end(address)
        while len(self._held) > MOST_ADDRESSES:
            self._held.popitem(last=False)
        return bucket.take()


class Lock:
    """The teacher's token: compared in constant time, and after five wrong ones an address waits, ever longer."""

    def __init__(self, token: str, now: Now = time.monotonic) -> None:
        self._token = token
        self._now = now
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()  # address: wrong so far, barred until

    def wait(self, address: str) -> float:
        """Seconds `address` must wait before its next try; 0 when it need not."""
        return max(0.0, self._wrong.get(address, (0, 0.0))[1] - self._now())

    def opens(self, address: str, token: str) -> bool:
        """Whether `token` is the teacher's. Never while the address has to wait, right or wrong."""
        if self.wait(address) > 0:
            return False
        if same_token(token, self._token):
            self._wrong.pop(address, None)
            return True
        wrong = self._wrong.pop(address, (0, 0.0))[0] + 1
        barred = min(2.0 ** (wrong - FREE_GUESSES), LONGEST_WAIT) if wrong >= FREE_GUESSES else 0.0
        self._wrong[address] = (wrong, self._now() + barred)
        while len(self._wrong) > MOST_ADDRESSES:
            self._wrong.popitem(last=False)
        return False


def is_home(host: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether the Host header `host` names a machine at home: an address, a local name, or one of `names`.

    A name from the wider internet that has been made to point here (DNS rebinding) is none.
    """
    name = _name(host)
    if name is None:
        return False
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return name in HOME_NAMES or name in names or name.endswith(HOME_ENDINGS) or "." not in name
    return True


def is_own(origin: str | None, host: str) -> bool:
    """Whether a request with this Origin comes from a page of ours; browsers always send one across sites."""
    return origin is None or origin.lower() == f"http://{host.lower()}"


def _name(host: str) -> str | None:
    """The name in a Host header, without its port; None when it is none."""
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        name, port = host, "80"
    if not port.isdigit() or not _HOST.match(name):
        return None
    return name.lower().rstrip(".")
