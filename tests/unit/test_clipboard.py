"""Choice of the command that writes to the clipboard of the desktop."""

from deepseek_tui.ui.clipboard import desktop_command


def test_clipboard_program_is_used_only_in_a_desktop_session(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if name in ("wl-copy", "xclip") else None)
    assert desktop_command({}) is None
    assert desktop_command({"DISPLAY": ":0"}) == ("xclip", "-selection", "clipboard")
    assert desktop_command({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}) == ("wl-copy",)
