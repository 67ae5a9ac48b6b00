"""The private process that holds the engine and answers our own API."""
