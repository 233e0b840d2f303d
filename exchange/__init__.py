"""What every exchange with other programs needs: bytes to text within limits, words for translators, what is refused.

Knows neither stories nor exercises. Nothing is executed and nothing is unpacked to disk.
"""
