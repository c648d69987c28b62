"""What the models of the output contract share: strictness, ids, spans."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(min_length=1)]
ActorId = Annotated[str, Field(min_length=1, description="An id in actors.")]
ClaimId = Annotated[str, Field(min_length=1, description="An id in claims.")]
EventId = Annotated[str, Field(min_length=1, description="An id in events.")]
FigureId = Annotated[str, Field(min_length=1, description="An id in figures.")]
PlaceId = Annotated[str, Field(min_length=1, description="An id in places.")]
Side = Annotated[
    str, Field(min_length=1, description="ISO 3166-1 alpha-3 code of the state, else the group's short name.")
]
Edtf = Annotated[str, Field(min_length=1, description="Extended Date/Time Format (ISO 8601-2:2019), level 1.")]
Confidence = Annotated[float, Field(ge=0, le=1)]


class Contract(BaseModel):
    """A part of the contract: no other keys, no value that has to be converted."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SpanModel(Contract):
    """A half-open range of characters: text[start:end] are the very words."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
