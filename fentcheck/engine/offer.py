"""What is offered to mend a finding. How it is found is in `mend`, which few runs need."""

from __future__ import annotations

from fentcheck.record import NamedTuple

NEAREST = "nearest"
"""The kind of an offer that is no slip."""


class Offer(NamedTuple):
    """One way to mend a relation: a slip by its name, or "nearest", and the figure.

    `claim` is the full id of the claim that it is for; None where the figure is no claim's.
    """

    kind: str
    text: str
    claim: str | None = None


class Mend(NamedTuple):
    """What would mend a relation, the likeliest first: at most three offers.

    `is_looked_for` is False where the findings before it took all the work that is allowed.
    """

    offers: tuple[Offer, ...] = ()
    is_looked_for: bool = True

    @property
    def slip(self) -> str | None:
        """The likeliest slip by its name, with the figure that it stands for."""
        found = self._first(is_nearest=False)
        return found and f"{found.kind}: {found.text}"

    @property
    def nearest(self) -> str | None:
        found = self._first(is_nearest=True)
        return found and found.text

    @property
    def slip_claim(self) -> str | None:
        """The full id of the claim that the slip would be in."""
        found = self._first(is_nearest=False)
        return found and found.claim

    @property
    def nearest_claim(self) -> str | None:
        """The full id of the claim that the nearest figure is for."""
        found = self._first(is_nearest=True)
        return found and found.claim

    def _first(self, is_nearest: bool) -> Offer | None:
        return next((one for one in self.offers if (one.kind == NEAREST) is is_nearest), None)


NOT_LOOKED_FOR = Mend(is_looked_for=False)
