"""What the gateways say is left, and what that tells of what was sent."""
