"""The main job done by the program itself, against the sandbox, through its real widgets."""
