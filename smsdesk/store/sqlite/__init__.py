"""What only SQLite needs: the file, its backups, and what can still be read of a damaged one."""
