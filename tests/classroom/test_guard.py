from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.guard import LONGEST_WAIT, Bucket, Lock, is_home, is_own
from game.classroom.identity import alias, new_code, new_token, numbered, same_code, same_token

HEX = st.binary(min_size=16, max_size=16).map(bytes.hex)


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8642", "192.168.1.5", "[::1]:8642", "localhost:1", "class.local:8642", "laptop"]
)
def test_hosts_of_the_room_are_home(host: str) -> None:
    assert is_home(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8642",
        "a b",
        "class.local:",
        "x" * 300,
        "1.2.3.4@evil.com",
        "localhost.evil.com",
    ],
)
def test_hosts_of_the_internet_are_not(host: str) -> None:
    assert not is_home(host)


def test_a_host_may_be_named_at_the_start() -> None:
    assert is_home("room.school.example:80", frozenset({"room.school.example"}))


def test_only_our_own_origin_is_own() -> None:
    assert is_own(None, "class.local:8642")
    assert is_own("http://class.local:8642", "class.local:8642")
    assert not is_own("http://class.local", "class.local:8642")
    assert not is_own("null", "class.local:8642")


def test_a_bucket_fills_with_time_and_no_further() -> None:
    now = [0.0]
    bucket = Bucket(2.0, 3.0, lambda: now[0])
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]
    now[0] = 100.0
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]


def test_each_wrong_token_doubles_the_wait_up_to_five_minutes() -> None:
    now = [0.0]
    lock = Lock("AAAA-BBBB", lambda: now[0])
    waits = []
    for _ in range(20):
        assert not lock.opens("a", "guess")
        waits.append(lock.wait("a"))
        now[0] += waits[-1]
    assert waits[:4] == [0.0] * 4
    assert waits[4:8] == [1.0, 2.0, 4.0, 8.0]
    assert waits[-1] == LONGEST_WAIT
    assert lock.opens("b", "aaaabbbb"), "another address is not barred"
    assert lock.opens("a", "AAAA-BBBB")
    assert lock.wait("a") == 0.0


def test_tokens_and_codes_are_one_however_they_are_typed() -> None:
    token, code = new_token(), new_code()
    assert same_token(token, token.lower().replace("-", ""))
    assert not same_token(token, token[:-1])
    assert same_code(code, f" {code.lower()} ")
    assert not same_code(code, "")


@given(HEX, HEX, HEX)
def test_an_alias_is_the_same_again_and_another_in_another_room(key: str, other: str, phone: str) -> None:
    assert alias(key, phone) == alias(key, phone)
    assert phone not in alias(key, phone)
    assert (alias(key, phone) == alias(other, phone)) == (key == other)


@given(st.sets(HEX, max_size=120))
def test_numbers_of_an_export_do_not_depend_on_who_came_first(aliases: set[str]) -> None:
    assert numbered(aliases) == dict(zip(sorted(aliases), numbered(aliases).values(), strict=True))
    assert len(set(numbered(aliases).values())) == len(aliases)
