"""E-mail: the subject as headline, and the body in plain text or HTML."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parsedate_to_datetime

from checker.document import html, plain
from checker.document.embedded import Composer, Embedded
from checker.document.reading import Piece, Reading
from checker.errors import InputError
from checker.lexicon.book import Lexicon
from checker.model.values import NamedTuple

_SUBJECT = re.compile(rb"^subject:[ \t]*([^\r\n]*(?:\r?\n[ \t]+[^\r\n]+)*)", re.IGNORECASE | re.MULTILINE)
_REPLY = re.compile(r"(?:\s*(?:re|fwd?|aw|wg)\s*:)+\s*", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")


class _Mail(NamedTuple):
    """``text`` is what offsets count in; subject and body stand in it from and to those places."""

    text: str
    subject: tuple[int, int]
    body: tuple[int, int]
    is_html: bool
    locators: tuple[tuple[int, str], ...] = ()


def read(data: bytes, lexicon: Lexicon | None = None) -> Reading:
    """Read a message. Where nothing in it is encoded, offsets count in the file, else in subject and body.

    Raises:
        InputError: if it is no message, or has no body that is text.
    """
    try:
        message = message_from_bytes(data, policy=default)
        mail = _mail(data, message)
    except (MessageError, RecursionError, LookupError, ValueError, AttributeError) as error:
        raise InputError(f"is no e-mail that can be read: {type(error).__name__}") from None
    composer = Composer(mail.text)
    _subject(composer, mail)
    start, end = mail.body
    words = mail.text[start:end]
    signature = _SIGNATURE.search(words)
    if signature and not mail.is_html:
        end, words = start + signature.start(), words[: signature.start()]
    embedded = Embedded()
    embedded.add(words, start, end)
    reading = html.read(words, lexicon, has_title=True) if mail.is_html else plain.read(words, lexicon)
    pieces = [p._replace(role="heading", level=2) if p.role == "headline" else p for p in reading.pieces]
    if words:
        composer.add(embedded, reading._replace(pieces=pieces))
    return Reading(mail.text, composer.prose(), composer.pieces, _meta(message), mail.locators)


def _mail(data: bytes, message: EmailMessage) -> _Mail:
    if not message.keys():
        raise InputError("is no e-mail: it has no header")
    part = message.get_body(("plain", "html"))
    if part is None:
        raise InputError("has no body in plain text or HTML")
    is_html = part.get_content_subtype() == "html"
    return _as_it_stands(data, part, is_html) or _decoded(message, part, is_html)


def _as_it_stands(data: bytes, part: MIMEPart, is_html: bool) -> _Mail | None:
    """Return the message where the file spells it as it is meant."""
    encoding = str(part.get("content-transfer-encoding", "7bit")).strip().lower()
    charset = (part.get_content_charset() or "us-ascii").lower()
    if encoding not in ("7bit", "8bit", "binary") or charset not in ("us-ascii", "ascii", "utf-8"):
        return None
    payload = part.get_payload(decode=True)
    head = _HEAD_END.search(data)
    found = _SUBJECT.search(data, 0, head.end() if head else len(data))
    at = data.find(payload, head.end() if head else 0) if isinstance(payload, bytes) and payload else -1
    if at < 0 or not isinstance(payload, bytes) or (found and b"=?" in found.group(1)):
        return None
    try:
        text = data.decode()
        subject = (_place(data, found.start(1)), _place(data, found.end(1))) if found else (0, 0)
        return _Mail(text, subject, (_place(data, at), _place(data, at + len(payload))), is_html)
    except UnicodeDecodeError:
        return None


def _place(data: bytes, at: int) -> int:
    return len(data[:at].decode())


def _decoded(message: EmailMessage, part: MIMEPart, is_html: bool) -> _Mail:
    subject = " ".join(str(message.get("subject", "")).split())
    body = str(part.get_content())
    head = f"Subject: {subject}\n\n"
    places = (len("Subject: "), len(head) - 2)
    return _Mail(
        head + body, places, (len(head), len(head) + len(body)), is_html, ((0, "subject"), (len(head), "body"))
    )


def _subject(composer: Composer, mail: _Mail) -> None:
    start, end = mail.subject
    reply = _REPLY.match(mail.text, start, end)
    start = reply.end() if reply else start
    if start < end:
        embedded = Embedded()
        embedded.add(mail.text[start:end], start, end)
        composer.add_words(embedded, Piece(0, 0, "headline"))


def _meta(message: EmailMessage) -> dict[str, str]:
    try:
        return {"date": parsedate_to_datetime(str(message["date"])).date().isoformat()}
    except (TypeError, ValueError):
        return {}
