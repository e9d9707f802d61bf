"""Run a function on hostile bytes in a child process with limits; what kills the child becomes a value.

One child serves many calls, since its imports cost half a second. It is started anew after it was
killed. What comes back is read by an unpickler that knows the nouns and nothing else: a child that
a malformed file has taken over cannot make its parent run anything.
"""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import queue
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import IO, TypeVar

Out = TypeVar("Out")

_MEGABYTE = 1_000_000
_HEADER = struct.Struct(">BQ")
_DONE, _RAISED, _MEMORY, _TOO_MUCH = range(4)
_PLAIN = frozenset({"set", "frozenset", "bytearray", "complex", "range", "slice"})
_OPEN_FILES = 64
_AHEAD = 2
_GRACE = 0.05
_PATIENCE = 5.0
# Passed on to the child; everything else of the environment stays here.
_KEPT_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONTZPATH")
_START = (
    "import sys; sys.path[:] = sys.argv[1:]; from reportedly.engine.limited import serve; serve()"
)
_REMEDY = "Open the original in its own program, save it again as PDF or text, and add that."


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """What one call may cost.

    Attributes:
        memory_bytes: Address space of the child, its libraries included.
        cpu_seconds: Processor time of one call.
        wall_seconds: Time of one call on the clock.
        output_bytes: Size of what it hands back.
    """

    memory_bytes: int = 2_000 * _MEGABYTE
    cpu_seconds: int = 60
    wall_seconds: float = 120.0
    output_bytes: int = 600 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Killed:
    """A call that gave no value, with the reason as sentences for a report."""

    reason: str


class LimitedWorker:
    """One child process that calls functions under limits. Not for use by two threads at once.

    Functions must be importable by name, arguments picklable, results made of plain values and of
    this package's classes.
    """

    def __init__(self, limits: ProcessLimits) -> None:
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> LimitedWorker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def call(self, function: Callable[..., Out], *args: object) -> Out | Killed:
        """``function(*args)`` in the child; `Killed` where it broke a limit, crashed or raised."""
        request = pickle.dumps((function, args), protocol=pickle.HIGHEST_PROTOCOL)
        child = self._started()
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self._limits.wall_seconds, stop)
        timer.start()
        try:
            answer = _ask(child, request, self._limits.output_bytes)
        finally:
            timer.cancel()
        if late.is_set():
            self._drop()
            return Killed(
                f"The file kept its parser busy for more than {self._limits.wall_seconds:g} seconds. {_REMEDY}"
            )
        return self._judged(answer)

    def _judged(self, answer: tuple[int, bytes] | None) -> Out | Killed:
        """The value in an answer, or why there is none; the child is dropped where it must be."""
        if answer is None:
            code = self._drop()
            return Killed(f"{_death(code)} {_REMEDY}")
        kind, payload = answer
        if kind == _DONE:
            try:
                value: Out = _Careful(io.BytesIO(payload)).load()
            except Exception as error:  # noqa: BLE001 - whatever a taken-over child made up
                self._drop()
                return Killed(f"The parser handed back what it must not ({error}). {_REMEDY}")
            return value
        if kind == _RAISED:
            return Killed(f"The parser failed ({payload.decode('utf-8', 'replace')}). {_REMEDY}")
        self._drop()
        if kind == _MEMORY:
            megabytes = self._limits.memory_bytes // _MEGABYTE
            return Killed(
                f"The file made its parser ask for more than {megabytes:,} MB of memory. {_REMEDY}"
            )
        megabytes = self._limits.output_bytes // _MEGABYTE
        return Killed(f"The file gave more than {megabytes:,} MB of text and structure. {_REMEDY}")

    def close(self) -> None:
        """End the child."""
        self._drop()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._drop()
        path = [str(Path(each or ".").absolute()) for each in sys.path]
        environment = {
            name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ
        } | {
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-s", "-B", "-c", _START, *path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            close_fds=True,
        )
        # The child sets its limits from the first message, before it reads any call.
        limits = pickle.dumps(self._limits)
        assert self._child.stdin is not None
        with contextlib.suppress(OSError):
            _write(self._child.stdin, _DONE, limits)
        return self._child

    def _drop(self) -> int:
        """Kill the child and close its pipes; returns its exit status, negative for a signal."""
        child, self._child = self._child, None
        if child is None:
            return 0
        if child.stdin is not None:
            with contextlib.suppress(OSError):
                child.stdin.close()
        try:
            code = child.wait(timeout=_GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
            code = child.wait(timeout=_PATIENCE)
        if child.stdout is not None:
            child.stdout.close()
        return code


class LimitedPool:
    """Several children; results come in the order of the tasks, whichever is ready first."""

    def __init__(self, limits: ProcessLimits, workers: int = 1) -> None:
        self._workers: tuple[LimitedWorker, ...] = tuple(
            LimitedWorker(limits) for _ in range(max(1, workers))
        )
        self._idle: queue.SimpleQueue[LimitedWorker] = queue.SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> LimitedPool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def call(self, function: Callable[..., Out], *args: object) -> Out | Killed:
        """One call on whichever child is idle."""
        worker = self._idle.get()
        try:
            return worker.call(function, *args)
        finally:
            self._idle.put(worker)

    def map(
        self, function: Callable[..., Out], tasks: Iterable[Sequence[object]]
    ) -> Iterator[Out | Killed]:
        """``function(*task)`` for each task, in order; few tasks are held in memory at a time."""
        if len(self._workers) == 1:
            for task in tasks:
                yield self.call(function, *task)
            return
        waiting: deque[Future[Out | Killed]] = deque()
        with ThreadPoolExecutor(max_workers=len(self._workers)) as threads:
            for task in tasks:
                waiting.append(threads.submit(self.call, function, *task))
                if len(waiting) >= _AHEAD * len(self._workers):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def close(self) -> None:
        """End every child."""
        for worker in self._workers:
            worker.close()


def _ask(child: subprocess.Popen[bytes], request: bytes, most: int) -> tuple[int, bytes] | None:
    """Send a call and read its answer; ``None`` where the child died over it."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        _write(child.stdin, _DONE, request)
        header = _read(child.stdout, _HEADER.size)
        if header is None:
            return None
        kind, length = _HEADER.unpack(header)
        if length > most:
            return _TOO_MUCH, b""
        payload = _read(child.stdout, length)
    except OSError:
        return None
    return None if payload is None else (kind, payload)


def _write(pipe: IO[bytes], kind: int, payload: bytes) -> None:
    pipe.write(_HEADER.pack(kind, len(payload)))
    pipe.write(payload)
    pipe.flush()


def _read(pipe: IO[bytes], length: int) -> bytes | None:
    """Exactly ``length`` bytes; ``None`` if the pipe ends before."""
    pieces: list[bytes] = []
    while length:
        piece = pipe.read(min(length, 1 << 20))
        if not piece:
            return None
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def _death(code: int) -> str:
    """What an exit status tells of the child's end."""
    if code == -_SIGXCPU:
        return "The file kept its parser computing for longer than is allowed."
    if code < 0:
        return f"The file crashed its parser (signal {-code})."
    return f"The file made its parser end (status {code})."


_SIGXCPU = 24


class _Plain(pickle.Pickler):
    """Writes members of enumerations by their values.

    Python 3.11.0 to 3.11.3, Debian 12's among them, write them as a call of ``getattr``, which the
    parent must refuse.
    """

    def reducer_override(self, obj: object) -> tuple[type[Enum], tuple[object, ...]]:
        if isinstance(obj, Enum):
            return type(obj), (obj.value,)
        return NotImplemented  # type: ignore[no-any-return]  # "as usual"


class _Careful(pickle.Unpickler):
    """Reads plain values and this package's classes; refuses every other name."""

    def find_class(self, module: str, name: str) -> object:
        if module == "builtins" and name in _PLAIN:
            return super().find_class(module, name)
        if module.partition(".")[0] == "reportedly":
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no noun")


# --- in the child -----------------------------------------------------------------------------------


def serve() -> None:
    """Answer calls from standard input until it ends. Run in the child; prints go nowhere."""
    calls = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    limits: ProcessLimits | None = None
    while True:
        header = _read(calls, _HEADER.size)
        if header is None:
            return
        request = _read(calls, _HEADER.unpack(header)[1])
        if request is None:
            return
        if limits is None:
            limits = pickle.loads(request)
            _confine(limits)
            continue
        _allow_processor(limits)
        kind, payload = _answer(request, limits)
        del request
        _write(answers, kind, payload)
        if kind in {_MEMORY, _TOO_MUCH}:
            return


def _answer(request: bytes, limits: ProcessLimits) -> tuple[int, bytes]:
    try:
        function, args = pickle.loads(request)
        answer = io.BytesIO()
        _Plain(answer, protocol=pickle.HIGHEST_PROTOCOL).dump(function(*args))
        payload = answer.getvalue()
    except MemoryError:
        return _MEMORY, b""
    except Exception as error:  # noqa: BLE001 - the parent must hear of it, whatever it is
        return _RAISED, f"{type(error).__name__}: {error}"[:500].encode("utf-8", "replace")
    return (_TOO_MUCH, b"") if len(payload) > limits.output_bytes else (_DONE, payload)


def _confine(limits: ProcessLimits) -> None:
    """Limit memory, files and dumps for good, where the system knows such limits."""
    try:
        import resource
    except ImportError:  # Windows: the clock and the size of answers are limited all the same
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def _allow_processor(limits: ProcessLimits) -> None:
    """Give the next call its processor time: the system counts over the whole life of the child."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + 1 + limits.cpu_seconds
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
    except (ValueError, OSError):
        return
