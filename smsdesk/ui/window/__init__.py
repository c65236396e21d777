"""The main window, its strips and its help."""
