"""The suite as data: every script as JSON with its modules beside it, and an index of them all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import refwasm
from refwasm.errors import Malformed
from refwasm.harness.suite import script_name
from refwasm.script.json import Entry, document_of
from refwasm.script.parse import parse_script
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT, Features
from refwasm.text.lexer import decode_source

FORMAT = 1
INDEX = "index.json"


@dataclass(slots=True)
class Exported:
    """What the index says: of each script its JSON, and of those that cannot be read the reason."""

    scripts: list[dict[str, str | int]] = field(default_factory=list)
    unread: list[dict[str, str]] = field(default_factory=list)


def export(
    root: Path,
    scripts: Iterable[Path],
    target: Path,
    *,
    revision: str,
    features: Features = DEFAULT,
    entries: Callable[[str, str], Sequence[Entry] | None] = lambda name, digest: None,
) -> Exported:
    """Write `scripts`, of the suite below `root`, to the folder `target`, and the index last.

    `entries` says, given a script's name and its SHA-256, what is known of its commands.
    Raises OSError.
    """
    exported = Exported()
    for script in sorted(scripts):
        name, data = script_name(root, script), script.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        try:
            text = decode_source(data)
            commands = parse_script(text, features=features)
        except Malformed as e:
            exported.unread.append({"script": name, "reason": e.message})
            continue
        path = target / Path(name.lstrip("/").replace(":", "_")).with_suffix(".json")
        source, known = Source(name, text), entries(name, digest)
        document = document_of(source, commands, path.stem, features=features, entries=known)
        path.parent.mkdir(parents=True, exist_ok=True)
        for file, module in document.files.items():
            path.with_name(file).write_bytes(module)
        path.write_bytes(document.text().encode())
        place = path.relative_to(target).as_posix()
        exported.scripts.append(
            {"script": name, "json": place, "sha256": digest, "commands": len(commands)}
        )
    index = {
        "format": FORMAT,
        "refwasm": refwasm.__version__,
        "suite": revision,
        "edition": features.edition,
        "scripts": exported.scripts,
        "unread": exported.unread,
    }
    target.mkdir(parents=True, exist_ok=True)
    (target / INDEX).write_text(json.dumps(index, indent=1) + "\n", "utf-8", newline="\n")
    return exported
