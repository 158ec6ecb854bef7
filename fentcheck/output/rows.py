"""Every relation that was checked, as one row: what an editor signs off."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.book.book import Book
from fentcheck.engine.check import Checked
from fentcheck.engine.judge import Judgement
from fentcheck.engine.power import Power, power
from fentcheck.engine.wording import sentence, sides_shown
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import Readings
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.units.unit import Unit

if TYPE_CHECKING:
    from fentcheck.engine.certificate import Certificate


class Row(NamedTuple):
    """A judged relation in words; both sides in the unit that it is shown in."""

    id: str
    code: str
    judgement: Judgement
    path: str
    line: int
    claims: tuple[str, ...]
    text: str
    stated: Readings | None
    computed: Readings
    unit: Unit
    book: Book

    @property
    def certificate(self) -> Certificate | None:
        """The proof, where the relation is contradicted; few formats show it."""
        from fentcheck.engine.certificate import of_judgement

        return of_judgement(self.judgement, self.book)

    @property
    def power(self) -> Power | None:
        """What the relation could have caught; differences in the unit shown."""
        found = power(self.judgement)
        if found is None or found.is_factor:
            return found
        size = Fraction(self.unit.size)
        return found._replace(
            too_high=found.too_high and found.too_high / size,
            too_low=found.too_low and found.too_low / size,
        )


def rows(checked: Checked) -> Iterator[Row]:
    """The relations of a file, in the order of their rules."""
    seen: dict[str, int] = {}
    for judgement in checked.judgements:
        relation = judgement.relation
        stated, computed, unit = sides_shown(judgement)
        names = tuple(claim.name for claim in relation.claims)
        check_id = relation.name.rpartition(".")[2]
        row_id = relation.name if check_id else _id(judgement, checked)
        seen[row_id] = seen.get(row_id, 0) + 1
        yield Row(
            id=row_id if seen[row_id] == 1 else f"{row_id}:{seen[row_id]}",
            code=relation.code,
            judgement=judgement,
            path=relation.path,
            line=relation.at.line,
            claims=names,
            text=sentence(judgement, checked.book),
            stated=stated,
            computed=computed,
            unit=unit,
            book=checked.book,
        )


def _id(judgement: Judgement, checked: Checked) -> str:
    claims = judgement.relation.claims
    if checked.is_across:
        return f"{judgement.relation.code}:{'+'.join(claim.name for claim in claims)}"
    ids = "+".join(claim.id for claim in claims)
    return f"{judgement.relation.code}:{checked.article.stem}:{ids}"
