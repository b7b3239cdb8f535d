"""The questions of a brief, a module each; each answers from the dossier with evidence."""

from quietsignal.brief.sections.arms import arms
from quietsignal.brief.sections.balance import balance_section
from quietsignal.brief.sections.depth import depth_section
from quietsignal.brief.sections.first import first
from quietsignal.brief.sections.gaps import gaps
from quietsignal.brief.sections.happened import happened
from quietsignal.brief.sections.pointers import pointers
from quietsignal.brief.sections.policy import policy
from quietsignal.brief.sections.timeline import timeline

__all__ = [
    "arms",
    "balance_section",
    "depth_section",
    "first",
    "gaps",
    "happened",
    "pointers",
    "policy",
    "timeline",
]
