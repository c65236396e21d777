"""smsdesk for Windows: what the frozen program is packed into, and a trial of it."""
