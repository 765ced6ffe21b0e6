"""What was there before this run: known findings, unchanged lines, other names of a draft, an earlier take."""
