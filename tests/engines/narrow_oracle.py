"""The oracle with an interface that passes integers and the host's references alone, and reads no text."""

from __future__ import annotations

import sys

from refwasm.engines.protocol import Object
from refwasm.oracle.oracle import Fields, Oracle
from refwasm.oracle.serve import serve


class NarrowOracle(Oracle):
    """What it says of itself is less; what does not pass is an error."""

    def answer(self, request: Object) -> Fields:
        answer = super().answer(request)
        if request.get("do") == "hello":
            return {**answer, "passes": ["i32", "i64", "hostref"], "text": False}
        found = [*self._typed(request, "args"), *self._typed(answer, "values")]
        if any(t not in ("i32", "i64", "extern") for t in found):
            return {"outcome": "error", "text": f"cannot pass {found}"}
        return answer

    def _typed(self, holder: Object, key: str) -> list[object]:
        """The types of the values under `key`, of references the heap types."""
        values = holder.get(key, [])
        assert isinstance(values, list)
        return [v.get("heap", v["type"]) for v in values]


if __name__ == "__main__":
    serve(NarrowOracle(), sys.stdin.buffer, sys.stdout.buffer)
