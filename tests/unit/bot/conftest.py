import tests.quiet_discord  # noqa: F401 - before anything else imports discord.py
