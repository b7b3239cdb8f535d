"""Is it within the declared policy: the event held against each commitment."""

from quietsignal.assess import Finding, Stand, check
from quietsignal.brief.dossier import Dossier
from quietsignal.brief.model import Evidence, Section, Sentence
from quietsignal.brief.wording import actor_name, day_words, when

__all__ = ["policy"]

_VERDICTS = {
    Stand.COMPLIES: "The event is within",
    Stand.STRAINS: "The event strains",
    Stand.BREACHES: "The event breaches",
    Stand.SILENT: "Nothing is said of such an event by",
}


def policy(dossier: Dossier) -> Section | None:
    """The section on commitments; None without a lead event."""
    if dossier.lead is None:
        return None
    title = "Is it within the declared policy?"
    known = [
        commitment
        for commitment in dossier.commitments
        if commitment.adopted.start is None or commitment.adopted.start <= dossier.as_of
    ]
    findings = check(dossier.lead, known)
    if not findings:
        text = (
            f"Unknown: the project holds no declared policy of "
            f"{actor_name(dossier.focus.code)} in force on {day_words(dossier.as_of)}."
        )
        return Section("policy", title, (Sentence(text, Evidence(coverage=dossier.coverage)),))
    sentences = [part for finding in findings for part in _finding(dossier, finding)]
    return Section("policy", title, tuple(sentences))


def _finding(dossier: Dossier, finding: Finding) -> list[Sentence]:
    commitment = finding.commitment
    why = finding.why.rstrip(".")
    evidence = Evidence(
        claims=dossier.commitment_claims.get(commitment.id, ()), coverage=dossier.coverage
    )
    text = (
        f"{_VERDICTS[finding.stand]} {commitment.title} ({commitment.authority}, adopted "
        f"{when(commitment.adopted)}): {why[:1].lower() + why[1:]}."
    )
    sentences = [Sentence(text, evidence)]
    if commitment.end_note and finding.stand is not Stand.COMPLIES:
        sentences.append(Sentence(commitment.end_note, evidence))
    return sentences
