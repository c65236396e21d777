"""smsdesk for Linux: the Debian package, what a desktop wants to know, and a trial in a bare Debian."""
