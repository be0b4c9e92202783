"""The report: complete in one file, safe whatever was answered, readable in two languages on a desk and a phone."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.types import Answer
from eval.cases import CASE_LANGUAGES, CASE_TYPES, Case
from eval.gates import Gate, check_gates
from eval.judgement import Judgement, judge_all
from eval.measures import MEASURES
from eval.report import PAGE, report_values, write_report
from eval.respondents import InProcess
from eval.run import run
from eval.summary import slices

HOSTILE = "</script><script>document.title='broken'</script><img src=x onerror=alert(1)> /*script*/"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture
def judged(cases: tuple[Case, ...], respond: Callable[..., InProcess], tmp_path: Path) -> tuple[Judgement, ...]:
    """Two wrong cases, one of each split, whose answers try to break out of the page."""

    def spoil(answer: Answer, case: Case) -> Answer:
        return replace(answer, answer=HOSTILE) if case.id in ("who-1", "list-1") else answer

    respondent = respond(spoil)
    return judge_all(cases, run(cases, respondent, tmp_path / "o.jsonl"), respondent.text)


@pytest.fixture
def report(judged: tuple[Judgement, ...], tmp_path: Path) -> Path:
    """The report of these cases, with one gate that is missed."""
    path = tmp_path / "report.html"
    parts = slices(judged)
    about = {"gold": "plan.jsonl", "cases": len(judged), "started": "2026-01-02T03:04:05+00:00", "version": "0"}
    write_report(path, about, parts, judged, check_gates([Gate("all", "Right", 0.9)], parts))
    return path


def embedded(report: Path, name: str) -> Any:
    """The values that the page draws."""
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', report.read_text("utf-8"), re.S)
    assert found
    return json.loads(found[1])


def test_the_report_is_one_file_that_loads_nothing(report: Path) -> None:
    """No address but those of sources in prose; a policy that forbids every request; no placeholder left over."""
    page = report.read_text("utf-8")
    assert "default-src 'none'" in page
    assert not re.search(r"(src|href)=[\"']?(https?:)?//|@import|url\(", page)
    assert not re.search(r">/\*(style|strings|evaluation|script)\*/<", page)


def test_an_answer_cannot_become_markup(report: Path, judged: tuple[Judgement, ...]) -> None:
    """Whatever was answered comes back out of the page as it was, and closes no script on the way."""
    values = embedded(report, "evaluation")
    assert next(row for row in values["cases"] if row["id"] == "who-1")["answer"]["text"] == HOSTILE
    assert "<img" not in report.read_text("utf-8")


def test_wrong_cases_of_the_test_split_are_counted_but_not_shown(judged: tuple[Judgement, ...]) -> None:
    """Only on request are they laid open."""
    parts = slices(judged)
    closed = report_values({}, parts, judged)
    assert {row["split"] for row in closed["cases"]} == {"dev"}
    assert closed["hidden"] == 1
    opened = report_values({}, parts, judged, reveal_test=True)
    assert len(opened["cases"]) == len(judged)
    assert opened["hidden"] == 0


def test_every_word_of_the_page_is_there_in_both_languages() -> None:
    """The same keys in Chinese and English, a name for every type, language and measure, a Chinese definition too."""
    strings = json.loads((PAGE / "strings.json").read_text("utf-8"))
    definitions = {f"definition.{measure.name}" for measure in MEASURES}
    assert strings["zh"].keys() == strings["en"].keys() | definitions
    wanted = {f"type.{kind}" for kind in CASE_TYPES} | {f"lang.{language}" for language in CASE_LANGUAGES}
    wanted |= {f"name.{measure.name}" for measure in MEASURES}
    wanted |= {f"cause.{cause}" for cause in ("error", "status", "must", "must_not", "evidence")}
    assert wanted <= strings["en"].keys()
    for key in strings["en"]:
        assert set(re.findall(r"\{\w+\}", strings["en"][key])) == set(re.findall(r"\{\w+\}", strings["zh"][key])), key
    used = re.findall(
        r'words\("([a-z_]+)"|data-text="([a-z_]+)"', "".join(p.read_text("utf-8") for p in PAGE.iterdir())
    )
    assert {one or other for one, other in used} <= strings["en"].keys()


@pytest.fixture
def browser() -> Iterator[Any]:
    """Debian's chromium, without a network."""
    playwright = pytest.importorskip("playwright.sync_api", reason="NOT CHECKED IN A BROWSER: playwright is absent")
    if CHROMIUM is None:
        pytest.skip("NOT CHECKED IN A BROWSER: no chromium on the path (apt-get install chromium)")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_a_person_reads_filters_and_switches_language(browser: Any, report: Path, width: int, scheme: str) -> None:
    """Drawn without an error or a request, nothing wider than the screen; filters and both languages work."""
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, locale="zh-CN", offline=True
    )
    page = context.new_page()
    troubles: list[str] = []
    requests: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(report.as_uri())
    assert page.title() == "评测报告"
    assert page.locator("#gates .chip.bad").inner_text() == "未达标"
    assert page.locator(".case").count() == 1
    assert HOSTILE in page.locator(".case .answer").text_content()
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.get_by_text("English", exact=True).click()
    assert page.title() == "Evaluation report"
    page.select_option("select[name=show]", "")
    assert page.locator(".case").count() == 4
    page.select_option("select[name=lang]", "en")
    assert page.locator(".case .id").all_text_contents() == ["when-1"]
    page.fill("input[name=search]", "no such words")
    assert "No case matches" in page.locator("#list").inner_text()
    assert troubles == []
    assert requests == [report.as_uri()]
    context.close()
