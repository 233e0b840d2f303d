"""What the site says to machines: its texts as Markdown and JSON, what is new, and addresses as QR codes.

The modules take the views of the site and give texts; `writer` puts them in their places.
"""

from sitebuilder.machine.writer import write_for_machines, write_root_for_machines

__all__ = ["write_for_machines", "write_root_for_machines"]
