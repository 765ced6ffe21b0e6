"""Finds figures that disagree inside one draft."""
