"""One HTTP exchange with a gateway: its deadline, what left this machine, what came back."""
