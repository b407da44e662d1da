"""The words that several rule families share: titles, descriptions, units."""

from __future__ import annotations

from collections.abc import Mapping

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS
from app.extraction.lexicon.nouns import ORG_ANAPHORS, UNIT_NOUNS

# Nouns that are a title by themselves or at the end of one ("chief executive", "deputy finance director").
TITLE_HEADS = (
    "chief executive officer|chief executives?|chief of staff|vice[ -]presidents?|vice[ -]chair(?:man|woman|person)?|"
    "presidents?|chair(?:man|woman|person)?|ceo|cfo|cto|coo|cio|cmo|cpo|ciso|evp|svp|vp|md|"
    "managing partners?|general partners?|general counsel|managing director|executive director|"
    "(?<=co-)heads|director[ -]general|secretary[ -]general|attorney[ -]general|chief petty officer|"
    "directors?|head|boss|chief|officers?|managers?|treasurer|company secretary|secretary|controller|"
    "founding partners?|partners?|principals?|analysts?|economists?|strategists?|"
    "engineers?|scientists?|researchers?|developers?|designers?|architects?|executives?|"
    "advis[eo]rs?|consultants?|counsel|editor(?:-in-chief)?|publisher|producer|"
    "spokes(?:man|woman|person)|lawyers?|attorneys?|professor emeritus|professor|dean|provost|chancellor|rector|"
    "lecturers?|(?:entrepreneur|executive|economist|artist|writer|scholar|expert|founder|operator|designer)s?"
    "[ -]in[ -]residence|fellows?|scholar|instructor|teachers?|tutor|columnist|correspondent|"
    "reporters?|journalists?|historian|astronaut|conductor|"
    "chef|brewer|winemaker|stylist|linguist|statistician|mathematician|surgeon|technologist|evangelist|"
    "representative|copywriter|publicist|merchandiser|illustrator|animator|machinist|welder|bookkeeper|intern|"
    "board members?|registrar|bursar|pilot|astronomer|[a-z]+ologists?|[a-z]+ographer|premier|"
    "chief (?:[a-z]+ ){1,2}officer|"
    "governor|commissioner|minister|ambassador|mayor|senator|"
    "leader|lead|supervisor|superintendent|coordinator|administrator|trustee|curator|coach|captain|"
    "buyers?|traders?|bankers?|brokers?|employees?|staffer|physicists?|chemists?|inventor|programmers?|accountants?|auditor|"
    "underwriters?|actuary|negotiator|foreman|forewoman|clerk|cashier|receptionist|trainee|apprentice|salesman|saleswoman|"
    "salesperson|technician|mechanic|electrician|pharmacist|physician|solicitor|paralegal|librarian|archivist|skipper|"
    "head ?teacher|headmaster|headmistress|sommelier|ombudsman|planner|forester|dramaturge|choreographer|organi[sz]er"
)
# What people are by trade, where it stands right before their name: "chef P", "the singer P".
TRADE_HEADS = (
    "accountant|actor|actress|activist|adviser|architect|artist|author|banker|barrister|biologist|boxer|brewer|broker|"
    "businessman|businesswoman|carpenter|chef|chemist|comedian|consultant|cook|cricketer|dancer|dentist|designer|"
    "doctor|economist|engineer|entrepreneur|explorer|farmer|filmmaker|footballer|fisherman|gardener|geologist|golfer|"
    "inventor|investor|jeweller|journalist|lawyer|mathematician|mechanic|model|musician|novelist|nurse|painter|"
    "pharmacist|philanthropist|photographer|physicist|pilot|planner|poet|politician|producer|professor|programmer|"
    "psychologist|racer|rapper|sailor|scientist|sculptor|singer|skier|soldier|solicitor|songwriter|statistician|"
    "student|stylist|surgeon|surfer|tailor|teacher|trader|vet|veteran|winemaker|writer|classmate|friend|colleague|"
    "brother|sister|cousin|husband|wife|father|mother|son|daughter"
)
_MODIFIER = (
    "chief|executive|senior|junior|deputy|vice|assistant|associate|group|global|regional|"
    "international|national|interim|acting|"
    "general|managing|head|non-executive|independent|finance|financial|operating|operations|technology|"
    "technical|information|marketing|data|"
    "product|products|people|legal|human|resources|commercial|investment|portfolio|research|science|scientific|sales|"
    "strategy|strategic|policy|security|compliance|risk|revenue|business|development|communications|content|creative|"
    "medical|adjunct|visiting|emeritus|distinguished|tenured|clinical|contributing|foreign|"
    "technical|retail|wealth|asset|audit|claims|underwriting|property|export|import|purchasing|production|premium|"
    "supply|chain|software|hardware|engineering|design|digital|innovation|growth|"
    "customer|corporate|communications|"
    "public|affairs|relations|editorial|artistic|musical|principal|lead|staff|founding|country|area|district|division|"
    "divisional|departmental|program|programme|project|plant|site|store|brand|privacy|"
    "accounting|administrative|academic|"
    "european|asian|american|african|north|south|latin|joint|first|second|top|long-time|longtime|veteran|market|"
    "equity|credit|energy|industry|ai|machine|learning|cloud|platform|quality|safety|"
    "transformation|sustainability|diversity|"
    "talent|hr|it|pr|ir|and|&|/|co-|"
    "branch|factory|mill|mine|fleet|port|terminal|hotel|restaurant|kitchen|newsroom|studio|shop|warehouse|depot|office|"
    "shift|station|laboratory|lab|treasury|tax|press|media|music|film|fashion|nursing|network|systems|web|training|"
    "pensions?|benefits|insurance|mortgage|lending|loans?|trading|leasing|fundraising|events|news|features|sports|culture|"
    "night|field|service|services|solutions|partnerships|procurement|logistics|transport|freight|engineering|maintenance|"
    "exploration|drilling|flight|ground|crew|safety|animal|food|beverage|wine|beer|spirits|dairy|grain|meat|seed|livestock|"
    "community|education|student|faculty|admissions|volunteer|membership|government|regulatory|environmental|climate"
)

# Fields of work, of which "Head of Platform Development" and "Vice President, People" are made.
DEPARTMENT_WORDS = frozenset(
    """
    accessibility accounting acquisition acquisitions actuarial ad administration ads advanced advertising affairs
    africa african agronomy ai alliances america american analysis analytics animation apac app apparel applied apps
    architecture art arts asia asian asset assurance astronomy audience audio audit automation autonomy aviation
    bakery baltic banking battery beauty belonging benefits beverages biology brand brewing business campaigns
    capital cards care category certification chain change channel channels charging chemicals chemistry chip claims
    clearing client clients clinical cloud commerce commercial commissioning communication communications community
    compliance computer construction consumer content core corporate creative credit crew culture custody customer
    cyber cybersecurity dairy data delivery demand design development device devices digital distribution diversity
    documentation domestic donor donors drilling drug early east ecommerce economics editorial education effects
    electronics embedded emea energy engineering english enterprise equality equity estate ethics eu europe european
    events experience exploration external facilities farming fashion field film finance financial firmware fleet
    flight food footwear forecasting fragrance franchise franchising fulfillment fulfilment furniture game games
    gaming generation geography geology glass global governance government grid ground growth hardware hearing
    heritage history hospitality hr human image imaging inclusion information infrastructure innovation insight
    insights installation insurance integrity intelligence interface interfaces internal international investment
    investments investor key knitwear language late latin law learning leasing legal lending licensing lighting
    linguistics litigation loans localisation localization logistics machine maintenance major management
    manufacturing maritime marketing markets materials mathematics media medicine member membership merchandising
    mergers middle mill mobile model models mortgages music narrative network networks new news nordic north nursing
    nutrition ocean onboarding operations optics packaging paper partner partnerships patient payments pensions
    people philosophy photonics physics planning plant plastics platform platforms policy political post practice
    pricing print privacy process procurement product production products programmes programming programs projects
    property psychology public publishing purchasing quality recruitment refining regional regulatory relations
    reliability repair research resources retail revenue rewards risk robotics rubber safety sales savings science
    sciences security semiconductor semiconductors sensing service services settlement silicon social sociology
    software solutions sound sourcing south special speech spirits sports staff stage statistics steel store stores
    story strategic strategy studio success supply support surgery sustainability systems talent tax technical
    technology television testing textiles theology theoretical theory tourism trade trading training transactions
    transformation translation transmission transport travel treasury trust uk underwriting us usability user
    validation vehicle vehicles verification video visual voice warehouse wealth web welfare wellbeing west
    wholesale wine worldwide ventures venture compensation monetization monetisation
    equities derivatives commodities origination advisory syndication
    oncology translational curriculum sponsorships
    exports export imports import catering menswear womenswear dispatch payroll rights jewellery personnel wholesaling
    """.split()
)

# "Its cancer research, chief executive P said": what stands before the comma is no part of the title.
_COMMA = r"(?:, (?!chief |managing |president|chair|director|vice )| | ?- ?)"
_TITLE_BODY = rf"(?!(?:and|or) )(?:(?:co-)?(?:{_MODIFIER}){_COMMA}){{0,6}}(?:co-|ex-)?(?:{TITLE_HEADS})\b"
_STOP = (
    r"(?!(?:at|in|on|with|from|who|which|that|after|before|since|until|when|as|by|to|the|said|"
    r"says|is|was|were|has|had|will|"
    r"effective|starting|but|for|while|his|her|its|told|a|an|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|many|several|more|nearly|almost|"
    r"over|years?)\b)"
)
# Fields of work are written with capitals as well; names are no words in the encoded line.
_CAPITAL_FIELD = "|".join(sorted(word.upper() if len(word) < 3 else word.title() for word in DEPARTMENT_WORDS))
# Fields that are written as letters.
_LETTERS = r"(?:R&D|M&A|FP&A|L&D|D&I|DE&I|E&P|R&I)"
_FIELD_WORD = rf"{_STOP}(?-i:[a-z][\w&'-]*|(?:{_LETTERS}|{_CAPITAL_FIELD})\b)"
# "Professor of Ocean Engineering at", "Vice President, Finance & Corporate Affairs of": capitals only before "at X".
_CAPITALS = r"(?-i:[A-Z][\w'-]+(?:(?:,? (?:&|and|of|for))? [A-Z][\w'-]+){0,5})"
# "Chairman for the past six years", "for most of the decade": how long, and no field.
_LONG = (
    r"(?:(?:the |its |a |an )?(?:past|last|next|first|final|previous|best|better|rest|whole|entire|duration|time|"
    r"remainder|moment|foreseeable|most|many|several|some|nearly|almost|over|about|around|just|only|at|less|up|few|"
    r"couple|year|decade|month|week|while|short|long|brief|more|most|years|decades|months|now|life|good)\b)"
)
_FIELD = rf"{_FIELD_WORD}(?: (?:(?:and|&) )?(?!and\b){_FIELD_WORD}){{0,4}}"
_HEAD_OF = rf"(?:{_TITLE_BODY}) (?:of|for) (?:\ue000L\d+\ue001 )?{_FIELD}?"
# "chair of its audit committee" is a seat on that body, and not on the whole.
_BODY = (
    r"(?:(?:(?:supervisory|executive|management|managing|advisory) )?board(?: of (?:directors|trustees|governors))?|"
    r"(?:[a-z-]+ ){0,4}(?:committee|council))"
)
_OF_BODY = rf"{_TITLE_BODY} of (?:the|its|their|an?) {_BODY}\b"

# "head of the bus division", "head of its data platform group"
# A "group" or a "business" that is not somebody's is a firm.
_OF_PART = (
    rf"{_TITLE_BODY} of (?:(?:the|its|their|an?) (?:[a-z-]+ ){{0,4}}?(?:division|unit|department|desk|arm|section|"
    r"practice|team|laboratory|lab|bureau|branch|faculty|office)|"
    r"(?:its|their) (?:[a-z-]+ ){1,4}?(?:group|business|operations?))\b"
)
_OF_BODY = rf"(?:{_OF_BODY}|{_OF_PART})"

# A title with its field, where the organisation still follows; being a founder counts as one.
_ONE = (
    rf"(?:{_OF_BODY}|{_TITLE_BODY}(?: of|,) {_CAPITALS}(?=,? (?:at|of|for|with) )|"
    rf"{_TITLE_BODY}(?: (?:of|for) {_FIELD}(?=,? (?:at|with) ))?|(?:co-)?founders?)"
)

# Those of others, as a buyer or a supplier, may have no name in the text.
_OF_OTHERS = frozenset(
    """affiliate acquirer buyer competitor contractor customer distributor employer financier investor owner parent
    partner rival seller shareholder subsidiary supplier union vendor council committee commission""".split()
)
FIRMS_CALLED = (ORG_ANAPHORS | FIRM_DESCRIPTIONS) - _OF_OTHERS - UNIT_NOUNS
"""What a firm that has been spoken of may be called."""
_FIRM_NOUNS = "|".join(sorted(FIRMS_CALLED))

FRAGMENTS: Mapping[str, str] = {
    "TITLE": (
        rf"(?:{_HEAD_OF}|{_TITLE_BODY}(?: of|,) {_CAPITALS}(?=,? (?:at|of|for|with) )|"
        rf"{_OF_BODY}|"
        rf"{_TITLE_BODY})"
    ),
    "TITLES": rf"{_ONE}(?:(?:, | and | & |, and |/)(?:the |its |then |an? |also |his |her )*{_ONE}){{0,3}}",
    # A title with its field, though the organisation stands elsewhere: "the head of finance, P,".
    "FULLTITLE": (
        rf"(?:{_TITLE_BODY} (?:of|for) {_FIELD}(?=[,.;)]|\s\ue000)|"
        rf"{_ONE}(?:(?:, | and | & |, and |/)(?:the |its |then |an? |also |his |her )*{_ONE}){{0,3}})"
    ),
    # As much of a title as there is: for reading on from where it starts.
    "LONGTITLE": (
        rf"(?:{_OF_BODY}|"
        rf"{_TITLE_BODY}(?: of|,) {_CAPITALS}(?=,? (?:at|of|for|with) )|"
        rf"{_TITLE_BODY} (?:of|for) {_FIELD}|{_TITLE_BODY})"
    ),
    "BOARD": (
        r"(?:(?:[a-z-]+ ){0,2}(?:board|committee|council|faculty|staff)(?: of (?:directors|trustees|governors|regents|"
        r"advisors|advisers|managers|management|supervisors))?)"
    ),
    # Any short noun phrase before a title head, where a possessive already says whose it is.
    "ANYTITLE": (
        rf"(?:{_TITLE_BODY}|(?:{_STOP}(?:co-)?[a-z][\w&/-]*(?: | ?- ?)){{0,4}}?(?:co-|ex-)?(?:{TITLE_HEADS})\b)"
        rf"(?! (?:(?:{_MODIFIER}) )*(?:{TITLE_HEADS})\b)"
        rf"(?: (?:of|for(?! {_LONG})) (?:\ue000L\d+\ue001|{_LETTERS}\b|[a-z][\w&'-]*)"
        r"(?: (?:and|&) [a-z][\w&'-]*| [a-z][\w&'-]*){0,3}?)?"
    ),
    "DESC": (
        r"(?:(?:the|an?|its|his|her|their|fellow|former|old|rival) )?"
        r"(?:(?:[\w'&.$-]+|\ue000[LX]\d+\ue001(?:'s|-based)?|\ue000O\d+\ue001-[a-z][\w-]*) "
        r"){0,5}?"
    ),
    # What may lead in a firm's name within its own phrase: "the German rival X", "Korea's X".
    "LED": (
        r"(?:(?:the|its|an?|rival|fellow|their|his|her) )?"
        r"(?:(?!\ue000[OP]|(?:and|or|to|of|that|which|with|from|for|against|in|on|at|by|over|as|after|about|into|"
        r"than)\b)"
        r"(?:[\w'&-]+|\ue000L\d+\ue001(?:'s|-based)?) ){0,4}?"
    ),
    # What may lead in a name: "the designer Sharifah Alwi", "two friends, A and B".
    "LEADIN": (
        rf"(?:(?:the|his|her|their|fellow|two|three|its|an?) (?:[a-z-]+,? ){{0,4}}?|"
        rf"(?:former |fellow |ex-)?(?:[a-z]+ )?(?:{TRADE_HEADS}) |[a-z]+ (?=\ue000))?"
    ),
    # As much of a description as stands before a name, without a further "at" or "of".
    "PLAIN": (
        r"(?:(?:(?!(?:at|of|for|with|in|from|to|by|and|that|which|who|whose)\b)"
        r"[\w'&.$-]+|\ue000[LX]\d+\ue001(?:'s|-based)?|\ue000O\d+\ue001-[a-z][\w-]*) ){0,5}?"
    ),
    # A possessive: the pronoun where it is not resolved, the slot where it is.
    "ITS": r"(?:its|their|his|her|\ue000[OP]\d+\ue002\ue001's)",
    "AGE": r"(?:, \d\d,?)?",
    # A firm by what it is: "the publisher's chief executive", "the Danish bottler's".
    "FIRMS": rf"(?:the|this|that) (?:(?!and\b)[\w-]+ ){{0,3}}?(?:{_FIRM_NOUNS})'s",
    # What tells one holder of a post from the others: "its first female chief executive".
    "NEWLY": (
        r"(?:(?:new|next|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|"
        r"latest|current|only|sole|full-time|permanent|"
        r"female|woman|male|ever|black|foreign|outside|external|non-family|youngest|oldest|long-time|longtime|"
        r"\d+-year-old) )*"
    ),
    # What a holder is besides: "the chairman and biggest shareholder of X".
    "BESIDES": (
        r"(?:(?:,? and|,| &) (?:(?:the|its|an?|also|largest|biggest|main|majority|minority|controlling|second-largest|"
        r"sole|part|joint|principal) ){0,3}(?:co-|part-)?(?:owner|shareholder|investor|backer|proprietor|heir|face|"
        r"stakeholder|creator|namesake))?"
    ),
    "FORMER": r"(?:former|formerly|ex-|ex|erstwhile|one-time|onetime|previous|past|then|retired)",
    "NAME": r"(?-i:[A-Z][\w&'.-]*(?: (?:(?:of|and|&|the|for) )?[A-Z][\w&'.-]*){0,5})",
}

# Countries say too little for a head office, and "Norway's X" is not "based in".
COUNTRIES = frozenset(
    " ".join(
        """
        Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain,
        Bangladesh, Belarus, Belgium, Bolivia, Bosnia, Botswana, Brazil, Britain, Bulgaria, Cambodia, Cameroon,
        Canada, Chad, Chile, China, Colombia, Congo, Croatia, Cuba, Cyprus, Czechia, Czech     Republic, Denmark,
        Ecuador, Egypt, England, Estonia, Ethiopia, Finland, France, Georgia, Germany, Ghana, Greece, Guatemala,
        Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Japan, Jordan, Kazakhstan, Kenya,
        Korea, Kosovo, Kuwait, Laos, Latvia, Lebanon, Libya, Lithuania, Malaysia, Mali, Malta, Mexico, Moldova,
        Mongolia, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, the     Netherlands, New Zealand,
        Nigeria, North Korea, Norway, Oman, Pakistan, Panama, Paraguay, Peru, Philippines, the     Philippines,
        Poland, Portugal, Qatar, Romania, Russia, Rwanda, Saudi     Arabia, Scotland, Senegal, Serbia, Slovakia,
        Slovenia, Somalia, South Africa, South Korea, Spain, Sri     Lanka, Sudan, Sweden, Switzerland, Syria,
        Taiwan, Tanzania, Thailand, Tunisia, Turkey, Uganda, Ukraine, United Arab     Emirates, United Kingdom,
        the United Kingdom, United States, the United     States, UK, U.K., US, U.S., USA, UAE, Uruguay,
        Uzbekistan, Venezuela, Vietnam, Wales, Yemen, Zambia, Zimbabwe, EU, European Union
        """.split()
    ).split(", ")
)
