"""What became of the messages that gateways accepted: asked for, or reported to us."""
