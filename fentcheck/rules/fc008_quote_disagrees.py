from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.span import Problem
from fentcheck.phrases.hedges import Hedge
from fentcheck.phrases.phrase import Form, Mention, Phrase, find_mentions, lowered
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC008", "quote-disagrees", Severity.ERROR)
def quote_disagrees(book: Book) -> Yields:
    """The figure in the quote is not the figure in the value.

    Why: the article is then checked for something that it does not say.
    Mend: copy number, magnitude and hedge from the quote. Words and figures are the same.
    Example:

        claims:
          - id: deaths
            quote: more than 150 Americans each day   # expect: FC008 105
            value: more than 105 people/day
    """
    for claim in book.article.claims:
        if claim.quote is None or claim.phrase is None or _begins_alike(claim):
            continue
        mentions = find_mentions(claim.quote, book.lexicon)
        if any(_agree(mention, claim.phrase) for mention in mentions):
            continue
        if not mentions:
            message = f"the quote holds no figure, but the value is {claim.value}"
        else:
            near = next((m for m in mentions if m.low.value == claim.phrase.low.value), mentions[0])
            quote = " ".join(claim.quote.split())
            words = _with_percent(quote, near.end)[near.start :].strip()
            figure = _with_percent(claim.phrase.text, len(claim.phrase.figure))
            message = f"the quote says “{words}”, the value “{figure}”"
        yield Problem("FC008", claim.span("quote"), message, (claim.name,))


def _with_percent(text: str, end: int) -> str:
    """A text as far as the end of its figure, with a percent sign if that follows."""
    return text[: end + text.startswith("%", end)]


def _begins_alike(claim: Claim) -> bool:
    """The quote begins with the figure of the value, to the letter, and then goes on in words."""
    assert claim.phrase is not None
    assert claim.quote is not None
    figure = claim.phrase.figure
    if claim.quote in (figure, claim.phrase.text):
        return True
    if not figure[-1:].isdigit() or not claim.quote.startswith(figure):
        return False
    rest = claim.quote[len(figure) :]
    word = rest[1:].partition(" ")[0]
    if any(character.isdigit() for character in rest):
        return False
    return not rest or (rest[0] == " " and word.isalpha() and lowered(word) not in _GOES_ON)


_GOES_ON = frozenset(
    [
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "dozen",
        "lakh",
        "crore",
        "k",
        "m",
        "bn",
        "or",
        "to",
        "and",
        "odd",
        "plus",
        "percent",
        "in",
        "out",
        "give",
        "times",
        "at",
    ]
)


def _agree(mention: Mention, phrase: Phrase) -> bool:
    if mention.low.value != phrase.low.value or mention.form is not phrase.form:
        return _same_count(mention, phrase)
    if (mention.high and mention.high.value) != (phrase.high and phrase.high.value):
        return False
    return _same_hedges(mention, phrase)


def _same_count(mention: Mention, phrase: Phrase) -> bool:
    """ "Half a mile" beside "0.5 miles": one number, put as a fraction and as a number."""
    forms = {mention.form, phrase.form}
    same_number = mention.low.value == phrase.low.value and forms <= _NUMBER_FORMS
    return same_number and _same_hedges(mention, phrase)


_NUMBER_FORMS = {Form.NUMBER, Form.FRACTION, Form.TIMES, Form.DOZEN, Form.HALF_DOZEN}


def _same_hedges(mention: Mention, phrase: Phrase) -> bool:
    """One class of hedge; “exactly” may be the claim's own word for a bare number."""
    mine, theirs = set(phrase.hedges), set(mention.hedges)
    if mine == {Hedge.EXACT} and not theirs:
        return True
    return mine == theirs
