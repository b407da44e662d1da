"""RDF in the body of a request: one document of any of its kinds, or several as the parts of a form."""

from __future__ import annotations

import asyncio
from pathlib import PurePosixPath

from fastapi import Request
from pyoxigraph import Quad, RdfFormat, parse
from starlette.datastructures import UploadFile

from app.api.description import RDF_TYPES
from app.errors import BadInput, UnsupportedType

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
        return await asyncio.to_thread(_parsed, body, _format(media_type, None), base) if body.strip() else []
    quads: list[Quad] = []
    async with request.form(max_files=100, max_fields=100) as form:
        for _, part in form.multi_items():
            if not isinstance(part, UploadFile):
                raise UnsupportedType("A part of the form has no type.", hint="Send each part as a file.")
            format_ = _format(_bare(part.content_type or ""), part.filename)
            quads += await asyncio.to_thread(_parsed, await part.read(), format_, base)
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


def _parsed(body: bytes, format_: RdfFormat, base: str) -> list[Quad]:
    try:
        return list(parse(body, format=format_, base_iri=base))
    except (SyntaxError, ValueError, OSError) as error:
        raise BadInput(f"The body is no {format_.name}: {error}.", hint="Nothing was written.") from error
