"""The browser the tests look with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

# What Chromium shall leave. The first two draw the address bar of windows nobody sees, which is a
# third of the work of opening one. Chromium hears only the last list it is given, so what
# Playwright leaves out stands here again as far as it matters.
WITHOUT = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("PaintHolding", "DestroyProfileOnBrowserClose", "AvoidUnnecessaryBeforeUnloadCheckSync"),
    *("HttpsUpgrades", "OptimizationHints", "NetworkTimeServiceQuerying"),
)
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    f"--disable-features={','.join(WITHOUT)}",
)


@contextmanager
def browsing() -> Iterator[Browser]:
    """The system's Chromium, else Playwright's own; it can reach no host but this one."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or playwright.chromium.executable_path
        if not os.path.exists(path):
            pytest.skip("no Chromium on this machine; `make test` installs one")
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        try:
            yield browser
        finally:
            browser.close()
