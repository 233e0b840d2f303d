"""Strategies for whatever an editor can type, and for prose made of it."""

from __future__ import annotations

from hypothesis import strategies as st
from sitebuilder.contract.prose import (
    KINDS,
    Admonition,
    BulletList,
    Checklist,
    Image,
    ListItem,
    Paragraph,
    Run,
    Subheading,
    Table,
    make_prose,
    one_line,
)

# Any text at all, and text of just the characters that mean something to Markdown, HTML and YAML.
typed = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="ab *_`[]()<>&;#!?-+.|1\\\n\"{}:=~ltx/'", max_size=14),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "&lt;b&gt;",
            "!!! note",
            "javascript:alert(1)",
            "{{ x }}",
            "{: .c }",
            "---",
            "    code",
            "[a](javascript:b)",
            "١٢٣ «نص»",
            "ትግርኛ።",
            "😀 å Ø æ",
            "\u202eabc",
        ]
    ),
)
one_line_typed = typed.map(one_line).filter(bool)
ids = st.from_regex(r"\A[a-z0-9]{1,6}(-[a-z0-9]{1,3})?\Z")
hrefs = st.sampled_from(["https://a.no/x_y?z=1&w=2", "../guides/x.md", "tel:+4712345678", "mailto:a@b.no", "#her"])
runs = st.lists(
    st.builds(Run, typed, st.booleans(), st.booleans(), st.one_of(st.none(), st.none(), hrefs)), max_size=5
).map(tuple)
lists = st.recursive(
    st.builds(BulletList, st.lists(st.builds(ListItem, runs), min_size=1, max_size=3).map(tuple), st.booleans()),
    lambda inner: st.builds(
        BulletList,
        st.lists(st.builds(ListItem, runs, st.lists(inner, max_size=2).map(tuple)), min_size=1, max_size=3).map(tuple),
        st.booleans(),
    ),
    max_leaves=4,
)
tables = st.builds(
    Table,
    st.lists(runs, max_size=3).map(tuple),
    st.lists(st.lists(runs, max_size=3).map(tuple), max_size=3).map(tuple),
)
images = st.builds(Image, st.just("../../media/images/a.webp"), one_line_typed)
simple_blocks = st.one_of(
    st.builds(Paragraph, runs),
    lists,
    st.builds(Checklist, st.lists(runs, max_size=3).map(tuple)),
    st.builds(Subheading, ids, typed),
    tables,
    images,
)
boxes = st.builds(
    Admonition,
    st.sampled_from(KINDS),
    typed,
    st.lists(simple_blocks, max_size=3).map(tuple),
    st.just(""),
    st.booleans(),
)
examples = st.builds(
    Admonition,
    st.just("example"),
    typed,
    st.lists(simple_blocks, max_size=2).map(tuple),
    st.sampled_from(["good", "weak"]),
    st.booleans(),
)
prose = st.lists(st.one_of(simple_blocks, boxes, examples), max_size=4).map(make_prose)
