"""Those who make pictures from words: a server of somebody else, or a pipeline of our own."""
