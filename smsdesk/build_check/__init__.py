"""What a build needs and its self-test can't see: parts that are used seldom, elsewhere, or by name only."""
