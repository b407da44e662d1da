"""How articles write currencies: signs, codes and names, each with its ISO 4217 code where it has just one."""

from __future__ import annotations

from collections.abc import Mapping

# A bare dollar sign is the US dollar and a bare yen sign the yen, as in nearly all English copy; "kr" is three
# currencies, so none.
SIGNS: Mapping[str, str | None] = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "MX$": "MXN",
    "CN¥": "CNY",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "Rs.": "INR",
    "Rs": "INR",
    "RMB": "CNY",
    "NKr": "NOK",
    "SKr": "SEK",
    "DKr": "DKK",
    "RM": "MYR",
    "Rp": "IDR",
    "KSh": "KES",
    "Ksh": "KES",
    "Tk": "BDT",
    "kr": None,
}

CODES: Mapping[str, str | None] = {
    code: code
    for code in (
        "USD EUR GBP JPY CNY INR KRW CHF SEK NOK DKK ISK PLN CZK HUF RON BGN RUB UAH TRY ILS AED SAR QAR KWD EGP "
        "ZAR NGN KES GHS AUD NZD CAD SGD HKD TWD THB MYR IDR PHP VND PKR BDT LKR BRL MXN ARS CLP COP PEN"
    ).split()
}

_DOLLARS = {
    "US": "USD",
    "U.S.": "USD",
    "American": "USD",
    "Australian": "AUD",
    "Canadian": "CAD",
    "Hong Kong": "HKD",
    "New Zealand": "NZD",
    "Singapore": "SGD",
    "Taiwan": "TWD",
}

# Longer names come first wherever these are joined into a pattern, so that "Swedish kronor" is not just "kronor".
NAMES: Mapping[str, str | None] = {
    **{f"{country} {noun}": code for country, code in _DOLLARS.items() for noun in ("dollars", "dollar")},
    "dollars": "USD",
    "dollar": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds sterling": "GBP",
    "British pounds": "GBP",
    "pounds": "GBP",
    "pound": "GBP",
    "Egyptian pounds": "EGP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupees": "INR",
    "rupee": "INR",
    "Indian rupees": "INR",
    "Pakistani rupees": "PKR",
    "Sri Lankan rupees": "LKR",
    "South Korean won": "KRW",
    "Korean won": "KRW",
    "won": "KRW",
    "Swiss francs": "CHF",
    "Swiss franc": "CHF",
    "Swedish kronor": "SEK",
    "Swedish krona": "SEK",
    "Swedish crowns": "SEK",
    "kronor": "SEK",
    "Norwegian kroner": "NOK",
    "Norwegian krone": "NOK",
    "Norwegian crowns": "NOK",
    "Danish kroner": "DKK",
    "Danish krone": "DKK",
    "Danish crowns": "DKK",
    "Czech crowns": "CZK",
    "Czech koruna": "CZK",
    "crowns": None,
    "kroner": None,
    "krona": None,
    "krone": None,
    "francs": None,
    "pesos": None,
    "Mexican pesos": "MXN",
    "Philippine pesos": "PHP",
    "zlotys": "PLN",
    "zloty": "PLN",
    "zlotych": "PLN",
    "forints": "HUF",
    "forint": "HUF",
    "Brazilian reais": "BRL",
    "reais": "BRL",
    "roubles": "RUB",
    "rubles": "RUB",
    "hryvnias": "UAH",
    "hryvnia": "UAH",
    "Turkish lira": "TRY",
    "lira": "TRY",
    "shekels": "ILS",
    "UAE dirhams": "AED",
    "dirhams": "AED",
    "Saudi riyals": "SAR",
    "Qatari riyals": "QAR",
    "riyals": None,
    "rand": "ZAR",
    "naira": "NGN",
    "Kenyan shillings": "KES",
    "shillings": None,
    "rupiah": "IDR",
    "baht": "THB",
    "ringgit": "MYR",
    "dong": "VND",
}

# Words that mean other things too need a magnitude before them: "500 pounds" may be a weight, and "one won" a match.
NEED_SCALE = frozenset({"pounds", "pound", "won", "dong"})
