"""What the report page shows: plain values that its templates are filled with."""
