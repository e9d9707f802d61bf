"""Every capture that holds no report ends in a state whose reason says what to do."""

from __future__ import annotations

import pytest

from reportedly.collect.language import language
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
    assert "'uk'" in report.reason


def test_a_language_the_case_reads_is_read() -> None:
    case = Settings(title="x", languages=("en", "uk"))
    assert one_of(UKRAINIAN, settings=case).report.state is ReportState.READ


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" ".join(PROSE), "en"),
        (UKRAINIAN, "uk"),
        ("Старая мельница у моста сгорела во вторник ночью, сообщила пожарная служба. В здании никого не было, но мэр говорит, что это не так.", "ru"),
        ("Die alte Mühle an der Brücke ist in der Nacht zum Dienstag abgebrannt, und niemand war in dem Haus, wie die Feuerwehr mit der Stadt sagte.", "de"),
        ("Le vieux moulin près du pont a brûlé dans la nuit de mardi, et il n'y avait pas de gardien dans la maison, selon les pompiers.", "fr"),
        ("El viejo molino junto al puente se quemó en la noche del martes, y no había nadie en la casa, según los bomberos de la ciudad.", "es"),
        ("古い水車小屋が火曜日の夜に焼けたと消防署は述べた。中には誰もいなかった。", "ja"),
        ("احترقت الطاحونة القديمة في ليلة الثلاثاء وقال رجال الإطفاء إن الحريق بدأ من السقف", "ar"),
        ("Ok", "und"),
        ("12 34 56", "und"),
        ("", "und"),
    ],
)  # fmt: skip
def test_a_language_is_told_or_left_open(text: str, code: str) -> None:
    assert language(text) == code


def test_a_declared_language_only_tells_where_the_words_do_not() -> None:
    assert language("Zzyx qwrt plmk vbnx hjkl zzyx qwrt plmk", "de") == "de"
    assert language(" ".join(PROSE), "de") == "en"


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
