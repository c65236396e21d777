"""What must not be read by others: passwords, and numbers and messages in what is passed on."""
