"""Writing the message: its text, parts and cost, when it leaves, and the question before it does."""
