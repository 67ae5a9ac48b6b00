"""Encryption at rest: sealing with AES-GCM, and where the key comes from."""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from faceswap.storage.errors import StorageRefused

SHORTEST_SECRET = 16
KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12
_HEAD_BYTES = len(_VERSION) + _NONCE_BYTES
_MARKING = b"visage storage, marks, 1"
_PURPOSE = b"visage storage, AES-256-GCM, 1"


class Unreadable(Exception):
    """Sealed bytes that do not open: another key, another place, or damage."""


class Cipher:
    """Seals bytes for one place.

    Sealed bytes are a version byte, a random 96-bit nonce, and the ciphertext with its tag. The
    place, such as ("template", owner, name), is authenticated along: what was sealed for one does
    not open in another. Random nonces of this length serve some 2**32 sealings under one key.
    """

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)
        derive = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=_MARKING)
        self._marking = derive.derive(key)

    def mark(self, *words: str) -> str:
        """Return what stands for words: the same each time, and without the key nothing."""
        return hmac.digest(self._marking, _bound_to(words), "sha256").hex()

    def seal(self, data: bytes, *place: str) -> bytes:
        """Return the bytes sealed for a place."""
        return b"".join(self.seal_in_parts(data, *place))

    def seal_in_parts(self, data: bytes, *place: str) -> tuple[bytes, bytes]:
        """Return the bytes sealed for a place, as two parts that belong behind each other."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _VERSION + nonce, self._aead.encrypt(nonce, data, _bound_to(place))

    def open(self, sealed: bytes, *place: str) -> bytes:
        """Return what was sealed for a place.

        Raises:
            Unreadable: It was sealed for another place, with another key, or is damaged.
        """
        whole = memoryview(sealed)
        version, nonce, ciphertext = whole[:1], whole[1:_HEAD_BYTES], whole[_HEAD_BYTES:]
        if version != _VERSION or len(nonce) < _NONCE_BYTES:
            raise Unreadable
        try:
            return self._aead.decrypt(nonce, ciphertext, _bound_to(place))
        except InvalidTag:
            raise Unreadable from None


def _bound_to(place: tuple[str, ...]) -> bytes:
    """Return a place as bytes that no other place has: each part after its length."""
    parts = [part.encode("utf-8", "surrogatepass") for part in place]
    return _VERSION + b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def find_key(secret: str | None, key_file: Path) -> bytes:
    """Return the key of 32 bytes: from the operator's secret, else from a file made when missing.

    Raises:
        StorageRefused: The secret is too short, or the file cannot be had or trusted.
    """
    return _key_from_secret(secret) if secret else _key_from_file(key_file)


def _key_from_secret(secret: str) -> bytes:
    if len(secret) < SHORTEST_SECRET:
        raise StorageRefused(
            f"VISAGE_SECRET_KEY has {len(secret)} characters and needs at least {SHORTEST_SECRET}; "
            "choose a long random one and keep it."
        )
    derive = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=_PURPOSE)
    return derive.derive(secret.encode("utf-8", "surrogateescape"))


def _key_from_file(path: Path) -> bytes:
    try:
        if not path.exists():
            _make_key_file(path)
        mode, text = path.stat().st_mode, path.read_text("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise StorageRefused(
            f"The key file {path} cannot be made or read ({error}); choose a folder this user may "
            "write to, or set VISAGE_SECRET_KEY."
        ) from error
    if mode & 0o077:
        raise StorageRefused(
            f"The key file {path} can be read by others; take that away with chmod 600 {path}."
        )
    return _parse_key(text, path)


def _parse_key(text: str, path: Path) -> bytes:
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise StorageRefused(
            f"The key file {path} does not hold a key of {KEY_BYTES} bytes; restore it from a "
            "backup, for what was saved opens with no other."
        )
    return key


def _make_key_file(path: Path) -> None:
    """Write a new key, whole or not at all; of several processes, the first one's stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        file = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(file, "w") as stream:
            stream.write(secrets.token_hex(KEY_BYTES) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)
