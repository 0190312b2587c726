"""One reader without a browser: a websocket that speaks Streamlit's own protobuf, on loopback."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 60  # seconds a run may take before the visitor gives up
AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN
STATUS, SAVED = "data-assess-status", 'data-assess-fresh="yes"'


@dataclass
class Choice:
    """A widget one can answer with: its options (none for a text) and what stands in it."""

    options: tuple[str, ...]
    standing: str | None
    fragment: str


@dataclass
class Visitor:
    """Opens the judge screen of one assessment and answers there.

    A dropped connection raises; an answer after which the page does not stand at "Saved" counts
    in `unsaved`.
    """

    port: int
    token: str
    node: str
    chance: random.Random
    connection: ClientConnection | None = None
    page: str = ""
    widgets: dict[str, Choice] = field(default_factory=dict)
    received: int = 0  # bytes of the last run
    line: str = ""  # what the page says of saving
    answers: int = 0
    unsaved: int = 0
    rationale: str = ""

    async def arrive(self) -> float:
        """Connects and opens the screen; the seconds it took."""
        self.connection = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
            max_size=None,
            open_timeout=PATIENCE,
            ping_interval=None,
        )
        began = time.perf_counter()
        await self._run("")
        if not self.widgets:
            raise AssertionError("the screen did not open")
        return time.perf_counter() - began

    async def leave(self) -> None:
        """Closes the connection."""
        if self.connection:
            await self.connection.close()

    async def answer(self) -> float:
        """Changes one answer; the seconds until the page had said what came of it."""
        choice = self._next()
        before = choice.standing
        if choice.options:
            others = [option for option in choice.options if option != before]
            choice.standing = self.chance.choice(others)
        else:
            self.rationale = choice.standing = f"Because of clause {self.chance.random():.9f}."
        began = time.perf_counter()
        await self._run(choice.fragment)
        took = time.perf_counter() - began
        self.answers += 1
        self.unsaved += SAVED not in self.line
        return took

    def _next(self) -> Choice:
        """The text, or any radio but the first question: that would take the others away."""
        return self.chance.choice([self.widgets[n] for n in self.widgets if ".answer." not in n])

    async def _run(self, fragment: str) -> None:
        """Asks for one run and takes it in until it ends."""
        assert self.connection
        await self.connection.send(self._asked(fragment))
        self.received = 0
        while True:
            data = await asyncio.wait_for(self.connection.recv(decode=False), PATIENCE)
            self.received += len(data)
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self.page = message.navigation.page_script_hash
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self._take(message.delta.new_element, message.delta.fragment_id)
            elif kind == "script_finished" and message.script_finished != AGAIN:
                return

    def _take(self, element: Element, fragment: str) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise AssertionError(f"the page broke: {element.exception.type}")
        if kind == "radio" and element.radio.id not in self.widgets:
            options = tuple(element.radio.options)
            chosen = element.radio.HasField("default")
            standing = options[element.radio.default] if chosen else None
            self.widgets[element.radio.id] = Choice(options, standing, fragment)
        elif kind == "text_area" and ".rationale." in element.text_area.id:
            default = element.text_area.default
            self.widgets.setdefault(element.text_area.id, Choice((), default, fragment))
        elif kind == "html" and STATUS in element.html.body:
            self.line = element.html.body

    def _asked(self, fragment: str) -> bytes:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = f"a={self.token}&node={self.node}"
        asked.page_script_hash = self.page
        asked.page_name = "" if self.page else "judge"
        asked.fragment_id = fragment
        asked.context_info.timezone = "UTC"
        asked.context_info.locale = "en"
        asked.context_info.url = f"http://127.0.0.1:{self.port}/judge"
        for name, choice in self.widgets.items():
            if choice.standing is not None:
                state = asked.widget_states.widgets.add()
                state.id, state.string_value = name, choice.standing
        data: bytes = message.SerializeToString()
        return data
