from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from checker.document.read import read_document
from checker.errors import InputError
from checker.lexicon.book import Lexicon
from checker.model.document import Document
from tests.formats.outline import outline, place

PLAIN = (
    b"Subject: Re: Fire kills\r\n 24 people\r\nDate: Tue, 12 Mar 2024 23:30:00 -0500\r\n\r\n"
    b"It burned on the lake.\r\n\r\n> It sank.\r\n-- \r\nDesk, floor 12\r\n"
)


def mail(lexicon: Lexicon | None, **parts: str) -> Document:
    message = EmailMessage()
    message["Subject"] = "Fire in a café kills 24"
    message.set_content(parts["plain"], cte=parts.get("cte", "base64"))
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    return read_document("a.eml", message.as_bytes(), lexicon=lexicon)


def test_a_plain_message_is_read_as_it_stands_in_the_file(lexicon: Lexicon) -> None:
    document = read_document("a.eml", PLAIN, lexicon=lexicon)
    assert document.text == PLAIN.decode()
    assert outline(document) == [
        "headline: Fire kills\r\n 24 people",
        "paragraph: It burned on the lake.",
        "quote: It sank.",
    ]
    assert document.dated == date(2024, 3, 12)


@pytest.mark.parametrize("cte", ["base64", "quoted-printable"])
def test_what_is_encoded_is_read_as_it_is_meant(cte: str, lexicon: Lexicon) -> None:
    document = mail(lexicon, plain="A café of 24 seats burned.\n", html="<p>Other", cte=cte)
    assert outline(document) == ["headline: Fire in a café kills 24", "paragraph: A café of 24 seats burned."]
    assert (place(document, "kills"), place(document, "seats")) == ("subject", "body")


def test_a_message_in_html_alone_is_read(lexicon: Lexicon) -> None:
    head = b"Subject: Fire kills 24\nContent-Type: text/html; charset=utf-8\n\n"
    data = head + b"<p>It <b>burned</b>.<table><tr><td>1<td>2</table>"
    assert outline(read_document("a.eml", data, lexicon=lexicon))[:2] == [
        "headline: Fire kills 24",
        "paragraph: It <b>burned</b>.",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is no e-mail: it has no header"),
        (b"Subject: A\nContent-Type: image/png\n\nx", "has no body in plain text or HTML"),
        (
            b"Subject: A\nContent-Type: text/plain; charset=x-none\nContent-Transfer-Encoding: base64\n\n4pe8",
            "is no e-mail",
        ),
    ],
)
def test_what_is_no_message_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=rf"^a\.eml: {reason}"):
        read_document("a.eml", data)


def test_parts_in_parts_without_end_do_no_harm() -> None:
    head = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(3000))
    with pytest.raises(InputError):
        read_document("a.eml", b"Subject: A\n" + head)
