"""What the words of a prompt ask for; pure functions, no pixels."""
