"""What must survive: the database, the settings file, the profile folder."""
