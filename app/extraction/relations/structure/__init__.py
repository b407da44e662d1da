"""What an organisation is and does: its parts, founders, names, seat, fields, products and reorganisations."""
