"""Small widgets that several panes use, and the looks they share."""
