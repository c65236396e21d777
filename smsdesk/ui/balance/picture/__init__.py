"""The balance and the months drawn, point by point readable."""
