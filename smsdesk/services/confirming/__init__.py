"""What the user is asked before money is spent: who gets it, whom each caution means."""
