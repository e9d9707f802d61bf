"""Every capture that holds no report ends in a state whose reason says what to do."""

from __future__ import annotations

import pytest

from reportedly.model.report import ReportState
from reportedly.model.settings import Settings
from tests.collect.making import CASE, PROSE, one_of, page, paragraphs

UKRAINIAN = (
    "Стара мельниця біля мосту згоріла у вівторок вночі, повідомила пожежна служба. Мер міста сказала, "
    "що в будівлі нікого не було, коли почалася пожежа, і що вона сама бачила ключі від дверей."
)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (
            "<h2>You have read your three free articles this month</h2><p>Subscribe to keep reading, or sign in.</p>",
            "subscription wall",
        ),
        ("<h1>Log in</h1><form><input type='password'><button>Sign in</button></form>", "log-in"),
        ("<p>Please enable JavaScript to view this page.</p>", "JavaScript"),
        ("<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>", "JavaScript"),
        ("<p>We use cookies and similar technologies to store consent.</p><button>Accept all</button>", "cookie"),
        ("<h1>Checking your browser before accessing quay.example</h1>", "robots"),
        ("<h1>404 Not Found</h1>", "error"),
    ],
)  # fmt: skip
def test_a_capture_of_a_wall_is_hollow(body: str, says: str) -> None:
    report = one_of(page(body), "a.html").report
    assert report.state is ReportState.HOLLOW
    assert says in report.reason
    assert report.reason.endswith(".")


def test_the_head_of_an_article_before_a_wall_is_hollow() -> None:
    body = f"<h1>The mill fire</h1><p>{PROSE[0]}</p><p>Subscribe to continue reading</p>"
    assert one_of(page(body), "a.html").report.state is ReportState.HOLLOW


def test_a_whole_article_with_an_offer_to_subscribe_is_read() -> None:
    body = f"<h1>The mill fire</h1>{paragraphs(*PROSE)}<p>Already a subscriber? Sign in</p>"
    assert one_of(page(body), "a.html").report.state is ReportState.READ


def test_a_short_report_without_a_wall_is_read() -> None:
    assert one_of("Two men were held after the fire at the mill.").report.state is ReportState.READ


def test_a_text_in_another_language_is_kept_but_not_read() -> None:
    report = one_of(UKRAINIAN).report
    assert (report.state, report.language) == (ReportState.UNREAD_LANGUAGE, "uk")
    assert report.text == UKRAINIAN
    assert report.reason.startswith("Language not read yet: Ukrainian.")


def test_a_language_the_case_reads_is_read() -> None:
    case = Settings(title="x", languages=("en", "uk"))
    assert one_of(UKRAINIAN, settings=case).report.state is ReportState.READ


def test_a_short_post_in_another_script_is_not_read_as_english() -> None:
    report = one_of("На складі загинуло 12 людей").report
    assert report.state is ReportState.UNREAD_LANGUAGE
    assert "Cyrillic letters" in report.reason
    assert one_of("在仓库火灾中有十二人死亡,市长说。").report.reason.startswith(
        "Language not read yet: Chinese."
    )


def test_a_report_with_paragraphs_in_another_language_is_read_and_says_so() -> None:
    report = one_of(f"{PROSE[0]}\n\n{UKRAINIAN}\n\n{PROSE[1]}\n\n{PROSE[2]}").report
    assert report.state is ReportState.READ
    (proof,) = [each for each in report.evidence if each.rule == "other_language"]
    assert proof.words == "Ukrainian"
    assert proof.span is not None
    assert proof.span.check(report.text).text == UKRAINIAN


def test_a_garbled_text_is_unreadable() -> None:
    report = one_of(f"{PROSE[0]} " + "\ufffd" * 40).report
    assert report.state is ReportState.UNREADABLE
    assert "garbled" in report.reason


def test_right_to_left_marks_and_emoji_are_read() -> None:
    report = one_of(
        f"{PROSE[0]} \U0001f468\u200d\U0001f692 \u202e{PROSE[1]}\u202c", settings=CASE
    ).report
    assert report.state is ReportState.READ
    assert "\U0001f468\u200d\U0001f692" in report.text
    assert "\u202e" not in report.text
