"""A story opened again, and a story that changes on the disk, in a terminal."""

from typing import Any

from terminal.steps import by_id, current, edit, leave, wait_for_row


def test_story_opens_at_the_last_location_without_the_option_fresh(dashboard):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "lantern-doubts", size=(60, 20))
    wait_for_row(session, "The Wendle Lantern is less convinced")
    session.press("L")
    session.wait_for("Le Wendle Lantern est moins")
    session.press("j", "j", "j")
    wait_for_row(session, "Le Marigold n’a manqué")
    leave(session)

    session = dashboard("quiet-ferry", size=(60, 20))
    wait_for_row(session, "Le Marigold n’a manqué")
    leave(session)

    session = dashboard("quiet-ferry", "--fresh", size=(60, 20))
    wait_for_row(session, "At a glance")
    leave(session)


def test_story_changed_on_disk_is_reloaded_at_the_same_location(dashboard, story):
    session = dashboard(str(story), "--lang", "en", "--at", "bell-hung", size=(60, 20))
    wait_for_row(session, "A bell is hung")
    session.settled()
    edit(story, lambda document: document["events"][-1]["title"].update(en="A third ferry is to follow"))
    session.wait_for("Story reloaded")
    wait_for_row(session, "A bell is hung")
    session.press("u")
    session.wait_for("What changed")
    session.wait_for("A third ferry is to follow")
    session.press("escape")
    session.wait_until_gone("What changed")

    def spoil(document: dict[str, Any]) -> None:
        document["events"][0]["colour"] = "red"

    good = story.read_bytes()
    edit(story, spoil)
    line = next(number for number, line in enumerate(story.read_text("utf-8").splitlines(), 1) if '"colour"' in line)
    session.wait_for(rf"story\.json:{line}:\d+")
    wait_for_row(session, "A bell is hung")
    session.press("j")
    session.wait_until(lambda: not current(session).startswith("A bell"), "the story to be read on")
    story.write_bytes(good)
    session.wait_until(lambda: "story.json" not in session.screen.display[0], "the title to be without a fault")
    leave(session)


def test_changes_since_the_last_visit_are_shown_and_bookmarks_of_removed_items_kept(dashboard, program, story):
    session = dashboard(str(story), "--lang", "en", "--at", "right-town-asked", size=(120, 40))
    wait_for_row(session, "Should a town of six thousand")
    session.press("m")
    session.wait_for("Bookmark added")
    leave(session)
    edit(story, lambda document: document["claims"].remove(by_id(document["claims"], "right-town-asked")))
    session = dashboard(str(story), "--lang", "en", size=(120, 40))
    session.wait_for("Since you last read it: 1 .*")
    session.wait_for("no longer")
    session.press("u")
    session.wait_for("What changed")
    session.press("escape")
    session.settled()
    leave(session)
    exported = program("export", "mine", "--story", str(story), "--lang", "en").stdout
    assert "Should a town of six thousand" in exported
    assert "no longer in the story" in exported
