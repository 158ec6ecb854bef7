from __future__ import annotations

from fentcheck.book.filed import Filed, Group
from fentcheck.expressions.tree import Comparison
from fentcheck.rules.relation import Relation, Wording
from fentcheck.rules.rule import Remarks, Severity, by_measure, rule_across
from fentcheck.rules.statements import side_of, statements


@rule_across("FC102", "articles-disagree", Severity.BY_VERDICT, keep=by_measure)
def articles_disagree(group: Group) -> Remarks:
    """Two articles state one quantity with values that cannot both be true.

    Why: a reader of both cannot tell which to believe, and an editor should know before they do.
    Mend: correct one, or give the claims the scopes or periods in which they differ. Only claims
    with a period are compared, or constants: without one, each article may mean another time.
    Example:

        another article:
          article: {published: 2024-02}
          claims:
            - id: books
              measure: books lent
              of: {town: Quillon}
              period: 2023
              value: 41,300 books
        article: {published: 2024-03}
        claims:
          - id: books
            measure: books lent
            of: {town: Quillon}
            period: 2023
            value: 61,300 books   # expect: FC102 contradicted 41,300
    """
    quantities: dict[tuple[object, ...], list[Filed]] = {}
    for record in group.records():
        if record.is_shared:
            quantities.setdefault(record.subject, []).append(record)
    for records in quantities.values():
        if len(records) > 1 and len({record.path for record in records}) > 1:
            yield from _relations(group, sorted(records, key=lambda record: record.place))


def _relations(group: Group, records: list[Filed]) -> Remarks:
    claims = [group.claim(record) for record in records]
    for some in statements(claims, group.book.kind(claims[0])):
        first, last = some.claims[0], some.claims[-1]
        if len({claim.path for claim in some.claims}) < 2:
            continue
        yield Relation(
            code="FC102",
            stated=side_of(last, some.period),
            comparison=Comparison.EQUAL,
            computed=side_of(first, some.period),
            claims=some.claims,
            path=last.path,
            at=last.span(),
            wording=Wording.RESTATED,
            period=some.period,
        )
