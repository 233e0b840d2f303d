"""Norwegian exercises: what an item is, how it is written, what makes it sound, and how it looks without scripts.

Pure values and functions; nothing here knows of pages, databases or disks.
"""
