"""The pages over answers of the contract's shape that are made up here: what a real collection rarely shows (20,000
records, 40-row answers, words without an end, errors, answers that never finish) is one question away."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

import api.widget
from api.security import SecurityHeaders
from api.widget import widget_script

PAGES = Path(api.widget.__file__).parents[1] / "pages"
DOCUMENT = "harbour-plan"
# The row that names the first one as another place of its task.
LINKED = 38
TITLE = "滨海市港口提升三年行动方案"
UNITS = (
    "港务局",
    "发展改革委",
    "财政局",
    "交通运输局",
    "滨海海关",
    "商务局",
    "自然资源局",
    "港口集团",
    "税务局",
    "市场监管局",
)
VERBS = ("建设", "完善", "推进", "争取", "开展", "探索", "组建", "优化")
THINGS = (
    "深水泊位",
    "冷链仓储",
    "智慧闸口",
    "多式联运通道",
    "保税展示中心",
    "口岸查验设施",
    "船员服务平台",
    "岸电系统",
)


def ledger_text(rows: int) -> tuple[str, list[dict[str, Any]]]:
    """A document with a paragraph and a table of `rows` tasks, and the records of its rows."""
    # The first character is one code point but two UTF-16 units: every offset after it tells who counts right.
    text = f"𠮷祥号公告\n\n{TITLE}\n\n一、总体要求\n\n坚持陆海统筹，用三年时间建成区域航运枢纽。\n\n"
    text += "附件1\n\n序号\t任务\t责任单位\t完成时间\n"
    records: list[dict[str, Any]] = []
    for row in range(rows):
        lead, first, second = (UNITS[(row * step + step) % len(UNITS)] for step in (1, 3, 7))
        others = [unit for unit in dict.fromkeys((first, second)) if unit != lead]
        task = f"{VERBS[row % 8]}{row // 64 + 1}号{THINGS[row // 8 % 8]}"
        due = date(2021, 1, 31) + timedelta(days=row * 37 % 1500)
        when = f"{due.year}年{due.month}月" if row % 9 else ""
        cells = (str(row + 1), task, "、".join([f"▲{lead}", *others]), when)
        start = len(text)
        text += "\t".join(cells) + "\n"
        records.append(
            {
                "id": f"{DOCUMENT}-{row}",
                "document_id": DOCUMENT,
                "section": ["附件1"],
                "number": cells[0],
                "task": task,
                "lead_units": [lead],
                "participating_units": others,
                "lead_basis": "marked",
                "deadline": {"text": when, "from": due.replace(day=1).isoformat(), "to": due.isoformat()}
                if when
                else None,
                "targets": [],
                "spans": {"statement": [{"start": start, "end": start + len("\t".join(cells))}]},
                "milestones": [],
                "cell": None,
                "linked": [],
                "links": [],
            }
        )
    if rows > LINKED:
        other: dict[str, Any] = {key: records[0][key] for key in ("id", "document_id", "section", "number")}
        compared = {"agrees": [], "differs": ["lead_units"], "only_here": [], "only_there": ["deadline"]}
        records[LINKED].update(linked=[other["id"]], links=[other | compared])
    return text, records


def citation(marker: int, text: str, start: int, end: int) -> dict[str, Any]:
    """A citation of the made-up document."""
    return {
        "marker": marker,
        "document_id": DOCUMENT,
        "title": TITLE,
        "document_number": "滨政发〔2021〕7号",
        "issuer": "滨海市人民政府",
        "issued": "2021-01-15",
        "section": ["附件1"],
        "quote": text[start:end],
        "start": start,
        "end": end,
        "page": None,
        "cell": None,
        "url": f"/documents/{DOCUMENT}#c={start}-{end}",
    }


def answer(question: str, text: str, records: list[dict[str, Any]]) -> dict[str, Any]:
    """An answer by what the question contains: a row (default), 列表, nothing, or a word without an end."""
    english = bool(re.match(r"[A-Za-z]", question))
    shape: dict[str, Any] = {
        "id": f"a{abs(hash(question)) % 10**8}",
        "conversation_id": "",
        "question": question,
        "standalone_question": question,
        "language": "en" if english else "zh",
        "status": "answered",
        "missing": [],
        "tasks": [],
        "total": None,
        "coverage": None,
        "citations": [],
        "follow_ups": ["还有哪些单位参与？", "港务局牵头哪些任务？"],
        "timings_ms": {"total": 3.0},
    }
    if "天气" in question or "weather" in question:
        said = "The documents say nothing about the weather." if english else "文件中没有找到关于天气的内容。"
        return shape | {"status": "not_found", "answer": said, "follow_ups": []}
    if "列表" in question or "list" in question:
        tasks = records[:40]
        spans = [task["spans"]["statement"][0] for task in tasks]
        citations = [citation(n, text, span["start"], span["end"]) for n, span in enumerate(spans, 1)]
        lines = [f"{task['number']}. {task['task']}（{task['lead_units'][0]}）[{n}]" for n, task in enumerate(tasks, 1)]
        opening = "40 tasks are listed:" if english else "附件1共列出40项任务："
        return shape | {
            "answer": "\n".join([opening, *lines]),
            "tasks": tasks,
            "total": 40,
            "coverage": "附件1共40行，逐行查过" if not english else "all 40 rows of 附件1",
            "citations": citations,
        }
    if "长词" in question:
        return shape | {"answer": "https://example.org/" + "a" * 300 + "\n<img src=x onerror=alert(1)><b>粗</b>"}
    first = records[0]
    span = first["spans"]["statement"][0]
    goal = text.index("坚持陆海统筹")
    lead = first["lead_units"][0]
    if english:
        said = f"{lead} leads it (marked ▲); no deadline is stated.[1]"
    else:
        said = f"由{lead}牵头（文件以▲标注）[1]；完成时限文件未写明。总体要求是三年建成区域航运枢纽[2]。"
    return shape | {
        "status": "partial",
        "missing": ["deadline"],
        "answer": said,
        "tasks": [first],
        "citations": [
            citation(1, text, span["start"], span["end"]),
            *([] if english else [citation(2, text, goal, text.index("。", goal) + 1)]),
        ],
    }


def canned_app(rows: int = 60, origins: tuple[str, ...] = ()) -> Starlette:
    """Pages, widget and the routes they use, over a made-up document with `rows` tasks."""
    text, records = ledger_text(rows)
    conversations: dict[str, list[dict[str, Any]]] = {}
    feedback: list[dict[str, Any]] = []
    summary = {
        "id": DOCUMENT,
        "title": TITLE,
        "number": "滨政发〔2021〕7号",
        "issuer": "滨海市人民政府",
        "issued": "2021-01-15",
        "media_type": "text/plain",
        "characters": len(text),
        "passages": rows + 2,
        "records": rows,
        "warnings": [],
        "url": f"/documents/{DOCUMENT}",
    }

    async def ask(request: Request) -> Response:
        body = await request.json()
        question = body["question"]
        if "出错" in question:
            problem = {
                "type": "about:blank",
                "title": "内部错误",
                "status": 500,
                "detail": "索引暂时打不开，请稍后重试。",
            }
            return JSONResponse(problem, 500, media_type="application/problem+json")
        conversation = body.get("conversation_id") or f"c{len(conversations)}"
        turns = conversations.setdefault(conversation, [])
        said = answer(question, text, records) | {"conversation_id": conversation}

        async def events() -> AsyncIterator[str]:
            yield ": keep-alive\n\n"
            yield f"event: search\ndata: {json.dumps({'query': question, 'results': []})}\n\n"
            for piece in re.findall(r"[^，。\n]+[，。\n]*", said["answer"]):
                yield f"event: delta\ndata: {json.dumps({'text': piece})}\n\n"
                await asyncio.sleep(3600 if "很慢" in question else 0)
            if "中断" in question:
                return
            turns.append({"question": question, "answer": said})
            yield f"event: done\ndata: {json.dumps(said)}\n\n"

        return StreamingResponse(events(), media_type="text/event-stream")

    async def tasks(request: Request) -> Response:
        offset, limit = (
            int(request.query_params.get(name, default)) for name, default in (("offset", 0), ("limit", 100))
        )
        more = f"/v1/tasks?limit={limit}&offset={offset + limit}" if offset + limit < len(records) else None
        return JSONResponse({"tasks": records[offset : offset + limit], "total": len(records), "next": more})

    async def units(request: Request) -> Response:
        wanted = request.query_params.get("name")
        return JSONResponse({"units": [{"name": unit, "key": unit} for unit in UNITS if wanted in (None, unit)]})

    async def documents(request: Request) -> Response:
        return JSONResponse({"documents": [summary], "total": 1, "next": None})

    async def document(request: Request) -> Response:
        if request.path_params["id"] != DOCUMENT:
            problem = {"status": 404, "title": "没有这份文件", "detail": "没有编号为此的文件，请从文件列表打开。"}
            return JSONResponse(problem, 404, media_type="application/problem+json")
        headings = [("一、总体要求", 1), ("附件1", 1)]
        sections = [{"path": [], "level": 0, "start": 0, "end": len(text), "heading": None, "speaker": None}]
        for heading, level in headings:
            start = text.index(heading)
            span = {"start": start, "end": start + len(heading)}
            sections.append({"path": [heading], "level": level, **span, "heading": span, "speaker": None})
        return JSONResponse({**summary, "sections": sections, "source": None, "counts": {"records": rows}})

    async def conversation(request: Request) -> Response:
        known = conversations.get(request.path_params["id"])
        if known is None:
            return JSONResponse({"status": 404, "title": "没有这段对话"}, 404)
        return JSONResponse({"id": request.path_params["id"], "turns": known})

    async def rate(request: Request) -> Response:
        feedback.append(await request.json())
        return JSONResponse(feedback[-1])

    async def widget(_: Request) -> Response:
        return Response(widget_script(), media_type="text/javascript; charset=utf-8")

    def page(name: str) -> Route:
        path = {"chat": "/", "reader": "/documents/{id:path}"}.get(name, f"/{name}")
        return Route(path, lambda _: FileResponse(PAGES / f"{name}.html"))

    app = Starlette(
        routes=[
            Route("/v1/ask", ask, methods=["POST"]),
            Route("/v1/tasks", tasks),
            Route("/v1/units", units),
            Route("/v1/documents", documents),
            Route("/v1/documents/{id}", document),
            Route("/v1/documents/{id}/text", lambda _: PlainTextResponse(text)),
            Route("/v1/conversations/{id}", conversation),
            Route("/v1/feedback", rate, methods=["POST"]),
            Route("/widget.js", widget),
            page("chat"), page("tasks"), page("documents"), page("reader"),
            Mount("/static", StaticFiles(directory=PAGES / "static")),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(CORSMiddleware, allow_origins=list(origins), allow_methods=["*"], allow_headers=["*"]),
        ],
    )  # fmt: skip
    app.state.feedback = feedback
    return app
