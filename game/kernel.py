"""The only file that knows numba: how plain functions over records are compiled, and where the result is kept.

`@kernel` leaves a function as it reads. Compiled code is kept in the user's cache folder, in a subfolder named by
a hash of all engine sources: numba alone does not notice an edit in a *called* file. With `NUMBA_DISABLE_JIT=1`
the very same functions run interpreted.
"""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
import platformdirs
from numba import types

F = TypeVar("F", bound=Callable[..., Any])

ENGINE_PLACES = (
    *(
        f"{page}.py"
        for page in ("record", "kernel", "pitch", "post", "chance", "intent", "events", "parameters", "state")
    ),
    *("sight.py", "match.py", "physics/*.py", "laws/*.py", "value/*.py", "brain/*.py"),
)
"""Where, below the package, source that ends up in kernels lives."""


def kernel(function: F) -> F:
    """Compile `function` at its first call (no allocation, no exceptions, no globals that change)."""
    before = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(cache_folder())
    try:
        compiled = numba.njit(cache=True, nogil=True, no_cfunc_wrapper=True, error_model="numpy")(function)
    finally:
        numba.config.CACHE_DIR = before
    if not interpreted():
        _once_for_all_literals(compiled)
    return cast(F, compiled)


def _once_for_all_literals(compiled: Any) -> None:
    """Compile for `int`, not anew for every whole number written in a call: a quarter of the compile time."""
    template = compiled.get_call_template

    def plain(args: Any, kws: Any) -> Any:
        kws = {name: types.unliteral(kind) for name, kind in kws.items()}
        return template(tuple(types.unliteral(kind) for kind in args), kws)

    compiled.get_call_template = plain


def compile_for(function: Callable[..., Any], *arguments: Any) -> None:
    """Compile kernel `function` for arguments like these, or fetch it from the cache, without running it."""
    if not interpreted():
        compiled: Any = function
        compiled.compile(tuple(numba.typeof(argument) for argument in arguments))


def interpreted() -> bool:
    """Whether kernels run as plain Python (`NUMBA_DISABLE_JIT=1`)."""
    return bool(numba.config.DISABLE_JIT)


@functools.cache
def engine_hash() -> str:
    """Sixteen hex digits of the engine's source, wherever it is installed."""
    package = Path(__file__).parent
    digest = hashlib.blake2b(f"numba {numba.__version__}".encode(), digest_size=8)
    for pattern in ENGINE_PLACES:
        for path in sorted(package.glob(pattern)):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


@functools.cache
def cache_folder() -> Path:
    """The folder of this engine's compiled code; a temporary one where the user's cache cannot be written."""
    root = os.environ.get("NUMBA_CACHE_DIR") or platformdirs.user_cache_dir("defenders-dilemma", False)
    folder = Path(root) / f"engine-{engine_hash()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="defenders-dilemma-"))


def is_warm() -> bool:
    """Whether this engine has compiled code on disk, so that a start takes a second and not half a minute."""
    return interpreted() or any(cache_folder().rglob("match.run_on-*.nbi"))
