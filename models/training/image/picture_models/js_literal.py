"""Reads the one literal that a minified browserify bundle exports.

nsfwjs wraps each model file as `!function(..){..}({1:[function(e,a,n){n.exports=LITERAL},{}]},..)`.
LITERAL is a string (base64 weights) or an object (the topology). It is data, so it is
parsed here and never run.
"""

from __future__ import annotations

import re
from typing import Any

_EXPORT = re.compile(r"""\.exports\s*=\s*(?=["'{\[])""")
_SPACE = re.compile(r"\s*")
_NUMBER = re.compile(r"[-+]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_STRING = {quote: re.compile(rf"{quote}((?:[^{quote}\\]|\\.)*){quote}", re.S) for quote in "\"'"}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.S)
_SIMPLE_ESCAPES = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "b": "\b",
    "f": "\f",
    "v": "\v",
    "0": "\0",
    "\n": "",
    "\r\n": "",
}
#: `!0` and `!1` are what minifiers make of `true` and `false`.
_CONSTANTS = {"!0": True, "!1": False, "true": True, "false": False, "null": None, "void 0": None}


class LiteralError(ValueError):
    """The source is not a bundle with exactly one exported literal."""


def exported_literal(source: str) -> Any:
    """The literal a bundle exports, as `json.loads` would have returned it."""
    exports = list(_EXPORT.finditer(source))
    # The wrapper itself says `n[i]={exports:{}}`, which is no assignment to `.exports`.
    if len(exports) != 1:
        raise LiteralError(f"expected one exported literal, found {len(exports)}")
    value, end = _value(source, exports[0].end())
    if not source.startswith("}", end):
        raise LiteralError(f"expected the end of the module at offset {end}")
    return value


def _value(text: str, at: int) -> tuple[Any, int]:
    at = _skip(text, at)
    head = text[at : at + 1]
    if head == "{":
        return _object(text, at + 1)
    if head == "[":
        return _array(text, at + 1)
    if head in _STRING:
        return _string(text, at)
    for word, constant in _CONSTANTS.items():
        if text.startswith(word, at):
            return constant, at + len(word)
    return _number(text, at)


def _object(text: str, at: int) -> tuple[dict[str, Any], int]:
    members: dict[str, Any] = {}
    at = _skip(text, at)
    while not text.startswith("}", at):
        key, at = _key(text, at)
        value, at = _value(text, _expect(text, at, ":"))
        members[key] = value
        at = _separator(text, at, "}")
    return members, at + 1


def _array(text: str, at: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    at = _skip(text, at)
    while not text.startswith("]", at):
        value, at = _value(text, at)
        items.append(value)
        at = _separator(text, at, "]")
    return items, at + 1


def _key(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] in _STRING:
        return _string(text, at)
    if name := _NAME.match(text, at):
        return name.group(), name.end()
    number, end = _number(text, at)
    return str(number), end


def _string(text: str, at: int) -> tuple[str, int]:
    found = _STRING[text[at]].match(text, at)
    if found is None:
        raise LiteralError(f"unterminated string at offset {at}")
    body = found.group(1)
    return (_ESCAPE.sub(_unescape, body) if "\\" in body else body), found.end()


def _unescape(escape: re.Match[str]) -> str:
    code = escape.group(1) or escape.group(2)
    if code:
        return chr(int(code, 16))
    return _SIMPLE_ESCAPES.get(escape.group(3), escape.group(3))


def _number(text: str, at: int) -> tuple[int | float, int]:
    found = _NUMBER.match(text, at)
    if found is None:
        raise LiteralError(f"expected a value at offset {at}, found {text[at : at + 20]!r}")
    digits = found.group()
    if "x" in digits.lower():
        return int(digits, 16), found.end()
    number = float(digits)
    return (int(number) if number.is_integer() else number), found.end()


def _separator(text: str, at: int, end: str) -> int:
    at = _skip(text, at)
    return at if text.startswith(end, at) else _skip(text, _expect(text, at, ","))


def _expect(text: str, at: int, token: str) -> int:
    at = _skip(text, at)
    if not text.startswith(token, at):
        raise LiteralError(f"expected {token!r} at offset {at}, found {text[at : at + 20]!r}")
    return at + len(token)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
