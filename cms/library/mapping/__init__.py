"""Pages to documents and back.

A page's streams are mapped as their stored JSON, never as bound blocks: no queries, and no difference between a
page from the database, one from a revision and one that was never saved. ``write`` modules make documents,
``read`` is what the editor's form stores. `Links` says what ids of pages and files are called in files.
"""
