"""Collecting what is wrong with a body, in the nested shape Discord reports."""

from collections.abc import Collection
from typing import Any

from playground.errors import ApiError, Json, Refusal

Path = tuple[str | int, ...]


class Form:
    """Remembers each wrong field, then refuses them all at once."""

    def __init__(self) -> None:
        self._tree: Json = {}

    def wrong(self, path: Path, code: str, message: str) -> None:
        """Note one wrong field."""
        node = self._tree
        for step in path:
            node = node.setdefault(str(step), {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def check(self) -> None:
        """Refuse the body when anything was wrong.

        Raises:
            ApiError: 400, code 50035, with the tree of errors.
        """
        if self._tree:
            raise ApiError(Refusal.INVALID_FORM, self._tree)

    def text(
        self,
        body: Json,
        key: str,
        path: Path,
        *,
        longest: int,
        shortest: int = 0,
        required: bool = False,
    ) -> str | None:
        """Read a string field with length limits; None when absent or wrong."""
        value = body.get(key)
        where = (*path, key)
        if value is None:
            if required:
                self.wrong(where, "BASE_TYPE_REQUIRED", "This field is required")
            return None
        if not isinstance(value, str):
            self.wrong(where, "STRING_TYPE_CONVERT", "Could not interpret value as string.")
            return None
        if not shortest <= len(value) <= longest:
            self._length(where, shortest, longest)
            return None
        return value

    def number(
        self, body: Json, key: str, path: Path, *, lowest: int, highest: int, default: int
    ) -> int:
        """Read an integer field with limits; `default` when absent or wrong."""
        value = body.get(key)
        if value is None:
            return default
        where = (*path, key)
        if isinstance(value, bool) or not isinstance(value, int):
            self.wrong(where, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
            return default
        if not lowest <= value <= highest:
            self.wrong(
                where,
                "NUMBER_TYPE_RANGE",
                f"int value should be between {lowest} and {highest}.",
            )
            return default
        return value

    def choice(self, value: Any, allowed: Collection[Any], path: Path) -> bool:
        """Whether `value` is one of `allowed`; notes it when not."""
        if value in allowed:
            return True
        text = ", ".join(map(str, sorted(allowed)))
        self.wrong(path, "BASE_TYPE_CHOICES", f"Value must be one of {{{text}}}.")
        return False

    def items(
        self, body: Json, key: str, path: Path, *, longest: int, shortest: int = 0
    ) -> list[Any]:
        """Read a list field with length limits; empty when absent or wrong."""
        value = body.get(key)
        where = (*path, key)
        if value is None:
            if shortest:
                self.wrong(where, "BASE_TYPE_REQUIRED", "This field is required")
            return []
        if not isinstance(value, list):
            self.wrong(where, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return []
        if not shortest <= len(value) <= longest:
            self._length(where, shortest, longest)
            return []
        return value

    def objects(
        self, body: Json, key: str, path: Path, *, longest: int, shortest: int = 0
    ) -> list[tuple[Path, Json]]:
        """Read a list of objects, each with the path that names it."""
        found: list[tuple[Path, Json]] = []
        for index, value in enumerate(
            self.items(body, key, path, longest=longest, shortest=shortest)
        ):
            where = (*path, key, index)
            if isinstance(value, dict):
                found.append((where, value))
            else:
                self.wrong(where, "MODEL_TYPE_CONVERT", "Only dictionaries may be used here")
        return found

    def _length(self, where: Path, shortest: int, longest: int) -> None:
        if shortest:
            self.wrong(
                where,
                "BASE_TYPE_BAD_LENGTH",
                f"Must be between {shortest} and {longest} in length.",
            )
        else:
            self.wrong(where, "BASE_TYPE_MAX_LENGTH", f"Must be {longest} or fewer in length.")
