from fentcheck.cli.main import main

main()
