"""Sending from the window: confirming, taking back, cancelling, and how the account stands meanwhile."""
