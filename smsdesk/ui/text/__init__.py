"""What is said to the person: translated sentences, numbers, dates and amounts."""
