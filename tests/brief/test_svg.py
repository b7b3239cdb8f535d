import pytest
from lxml import etree

from quietsignal.brief.svg import HATCH, embed_svg, finish_svg
from quietsignal.errors import BriefError

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'

HOSTILE = [
    "<script>alert(1)</script>",
    "<foreignObject><p>x</p></foreignObject>",
    '<image href="https://t.example/x.png"/>',
    '<use xlink:href="https://t.example/x.svg#a"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    "<style>@import 'https://t.example/x.css'</style>",
    '<rect onload="alert(1)"/>',
    '<rect style="fill: url(https://t.example/x)"/>',
    '<rect fill="url(https://t.example/x#a)"/>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    "<!-- a comment --><?a pi?>",
]


@pytest.mark.parametrize("markup", HOSTILE)
@pytest.mark.parametrize(
    "clean",
    [lambda svg: embed_svg(svg, prefix="p"), lambda svg: finish_svg(svg, title="", description="")],
)
def test_what_runs_or_loads_is_taken_out(markup, clean) -> None:
    """A picture may hold only what draws."""
    cleaned = clean(f"{OPEN}{markup}<path d='M0,0' stroke='red'/></svg>")

    for word in ("script", "example", "onload", "comment", "foreignObject", "<a", "animate", "pi?"):
        assert word not in cleaned
    assert "M0,0" in cleaned


def test_ids_and_references_are_prefixed() -> None:
    """Two pictures on a page do not share ids."""
    svg = f'{OPEN}<clipPath id="c"><rect/></clipPath><path d="M0" clip-path="url(#c)"/></svg>'
    embedded = embed_svg(svg, prefix="one")

    assert 'id="one-c"' in embedded
    assert "url(#one-c)" in embedded


def test_finished_chart_has_name_and_description() -> None:
    """A chart is announced as one image with its finding, whatever its words."""
    svg = finish_svg(f"{OPEN}<g/></svg>", title="A < B & C", description="Words")
    root = etree.fromstring(embed_svg(svg, prefix="p"))

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "p-title p-desc"
    assert [child.text for child in root[:2]] == ["A < B & C", "Words"]


def test_hatching_has_its_pattern() -> None:
    """The fill of what is not known refers to a pattern in the same picture."""
    svg = finish_svg(f'{OPEN}<rect fill="{HATCH}"/></svg>', title="", description="")

    assert 'fill="url(#hatch)"' in svg
    assert 'pattern id="hatch"' in svg


@pytest.mark.parametrize("text", ["", "no picture", "<svg>", "<svg/>", "<html/>"])
def test_other_text_is_no_picture(text) -> None:
    """What is not one SVG picture is refused."""
    with pytest.raises(BriefError, match="chart p: found"):
        embed_svg(text, prefix="p")


def test_entities_are_not_expanded() -> None:
    """A picture cannot read files or grow without bound."""
    svg = f'<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/hostname">]>{OPEN}<text>&e;</text></svg>'

    assert "<text/>" in embed_svg(svg, prefix="p")
