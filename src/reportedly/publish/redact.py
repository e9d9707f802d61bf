"""The single door: nothing leaves a case but through `redact`.

People marked by `protect` leave under their pseudonyms. Every string of every row is rewritten,
every span counted anew in the rewritten text, every id that could confirm a guess salted, and the
result searched again by other means. It fails closed: what cannot be made safe does not leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from reportedly.errors import RedactionError
from reportedly.model.ledger import Ledger
from reportedly.publish.protected import Protected
from reportedly.publish.redact_check import check_redacted
from reportedly.publish.redact_ids import rekeyed
from reportedly.publish.redact_text import Rewriter
from reportedly.publish.redact_walk import Walk


def redact(ledger: Ledger, protected: Sequence[Protected], salt: str) -> Ledger:
    """The ledger as it may leave the case.

    Args:
        ledger: As it is in the case.
        protected: Whom to hide; with nobody the ledger is given back as it is.
        salt: What hashes are salted with; it must never leave the case.

    Raises:
        RedactionError: A name would be left, or a person cannot be hidden as asked.
    """
    if not protected:
        return ledger
    _refuse(protected, salt)
    rewriter = Rewriter(protected)
    _refuse_pseudonyms(protected, rewriter)
    walk = Walk(ledger, rewriter)
    changes: dict[str, object] = {}
    for field in fields(ledger):
        old = getattr(ledger, field.name)
        if isinstance(old, str):
            changes[field.name] = rewriter.rewrite(old)
        elif isinstance(old, tuple):
            changes[field.name] = tuple(walk.row(row) for row in old)
    shown = rekeyed(ledger, replace(ledger, **changes), salt)  # type: ignore[arg-type]
    check_redacted(shown, protected)
    return shown


def _refuse(protected: Sequence[Protected], salt: str) -> None:
    if not salt:
        raise RedactionError(
            "there is no salt to hide hashes with",
            remedy="make the case anew with `reportedly new`, and add the originals to it",
        )
    for number, person in enumerate(protected, 1):
        if not any(char.isalnum() for name in person.names for char in name):
            raise RedactionError(
                f"protected person {number} has no name that could be looked for",
                remedy="undo that decision, and protect them by name",
            )


def _refuse_pseudonyms(protected: Sequence[Protected], rewriter: Rewriter) -> None:
    for number, person in enumerate(protected, 1):
        if not person.pseudonym.strip() or rewriter.rewrite(person.pseudonym) != person.pseudonym:
            raise RedactionError(
                f"the pseudonym of protected person {number} holds a protected name, or nothing",
                remedy="undo that decision, and give another pseudonym with --as",
            )
