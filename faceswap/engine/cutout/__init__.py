"""People cut out of a picture, hair and all, and put before another place."""
