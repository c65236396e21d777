"""The form of an account, in the order in which somebody has the answers: a group a file."""
