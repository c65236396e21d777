"""Work that goes on behind the window: lanes, sender, poller."""
