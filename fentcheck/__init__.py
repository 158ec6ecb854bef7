"""A spell-checker for numbers: proves which figures of an article cannot all be true.

`verify` checks claims files, `audit` and `audit_files` drafts; `read_value` reads one phrase,
`quantities` finds those of a text. `summarise` and `combine` are `verify` in two steps, for an
archive that is checked on several machines. They are imported when first used, so that importing
the package costs a command nothing.
"""

from __future__ import annotations

from fentcheck.record import TYPE_CHECKING
from fentcheck.version import VERSION

if TYPE_CHECKING:
    from fentcheck.api import (
        Combined,
        Report,
        Summarised,
        SummaryError,
        UnreadableValueError,
        audit,
        audit_files,
        claims_files,
        combine,
        quantities,
        read_value,
        summarise,
        verify,
    )
    from fentcheck.prose.mention import Mention

__version__ = VERSION

__all__ = [
    "Combined",
    "Mention",
    "Report",
    "Summarised",
    "SummaryError",
    "UnreadableValueError",
    "__version__",
    "audit",
    "audit_files",
    "claims_files",
    "combine",
    "quantities",
    "read_value",
    "summarise",
    "verify",
]


def __getattr__(name: str) -> object:
    if name in __all__:
        from fentcheck import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
