"""Every setting of the product, in one frozen model: the only place that knows the environment's variables.

A setting `name` is read from `CLAIMGRAPH_NAME`; what stands in the fields' descriptions is what `claimgraph --help`
shows. An empty variable counts as absent. Lower layers receive values and never read the environment.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from app.documents.network import Network
from app.errors import BadInput
from app.extraction.llm.options import LlmOptions
from app.model import digest
from app.store.access import Access, is_remote
from app.vocab import Iris
from app.workers.limits import Limits

PREFIX = "CLAIMGRAPH_"
_WEB = ("http", "https")
_SECRETS = ("token", "llm_key", "store_password", "store_token")
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


class Settings(BaseModel):
    """How this process is set up."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    store: str = Field(
        "./claimgraph-store", min_length=1, description="Folder of the store, memory:, or the URL of a SPARQL endpoint"
    )
    store_update: str | None = Field(
        None, description="URL that updates go to, where the endpoint has another for them"
    )
    store_user: str | None = Field(None, description="User name at the endpoint")
    store_password: SecretStr | None = Field(None, description="Password at the endpoint")
    store_token: SecretStr | None = Field(None, description="Bearer token at the endpoint, in place of a user name")
    read_only: bool = Field(
        False, description="Whether the server refuses whatever would write, and opens its store so"
    )
    host: str = Field("127.0.0.1", min_length=1, description="Address that the server listens on")
    port: int = Field(8000, ge=0, le=65535, description="Port that the server listens on; 0 takes a free one")
    token: SecretStr | None = Field(
        None, description="Secret that writes have to carry; needed to listen beyond this machine"
    )
    allowed_hosts: tuple[str, ...] = Field(
        (), description="Further names that the server answers to, separated by commas"
    )
    cors_origins: tuple[str, ...] = Field(
        (), description="Origins whose pages may read, and with the token write, separated by commas; none by default"
    )
    base_iri: str = Field(Iris().base, description="What the IRIs of articles, claims, facts and entities begin with")
    engine: str = Field("rules", min_length=1, description="What reads articles: rules, learned, or llm")
    llm_url: str | None = Field(
        None, description="OpenAI-compatible interface of the engine llm, such as http://127.0.0.1:11434/v1"
    )
    llm_model: str | None = Field(None, description="Model of the engine llm")
    llm_key: SecretStr | None = Field(None, description="Key for that interface")
    llm_cache: str = Field("./claimgraph-llm-cache", description="Folder that keeps what the model answered")
    llm_timeout: float = Field(60, gt=0, description="Seconds that one answer of the model may take")
    llm_retries: int = Field(2, ge=0, le=10, description="How often a failed call is tried again")
    llm_budget: int = Field(2_000_000, ge=0, description="Tokens that one process may use, in and out")
    llm_price_in: float | None = Field(None, ge=0, description="US dollars for a million tokens in, to show the cost")
    llm_price_out: float | None = Field(None, ge=0, description="US dollars for a million tokens out")
    network: Network = Field(
        Network.OFF, description="Which URLs articles are fetched from: off, public, or any (also private addresses)"
    )
    max_body_mb: int = Field(8, ge=1, le=1024, description="Largest request body that the server reads, in MB")
    query_seconds: float = Field(10, gt=0, le=3600, description="Longest that a SPARQL query may take")
    update_seconds: float = Field(60, gt=0, le=3600, description="Longest that a SPARQL update may take")
    query_rows: int = Field(1_000_000, ge=1, description="Most rows that the answer to a SPARQL query may have")
    query_mb: int = Field(64, ge=1, le=1024, description="Largest answer to a SPARQL query, in MB")
    query_memory_mb: int = Field(
        1024, ge=64, description="Memory that a SPARQL query may take besides the graph's, in MB"
    )
    query_workers: int = Field(0, ge=0, le=64, description="Processes that answer SPARQL queries; 0: one for each core")
    query_queue: int = Field(64, ge=1, description="SPARQL queries of one client that may be under way at once")
    query_copy_mb: int = Field(
        100, ge=0, description="Largest graph, in MB on disk, that each such process copies into memory"
    )
    query_keep_mb: int = Field(
        32, ge=0, le=65536, description="Memory for answers kept while the graph stays as it is, in MB; 0 keeps none"
    )
    service_hosts: tuple[str, ...] = Field(
        (), description="Hosts that SERVICE and LOAD may call, separated by commas; none by default"
    )
    max_restore_mb: int = Field(1024, ge=1, le=65536, description="Largest backup that the server takes in, in MB")
    log_format: Literal["text", "json"] = Field("text", description="How the server writes its log: text or json")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="Least that is logged: debug, info (each request), warning, or error"
    )

    @field_validator("allowed_hosts", "service_hosts", "cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(filter(None, (name.strip() for name in value.split(",")))) if isinstance(value, str) else value

    @field_validator("token")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 8:
            raise ValueError("a token has at least 8 characters")
        return value

    @field_validator("cors_origins")
    @classmethod
    def _origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            parts = urlsplit(origin)
            if not parts.hostname or origin.lower() not in {f"{scheme}://{parts.netloc}".lower() for scheme in _WEB}:
                raise ValueError(f"{origin!r} is no origin; one is such as https://notebook.example.org:8888")
        return tuple(origin.lower() for origin in value)

    @field_validator("base_iri")
    @classmethod
    def _base(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")) or not value.endswith("/") or set(value) & set(' <>"{}|\\^`'):
            raise ValueError("a base is an http or https address that ends in a slash")
        return value

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """The settings that an environment asks for.

        Raises:
            BadInput: a variable has a value that cannot be used.
        """
        given = {name: value for name in cls.model_fields if (value := environ.get(variable(name), ""))}
        return cls._checked(given, variable)

    def override(self, **given: object) -> Settings:
        """The same settings with those replaced that are given and not None, checked as any other.

        Raises:
            BadInput: a value cannot be used.
        """
        changed = {name: value for name, value in given.items() if value is not None}
        return self._checked(self.model_dump(exclude_unset=True) | changed, lambda name: f"--{name.replace('_', '-')}")

    @classmethod
    def _checked(cls, values: Mapping[str, object], name_of: Callable[[str], str]) -> Settings:
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            name = str(first["loc"][0])
            shown = "" if name in _SECRETS else f" is {values.get(name)!r}"
            reason = first["msg"].removeprefix("Value error, ")
            raise BadInput(
                f"{name_of(name)}{shown}, which cannot be used: {reason[:1].lower()}{reason[1:]}.",
                hint=f"{cls.model_fields[name].description}.",
            ) from None

    @property
    def engine_asked_for(self) -> str | None:
        """The engine, if it was named and is not merely the one that reads where none is."""
        return self.engine if "engine" in self.model_fields_set else None

    @property
    def limits(self) -> Limits:
        """What a SPARQL query may take."""
        return Limits(
            seconds=self.query_seconds,
            update_seconds=self.update_seconds,
            rows=self.query_rows,
            answer_mb=self.query_mb,
            memory_mb=self.query_memory_mb,
            workers=self.query_workers,
            queue=self.query_queue,
            copy_mb=self.query_copy_mb,
            keep_mb=self.query_keep_mb,
        )

    @property
    def llm(self) -> LlmOptions:
        """Where the language model is, and how much it may cost."""
        return LlmOptions(
            url=self.llm_url,
            model=self.llm_model,
            key=self.llm_key.get_secret_value() if self.llm_key else None,
            cache=Path(self.llm_cache),
            timeout=self.llm_timeout,
            retries=self.llm_retries,
            budget=self.llm_budget,
            price_in=self.llm_price_in,
            price_out=self.llm_price_out,
        )

    @property
    def iris(self) -> Iris:
        """Mints IRIs below the base."""
        return Iris(self.base_iri)

    @property
    def store_access(self) -> Access:
        """What a remote store needs besides its address."""
        secrets = (self.store_password, self.store_token)
        password, token = (secret.get_secret_value() if secret else None for secret in secrets)
        return Access(self.store_update, self.store_user, password, token)

    @property
    def store_mark(self) -> str:
        """What tells two stores of one machine apart without giving away where they lie."""
        return digest(self.store if is_remote(self.store) else Path(self.store).resolve())

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host == "localhost" or _is_loopback_address(self.host)

    @property
    def hosts(self) -> frozenset[str]:
        """The names, as in a Host header without the port, that the server answers to."""
        own = f"[{self.host}]" if ":" in self.host else self.host
        return frozenset(name.lower() for name in (*LOOPBACK_NAMES, own, *self.allowed_hosts))


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + name.upper()


def unknown_variables(environ: Mapping[str, str] = os.environ) -> dict[str, str | None]:
    """The variables with our prefix that no setting has, each with the one that was probably meant.

    >>> unknown_variables({"CLAIMGRAPH_TOKN": "x", "HOME": "/"})
    {'CLAIMGRAPH_TOKN': 'CLAIMGRAPH_TOKEN'}
    """
    known = [variable(name) for name in Settings.model_fields]
    unknown = sorted(name for name in environ if name.startswith(PREFIX) and name not in known)
    return {name: next(iter(get_close_matches(name, known, n=1, cutoff=0.85)), None) for name in unknown}


def settings_table() -> Iterator[tuple[str, str, str]]:
    """Variable, default and meaning of every setting, as help and documentation show them."""
    for name, field in Settings.model_fields.items():
        default = "" if field.default in (None, ()) else str(field.default)
        yield variable(name), default, field.description or ""


def _is_loopback_address(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
