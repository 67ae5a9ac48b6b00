"""What is remembered: identities, jobs and credits in a database, pictures in a folder."""
