"""Files of the reader: settings, notebook, session and snapshots."""
