"""What pydantic found wrong with a JSON value, in words that lead to the place."""

from __future__ import annotations

from pydantic import ValidationError


def describe_problems(error: ValidationError) -> str:
    """Every problem as "path: reason", joined by semicolons: ``claims[3].stance: Input should be ...``."""
    return "; ".join(_describe(problem["loc"], problem["msg"]) for problem in error.errors(include_url=False))


def _describe(place: tuple[int | str, ...], reason: str) -> str:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place).removeprefix(".")
    return f"{path}: {reason}" if path else reason
