"""Vendors and clients: contracts, orders, custom and wares."""
