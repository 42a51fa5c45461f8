"""How a live match and the server talk, and how a frame begins: shapes only, so that the server loads no match.

The match writes blocks: a kind, a length, and that many bytes. A frame is `HEAD` and 22 times `PLAYER`, little-endian:
tick u32; clock u16 s; flags u8 (1: over, 2: the ball is dead, 4: home attacks −x); goals u8, u8; carrier i8 (−1:
nobody); ball i16 × 3 cm; then for every player i16, i16 cm and u8 (1: on the pitch, 2: told to push, 4: told to stay,
8: steered).
"""

from __future__ import annotations

import struct

BLOCK = struct.Struct("<BH")
JSON, FRAME = 0, 1
HEAD = struct.Struct("<IHBBBbhhh")
PLAYER = struct.Struct("<hhB")
FRAME_BYTES = HEAD.size + 22 * PLAYER.size
FRAMES_PER_SECOND = 10
