"""The balance to look at: the amount, the line of the last weeks, and the picture over months."""
