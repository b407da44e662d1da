"""The news set with other names: what is made of an article should not hang on what people and firms are called.

Each person's given name is swapped for another with the same pronoun, each surname and each firm's own word for another
one, wherever they stand in the article and in its labels. Legal forms, words of a trade and places stay.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.extraction.engine import Engine
from app.extraction.lexicon.given_names import FEMALE, MALE
from app.extraction.lexicon.places import is_known_place
from app.extraction.lexicon.tables import words
from app.model import Article
from tests.benchmarks.news import Labels, score_news
from tests.benchmarks.results import PartResult
from tests.gold import options

# Relations of which a side is always a person.
_SUBJECT_IS_PERSON = frozenset({"heldRole", "joined", "left", "memberOf", "succeeded"})
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-’'])+")
_SHORTEST = 4

SURNAMES = words(
    """Abbott Adeyinka Agarwal Aguirre Ahlström Akande Albrecht Almeida Andrade Ansah Arnaud Asante Bachmann Baptiste
    Barros Barlow Becker Bellini Bergström Bhattacharya Blanchard Boateng Bondarenko Borowski Brennan Brock Calloway
    Campos Carrasco Castellani Chaudhry Chevalier Cisneros Colombo Cordero Crawford Cunningham Dahl Dalton Danso
    Delacroix Desai Diallo Dragomir Drummond Dubois Eberle Eklöf Ellison Escobar Falk Farkas Fernandes Figueroa Fischer
    Fitzgerald Fontaine Forsberg Fujimoto Gallagher Garg Gatti Gerber Ghosh Goldberg Gonçalves Grady Guerrero Gupta
    Hakimi Halvorsen Hamada Hansen Hartmann Hashimoto Hedlund Henriksen Herrera Hinds Hoffmann Horvath Hughes Ibarra
    Ikeda Ivanov Iyer Jablonski Jansson Jarvis Jensen Joshi Kaminski Kapoor Karlsson Keita Kelleher Kimani Klein
    Kobayashi Koch Kowalski Krishnan Kruger Kurtz Lambert Langley Larsen Lehmann Lefebvre Levine Lombardi Lopes Lund
    Macdonald Madsen Mahlangu Maier Marchand Marinescu Matsuda McKenna Mehta Menon Meyer Mitchell Molina Moreau Moretti
    Mukherjee Murphy Nagy Nakamura Navarro Neumann Ngata Nielsen Novak Nowak Ochoa Odhiambo Okoro Olsen Omondi Ortega
    Osborne Owens Pacheco Palmer Papadakis Pereira Petersen Petrov Pinto Popescu Pratt Quinn Rahman Ramirez Rasmussen
    Reddy Reyes Ricci Richter Rinaldi Robertson Romano Rossi Rousseau Sandoval Santos Sato Schmid Schneider Sethi Sharma
    Shimizu Silva Sinclair Sokolov Sorensen Steiner Stewart Suzuki Svensson Tanaka Tembo Thompson Torres Tremblay Ueda
    Vargas Vasquez Vega Vogel Volkov Wagner Walsh Watanabe Weber Wierzbicki Wilkins Wójcik Yamada Yilmaz Zapata Zhao"""
)
FIRMS = words(
    """Acuvanta Adlertek Aerovia Agilon Alderwick Altivia Anvara Arcadex Argentis Ashbourne Astrelle Atherion Aurivo
    Avenza Axiom Balsam Bancroft Basalt Beacon Benchline Birchwood Blackthorn Bluestem Bolster Borealis Brambleton
    Brightsea Brookfell Calder Calyx Candela Capstone Caravel Cascadia Celestria Cindermark Clarion Clearpath Cobalt
    Coppervale Coralith Corvid Crestwell Crosswind Daybreak Deepwell Driftwood Dynavolt Eastmoor Echelon Emberly Encore
    Endura Equinox Evergreen Everstone Fairmont Falcon Farpoint Fathom Fernhill Finlume Firefly Flintlock Foxglove
    Galvan Garnet Glasswing Goldcrest Graphite Greyfriars Harrow Hartwood Hawthorn Helios Heronsgate Hexagon Highmark
    Hollowell Horizon Hyperion Inkwell Ironbark Isograph Jadestone Juniper Kairos Kestrel Keystone Kitewing Larkspur
    Lattice Laurel Lighthouse Lodestar Lumitek Lynx Magnolia Mariner Meridia Metrix Millbrook Monolith Moonstone Nautica
    Nebula Nexora Nimbus Northlight Novaris Oakhurst Obsidian Octant Omnia Onyx Opaline Orbis Orchid Osprey Paragon
    Pathlight Pegasus Pelican Peregrine Pinnacle Polaris Prism Quantix Quarry Quasar Quintara Radian Ravenhall Redwood
    Ridgeback Rivulet Saffron Sagewell Sentinel Sequoia Silverbirch Skylark Solace Solstice Sparrow Spindle Starling
    Stonebridge Sundial Tallgrass Tempest Tessera Thornfield Tidewater Titanex Topaz Trellis Trident Umbra Vantage
    Velocity Verdant Veritas Vertex Vireo Vivanta Waypoint Westbrook Whitecap Willowby Windermark Xenon Yarrow Zephyr
    Zircon Brauwerk Lindenhof Norrsken Kallax Sundvall Tekmar Ferrovale Italdesk Novafer Marubeni Hoshino Daesung Hanbit
    Tatvam Suryodaya Godara Kilimo"""
)


def score(
    engine: Engine, articles: Sequence[tuple[Article, Labels]], *, part: str, aggregates_only: bool = False
) -> PartResult:
    """The articles with other names, scored as the news set is."""
    result = score_news(engine, renamed(articles), part=part, aggregates_only=aggregates_only)
    return replace(result, name=f"renamed {part}")


def renamed(articles: Sequence[tuple[Article, Labels]], *, seed: int = 1) -> list[tuple[Article, Labels]]:
    """The articles and their labels with other names; the same ones for the same seed."""
    return [
        _renamed(article, labels, random.Random(f"{seed} {number}"))  # noqa: S311
        for number, (article, labels) in enumerate(articles)
    ]


def _renamed(article: Article, labels: Labels, chance: random.Random) -> tuple[Article, Labels]:
    text = f"{article.title or ''}\n{article.text}"
    swaps = _swaps(labels, text, chance)
    if not swaps:
        return article, labels
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(swaps, key=len, reverse=True)))})\b")

    def told(value: Any) -> Any:
        if isinstance(value, str):
            return named.sub(lambda match: swaps[match[0]], value)
        if isinstance(value, list):
            return [told(part) for part in value]
        return {key: told(part) for key, part in value.items()} if isinstance(value, dict) else value

    fields = article.model_dump(exclude={"id"}) | {"text": told(article.text), "title": told(article.title)}
    return Article(**fields), told(dict(labels))


def _swaps(labels: Labels, text: str, chance: random.Random) -> dict[str, str]:
    """What each word of a name becomes. Words that the text also has in small letters are no names' own."""
    people, firms = _names(labels)
    given = {name[0] for name in people}
    surnames = {word for name in people for word in name[1:]} - given
    own = firms - given - surnames
    taken = set(re.findall(r"\w+", text))
    swaps: dict[str, str] = {}
    for found, pool in (
        (given & FEMALE, FEMALE),
        (given & MALE - FEMALE, MALE),
        (surnames, SURNAMES),
        (own, FIRMS),
    ):
        free = sorted(pool - taken)
        chance.shuffle(free)
        for word in sorted(found):
            if len(word) >= _SHORTEST and not is_known_place(word) and not re.search(rf"\b{word.lower()}\b", text):
                swaps[word] = free.pop()
    return swaps


def _names(labels: Labels) -> tuple[set[tuple[str, ...]], set[str]]:
    """The people by their words, two or more each, and the first words of firms' names."""
    people: set[tuple[str, ...]] = set()
    others: set[tuple[str, ...]] = set()
    for item in (item for kind in ("must", "should", "never") for item in labels.get(kind) or []):
        relations = set(options(item["relation"]))
        for side in ("subject", "object"):
            if side == "object" and relations & {"headquarteredIn", "foundingDate", "makesProduct"}:
                continue
            names = [tuple(str(name).split()) for name in options(item.get(side)) if name]
            whole = [name for name in names if len(name) > 1 and all(map(_is_name_word, name))]
            is_person = "succeeded" in relations or (side == "subject" and bool(relations & _SUBJECT_IS_PERSON))
            is_person |= any(name[0] in FEMALE | MALE for name in whole)
            if is_person:
                people.update(whole)
            else:
                others.update(name for name in names if len(name) <= 2 and _is_name_word(name[0]))
    words_of_people = {word for name in people for word in name}
    return people, {name[0] for name in others} - words_of_people


def _is_name_word(word: str) -> bool:
    return bool(_NAME_WORD.fullmatch(word)) and word[0].isupper()
