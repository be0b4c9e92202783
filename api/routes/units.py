"""The units of the ledger: under which names they occur, and how often."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import JSONResponse, Response

from api.routes import PROBLEM, Reading
from api.schemas import Name, UnitsOut
from corpus.units import english_name, same_unit, unit_key

router = APIRouter(prefix="/v1", tags=["tasks"], responses=PROBLEM)


@router.get("/units", response_model=None, responses={200: {"model": UnitsOut}})
def units(
    here: Reading,
    name: Annotated[
        Name | None, Query(description="only names that can mean this unit, as the ledger's filters do")
    ] = None,
) -> Response:
    """Every name of a unit that leads a task or takes part in one."""
    records = here.collection.library.records()
    leads = Counter(unit for record in records for unit in record.lead_units)
    participates = Counter(unit for record in records for unit in record.participating_units)
    counts = leads + participates
    found = [unit for unit, _ in counts.most_common() if name is None or same_unit(name, unit)]
    return JSONResponse(
        {
            "units": [
                {
                    "name": unit,
                    "key": unit_key(unit),
                    "english": english_name(unit),
                    "leads": leads[unit],
                    "participates": participates[unit],
                }
                for unit in found
            ]
        }
    )
