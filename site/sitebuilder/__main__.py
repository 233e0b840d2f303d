"""``python -m sitebuilder``: the same as the `toolbox` command."""

from sitebuilder.cli import main

main(prog_name="toolbox")
