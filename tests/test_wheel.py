"""The built wheel works alone in an empty folder: ontology and sample articles travel inside it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

QUESTION = "Who oversaw Meta's data operations and when did they leave?"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content in a folder of its own, as pip would lay it out."""
    built, target = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    subprocess.run(build, cwd=REPOSITORY, check=True, capture_output=True)
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run(installed: Path, folder: Path, code: str) -> str:
    """What a fresh interpreter prints that finds the wheel before the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_the_wheel_ingests_its_samples_and_answers(installed: Path, tmp_path: Path) -> None:
    code = "import sys; from app.cli import main; from app.resources import SAMPLE_ARTICLES_DIR;"
    ingest = code + "sys.argv[1:] = ['ingest', str(SAMPLE_ARTICLES_DIR), '--store', 'store', '--json']; main()"
    summary = json.loads(run(installed, tmp_path, ingest))
    assert len(summary["outcomes"]) >= 8
    ask = code + f"sys.argv[1:] = ['ask', {QUESTION!r}, '--store', 'store', '--json']; main()"
    answer = json.loads(run(installed, tmp_path, ask))
    assert answer["status"] == "answered"
    assert [item["label"] for item in answer["answers"]] == ["Ruben Mayer"]
    assert answer["evidence"]


def test_the_wheel_exports_a_page_without_anything_built(installed: Path, tmp_path: Path) -> None:
    code = "import sys; from app.cli import main; from app.resources import SAMPLE_ARTICLES_DIR;"
    article = "next(SAMPLE_ARTICLES_DIR.glob('03-*.txt'))"
    run(installed, tmp_path, code + f"sys.argv[1:] = ['ingest', str({article}), '--store', 'store']; main()")
    page = run(installed, tmp_path, code + "sys.argv[1:] = ['export', 'html', '--store', 'store']; main()")
    assert "Ruben Mayer" in page
    assert "cytoscape" in page


def test_it_is_the_wheel_that_ran(installed: Path, tmp_path: Path) -> None:
    code = "from app.resources import ONTOLOGY_DIR; print(ONTOLOGY_DIR)"
    assert run(installed, tmp_path, code).strip() == str(installed / "app" / "_data" / "ontology")
