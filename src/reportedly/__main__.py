"""Run the command line with `python -m reportedly`."""

from reportedly.cli import main

if __name__ == "__main__":
    main()
