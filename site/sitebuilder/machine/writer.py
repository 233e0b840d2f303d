"""Puts the files for machines in their places."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from sitebuilder.machine import addresses
from sitebuilder.machine.feed import atom_feed
from sitebuilder.machine.index_json import documents_json
from sitebuilder.machine.llms import llms_txt
from sitebuilder.machine.qr import put_qr
from sitebuilder.machine.schema import schema_json
from sitebuilder.places import SITE
from sitebuilder.views import SiteView


def write_for_machines(
    site: SiteView, output: Path, root: str, texts: Mapping[str, str], codes: Path | None = None
) -> None:
    """Writes what belongs to one language into its folder ``output``.

    What is written follows from the same things as the pages do, so a language that is kept is kept with it.
    ``root`` is where the whole site stands; ``texts`` holds the source of each document by its path under ``content/``;
    ``codes`` is a folder where QR codes are kept from one build to the next.
    """
    home = f"/{site.language.code}/"

    def place(address: str) -> Path:
        target = output / address.removeprefix(home)
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    place(addresses.feed(site.language.code)).write_text(atom_feed(site, root), "utf-8")
    place(addresses.documents(site.language.code)).write_text(documents_json(site, root), "utf-8")
    put_qr(f"{root}{home}", place(addresses.qr(home)), codes)
    for document in site.documents():
        place(addresses.markdown(document.url)).write_bytes(texts[document.path].encode())
        put_qr(f"{root}{document.url}", place(addresses.qr(document.url)), codes)


def write_root_for_machines(sites: Mapping[str, SiteView], output: Path, root: str) -> None:
    """Writes what stands above the languages."""
    schema = output / addresses.SCHEMA.lstrip("/")
    schema.parent.mkdir(parents=True, exist_ok=True)
    schema.write_text(schema_json(root), "utf-8")
    llms = llms_txt((site.language for site in sites.values()), root)
    (output / addresses.LLMS.lstrip("/")).write_text(llms, "utf-8")
    shutil.copyfile(SITE / "root" / "preview.png", output / addresses.PREVIEW.lstrip("/"))
