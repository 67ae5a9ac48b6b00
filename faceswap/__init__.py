"""The product: faces, identities, jobs and credits. Knows no Discord."""
