"""Files that belong to the reader: settings, notebook, session and snapshots."""
