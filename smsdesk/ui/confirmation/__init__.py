"""The last look before money is spent: what the phone shows, who gets it, what it costs, what looks odd."""
