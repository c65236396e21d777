"""What the menus and the keyboard do in the whole window: editing whatever has the focus, walking the panes."""
