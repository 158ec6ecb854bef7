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
    "Rs.": "INR",
    "Rs": "INR",
}
"""Signs that stand before a number. A bare $ is the locale's own dollar: see `DOLLARS`."""

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
    [
        "AED",
        "ARS",
        "AUD",
        "BDT",
        "BGN",
        "BHD",
        "BRL",
        "CAD",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CZK",
        "DKK",
        "EGP",
        "EUR",
        "GBP",
        "GHS",
        "HKD",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IQD",
        "IRR",
        "ISK",
        "JOD",
        "JPY",
        "KES",
        "KRW",
        "KWD",
        "LBP",
        "LKR",
        "MAD",
        "MXN",
        "MYR",
        "NGN",
        "NOK",
        "NPR",
        "NZD",
        "OMR",
        "PEN",
        "PHP",
        "PKR",
        "PLN",
        "QAR",
        "RON",
        "RUB",
        "SAR",
        "SEK",
        "SGD",
        "THB",
        "TND",
        "TRY",
        "TTD",
        "TWD",
        "TZS",
        "UAH",
        "UGX",
        "USD",
        "UYU",
        "VND",
        "ZAR",
        "DEM",
        "FRF",
        "ITL",
        "ESP",
        "NLG",
        "ATS",
        "BEF",
        "FIM",
        "IEP",
        "PTE",
        "GRD",
    ]
)
"""ISO 4217 codes that copy uses, with the forerunners of the euro."""

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
    "swiss franc": "CHF",
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
    "saudi riyal": "SAR",
    "kenyan shilling": "KES",
    "forint": "HUF",
    "czech koruna": "CZK",
}
"""Names in the singular. "dollar", "rupee" and "cent" depend on the locale."""

MINOR: dict[str, str] = {
    "pence": "GBP",
    "penny": "GBP",
    "p": "GBP",
    "paise": "INR",
    "paisa": "INR",
    "kopeck": "RUB",
    "centavo": "MXN",
}
"""Hundredths with a name of their own; "cent" is a hundredth of the locale's dollar."""


def dollar(locale: str) -> str:
    return DOLLARS.get(locale, "USD")


def rupee(locale: str) -> str:
    return RUPEES.get(locale, "INR")


def sign_code(sign: str, locale: str) -> str:
    """The ISO code of a sign that stands before a number."""
    return dollar(locale) if sign == "$" else SIGNS[sign]


def name_code(name: str, locale: str) -> str | None:
    """The ISO code of a currency's name in the singular, lower case."""
    if name == "dollar":
        return dollar(locale)
    if name == "rupee":
        return rupee(locale)
    return NAMES.get(name)


def minor_code(name: str, locale: str) -> str | None:
    """The ISO code of the currency of which this is a hundredth."""
    if name in ("cent", "¢"):
        return "EUR" if locale in ("en-IE", "de-DE", "fr-FR", "es-ES", "it-IT") else dollar(locale)
    return MINOR.get(name)
