"""Pure values and rules: segments, numbers, delivery states, balance, sentences."""
