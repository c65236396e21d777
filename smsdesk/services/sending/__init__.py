"""From the outbox to the gateway: queues, their moves, and what the person does to them."""
