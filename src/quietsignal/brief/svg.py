"""SVG of the charts and of the page: cleaned of all that runs or loads, named for those who listen."""

import re
from typing import Any

from lxml import etree

from quietsignal.errors import BriefError

__all__ = ["HATCH", "embed_svg", "finish_svg"]

HATCH = "url(#hatch)"  # the fill of what is not known; `finish_svg` adds the pattern

_NAMESPACE = "http://www.w3.org/2000/svg"
_ELEMENTS = {
    "svg", "g", "path", "rect", "line", "circle", "ellipse", "polygon", "polyline", "text",
    "tspan", "title", "desc", "defs", "clipPath", "linearGradient", "radialGradient", "stop",
    "pattern", "marker",
}  # fmt: skip
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_UNSAFE = re.compile(r"url\(|javascript:|@import|expression\(", re.IGNORECASE)
_PATTERN = (
    f'<defs xmlns="{_NAMESPACE}"><pattern id="hatch" width="6" height="6" '
    'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0,0V6" '
    'stroke="currentColor" stroke-width="1.4" stroke-opacity="0.2"/></pattern></defs>'
)


def finish_svg(svg: str, *, title: str, description: str) -> str:
    """A drawn chart with its title and description, without what only a live chart needs."""
    root = _parse(svg, what=title)
    for element in list(root.iter()):
        _clean(element, prefix="")
        for name in list(element.attrib):
            if name.startswith("aria-") or name in {"role", "pointer-events"}:
                del element.attrib[name]
    _drop_empty(root)
    named = (("title", title), ("desc", description))
    for place, (tag, text) in enumerate(named):
        element = etree.Element(f"{{{_NAMESPACE}}}{tag}")
        element.text = text
        root.insert(place, element)
    root.insert(len(named), etree.fromstring(_PATTERN))
    root.set("role", "img")
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def embed_svg(svg: str, *, prefix: str) -> str:
    """The picture with only what draws, and its ids prefixed so that pictures do not clash.

    Raises `BriefError` for a text that is not one SVG picture.
    """
    root = _parse(svg, what=prefix)
    for element in list(root.iter()):
        _clean(element, prefix=f"{prefix}-")
    labels = []
    for part in ("title", "desc"):
        found = root.find(f"{{{_NAMESPACE}}}{part}")
        if found is not None:
            found.set("id", f"{prefix}-{part}")
            labels.append(f"{prefix}-{part}")
    root.set("role", "img")
    if labels:
        root.set("aria-labelledby", " ".join(labels))
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _parse(svg: str, *, what: str) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(svg.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise BriefError(f"chart {what}: found no SVG picture ({error})") from error
    if root.tag != f"{{{_NAMESPACE}}}svg":
        raise BriefError(f"chart {what}: found <{root.tag}>, expected <svg>")
    return root


def _clean(element: Any, *, prefix: str) -> None:
    if not _allowed(element):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
        return
    for name, value in list(element.attrib.items()):
        if _refused(name, _REFERENCE.sub("", value)):
            del element.attrib[name]
        elif name == "id":
            element.set(name, f"{prefix}{value}")
        else:
            element.set(name, _REFERENCE.sub(rf"url(#{prefix}\1)", value))


def _allowed(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return False
    name = etree.QName(element)
    return name.namespace == _NAMESPACE and name.localname in _ELEMENTS


def _refused(name: str, value: str) -> bool:
    local = name.rpartition("}")[2].lower()
    return local.startswith("on") or local in {"href", "class"} or bool(_UNSAFE.search(value))


def _drop_empty(root: Any) -> None:
    """Remove what draws nothing: empty groups, and the unseen frames around groups."""
    for element in reversed(list(root.iter())):
        name = etree.QName(element).localname
        unseen = name == "path" and not element.get("fill") and not element.get("stroke")
        hollow = name in {"g", "text"} and not len(element) and not element.text
        if (hollow or unseen or element.get("display") == "none") and element is not root:
            element.getparent().remove(element)
