"""Putting files in the place of others, on disks where other programs look at them too."""
