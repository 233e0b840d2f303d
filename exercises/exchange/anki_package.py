"""A set as an ``.apkg``: a zip with a collection of Anki's schema 11, which every version since 2012 imports.

All ids come from those of the set and its cards: who imports a set twice has it once.
"""

from __future__ import annotations

import hashlib
import html
import io
import json
import sqlite3
import zipfile
from typing import Any

from exchange.cover import Cover
from exercises.exchange.anki_cards import FIELDS, NOTETYPE, Deck, guid_of

_MODEL = 1732492800000
"""The id of our note type, the same in every package, so that Anki has it once."""
_IDS_FROM, _IDS = 1_400_000_000_000, 300_000_000_000
"""Anki's ids are times in milliseconds; ours are made up within the same years."""
_DAY = (1980, 1, 1, 0, 0, 0)
_SCHEMA = """
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null,
  odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
"""
_FRONT = '{{#Task}}<p class="task" dir="auto">{{Task}}</p>{{/Task}}<p lang="nb" dir="ltr">{{Front}}</p>'
_BACK = (
    '{{FrontSide}}<hr id="answer"><p dir="auto">{{Back}}</p>{{#Example}}<p class="example" dir="auto">{{Example}}</p>'
    "{{/Example}}"
)
_STYLE = (
    ".card { font-family: sans-serif; font-size: 1.25rem; line-height: 1.5; text-align: center; }\n"
    ".task, .example { font-size: 1rem; }\n"
)


def write_apkg(cover: Cover, deck: Deck, now: int) -> bytes:
    """The package. ``now`` is the time in seconds: Anki takes over a text only where it is newer than its own."""
    deck_id = _number(f"deck {cover.id}")
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(_SCHEMA)
        connection.execute(
            "insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
            (
                now,
                now * 1000,
                now * 1000,
                *map(_json, (_conf(deck_id), _models(deck_id, now), _decks(deck_id, cover, now), _dconf())),
            ),
        )
        taken: set[int] = set()
        for place, card in enumerate(deck.cards):
            guid = guid_of(cover, card)
            number = _number(guid)
            while number in taken:
                number += 1
            taken.add(number)
            fields = [_html(text) for text in card.fields]
            connection.execute(
                "insert into notes values (?, ?, ?, ?, -1, '', ?, ?, ?, 0, '')",
                (number, guid, _MODEL, now, "\x1f".join(fields), fields[0], _checksum(card.front)),
            )
            connection.execute(
                "insert into cards values (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                (number, number, deck_id, now, place),
            )
        connection.commit()
        data = connection.serialize()
    finally:
        connection.close()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (("collection.anki2", data), ("media", b"{}")):
            package.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _number(name: str) -> int:
    """A number that belongs to a name."""
    return _IDS_FROM + int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % _IDS


def _checksum(text: str) -> int:
    """By which Anki finds two notes with the same first field."""
    return int(hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:8], 16)


def _html(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _models(deck_id: int, now: int) -> dict[str, Any]:
    fields = [
        {"name": name, "ord": n, "sticky": False, "rtl": False, "font": "Arial", "size": 20, "media": []}
        for n, name in enumerate(FIELDS)
    ]
    template = {"name": "Card 1", "ord": 0, "qfmt": _FRONT, "afmt": _BACK, "bqfmt": "", "bafmt": "", "did": None}
    model = {
        "id": _MODEL,
        "name": NOTETYPE,
        "type": 0,
        "mod": now,
        "usn": -1,
        "sortf": 0,
        "did": deck_id,
        "tmpls": [template],
        "flds": fields,
        "css": _STYLE,
        "latexPre": "",
        "latexPost": "",
        "latexsvg": False,
        "req": [[0, "any", [0, 3]]],
        "tags": [],
        "vers": [],
    }
    return {str(_MODEL): model}


def _decks(deck_id: int, cover: Cover, now: int) -> dict[str, Any]:
    title = " ".join(cover.title.replace("::", ":").split()) or "Sett"
    return {
        str(number): {
            "id": number,
            "name": name,
            "mod": now,
            "usn": -1,
            "lrnToday": [0, 0],
            "revToday": [0, 0],
            "newToday": [0, 0],
            "timeToday": [0, 0],
            "collapsed": False,
            "browserCollapsed": False,
            "desc": "",
            "dyn": 0,
            "conf": 1,
            "extendNew": 0,
            "extendRev": 0,
        }
        for number, name in ((1, "Default"), (deck_id, f"Mentor Toolbox::{title}"))
    }


def _conf(deck_id: int) -> dict[str, Any]:
    return {
        "nextPos": 1,
        "estTimes": True,
        "activeDecks": [1],
        "sortType": "noteFld",
        "timeLim": 0,
        "sortBackwards": False,
        "addToCur": True,
        "curDeck": deck_id,
        "newSpread": 0,
        "dueCounts": True,
        "curModel": str(_MODEL),
        "collapseTime": 1200,
    }


def _dconf() -> dict[str, Any]:
    new = {"delays": [1, 10], "ints": [1, 4, 7], "initialFactor": 2500, "order": 1, "perDay": 20, "bury": False}
    again = {"delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 1}
    review = {"perDay": 200, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "bury": False}
    return {
        "1": {
            "id": 1,
            "name": "Default",
            "mod": 0,
            "usn": 0,
            "maxTaken": 60,
            "autoplay": True,
            "timer": 0,
            "replayq": True,
            "new": new,
            "lapse": again,
            "rev": review,
            "dyn": False,
        }
    }
