"""Reading people out of what others wrote: one strict rule for paste, files, edits and "Use again"."""
