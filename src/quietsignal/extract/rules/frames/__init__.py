"""Frames: how each type of event is read from a trigger and what stands around it."""

from collections.abc import Callable

from quietsignal.extract.rules.drafts import Draft, Scene
from quietsignal.extract.rules.frames.exercise import exercise
from quietsignal.extract.rules.frames.movement import deployment, facility, training
from quietsignal.extract.rules.frames.pacts import agreement, economic_deal
from quietsignal.extract.rules.frames.stance import (
    membership,
    policy,
    sanction,
    statement,
)
from quietsignal.extract.rules.frames.supply import aid, coproduction, transfer
from quietsignal.extract.rules.frames.suspension import suspension
from quietsignal.extract.rules.frames.tariffs import trade_provision
from quietsignal.extract.rules.frames.visit import visit
from quietsignal.records import EventType

__all__ = ["FRAMES", "Frame"]

Frame = Callable[[Scene], list[Draft]]

FRAMES: dict[EventType, Frame] = {
    EventType.EXERCISE: exercise,
    EventType.TRANSFER: transfer,
    EventType.AID: aid,
    EventType.COPRODUCTION: coproduction,
    EventType.FACILITY: facility,
    EventType.AGREEMENT: agreement,
    EventType.TRADE_PROVISION: trade_provision,
    EventType.VISIT: visit,
    EventType.DEPLOYMENT: deployment,
    EventType.TRAINING: training,
    EventType.SANCTION: sanction,
    EventType.MEMBERSHIP: membership,
    EventType.POLICY: policy,
    EventType.STATEMENT: statement,
    EventType.ECONOMIC_DEAL: economic_deal,
    EventType.SUSPENSION: suspension,
}
