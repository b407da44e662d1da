from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import networkx as nx
import pytest
import typer
from pyoxigraph import Literal, NamedNode, Quad

from app.cli.commands import app
from app.query.exports import WRITERS
from app.settings import settings_table
from app.store.base import Change
from app.store.opening import open_store
from tests.cli.conftest import LEAVES, Run

COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def snapshot(store: Path) -> str:
    """Everything in a store, but for the clock's graph."""
    from app.settings import Settings

    opened = open_store(str(store))
    log = Settings().iris.graph("log")
    try:
        return "\n".join(sorted(str(quad) for quad in opened.quads() if quad.graph_name != log))
    finally:
        opened.close()


# --- help ------------------------------------------------------------------------------------------------------------


def test_the_commands_of_the_contract_are_there() -> None:
    assert {
        "extract",
        "ingest",
        "ask",
        "query",
        "export",
        "serve",
        "remove",
        "retract",
        "reject",
        "rebuild",
        "backup",
        "restore",
        "check",
    } <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_of_itself(run: Run, command: str) -> None:
    shown = run(command, "--help")
    assert shown.code == 0
    example = shown.out.partition("Example:")[2]
    assert f"claimgraph {command}" in example


def test_help_names_every_setting(run: Run) -> None:
    shown = run("--help").out
    for name, _, meaning in settings_table():
        assert re.search(rf"{name}\s+{re.escape(meaning)}", shown)


def test_bad_usage_exits_with_two(run: Run) -> None:
    for arguments in ((), ("frobnicate",), ("ask",), ("ingest",), ("export", "graphml", "--depth", "-1")):
        assert run(*arguments).code == 2, arguments
    assert run("ask", "Who?", "--as-of", "September").code == 2
    assert "The question is empty" in run("ask", " ").err
    assert "counted from a root" in run("export", "graphml", "--depth", "2").err


def test_a_bad_setting_is_a_message(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMGRAPH_PORT", "http")
    failed = run("query", "ASK {}")
    assert failed.code == 2
    assert "CLAIMGRAPH_PORT" in failed.err
    assert failed.out == ""


# --- extract ---------------------------------------------------------------------------------------------------------


def test_extract_prints_the_claims_and_touches_no_store(run: Run, tmp_path: Path) -> None:
    found = run("extract", LEAVES).json()
    assert set(found) == {"article", "entities", "claims", "dropped", "notices"}
    text = found["article"]["text"]
    assert found["article"]["title"] == "Head of AI data work leaves Meta as researchers look past Scale AI"
    [left] = [claim for claim in found["claims"] if claim["relation"] == "left"]
    assert set(left) >= set(
        """id relation subject object qualifiers time phase polarity certainty mode attribution status evidence
        confidence engine""".split()
    )
    assert left["subject"]["name"] == "Ruben Mayer"
    assert left["time"]["duration"] == "P2M"
    for claim in found["claims"]:
        for span in claim["evidence"]:
            assert text[span["start"] : span["end"]] == span["text"]
    assert list(tmp_path.iterdir()) == []


def test_extract_is_deterministic_whatever_the_hash_seed(tmp_path: Path) -> None:
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", "from app.cli import main; main()", "extract", str(LEAVES)]
        outputs.add(subprocess.run(command, env=environment, check=True, capture_output=True, cwd=tmp_path).stdout)
    assert len(outputs) == 1


def test_extract_takes_title_and_date_from_the_command_line(run: Run) -> None:
    article = run("extract", LEAVES, "--title", "Another", "--published", "2025-10-02").json()["article"]
    assert (article["title"], article["published"]) == ("Another", "2025-10-02")
    assert article["publisher"] == "Tidewater Business Journal"
    failed = run("extract", LEAVES, "--published", "in June")
    assert failed.code == 2
    assert "'in June'" in failed.err


def test_an_unknown_engine_is_a_message(run: Run) -> None:
    failed = run("extract", LEAVES, "--engine", "oracle")
    assert (failed.code, failed.out) == (2, "")
    assert "rules" in failed.err


# --- ingest, remove, rebuild -----------------------------------------------------------------------------------------


def test_ingest_says_what_became_of_each_article(run: Run) -> None:
    first = run("ingest", LEAVES, "--json")
    [outcome] = first.json()["outcomes"]
    assert outcome["status"] == "added"
    assert outcome["claims"] > 0
    assert LEAVES.name == outcome["source"]
    assert "added" in first.err
    [again] = run("ingest", LEAVES, "--json").json()["outcomes"]
    assert again["status"] == "unchanged"
    assert run("ingest", LEAVES).out == "0 added with 0 claims, 1 unchanged.\n"


def test_ingesting_again_changes_nothing(filled: Run, tmp_path: Path) -> None:
    before = snapshot(tmp_path / "store")
    assert filled("ingest", LEAVES).code == 0
    assert filled("rebuild").code == 0
    assert snapshot(tmp_path / "store") == before


def bad_files(folder: Path) -> dict[str, Path]:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\n")
    (folder / "binary.txt").write_bytes(b"\x7fELF\0\1\2")
    (folder / "large.txt").write_text("Solvane bought Pemberly. " * 200_000)
    (folder / "latin.txt").write_bytes("Kestrelworks wächst in Zürich.".encode("latin-1"))
    (folder / "unclosed.txt").write_text("---\ntitle: No end\n")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return {file.name: file for file in folder.iterdir()} | {"missing": folder / "nowhere.txt"}


@pytest.mark.parametrize(
    "name",
    ["empty.txt", "blank.txt", "binary.txt", "large.txt", "latin.txt", "unclosed.txt", "picture.png", "missing"],
)
def test_what_cannot_be_read_is_a_message_and_the_store_stays_as_it_was(filled: Run, tmp_path: Path, name: str) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    file = bad_files(bad)[name]
    good = next(LEAVES.parent.glob("04-*.txt"))
    before = snapshot(tmp_path / "store")
    failed = filled("ingest", good, file)
    assert (failed.code, failed.out) == (2, "")
    assert file.name in failed.err
    assert "Traceback" not in failed.err
    assert snapshot(tmp_path / "store") == before
    assert filled("extract", file).code == 2


def test_all_bad_files_are_named_at_once(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    bad_files(bad)
    failed = run("ingest", bad)
    assert failed.code == 2
    for name in ("empty.txt", "binary.txt", "large.txt", "latin.txt"):
        assert name in failed.err
    assert not (tmp_path / "store").exists()


def test_a_folder_without_articles_is_a_message(run: Run, tmp_path: Path) -> None:
    assert run("ingest", tmp_path).code == 2


def test_remove_takes_out_what_only_that_article_supported(filled: Run, tmp_path: Path) -> None:
    before = snapshot(tmp_path / "store")
    other = next(LEAVES.parent.glob("04-*.txt"))
    [outcome] = filled("ingest", other, "--json").json()["outcomes"]
    assert snapshot(tmp_path / "store") != before
    assert filled("remove", outcome["article"]).code == 0
    assert snapshot(tmp_path / "store") == before


def test_what_is_retracted_stays_on_record_and_counts_again_if_undone(filled: Run, tmp_path: Path) -> None:
    before = snapshot(tmp_path / "store")
    [outcome] = filled("ingest", LEAVES, "--json").json()["outcomes"]
    assert outcome["status"] == "unchanged"
    assert filled("retract", outcome["article"], "--reason", "withdrawn").code == 0
    assert filled("query", "ASK { ?tenure a cg:Tenure }", "--format", "csv").out.strip() == "false"
    assert f"article/{outcome['article']}" in snapshot(tmp_path / "store")
    assert snapshot(tmp_path / "store") != before
    assert filled("retract", outcome["article"], "--undo").code == 0
    assert snapshot(tmp_path / "store") == before
    failed = filled("retract", "0123456789abcdef")
    assert failed.code == 2
    assert "0123456789abcdef" in failed.err


def test_what_is_rejected_stays_on_record_and_counts_again_if_undone(filled: Run, tmp_path: Path) -> None:
    before = snapshot(tmp_path / "store")
    asked = "SELECT ?claim { GRAPH ?g { ?claim a cg:Claim ; cg:relation ?r } FILTER(?r IN (cg:left, cg:heldRole)) }"
    claims = [line.rpartition("/")[2] for line in filled("query", asked, "--format", "csv").out.split()[1:]]
    assert len(claims) > 1
    done = filled("reject", *claims, "--reason", "of somebody else")
    assert (done.code, done.out) == (0, "")
    assert "--undo" in done.err
    assert filled("query", "ASK { ?tenure a cg:Tenure }", "--format", "csv").out.strip() == "false"
    assert all(f"claim/{claim}>" in snapshot(tmp_path / "store") for claim in claims)
    checked = filled("check")
    assert (checked.code, checked.out) == (0, "")
    assert "no article claims" not in checked.err
    assert filled("reject", *reversed(claims), "--undo").code == 0
    assert snapshot(tmp_path / "store") == before
    for unknown in (("reject", "0123456789abcdef"), ("reject", claims[0], "--undo"), ("reject", "scale ai")):
        failed = filled(*unknown)
        assert (failed.code, failed.out) == (2, "")
    assert snapshot(tmp_path / "store") == before


def test_check_tells_of_rejected_claims_that_are_made_no_more(filled: Run) -> None:
    asked = "SELECT ?claim { GRAPH ?g { ?claim a cg:Claim } }"
    claim = filled("query", asked, "--format", "csv").out.split()[1].rpartition("/")[2]
    [outcome] = filled("ingest", LEAVES, "--json").json()["outcomes"]
    assert filled("reject", claim).code == 0
    assert filled("remove", outcome["article"]).code == 0
    checked = filled("check")
    assert (checked.code, checked.out) == (0, "")
    assert f"rejects {claim}, which no article claims now" in checked.err
    assert f"claimgraph reject {claim} --undo" in checked.err
    assert filled("reject", claim, "--undo").code == 0
    assert "rejects" not in filled("check").err


def test_an_unknown_article_is_a_message(filled: Run, tmp_path: Path) -> None:
    before = snapshot(tmp_path / "store")
    failed = filled("remove", "0123456789abcdef")
    assert (failed.code, failed.out) == (2, "")
    assert "0123456789abcdef" in failed.err
    assert snapshot(tmp_path / "store") == before


# --- the store's place -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ("ask", "Who left Meta?"),
        ("query", "ASK {}"),
        ("export", "turtle"),
        ("remove", "1"),
        ("rebuild",),
        ("check",),
        ("backup", "x.nq"),
    ],
)
def test_reading_from_nowhere_makes_no_store(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    failed = run(*command)
    assert (failed.code, failed.out) == (2, "")
    assert "claimgraph ingest" in failed.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_other_things_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "thesis.txt").write_text("precious")
    failed = run("ingest", LEAVES)
    assert failed.code == 2
    assert "not a store" in failed.err
    assert [file.name for file in (tmp_path / "store").iterdir()] == ["thesis.txt"]
    assert run("ingest", LEAVES, "--store", tmp_path / "store" / "thesis.txt").code == 2


# --- query -----------------------------------------------------------------------------------------------------------

WHO = "SELECT ?name WHERE { ?tenure a cg:Tenure ; cg:person/skos:prefLabel ?name ; cg:duration ?d }"


def test_query_prints_a_table_or_the_format_asked_for(filled: Run, tmp_path: Path) -> None:
    assert "Ruben Mayer" in filled("query", WHO).out
    assert filled("query", WHO, "--format", "csv").out.split("\r\n") == ["name", "Ruben Mayer", ""]
    file = tmp_path / "who.rq"
    file.write_text(WHO)
    assert filled("query", f"@{file}", "-f", "json").json()["results"]["bindings"][0]["name"]["value"] == "Ruben Mayer"
    assert "prefLabel" in filled("query", "CONSTRUCT WHERE { ?s skos:prefLabel ?name }").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("SELECT WHERE",),
        ("",),
        ("DELETE WHERE { ?s ?p ?o }",),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",),
        ("ASK {}", "--format", "pdf"),
        ("ASK {}", "--format", "turtle"),
        ("@nowhere.rq",),
    ],
)
def test_a_query_that_cannot_be_run_is_a_message(filled: Run, arguments: tuple[str, ...]) -> None:
    failed = filled("query", *arguments)
    assert (failed.code, failed.out) == (2, "")
    assert failed.err.startswith("claimgraph: ")
    assert "Traceback" not in failed.err


# --- ask -------------------------------------------------------------------------------------------------------------

QUESTION = "Who oversaw Meta's data operations and when did they leave?"


def test_ask_answers_with_evidence(filled: Run) -> None:
    answer = filled("ask", QUESTION, "--json").json()
    assert answer["status"] == "answered"
    assert answer["answers"][0]["label"] == "Ruben Mayer"
    assert any("after just two months" in evidence["text"] for evidence in answer["evidence"])
    assert answer["sparql"]
    assert answer["caveats"]
    shown = filled("ask", QUESTION).out
    assert "Ruben Mayer" in shown
    assert "after just two months" in shown


# --- export ----------------------------------------------------------------------------------------------------------


def test_export_writes_a_file_or_stdout(filled: Run, tmp_path: Path) -> None:
    file = tmp_path / "graph.graphml"
    written = filled("export", "graphml", "-o", file)
    assert (written.code, written.out) == (0, "")
    assert file.stat().st_mode & 0o777 == 0o666 & ~_umask()
    assert filled("export", "graphml").out == file.read_text()
    graph = nx.read_graphml(file)
    assert "Ruben Mayer" in labels(graph)


def labels(graph: nx.Graph[str]) -> set[str]:
    return {data["label"] for _, data in graph.nodes(data=True)}


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_an_unknown_export_leaves_the_file_as_it_was(filled: Run, tmp_path: Path) -> None:
    file = tmp_path / "graph.pdf"
    file.write_text("as it was")
    failed = filled("export", "pdf", "-o", file)
    assert (failed.code, failed.out) == (2, "")
    assert "graphml" in failed.err
    assert file.read_text() == "as it was"


def test_an_export_that_cannot_be_written_is_a_message(filled: Run, tmp_path: Path) -> None:
    failed = filled("export", "turtle", "-o", tmp_path / "nowhere" / "graph.ttl")
    assert failed.code == 2
    assert "nowhere" in failed.err
    (tmp_path / "folder").mkdir()
    assert filled("export", "turtle", "-o", tmp_path / "folder").code == 2
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["folder", "store"]


def test_export_around_an_entity(filled: Run) -> None:
    everything = nx.parse_graphml(filled("export", "graphml").out)
    near = nx.parse_graphml(filled("export", "graphml", "--root", "Ruben Mayer", "--depth", "1").out)
    assert {"Ruben Mayer", "Meta"} <= labels(near)
    assert labels(near) < labels(everything)
    assert filled("export", "graphml", "--root", "Nobody At All").code == 2
    assert filled("export", "graphml", "--include", "rumours").code == 2


def test_export_of_some_types(filled: Run) -> None:
    people = nx.parse_graphml(filled("export", "graphml", "--entities", "Person,Organization", "--facts", "Tenure").out)
    assert {data["type"] for _, _, data in people.edges(data=True)} == {"Tenure"}
    assert {data["type"] for _, data in people.nodes(data=True)} <= {"Person", "Company", "OrganizationUnit"}
    nodes = nx.parse_graphml(filled("export", "graphml", "--fact-nodes", "--lone-groups").out)
    assert {"event", "entity"} <= {data["kind"] for _, data in nodes.nodes(data=True)}
    refused = filled("export", "graphml", "--facts", "Tenures")
    assert (refused.code, refused.out) == (2, "")
    assert "Did you mean Tenure?" in refused.err


# --- stats ---------------------------------------------------------------------------------------------------------


def test_stats_are_tables_or_json(filled: Run) -> None:
    tables = filled("stats", "--from", "Ruben Mayer", "--to", "Scale AI")
    assert (tables.code, tables.err) == (0, "")
    for heading in ("In all", "Best connected", "Most shortest ways lead over them", "Communities"):
        assert heading in tables.out
    assert "Ruben Mayer → Meta → Scale AI" in tables.out
    assert "“Meta invested $14.3 billion in Scale AI, a deal that was announced in June.”" in tables.out
    found = filled("stats", "--json", "--top", "1").json()
    assert [each["label"] for each in found["most_connected"]] == ["Meta"]


def test_stats_of_nothing_and_of_half_a_path(filled: Run) -> None:
    nothing = filled("stats", "--entities", "Product", "--facts", "Tenure")
    assert nothing.code == 0
    assert "Best connected" not in nothing.out
    assert filled("stats", "--from", "Meta").code == 2
    assert filled("stats", "--from", "Meta", "--to", "Nobody At All").code == 2


def test_measures_go_with_an_export(filled: Run) -> None:
    graph = nx.parse_graphml(filled("export", "graphml", "--measures", "--root", "Meta").out)
    [meta] = [data for _, data in graph.nodes(data=True) if data["label"] == "Meta"]
    assert meta["distance"] == 0
    assert meta["betweenness"] > 0
    assert {"degree", "community"} <= meta.keys()


def test_check_tells_of_statements_of_ones_own_about_what_articles_speak_of(filled: Run) -> None:
    assert "default graph" not in filled("check").err
    meta = "https://w3id.org/claimgraph/id/organization/meta"
    with closing(open_store("store")) as store:
        store.apply(Change(add=[Quad(NamedNode(meta), NamedNode("http://example.org/mark"), Literal("mine"))]))
    checked = filled("check")
    assert checked.code == 0
    assert f"Your default graph has statements about {meta}, which" in checked.err
    assert "FROM <https://w3id.org/claimgraph/id/graph/facts>, and the same with derived and entities" in checked.err


# --- backup and restore ----------------------------------------------------------------------------------------------


def test_a_backup_restores_the_same_store(filled: Run, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    assert filled("backup", file).code == 0
    assert filled("restore", file, "--store", "another").code == 0
    assert filled("backup", tmp_path / "again.nq", "--store", "another").code == 0
    assert (tmp_path / "again.nq").read_bytes() == file.read_bytes()
    assert snapshot(tmp_path / "another") == snapshot(tmp_path / "store")


@pytest.mark.parametrize("content", [b"", b"<http://s> <http://p> <http://o> .\n", None])
def test_what_is_no_backup_is_not_restored(run: Run, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "graph.nq"
    if content is not None:
        file.write_bytes(content)
    failed = run("restore", file)
    assert failed.code == 2
    assert "graph.nq" in failed.err
    assert not (tmp_path / "store").exists()
    (tmp_path / "bare").mkdir()
    assert run("restore", file, "--store", "bare").code == 2
    assert not any((tmp_path / "bare").iterdir())


def test_what_was_cut_short_replaces_nothing_and_so_does_an_export(filled: Run, tmp_path: Path) -> None:
    assert filled("backup", "whole.nq").code == 0
    assert filled("export", "nquads", "-o", "export.nq").code == 0
    lines = (tmp_path / "whole.nq").read_bytes().splitlines(keepends=True)
    (tmp_path / "cut.nq").write_bytes(b"".join(lines[:100]))
    before = snapshot(tmp_path / "store")
    for name in ("cut.nq", "export.nq"):
        failed = filled("restore", name, "--replace")
        assert (failed.code, failed.out) == (2, "")
        assert f"{name} cannot be restored" in failed.err
        assert "cut short" in failed.err
    assert snapshot(tmp_path / "store") == before


@pytest.mark.parametrize("command", [("backup", "nowhere/graph.nq"), ("export", "dot", "-o", "nowhere/graph.dot")])
def test_a_file_that_cannot_be_written_is_told(filled: Run, command: tuple[str, ...]) -> None:
    failed = filled(*command)
    assert (failed.code, failed.out) == (2, "")
    assert "nowhere/graph" in failed.err
    assert "Give a file in a folder that is there" in failed.err


def test_a_store_that_holds_something_is_not_restored_over(filled: Run, tmp_path: Path) -> None:
    assert filled("backup", tmp_path / "graph.nq").code == 0
    before = snapshot(tmp_path / "store")
    failed = filled("restore", tmp_path / "graph.nq")
    assert failed.code == 2
    assert "not empty" in failed.err
    assert snapshot(tmp_path / "store") == before


def test_check_finds_nothing_wrong(filled: Run) -> None:
    checked = filled("check")
    assert (checked.code, checked.out) == (0, ""), checked.out


# --- versions --------------------------------------------------------------------------------------------------------

GRAPH_COMMANDS = (
    ("ingest", LEAVES),
    ("ask", "Who left Meta?"),
    ("query", "ASK {}"),
    ("export", "turtle"),
    ("stats",),
    ("remove", "1"),
    ("retract", "1"),
    ("reject", "1"),
    ("entities", "review"),
    ("entities", "merge", "organization/meta", "organization/scale-ai"),
    ("check",),
    ("serve", "--port", "0"),
)


def say_schema(store: Path, text: str) -> None:
    """Let the record of a store say another schema."""
    from pyoxigraph import Literal, NamedNode, Quad

    from app.settings import Settings
    from app.store.base import Change

    iris = Settings().iris
    opened = open_store(str(store))
    node = NamedNode(f"{iris.base}store")
    said = [quad for quad in opened.quads(node, graph=iris.graph("log")) if "schema" in str(quad.object)]
    assert said
    opened.apply(Change(remove=said, add=[Quad(node, said[0].predicate, Literal(text), said[0].graph_name)]))
    opened.close()


def test_an_older_store_is_refused_by_every_command_until_it_is_rebuilt(filled: Run, tmp_path: Path) -> None:
    before = snapshot(tmp_path / "store")
    say_schema(tmp_path / "store", "schema 0")
    for command in GRAPH_COMMANDS:
        failed = filled(*command)
        assert (failed.code, failed.out) == (1, ""), command
        assert "schema 0" in failed.err, command
        assert "`claimgraph rebuild`" in failed.err, command
    assert snapshot(tmp_path / "store") == before
    assert filled("backup", "old.nq").code == 0
    assert filled("rebuild").code == 0
    assert filled("check").code == 0
    assert snapshot(tmp_path / "store") == before
    assert filled("restore", "old.nq", "--replace").code == 0
    assert filled("query", "ASK {}").code == 1


def test_a_newer_store_is_refused_also_by_rebuild(filled: Run, tmp_path: Path) -> None:
    say_schema(tmp_path / "store", "schema 999")
    for command in (*GRAPH_COMMANDS, ("rebuild",), ("rebuild", "--reread")):
        failed = filled(*command)
        assert (failed.code, failed.out) == (1, ""), command
        assert "newer" in failed.err, command


def test_check_shows_the_versions(filled: Run) -> None:
    from app.upkeep.record import SCHEMA

    said = filled("check").err
    assert f"Schema {SCHEMA}, ontology 0.1.0, read by rules 2." in said


def test_help_names_every_export_and_says_the_exit_codes(run: Run) -> None:
    told = run("export", "--help").out
    assert all(name in told for name in WRITERS)
    assert "130 stopped by Ctrl-C" in " ".join(run("--help").out.split())


def test_the_commands_are_summed_up_in_whole_sentences(run: Run) -> None:
    listed = run("--help").out.partition("Commands:")[2].partition("Example:")[0]
    assert listed.count("\n  ") >= 15
    assert "..." not in listed


def test_a_day_that_is_none_is_told_with_one_that_is(run: Run) -> None:
    refused = run("ask", "Who left Meta?", "--as-of", "yesterday")
    assert (refused.code, "'yesterday' is no day; write one such as 2025-09-01." in refused.err) == (2, True)


def test_an_empty_graph_is_said_to_be_empty(run: Run) -> None:
    open_store("store").close()
    asked = run("ask", "Who left Meta?")
    assert (asked.code, asked.err.startswith("No article has been read into store yet")) == (0, True)


def test_a_file_or_store_that_is_not_there_is_said_not_to_be(run: Run) -> None:
    assert "There is no file nowhere.txt." in run("extract", "nowhere.txt").err
    assert "No kind of store is at ftp://127.0.0.1." in run("ask", "Who?", "--store", "ftp://127.0.0.1").err
    assert "--store" in run("ask", "Who?", "--store", "nowhere").err


def test_ctrl_c_is_no_failure_of_ours(run: Run, monkeypatch: pytest.MonkeyPatch, filled: Run) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.cli.graph.LocalGraph.ask", interrupted)
    stopped = run("ask", "Who left Meta?")
    assert (stopped.code, stopped.err) == (130, "Stopped. Nothing is left half written.\n")
