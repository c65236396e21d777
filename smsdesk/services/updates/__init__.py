"""Whether there is a newer smsdesk, asked of one small file where user and office want it. Nothing is installed."""
