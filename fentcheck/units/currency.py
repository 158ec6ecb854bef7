"""Currencies: each is a dimension of its own; its minor unit is a hundredth of it."""

from __future__ import annotations

SIGNS: dict[str, str] = {
    "US$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₦": "NGN",
    "₺": "TRY",
    "₴": "UAH",
    "₫": "VND",
    "₱": "PHP",
    "฿": "THB",
    "₡": "CRC",
    "₾": "GEL",
    "₭": "LAK",
    "₸": "KZT",
    "₲": "PYG",
    "₿": "XBT",
    "元": "CNY",
    "ரூ": "LKR",
    "Mex$": "MXN",
    "MX$": "MXN",
    "NKr": "NOK",
    "Fr": "CHF",
    "SFr": "CHF",
    "SKr": "SEK",
    "DKr": "DKK",
    "Rs.": "INR",
    "Rs": "INR",
    "RMB": "CNY",
}
"""Signs that stand beside a number. A bare $ is the locale's own dollar: see `DOLLARS`."""

DOLLARS: dict[str, str] = {
    "en-US": "USD",
    "en-CA": "CAD",
    "en-AU": "AUD",
    "en-NZ": "NZD",
    "en-SG": "SGD",
    "en-HK": "HKD",
}
"""What a bare $ or "dollar" is; USD where a locale is not listed."""

RUPEES: dict[str, str] = {"en-PK": "PKR", "en-LK": "LKR", "en-NP": "NPR"}
"""What a bare rupee is; INR where a locale is not listed."""

CODES: frozenset[str] = frozenset(
    """
    AED AFN ALL AMD AOA ARS ATS AUD AZN BAM BBD BDT BEF BGN BHD BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CZK DEM DKK DOP DZD EGP ERN ESP ETB EUR FIM FJD FRF GBP GEL GHS
    GMD GNF GRD GTQ GYD HKD HNL HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KPW
    KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD
    NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR RON RSD RUB RWF SAR SCR SDG SEK
    SGD SOS SRD SSP SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND XAF XBT
    XCD XOF XPF YER ZAR ZMW ZWL
    """.split()
)
"""ISO 4217 codes, with the forerunners of the euro; XBT is bitcoin."""

WORDS: frozenset[str] = frozenset(
    "all bam bob cad cop cup gel kes lak mad mop mur nad pen sos top try".split()
)
"""Codes that are words, or all but, in lower case: only capitals make them money."""

NAMES: dict[str, str] = {
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "canadian dollar": "CAD",
    "australian dollar": "AUD",
    "new zealand dollar": "NZD",
    "hong kong dollar": "HKD",
    "singapore dollar": "SGD",
    "taiwan dollar": "TWD",
    "pound sterling": "GBP",
    "pounds sterling": "GBP",
    "sterling": "GBP",
    "british pound": "GBP",
    "quid": "GBP",
    "euro": "EUR",
    "yen": "JPY",
    "japanese yen": "JPY",
    "yuan": "CNY",
    "chinese yuan": "CNY",
    "renminbi": "CNY",
    "won": "KRW",
    "south korean won": "KRW",
    "indian rupee": "INR",
    "pakistani rupee": "PKR",
    "sri lankan rupee": "LKR",
    "rouble": "RUB",
    "ruble": "RUB",
    "russian ruble": "RUB",
    "franc": "CHF",
    "swiss franc": "CHF",
    "belgian franc": "BEF",
    "cfa franc": "XOF",
    "peseta": "ESP",
    "spanish peseta": "ESP",
    "guilder": "NLG",
    "dutch guilder": "NLG",
    "escudo": "PTE",
    "drachma": "GRD",
    "rmb": "CNY",
    "kuai": "CNY",
    "lari": "GEL",
    "kip": "LAK",
    "tenge": "KZT",
    "rupiah": "IDR",
    "taka": "BDT",
    "colón": "CRC",
    "bitcoin": "XBT",
    "btc": "XBT",
    "french franc": "FRF",
    "deutsche mark": "DEM",
    "deutschmark": "DEM",
    "german mark": "DEM",
    "finnish markka": "FIM",
    "italian lira": "ITL",
    "turkish lira": "TRY",
    "mexican peso": "MXN",
    "philippine peso": "PHP",
    "argentine peso": "ARS",
    "chilean peso": "CLP",
    "colombian peso": "COP",
    "brazilian real": "BRL",
    "reais": "BRL",
    "rand": "ZAR",
    "swedish krona": "SEK",
    "norwegian krone": "NOK",
    "danish krone": "DKK",
    "zloty": "PLN",
    "shekel": "ILS",
    "baht": "THB",
    "ringgit": "MYR",
    "naira": "NGN",
    "hryvnia": "UAH",
    "dirham": "AED",
    "cedi": "GHS",
    "lira": "TRY",
    "birr": "ETB",
    "kwacha": "ZMW",
    "saudi riyal": "SAR",
    "kenyan shilling": "KES",
    "forint": "HUF",
    "czech koruna": "CZK",
}
"""Names in the singular; a bare franc is Swiss. "dollar", "rupee" and "cent" are the locale's."""

MINOR: dict[str, str] = {
    "pence": "GBP",
    "penny": "GBP",
    "p": "GBP",
    "paise": "INR",
    "paisa": "INR",
    "kopeck": "RUB",
    "kopek": "RUB",
    "centavo": "MXN",
    "us cent": "USD",
    "u.s. cent": "USD",
    "euro cent": "EUR",
    "eurocent": "EUR",
    "canadian cent": "CAD",
    "australian cent": "AUD",
    "centime": "CHF",
    "rappen": "CHF",
    "pfennig": "DEM",
    "groszy": "PLN",
    "agorot": "ILS",
    "satang": "THB",
    "jiao": "CNY",
    "mao": "CNY",
    "satoshi": "XBT",
    "satoshis": "XBT",
}
"""Parts of a currency with a name of their own; "cent" is a hundredth of the locale's dollar."""

_PARTS = {"jiao": 10, "mao": 10, "satoshi": 10**8, "satoshis": 10**8}
"""How many of them make one, where it is not a hundred."""


def dollar(locale: str) -> str:
    return DOLLARS.get(locale, "USD")


def rupee(locale: str) -> str:
    return RUPEES.get(locale, "INR")


def sign_code(sign: str, locale: str) -> str:
    """The ISO code of a sign."""
    return dollar(locale) if sign == "$" else SIGNS[sign]


def code_of(word: str) -> str | None:
    """The ISO code that a word is, in capitals, or in lower case where that is no word."""
    if word in CODES:
        return word
    upper = word.upper()
    return upper if upper in CODES and word.islower() and word not in WORDS else None


NAMED_BEFORE: dict[str, str] = {
    **dict.fromkeys(("rupee", "rupees"), "rupee"),
    **dict.fromkeys(("dollar", "dollars"), "dollar"),
    **dict.fromkeys(("euro", "euros"), "euro"),
    "yen": "yen",
    "yuan": "yuan",
    "naira": "naira",
    "ringgit": "ringgit",
}
"""Names that some copy has before a sum: "rupees 500 crore", "dollar 22.5 million"."""


def code_of_millions(letters: str) -> tuple[str, int] | None:
    """The ISO code with the magnitude that accounts join to it: "MUSD", "USDm", "EURbn"."""
    for code, joined in ((letters[1:], letters[:1]), (letters[:3], letters[3:])):
        if code in CODES and joined in _JOINED and code.lower() not in WORDS:
            return code, _JOINED[joined]
    return None


_JOINED = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9,
}  # fmt: skip


def sign_before_dollar(letters: str, is_joined: bool) -> str | None:
    """The sign or code that these letters make with a $ behind them: "U.S.", "hk", "usd".

    Only a $ that touches them makes a code of letters that are a word, too: "cad$", not "all $".
    """
    plain = letters.replace(".", "")
    sign = f"{plain.upper()}$"
    if sign in SIGNS:
        return sign
    if plain.lower() == "mex":
        return "Mex$"
    code = plain.upper()
    return code if is_joined and code in CODES else code_of(plain)


def name_code(name: str, locale: str) -> str | None:
    """The ISO code of a currency's name in the singular, lower case."""
    if name == "dollar":
        return dollar(locale)
    if name == "rupee":
        return rupee(locale)
    return NAMES.get(name)


def minor_code(name: str, locale: str) -> tuple[str, int] | None:
    """The ISO code of the currency of which this is a part, and how many of them make one."""
    if name in ("cent", "¢"):
        is_euro = locale in ("en-IE", "de-DE", "fr-FR", "es-ES", "it-IT")
        return "EUR" if is_euro else dollar(locale), 100
    code = MINOR.get(name)
    return (code, _PARTS.get(name, 100)) if code else None
