"""The brief: composed from a dossier, cited, linted, rendered."""

from quietsignal.brief.charts import balance_chart, timeline_chart
from quietsignal.brief.compose import compose
from quietsignal.brief.dossier import ArmsRegister, Dossier
from quietsignal.brief.lint import Finding, lint, lint_file
from quietsignal.brief.model import Brief
from quietsignal.brief.render import FORMATS, render

__all__ = [
    "FORMATS",
    "ArmsRegister",
    "Brief",
    "Dossier",
    "Finding",
    "balance_chart",
    "compose",
    "lint",
    "lint_file",
    "render",
    "timeline_chart",
]
