"""The blocks editors write with. Their stored JSON is what ``cms.library.mapping`` reads and writes."""
