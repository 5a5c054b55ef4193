"""The screens of the interactive labs."""
