"""Drafts in light markup and LaTeX."""

from __future__ import annotations

from tests.formats.stories import Story


def in_rst(story: Story) -> str:
    line = "=" * len(story.headline)
    parts = [f"{line}\n{story.headline}\n{line}", f":Date: {story.date}", ".. code::\n\n   print('99 dead')\n\n   98"]
    parts.append(f"*{story.standfirst}*")
    for role, words in story.body:
        if role == "table":
            widths = [max(len(row[at]) for row in words) + 2 for at in range(len(words[0]))]
            rule = "  ".join("=" * width for width in widths)
            lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in words]
            parts.append("\n".join([rule, lines[0], rule, *lines[1:], rule]))
            continue
        shapes = {
            "p": f"{words} [1]_",
            "h": f"{words}\n{'-' * len(str(words))}",
            "li": f"* {words}",
            "quote": f"    {words}",
            "caption": f".. figure:: a-12.jpg\n   :width: 300\n\n   {words}",
            "footnote": f".. [1] {words}",
        }
        parts.append(shapes[role])
    return "\n\n".join(parts) + "\n"


def in_asciidoc(story: Story) -> str:
    parts = [f"= {story.headline}\nA Desk\n{story.date}", "// 99 dead", "----\n98 dead\n----"]
    parts.append(f"[.lead]\n{story.standfirst}")
    for role, words in story.body:
        if role == "table":
            header, *rows = words
            lines = ["[options=header]", "|===", "".join(f"|{cell} " for cell in header), ""]
            parts.append("\n".join([*lines, *("".join(f"|{cell} " for cell in row) for row in rows), "|==="]))
            continue
        shapes = {
            "p": f"{words}footnote:[So it is said.]",
            "h": f"== {words}",
            "li": f"* {words}",
            "quote": f"[quote, A sailor]\n____\n{words}\n____",
            "caption": f".{words}\nimage::a-12.jpg[The quay, 300]",
            "footnote": f"It is known.footnote:[{words}]",
        }
        parts.append(shapes[role])
    return "\n\n".join(parts) + "\n"


def in_org(story: Story) -> str:
    parts = [f"#+TITLE: {story.headline}\n#+DATE: {story.date}\n#+OPTIONS: H:99", "# 99 dead"]
    parts.append(f"/{story.standfirst}/")
    for role, words in story.body:
        if role == "table":
            header, *rows = words
            lines = ["| " + " | ".join(header) + " |", "|---+---|"]
            parts.append("\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)]))
            continue
        shapes = {
            "p": f"{words}[fn:1]",
            "h": f"* {words}",
            "li": f"- {words}",
            "quote": f"#+begin_quote\n{words}\n#+end_quote",
            "caption": f"#+CAPTION: {words}\n[[file:a-12.jpg]]",
            "footnote": f"[fn:1] {words}",
        }
        parts.append(shapes[role])
    return "\n\n".join(parts) + "\n"


def in_latex(story: Story) -> str:
    parts = [f"\\documentclass[12pt]{{article}}\n\\title{{{story.headline}}}\n\\date{{{story.date}}}"]
    parts.append("\\begin{document}\n\\maketitle\n% 99 dead")
    parts.append(f"\\begin{{abstract}}\n{story.standfirst}\n\\end{{abstract}}")
    for role, words in story.body:
        if role == "table":
            rows = [" & ".join(row) + r" \\" for row in words]
            parts.append("\n".join([r"\begin{tabular}{lrr}", r"\hline", *rows, r"\hline", r"\end{tabular}"]))
            continue
        image = "\\includegraphics[width=3cm]{a12}"
        shapes = {
            "p": f"{words}\\footnote{{So it is said~\\cite{{a2019}}.}}",
            "h": f"\\section{{{words}}}",
            "li": f"\\begin{{itemize}}\n\\item {words}\n\\end{{itemize}}",
            "quote": f"\\begin{{quote}}\n{words}\n\\end{{quote}}",
            "caption": f"\\begin{{figure}}[h]\n{image}\n\\caption{{{words}}}\n\\end{{figure}}",
            "footnote": f"It is known.\\footnote{{{words}}}",
        }
        parts.append(shapes[role])
    return "\n\n".join([*parts, "\\end{document}", "97 dead"]) + "\n"
