"""The list of people that an announcement goes to, as the window shows and edits it."""
