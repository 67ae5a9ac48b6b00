"""Who runs what, when: engines behind the `JobEngine` port."""
