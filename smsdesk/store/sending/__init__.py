"""What is queued and on its way: the outbox, claims, and what an earlier run left."""
