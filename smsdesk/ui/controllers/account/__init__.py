"""What an account that is chosen, changed or in trouble means at the desk."""
