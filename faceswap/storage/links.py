"""Links to stored files: signed, and good until a moment."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlencode

from faceswap.domain.job import StoredFile
from faceswap.storage.cipher import Cipher

PURPOSE = "media link"


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a link says: which file, what it is called and is, and until when, in Unix seconds."""

    blob: str
    name: str
    media_type: str
    until: int


class SignedLinks:
    """`Links` below an address that the gateway answers at, such as https://media.example.org.

    The signature is made with a key derived from the one that seals what is stored. It covers all
    of the ticket, so that no part of a link can be changed.
    """

    def __init__(self, cipher: Cipher, base: str) -> None:
        self._cipher = cipher
        self._base = base.rstrip("/")

    def link(self, file: StoredFile, until: datetime) -> str:
        """Return an address that opens a stored file until then."""
        ticket = Ticket(file.blob, file.name, file.media_type, int(until.timestamp()))
        query = {
            "type": ticket.media_type,
            "until": ticket.until,
            "signature": self.signature(ticket),
        }
        path = f"{ticket.blob}/{quote(ticket.name, safe='')}"
        return f"{self._base}/media/{path}?{urlencode(query)}"

    def is_ours(self, ticket: Ticket, signature: str) -> bool:
        """Tell whether a ticket was signed here, in a time that does not depend on the answer."""
        return hmac.compare_digest(self.signature(ticket).encode(), signature.encode())

    def signature(self, ticket: Ticket) -> str:
        """Return what signs a ticket, as hexadecimal digits."""
        words = (ticket.blob, ticket.name, ticket.media_type, str(ticket.until))
        return self._cipher.mark(PURPOSE, *words)
