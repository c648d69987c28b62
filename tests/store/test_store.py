from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from tacitus.model import Coding, Report
from tacitus.store import Store, StoreError
from tacitus.store.schema import REPORTS
from tests.stored import coded, full_coding, plain_report


def added(store: Store, *reports: Report) -> list[str]:
    return [one.status for one in store.add(coded(reports))]


def test_what_is_read_equals_what_was_stored(store: Store) -> None:
    codings = [full_coding("b"), full_coding("a"), Coding(Report("bare", "Nothing."))]
    codings[1] = replace(codings[1], report=replace(codings[1].report, text=codings[1].report.text + " Again."))
    store.add(codings)
    assert list(store.codings()) == codings


def test_it_is_read_back_by_another_process(location: str) -> None:
    with Store(location) as store:
        store.add([full_coding()])
    with Store(location, create=False) as store:
        assert list(store.codings()) == [full_coding()]


def test_many_are_read_in_order_of_arrival(store: Store) -> None:
    reports = [plain_report(number) for number in reversed(range(70))]
    store.add(coded(reports))
    assert [coding.report for coding in store.codings()] == reports
    assert [stored.report for stored in store.reports()] == reports


def test_chosen_by_id_and_day(store: Store) -> None:
    reports = [replace(plain_report(number), published=date(2024, 1, 1 + number)) for number in range(5)]
    reports.append(replace(plain_report(6), published=None))
    store.add(coded(reports))
    since = [stored.report.id for stored in store.reports(since=date(2024, 1, 2), until=date(2024, 1, 4))]
    assert since == ["r001", "r002", "r003"]
    assert [coding.report.id for coding in store.codings(ids=["r003", "r006", "none"])] == ["r003", "r006"]
    assert list(store.codings(ids=[])) == []


def test_the_time_of_storing_is_told(store: Store) -> None:
    store.add(coded([plain_report(1)]))
    stored = next(store.reports()).stored
    assert stored.tzinfo is UTC
    assert abs(datetime.now(UTC) - stored) < timedelta(minutes=5)


class TestTheSameReport:
    def test_twice_adds_nothing(self, store: Store) -> None:
        store.add([full_coding()])
        before = store.stats()
        assert [one.status for one in store.add([full_coding(), full_coding()])] == ["known", "known"]
        assert replace(store.stats(), bytes=None) == replace(before, bytes=None)

    def test_twice_in_one_transaction(self, store: Store) -> None:
        assert added(store, plain_report(1), plain_report(1)) == ["new", "known"]

    def test_under_another_name_of_its_file(self, store: Store) -> None:
        report = plain_report(1)
        assert added(store, report, replace(report, id="folder/r001")) == ["new", "known"]

    @pytest.mark.parametrize(
        "url",
        ["http://www.post.example/a/1/", "https://post.example/a/1?utm_source=feed#top", "https://POST.example/a/1"],
    )
    def test_at_the_same_address(self, store: Store, url: str) -> None:
        report = replace(plain_report(1), url="https://post.example/a/1")
        assert added(store, report, replace(report, id="other", url=url)) == ["new", "known"]

    def test_at_another_address_it_is_another_outlets(self, store: Store) -> None:
        report = replace(plain_report(1), url="https://post.example/a/1")
        assert added(store, report, replace(report, id="other", url="https://mail.example/a/1")) == ["new", "new"]
        assert len(store.voices()) == 1


class TestAChangedReport:
    def test_is_a_new_version_and_the_old_one_is_kept(self, store: Store) -> None:
        first = replace(plain_report(1), url="https://post.example/a/1")
        second = replace(first, id="another", text="All is different now.", title="Other words")
        (result,) = store.add(coded([first])) and store.add(coded([second]))
        assert (result.id, result.status) == ("r001", "changed")
        assert [stored.report.text for stored in store.reports()] == [second.text]
        versions = [(stored.version, stored.current, stored.report.text) for stored in store.reports(all_versions=True)]
        assert versions == [(1, False, first.text), (2, True, second.text)]
        assert [len(coding.figures) for coding in store.codings(all_versions=True)] == [
            len(first.text) % 7,
            len(second.text) % 7,
        ]

    def test_goes_by_its_id_where_it_is_alike(self, store: Store) -> None:
        first = plain_report(1)
        assert added(store, first, replace(first, title=None, text=first.text + " The toll rose.")) == [
            "new",
            "changed",
        ]
        assert added(store, replace(first, title=None, text=first.text + " It rose again.")) == ["changed"]
        assert added(store, replace(first, title=None, text="Rewritten from start to end.")) == ["refused"]

    def test_goes_by_its_id_and_title(self, store: Store) -> None:
        first = plain_report(1)
        assert added(store, first, replace(first, text="Rewritten from start to end.")) == ["new", "changed"]

    def test_seen_again_in_its_old_form_it_is_known(self, store: Store) -> None:
        first = plain_report(1)
        second = replace(first, text=first.text + " The toll rose.")
        assert added(store, first, second, first) == ["new", "changed", "known"]
        assert next(store.reports()).report == second

    def test_an_older_one_that_comes_late_does_not_count(self, store: Store) -> None:
        new = replace(plain_report(1), published=date(2024, 1, 9))
        old = replace(new, text=new.text + " More is awaited.", published=date(2024, 1, 8))
        assert added(store, new, old) == ["new", "changed"]
        assert next(store.reports()).report == new

    def test_a_day_that_was_unknown_makes_a_version(self, store: Store) -> None:
        report = plain_report(1)
        assert added(store, replace(report, published=None), report) == ["new", "changed"]

    def test_the_front_page_of_a_site_is_no_address(self, store: Store) -> None:
        one, other = (replace(plain_report(number), url="https://post.example/") for number in (1, 2))
        assert added(store, one, other) == ["new", "new"]


class TestRefused:
    def test_another_report_of_the_same_id(self, store: Store) -> None:
        stranger = replace(plain_report(2), id="r001")
        new, refused, last = store.add(coded([plain_report(1), stranger, plain_report(3)]))
        assert (new.status, refused.status, last.status) == ("new", "refused", "new")
        assert refused.reason == "its id 'r001' is that of another report in the store (Title 1)"

    @pytest.mark.parametrize("text", ["Nine\0 men died.", "Nine \ud83d men died."])
    def test_what_is_no_text(self, store: Store, text: str) -> None:
        assert added(store, Report("bad", text), plain_report(1)) == ["refused", "new"]


def test_standing_tells_what_adding_would_do(store: Store) -> None:
    report = plain_report(1)
    assert store.standing(report).status == "new"
    store.add(coded([report]))
    assert store.standing(report).status == "known"
    assert store.standing(replace(report, title="Another")).status == "changed"
    assert store.standing(Report("r001", "Of quite another matter.")).status == "refused"


def test_a_transaction_that_fails_leaves_nothing_and_those_before_it_stay(store: Store) -> None:
    good, twice = plain_report(1), next(coded([plain_report(2)]))
    broken = replace(twice, figures=(), claims=full_coding().claims[:1] * 2)
    with pytest.raises(StoreError):
        store.add([*coded([good]), *coded([plain_report(3)]), broken], batch=1)
    assert [stored.report.id for stored in store.reports()] == ["r001", "r003"]


def test_stats(store: Store) -> None:
    first = replace(full_coding("a").report, text="Short.")
    store.add([full_coding("a"), *coded([plain_report(3), plain_report(4), replace(plain_report(8), published=None)])])
    store.add([Coding(first)])
    stats = store.stats()
    assert (stats.reports, stats.versions, stats.voices, stats.outlets, stats.undated) == (4, 5, 3, 4, 1)
    assert (stats.first, stats.last) == (date(2022, 9, 13), date(2024, 1, 5))
    assert {count.name: count.number for count in stats.parts}["claims"] == 0
    assert stats.bytes is not None
    assert stats.bytes > 10_000


def _fail_midway(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(REPORTS.update().values(title="Lost"))
        raise ZeroDivisionError


def test_others_may_ask_and_write_in_their_own_words(store: Store) -> None:
    store.add(coded([plain_report(1)]))
    with pytest.raises(ZeroDivisionError):
        _fail_midway(store)
    with store.reading() as connection:
        assert connection.scalar(select(func.max(REPORTS.c.title))) == "Title 1"
