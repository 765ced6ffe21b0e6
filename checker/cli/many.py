"""Many drafts: one after the other, or in several processes with the same result."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.cli.drafts import Outcome, outcome
from checker.cli.session import Session, Wish
from checker.cli.walk import STDIN

_WORTH_IT = 64
"""Drafts from which further processes save more than they cost to start (about 0.1 s each)."""


_WORTH_KEEPING = 8
"""Drafts from which it pays to keep what was found: a hook that gets a few is not slowed down by a look."""


def outcomes(paths: Sequence[str], session: Session, jobs: int, *, use_cache: bool = False) -> Iterator[Outcome]:
    """Yield what came of each draft, in the order of *paths* for any number of *jobs*; 0 leaves the number to us.

    With *use_cache*, drafts that had nothing to tell in a run before are not read again: then their report has counts
    and no words.
    """
    if use_cache and len(paths) >= _WORTH_KEEPING and STDIN not in paths:
        from checker.cli.remembered import remembered

        # Of what is left, a few are no work for several processes, however many are asked for.
        yield from remembered(paths, session, lambda left: _checked(left, session, jobs if _are_many(left) else 1))
    else:
        yield from _checked(paths, session, jobs)


def _checked(paths: Sequence[str], session: Session, jobs: int) -> Iterator[Outcome]:
    chosen = min(jobs or _sensible(len(paths)), len(paths))
    if chosen > 1 and STDIN not in paths:
        yield from _spread(paths, session.asked, chosen)
    else:
        yield from (outcome(path, session) for path in paths)


def _are_many(paths: Sequence[str]) -> bool:
    return len(paths) >= _WORTH_IT


def _sensible(drafts: int) -> int:
    if drafts < _WORTH_IT:
        return 1
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 16)


def _spread(paths: Sequence[str], asked: Wish, jobs: int) -> Iterator[Outcome]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor  # 22 ms, and only for many drafts

    # A few drafts a parcel keep the parcels even and the messages few.
    size = max(1, min(16, len(paths) // (jobs * 4)))
    parcels = [tuple(paths[at : at + size]) for at in range(0, len(paths), size)]
    pool = ProcessPoolExecutor(jobs, initializer=_heed_the_parent)
    try:
        for future in [pool.submit(_work, parcel, _packed(asked)) for parcel in parcels]:
            yield from future.result()
    except BaseException:
        for child in multiprocessing.active_children():
            child.terminate()
        raise
    finally:
        # Waits for the thread that looks after the workers: it must not find its pipes gone when Python ends.
        pool.shutdown(cancel_futures=True)


def _work(parcel: tuple[str, ...], packed: bytes) -> list[Outcome]:
    session = _session(packed)
    return [outcome(path, session) for path in parcel]


@lru_cache(maxsize=1)
def _session(packed: bytes) -> Session:
    """Return the session of a worker: rules are loaded once in each."""
    import pickle

    return Session(pickle.loads(packed))


def _packed(asked: Wish) -> bytes:
    import pickle

    return pickle.dumps(asked)


def _heed_the_parent() -> None:
    """Leave Ctrl-C to the parent, which ends its workers; let SIGTERM end a worker at once."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
