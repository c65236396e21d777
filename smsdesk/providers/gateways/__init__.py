"""One file per gateway, each after its own document."""
