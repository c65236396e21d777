"""What is said to the user: translated sentences, numbers, dates and amounts."""
