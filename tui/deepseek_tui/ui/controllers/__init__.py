"""Parts of the dashboard's behaviour, each in a class of its own."""
