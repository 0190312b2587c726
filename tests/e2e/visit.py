"""One reader's browser: finds things as a person does, and notes what no reader should see."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

SETTLED = (
    "[data-testid=stApp][data-test-script-state=notRunning]"
    "[data-test-connection-state=CONNECTED]:not(:has([data-testid=stSkeleton]))"
)
PATIENCE = 30_000  # milliseconds; a busy machine is no fault of the page
expect.set_options(timeout=PATIENCE)
# Streamlit looks for its own base path from a deep link; the first answers are 404.
LOST = re.compile(
    "ERR_|WebSocket|No response received|disconnected from server|is not responding|Pings timed out"
)
PROBES = re.compile(r"/\w+/_stcore/(health|host-config)$")


@dataclass
class Visit:
    """A page in a browser context of its own."""

    context: BrowserContext
    address: str
    page: Page = field(init=False)
    complaints: list[str] = field(init=False)
    requests: list[Request] = field(init=False)
    runs_ended: int = field(init=False)
    server_is_away: bool = field(init=False)

    def __post_init__(self) -> None:
        self.begin(self.address)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        self.page.on("request", self._request)
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._heard))

    def begin(self, address: str) -> None:
        """Comes to this address, with nothing heard yet."""
        self.address = address
        self.complaints, self.requests = [], []
        self.runs_ended, self.server_is_away = 0, False

    def _console(self, message: ConsoleMessage) -> None:
        if message.type != "error" and "Content Security Policy" not in message.text:
            return
        url = message.location.get("url", "")
        lost = self.server_is_away and LOST.search(message.text)
        if not lost and not PROBES.search(url):
            self.complaints.append(f"console: {message.text} ({url})")

    def _request(self, request: Request) -> None:
        self.requests.append(request)
        if not request.url.startswith((f"{self.address}/", "data:", "blob:", "about:")):
            self.complaints.append(f"asked another host: {request.url}")

    def _heard(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self.runs_ended += ForwardMsg.FromString(frame).HasField("script_finished")

    @contextmanager
    def without_server(self) -> Iterator[None]:
        """While the server is away, the browser may say in its console that it is."""
        self.server_is_away = True
        yield
        self.settle()
        self.server_is_away = False

    # --- going ---------------------------------------------------------------------------------

    def go(self, path: str) -> None:
        """Opens a path, as from the address bar."""
        self.page.goto(f"{self.address}{path}")
        self.settle()

    def settle(self) -> None:
        """Waits until the page is connected, drawn and quiet."""
        self.page.wait_for_selector(SETTLED, state="attached")
        self.page.wait_for_function(
            f"async () => {{ await new Promise(r => setTimeout(r, 60));"
            f" return document.querySelector('{SETTLED}') !== null; }}"
        )

    @contextmanager
    def run(self) -> Iterator[None]:
        """Waits for the run that what stands inside has caused."""
        before = self.runs_ended
        yield
        until = time.monotonic() + PATIENCE / 1000
        while self.runs_ended == before:
            assert time.monotonic() < until, "the page did not answer"
            self.page.wait_for_timeout(10)
        self.settle()

    @property
    def token(self) -> str:
        """The resume token in the address."""
        found = re.search(r"[?&]a=([\w-]{22})(&|$)", self.page.url)
        assert found, f"no token in {self.page.url}"
        return found.group(1)

    # --- finding ---------------------------------------------------------------------------------

    @property
    def main(self) -> Locator:
        """The page without its frame."""
        return self.page.get_by_test_id("stMain")

    def heading(self, text: str | re.Pattern[str]) -> None:
        """Waits until the page has this heading of the first level."""
        expect(self.page.get_by_role("heading", level=1, name=text)).to_be_visible()
        self.settle()

    def follow(self, name: str, *, exact: bool = True) -> None:
        """Clicks a link in the page and waits for the other page."""
        before = self.page.evaluate("document.querySelector('h1')?.textContent")
        self.main.get_by_role("link", name=name, exact=exact).first.click()
        self.page.wait_for_function(
            "h => document.querySelector('h1') && document.querySelector('h1').textContent !== h",
            arg=before,
        )
        self.settle()

    def press(self, name: str) -> None:
        """Clicks a button and waits for the run."""
        with self.run():
            self.main.get_by_role("button", name=name, exact=True).click()

    def open_all(self) -> None:
        """Opens whatever can be opened on the page, and waits until it has slid open."""
        self.main.evaluate(
            "page => page.querySelectorAll('details:not([open]) > summary')"
            ".forEach(summary => summary.click())"
        )
        self.page.wait_for_function(
            "() => document.querySelector('[data-testid=stMain] details:not([open])') === null"
            " && document.getAnimations().every(each => each.playState !== 'running')"
        )

    def option(self, question: str, answer: str) -> Locator:
        """One option of a question."""
        group = self.page.get_by_role("radiogroup", name=question, exact=True)
        return group.get_by_role("radio", name=re.compile(f"^{re.escape(answer)}"))

    def choose(self, question: str, answer: str) -> None:
        """Chooses an option and waits until it was heard."""
        with self.run():
            self.option(question, answer).locator("xpath=ancestor::label").click()

    def field(self, label: str) -> Locator:
        """A field for text."""
        return self.page.get_by_role("textbox", name=label, exact=True)

    def write(self, label: str, text: str, place: int = 0) -> None:
        """Writes into a field, leaves it, and waits until it was heard."""
        field = self.field(label).nth(place)
        if field.input_value() == text:
            return
        with self.run():
            field.fill(text)
            field.blur()

    def download(self, name: str, folder: Path) -> bytes:
        """Clicks a download button and gives what came."""
        with self.page.expect_download() as found:
            self.main.get_by_role("button", name=name, exact=True).click()
        path = folder / found.value.suggested_filename
        found.value.save_as(path)
        return path.read_bytes()
