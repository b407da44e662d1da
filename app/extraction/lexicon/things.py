"""Things that firms make and name: "Respiro, the asthma spray", "its K4 turboprop", "a sneaker called the Bog"."""

from __future__ import annotations

THINGS = frozenset(
    """accelerator aftershave ale antibiotic antibody bandage battery beer bicycle bike biscuit boiler boot bulldozer
    bus camcorder catheter cereal charger cheese chocolate cider coat cola combine compressor convertible cooker
    coupe cream crossover detergent dishwasher doll dressing drill drone drink e-bike e-reader earbud earphone engine
    excavator exoskeleton fertiliser fertilizer forklift fragrance freezer fridge gearbox gin glider guitar handset
    harvester hatchback headphone helicopter herbicide implant inhaler injection insulin jacket jumper kettle lager
    lamp laser lawnmower lens lipstick locomotive loudspeaker lorry lotion mascara mattress microscope minivan
    moisturiser moped motorbike motorcycle mower oven pacemaker painkiller parka perfume pesticide piano pickup pill
    pram pushchair razor router roadster rum saloon scanner scooter sedan serum shampoo shoe skateboard ski snack
    sneaker soap soda sofa speaker spray statin stent stroller surfboard sweater syringe telescope toothbrush
    toothpaste tractor trainer tram truck turbine turboprop turbofan tyre van vodka whiskey whisky yoghurt yogurt
    compact minicar quadcopter smartwatch tonic ointment""".split()
)
