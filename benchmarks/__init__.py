"""How fast and how large: run by ``make bench``; see ``docs/performance.md`` for what each number means."""
