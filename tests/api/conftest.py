"""A running application over a small collection of documents in the notation that offices use."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from index.build import ingest

PLAN = """青川市人民政府办公室文件

青政办发〔2023〕7号

青川市人民政府办公室关于印发青川市冷链物流提升行动方案的通知

各县（区）人民政府，市政府各部门：
《青川市冷链物流提升行动方案》已经市政府同意，现印发给你们，请认真组织实施。

一、主要任务
（一）建设冷链骨干基地。2023年9月底前，建成冷链骨干基地2个，新增冷库容量5万吨。（责任单位：市发展改革委牵头，市商务局、市财政局配合）
（二）完善检验检疫设施。2024年6月底前，建成进口水果检验检疫专用场所。（责任单位：青川海关牵头，市市场监管局配合）
（三）培育冷链龙头企业。支持企业做大做强。（责任单位：市商务局）

二、保障措施
（一）加强组织领导。成立市冷链物流工作专班，办公室设在市商务局，统筹推进各项工作。
（二）强化资金保障。市财政每年安排专项资金3000万元，支持冷链基础设施建设。

青川市人民政府办公室
2023年3月15日
"""
REPLY = """青川市商务局关于同意设立冷链物流示范园区的批复

青商务〔2023〕21号

河东区人民政府：
你区《关于申请设立冷链物流示范园区的请示》收悉。根据《青川市冷链物流提升行动方案》，现批复如下：
一、同意在河东区设立冷链物流示范园区，规划面积120亩。
二、请你区于2023年12月底前完成园区规划编制，并报我局备案。

青川市商务局
2023年5月8日
"""


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a plan and a reply as text files."""
    folder = tmp_path_factory.mktemp("texts")
    (folder / "qingchuan-plan.txt").write_text(PLAN, "utf-8")
    (folder / "qingchuan-reply.txt").write_text(REPLY, "utf-8")
    return folder


@pytest.fixture(scope="session")
def shared_data(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of both documents, which no test changes."""
    folder = tmp_path_factory.mktemp("shared") / "data"
    report = ingest([texts], folder)
    assert not report.failed, report.failed
    return folder


@pytest.fixture(scope="session")
def client(shared_data: Path) -> Iterator[TestClient]:
    """A client of an application over the collection that no test changes."""
    with TestClient(create_app(Settings(data=shared_data)), raise_server_exceptions=False) as made:
        yield made


@pytest.fixture
def own_client(texts: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A client of an application over a collection of the test's own."""
    ingest([texts], tmp_path / "data")
    with TestClient(create_app(Settings(data=tmp_path / "data")), raise_server_exceptions=False) as made:
        yield made


@pytest.fixture
def finished_job() -> Callable[[TestClient, str], dict[str, Any]]:
    """Waits for the job at an address."""

    def wait(client: TestClient, address: str) -> dict[str, Any]:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            job: dict[str, Any] = client.get(address).raise_for_status().json()
            if job["finished"]:
                return job
            time.sleep(0.1)
        raise AssertionError(f"{address} did not finish: {job}")

    return wait
