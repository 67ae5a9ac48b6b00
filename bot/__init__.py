"""The Discord process: connects, asks the app, answers. It holds no SQL and no pixels."""
