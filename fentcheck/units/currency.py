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
    "NT$": "TWD",
    "J$": "JMD",
    "TT$": "TTD",
    "BZ$": "BZD",
    "BDS$": "BBD",
    "EC$": "XCD",
    "FJ$": "FJD",
    "GY$": "GYD",
    "L$": "LRD",
    "N$": "NAD",
    "RD$": "DOP",
    "Z$": "ZWL",
    "CI$": "KYD",
    "RM": "MYR",
    "Rp": "IDR",
    "Tk": "BDT",
    "KSh": "KES",
    "Ksh": "KES",
    "USh": "UGX",
    "TSh": "TZS",
    "Dh": "AED",
    "Dhs": "AED",
    "₵": "GHS",
    "₮": "MNT",
    "៛": "KHR",
    "৳": "BDT",
    "₼": "AZN",
    "֏": "AMD",
    "Kč": "CZK",
    "zł": "PLN",
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
    AED AFN ALL AMD ANG AOA ARS ATS AUD AWG AZN BAM BBD BDT BEF BGN BHD BIF BMD BND BOB BRL BSD
    BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CYP CZK DEM DJF DKK DOP DZD EEK EGP ERN
    ESP ETB EUR FIM FJD FKP FRF GBP GEL GHS GIP GMD GNF GRD GTQ GYD HKD HNL HRK HTG HUF IDR IEP
    ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL
    LTL LUF LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK
    NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE
    SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
    WST XAF XBT XCD XDR XOF XPF YER ZAR ZMW ZWL
    """.split()
)
"""ISO 4217 codes, with the forerunners of the euro; XBT is bitcoin."""

WORDS: frozenset[str] = frozenset(
    "all ang bam bob cad cop cup eek gel kes lak lvl mad mop mur nad pen sos top try".split()
)
"""Codes that are words, or all but, in lower case: only capitals make them money."""

_MORE_NAMES: dict[str, str] = {
    "JMD": "jamaican dollar",
    "BBD": "barbadian dollar, barbados dollar",
    "BSD": "bahamian dollar",
    "BZD": "belize dollar",
    "FJD": "fiji dollar, fijian dollar",
    "NAD": "namibian dollar, namibia dollar",
    "LRD": "liberian dollar",
    "TTD": "trinidad dollar, trinidad and tobago dollar",
    "ZWL": "zimbabwe dollar, zimbabwean dollar",
    "GYD": "guyanese dollar, guyana dollar",
    "BND": "brunei dollar",
    "BMD": "bermuda dollar, bermudian dollar",
    "KYD": "cayman dollar, cayman islands dollar",
    "XCD": "east caribbean dollar",
    "SRD": "surinamese dollar",
    "SBD": "solomon islands dollar",
    "USD": "united states dollar",
    "HKD": "hk dollar",
    "TWD": "new taiwan dollar, taiwanese dollar",
    "SGD": "singaporean dollar",
    "CAD": "canada dollar",
    "KWD": "kuwaiti dinar",
    "JOD": "jordanian dinar",
    "IQD": "iraqi dinar",
    "RSD": "serbian dinar",
    "DZD": "algerian dinar",
    "BHD": "bahraini dinar, bahrain dinar",
    "TND": "tunisian dinar",
    "LYD": "libyan dinar",
    "QAR": "qatari riyal, qatari rial",
    "OMR": "omani rial, omani riyal",
    "IRR": "iranian rial",
    "YER": "yemeni rial, yemeni riyal",
    "AED": "uae dirham, emirati dirham",
    "MAD": "moroccan dirham",
    "EGP": "egyptian pound",
    "SDG": "sudanese pound",
    "SSP": "south sudanese pound",
    "LBP": "lebanese pound",
    "SYP": "syrian pound",
    "IEP": "irish pound",
    "CYP": "cypriot pound, cyprus pound",
    "FKP": "falkland islands pound",
    "GIP": "gibraltar pound",
    "UGX": "ugandan shilling",
    "TZS": "tanzanian shilling",
    "SOS": "somali shilling",
    "ATS": "austrian schilling",
    "CUP": "cuban peso",
    "UYU": "uruguayan peso",
    "DOP": "dominican peso",
    "NPR": "nepalese rupee, nepali rupee",
    "MUR": "mauritian rupee",
    "SCR": "seychelles rupee, seychellois rupee",
    "LKR": "lankan rupee",
    "IDR": "indonesian rupiah",
    "CDF": "congolese franc",
    "RWF": "rwandan franc, rwanda franc",
    "BIF": "burundian franc, burundi franc",
    "LUF": "luxembourg franc",
    "XAF": "central african cfa franc",
    "XPF": "cfp franc",
    "DJF": "djiboutian franc, djibouti franc",
    "GNF": "guinean franc, guinea franc",
    "KMF": "comorian franc, comoro franc",
    "MNT": "tugrik, tögrög, mongolian tugrik",
    "KGS": "kyrgyzstani som, kyrgyz som",
    "UZS": "uzbek som, uzbekistani som",
    "TJS": "somoni",
    "AZN": "azerbaijani manat",
    "TMT": "turkmen manat, turkmenistani manat",
    "AMD": "armenian dram",
    "KZT": "kazakhstani tenge, kazakh tenge",
    "GEL": "georgian lari",
    "RON": "romanian leu, leu, lei",
    "MDL": "moldovan leu",
    "BGN": "bulgarian lev, lev, leva",
    "HRK": "croatian kuna, kuna",
    "MKD": "macedonian denar, denar",
    "ALL": "albanian lek",
    "BAM": "convertible mark",
    "ISK": "icelandic krona, icelandic króna",
    "HUF": "hungarian forint",
    "PLN": "polish zloty, złoty",
    "CZK": "czech crown, koruna",
    "EEK": "estonian kroon",
    "LVL": "latvian lats",
    "LTL": "lithuanian litas",
    "RUB": "russian rouble",
    "BYN": "belarusian ruble, belarusian rouble",
    "UAH": "ukrainian hryvnia",
    "BWP": "pula, botswana pula",
    "MZN": "metical, mozambican metical",
    "AOA": "kwanza, angolan kwanza",
    "GMD": "dalasi, gambian dalasi",
    "SLE": "sierra leonean leone",
    "MGA": "ariary, malagasy ariary",
    "ZMW": "zambian kwacha",
    "MWK": "malawian kwacha",
    "NGN": "nigerian naira",
    "GHS": "ghanaian cedi",
    "ETB": "ethiopian birr",
    "ERN": "nakfa, eritrean nakfa",
    "MRU": "ouguiya, mauritanian ouguiya",
    "STN": "dobra",
    "LSL": "lesotho loti",
    "SZL": "lilangeni",
    "ZAR": "south african rand",
    "WST": "tala, samoan tala",
    "PGK": "kina, papua new guinean kina",
    "TOP": "paʻanga, pa'anga",
    "VUV": "vatu, vanuatu vatu",
    "HTG": "gourde, haitian gourde",
    "HNL": "lempira, honduran lempira",
    "GTQ": "guatemalan quetzal",
    "NIO": "nicaraguan córdoba, nicaraguan cordoba",
    "PAB": "panamanian balboa",
    "BOB": "boliviano, bolivian boliviano",
    "PYG": "guarani, guaraní, guaranis, paraguayan guarani",
    "PEN": "peruvian sol, nuevo sol",
    "CRC": "costa rican colón, costa rican colon",
    "VES": "bolivar, bolívar, venezuelan bolivar",
    "BRL": "brazilian reais",
    "ANG": "netherlands antillean guilder",
    "AWG": "aruban florin",
    "VND": "dong, vietnamese dong",
    "MMK": "kyat, burmese kyat",
    "KHR": "riel, cambodian riel",
    "LAK": "lao kip",
    "MOP": "pataca, macanese pataca",
    "MVR": "rufiyaa, maldivian rufiyaa",
    "BTN": "ngultrum, bhutanese ngultrum",
    "AFN": "afghan afghani",
    "BDT": "bangladeshi taka",
    "KPW": "north korean won",
    "THB": "thai baht",
    "MYR": "malaysian ringgit",
    "CNY": "chinese renminbi",
    "ILS": "israeli shekel, new shekel",
    "SEK": "swedish crown",
    "NOK": "norwegian crown",
    "DKK": "danish crown, danish kroner",
    "GRD": "greek drachma",
    "PTE": "portuguese escudo",
    "CVE": "cape verdean escudo",
    "XDR": "special drawing right",
}
"""The rest of the world by name: those of one word are no other English noun."""

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
    **{name: code for code, names in _MORE_NAMES.items() for name in names.split(", ")},
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
    "american cent": "USD",
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
