from pathlib import Path

from app.documents.watch import Watched


def test_a_file_is_handed_out_once_it_is_no_longer_written_to(tmp_path: Path):
    watched = Watched(tmp_path)
    file = tmp_path / "a.txt"
    assert watched.settled() == []
    file.write_text("Sol", encoding="utf-8")
    assert watched.settled() == []  # new
    file.write_text("Solvane was", encoding="utf-8")
    assert watched.settled() == []  # still growing
    assert watched.settled() == [file]
    assert watched.settled() == []


def test_a_changed_file_is_handed_out_again(tmp_path: Path):
    watched = Watched(tmp_path)
    file = tmp_path / "sub" / "a.md"
    file.parent.mkdir()
    file.write_text("One.", encoding="utf-8")
    (tmp_path / "ignored.csv").write_text("x", encoding="utf-8")
    watched.settled()
    assert watched.settled() == [file]
    file.write_text("One, corrected.", encoding="utf-8")
    assert (watched.settled(), watched.settled()) == ([], [file])
    file.unlink()
    assert watched.settled() == []
