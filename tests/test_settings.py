import pytest

from app.errors import BadInput
from app.settings import Settings, settings_table, unknown_variables, variable
from app.store.access import Access
from app.workers.limits import Limits


def test_defaults_need_no_environment() -> None:
    settings = Settings.from_environment({})
    assert settings.store == "./claimgraph-store"
    assert (settings.host, settings.port, settings.token) == ("127.0.0.1", 8000, None)
    assert settings.iris.entity("organization/meta").value == "https://w3id.org/claimgraph/id/organization/meta"


def test_every_setting_is_read_from_its_variable() -> None:
    values = {
        "CLAIMGRAPH_STORE": "http://127.0.0.1:7878",
        "CLAIMGRAPH_STORE_UPDATE": "http://127.0.0.1:7878/update",
        "CLAIMGRAPH_STORE_USER": "ada",
        "CLAIMGRAPH_STORE_PASSWORD": "difference",
        "CLAIMGRAPH_STORE_TOKEN": "engine",
        "CLAIMGRAPH_READ_ONLY": "true",
        "CLAIMGRAPH_HOST": "192.0.2.7",
        "CLAIMGRAPH_PORT": "0",
        "CLAIMGRAPH_TOKEN": "a long enough secret",
        "CLAIMGRAPH_ALLOWED_HOSTS": "graph.example.org, Graph.local",
        "CLAIMGRAPH_CORS_ORIGINS": "https://notebook.example.org, HTTP://127.0.0.1:8888",
        "CLAIMGRAPH_BASE_IRI": "https://example.org/id/",
        "CLAIMGRAPH_ENGINE": "rules",
        "CLAIMGRAPH_LLM_URL": "http://127.0.0.1:11434/v1",
        "CLAIMGRAPH_LLM_MODEL": "some-model",
        "CLAIMGRAPH_LLM_KEY": "a key of theirs",
        "CLAIMGRAPH_LLM_CACHE": "answers",
        "CLAIMGRAPH_LLM_TIMEOUT": "30",
        "CLAIMGRAPH_LLM_RETRIES": "1",
        "CLAIMGRAPH_LLM_BUDGET": "1000",
        "CLAIMGRAPH_LLM_PRICE_IN": "0.25",
        "CLAIMGRAPH_LLM_PRICE_OUT": "2",
        "CLAIMGRAPH_NETWORK": "public",
        "CLAIMGRAPH_QUERY_SECONDS": "5",
        "CLAIMGRAPH_UPDATE_SECONDS": "50",
        "CLAIMGRAPH_QUERY_ROWS": "1000",
        "CLAIMGRAPH_QUERY_MB": "8",
        "CLAIMGRAPH_QUERY_MEMORY_MB": "512",
        "CLAIMGRAPH_QUERY_WORKERS": "1",
        "CLAIMGRAPH_QUERY_QUEUE": "4",
        "CLAIMGRAPH_QUERY_COPY_MB": "64",
        "CLAIMGRAPH_QUERY_KEEP_MB": "7",
        "CLAIMGRAPH_SERVICE_HOSTS": "sparql.example.org",
        "CLAIMGRAPH_MAX_BODY_MB": "2",
        "CLAIMGRAPH_MAX_RESTORE_MB": "2",
        "CLAIMGRAPH_LOG_FORMAT": "json",
        "CLAIMGRAPH_LOG_LEVEL": "warning",
    }
    assert set(values) == {name for name, _, _ in settings_table()}
    settings = Settings.from_environment(values)
    assert settings.token is not None
    assert settings.token.get_secret_value() == "a long enough secret"
    assert {"graph.example.org", "graph.local", "127.0.0.1", "192.0.2.7"} <= settings.hosts
    assert settings.cors_origins == ("https://notebook.example.org", "http://127.0.0.1:8888")
    assert settings.read_only
    assert not settings.is_loopback
    assert settings.store_access == Access("http://127.0.0.1:7878/update", "ada", "difference", "engine")
    assert "difference" not in f"{settings!r}{settings.store_access!r}"
    assert settings.limits == Limits(
        seconds=5, update_seconds=50, rows=1000, answer_mb=8, memory_mb=512, workers=1, queue=4, copy_mb=64, keep_mb=7
    )
    assert settings.service_hosts == ("sparql.example.org",)


def test_an_empty_variable_is_an_absent_one() -> None:
    assert Settings.from_environment({"CLAIMGRAPH_PORT": "", "CLAIMGRAPH_TOKEN": ""}) == Settings()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("port", "http", "valid integer"),
        ("port", "99999", "less than or equal to 65535"),
        ("base_iri", "https://example.org/id", "ends in a slash"),
        ("base_iri", "example", "http"),
        ("max_body_mb", "0", "greater than"),
        ("log_format", "xml", "'text' or 'json'"),
    ],
)
def test_a_bad_value_is_refused_by_the_name_of_its_variable(name: str, value: str, expected: str) -> None:
    with pytest.raises(BadInput) as caught:
        Settings.from_environment({variable(name): value})
    assert variable(name) in caught.value.message
    assert repr(value) in caught.value.message
    assert expected in caught.value.message
    assert caught.value.hint


def test_a_bad_token_is_not_shown() -> None:
    with pytest.raises(BadInput) as caught:
        Settings.from_environment({"CLAIMGRAPH_TOKEN": "pass"})
    assert "CLAIMGRAPH_TOKEN" in str(caught.value)
    assert "'pass'" not in str(caught.value)


def test_override_replaces_what_is_given_and_checks_it() -> None:
    settings = Settings(port=8001).override(port=None, host="::1")
    assert (settings.port, settings.host) == (8001, "::1")
    assert settings.is_loopback
    with pytest.raises(BadInput, match="--port"):
        settings.override(port=-1)


def test_an_engine_is_asked_for_where_it_is_named() -> None:
    assert Settings.from_environment({}).override(store="elsewhere", engine=None).engine_asked_for is None
    assert Settings.from_environment({"CLAIMGRAPH_ENGINE": "rules"}).override(port=1).engine_asked_for == "rules"
    assert Settings().override(engine="learned").engine_asked_for == "learned"


def test_a_misspelt_variable_is_noticed() -> None:
    environ = {"CLAIMGRAPH_TOKN": "secret", "CLAIMGRAPH_PORT": "1", "CLAIMGRAPH_WEATHER": "fair", "PORT": "2"}
    assert unknown_variables(environ) == {"CLAIMGRAPH_TOKN": "CLAIMGRAPH_TOKEN", "CLAIMGRAPH_WEATHER": None}
