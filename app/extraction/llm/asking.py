"""Asks a model over an OpenAI-compatible interface: a strict schema, fall-backs, one repair, and a budget."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import openai
from openai.types.chat import ChatCompletion

from app.extraction.llm.answers import Reply, read_reply, schema
from app.extraction.llm.cache import Cache
from app.extraction.llm.options import LlmOptions

_MOST_FAILURES = 3
"""Failures in a row after which the model is given a rest: each one may cost minutes."""
_FIRST_REST = 16
"""Questions that are passed over then; twice as many each time it fails again, so that a short fault costs little."""

Form = Mapping[str, Any]
Messages = list[Mapping[str, str]]


class NoAnswer(Exception):
    """The model gave nothing that can be used; the message says why."""


class TooLong(NoAnswer):
    """The answer was cut off: less is to be asked at once."""


@dataclass
class Usage:
    """What has been used so far."""

    calls: int = 0
    cached: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def tokens(self) -> int:
        """In and out."""
        return self.tokens_in + self.tokens_out

    def minus(self, earlier: Usage) -> Usage:
        """What has been used since."""
        return Usage(
            self.calls - earlier.calls,
            self.cached - earlier.cached,
            self.tokens_in - earlier.tokens_in,
            self.tokens_out - earlier.tokens_out,
        )


def _forms() -> Sequence[Form]:
    """How the answer's form is asked for, strictest first. Servers refuse with 400 what they do not know."""
    strict = {"name": "claims", "strict": True, "schema": dict(schema())}
    return (
        {"response_format": {"type": "json_schema", "json_schema": strict}, "temperature": 0, "seed": 0},
        {"response_format": {"type": "json_schema", "json_schema": strict}},
        {"response_format": {"type": "json_object"}, "temperature": 0},
        {},
    )


class Asking:
    """One model, its cache, and what it has cost in this process."""

    def __init__(self, options: LlmOptions) -> None:
        """Nothing is sent yet.

        Raises:
            BadInput: it is not said where the model is, or which one (`LlmOptions.check`).
        """
        options.check()
        self.model = options.model or ""
        self.usage = Usage()
        self._options = options
        self._cache = Cache(options.cache)
        self._client = openai.OpenAI(
            base_url=options.url,
            api_key=options.key or "none",  # the client wants one; servers of one's own do not
            timeout=options.timeout,
            max_retries=options.retries,
            # A question takes seconds, a connection milliseconds: none is kept, so that none is left open at the end.
            default_headers={"Connection": "close"},
        )
        self._form = 0
        self._failures = 0
        self._rest = 0

    def ask(self, instructions: str, question: str) -> Reply:
        """What the model finds; from the cache if it has been asked before.

        Raises:
            TooLong: the answer was cut off.
            NoAnswer: there is none, for a reason that the message gives.
        """
        asked = (instructions, json.dumps(schema(), sort_keys=True), self.model, question)
        known = self._cache.find(*asked)
        if known is not None:
            self.usage.cached += 1
            return known
        if self._rest:
            self._rest -= 1
            raise NoAnswer(f"it failed {self._failures} times in a row and is asked again {self._when()}")
        if self.usage.tokens + (len(instructions) + len(question)) // 4 > self._options.budget:
            raise NoAnswer(f"what is left of the budget of {self._options.budget:,} tokens is too little for it")
        try:
            reply = self._answer([{"role": "system", "content": instructions}, {"role": "user", "content": question}])
        except TooLong:
            raise
        except NoAnswer:
            self._failures += 1
            if self._failures >= _MOST_FAILURES:
                self._rest = _FIRST_REST << (self._failures - _MOST_FAILURES)
            raise
        self._failures = 0
        self._cache.keep(reply, *asked)
        return reply

    def _when(self) -> str:
        return f"after {self._rest} more" if self._rest else "with the next"

    def _answer(self, messages: Messages) -> Reply:
        """The reply, after one repair if the first is none."""
        text = self._send(messages)
        try:
            return read_reply(text)
        except ValueError as error:
            wrong = f"That is not what was asked for: {error}. Give the whole JSON object again, mended."
        text = self._send([*messages, {"role": "assistant", "content": text}, {"role": "user", "content": wrong}])
        try:
            return read_reply(text)
        except ValueError as error:
            raise NoAnswer(f"its answer cannot be read even after a repair ({error})") from error

    def _send(self, messages: Messages) -> str:
        completion = self._complete(messages)
        usage = completion.usage
        self.usage.calls += 1
        self.usage.tokens_in += usage.prompt_tokens if usage else sum(len(m["content"]) for m in messages) // 4
        choice = completion.choices[0] if completion.choices else None
        text = (choice.message.content or "") if choice else ""
        self.usage.tokens_out += usage.completion_tokens if usage else len(text) // 4
        if choice is not None and choice.finish_reason == "length":
            raise TooLong("its answer was cut off")
        return text

    def _complete(self, messages: Messages) -> ChatCompletion:
        forms = _forms()
        while True:
            try:
                made = self._client.chat.completions.create(
                    model=self.model,
                    messages=messages,  # type: ignore[arg-type]
                    **forms[self._form],
                )
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if self._form + 1 < len(forms):
                    self._form += 1
                    continue
                raise NoAnswer(_reason(error)) from error
            except openai.OpenAIError as error:
                raise NoAnswer(_reason(error)) from error
            except ValueError as error:  # a body that is no JSON at all
                raise NoAnswer(f"its server does not speak the protocol: {error}") from error
            if not isinstance(made, ChatCompletion):
                raise NoAnswer("its server does not speak the protocol")
            return made


def _reason(error: openai.OpenAIError) -> str:
    if isinstance(error, openai.APITimeoutError):
        return "it did not answer in time"
    if isinstance(error, openai.RateLimitError):
        return "it is asked too often (429)"
    if isinstance(error, openai.APIConnectionError):
        return "it cannot be reached"
    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
        return f"its server refuses the key ({error.status_code}): set CLAIMGRAPH_LLM_KEY"
    if isinstance(error, openai.APIStatusError):
        return f"its server answered {error.status_code}"
    return f"{type(error).__name__}"
