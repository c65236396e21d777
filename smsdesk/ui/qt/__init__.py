"""Our manners with Qt: tasks on its loop, events from other threads, garbage, a second start."""
