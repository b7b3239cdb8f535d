import pytest

from factories import event, exercise, transfer
from quietsignal.brief.phrases import phrase, statement
from quietsignal.records import EventType

EXAMPLES = {
    "exercise": (exercise("CHN", "2025", name="Peace Guardian-2025"),
                 "the joint exercise Peace Guardian-2025 of Serbia and China"),
    "transfer": (transfer("CHN", "2020", item="CH-92A drones", quantity=6.0),
                 "the transfer of 6 CH-92A drones from China to Serbia"),
    "aid": (event("aid", {"donor": ["RUS"], "recipient": ["SRB"]}, "2017", item="MiG-29"),
            "the gift of MiG-29 from Russia to Serbia"),
    "coproduction": (event("coproduction", {"partner": ["SRB", "CHN"]}, "2020", item="Pegaz"),
                     "the joint production of Pegaz by Serbia and China"),
    "facility": (event("facility", {"host": ["SRB"], "partner": ["CHN"]}, "2025"),
                 "the joint facility of Serbia and China"),
    "agreement": (event("agreement", {"party": ["SRB", "NATO"]}, "2015", name="IPAP"),
                  "the IPAP of Serbia and NATO"),
    "trade_provision": (event("trade_provision", {"grantor": ["SRB"], "beneficiary": ["CHN"]},
                              "2024", item="arms"),
                        "the tariff rule on arms by Serbia for China"),
    "visit": (event("visit", {"visitor": ["CHN"], "host": ["SRB"]}, "2016"),
              "the visit of China to Serbia"),
    "deployment": (event("deployment", {"contributor": ["SRB"], "organisation": ["UN"]}, "2025"),
                   "the deployment of forces by Serbia with the United Nations"),
    "training": (event("training", {"trainer": ["USA"], "trainee": ["SRB"]}, "2010"),
                 "the training of Serbia by the United States"),
    "sanction": (event("sanction", {"sender": ["SRB"], "target": ["RUS"]}, "2022",
                       details={"action": "decline"}),
                 "the decision against sanctions of Serbia on Russia"),
    "membership": (event("membership", {"actor": ["SRB"], "organisation": ["PFP"]}, "2006",
                         details={"relation": "partner"}),
                   "the partnership with Partnership for Peace of Serbia"),
    "policy": (event("policy", {"actor": ["SRB"]}, "2007", name="military neutrality"),
               "the military neutrality of Serbia"),
    "statement": (event("statement", {"actor": ["EU"], "target": ["SRB"]}, "2025",
                        details={"stance": "negative"}),
                  "the negative statement of the European Union on Serbia"),
    "economic_deal": (event("economic_deal", {"party": ["SRB", "CHN"]}, "2024", name="FTA"),
                      "the FTA of Serbia and China"),
    "suspension": (event("suspension", {"actor": ["SRB"], "target": ["RUS"]}, "2022",
                         details={"what": "exercise"}),
                   "the suspension of joint exercise with Russia by Serbia"),
}  # fmt: skip


@pytest.mark.parametrize("kind", list(EventType))
def test_every_type_has_its_phrase(kind) -> None:
    """Each type of the ontology is put into words."""
    made, words = EXAMPLES[kind]
    assert phrase(made, focus="SRB") == words


def test_what_sums_up_others_is_told_as_several() -> None:
    """A summary of a series is no exercise of its own."""
    series = exercise("CHN", "../2024", details={"domain": "police", "summary": "yes"})
    assert phrase(series, focus="SRB") == "several joint police exercises of Serbia and China"


def test_the_status_is_part_of_the_sentence() -> None:
    """What is announced, done, cancelled or only reported is told as that."""

    def said(status: str, when: str = "2025-07") -> str:
        return statement(exercise("CHN", when, status=status), focus="SRB")

    assert said("announced") == "The joint exercise of Serbia and China is announced for July 2025."
    assert said("done") == "The joint exercise of Serbia and China took place in July 2025."
    assert said("cancelled") == "The joint exercise of Serbia and China was cancelled (July 2025)."
    assert said("reported", "").endswith(
        "is reported but not confirmed; the sources leave its date open."
    )
