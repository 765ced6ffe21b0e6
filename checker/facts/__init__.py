"""From mentions to frames, links and facts: which figures speak of one fact."""
