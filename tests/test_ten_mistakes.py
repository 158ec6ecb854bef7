"""One mistake never hides another: each is reported, and what can be read is still checked."""

from __future__ import annotations

from checking import check, differences, expectations

from fentcheck.engine.judge import Verdict

TEN_MISTAKES = """\
article:
  title: A night at the town hall
  publishd: 2024-05-03   # expect: FC002 published
  locale: en-GB

checks:
  - that: turnout = voters   # expect: FC004 ==
  - that: voters >= postal_voters   # expect: FC006 postal_voters
  - that: road <= voters   # expect: FC007 length

claims:
  - id: voters
    measure: votes cast
    value: 41,212 votes
  - id: budget
    quote: £86 million   # expect: FC008 86
    value: £68 million
  - id: road
    value: 14 miles
  - id: park
    value: 12 hectars   # expect: FC005 hectares
  - id: crowd
    value: lots of people   # expect: FC004 lots
  - id: turnout   # expect: FC002 value
    share_of: voters
  - id: road   # expect: FC003 road
    value: 15 miles
  - id: voters_again
    measure: votes cast
    value: 31,212 votes   # expect: FC101 contradicted 41,212
  - id: late
    value: 3 councillors
    note: came late: at nine   # expect: FC001
"""


def test_ten_mistakes_are_ten_findings() -> None:
    mistakes = [finding for finding in check(TEN_MISTAKES) if finding.code < "FC1"]
    assert [finding.span.line for finding in mistakes] == [3, 7, 8, 9, 16, 21, 23, 24, 26, 33]
    assert len({(finding.code, finding.message) for finding in mistakes}) == 10


def test_the_readable_claims_are_still_checked() -> None:
    [contradiction] = [finding for finding in check(TEN_MISTAKES) if finding.code > "FC1"]
    assert contradiction.verdict is Verdict.CONTRADICTED
    assert contradiction.claims == ("article.voters", "article.voters_again")
    assert contradiction.span.line == 30


def test_each_finding_says_what_is_wrong() -> None:
    assert differences(expectations(TEN_MISTAKES), check(TEN_MISTAKES)) == []


def test_without_the_mistakes_there_is_nothing_to_find() -> None:
    lines = TEN_MISTAKES.splitlines()
    mended = {
        3: "  published: 2024-05-03",
        7: "  - that: turnout > 0.3",
        8: "  - that: voters >= 1000",
        9: '  - that: road <= "30 km"',
        16: "    quote: £68 million",
        21: "    value: 12 hectares",
        23: "    value: scores of people",
        25: "    share_of: voters\n    value: 44%",
        26: "  - id: lane",
        30: "    value: 41,212 votes",
        33: '    note: "came late: at nine"',
    }
    text = "\n".join(mended.get(number, line) for number, line in enumerate(lines, 1))
    text = text.replace("# expect: FC002 value", "")
    assert check(text) == ()
