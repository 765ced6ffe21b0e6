"""Drafts in the formats of text, as the tools of newsrooms write them."""

from __future__ import annotations

import html
import json
from collections.abc import Callable

from tests.formats import rtffile
from tests.formats.light import in_asciidoc, in_latex, in_org, in_rst
from tests.formats.news import in_newsml, in_nitf
from tests.formats.stories import Story


def blocks_in_html(story: Story) -> str:
    parts = []
    for role, words in story.body:
        if role == "table":
            header, *rows = words
            cells = ["<tr>" + "".join(f"<th>{cell}</th>" for cell in header) + "</tr>"]
            cells += ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
            parts.append("<table>" + "\n".join(cells) + "</table>")
            continue
        shown = html.escape(str(words))
        parts.append(
            {
                "p": f"<p>{shown}</p>",
                "h": f"<h2>{shown}</h2>",
                "li": f"<ul><li>{shown}</li></ul>",
                "quote": f"<blockquote><p>{shown}</p></blockquote>",
                "caption": f"<figure><img src=a.jpg alt=''><figcaption>{shown}</figcaption></figure>",
                "footnote": f"<aside role=doc-footnote id=fn1>{shown}</aside>",
            }[role]
        )
    return "\n".join(parts)


def in_html(story: Story) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{story.headline} | Herald</title>\n'
        f'<meta property="article:published_time" content="{story.date}T08:00:00Z">\n'
        "<style>p > b { margin: 35px }</style><script>if (1 <b && 99 > 2) var dead = 77;</script></head>\n<body>\n"
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/dead">99 dead in fire</a></li></ul></nav>\n'
        f"<header><p>Herald, edition 12</p></header>\n<main><article><h1>{story.headline}</h1>\n"
        f'<p class="article__standfirst">{story.standfirst}</p>\n{blocks_in_html(story)}\n'
        '<aside class="related"><a href="/a">Bus crash kills 99 people</a> <a href="/b">41 hurt</a></aside>\n'
        '<p style="display: none">The crash killed 98 people.</p></article></main>\n'
        "<footer>© 2024 Herald. 97 people killed.</footer></body></html>\n"
    )


def in_json(story: Story) -> str:
    draft = {
        "id": 1284,
        "body_html": blocks_in_html(story),
        "headline": story.headline,
        "standfirst": story.standfirst,
        "date": story.date,
        "tags": ["97 dead"],
    }
    return json.dumps(draft, indent=1)


def in_wikitext(story: Story) -> str:
    parts = [
        "{{short description|99 dead}}",
        f"= {story.headline} =",
        f"{{{{date|{story.date}}}}}",
        f"''{story.standfirst}''",
    ]
    for role, words in story.body:
        if role == "table":
            header, *rows = words
            lines = ['{| class="wikitable sortable"', "! " + " !! ".join(header)]
            lines += ["|-\n| " + " || ".join(row) for row in rows]
            parts.append("\n".join([*lines, "|}"]))
        else:
            parts.append(
                {
                    "p": f"{words}<ref>{{{{cite news |title=97 dead |date=2023-01-01}}}}</ref>",
                    "h": f"== {words} ==",
                    "li": f"* {words}",
                    "quote": f"{{{{quote|{words}}}}}",
                    "caption": f"[[File:A 1.jpg|thumb|300px|alt=A picture|{words}]]",
                    "footnote": f"It is known.<ref name=a>{words}</ref>",
                }[role]
            )
    return "\n\n".join([*parts, "[[Category:Fires of 2024]]", ""])


def in_subtitles(story: Story) -> str:
    """Cues of at most five words, for drafts without a table: sentences run over several cues."""
    cues: list[str] = []
    for words in [story.headline + ".", *(str(words) for role, words in story.body if role != "table")]:
        parts = words.split()
        cues += [" ".join(parts[at : at + 5]) for at in range(0, len(parts), 5)]
    return "\n".join(f"{at}\n00:{at:02}:01,000 --> 00:{at:02}:04,000\n{cue}\n" for at, cue in enumerate(cues, 1))


def in_markdown(story: Story) -> str:
    parts = [f"# {story.headline}", f"*{story.standfirst}*"]
    for role, words in story.body:
        if role == "table":
            header, *rows = words
            lines = ["| " + " | ".join(row) + " |" for row in (header, ["---"] * len(header), *rows)]
            parts.append("\n".join(lines))
        else:
            signs = {"p": "", "h": "## ", "li": "- ", "quote": "> ", "caption": "![](a.jpg)\n*", "footnote": "[^1]: "}
            parts.append(f"{signs[role]}{words}{'*' if role == 'caption' else ''}")
    return "\n\n".join(parts) + "\n"


def in_notebook(story: Story) -> str:
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": part.splitlines(keepends=True)}
        for part in in_markdown(story).split("\n\n")
    ]
    cells.insert(1, {"cell_type": "code", "source": ["print(99, 'dead')"], "outputs": [{"text": ["98 dead"]}]})
    return json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def in_mail(story: Story) -> str:
    return (
        f"From: A <desk@a.example>\nSubject: {story.headline}\nDate: {_DAYS[story.date]} 08:00:00 +0000\n"
        f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{blocks_in_html(story)}\n"
    )


_DAYS = {
    "2024-03-12": "Tue, 12 Mar 2024",
    "2024-03-14": "Thu, 14 Mar 2024",
    "2024-05-03": "Fri, 03 May 2024",
    "2024-02-20": "Tue, 20 Feb 2024",
    "2024-03-15": "Fri, 15 Mar 2024",
    "2024-06-11": "Tue, 11 Jun 2024",
}


_RTF = {"p": 0, "h": 1, "quote": 4, "caption": 5}


def in_rtf(story: Story) -> str:
    parts = [rtffile.par(story.headline, 2), rtffile.par(story.standfirst, 3), rtffile.par(story.date)]
    for role, words in story.body:
        if role == "table":
            parts += [rtffile.row(*map(rtffile.encoded, line)) for line in words]
        elif role == "footnote":
            parts.append(rtffile.par(rf"It is known.{{\super\chftn}}{{\footnote\pard {rtffile.encoded(words)}}}"))
        elif role == "li":
            parts.append(rtffile.item(rtffile.encoded(words)))
        else:
            parts.append(rtffile.par(rtffile.encoded(words), _RTF[role]))
    return rtffile.rtf(*parts)


RENDERED: dict[str, Callable[[Story], str]] = {
    "html": in_html,
    "json": in_json,
    "wikitext": in_wikitext,
    "markdown": in_markdown,
    "ipynb": in_notebook,
    "eml": in_mail,
    "rtf": in_rtf,
    "rst": in_rst,
    "asciidoc": in_asciidoc,
    "org": in_org,
    "latex": in_latex,
    "nitf": in_nitf,
    "newsml": in_newsml,
}
