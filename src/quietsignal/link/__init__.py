"""Which claims may tell one event, and which documents are copies of one text.

It proposes, with a score and reasons; people decide, and their judgements go before it.
"""

from quietsignal.link.propose import FLOOR, LINKER, propose
from quietsignal.link.syndication import syndication

__all__ = ["FLOOR", "LINKER", "propose", "syndication"]
