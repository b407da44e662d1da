"""Countries and towns by name: those that English news speaks of most, and a long list of others."""

from __future__ import annotations

from functools import cache

from app.extraction.lexicon.tables import lines, names

PLACES = names(
    """US|U.S.|U.S|USA|U.S.A.|UK|U.K.|U.K|UAE|United States|United Kingdom|America|Britain|England|Scotland|
    Wales|Ireland|Northern Ireland|Europe|Asia|Africa|North America|South America|Latin America|Middle East|
    Silicon Valley|Gulf|France|Germany|Italy|Spain|Portugal|Netherlands|Belgium|Luxembourg|Switzerland|
    Austria|Sweden|Norway|Denmark|Finland|Iceland|Poland|Czech Republic|Czechia|Slovakia|Hungary|Romania|
    Bulgaria|Greece|Turkey|Russia|Ukraine|Estonia|Latvia|Lithuania|China|Japan|India|Pakistan|Bangladesh|
    Indonesia|Malaysia|Singapore|Thailand|Vietnam|Philippines|South Korea|North Korea|Korea|Taiwan|Hong Kong|
    Australia|New Zealand|Canada|Mexico|Brazil|Argentina|Chile|Colombia|Peru|Israel|Saudi Arabia|Qatar|Dubai|
    Abu Dhabi|Egypt|Nigeria|Kenya|Ghana|Ethiopia|Rwanda|Uganda|Tanzania|Morocco|Tunisia|South Africa|New York|
    New York City|Los Angeles|San Francisco|Seattle|Boston|Chicago|Houston|Dallas|Austin|Denver|Miami|Atlanta|
    Washington|Washington, D.C.|D.C.|Detroit|Philadelphia|San Diego|San Jose|Palo Alto|Menlo Park|
    Mountain View|Toronto|Montreal|Vancouver|London|Paris|Berlin|Munich|Frankfurt|Hamburg|Madrid|Barcelona|
    Lisbon|Rome|Milan|Amsterdam|Brussels|Zurich|Geneva|Vienna|Stockholm|Oslo|Copenhagen|Helsinki|Dublin|
    Warsaw|Prague|Budapest|Athens|Istanbul|Moscow|Kyiv|Beijing|Shanghai|Shenzhen|Tokyo|Osaka|Seoul|Taipei|
    Mumbai|Delhi|New Delhi|Bangalore|Bengaluru|Jakarta|Manila|Bangkok|Sydney|Melbourne|Tel Aviv|Cairo|Lagos|
    Nairobi|Johannesburg|Cape Town|São Paulo|Buenos Aires|Mexico City|California|Texas|Florida|Virginia|
    Massachusetts|Illinois|Ohio|Michigan|Pennsylvania|Georgia|Colorado|Oregon|Nevada|Arizona|Utah|Minnesota|
    Wisconsin|Tennessee|North Carolina|South Carolina|New Jersey|Connecticut|Maryland|Delaware|Indiana|
    Missouri|Kentucky|Louisiana|Alabama|Oklahoma|Kansas|Iowa|Ontario|Quebec|British Columbia"""
)

# States and provinces, of which firms are called as well as they sit there.
STATES = names(
    """Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|
    Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|
    Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|
    Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|
    Wyoming|Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Saskatchewan|
    New South Wales|Queensland|South Australia|Tasmania|Western Australia|Andhra Pradesh|Gujarat|Haryana|Karnataka|
    Kerala|Madhya Pradesh|Maharashtra|Odisha|Punjab|Rajasthan|Tamil Nadu|Telangana|Uttar Pradesh|West Bengal|Sindh|
    Baden-Württemberg|Bavaria|Brandenburg|Lower Saxony|North Rhine-Westphalia|Saxony|Thuringia|Andalusia|Catalonia|
    Brittany|Normandy|Lombardy|Piedmont|Sardinia|Sicily|Tuscany|Flanders|Wallonia|Guangdong|Jiangsu|Shandong|Sichuan|
    Zhejiang|Hokkaido|Gauteng|KwaZulu-Natal|Minas Gerais"""
)


def is_known_place(name: str) -> bool:
    """Whether a name is known to be a country's or a town's."""
    return name in PLACES or name in gazetteer()


@cache
def gazetteer() -> frozenset[str]:
    """Countries, states and larger towns."""
    return frozenset(word.replace("_", " ") for line in lines("places.txt") for word in line.split()) | STATES
