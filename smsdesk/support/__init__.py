"""What helps when something is wrong: log, crash reports, diagnostics, the place of the profile."""
