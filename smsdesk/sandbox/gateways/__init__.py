"""One file per played gateway, each after its own document."""
