"""Exercise sets in the formats of other programs: GIFT, H5P, Anki, and strings for translators.

Pure functions from text to text. What a format cannot carry is a remark with its place; what must not be carried in
raises `ExchangeError`. Nothing is executed and nothing is unpacked to disk.
"""
