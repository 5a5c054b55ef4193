"""Controllers, each responsible for a part of the dashboard's behaviour."""
