"""Puts each deal of an edition into words, so that it can be linked and cited as a claim."""

from quietsignal.datasets.card import card
from quietsignal.datasets.sipri.reader import Deal
from quietsignal.records import (
    CaptureHash,
    Claim,
    Document,
    DocumentKind,
    EventType,
    ImpreciseDate,
    Quote,
    Status,
    document_id,
    make_claim,
)

__all__ = ["deal_records"]

EXTRACTOR = "sipri/1"


def deal_records(deal: Deal, capture: CaptureHash) -> tuple[Document, Claim]:
    """The document (one sentence made of the row) and the claim of a deal.

    A deal that SIPRI's comment calls aid is `aid`, any other a `transfer`. The date runs over the
    years of delivery; before any delivery it is the year of the order.
    """
    text = _sentence(deal)
    document = Document(
        id=document_id(capture, f"row {deal.row}"),
        capture=capture,
        part=f"row {deal.row}",
        text=text,
        title=f"Trade register, {deal.recipient_name} as recipient",
        publisher=card("sipri").publisher,
        address=card("sipri").address,
        kind=DocumentKind.DATASET,
        published=ImpreciseDate.day(deal.edition),
        language="en",
        edition=deal.edition.isoformat(),
    )
    is_aid = "aid" in deal.comment.lower().replace(";", " ").split()
    roles = ("donor", "recipient") if is_aid else ("supplier", "recipient")
    claim = make_claim(
        capture=capture,
        document=document.id,
        event_type=EventType.AID if is_aid else EventType.TRANSFER,
        roles={roles[0]: [deal.supplier], roles[1]: [deal.recipient]},
        date=_date(deal),
        status=_status(deal),
        quotes=(Quote.cut(text, 0, len(text)),),
        extractor=EXTRACTOR,
        confidence=1.0,
        item=_item(deal),
        quantity=float(deal.number_delivered or deal.number_ordered or 0) or None,
        details=_details(deal),
        stages=_stages(deal),
    )
    return document, claim


def _item(deal: Deal) -> str:
    version = next(
        (part for part in deal.comment.split("; ") if part.endswith(" version")), ""
    ).removesuffix(" version")
    named = f"{deal.designation} ({version})" if version else deal.designation
    repeated = deal.description.lower() in deal.designation.lower()
    return named if repeated else f"{named} {deal.description}"


def _date(deal: Deal) -> ImpreciseDate:
    if not deal.years:
        return ImpreciseDate.year(deal.order_year)
    first, last = ImpreciseDate.year(deal.years[0]), ImpreciseDate.year(deal.years[-1])
    if first == last:
        return first
    return ImpreciseDate.range(first.start or deal.edition, last.end or deal.edition)


def _status(deal: Deal) -> Status:
    if not deal.deliveries:
        return Status.ANNOUNCED
    if deal.number_ordered and deal.number_delivered < deal.number_ordered:
        return Status.ONGOING
    return Status.DONE


def _stages(deal: Deal) -> dict[str, str]:
    stages = {"ordered": f"{deal.order_year}{'~' if deal.order_estimated else ''}"}
    if deal.years:
        first, last = deal.years[0], deal.years[-1]
        stages["delivered"] = str(first) if first == last else f"{first}/{last}"
    return stages


def _details(deal: Deal) -> dict[str, str]:
    details = {"tiv": f"{deal.tiv:g}", "edition": deal.edition.isoformat()}
    if deal.number_estimated:
        details["quantity_estimated"] = "yes"
    return details


def _sentence(deal: Deal) -> str:
    about = "about " if deal.number_estimated else ""
    ordered = f"ordered in {deal.order_year}" + (" (estimate)" if deal.order_estimated else "")
    if deal.deliveries:
        years = ", ".join(str(year) for year in deal.years)
        came = (
            f"{about}{deal.number_delivered} delivered in {years}, worth {deal.tiv:g} million TIV"
        )
    else:
        came = "none delivered by this release"
    condition = f", {deal.condition.lower()}" if deal.condition else ""
    comment = f" Comment of the register: {deal.comment}." if deal.comment else ""
    return (
        f"{deal.supplier_name} to {deal.recipient_name}: {_item(deal)}{condition}; "
        f"{ordered}; {came}.{comment}"
    )
