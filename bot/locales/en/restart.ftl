# After a restart.

restart-sorry = I was restarted before I could do this, so nothing was charged; please ask once more.
