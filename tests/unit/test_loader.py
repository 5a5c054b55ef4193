"""The loader returns a story, or all problems with their positions."""

import copy
import errno
import gc
import io
import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deepseek_tui.story.format.model import Evidence, Story
from deepseek_tui.story.format.renamed import RENAMED_VALUES
from deepseek_tui.story.format.text import harmless
from deepseek_tui.story.loading import document as documents
from deepseek_tui.story.loading.diagnostics import MAX_COMPARED, MAX_MESSAGE_LENGTH, Diagnostic, InvalidInput, nearest
from deepseek_tui.story.loading.diagnostics import KeyPath as DocumentPath
from deepseek_tui.story.loading.loader import load
from deepseek_tui.story.loading.validation_errors import MAX_PROBLEMS
from stories import hostile_story, many_events, minimal_story, write_story
from work import is_linear

GOOD = json.dumps(minimal_story(), ensure_ascii=False, indent=1).encode()


def problems(source: Any) -> list[Diagnostic]:
    with pytest.raises(InvalidInput) as caught:
        load(source, "story.json")
    assert caught.value.problems
    return caught.value.problems


def only(source: Any) -> Diagnostic:
    found = problems(source)
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


def changed(path: DocumentPath, value: Any) -> bytes:
    story = minimal_story()
    inner: Any = story
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return json.dumps(story, indent=1).encode()


def every_place(value: Any, path: DocumentPath = ()) -> Iterator[DocumentPath]:
    if path:
        yield path
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from every_place(value[key], (*path, key))


PLACES = sorted(every_place(minimal_story()), key=str)


# The following tests are about valid stories.


def test_story_can_be_loaded_from_bytes_a_path_or_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_story(tmp_path, minimal_story())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD)))
    assert load(GOOD) == load(path) == load(str(path)) == load("-")


def test_byte_order_mark_and_white_space_around_the_json_are_accepted() -> None:
    assert load(b"\xef\xbb\xbf" + GOOD) == load(b"\n " + GOOD.replace(b"\n", b"\r\n") + b"\n\n")


def test_story_with_a_schema_key_is_accepted() -> None:
    assert load(changed(("$schema",), "story.schema.json")).schema_ == "story.schema.json"


def test_json_strings_and_keys_with_escapes_are_accepted() -> None:
    text = GOOD.replace(b"Acme made a thing.", rb"A\u003a \u0022b\u0022 \\\": {").replace(b'"format"', rb'"f\u006frmat"')
    assert load(text).summary[0].text == {"fr": 'A: "b" \\": { (fr)', "en": 'A: "b" \\": { (en)'}


def test_story_with_control_characters_and_markup_is_loaded() -> None:
    assert isinstance(load(json.dumps(hostile_story()).encode()), Story)


def test_loading_a_story_does_not_change_the_garbage_collector_settings() -> None:
    for was_on in (True, False):
        (gc.enable if was_on else gc.disable)()
        try:
            load(GOOD)
            problems(b"{}")
            assert gc.isenabled() is was_on
        finally:
            gc.enable()


# The following tests are about unreadable files.


@pytest.mark.parametrize("name", ["nowhere.json", "no/folder.json", "a\x00b", "x" * 300, "story.json/inside"])
def test_missing_story_file_is_reported(tmp_path: Path, name: str) -> None:
    write_story(tmp_path, minimal_story())
    with pytest.raises(InvalidInput, match="there is no such file") as caught:
        load(f"{tmp_path}/{name}")
    assert caught.value.unreadable


def test_folder_in_place_of_a_story_file_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="it is a folder") as caught:
        load(tmp_path)
    assert caught.value.unreadable


def test_story_file_without_read_permission_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_story(tmp_path, minimal_story())

    def deny(*_words: object) -> int:  # The error is simulated because the tests may run as root, who may read every file.
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(documents.os, "open", deny)
    with pytest.raises(InvalidInput, match="permission denied") as caught:
        load(path)
    assert caught.value.unreadable


def test_endless_device_is_rejected_immediately() -> None:
    for path in (Path("/dev/null"), Path("/dev/zero")):
        with pytest.raises(InvalidInput, match="no regular file"):
            load(path)


def test_pipe_is_rejected_immediately_if_a_regular_file_is_needed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InvalidInput, match="no regular file"):
        documents.read(tmp_path / "pipe", regular=True)


def test_story_is_read_from_a_pipe_until_the_pipe_closes(tmp_path: Path) -> None:
    data = write_story(tmp_path, minimal_story()).read_bytes() + b" " * 300_000
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(data,))
    writer.start()
    assert documents.read(tmp_path / "pipe") == data
    writer.join()


def test_input_from_a_pipe_above_the_size_limit_is_rejected(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    def write() -> None:
        with suppress(BrokenPipeError):
            (tmp_path / "pipe").write_bytes(b" " * 2**21)

    writer = threading.Thread(target=write)
    writer.start()
    with pytest.raises(InvalidInput, match="1 MiB"):
        documents.read(tmp_path / "pipe", largest=2**20)
    writer.join()


def test_reading_waits_while_a_nonblocking_pipe_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    parts = [b"one", b"two"]

    def wait(descriptor: int) -> None:
        assert descriptor == reader
        if parts:
            os.write(writer, parts.pop(0))
        else:
            os.close(writer)

    monkeypatch.setattr(documents, "_wait_until_readable", wait)
    try:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(closed=False, fileno=lambda: reader))
        assert documents.read("-") == b"onetwo"
        assert not os.get_blocking(reader)  # The pipe must stay non-blocking, because other processes may share the pipe.
    finally:
        os.close(reader)


def test_cycle_of_symbolic_links_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(InvalidInput, match="circle"):
        load(tmp_path / "a")


def test_file_above_the_size_limit_is_rejected_without_reading(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(documents.MAX_BYTES + 1)
    with pytest.raises(InvalidInput, match="256 MiB"):
        load(path)


# The following tests are about bytes that are not valid JSON.


@pytest.mark.parametrize(
    ("data", "line", "column", "says"),
    [
        (b"", 1, 1, "empty"),
        (b" \n ", 1, 1, "empty"),
        (b"\xef\xbb\xbf", 1, 1, "empty"),
        ('{"é": "à'.encode() + b"\xff", 1, 9, "byte 0xff at offset 10"),
        (b'{"a": "\xed\xa0\x80"}', 1, 8, "not UTF-8"),
        ("\ufeff{}".encode("utf-16-le"), 1, 1, "UTF-16"),
        (b'{"a":\n [1, 2', 2, 7, "ends too early"),
        (b'{"a": "b', 1, 9, "ends too early"),
        ('{"é": é}'.encode(), 1, 7, "not JSON"),
        (b'{"a": NaN}', 1, 7, "NaN and Infinity"),
        (b'{"a": Infinity}', 1, 7, "NaN and Infinity"),
        (b'{"a": -Infinity}', 1, 8, "NaN and Infinity"),
        (b'{"a": 1e999}', 1, 7, "out of range"),
        (b'{"a": "\\ud800"}', 1, 8, "surrogate"),
        (b"{} {}", 1, 4, "after"),
        (b'{"a": 1,}', 1, 8, "trailing comma"),
        (b"// a comment\n{}", 1, 1, "not JSON"),
        (b"[" * 65 + b"]" * 65, 1, 65, "more than 64 levels"),
        (b'{"a":' * 500 + b"1" + b"}" * 500, 1, 64 * 5 + 1, "more than 64 levels"),
        (b"[" * 10**6, 1, 65, "more than 64 levels"),
        (b"[]", 1, 1, "a story is an object, not a list"),
        (b'"x"', 1, 1, "a story is an object, not a string"),
        (b"null", 1, 1, "a story is an object, not null"),
    ],
)
def test_invalid_json_is_rejected_with_the_position_of_the_error(data: bytes, line: int, column: int, says: str) -> None:
    problem = only(data)
    assert says in str(problem)
    assert (problem.line, problem.column) == (line, column)


@settings(deadline=None)
@given(st.integers(0, len(GOOD) - 2))
def test_truncated_story_is_rejected_with_the_position_of_the_end(length: int) -> None:
    data = GOOD[:length]
    found = problems(data)
    if data.decode().strip():
        assert found[0].line >= data.count(b"\n") - 1


# The following tests are about errors that the pydantic models report.


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (("version",), 2, "must be 1, not 2"),
        (("format",), "other", 'must be deepseek-tui/story, not "other"'),
        (("id",), "Not A Slug", "joined by single hyphens"),
        (("languages",), [], "must not be empty"),
        (("languages",), ["fr", "en", "fr"], "listed twice"),
        (("title",), 3, "must be a text"),
        (("title",), None, "must be a string, not null"),
        (("title",), "", "must not be empty"),
        (("title",), {"fr": "x"}, 'lacks the language "en"'),
        (("title", "de"), "x", "the story lists en, fr"),
        (("title", "en"), 3, "must be a string, not a number"),
        (("summary", 0), [], "must be an object, not a list"),
        (("events", 0, "when"), "2025-02-30", "28 days"),
        (("events", 0, "phase"), "hapened", "did you mean happened?"),
        (("events", 0, "evidence"), [], "must not be empty"),
        (("events", 0, "evidence"), {}, "must be a list, not an object"),
        (("events", 0, "evidence", 0, "paragraph"), 1.5, "must be a whole number, not 1.5"),
        (("events", 0, "evidence", 0, "paragraph"), True, "must be a whole number"),
        (("events", 0, "evidence", 0, "paragraph"), 0, "must be 1 or more"),
        (("figures", 0, "value"), "many", "must be a number, not a string"),
        (("figures", 0, "comparisons", 0, "allowed"), 1, "must be true or false"),
        (("sources", 1, "url"), "ftp://x", "no web address"),
        (("notes", 0, "sources", 0, "date"), "unkown", "did you mean unknown?"),
        (("article", "paragraphs", 0, "fingerprint"), "x", "64 hexadecimal digits"),
        (("article", "language"), "French", "ISO 639"),
        (("topics", 0, "nam"), "x", 'there is no key "nam" here (did you mean name?)'),
        (("links", 0, "form"), "x", "did you mean from?"),
        (("figures", 0, "value"), 10**30, "out of range"),
    ],
)
def test_single_fault_is_reported_in_one_sentence_with_the_json_path(path: DocumentPath, value: Any, says: str) -> None:
    problem = only(changed(path, value))
    assert says in str(problem)
    assert "pydantic" not in str(problem)
    assert problem.line > 1
    assert problem.path.startswith(str(path[0]))


OLD_VALUES = {
    ("claims", 0, "status"): {
        "claimed": "stated",
        "judged": "opinion",
        "predicted": "prediction",
        "asked": "question",
    },
    ("claims", 0, "certainty"): {"flat": "unhedged", "open": "left open"},
    ("figures", 0, "bound"): {"exact": "as-printed"},
    ("questions", 0, "status"): {"partly": "answered in part", "settled": "answered"},
    ("notes", 0, "sources", 0, "read"): {"in full": "full", "reprint": "copy"},
}


@pytest.mark.parametrize(
    ("path", "old", "new"), [(path, old, new) for path, names in OLD_VALUES.items() for old, new in names.items()]
)
def test_value_of_an_earlier_format_is_reported_with_the_new_value(path: DocumentPath, old: str, new: str) -> None:
    assert f'it is called "{new}" now' in str(only(changed(path, old)))


def test_every_renamed_value_of_the_format_is_tested() -> None:
    assert {old: new for names in OLD_VALUES.values() for old, new in names.items()} == RENAMED_VALUES


def test_key_of_an_earlier_format_is_reported_once_with_the_new_key() -> None:
    story = minimal_story()
    source = story["notes"][0]["sources"][0]
    source["seen"] = source.pop("read")
    problem = only(json.dumps(story, indent=1).encode())
    assert str(problem).endswith('notes[0].sources[0].seen: there is no key "seen" here (it is called "read" now)')


def test_missing_json_key_is_reported_at_the_object_with_the_misspelt_key() -> None:
    story = minimal_story()
    story["events"][0]["titel"] = story["events"][0].pop("title")
    missing, unknown = problems(json.dumps(story, indent=1).encode())
    assert str(missing).endswith('events[0]: the key "title" is missing (is it titel, misspelt?)')
    assert str(unknown).endswith('events[0].titel: there is no key "titel" here (did you mean title?)')
    assert missing.line < unknown.line


def test_all_kinds_of_faults_are_reported_together_in_file_order() -> None:
    story = minimal_story()
    story["title"] = {"fr": "x"}
    story["events"][0]["when"] = "soon"
    story["events"][1]["after"] = ["lunch"]
    story["claims"][1]["id"] = "made-it"
    text = json.dumps(story, indent=1).replace('"kind": "outlet"', '"kind": "outlet", "kind": "outlet"').encode()
    found = [str(problem) for problem in problems(text)]
    for words in ('lacks the language "en"', "given twice", "not a date", "did you mean launch?", "is taken already"):
        assert sum(words in line for line in found) == 1, words
    assert len(found) == 5
    assert [int(line.split(":")[1]) for line in found] == sorted(int(line.split(":")[1]) for line in found)


def test_duplicate_json_key_is_reported_at_the_second_occurrence() -> None:
    problem = only(GOOD.replace(b'\n "id": "acme-story"', b'\n "id": "acme",\n "id"  : "acme-story"'))
    assert (problem.line, problem.column, problem.path) == (5, 2, "id")
    assert "given twice" in problem.message


def test_list_of_the_wrong_type_is_reported_once_without_errors_about_references() -> None:
    assert only(changed(("sources",), {})).path == "sources"
    assert only(changed(("languages",), "fr")).path == "languages"
    assert only(changed(("article",), None)).path == "article"


# The following tests are about arbitrary changes to a story.

VALUES = ([], {}, [[]], [{}], {"fr": {}}, ["\x1b"], [None], -1, 1.5, "the-article")


def outcome(data: bytes) -> Story | list[Diagnostic]:
    try:
        return load(data, "story.json")
    except InvalidInput as unusable:
        found = unusable.problems
    assert found
    for problem in found:
        line = str(problem)
        assert line.startswith("story.json")
        assert harmless(line) == line
        assert "\n" not in line
        assert len(line) < 4 * MAX_MESSAGE_LENGTH
        json.dumps(problem.as_json())
    return found


@settings(deadline=None)
@given(st.sampled_from(PLACES))
def test_story_with_any_one_value_removed_is_loaded_or_rejected(path: DocumentPath) -> None:
    story = copy.deepcopy(minimal_story())
    inner: Any = story
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    outcome(json.dumps(story).encode())


@settings(deadline=None)
@given(
    st.sampled_from(PLACES),
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(VALUES),
)
def test_story_with_any_one_value_replaced_is_loaded_or_rejected(path: DocumentPath, value: Any) -> None:
    outcome(changed(path, value))


@settings(deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_story_with_any_one_byte_replaced_is_loaded_or_rejected(place: int, byte: int) -> None:
    outcome(GOOD[:place] + bytes([byte]) + GOOD[place + 1 :])


@settings(deadline=None)
@given(st.binary() | st.text('{}[]",:\\u01e9. \nNaInfty-').map(str.encode))
def test_arbitrary_bytes_are_loaded_or_rejected_without_other_errors(data: bytes) -> None:
    outcome(data)


def test_values_quoted_in_messages_have_no_control_characters_and_are_short() -> None:
    poison = "\x1b]0;pwned\x07\u202e\n" * 500
    event: DocumentPath = ("events", 0)
    for path in (("id",), (*event, "when"), (poison,), (*event, "phase"), ("claims", 0, "speaker"), ("title", poison)):
        for problem in problems(changed(path, poison)):
            assert len(str(problem)) < 4 * MAX_MESSAGE_LENGTH
            assert str(problem).isprintable()


def faulty(count: int) -> bytes:
    """Return a story with many events and two wrong references."""
    story = many_events(count)
    story["events"][count // 2]["players"] = ["acmee"]
    story["events"][count * 7 // 10]["after"] = [f"event-{count * 9 // 10}"]
    return json.dumps(story).encode()


def test_time_to_load_or_reject_a_story_is_linear_in_the_number_of_events() -> None:
    few, many = (json.dumps(many_events(count)).encode() for count in (250, 1000))
    assert is_linear(lambda: load(few), lambda: load(many), 4)
    few, many = faulty(250), faulty(1000)
    assert (len(problems(few)), len(problems(many))) == (2, 2)
    assert is_linear(lambda: problems(few), lambda: problems(many), 4)


@pytest.mark.slow
def test_story_with_ten_thousand_events_is_loaded_or_rejected_in_time() -> None:
    load(json.dumps(many_events(10_000)).encode())
    assert len(problems(faulty(10_000))) == 2


def full_of_faults(count: int) -> bytes:
    """Return a story with many events, each with two faults."""
    story = many_events(count)
    for event in story["events"]:
        event["players"] = ["acmee"]
        event["extra"] = 1
    return json.dumps(story).encode()


@pytest.mark.slow
def test_first_of_thousands_of_faults_are_listed_and_the_rest_is_counted() -> None:
    found = problems(full_of_faults(2000))
    assert len(found) == MAX_PROBLEMS + 1
    assert "3000 more problems" in found[0].message
    few, many = full_of_faults(250), full_of_faults(1000)
    assert is_linear(lambda: problems(few), lambda: problems(many), 4)


def test_digits_in_a_fingerprint_do_not_cause_a_position_scan_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    story = minimal_story()
    story["article"]["paragraphs"][0]["fingerprint"] = "1234567890" * 6 + "abcd"
    monkeypatch.setattr(
        "deepseek_tui.story.loading.positions.scan", lambda *_: pytest.fail("looked through the text of a sound story")
    )
    assert load(json.dumps(story).encode(), "story.json").id == story["id"]


@pytest.mark.parametrize("space", ["", " ", "\n"])
@pytest.mark.parametrize("sign", ["", "-"])
def test_number_with_too_many_digits_is_reported_in_any_field(space: str, sign: str) -> None:
    story = minimal_story()
    text = json.dumps(story).replace('"value": 100000', f'"value":{space}{sign}{"9" * 40}')
    with pytest.raises(InvalidInput, match="out of range"):
        load(text.encode(), "story.json")


@pytest.mark.parametrize(("extra", "hint"), [(0, "did you mean xvent?"), (1, "")])
def test_no_suggestion_is_made_when_there_are_too_many_known_words(extra: int, hint: str) -> None:
    known = ["xvent", *(f"{number:05d}" for number in range(MAX_COMPARED - 1 + extra))]
    assert nearest("event", known) == hint


@pytest.mark.parametrize(("name", "shown"), [("", "broken.json"), ("a story", "a story")])
def test_diagnostics_of_a_file_have_the_path_or_the_given_name(name: str, shown: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text("{", "utf-8")
    with pytest.raises(InvalidInput) as caught:
        load(path, name)
    assert {Path(problem.file).name for problem in caught.value.problems} == {shown}


def test_diagnostics_of_standard_input_name_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"{")
    os.close(writer)
    stdin = os.fdopen(reader, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    with stdin, pytest.raises(InvalidInput) as caught:
        load("-")
    assert {problem.file for problem in caught.value.problems} == {"<stdin>"}


def test_unknown_json_key_is_reported_in_an_object_with_all_known_keys() -> None:
    document = minimal_story()
    place = document["events"][0]["evidence"][0]
    place["source"] = None
    assert place.keys() == Evidence.model_fields.keys()
    place["page"] = 1
    assert 'there is no key "page" here' in str(only(json.dumps(document).encode()))
