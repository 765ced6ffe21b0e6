"""What templates print, for those that stand around figures; of others nothing is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from checker.model.document import FILLER
from checker.model.values import NamedTuple

_LONGEST_NAME = 80
# Templates that print one of their parameters as it is: its number.
_PLAIN = {
    **dict.fromkeys(("nowrap", "nobr", "small", "big", "nobold", "center", "abbr", "tooltip", "resize", "larger"), 1),
    **dict.fromkeys(
        ("nts", "ntsh", "num", "number", "formatnum", "val", "gaps", "flag", "flagcountry", "ship", "ublist"), 1
    ),
    **dict.fromkeys(
        ("strong", "em", "bold", "smaller", "no wrap", "visible anchor", "unbulleted list", "plainlist"), 1
    ),
    **dict.fromkeys(("lang", "color", "font color", "transl", "transliteration", "link", "ill"), 2),
}
_SIGNS = {"usd": "$", "us$": "$", "gbp": "\u00a3", "\u00a3": "\u00a3", "eur": "\u20ac", "\u20ac": "\u20ac", "$": "$"}
_MARKS = {
    **dict.fromkeys(("snd", "spnd", "spaced ndash", "spaced en dash"), " \u2013 "),
    **{"ndash": "\u2013", "en dash": "\u2013", "mdash": "\u2014", "em dash": "\u2014", "nbsp": "\u00a0", "spaces": " "},
    **{"!": "|", "sp": " ", "minus": "\u2212", "times": "\u00d7"},
}
_CONVERT = frozenset(("convert", "cvt"))
_RANGES = frozenset(("-", "\u2013", "to", "and", "or", "by", "x", "to(-)", "+/-"))
_DATES = frozenset(
    (
        *("birth date", "birth date and age", "death date", "death date and age", "end date", "start date"),
        *("film date", "start date and age", "birth date and given age", "dts", "date table sorting"),
    )
)
_AGES = frozenset(("age", "age in years", "age nts"))
_QUOTES = frozenset(("blockquote", "cquote", "quote", "quotation", "bquote", "pull quote"))
_BOXED = ("infobox", "taxobox", "fact box", "factbox")
_UNREAD = re.compile(
    r"(?:image|img|logo|flag|map|photo|picture|coordinates|coor|website|url|module|embed|ref|footnotes|child|title\d)"
    r"|.*(?:_size|size|width|upright|_map|_link|alt|_ref|color|colour|style|format)\d*\Z"
)
_CAPTIONS = re.compile(r"(?:image_|photo_|map_|picture_)?caption\d*\Z")
_DATA = re.compile(r"data(\d+)\Z")
_NUMBER = re.compile(r"\s*(\d{1,4})\s*\Z")


class Shown(NamedTuple):
    """One field of a box: role, label, and where the value stands."""

    role: str
    label: str
    start: int
    end: int


class Template(NamedTuple):
    """``kept`` are parts that are printed as they stand, each with what parts it from what is before it.

    ``words`` are printed in place of the whole; ``fields`` are blocks of their own; ``day`` is the date of the draft.
    """

    kept: tuple[tuple[int, int, str], ...] = ()
    words: str = ""
    fields: tuple[Shown, ...] = ()
    day: str = ""


class _Parameters:
    """The parameters of one template: places by name and by number from 1."""

    def __init__(self, text: str, start: int, end: int, bars: Sequence[int], equals: Mapping[int, int]) -> None:
        self.text = text
        self.places: dict[str, tuple[int, int]] = {}
        bounds = [*bars, end]
        number = 0
        for bar, after in pairwise(bounds):
            if bar in equals:
                name = " ".join(text[bar + 1 : equals[bar]][:_LONGEST_NAME].split()).lower()
                self.places[name] = equals[bar] + 1, after
            else:
                number += 1
                self.places[str(number)] = bar + 1, after

    def numbered(self) -> list[tuple[int, int]]:
        """Return the places of the parameters without a name."""
        return [place for name, place in self.places.items() if name.isdigit()]

    def words(self, place: tuple[int, int]) -> str:
        return self.text[place[0] : place[1]].strip()


def shown_template(text: str, start: int, end: int, bars: Sequence[int], equals: Mapping[int, int]) -> Template:
    """Return what the template whose inside is ``text[start:end]`` prints."""
    first = bars[0] if bars else end
    name = " ".join(text[start : min(first, start + _LONGEST_NAME)].replace("_", " ").split()).lower()
    if name.startswith("formatnum:"):
        return Template(((text.index(":", start) + 1, first, FILLER),))
    if name.startswith("displaytitle:"):
        return Template(
            fields=(Shown("headline", "", text.index(":", start) + 1, first),),
            kept=((text.index(":", start) + 1, first, " "),),
        )
    given = _Parameters(text, start, end, bars, equals)
    if name.startswith(_BOXED):
        return _box(given)
    if name in _QUOTES:
        return _fielded("quote", given, ("text", "quote", "1"))
    if name in ("headline", "title"):
        return _fielded("headline", given, ("1",))
    if name == "date" and "1" in given.places:
        place = given.places["1"]
        return Template(((*place, " "),), fields=(Shown("front_matter", "", *place),), day=given.words(place))
    return _inline(name, given, (start, first))


def _inline(name: str, given: _Parameters, place: tuple[int, int]) -> Template:
    numbered = given.numbered()
    if name in _MARKS:
        return Template(words=_MARKS[name])
    if name in _SIGNS and numbered:
        return Template(((*numbered[0], _SIGNS[name]),))
    if name in _CONVERT:
        return Template(tuple((start, end, " ") for start, end in _measure(given, numbered)))
    if name in ("as of", "asof"):
        parts = [(*place, " ")] + [
            (start, end, " " if at == 0 else "-") for at, (start, end) in enumerate(numbered[:3])
        ]
        return Template(tuple(parts))
    if name in _DATES or name in _AGES:
        return _dated(name, given, numbered)
    if name in ("frac", "fraction"):
        return Template(tuple((start, end, FILLER if not at else "/") for at, (start, end) in enumerate(numbered[:2])))
    wanted = str(_PLAIN.get(name, 0))
    return Template(((*given.places[wanted], FILLER),)) if wanted in given.places else Template()


def _measure(given: _Parameters, numbered: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the figures of "convert" and their unit: "24|km|mi" prints "24 kilometres (15 mi)"."""
    kept = []
    for place in numbered:
        kept.append(place)
        words = given.words(place)
        if not words[:1].isdigit() and words[:1] not in "-.\u2212+" and words not in _RANGES:
            break
    return kept


def _dated(name: str, given: _Parameters, numbered: Sequence[tuple[int, int]]) -> Template:
    parts = [match.group(1) for place in numbered if (match := _NUMBER.match(given.words(place)))]
    days = [day for at in (0, 3) if (day := _day(parts[at : at + 3]))]
    if name in _AGES:
        return Template(words=str(_years(*days))) if len(days) == 2 else Template()
    if not days:
        return Template(((*numbered[0], " "),)) if numbered else Template()
    return Template(words=days[0].isoformat())


def _day(parts: Sequence[str]) -> date | None:
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError:
        return None


def _years(first: date, last: date) -> int:
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def _fielded(role: str, given: _Parameters, names: Sequence[str]) -> Template:
    place = next((given.places[name] for name in names if name in given.places), None)
    return Template(((*place, " "),), fields=(Shown(role, "", *place),)) if place else Template()


def _box(given: _Parameters) -> Template:
    """Return the fields of an infobox; the label of "data3" is what "label3" holds."""
    fields = []
    for name, place in given.places.items():
        data = _DATA.match(name)
        label = given.places.get(f"label{data.group(1)}") if data else None
        if _CAPTIONS.match(name):
            fields.append(Shown("caption", "", *place))
        elif not name.startswith("label") and not _UNREAD.match(name) and given.words(place):
            words = given.words(label) if label else name
            fields.append(Shown("infobox", words.replace("_", " ").strip("'[]"), *place))
    return Template(tuple((f.start, f.end, " ") for f in fields), fields=tuple(fields))
