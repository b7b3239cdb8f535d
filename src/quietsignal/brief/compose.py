"""Composes a brief: the questions in their order, and the findings that stand first."""

from quietsignal.brief.cite import cite
from quietsignal.brief.dossier import Dossier
from quietsignal.brief.model import Brief, Section, SectionKind, Sentence
from quietsignal.brief.sections import (
    arms,
    balance_section,
    depth_section,
    first,
    gaps,
    happened,
    pointers,
    policy,
    timeline,
)
from quietsignal.brief.wording import actor_name, day_words, sentence_case

__all__ = ["compose"]

# The questions that an analyst asks of an announcement, in the order in which they are asked.
QUESTIONS = (
    happened,
    first,
    depth_section,
    balance_section,
    arms,
    policy,
    pointers,
    timeline,
    gaps,
)

_LEADING = {"happened": 1, "first": 1, "depth": 2, "balance": 2, "arms": 1, "policy": 1}


def compose(dossier: Dossier, *, marking: str, version: str) -> Brief:
    """The cited brief on the dossier.

    Raises `BriefError` when a sentence of it has no evidence that can be cited.
    """
    answered = tuple(section for ask in QUESTIONS if (section := ask(dossier)) is not None)
    sections = (_findings(answered), *answered)
    focus, partner = actor_name(dossier.focus.code), actor_name(dossier.partner.code)
    owed = tuple(
        dict.fromkeys(
            f"{register.credit}, release of {day_words(register.edition)}."
            for register in dossier.registers
        )
    )
    return cite(
        title=f"{sentence_case(focus)} and {partner}: defence ties",
        subtitle=_subtitle(dossier),
        as_of=dossier.as_of,
        marking=marking,
        version=version,
        sections=sections,
        documents=dossier.documents,
        sources=dossier.sources,
        credits=owed,
    )


def _findings(answered: tuple[Section, ...]) -> Section:
    """The first sentences of the answers, which stand again where they belong."""
    bullets: list[Sentence] = []
    for section in answered:
        bullets += section.sentences[: _LEADING.get(section.id, 0)]
    return Section("findings", "Key findings", bullets=tuple(bullets), kind=SectionKind.FINDINGS)


def _subtitle(dossier: Dossier) -> str:
    if dossier.lead is None:
        return f"What is known on {day_words(dossier.as_of)}"
    return f"{sentence_case(dossier.lead.label)}, seen on {day_words(dossier.as_of)}"
