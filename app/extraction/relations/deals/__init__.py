"""Money and shares: investments, stakes, acquisitions, bids, mergers and joint ventures."""
