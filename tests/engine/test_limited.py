"""A child process is lent to one call at a time, and what it breaks is only its own."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.engine.limited import Killed, LimitedPool, LimitedWorker, ProcessLimits
from reportedly.model.report import ReportState
from reportedly.model.span import Span

SMALL = ProcessLimits(
    memory_bytes=600_000_000, cpu_seconds=1, wall_seconds=60, output_bytes=1_000_000
)
HASTY = replace(SMALL, wall_seconds=2.5)
"""For what waits without computing; a busy machine must not make the others late."""


def echo(words: str) -> str:
    return words


def nth(number: int) -> tuple[int, int]:
    time.sleep(0.02 * (number % 3))
    return number, os.getpid()


def sleep_on(_: str) -> str:
    while True:
        time.sleep(0.05)


def compute_on(_: str) -> str:
    while True:
        pass


def crash(_: str) -> str:
    return str(ctypes.string_at(0))


def leave(_: str) -> str:
    os._exit(7)


def hoard(_: str) -> str:
    kept = []
    while True:
        kept.append(bytearray(64_000_000))


def shout(_: str) -> str:
    return "a" * 2_000_000


def fail(words: str) -> str:
    raise ValueError(f"no {words}")


def chatter(words: str) -> str:
    sys.stdout.write("to the screen\n" * 10_000)
    sys.stderr.write("to the screen\n" * 10_000)
    os.write(1, b"past Python")
    return words


def write_file(name: str) -> str:
    Path(name).write_text("written")
    return "written"


def cut(words: str) -> Span:
    return Span.of(words, 0, 3)


class Trap:
    """Pickles as a call of something that is no noun."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def trap(_: str) -> Trap:
    return Trap()


@pytest.mark.parametrize(
    ("function", "says"),
    [
        (sleep_on, "more than 2.5 seconds"),
        (compute_on, "computing for longer"),
        (crash, "crashed its parser (signal 11)"),
        (leave, "status 7"),
        (hoard, "of memory"),
        (shout, "of text and structure"),
        (fail, "ValueError: no words"),
        (trap, "what it must not"),
    ],
)
def test_what_kills_a_call_becomes_a_reason_and_the_next_call_is_answered(
    function: object, says: str
) -> None:
    assert callable(function)
    with LimitedWorker(HASTY if function is sleep_on else SMALL) as worker:
        lost = worker.call(function, "words")
        assert isinstance(lost, Killed)
        assert says in lost.reason
        assert lost.reason.endswith(".")
        assert worker.call(echo, "still here") == "still here"


def test_one_child_serves_many_calls() -> None:
    with LimitedWorker(SMALL) as worker:
        answers = [worker.call(nth, number) for number in range(5)]
    pids = {answer[1] for answer in answers if not isinstance(answer, Killed)}
    assert len(pids) == 1
    assert os.getpid() not in pids


def test_a_call_that_raised_leaves_its_child_alive() -> None:
    with LimitedWorker(SMALL) as worker:
        before = worker.call(nth, 0)
        assert isinstance(worker.call(fail, "words"), Killed)
        assert worker.call(nth, 0) == before


def test_what_a_child_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    with LimitedWorker(SMALL) as worker:
        assert worker.call(chatter, "words") == "words"
    shown = capfd.readouterr()
    assert (shown.out, shown.err) == ("", "")


def test_a_child_writes_no_file(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    with LimitedWorker(SMALL) as worker:
        assert isinstance(worker.call(write_file, str(target)), Killed)
    assert not target.exists() or target.read_bytes() == b""


def test_nouns_come_back_as_they_are() -> None:
    with LimitedWorker(SMALL) as worker:
        assert worker.call(cut, "one two") == Span(0, 3, "one")


def test_members_of_enumerations_come_back_as_they_are() -> None:
    with LimitedWorker(ProcessLimits()) as worker:
        assert worker.call(ReportState, "read") is ReportState.READ


def test_processor_time_is_counted_by_call() -> None:
    with LimitedWorker(SMALL) as worker:
        for _ in range(3):
            assert worker.call(half_a_second, "words") == "words"


def half_a_second(words: str) -> str:
    end = time.process_time() + 0.5
    while time.process_time() < end:
        pass
    return words


def test_a_pool_answers_in_the_order_of_its_tasks() -> None:
    with LimitedPool(SMALL, 2) as pool:
        answers = list(pool.map(nth, [(number,) for number in range(9)]))
        assert pool.call(echo, "after") == "after"
    numbers = [answer[0] for answer in answers if not isinstance(answer, Killed)]
    assert numbers == list(range(9))


def test_a_pool_loses_only_what_was_killed() -> None:
    with LimitedPool(SMALL, 2) as pool:
        tasks = [(leave, "a"), (echo, "b"), (leave, "c"), (echo, "d")]
        answers = list(pool.map(call_it, tasks))
    assert [isinstance(answer, Killed) for answer in answers] == [True, False, True, False]


def call_it(function: object, words: str) -> str:
    assert callable(function)
    return str(function(words))
