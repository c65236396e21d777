"""One file per gateway, the contract they keep, and the HTTP layer below them."""
