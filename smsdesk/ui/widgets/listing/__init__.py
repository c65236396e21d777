"""What lists and tables are made of: how they look, how their columns stand, the chips that filter them."""
