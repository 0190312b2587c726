"""Facts gathered for a picture from the top down."""

from __future__ import annotations

from dataclasses import dataclass, field

from assess.charts import look
from assess.charts.look import LINE, Place, Spec
from assess.text import Words

HEAD = 26  # height of a heading
SCALE = (0.0, 0.5, 1.0)


@dataclass
class Sheet:
    """What was written so far, by layer; `y` is where it goes on, in pixels from the top."""

    words: Words
    place: Place
    y: float = 0
    facts: dict[str, list[dict[str, object]]] = field(default_factory=dict)

    def add(self, layer: str, **fact: object) -> None:
        """One fact for a layer; shares to a hundredth of a point, finer than can be drawn."""
        rounded = {k: round(v, 4) if isinstance(v, float) else v for k, v in fact.items()}
        self.facts.setdefault(layer, []).append(rounded)

    def write(self, layer: str, lines: list[str], y: float) -> float:
        """Lines of words at a height; where they end."""
        self.add(layer, y=y, text=lines)
        return y + LINE * len(lines)

    def head(self, text: str) -> None:
        """A heading above rows."""
        self.y += 10 if self.y else 0
        self.add("heads", y=self.y, text=text)
        self.y += HEAD if self.place.narrow else 0

    def scale(self) -> None:
        """The per cent along the plot, beside the heading or below it."""
        for x in SCALE:
            self.add("scale", x=x, y=self.y + 2, text=self.words.percent(x))
        self.y += HEAD

    def filled(self, described: Spec) -> Spec:
        """The picture with all that was written."""
        return look.filled(described, self.facts, self.y)
