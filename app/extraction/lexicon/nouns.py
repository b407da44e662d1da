"""The words by which names are told apart: what companies, bodies, units, people and places are called in English news.

General vocabulary only. A name that a rule needs to know is a rule that fails on the next article.
"""

from __future__ import annotations

from app.extraction.lexicon.tables import names, words

# --- parts of names --------------------------------------------------------------------------------------------------

# A legal form closes a name, and may stand after a comma. Compared without full stops.
LEGAL_FORMS = words(
    """Inc Incorporated Corp Corporation Co Ltd Limited LLC LLP LP plc PLC Plc GmbH AG SA SE NV BV AB ASA AS Oy Oyj
    KK Koop Coop SpA A/S K/S SAS SARL Sarl Pty Pte Bhd KGaA KG SL SRL Srl Kft OOO PJSC JSC SCA SICAV ULC"""
)

# What ends the names of many, or goes before those of nobles, and is none by itself.
BARE_WORDS = words(
    """Agency Association Branch Club College Committee Company Count Department District Division Duke Earl Firm
    Foundation Group Index Institute Laboratory Office School Society Solutions Township University Viscount"""
)
# The last word of many company names.
COMPANY_WORDS = words(
    """Annotation Labeling Labelling Labels
    Bulkers Rails Tunnels Dairies Creamery Porcelain Looms Knitwear Shipyard Trucking Ropes Sails Orchards Hatcheries
    Confectionery Mines Zinc Jewels Clocks Compressors Elevators Escalators Cranes Machines Robots Recruiters
    Sanitation Coatings Adhesives Bricks Blinds Lamps Perfumes Boots Gloves Tannery Furs Cartons Bottlers
    Bottling Canners Pulp
    Cleaners Chickens Rubber Cocoa Kelp Soap
    Exchange Air Airport Auto Avionics Cars Centers Chocolate Coffee Companies Crafts Cycles Engines Freight
    Games Garage Glass Guitars Instruments Labs Laboratories Lines Label Logic Markets Mortgage Movers Pizza
    Angels Growth Invest Mutual Seed Pensions
    Press Printing Radio Seafood Software Spirits Sports Studio Television Theatres Tires Trucks Watches Wines
    Wine Advisors Advisers Aerospace AI Airlines Airways Analytics Apparel Asset Associates Automotive Aviation
    Bancorp Bank Banking Beverages Biologics Biosciences Biotech Brands Breweries Brewing Broadcasting Brothers
    Bros Cables Capital Cement Chemical Chemicals Clothing Coal Communications Company Computer Computers
    Construction Consultants Consulting Cosmetics Credit Cruises Dairy Data Design Developers Diagnostics Digital
    Distillery Distributors Dynamics Electric Electronics Energy Engineering Enterprises Entertainment Equity
    Express Farms Fashion Films Finance Financial Foods Furniture Gaming Gas Genomics Global Gold Group
    Healthcare Holding Holdings Homes Hotels Industrial Industries Informatics Infrastructure Insurance
    Interactive International Investment Investments Investors Jewelers Leasing Logistics Machinery Management
    Manufacturing Maritime Marketing Materials Media Metals Microsystems Mills Mining Mobile Mobility Motor
    Motors Network Networks Oil Optics Outfitters Packaging Paper Partners Petroleum Pharma Pharmaceutical
    Pharmaceuticals Photonics Pictures Plastics Power Productions Products Properties Publishers Publishing
    Railway Railways Realty Records Refining Renewables Rentals Resorts Resources Restaurants Retail Robotics
    Sciences Securities Semiconductor Semiconductors Services Shipping Shipyards Solar Solutions Sons Steel
    Stores Studios Supermarkets Supply Systems Tech Technologies Technology Telecom Telecommunications Textiles
    Therapeutics Tobacco Tools Toys Trading Transport Travel Trust Utilities Vehicles Ventures Vineyards Water
    Wealth Wireless Works Aeronautics Agri Agro Alloys Aluminium Aluminum Appliances Assurance Assurances
    Automation Bakeries Bakery Bancshares Bankers Batteries Battery Beauty Bikes Bio Biopharma Biotherapeutics Boats
    Booksellers Broadband Brokerage Brokers Builders Cards Cargo Castings Cells Ceramics Charging Cinemas Compute
    Contracting Copper Couriers Cyber Cybersecurity Defence Defense Dental Developments Devices Diamonds Distillers
    Drilling Drones Estates Exploration Eyewear Feed Ferries Fertilisers Fertilizers Fiber Fibre Fisheries Footwear
    Forge Foundry Fragrances Fund Funds Genetics Grid Grocers Grocery Health Hospitality Housing Hydro Hydrogen
    Imaging Interiors Jewellers Jewellery Jewelry Lasers Learning Lending Lighting Lithium Loans Lumber Marine Meats
    Medical Medicines Midstream Minerals Motorcycles Nickel Nuclear Nutrition Oncology Organics Outsourcing Payments
    Personnel Pharmacies Pharmacy Pipelines Ports Poultry Quantum Racing Rail Recruitment Reinsurance Residential
    Roasters Rockets Satellites Savings Seeds Sensors Shoes Silicon Sportswear Staffing Surgical Terminals Tiles Timber
    Towers Tubes Turbines Tyres Underwriters Uranium Vaccines Vision Wind Winery Yachts Advertising Audit Bathrooms
    Bearings Beds Beer Betting Bicycles Biscuits Bookshops Breads Buses Cabs Cakes Candles Carpets Carriers Casinos
    Catering Cheese Chips Cider Cleaning Clinics Cloud Coaches Concrete Controls Cruise Doors Drinks Dyes Eggs Events
    Fabrics Factoring Ferry Fitness Flour Fruit Fruits Gears Grain Gyms Haulage Hauliers Heating Holidays Hospitals
    Juice Juices Kitchens Laundries Laundry Leather Legal Lingerie Locks Lorries Lotteries Mattresses Metrics Milk
    Notebooks Nurseries Packers Paints Parcel Parcels Payroll Pensions Petrochem Plumbing Printers Prints Property
    Publishings Pumps Quarries Recycling Removals Roofing Rugs Salons Scooters Security Semiconductors Shipbuilders
    Shops Signage Skincare Snacks Soaps Spas Storage Sugar Tankers Taxis Tea Teas Textile Tiling Tours Tractors Trains
    Trams Tutoring Valves Vans Wagering Warehouses Warehousing Waste Watersports Windmills Windows Wool Yarns
    Cooling Carpentry Decorating Demolition Excavation Fencing Flooring Glazing Insulation Joinery Landscaping Masonry
    Paving Plastering Refrigeration Scaffolding Ventilation Welding"""
)

# The first word of many company names outside English.
FOREIGN_COMPANY_WORDS = words(
    """Banca Banco Banque Bodegas Casa Compagnie Compañía Companhia Cooperativa Empresa Fabbrica Fabrika Fratelli
    Gebrüder Groupe Grupa Grupo Gruppo Kompania Maison Société Sociedad Sociedade Tenuta Vereinigte
    Établissements Grup Koninklijke Pharmacie Auto Molkerei Brauerei Editora Éditions Officine Officina
    Industrias Laboratorios Laboratoires Denki Kogyo Seisakusho Shoji Holdings Energia Energie Elektro Elektronik
    Technik Technologie Technologia Verlag Motoren Werke Acciaierie Aceros Astilleros Ateliers Bäckerei Birrificio
    Boulangerie Brasserie Browar Calzaturificio Cantina Cantine Cartiere Caseificio Cementos Ceramiche Cerámicas
    Cervecería Cervejaria Chantiers Chocolaterie Confiserie Conservas Constructora Cristalleries Distillerie Druckerei
    Edizioni Fabryka Fattoria Ferriere Fonderie Fromagerie Gießerei Huta Inmobiliaria Lanificio Librairie
    Maschinenfabrik Studio Atelier Agence Muebles Möbel Naviera Papeteries Papelera Papierfabrik Pastificio Pivovar
    Società Consorzio Cassa Gesellschaft Istituto
    Reederei Salumificio
    Sklárny Spedition Spółdzielnia Stahlwerk Stahlwerke Strojírny Tessitura Textilfabrik Verreries Vinícola Weingut
    Zakłady Železárny
    Beteiligung Beteiligungen Capitale Finanziaria Fonds Försäkring Forsikring Gestion Gestora Inversiones
    Investimentos Kapital Kredit Kreditbank Participações Participaciones Participations Pensjon Pension Vorsorge"""
)

# Words that make a name one of a body that is no business.
BODY_WORDS = words(
    """Academy Administration Agency Alliance Archdiocese Archive Archives Army Assembly Association Authority Board
    Brigade Bundestag Bureau Cathedral Church Clinic Club Coalition College Commission Committee Community
    Confederation Conference Congress Conservatoire Consortium Convention Council Court Department Diocese
    Directorate Estate Division Faculty Federation Force Forum Foundation Government Guild High Hospital Institute
    Institution Inspectorate Laboratory League Legislature Library Ministry Mission Movement Museum NGO Navy
    Observatory Office Orchestra Organisation Organization Parliament Partnership Party Police Polytechnic Regiment
    School Secretariat Senate Seminary Society Squadron Synod Theatre Theater Treasury Tribunal Union University
    Initiative Institut Institutet Instituto Istituto Universität Université Universidad Università Universidade
    Universiteit Stiftung Stichting Fondation Fundación Fundação Fondazione Hochschule Akademie Académie Academie
    Accademia Ministère Ministerio Asociación Associação Associazione Federación Federação Sindicato"""
)

# Points of the compass and the like, before a region: "Northern Europe", "Central Asia".
DIRECTIONS = words(
    """North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast Southwest
    Northeastern Northwestern Southeastern Southwestern Latin Mid Middle Sub-Saharan Continental Mainland Greater"""
)

# News outlets end in one of these, or are among the best known.
PERIODICAL_WORDS = words("Daily Evening Morning Sunday Weekly")
OUTLET_WORDS = words(
    """Chronicle Courier Daily Dispatch Echo Examiner Gazette Globe Herald Independent Inquirer Insider Journal Ledger
    Magazine Mirror News Newspaper Observer Post Press Register Reporter Review Sentinel Standard Sun Telegraph
    Times Tribune Weekly Wire"""
)
OUTLETS = names(
    """Reuters|Bloomberg|Bloomberg News|Associated Press|AP|AFP|BBC|BBC News|CNN|CNBC|NBC|NBC News|CBS|CBS News|
    ABC News|NPR|Axios|Politico|TechCrunch|The Information|The Verge|Wired|Forbes|Fortune|The Economist|
    Economist|Guardian|The Guardian|Financial Times|New York Times|Wall Street Journal|Washington Post|
    Business Insider|Le Monde|Der Spiegel|Handelsblatt|Nikkei|Les Echos|El País|Xinhua|Sky News|Semafor|
    VentureBeat|Barron's|Time"""
)

# Words that make a name one of a part of an organisation, where the text ties it to that organisation.
UNIT_WORDS = words(
    "Lab Labs Laboratory Laboratories Research Team Unit Division Office Studio Group Arm Department Desk"
)

# Joints within a name.
PARTICLES = words(
    "de da di del della delle dos das do du van von der den ten ter zu af av bin bint ibn al el la le of the y e 't ’t"
)
# "Bank of America", but not "CEO of America".
HEADS_OF_OF = words(
    """Academy Agency Association Army Bank Bishop Board Bureau Cathedral Centre Center Chamber Church City College
    Commission Committee Conference Confederation Congress Council County Court Department Diocese Duchy Faculty
    Federation Gulf House Institute Isle Kingdom League Library Ministry Museum Office Order Organization
    Organisation Parliament Port Province Republic School Secretary Society State States Union University Village
    Way Women Secretariat Bay Cape Town Company Corporation Trust"""
)

PLACE_WORDS = words(
    """Arena Avenue Bay Beach Borough Boulevard Canyon City Coast Country County Creek Desert District Glacier Gulf
    Harbor Harbour Heights Hills Island
    Islands Lake Metroplex Mountain Mountains Ocean Park Peninsula Plaza Province Region River Road Sea Square Street
    Valley Village"""
)

PRODUCT_HEADS = words(
    """app apps aircraft assistant browser camera cameras car cars chatbot chip chips console device devices drug
    drugs engine game games gadget gpu headset headsets jet jets laptop laptops model models phone phones
    platform plane planes processor processors robot robots satellite scooter sensor series service smartphone
    smartphones software suv system tablet tablets tool truck trucks vaccine van vans vehicle watch"""
)

# --- titles, roles, people -------------------------------------------------------------------------------------------

STATE_CODES = words(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK
    OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC BC ON QC NSW NZ"""
)

HONORIFICS = words(
    """Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Rev Reverend Judge Justice Captain Capt Col Gen
    Councillor Councilor Councilman Councilwoman Cllr Alderman"""
)
MALE_HONORIFICS = words("Mr Sir Lord")
FEMALE_HONORIFICS = words("Mrs Ms Miss Dame Lady")

# Words that name the holder of a post; in capitals they part a company from a person ("Acme CEO Jane Roe").
ROLE_HEADS = words(
    """accountant administrator advisor adviser ambassador analyst architect associate attorney auditor banker boss
    broker captain ceo cfo chair chairman chairperson chairwoman chancellor chief cio ciso cmo co-chair co-ceo
    co-founder cofounder columnist commander commissioner consultant controller coo counsel cpo cro cto curator
    dean deputy detective designer developer director economist editor engineer evp executive fellow founder
    governor head inventor investor journalist lawyer leader lecturer maker manager mayor member minister officer
    operator owner partner physicist planner premier president principal producer professor programmer rector
    reporter representative researcher scholar scientist secretary senator spokesman spokesperson spokeswoman
    strategist superintendent supervisor svp trader treasurer trustee vice-chair vice-president vp writer"""
)
# Roles that stand inside companies' names as often as before people's ("Hartwell Banker Homes").
TRADES = words(
    """accountant architect attorney auditor banker boss broker captain commander consultant controller designer
    developer engineer fellow inventor investor lawyer maker member operator owner partner planner producer
    programmer scholar writer"""
)
# Words that open a title which ends in a role head: "Chief Operating Officer", "Vice President", "Managing Director".
ROLE_OPENERS = words(
    """Acting Artistic Assistant Associate Chief Co Commercial Creative Deputy Ex Executive Finance Former Founding
    General Global Group Head Incoming Interim Lead Managing Non Operations Outgoing Prime Regional Scientific
    Senior Sporting Staff Technical Vice"""
)
ACRONYM_ROLES = words("CEO CFO COO CTO CIO CMO CPO CRO CISO CHRO CSO CDO EVP SVP VP MD")

# --- capitalised words that are no names -----------------------------------------------------------------------------

DAYS_AND_MONTHS = words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Mon Tue Tues Wed Thu Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec Christmas Easter Thanksgiving Ramadan Mondays Tuesdays Wednesdays Thursdays Fridays
    Saturdays Sundays"""
)

DEMONYMS = words(
    """African Afghan Albanian Algerian American Americans Angolan Arab Arabic Argentine Argentinian Armenian Asian
    Australian Austrian Azerbaijani Bahraini Bangladeshi Belarusian Belgian Bolivian Bosnian Brazilian Briton
    Britons British Bulgarian Californian Cambodian Canadian Catalan Chilean Chinese Colombian Croatian Cuban
    Cypriot Czech Danish Dane Dutch Ecuadorian Egyptian Emirati English Estonian Ethiopian European Europeans
    Filipino Finnish Flemish French Georgian German Germans Ghanaian Greek Hebrew Hispanic Hungarian Icelandic
    Indian Indians Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jewish Jordanian
    Kazakh Kenyan Korean Kuwaiti Latin Latvian Lebanese Libyan Lithuanian Malaysian Maltese Mexican Mongolian
    Moroccan Muslim Namibian Nepalese Nigerian Nordic Norwegian Omani Pakistani Palestinian Peruvian Philippine
    Polish Portuguese Qatari Romanian Russian Rwandan Saudi Scandinavian Scottish Scots Senegalese Serbian
    Singaporean Slovak Slovenian Somali Spanish Sudanese Swede Swedish Swiss Syrian Taiwanese Tanzanian Thai
    Tunisian Turk Turkish Ugandan Ukrainian Uruguayan Venezuelan Vietnamese Welsh Western Yemeni Zambian
    Zimbabwean Catholic Christian Protestant Democrat Democrats Democratic Republican Republicans Conservative
    Labour Islamic Buddhist Hindu Sikh Transatlantic Bavarian Basque Bengali Punjabi Texan Parisian Londoner
    Anglo Beninese Bhutanese Bosniak Burmese Burundian Cameroonian Chadian Chechen Congolese Cretan Cypriots Eritrean
    Fijian Gabonese Gambian Genoese Greenlandic Guatemalan Guinean Guyanese Haitian Honduran Javanese Kashmiri Kosovar
    Kurdish Kyrgyz Laotian Liberian Luxembourgish Macedonian Malagasy Malawian Malay Malian Maori Mauritian
    Mauritanian Moldovan Montenegrin Mozambican Nicaraguan Panamanian Paraguayan Prussian Salvadoran Samoan Sicilian
    Slovene Sinhalese Tajik Tamil Tibetan Togolese Tongan Trinidadian Turkmen
    Tyrolean Uzbek Venetian Viennese Lankan Leonean Rican Zealander Zealanders
    Cornishman Dutchman Dutchmen Dutchwoman Englishman Englishmen Englishwoman Frenchman Frenchmen Frenchwoman
    Irishman Irishmen Irishwoman Northumbrian Scotsman Scotsmen Scotswoman Spaniard Ulsterman Welshman Welshmen
    Welshwoman Yorkshireman Yorkshiremen Glaswegian Mancunian Liverpudlian Dubliner Bostonian Neapolitan Tuscan
    Sydneysider Torontonian Muscovite Aberdonian"""
)

# Capitalised by convention and never an agent by themselves.
COMMON_CAPITALS = words(
    """MW GW kW kWh MWh GWh Mbps
    AI AR VR XR ML IT IP IPO IPOs API APIs CEO CFO COO CTO CIO CMO GPU GPUs CPU CPUs LLM LLMs PR HR R&D ESG EV
    EVs SUV SUVs GDP GAAP EBITDA EPS ROI KPI SEO SaaS B2B B2C M&A TV DVD CD PC PCs USB LED 3D 4G 5G AGI IoT FAQ
    FAQs Q&A PDF URL GPT RSS Q1 Q2 Q3 Q4 H1 H2 FY CET GMT EST EDT PST PDT UTC BST ET PT AM PM A.M. P.M. USD EUR
    GBP JPY CHF PhD Ph.D MBA BA BS MA MS BSc MSc JD Internet Web Earth Moon Mars Covid COVID COVID-19 Covid-19
    Buy GIF Hold QA Outperform Underperform Overweight Underweight
    Bitcoin Ethereum Wi-Fi WiFi Series Round Seed Act Bill Law Chapter Section Article Page Figure Table Part
    Volume Issue Note Photo Image Video Credit Source Sources Getty Copyright Title Summary Introduction
    Conclusion Abstract Background Overview Related Read More Share Subscribe Sign Newsletter Advertisement
    Comments Comment Leave Scroll Analysis Opinion Editorial Exclusive Update Updated Breaking Live Watch English
    History Acquisition Acquisitions Operations Product Products Ownership References Clients Founded Divestment
    FP&A L&D D&I DE&I RV RVs BPO GPS CMOS ICs CDs CD-ROM CD-ROMs DVDs TVs VoIP SMS HTML XML HTTP
    MWh GWh TWh kWh KWh MW GW kW Rs Crore Crores Lakh Lakhs HQ NGO NGOs ISP ISPs VC VCs IDE UHF VHF FM IC MMO
    RPG DIY OEM
    God Emeritus Emerita Sir Madam Bachelor Master Masters Degree Diploma Nobel Ok OK DNA RNA CO2"""
)

# What a minister is minister of.
OFFICE_FIELDS = words(
    """State Defense Defence Finance Energy Commerce Labor Labour Justice Trade Health Education Agriculture Transport
    Transportation Interior Treasury Economy Industry Culture Environment War Housing"""
)
# Ends of hyphenated words that are in no name: "Seoul-based", "Kim Lee-led".
HYPHENED_ENDS = words(
    """based led owned style born run wide like era made only free plus to in up out on off op focus listed backed
    linked built funded wise size level time"""
)

LAW_WORDS = words(
    "Act Amendment Bill Code Constitution Directive Protocol Regulation Rule Rules Statute Treaty Law Accord Agreement"
)

# Sentence openers that the tagger now and then takes for names.
OPENERS = words(
    """A According Across Additionally After Afterwards All Already Also Although Always Amid Among An And Another
    Any Anyone Apart As Aside At Back Based Because Before Behind Being Below Beside Besides Between Beyond Both
    But By Can Could Currently Despite Did Do Does Due During Each Earlier Early Either Elsewhere Even Eventually
    Ever Every Everyone Everything Except Few Finally First Firstly Following For Former Formerly Founded From
    Further Furthermore Generally Given Had Has Have Having He Hence Her Here Hers Herself Him Himself His How
    However I If In Including Indeed Initially Inside Instead Into Is It Its Itself Just Last Lastly Late Later
    Latest Least Less Let Like Likewise Long Looking Many Maybe Me Meanwhile Might More Moreover Most Mostly Much
    Must My Near Nearly Neither Never Nevertheless New Next No Nobody None Nonetheless Nor Not Nothing Notably
    Now Nowadays Of Off Often On Once One Only Onto Or Originally Other Others Otherwise Our Out Outside Over
    Overall Own Perhaps Plus Presently Previously Prior Rather Recent Recently Regarding Says Second Secondly
    Several She Should Since So Some Someone Something Sometimes Soon Still Subsequently Such Suddenly Than That
    The Their Theirs Them Then There Thereafter Therefore These They Third This Those Though Three Through
    Throughout Thus Till To Today Together Tomorrow Too Toward Towards Traditionally Two Ultimately Under
    Unfortunately Unless Unlike Until Up Upon Us Usually Various Very Via Was We Well Were What Whatever When
    Whenever Where Whereas Wherever Whether Which While Who Whoever Whom Whose Why Will With Within Without Would
    Yes Yesterday Yet You Your Yours Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Millions Half
    Born Headquartered Located Asked Speaking Big Small Top Key Major Old Young Good Great Best Better Bad Worst
    High Low Local National Global International Public Private Federal Current Senior Chief Potential Emerging
    Total Real Free Full"""
)

# Openers that names begin with as well.
NAME_OPENERS = words(
    """All Big Early Eight Federal First Five Four Free Full Global Good Great Best High International Key Local
    Long National New Old Once One Open Outside Public Real Second Seven Six Small Ten Third Three Top Two Under
    Young"""
)
# What people study. "A degree in Economics" names no body.
FIELD_WORDS = words(
    """Accounting Administration Agriculture Anthropology Archaeology Architecture Arts Astronomy Biochemistry
    Biology Botany Buildings Business Chemistry Communication Communications Computing Design Divinity Economics
    Education Engineering English Finance Geography Geology History Humanities Journalism Languages Law Laws
    Linguistics Literature Management Marketing Mathematics Medicine Music Nursing Philosophy Physics Physiology
    Politics Psychology Science Sciences Sociology Statistics Studies Theology"""
)

# Ends of mass and abstract nouns: they open a sentence without an article and are no names ("Speculation on ...").
ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ing", "ism", "ics", "age", "ure")

# Nouns that go without an article and name nobody.
MASS_NOUNS = words(
    """access advertising anyone business capital cash chaos children competition consensus control credit data debt
    demand diesel electricity energy equity evidence everybody everyone everything fuel gas gold growth hardware
    help hope income industry inflation information interest labor labour law leadership luck man management
    material men money music news nobody nothing oil output parliament pay people police policy power press
    profit progress property research retail revenue rivalry rumor rumour silver software someone space
    speculation staff steel stock supply support talent talk tax technology time trade traffic training trouble
    trust turnover unemployment wage war water wealth wheat woman women word work workforce"""
)

# --- slots that only some types fill ---------------------------------------------------------------------------------

COMPANY_NOUNS = words(
    """airline automaker bank boutique brand brewer broker brokerage builder business buyer carmaker carrier chain
    chipmaker club company competitor conglomerate consultancy contractor corporation customer dealer designer
    developer distributor drugmaker employer enterprise exchange exporter factory financier firm fund giant group
    grocer holding house incubator insurer integrator investor lender maker manufacturer marketplace miner
    operator outfit parent partner platform producer provider publisher refiner retailer rival seller shipbuilder
    shipper specialist spin-off spinoff startup start-up store studio subsidiary supermarket supplier trader
    unicorn utility vendor venture wholesaler agency upstart haulier housebuilder homebuilder hotelier steelmaker
    planemaker toymaker bookmaker shipyard brewery bakery dairy distillery winery caterer bookseller discounter
    concern bureau cooperative co-operative glassmaker cheesemaker shoemaker papermaker boatbuilder
    shipowner packer canner foundry printworks wagonmaker tyremaker watchmaker"""
)
# Those that stand right before the name they describe and open no name: "Rival Acme said".
APPOSED_NOUNS = words(
    """airline automaker brewer carmaker chipmaker competitor conglomerate consultancy drugmaker employer financier
    grocer incubator insurer investor lender manufacturer miner parent rival retailer shareholder shipbuilder spin-off
    spinoff startup supplier subsidiary wholesaler vendor planemaker toymaker steelmaker"""
)
UNIT_NOUNS = words(
    """affiliate arm branch department division effort lab laboratory office subsidiary team unit wing"""
)
BODY_NOUNS = words(
    """academy agency association authority body charity college commission committee council court federation
    foundation government hospital institute institution league ministry museum newspaper nonprofit non-profit
    ngo newsletter organisation organization outlet paper parliament party publication regulator school society
    thinktank think-tank union university watchdog website"""
)
PRODUCT_NOUNS = words(
    """aircraft album app application assistant book bot brand browser camera car chatbot chip console device drug film
    game headset jet laptop line magazine model movie phone platform processor product robot satellite series
    service show smartphone song software suv system tablet technology tool truck vaccine vehicle watch"""
)
# What somebody wrote, filmed, sang or launched, and never a firm.
WORK_NOUNS = words(
    """film movie novel song single musical sitcom documentary opera comic poem painting sculpture memoir anthology
    videogame soundtrack screenplay telenovela miniseries liner ship vessel yacht ferry tanker frigate
    submarine warship steamship schooner"""
)
PLACE_NOUNS = words(
    "area capital city country county district island municipality nation province region state suburb town village"
)

# "the Lisbon office" names a place by what stands there.
SITE_NOUNS = words(
    """airport branch campus factory headquarters hub office plant port region shore site store suburb warehouse"""
)

# Only a person does these.
PERSON_VERBS = words(
    """attend die enrol enroll live reside graduate resign retire study marry coach quip recall testify tweet"""
)
# An organisation is what these act upon.
ORG_OBJECT_VERBS = words("acquire back bankroll co-found cofound found fund join leave lead run rejoin sue takeover")
# "X was founded": X is no person.
ORG_PASSIVE_VERBS = words("acquire dissolve establish found headquarter incorporate list merge rebrand rename staff")
# An organisation (now and then a person) does these.
ORG_SUBJECT_VERBS = words(
    """acquire announce build buy compete develop employ expand hire invest launch license list make manufacture
    merge operate own partner produce provide purchase raise recruit release secure sell settle specialise
    specialize sue supply"""
)
# "the acquisition of X", "an investment in X", "a partnership with X".
ORG_NOUNS_BEFORE = {
    "of": words(
        """acquisition takeover purchase chairman chairwoman ceo cfo cto coo chief head president director founder
    co-founder owner unit subsidiary division arm board shareholder customer client employee executive officer
    manager bankruptcy ipo share stock part partner parent brand stake member staff"""
    ),
    "in": words("stake investment share shareholder investor holding interest"),
    "with": words(
        "partnership deal contract agreement collaboration alliance tie relationship venture talk merger position job"
    ),
    "at": words(
        """executive engineer researcher analyst director manager officer partner employee head staff president chief
    economist strategist work job role position scientist team professor"""
    ),
    "for": words("spokesman spokeswoman spokesperson bid offer supplier work"),
    "from": words("investment spin-off spinoff hire talent funding order"),
    "by": words("acquisition investment takeover purchase"),
}
# What an organisation has, and a person seldom.
ORG_POSSESSIONS = words(
    """acquisition annual app board brand business buyout capital ceo cfo chairman chief client collaboration
    competitor contract cto coo customer dataset director division employee executive expansion founder funding
    growth headquarters investment investor ipo layoff leadership management manufacturing market merger model
    network office operation owner parent partner partnership platform president product profit rebranding
    revenue rival sale service share shareholder software stake startup stock strategy subsidiary supplier team
    technology treasurer unit user valuation vendor workforce bank lender engineer developer researcher spokesman
    spokeswoman spokesperson lab factory plant earning bid offer officer"""
)

# --- unnamed groups --------------------------------------------------------------------------------------------------

COLLECTIVE_HEADS = words(
    """academics advisers advisors analysts backers banks bankers businesses buyers clients colleagues companies
    competitors contractors creators creditors customers developers directors distributors economists employees
    employers engineers entrepreneurs executives experts families family firms founders funds giants graduates
    groups insiders institutions insurers investors labs labellers labelers lenders leaders makers managers
    manufacturers members officials operators organisations organizations outlets owners partners peers personnel
    physicists producers professors providers publishers recruits regulators researchers retailers rivals
    scientists sellers shareholders specialists staff staffers start-ups startups students suppliers talent team
    teams siblings heirs traders unions universities vendors veterans workers workforce annotators alumni lawyers
    consortium crew"""
)
KIN = words("brothers clan family heirs siblings sisters")
# "his brother X", "their mother, X".
RELATIVES = words(
    """brother sister son daughter father mother wife husband widow widower uncle aunt nephew niece cousin grandson
    granddaughter grandfather grandmother stepson stepdaughter half-brother half-sister son-in-law daughter-in-law
    brother-in-law sister-in-law stepfather stepmother twin fiancé fiancée ex-wife ex-husband"""
)
# Who is of a land, a town or a see, and no employee of it.
RANKS_OF_LANDS = words(
    """Prince Princess King Queen Emperor Empress Tsar Tsarina Sultan Emir Duke Duchess Archduke Archduchess Earl Count
    Countess Viscount Viscountess Baron Baroness Marquess Marquis Margrave Elector Lord Lady Saint St. St Pope Patriarch
    Metropolitan Archbishop Bishop Abbot Maharaja Infante Infanta Landgrave"""
)
# Groups that speak or watch: they are sources, and hold no part in a business relation.
SOURCE_HEADS = words("analysts experts observers sources people insiders economists commentators critics")

# --- names that change -----------------------------------------------------------------------------------------------


# --- words that point back -------------------------------------------------------------------------------------------

HE = words("he him his himself")
SHE = words("she her hers herself")
IT = words("it its itself")
THEY = words("they them their theirs themselves")
REFLEXIVES = words("himself herself itself themselves")

# "the company", and what else a definite noun calls an organisation that was named before.
ORG_ANAPHORS = (COMPANY_NOUNS | BODY_NOUNS | UNIT_NOUNS) - words(
    """buyer customer competitor distributor exchange house market partner platform rival seller store supplier
    vendor club board government office effort parliament party paper parent factory series business brand
    enterprise investor team department branch wing contractor court"""
) | words("acquirer team")
# Nouns that call several organisations named before: "both companies", "the two sides".
PLURAL_ORG_ANAPHORS = words(
    """allies banks businesses companies firms giants groups organisations organizations parties partners rivals
    sides startups"""
)
PERSON_ANAPHORS = words(
    """billionaire businessman businesswoman chairman chairwoman economist engineer entrepreneur executive financier
    founder lawyer manager millionaire politician physicist scientist veteran man woman banker boss researcher
    investor co-founder tycoon magnate"""
)
MALE_NOUNS = words(
    """chairman spokesman businessman man salesman king prince duke father son brother husband uncle actor"""
)
FEMALE_NOUNS = words(
    """chairwoman spokeswoman businesswoman woman saleswoman queen princess duchess mother daughter sister wife aunt
    actress"""
)
# "It seems that", "it is clear that": the pronoun stands for nothing.
EMPTY_IT_VERBS = words("appear emerge happen matter rain remain seem snow transpire turn")
SAYING_VERBS = words(
    """acknowledge add admit agree announce argue assert believe claim comment concede confirm declare deny disclose
    emphasise emphasize estimate expect explain insist maintain mention note plan promise recall report reveal
    say state stress suggest tell think warn write"""
)
