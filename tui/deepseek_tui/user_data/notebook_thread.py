"""Thread for work on the notebook.

It waits while another program locks the notebook.
"""

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.user_data.storage_errors import NotebookInUseError

if TYPE_CHECKING:
    from deepseek_tui.user_data.notebook import Notebook

FIRST_PAUSE, LONGEST_PAUSE = 0.05, 1.0
"""Seconds between two attempts, at first and at most; the pause doubles after each attempt."""
STOP_TIMEOUT = 0.5
"""Seconds that the last attempt may take when the program ends."""


class Job(NamedTuple):
    """Work on the notebook for the thread.

    Jobs are done in order, and repeated until the notebook is not in use.
    """

    work: "Callable[[Notebook], None]"
    is_read: bool = False
    """Whether the job only reads, so that nothing is unsaved while it waits."""


class NotebookThread:
    """Queue of jobs on the notebook, and the thread that does them.

    The thread starts with the first job, sleeps while the queue is empty, and ends when it is closed and has no job left.
    """

    def __init__(
        self,
        open_notebook: "Callable[[], Notebook]",
        *,
        has_edits: Callable[[], bool],
        on_wait: "Callable[[Notebook | None], None]",
        on_done: "Callable[[Notebook], None]",
        on_end: Callable[[], None],
    ) -> None:
        """Create the queue and the thread, without starting the thread.

        `open_notebook` opens the notebook, `has_edits` tells whether edits wait for it. The thread calls `on_wait` when
        another program uses the notebook (None while it could not be opened), `on_done` after each job, and `on_end` at
        its end, also after an error.
        """
        self.lock = Condition()
        """The lock of the queue, and of the state that jobs share with other threads."""
        self.failure: Exception | None = None
        """The internal error that ended the thread."""
        self.is_waiting = False
        """Whether another program uses the notebook."""
        self._open_notebook, self._has_edits = open_notebook, has_edits
        self._on_wait, self._on_done, self._on_end = on_wait, on_done, on_end
        self._jobs: deque[Job] = deque()
        self._thread: Thread | None = None
        self._is_closed = self._is_stopped = False

    @property
    def is_started(self) -> bool:
        """Whether the thread was started."""
        return self._thread is not None

    @property
    def is_unsaved(self) -> bool:
        """Whether edits or drafts wait for another program that uses the notebook."""
        with self.lock:
            return self.is_waiting and any(not job.is_read for job in self._jobs)

    @property
    def is_busy(self) -> bool:
        """Whether the thread is working, and not waiting for another program."""
        with self.lock:
            return bool(self._jobs) and not self.is_waiting and self.failure is None

    @property
    def has_read_queued(self) -> bool:
        """Whether the queue contains a job that only reads the notebook."""
        return any(job.is_read for job in self._jobs)

    def start(self) -> None:
        """Start the thread."""
        self._thread = Thread(target=self._run, name="notebook", daemon=True)
        self._thread.start()

    def queue(self, job: Job) -> None:
        """Add a job to the queue.

        It may be called before the thread starts.
        """
        with self.lock:
            self._jobs.append(job)
            self.lock.notify_all()

    def close(self) -> None:
        """End the thread when its queue is empty."""
        with self.lock:
            self._is_closed = True
            self.lock.notify_all()

    def join(self, seconds: float) -> None:
        """Wait for the thread to end, for at most `seconds`.

        After that, have it make a last attempt.
        """
        if self._thread is not None:
            self._thread.join(seconds)
            self._is_stopped = True
            self._thread.join(STOP_TIMEOUT)

    # The following methods run in the thread.

    def _run(self) -> None:
        try:
            self._work()
        except Exception as error:  # noqa: BLE001 - the interface raises it again, and ends the program in order
            self.failure = error
        finally:
            self._on_end()

    def _work(self) -> None:
        """Do the jobs in order until there are no more.

        That is when the queue is closed and empty, or the thread is stopped.
        """
        notebook: Notebook | None = None
        pause = FIRST_PAUSE
        while (job := self._next_job()) is not None:
            try:
                if notebook is None:
                    notebook = self._open_notebook()
                job.work(notebook)
            except NotebookInUseError:
                if self._is_stopped or (self._is_closed and not self._has_edits()):
                    break
                # A read is dropped, because the next refresh reads again and no edit is lost.
                if job.is_read and notebook is not None:
                    self._remove_job()
                    continue
                self._wait(notebook, pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                pause = FIRST_PAUSE
                self._on_done(notebook)
                self._remove_job()  # The job is removed last, so that a thread without jobs has reported everything.
        if notebook is not None:
            with suppress(NotebookInUseError):  # A remaining draft becomes a note when the notebook is next opened.
                notebook.close()

    def _next_job(self) -> Job | None:
        """Wait for the next job and return it.

        Return None when the queue is closed and empty. The job stays in the queue until it is done.
        """
        with self.lock:
            self.lock.wait_for(lambda: self._jobs or self._is_closed)
            return self._jobs[0] if self._jobs else None

    def _wait(self, notebook: "Notebook | None", pause: float) -> None:
        """Wait before the next attempt.

        The time is shorter when the program is about to end.
        """
        with self.lock:
            self.is_waiting = True
        self._on_wait(notebook)
        with self.lock:
            is_closed = self.lock.wait_for(lambda: self._is_closed, pause)
        if is_closed:
            time.sleep(FIRST_PAUSE)

    def _remove_job(self) -> None:
        with self.lock:
            self._jobs.popleft()
