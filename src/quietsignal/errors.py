"""Every error that the program raises on purpose, in one tree.

    QuietSignalError                something that a user can be told in one line
    ├── UsageError                  the call is wrong (exit code 2)
    │   ├── UnknownActor            no state or organisation of that code or name
    │   ├── BadDate                 a date that does not exist or cannot be read
    │   └── ProjectError            the folder is no project, or cannot be used
    │       ├── NewerLedger         the ledger was written by a later version
    │       └── LockedLedger        the ledger is read-only or held by another process
    ├── ItemFailed                  this input failed, the rest goes on (exit code 1)
    │   ├── UnreadableInput         missing, empty, binary, too large, wrongly encoded
    │   └── FetchRefused            an address that is not fetched, or did not answer
    ├── DataError                   a data file breaks its contract
    └── BriefError                  a brief that may not be written, with the sentences at fault

`UsageError` stops the run; `ItemFailed` is collected, reported by name, and the batch goes on.
"""


class QuietSignalError(Exception):
    """Something that a user can be told in one line: what, what was found, what was expected."""


class UsageError(QuietSignalError):
    """The call is wrong; nothing was done."""


class UnknownActor(UsageError):
    """No state or organisation has that code or name."""


class BadDate(UsageError):
    """A date that does not exist or is not written in a form that is read."""


class ProjectError(UsageError):
    """A folder that is no project, or a project that cannot be used as it is."""


class NewerLedger(ProjectError):
    """The ledger was written by a later version of the program."""


class LockedLedger(ProjectError):
    """The ledger cannot be written: read-only, or held by another process."""


class ItemFailed(QuietSignalError):
    """One input of a batch failed; the others go on."""


class UnreadableInput(ItemFailed):
    """An input that is missing, empty, binary, too large or wrongly encoded."""


class FetchRefused(ItemFailed):
    """An address that may not be fetched, or that did not answer as it should."""


class DataError(QuietSignalError):
    """A data file breaks its contract: a column, a category or a value that is not allowed."""


class BriefError(QuietSignalError):
    """A brief that may not be written, because sentences of it fail the lint."""
