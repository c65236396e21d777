"""What was sent, what became of it, and what is told of that."""
