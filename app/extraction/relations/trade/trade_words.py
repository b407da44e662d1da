"""The words of trade: what is done for pay, what is bought and sold, and what looks like it and is none."""

from __future__ import annotations

from app.extraction.relations.reading.dealings import NO_GOODS, NO_WORK
from app.extraction.relations.reading.rules import words

# What somebody does for a client, on its things or with goods of its own.
WORK = words(
    """supply provide deliver ship make manufacture build construct install fit print clean host cater carry
    transport haul truck ferry fly store warehouse maintain service repair overhaul refit refurbish sew stitch
    weave knit spin dye tan bake brew bottle can pack package label roast mill grind refine smelt process settle
    cast forge weld machine mould mold assemble fabricate harvest cook fill wash launder treat collect recycle
    shred incinerate transcribe annotate translate inspect certify audit insure underwrite run operate manage staff
    guard patrol equip furnish fuel feed handle monitor digitise digitize distribute finish polish paint coat plate
    anodise galvanise galvanize sterilise sterilize cut engineer design develop code write code typeset bind tailor
    lay dredge drill excavate demolish landscape light heat cool power wire cable roof glaze tile pave resurface
    salt grit plough sweep scan survey map test calibrate analyse analyze sequence synthesise synthesize formulate
    blend distil cure smoke slaughter debone freeze chill ripen wrap pick sort stow load unload tow pilot crew
    bunker moor raise rear grow breed hatch quarry crush pump desalinate purify compress liquefy generate broadcast
    edit film shoot animate dub subtitle render record mix master press cater moderate label train curate extrude
    laminate stamp pickle churn culture"""
)
# Of these alone a thing done tells that somebody had it done; others are done for oneself.
FOR_OTHERS = words(
    """supply provide deliver ship install fit print host cater haul transport maintain service repair overhaul
    refit launder insure audit equip furnish build construct design fill wash clean cook bake sew weave pack bottle
    monitor inspect guard staff assemble"""
)
# What is handled for others for pay, though of nobody's making: "processes transactions for X", "settles X's claims".
HANDLING = words("process handle settle clear collect route answer")
HANDLED = words(
    """transaction payment order return call booking parcel transfer claim payroll advertising complaint record rubbish
    waste ore milk mail post"""
)
BUYING = words("buy purchase order procure source obtain get import rent lease draw take commission")
STOCKING = words("stock carry sell list offer distribute retail")
# Work that is given to somebody by these is work done for pay.
OUTSOURCING = words("outsource entrust subcontract farm_out contract_out")
GIVING = words("hand hand_over turn_over give award move switch shift transfer send pass assign consign route divert")
# What is given away with these verbs is a piece of business.
BUSINESS = words(
    """work contract order account business mandate job custom tender production manufacturing printing packing bottling
    packaging maintenance logistics distribution catering cleaning payroll hosting advertising processing assembly
    laundry laundering security haulage freight freightwork delivery insurance audit milling sourcing servicing supply
    laboratory canteen kitchen warehouse warehousing storage fulfilment fulfillment it helpdesk billing volume
    fleet plane aircraft jet engine train tram bus coach vessel ship parcel cargo pallet shipment garment linen sample
    laundry waste refuse tray departure flight workload finishing stitching sewing dyeing weaving knitting filling
    blending refining smelting drilling dredging desk centre center server website mailbox archive computing banking
    bookkeeping accounting translation transcription annotation labelling labeling moderation"""
)
PACTS = words("agreement contract deal lease arrangement order subscription licence license retainer")
# What comes from somebody without being bought: money, people, words and happenings.
NO_WARES = (
    NO_GOODS
    | NO_WORK
    | words(
        """money funding cash capital investment financing revenue income profit sale growth demand loss share cent
        order contract complaint pressure criticism opposition competition threat warning call request news word report
        letter email message statement comment question answer response reply idea suggestion inspiration decision
        approval support help advice backing blow boost move step sign signal proof evidence rest remainder bulk
        half most part executive engineer manager director chief boss head founder worker employee staff person people
        man woman director customer client visitor tourist guest passenger complaint lawsuit dispute quarrel challenge
        rumour rumor talk
        proposal initiative plan push attack assault onslaught praise name figure number estimate forecast
        prediction data-point
        resistance success strength weakness experience knowledge confidence surprise trouble problem difficulty
        result ruling verdict fine penalty tax rent subsidy grant loan donation gift point change shift opportunity
        analysis study survey research paper story article book report leak recruit hire applicant candidate
        team member shareholder investor backer partner rival competitor interest reason risk"""
    )
)
# What is made, written or told of, and of nobody's goods.
NO_ORDERED_WORK = NO_WARES | words(
    """case claim history list record brand empire reputation relationship business career value wealth confidence
    momentum pressure trust team network operation programme program way case argument model strategy
    bridge tax vote round deal transaction sale bid auction merger takeover fund index statistic list ranking
    review account message interview podcast gap hole role shortfall order post vacancy seat job bill coffer
    void need want demand capacity loss gain position suit complaint petition charge motion check cheque"""
)
# What is bought, though as often only told or held.
PAPERS = words("paper book report study analysis research survey article story order")
TAKINGS = words("sale sales revenue revenues turnover income billing order_book takings output business")
CONTRACTORS = words(
    """supplier vendor provider contractor subcontractor caterer haulier carrier printer auditor insurer broker builder
    manufacturer maker producer distributor wholesaler agency laundry host forwarder shipper processor packer baker
    brewer mill foundry yard shipyard bottler grower installer fitter integrator outfitter specialist lab laboratory
    plant rival competitor"""
)
CUSTOMERS = words("customer client buyer user licensee subscriber tenant account purchaser charterer")
