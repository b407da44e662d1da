from __future__ import annotations

import time

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from app.errors import InvalidQuery
from app.query.sparql_gate import Form, check_query, place, with_prologue
from app.vocab import PREFIXES

# Oxigraph itself refuses to connect to port 9, with an error of its own: so a call shows and no network is needed.
CALL = "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }"

CALLS = [
    "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { sErViCe <http://x/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://x/> { } }",
    "SELECT * { SERVICE?x { } }",
    "SELECT * { ?s ?p 'a'SERVICE<http://x/>{} }",
    "SELECT * { SERVICE # why\n <http://x/> { } }",
    "SELECT * { # not here\rSERVICE <http://x/> { } }",
    "SELECT * { { SELECT * { FILTER EXISTS { SERVICE <http://x/> { ?s ?p ?o } } } } }",
    "PREFIX : <http://x/> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX : <http://x/> SELECT * { SERVICE: { ?s ?p ?o } }",
    "PREFIX : <http://x/> SELECT * { SERVICESILENT:x # {\n { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o.SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'a'@en.SERVICE <http://x/> { ?s ?p ?o } }",
    "PREFIX e: <http://x/> SELECT * { ?s ?p e:.SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?b FILTER(?b<?p#>'''\n)SERVICE <http://x/> { ?s ?p ?o } #'''\n}",
    "SELECT * { ?s ?p ?b FILTER(?b<?p)SERVICE#>\n <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?o<(?s>?p)&&?o<?p#>'''\n||true) SERVICE <http://x/> {} #'''\n}",
    "SELECT * { OPTIONAL{<<?s?p?o#>'''\n>> ?x ?y} SERVICE <http://x/> {} #'''\n}",
    "SELECT * { VALUES ?x {'''a'} SERVICE <http://x/> {} #\\q'''}\n}",
    "PREFIX x: <http://x:> SELECT * { ?s ?p x:SERVICE <http://x/> { ?s ?p ?o } }",
    "BASE <http://x:> PREFIX x: <> SELECT * { ?s ?p x:SERVICE <http://x/> { ?s ?p ?o } }",
    "PREFIX x: <http:\\u002F/x:> SELECT * { ?s ?p x:SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { SERV\\U00000049CE <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'a\\u0027 . SERVICE <http://x/> { } #' }",
    "SELECT * { ?s ?p ?o # \\u000A SERVICE <http://x/> { }\n }",
    "ASK { SERVICE <http://x/> { } }",
    "DESCRIBE ?s { SERVICE <http://x/> { } }",
    "CONSTRUCT { ?s ?p ?o } { SERVICE <http://x/> { ?s ?p ?o } }",
]

HARMLESS = [
    "SELECT * { ?service ?p ?o }",
    "SELECT $SERVICE { $SERVICE ?p ?o }",
    "SELECT * { ?s cg:service ?o }",
    "SELECT * { ?s ex:SERVICE ?o . ?s ex:my-service.x ?o }",
    "PREFIX service: <http://x/> SELECT * { ?s service:x ?o }",
    "PREFIX service: <http://x/> SELECT * FROM service:g { GRAPH service:g { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'SERVICE <http://x/> {}' }",
    'SELECT * { ?s ?p "SERVICE", "a\\"SERVICE", """ "SERVICE" """, \'\'\'\nSERVICE\'\'\', "" , "x"@en-service }',
    "SELECT * { ?s <http://x/SERVICE#service> ?o }",
    "SELECT * { ?s ?p ?o } # SERVICE <http://x/> {}",
    "SELECT * { ?s ?p _:service }",
    "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?service > 2) }",
    "SELECT * { ?s ?p ?o FILTER(?o<3&&?service>2) }",
    "SELECT * { VALUES (?a ?service) { (<http://x/a#b> <http://x/c#d>) } }",
    "BASE <http://x/> SELECT * { ?s <#service> ?o }",
    "SELECT * { ?s ex:a\\'service ?o }",
    "SELECT * { ?s ?p 'caf\\u00E9 service' }",
    "SELECT * { ?s ?p 'it\\u0020is a service' }",
]


@pytest.mark.parametrize("query", CALLS)
def test_a_call_is_refused(query: str) -> None:
    with pytest.raises(InvalidQuery):
        check_query(query)


@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_alone_is_not(query: str) -> None:
    check_query(query)


def test_the_refusal_says_where_and_what_to_do() -> None:
    with pytest.raises(InvalidQuery, match=r"line 2, column 3.*VALUES"):
        check_query("SELECT * {\n  SERVICE <http://x/> {} }")


@pytest.mark.parametrize("update", ["INSERT DATA { <a:a> <a:b> <a:c> }", "load <http://x/>", "PREFIX a: <b:> DROP ALL"])
def test_updates_are_refused(update: str) -> None:
    with pytest.raises(InvalidQuery, match="is an update"):
        check_query(update)


@pytest.mark.parametrize("text", ["", "  # nothing", "hello", "{ ?s ?p ?o }"])
def test_what_is_no_query_is_refused(text: str) -> None:
    with pytest.raises(InvalidQuery, match="SELECT"):
        check_query(text)


def test_form_and_dataset() -> None:
    checked = check_query("base <http://x/> prefix a: <b:> select * from <g:g> { ?s a:b ?o }")
    assert (checked.form, checked.has_dataset, checked.undeclared) == (Form.SELECT, True, frozenset())
    assert not check_query("ASK { ?from ?p 'FROM' } # FROM").has_dataset


def test_well_known_prefixes_are_added() -> None:
    query = "SELECT * { ?s cg:status ?o ; foaf:name ?n ; skos:prefLabel ?l }"
    prologue, rest = with_prologue(check_query(query), PREFIXES).split("\n")
    assert rest == query
    assert prologue.startswith("PREFIX cg: <https://w3id.org/claimgraph/ontology#> PREFIX skos: <")
    assert with_prologue(check_query("PREFIX cg: <http://x/> SELECT * { ?s cg:status ?o }"), PREFIXES).startswith("\n")


def test_places() -> None:
    assert place("ab\ncd", 0) == "line 1, column 1"
    assert place("ab\ncd", 4) == "line 2, column 2"


@pytest.mark.parametrize("piece", ["'''", "a-", "ex:a.", "<", "(", "?a<b", "'", '"""', "\\u0041", "a:", "_:a."])
def test_a_long_query_takes_no_long_time(piece: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(InvalidQuery):
        check_query("SERVICE " + piece * 20_000)
    assert time.perf_counter() - begun < 5


# --- against the parser itself ---------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    """SERVICE service SERVICE:x SERVICE: trueSERVICE 1SERVICE e:SERVICE e:.SERVICE e:a.SERVICE _:b.SERVICE ?o.SERVICE
    SILENT <http://127.0.0.1:9/> { } ( ) {} . ; , < > << >> <?o <?o#> <?o)SERVICE#> && || = ?s ?p ?o ?x a true e:a e:
    ' " ''' \"\"\" '' 'a' '''a' \\' \\q \\u0027 \\u0053 # #' #''' @en ^^e:a 1 1.5 FILTER FILTER(?o OPTIONAL VALUES
    BIND(1 EXISTS GRAPH UNION e:\\' e:\U0001f600 | / * ? \n \r \t""".split(" ")
) | st.sampled_from(["?s ?p ?o", "VALUES ?x {", CALL, "SERVICE:x { ?s ?p ?o }", "?s ?p ", "FILTER(?o<?p#>'", "\n)"])
PROLOGUE = "PREFIX : <http://127.0.0.1:9/> PREFIX e: <http://x/> "


def calls_out(query: str) -> bool:
    store = pyoxigraph.Store()
    for object_ in (Literal("1"), NamedNode("http://x:")):
        store.add(Quad(NamedNode("http://x/s"), NamedNode("http://x/p"), object_))
    try:
        result = store.query(query)
        if not isinstance(result, pyoxigraph.QueryBoolean):
            list(result)
    except (SyntaxError, ValueError, RuntimeError):
        return False
    except OSError:
        return True
    return False


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ {CALL} }}",
        f"PREFIX x: <http://x:> SELECT * {{ ?s ?p x:{CALL} }}",
        f"SELECT * {{ VALUES ?x {{'''a'}} {CALL} #\\q'''}}\n}}",
        f"SELECT * {{ ?s ?p ?o FILTER(?o<(?s>?p)&&?o<?p#>'''\n||true) {CALL} #'''\n}}",
    ],
)
def test_the_parser_does_read_these_as_calls(query: str) -> None:
    """Why the gate is as strict as it is; when this fails after an upgrade, it may be eased."""
    assert calls_out(query)


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECES, max_size=7), st.lists(PIECES, max_size=4), st.sampled_from(["", " "]))
def test_nothing_that_passes_calls_out(before: list[str], after: list[str], glue: str) -> None:
    query = PROLOGUE + "SELECT * { " + glue.join([*before, CALL, *after]) + "\n}"
    try:
        check_query(query)
    except InvalidQuery:
        return
    assert not calls_out(query), query


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20))
def test_the_word_in_a_string_never_matters(text: str) -> None:
    query = f"SELECT * {{ ?s ?p {Literal(text + ' SERVICE ' + text)} }}"
    if "\\u" not in query.lower():
        check_query(query)
