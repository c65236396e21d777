"""What connects the window with the services, one file for each thing that a person does."""
