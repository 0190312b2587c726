"""Somebody at the pages, without a browser: Streamlit's own AppTest on the real script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from assess.assessment import Assessment, Judgement, Key
from assess.store import Store

SCRIPT = Path(__file__).resolve().parents[2] / "assess" / "ui" / "main.py"
TAG = re.compile(r"<[^>]+>")


@dataclass
class Reader:
    """One browser session. What it shows is that of the last run: after a field was filled,
    often the line below the form only; `again` draws the whole page once more.
    """

    test: AppTest
    store: Store
    token: str = ""

    def open(self, page: str, **query: str) -> Reader:
        """Follows a link to a page."""
        kept = {"a": self.token} if self.token else {}
        self.test.query_params = {**kept, **query}
        # AppTest.switch_page knows pages by their file, and ours are functions.
        self.test._page_hash = calc_hash("" if page == "start" else page)
        return self.again()

    def again(self) -> Reader:
        """The page once more."""
        self.test.run()
        return self._whole()

    def fill(self, field: str, value: Any) -> Reader:
        """Changes the field whose key contains this."""
        self.field(field).set_value(value).run()
        return self._whole()

    def press(self, label: str) -> Reader:
        """Presses the button of this name."""
        found = [each for each in self.test.button if each.label == label]
        assert len(found) == 1, f"{label!r} among {self.buttons}"
        found[0].click().run()
        return self._whole()

    def field(self, part: str) -> Any:
        kinds = ("radio", "text_area", "text_input", "date_input", "checkbox")
        more = ("selectbox", "multiselect", "number_input")
        found = [each for kind in (*kinds, *more) for each in self.test.get(kind)]
        named = [each for each in found if part in (each.key or "")]
        assert len(named) == 1, f"{part!r} among {[each.key for each in found]}"
        return named[0]

    def asks(self, part: str) -> bool:
        """Whether a field whose key contains this is on the page."""
        kinds = ("radio", "text_area", "text_input", "checkbox")
        more = ("selectbox", "multiselect", "number_input")
        found = (each for kind in (*kinds, *more) for each in self.test.get(kind))
        return any(part in (each.key or "") for each in found)

    @property
    def html(self) -> str:
        """All the page's own HTML, as it is sent."""
        return "\n".join(each.value for each in self.test.get("html"))

    @property
    def text(self) -> str:
        """What a reader reads of it."""
        return " ".join(unescape(TAG.sub(" ", self.html)).split())

    @property
    def title(self) -> str:
        """The heading of the page."""
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.html)
        return unescape(found[1]) if found else ""

    @property
    def buttons(self) -> list[str]:
        """The names of all buttons."""
        return [each.label for each in self.test.button]

    @property
    def links(self) -> list[str]:
        """The names of all links to pages."""
        return [each.label for each in self.test.get("page_link")]

    def keep_address(self) -> Reader:
        """Takes the token of the address for what follows."""
        found = self.test.query_params["a"]
        self.token = found if isinstance(found, str) else found[0]
        return self

    def kept(self) -> Assessment:
        """The assessment as it is in the store."""
        return self.store.load(self.token).assessment

    def judgement(self, node: str, part: int = 1) -> Judgement:
        """One judgement as it is in the store."""
        found = self.kept().judgement(Key("d1", "a1", node, part))
        assert found, f"nothing is kept on {node}"
        return found

    def _whole(self) -> Reader:
        broken = [each.proto.message for each in self.test.exception]
        assert not broken, broken
        return self
