"""Drafts as agencies send them."""

from __future__ import annotations

import html
import re

from tests.formats.stories import Story


def _blocks(story: Story) -> str:
    parts = []
    for role, words in story.body:
        if role == "table":
            rows = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in words]
            parts.append(f"<table>{''.join(rows)}</table>")
            continue
        shown = html.escape(str(words), quote=False)
        shapes = {
            "p": f"<p>{shown}</p>",
            "h": f"<hl2>{shown}</hl2>",
            "li": f"<ul><li>{shown}</li></ul>",
            "quote": f"<bq><block><p>{shown}</p></block></bq>",
            "caption": f"<media><media-reference source='a12.jpg'/><media-caption>{shown}</media-caption></media>",
            "footnote": f"<fn><p>{shown}</p></fn>",
        }
        parts.append(shapes[role])
    return "\n".join(parts)


def in_nitf(story: Story) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "nitf-3-6.dtd">\n'
        f"<nitf><head><title>Slug 99 dead</title><docdata><date.issue norm='{story.date.replace('-', '')}T080000Z'/>"
        "<doc.copyright year='2024' holder='98 dead'/></docdata></head>\n<body><body.head><hedline>"
        f"<hl1>{story.headline}</hl1></hedline><byline>A Desk</byline><dateline><location>Selby</location></dateline>"
        f"<abstract><p>{story.standfirst}</p></abstract></body.head>\n<body.content>{_blocks(story)}</body.content>"
        "<body.end><tagline>A Desk</tagline></body.end></body></nitf>\n"
    )


def _newsml(story: Story, content: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en" '
        f'guid="urn:99"><itemMeta><versionCreated>{story.date}T08:00:00Z</versionCreated></itemMeta>\n<contentMeta>'
        f"<contentCreated>{story.date}T07:00:00Z</contentCreated><headline>{story.headline}</headline>"
        f'<description role="drol:summary">{story.standfirst}</description><subject><name>99 dead</name></subject>'
        f"</contentMeta>\n<contentSet>{content}</contentSet></newsItem>\n"
    )


def in_newsml(story: Story) -> str:
    blocks = re.sub("<(/?)hl2>", r"<\1h2>", _blocks(story)).replace("<bq><block>", "<blockquote>")
    blocks = blocks.replace("</block></bq>", "</blockquote>").replace("media-caption", "figcaption")
    blocks = re.sub("<(/?)media>", r"<\1figure>", blocks)
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>98 dead</title></head><body>{blocks}</body></html>'
    return _newsml(story, f'<inlineXML contenttype="application/xhtml+xml">{page}</inlineXML>')
