"""`python -m refwasm`: the command line."""

from refwasm.cli.main import main

if __name__ == "__main__":
    main()
