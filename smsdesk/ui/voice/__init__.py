"""What a screen reader is told of what happens while the focus is elsewhere."""
