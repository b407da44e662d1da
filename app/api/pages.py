"""The frame of our HTML pages: no script, no font, nothing from anywhere else."""

from __future__ import annotations

from html import escape

from fastapi.responses import HTMLResponse

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2430; --paper: #fff; --link: #0b57a4; --soft: #556; --line: #dde3ea }
@media (prefers-color-scheme: dark) {
  :root { --ink: #dde3ea; --paper: #14181f; --link: #8ab8f0; --soft: #a9b3c0; --line: #333c48 }
}
body { font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem;
  color: var(--ink); background: var(--paper);
  overflow-wrap: anywhere }
a { color: var(--link) }
th, .whole { white-space: nowrap }
code, pre, textarea { font-family: ui-monospace, monospace; font-size: .9em }
input, textarea { font-size: 1em; padding: .4rem; width: 100%; box-sizing: border-box }
button { font-size: 1em; padding: .4rem .9rem; margin: .4rem 0 }
blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid #8aa4c4 }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--line) }
.note { color: var(--soft) }
"""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
}


def html_page(title: str, body: str) -> HTMLResponse:
    """A page; the body is HTML, so whoever makes it has escaped what it was given."""
    return HTMLResponse(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
        f"<body><main>{body}</main></body></html>",
        headers=_HEADERS,
    )
