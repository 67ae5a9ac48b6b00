"""Measures for whoever watches the bot; no names, no ids, no pictures."""
