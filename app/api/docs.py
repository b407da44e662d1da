"""/docs: the OpenAPI document as a page that needs nothing but the server, not even a script."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.api.pages import html_page

router = APIRouter(include_in_schema=False)

Schema = Mapping[str, Any]


@router.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """Every operation with its parameters, bodies and answers, then every schema."""
    document: Schema = request.app.openapi()
    operations = [
        (path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    info = document["info"]
    body = [
        f"<h1>{escape(info['title'])} {escape(info['version'])}</h1><p>{escape(info['description'])}</p>",
        '<p>For programs: <a href="/openapi.json">/openapi.json</a>. Errors are problem details (RFC 9457).</p>',
        "<h2>Operations</h2>",
        *(part for path, method, operation in operations for part in _operation(path, method, operation)),
        "<h2>Schemas</h2>",
        *(part for name, schema in document["components"]["schemas"].items() for part in _schema(name, schema)),
    ]
    return html_page("API", "".join(body))


def _operation(path: str, method: str, operation: Schema) -> Iterator[str]:
    yield f'<section id="{escape(operation["operationId"])}"><h3>{method.upper()} '
    yield f"<code>{escape(path)}</code></h3><p><b>{escape(operation.get('summary', ''))}.</b> "
    yield f"{escape(operation.get('description', ''))}</p>"
    if parameters := operation.get("parameters"):
        yield "<table><tr><th>Parameter</th><th>In</th><th>Type</th><th>Meaning</th></tr>"
        yield from map(_parameter, parameters)
        yield "</table>"
    if content := operation.get("requestBody", {}).get("content"):
        yield f"<p>Body: {_contents(content)}</p>"
    for status, answer in operation["responses"].items():
        said, content = escape(answer.get("description", "")), _contents(answer.get("content", {}))
        yield f'<p class="note">{escape(status)}: {said} {content}</p>'
    yield "</section>"


def _parameter(parameter: Schema) -> str:
    schema = parameter.get("schema", {})
    notes = [escape(parameter.get("description", ""))]
    if parameter.get("required"):
        notes.append("Required.")
    if schema.get("default") is not None:
        notes.append(f"Default <code>{escape(json.dumps(schema['default']))}</code>.")
    notes += [f"For example <code>{escape(str(example))}</code>." for example in schema.get("examples", ())]
    cells = (f"<code>{escape(parameter['name'])}</code>", _in(parameter), _type(schema), " ".join(notes))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _in(parameter: Schema) -> str:
    """Where it stands; a word so short is not to be broken on a narrow screen."""
    return f'<span class="whole">{escape(parameter["in"])}</span>'


def _contents(content: Schema) -> str:
    """The media types of a body, each with its schema."""
    shown = []
    for media_type, declared in content.items():
        schema = declared.get("schema")
        shown.append(f"<code>{escape(media_type)}</code>" + (f" ({_type(schema)})" if schema else ""))
    return ", ".join(shown)


def _type(schema: Schema) -> str:
    """A schema in a word or two, with a link to the one that it refers to."""
    if reference := schema.get("$ref"):
        name = escape(reference.rpartition("/")[2])
        return f'<a href="#schema-{name}">{name}</a>'
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            return " or ".join(_type(option) for option in schema[key])
    if "enum" in schema:
        return " or ".join(f"<code>{escape(str(value))}</code>" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if isinstance(inner := schema.get("additionalProperties"), dict):
        return f"map to {_type(inner)}"
    title = schema.get("title") if schema.get("type") == "object" else None
    return escape(str(title or schema.get("type", "anything")))


def _schema(name: str, schema: Schema) -> Iterator[str]:
    yield f'<section id="schema-{escape(name)}"><h3><code>{escape(name)}</code></h3>'
    yield f"<p>{escape(schema.get('description', ''))}</p>"
    if properties := schema.get("properties"):
        yield "<table><tr><th>Field</th><th>Type</th><th>Meaning</th></tr>"
        for field, declared in properties.items():
            examples = ", ".join(f"<code>{escape(str(example))}</code>" for example in declared.get("examples", ()))
            meaning = " ".join(filter(None, (escape(declared.get("description", "")), examples and f"e.g. {examples}")))
            yield f"<tr><td><code>{escape(field)}</code></td><td>{_type(declared)}</td><td>{meaning}</td></tr>"
        yield "</table>"
    elif "enum" in schema:
        yield f"<p>{_type(schema)}</p>"
    yield "</section>"
