"""SPARQL: examples, the editor with the keyboard, results as a table and raw, and mistakes explained."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_an_example_runs_and_its_rows_lead_on(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/explore/sparql")
    page.get_by_label("Examples").select_option(label="Who held which role where, and between which days?")
    expect(page.locator("#result td").first).to_have_text("Ruben Mayer")
    expect(page.locator("#result-status")).to_contain_text("row")
    page.get_by_label("Raw").check()
    expect(page.locator("#result pre")).to_contain_text('"bindings"')
    with page.expect_download() as download:
        page.get_by_role("link", name="csv").click()
    assert "Ruben Mayer" in download.value.path().read_text()


def test_a_query_is_typed_and_run_with_the_keyboard_and_kept_in_the_address(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/explore/sparql")
    editor = page.get_by_role("textbox", name="SPARQL query")
    editor.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("SELECT ?fact WHERE { ?fact a cg:Investment }")
    page.keyboard.press("Escape")  # closes the completion
    page.keyboard.press("Control+Enter")
    expect(page.locator("#result-status")).to_contain_text("1 row")
    page.reload()
    expect(page.locator("#result-status")).to_contain_text("1 row")
    page.locator("#result a").click()
    assert "/facts/" in page.url


def test_tab_leaves_the_editor(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/explore/sparql")
    page.get_by_role("textbox", name="SPARQL query").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run")).to_be_focused()


def test_a_mistake_is_explained(page: Page, watch, explorer: str) -> None:
    watch.expect("400")
    page.goto(f"{explorer}/explore/sparql?query=SELECT * WHERE {{ ?s ?p")
    expect(page.locator("#result-status")).to_contain_text("not valid SPARQL at line 1")


def test_a_question_and_a_graph_are_answers_too(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/explore/sparql?query=ASK {{ ?f a cg:Tenure }}")
    expect(page.locator("#result-status")).to_contain_text("Yes")
    page.goto(f"{explorer}/explore/sparql?query=CONSTRUCT {{ ?f a cg:Tenure }} WHERE {{ ?f a cg:Tenure }}")
    expect(page.locator("#result td").last).to_contain_text("Tenure")
    page.get_by_label("Raw").check()
    expect(page.locator("#result pre")).to_contain_text("Tenure")


def test_a_graph_is_drawn_too_and_rows_are_not(page: Page, explorer: str) -> None:
    query = "CONSTRUCT { ?f cg:person ?p . ?p skos:prefLabel ?n } WHERE { ?f cg:person ?p . ?p skos:prefLabel ?n }"
    page.goto(f"{explorer}/explore/sparql?query={query}")
    rows = page.locator("#result tbody tr")
    expect(rows.first).to_be_visible()
    expect(page.locator("#result-status")).to_contain_text(f"A graph of {rows.count()} statements")
    page.get_by_label("Graph", exact=True).press("Space")
    expect(page.get_by_role("img", name="as a drawing").locator("canvas").first).to_be_visible()
    page.get_by_role("button", name="Zoom in").press("Enter")
    page.get_by_label("Examples").select_option(label="Who held which role where, and between which days?")
    expect(page.locator("#result td").first).to_have_text("Ruben Mayer")
    expect(page.get_by_label("Graph", exact=True)).to_be_hidden()


def test_the_limits_are_said(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/explore/sparql")
    expect(page.locator("#query-form ~ .aside")).to_contain_text("10 s, and its answer 1,000,000 rows and 64 MB")
