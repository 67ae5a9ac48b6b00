"""What a link inside a component or embed stands for."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from playground import payloads
from playground.cdn import CDN, MEDIA, Cdn
from playground.errors import Json
from playground.form import Form, Path
from playground.model import Attachment
from playground.snowflakes import Snowflakes

_SCHEME = "attachment"


@dataclass(frozen=True, slots=True)
class Media:
    """Resolves `attachment://name`, links to the message's own files, and outside links.

    Attributes:
        named: Files that `attachment://` may name.
        kept: Every file of the message, for links to the CDN.
    """

    cdn: Cdn
    ids: Snowflakes
    named: dict[str, Attachment]
    kept: list[Attachment]

    def component(
        self, raw: object, path: Path, form: Form, *, only_files: bool = False
    ) -> Json | None:
        """Resolve a component's `{"url": …}`; None after noting what is wrong."""
        url = raw.get("url") if isinstance(raw, dict) else None
        if not isinstance(url, str) or len(url) > 2048:
            form.wrong((*path, "url"), "BASE_TYPE_REQUIRED", "This field is required")
            return None
        scheme = urlsplit(url).scheme
        allowed = {_SCHEME} if only_files else {_SCHEME, "http", "https"}
        own = self._own(url)
        if own is not None:
            return payloads.media(own)
        if scheme not in allowed:
            form.wrong(
                (*path, "url"),
                "URL_TYPE_INVALID_SCHEME",
                f'Scheme "{scheme}" is not supported. Scheme must be one of {sorted(allowed)}.',
            )
            return None
        if scheme == _SCHEME:
            form.wrong(
                (*path, "url"),
                "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                "The referenced attachment could not be found",
            )
            return None
        return {"id": str(self.ids.next()), "loading_state": 2, **self.cdn.external_media(url)}

    def embed(self, url: str) -> Json:
        """Resolve an embed's picture; a name that is not there stays as it was sent."""
        own = self._own(url)
        if own is not None:
            found = payloads.media(own)
            kept = ("url", "proxy_url", "width", "height", "content_type")
            return {key: found[key] for key in kept if found[key] is not None}
        return {"url": url} if url.startswith(f"{_SCHEME}:") else self.cdn.external_media(url)

    def _own(self, url: str) -> Attachment | None:
        parts = urlsplit(url)
        if parts.scheme == _SCHEME:
            return self.named.get(f"{parts.netloc}{parts.path}")
        if f"{parts.scheme}://{parts.netloc}" not in (CDN, MEDIA):
            return None
        path = unquote(parts.path)
        return next((one for one in self.kept if one.path == path), None)
