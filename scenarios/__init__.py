"""Branching stories: what they are, how they are written as Markdown, and what makes one sound.

Pure values and functions; nothing here knows of pages, databases or disks.
"""
