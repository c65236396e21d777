"""From the outbox to the gateway: queues, their moves, and what the user does to them."""
