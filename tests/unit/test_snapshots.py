"""Snapshots of story files: reading, and quarantine of damaged snapshots."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deepseek_tui.user_data.atomic_files import save
from deepseek_tui.user_data.snapshots import SnapshotStore
from deepseek_tui.user_data.storage_errors import StorageErrorKind


def write(file: Path, data: bytes) -> None:
    save(file, data, overwrite=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that does not exist yet."""
    return tmp_path / "state" / "snapshots"


@pytest.fixture
def snapshots(folder: Path) -> SnapshotStore:
    return SnapshotStore(folder, write)


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.binary(max_size=2000))
def test_story_snapshot_is_read_back_as_saved(snapshots: SnapshotStore, data: bytes) -> None:
    assert snapshots.save("s", "/p", data)
    assert snapshots.read("s", "/p") == data


def test_story_snapshot_is_written_only_if_the_story_changed(folder: Path) -> None:
    sizes = []

    def counting(file: Path, data: bytes) -> None:
        sizes.append(len(data))
        write(file, data)

    snapshots = SnapshotStore(folder, counting)
    for data in (b"one " * 1000, b"one " * 1000, b"two " * 1000, b"one " * 1000):
        assert snapshots.save("s", "/p", data)
        assert snapshots.read("s", "/p") == data
    assert len(sizes) == 3
    assert max(sizes) < 200, "snapshots are compressed"


@pytest.mark.parametrize("seed", range(20))
def test_damaged_story_snapshot_is_ignored_and_quarantined(snapshots: SnapshotStore, folder: Path, seed: int) -> None:
    rng = random.Random(seed)
    assert snapshots.read("s", "/p") is None
    snapshots.save("s", "/p", rng.randbytes(500))
    data = bytearray(only_file(folder).read_bytes())
    if seed % 2:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    else:
        # More than the trailing checksum is cut off, because a snapshot without a complete checksum can be read.
        del data[rng.randrange(len(data) - 8) :]
    only_file(folder).write_bytes(data)
    assert snapshots.read("s", "/p") is None
    (error,) = snapshots.take_errors()
    assert error.kind is StorageErrorKind.SNAPSHOT_DAMAGED
    assert error.quarantined is not None
    assert error.quarantined.read_bytes() == bytes(data)
    assert snapshots.save("s", "/p", b"again")
    assert snapshots.read("s", "/p") == b"again"


def test_story_snapshot_is_compared_without_decompression(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshots = SnapshotStore(tmp_path, write)
    assert not snapshots.matches("story", "place", b"one")
    snapshots.save("story", "place", b"one")
    monkeypatch.delattr("deepseek_tui.user_data.snapshots._decompress")
    assert snapshots.matches("story", "place", b"one")
    assert not snapshots.matches("story", "place", b"another")
    assert not snapshots.matches("other", "place", b"one")
