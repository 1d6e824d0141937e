"""`refwasm` and `python -m refwasm`: the command line, if what it needs is installed."""

import sys


def main() -> None:
    """Run the command that the arguments name, and exit."""
    try:
        from refwasm.cli.main import main as run
    except ModuleNotFoundError as e:
        print(f"refwasm: {e.name} is missing: pip install {e.name}", file=sys.stderr)
        sys.exit(3)
    run()


if __name__ == "__main__":
    main()
