"""A story on its way: what stands above it, and its Markdown with the lines it came from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from exchange.cover import LONGEST, Cover, faults
from exchange.remark import ExchangeError, Finding, at_most, refuse
from scenarios.exchange.remark import remark
from scenarios.plaintext import escape, escape_title
from scenarios.reader import parse_story
from scenarios.reading import Reading


@dataclass(frozen=True)
class Draft:
    """A story that was taken in. ``body`` is Markdown; line ``n`` of it, from 0, came from line ``lines[n]``.

    What the other format did not tell (how good a choice is, how an ending went) is left out of the headings, so
    that every check of the story names it.
    """

    cover: Cover
    start: str
    body: str
    lines: tuple[int, ...]
    remarks: tuple[Finding, ...] = ()

    def reading(self) -> Reading:
        """The story of the body. Findings and headings have the lines of the file it came from."""
        read = parse_story(self.body, start=self.start)
        findings = tuple(replace(f, line=self.line_of(f.line)) for f in read.findings)
        return replace(read, findings=findings, lines={key: self.line_of(line) for key, line in read.lines.items()})

    def line_of(self, line: int) -> int:
        """The line of the source for a line of the body, both from 1; 0 where nobody knows."""
        return self.lines[min(line, len(self.lines)) - 1] if line and self.lines else 0


@dataclass
class Sheet:
    """Markdown being written, each line with the line it comes from."""

    texts: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def add(self, text: str, line: int) -> None:
        self.texts.append(text)
        self.lines.append(line)

    def heading(self, hashes: str, title: str, marks: str, line: int) -> None:
        """A heading of plain words. ``marks`` is what stands between the braces."""
        self.blank(line)
        self.add(f"{hashes} {escape_title(_one_line(title))} {{{marks}}}", line)
        self.add("", line)

    def block(self, texts: list[tuple[str, int]]) -> None:
        """Markdown lines with their places, set apart by blank lines."""
        shown = [i for i, (text, _) in enumerate(texts) if text.strip(" \t")]
        if not shown:
            return
        for text, line in texts[shown[0] : shown[-1] + 1]:
            self.add(text, line)
        self.add("", texts[shown[-1]][1])

    def link(self, label: str, target: str, line: int, *, in_list: bool) -> None:
        self.add(f"{'- ' if in_list else ''}[{escape(_one_line(label))}](#{target})", line)

    def draft(self, cover: Cover, start: str, remarks: list[Finding]) -> Draft:
        """The draft. Raises `ExchangeError` where one of the remarks is an error."""
        body = "\n".join(self.texts).strip("\n")
        body = f"{body}\n" if body else ""
        lead = next((i for i, text in enumerate(self.texts) if text), 0)
        remarks += faults(cover, [body, start])
        remarks = sorted(remarks, key=lambda r: r.line)
        refuse(remarks)
        if len((cover.front + body).encode()) > LONGEST:
            raise ExchangeError([remark("X01.long")])
        return Draft(cover, start, body, tuple(self.lines[lead:]), at_most(remarks))

    def blank(self, line: int) -> None:
        """A blank line, where the last line is none."""
        if self.texts and self.texts[-1]:
            self.add("", line)


def _one_line(words: str) -> str:
    return words.replace("\r", " ").replace("\n", " ").strip(" \t")
