"""How the commands speak: results as they are, on stdout; progress and messages on stderr."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from app.errors import BadInput, ClaimgraphError

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import Console

    from app.model import Answer
    from app.pipeline import Outcome, Progress


def result(content: str | bytes) -> None:
    """Print a line, or the content of a file as it is: the same bytes on every machine, whatever its locale."""
    data = f"{content}\n".encode() if isinstance(content, str) else content
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    if not data.endswith(b"\n") and sys.stdout.isatty():
        sys.stdout.buffer.write(b"\n")  # or the shell's prompt would stand on the last line
    sys.stdout.buffer.flush()


def result_json(value: BaseModel) -> None:
    """Print a result as JSON."""
    result(json.dumps(value.model_dump(mode="json"), indent=2, ensure_ascii=False))


def result_json_list(values: Iterable[BaseModel]) -> None:
    """Print results as a JSON list."""
    result(json.dumps([value.model_dump(mode="json") for value in values], indent=2, ensure_ascii=False))


def message(text: str) -> None:
    """Say something that is no result."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def complain(error: ClaimgraphError) -> None:
    """Say what went wrong and how to mend it."""
    message(f"claimgraph: {error.message}")
    if error.hint:
        message(f"  {error.hint}")


def save(content: bytes, path: Path) -> None:
    """Write a file whole or not at all.

    Raises:
        BadInput: it cannot be written there.
    """
    with draft(path) as file:
        file.write(content)


@contextmanager
def draft(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its place at the path when the block ends, or is gone if the block fails.

    Raises:
        BadInput: it cannot be written there.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            try:
                yield file
                file.close()
                # A temporary file is its owner's alone; a result gets the rights that any new file gets.
                Path(file.name).chmod(0o666 & ~_umask())
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise BadInput(
            f"{path} cannot be written: {error.strerror or error}.",
            hint="Give a file in a folder that is there and may be written to.",
        ) from error


@contextmanager
def whole_result() -> Iterator[IO[bytes]]:
    """A file that is printed when the block ends; of one that fails nothing is."""
    with tempfile.SpooledTemporaryFile(4 * 1024 * 1024) as file:
        yield file
        file.seek(0)
        sys.stdout.flush()
        shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """A sign on stderr that something is at work; where stderr is no terminal, nothing."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(harmless(text))):
        yield


@contextmanager
def progress_bar(total: int | None = None, source: str | None = None) -> Iterator[Progress]:
    """A bar on stderr that moves on with each article of so many; where stderr is no terminal, a line for each.

    What is read is said at once: before the first article the engine has to load.
    """
    count = "every article again" if total is None else f"{total:,} article{'' if total == 1 else 's'}"
    where = f" from {harmless(source)}" if source else ""
    message(f"Reading {count}{where}. Loading the engine takes some seconds.")
    if not sys.stderr.isatty():
        yield lambda outcome: message(_line(outcome))
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("loading the engine", total=total)

        def advance(outcome: Outcome) -> None:
            bar.update(task, advance=1, description=_name(outcome))
            for notice in outcome.notices:
                _print(bar.console, f"{_name(outcome)}: {notice}")

        yield advance


def _line(outcome: Outcome) -> str:
    notices = "".join(f"\n  note: {notice}" for notice in outcome.notices)
    return f"{outcome.status:<9} {outcome.claims:>3} claims  {_name(outcome)}{notices}"


def _name(outcome: Outcome) -> str:
    return outcome.title or outcome.source or outcome.article


def answer(found: Answer) -> None:
    """Print an answer for a person: the sentence, the words it rests on, what to bear in mind."""
    console = _console()
    _print(console, found.answer, "bold")
    if found.interpretation:
        _print(console, f"Understood as: {found.interpretation}", "dim")
    for evidence in found.evidence:
        names = " and ".join(source.name for source in evidence.attribution if source.name)
        _print(console, f"\n  “{evidence.text}”")
        if evidence.context:
            _print(console, f"  read with {' and '.join(f'“{span.text}”' for span in evidence.context)}", "dim")
        _print(console, f"  {evidence.status}{f' by {names}' if names else ''}, article {evidence.article}", "dim")
    said = (("Note", found.caveats), ("Or do you mean", found.alternatives), ("You could ask", found.followups))
    for title, lines in said:
        for index, line in enumerate(lines):
            _print(console, f"{'' if index else chr(10)}{title}: {line}", "yellow")


def _print(console: Console, text: str, style: str = "") -> None:
    """Print text that an article's author may have written: nothing in it is markup, and no terminal obeys it."""
    from rich.text import Text

    # A terminal's width breaks lines between words; elsewhere a line stays a line.
    console.print(Text(harmless(text), style), soft_wrap=not console.is_terminal)


def harmless(text: str) -> str:
    """Text without what a terminal would obey."""
    return "".join("\ufffd" if unicodedata.category(char) == "Cc" and char != "\n" else char for char in text)


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False)
