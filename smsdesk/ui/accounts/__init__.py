"""The accounts: their card beside the message, and the dialogs in which they are set up."""
