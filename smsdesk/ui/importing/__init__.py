"""Files of people, looked at before they are taken."""
