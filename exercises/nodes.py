"""The YAML of a fence as a tree with lines, safe to take from anyone.

Only the tree is built, never values: what a word such as ``no`` or ``1e3`` means is for the field it stands in to
say, so a Norwegian word cannot turn into a truth value. Anchors, aliases and tags have no use here and are refused.
"""

from __future__ import annotations

import yaml

from exercises.finding import Finding, find

MOST_CHARACTERS = 20_000
MOST_LEVELS = 8


def compose(source: str, first_line: int) -> tuple[yaml.MappingNode | None, tuple[Finding, ...]]:
    """The mapping a fence holds, or None and why not. Never raises."""
    if len(source) > MOST_CHARACTERS:
        return None, (find("E26.long", line=first_line, most=MOST_CHARACTERS),)
    try:
        refused = _refused(source, first_line)
        root = None if refused else yaml.compose(source, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        return None, (find("E20", line=line, problem=error.problem or error.context or ""),)
    except yaml.reader.ReaderError as error:
        line = first_line + source.encode()[: error.position].count(b"\n")
        return None, (find("E28.unseen", line=line),)
    except UnicodeEncodeError as error:
        return None, (find("E28.unseen", line=first_line + source.count("\n", 0, error.start)),)
    if refused:
        return None, refused
    if not isinstance(root, yaml.MappingNode):
        return None, (find("E23.item", line=first_line),)
    return root, ()


def _refused(source: str, first_line: int) -> tuple[Finding, ...]:
    """What in the fence may not be used. Looked for before a tree is built, while nothing can be made to grow."""
    found: list[Finding] = []
    level = 0
    for event in yaml.parse(source, Loader=yaml.CSafeLoader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            found.append(find("E25.anchor", line=line))
        elif getattr(event, "tag", None):
            found.append(find("E25.tag", line=line, tag=str(getattr(event, "tag", ""))))
        if isinstance(event, yaml.CollectionStartEvent):
            level += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            level -= 1
        if level > MOST_LEVELS:
            return (*found, find("E26.deep", line=line))
    return tuple(found)
