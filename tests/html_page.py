"""Reads a report's page: its elements, ids, links and text, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("br", "input", "link", "meta", "col"))
RAW = frozenset(("script", "style"))


@dataclass
class Element:
    """One element with its text, that of its children too."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class Page(HTMLParser):
    """A page as a list of elements in order. `faults` are tags that do not match."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.faults: list[str] = []
        self._open: list[Element] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{one.name}> is never closed" for one in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.faults.append(f"an attribute of <{tag}> stands twice")
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if self._open:
            self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].name != tag:
            self.faults.append(
                f"</{tag}> closes {self._open[-1].name if self._open else 'nothing'}"
            )
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, name: str = "", kind: str = "") -> list[Element]:
        """The elements of a name and a class, where they are given."""
        return [
            one
            for one in self.elements
            if (not name or one.name == name) and (not kind or kind in one.classes)
        ]

    @property
    def shown(self) -> str:
        """The text of the body, without the script."""
        (body,) = self.all("body")
        return body.text.replace(self.all("script")[0].text, "")


def faults(page: Page) -> list[str]:
    """What is wrong with the structure of a page."""
    found = list(page.faults)
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    found += [f"the id {one} stands twice" for one in sorted(set(ids)) if ids.count(one) > 1]
    level = 0
    for one in page.elements:
        for name, value in one.attributes.items():
            if name == "style" or name.startswith("on"):
                found.append(f"<{one.name}> has {name}")
            if name in ("href", "src") and not value.startswith(("#", "data:")):
                found.append(f"<{one.name}> leads to {value}")
            if name == "href" and value.startswith("#") and value[1:] not in ids:
                found.append(f"a link leads nowhere: {value}")
            if name in ("aria-labelledby", "aria-describedby") and value not in ids:
                found.append(f"{name} names nothing: {value}")
        if one.name in ("h1", "h2", "h3", "h4"):
            if int(one.name[1]) > level + 1:
                found.append(f"{one.name} below h{level}: {one.text}")
            level = int(one.name[1])
        if one.name == "svg" and not one.attributes.keys() & {"role", "x"}:
            found += _unnamed(one)
    return found


def _unnamed(svg: Element) -> list[str]:
    """A picture without a name must be hidden, itself or what it stands in."""
    hidden = svg.attributes.get("aria-hidden") or not {"title", "desc"} & {
        one.name for one in svg.children
    }
    return [] if hidden else ["a picture has a title but no role"]
