"""Entry point of `python -m deepseek_tui`."""

import sys

from deepseek_tui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
