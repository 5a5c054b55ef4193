"""The Textual application: dashboard, dialogs, widgets and styles."""
