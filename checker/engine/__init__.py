"""From links to findings: rules, kinds of check, the judge."""
