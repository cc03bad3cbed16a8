// @ts-check

/** The modules that every package of the project imports. */
export const CORE = Object.freeze({
  'shop/__init__.py': '"""A shop with many departments."""\n',
  'shop/core/__init__.py': `"""What all departments share."""
from .base import *
from .clock import *
from .settings import load_settings, stamp

__all__ = ["Component", "Store", "Clock", "now_text", "load_settings", "stamp"]
`,
  'shop/core/base.py': `"""Classes to derive from."""
from abc import ABC, abstractmethod
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")

__all__ = ["Component", "Store", "Source", "Closable"]


class Closable(Protocol):
    def close(self) -> None: ...


class Source(Protocol[T]):
    def read(self, key: str) -> T: ...


class Component(ABC):
    """Every repository and every service of the shop is one."""

    name: str = "component"

    def __init__(self, options: dict[str, Any] | None = None) -> None:
        self.options = options or {}
        self.started = False

    def describe(self) -> str:
        return f"{self.name}: {len(self.options)} options"

    def prepare(self) -> None:
        """Departments put their own in its place."""
        self.started = True

    @abstractmethod
    def check(self, key: str) -> bool: ...

    def start(self, key: str) -> bool:
        self.prepare()
        return self.check(key)


class Store(Component, Generic[T]):
    """Rows by key."""

    def __init__(self, options: dict[str, Any] | None = None) -> None:
        super().__init__(options)
        self.rows: dict[str, T] = {}

    def check(self, key: str) -> bool:
        return key in self.rows

    def get(self, key: str) -> T | None:
        return self.rows.get(key)

    def put(self, key: str, row: T) -> None:
        self.rows[key] = row
`,
  'shop/core/clock.py': `"""Time, in one place."""
import datetime

__all__ = ["Clock", "now_text"]


class Clock:
    def __init__(self, zone: datetime.tzinfo = datetime.timezone.utc) -> None:
        self.zone = zone

    def now(self) -> datetime.datetime:
        return datetime.datetime.now(self.zone)


def now_text(clock: Clock | None = None) -> str:
    return (clock or Clock()).now().isoformat()
`,
  'shop/core/settings.py': `"""Settings; read from the disk each time, which is what nobody remembers."""
import json
from pathlib import Path

from shop.core.clock import now_text

PLACE = Path("settings.json")


def read_place(path: Path) -> str:
    return path.read_text()


def load_settings(path: Path = PLACE) -> dict[str, str]:
    return json.loads(read_place(path))


def stamp(text: str) -> str:
    return f"{now_text()} {text}"
`,
  'shop/core/retry.py': `"""Decorators."""
import functools
import logging
from collections.abc import Awaitable, Callable
from typing import Any

log = logging.getLogger(__name__)


def logged(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        log.debug("calling %s", function.__name__)
        return function(*args, **kwargs)

    return wrapper


def retried(times: int = 3) -> Callable[..., Any]:
    def decorate(function: Callable[..., Awaitable[Any]]) -> Callable[..., Any]:
        @functools.wraps(function)
        async def wrapper(*args: Any, **kwargs: Any) -> Any:
            for left in range(times, 0, -1):
                try:
                    return await function(*args, **kwargs)
                except ConnectionError:
                    if left == 1:
                        raise
            return None

        return wrapper

    return decorate
`,
});
