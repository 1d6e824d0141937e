"""`python -m refwasm`: the command line."""

from refwasm.cli.main import main

main()
