"""smsdesk for macOS: the app's property list, its signatures, the disk image, and a trial of it."""
