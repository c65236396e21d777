"""What moved a balance, and how long it lasts."""
