"""Puts what people write into plainer words before it is read: framing, idioms, roundabout questions."""
