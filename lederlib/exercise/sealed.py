"""Keep a reference answer from the eye.

A sealed number cannot be read at a glance in `tasks.toml` or in a notebook. It is no
lock: whoever runs this code can open it, and then has learned something else.
"""

import base64
import struct
from hashlib import sha256


def seal(key: str, value: float) -> str:
    """Return `value` as the text that `tasks.toml` keeps for the task `key`.

    Examples
    --------
    >>> unseal("03.2", seal("03.2", 0.25))
    0.25
    """
    return base64.b64encode(_masked(key, struct.pack("<d", value))).decode("ascii")


def unseal(key: str, text: str) -> float:
    """Return the number that `seal` hid for the task `key`."""
    (value,) = struct.unpack("<d", _masked(key, base64.b64decode(text)))
    return float(value)


def _masked(key: str, packed: bytes) -> bytes:
    mask = sha256(f"lederlib exercise {key}".encode()).digest()
    return bytes(byte ^ cover for byte, cover in zip(packed, mask, strict=False))
