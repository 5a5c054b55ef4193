"""What fills the terminal: the dashboard and its dialogs."""
