"""RDF in the body of a request: one document of any of its kinds, or several as the parts of a form."""

from __future__ import annotations

import asyncio
from pathlib import PurePosixPath

from fastapi import Request
from pyoxigraph import Quad, RdfFormat, parse
from starlette.datastructures import UploadFile

from app.api.context import context_of
from app.api.description import RDF_TYPES
from app.api.protocol import client_of
from app.errors import UnsupportedType

_TYPES = RDF_TYPES | {"application/turtle": RdfFormat.TURTLE, "application/x-turtle": RdfFormat.TURTLE}
_SUFFIXES = {f".{format_.file_extension}": format_ for format_ in RDF_TYPES.values()}


async def read_quads(request: Request, *, base: str) -> list[Quad]:
    """The quads of a body; triples are in the default graph.

    Raises:
        UnsupportedType: it is of no type that holds RDF.
        BadInput: it is not what its type says.
    """
    media_type = _bare(request.headers.get("content-type", ""))
    if media_type != "multipart/form-data":
        body = await request.body()
        return await _parsed(request, body, _format(media_type, None), base) if body.strip() else []
    quads: list[Quad] = []
    async with request.form(max_files=100, max_fields=100) as form:
        for _, part in form.multi_items():
            if not isinstance(part, UploadFile):
                raise UnsupportedType("A part of the form has no type.", hint="Send each part as a file.")
            format_ = _format(_bare(part.content_type or ""), part.filename)
            quads += await _parsed(request, await part.read(), format_, base)
    return quads


def _bare(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _format(media_type: str, name: str | None) -> RdfFormat:
    found = _TYPES.get(media_type) or (_SUFFIXES.get(PurePosixPath(name).suffix) if name else None)
    if found is None:
        raise UnsupportedType(
            f"RDF cannot be read from {media_type or 'a body without Content-Type'}.",
            hint=f"Send one of {', '.join(RDF_TYPES)}.",
        )
    return found


async def _parsed(request: Request, body: bytes, format_: RdfFormat, base: str) -> list[Quad]:
    """Read first by a process that may be ended, then by this one, for which it is harmless by then."""
    plain = await context_of(request).inspector.read(body, format_, base, client_of(request))
    return await asyncio.to_thread(lambda: list(parse(plain, format=RdfFormat.N_QUADS)))
