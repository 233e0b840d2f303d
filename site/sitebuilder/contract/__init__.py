"""The content contract: what may stand in a file under ``content/``, read, written and checked.

``docs/content-format.md`` is the same contract for people. Reading is strict and never raises for what a file
says: it gives a document, or none, and the problems it met. Writing is canonical: one document, one text.
"""
