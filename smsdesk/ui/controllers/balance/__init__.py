"""The balance: shown, over months, and told when it runs low."""
