"""Where a visit is written to, and what else may be there."""

import json

import pytest

from playground.demo.folder import MARK, FolderRefused, prepare_folder, publish


@pytest.fixture
def made(tmp_path):
    """Make the files of a visit."""

    def make(*names):
        folder = tmp_path / "-".join(names).replace("/", "-")
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(f"new {name}")
        return folder

    return make


@pytest.fixture
def output(tmp_path):
    return tmp_path / "a" / "out"


def files(folder):
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return sorted(path.relative_to(folder).as_posix() for path in found)


def test_the_files_of_an_earlier_visit_are_replaced_and_no_others(made, output):
    prepare_folder(output)
    publish(made("index.html", "1.png", "media/1.png", "old/1.png"), output)
    (output / "mine.txt").write_text("mine")
    (output / "media" / "mine.txt").write_text("mine")
    prepare_folder(output)
    publish(made("index.html", "2.png", "media/2.png"), output)
    assert files(output) == ["2.png", "index.html", "media/2.png", "media/mine.txt", "mine.txt"]
    assert not (output / "old").exists()
    assert (output / "2.png").read_text() == "new 2.png"


@pytest.mark.parametrize("name", ["index.html", "media/cat.png", ".hidden"])
def test_a_folder_with_other_files_is_refused(output, name):
    (output / name).parent.mkdir(parents=True)
    (output / name).write_text("mine")
    with pytest.raises(FolderRefused, match="not an earlier visit's; choose a new or an empty"):
        prepare_folder(output)
    assert files(output) == [name]


def test_what_is_no_folder_is_refused(tmp_path):
    (tmp_path / "file").write_text("mine")
    for path in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(FolderRefused, match=r"cannot be written to \(.+\); choose another"):
            prepare_folder(path)
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize(
    "listed",
    ["{", '"index.html"', "3", json.dumps(["../mine.txt", "/etc/hostname", 7, "", ".", "a/../.."])],
)
def test_a_list_that_was_tampered_with_removes_nothing(made, output, listed):
    prepare_folder(output)
    (output.parent / "mine.txt").write_text("mine")
    (output / MARK).write_text(listed)
    prepare_folder(output)
    publish(made("index.html"), output)
    assert files(output.parent) == ["mine.txt", "out/index.html"]
