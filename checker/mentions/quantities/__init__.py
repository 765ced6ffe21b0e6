"""Figures read from tokens: numbers, bounds, units, dates, and what only looks like a figure."""
