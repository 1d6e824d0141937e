"""A browser without a window, driven by the DevTools protocol."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
KEYS = {"Enter": 13, "Escape": 27, " ": 32, "PageUp": 33, "PageDown": 34, "End": 35, "Home": 36,
        "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Tab": 9}  # fmt: skip


def program() -> str | None:
    """The browser: what `$CHROMIUM` names, or the first that the search path has."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


class Failed(Exception):
    """The page raised an error, or what was waited for did not come."""


class Page:
    """One page of the browser; `errors` collects what it writes to its console, or fails to load."""

    def __init__(self, address: str):
        import websocket

        self.socket = websocket.create_connection(address, timeout=120, suppress_origin=True)
        self.number = 0
        self.errors: list[str] = []
        self.requests: list[str] = []
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.do(f"{domain}.enable")
        self.do("Performance.enable", timeDomain="threadTicks")

    def do(self, method: str, **params: object) -> dict[str, Any]:
        """Carry out a method of the protocol."""
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == self.number:
                if "error" in message:
                    raise Failed(f"{method}: {message['error']}")
                result: dict[str, Any] = message["result"]
                return result
            self._note(message)

    def _note(self, message: dict[str, Any]) -> None:
        params = message.get("params", {})
        match message.get("method"):
            case "Runtime.exceptionThrown":
                self.errors.append(str(params["exceptionDetails"]))
            case "Runtime.consoleAPICalled" if params["type"] in ("error", "warning", "assert"):
                self.errors.append(str(params["args"]))
            case "Log.entryAdded" if params["entry"]["level"] in ("error", "warning"):
                self.errors.append(str(params["entry"]))
            case "Network.requestWillBeSent":
                self.requests.append(params["request"]["url"])

    def js(self, expression: str) -> Any:
        """The value of `expression`, awaited."""
        answer = self.do(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise Failed(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, expression: str, seconds: float = 60) -> None:
        """Until `expression` holds."""
        end = time.monotonic() + seconds
        while not self.js(f"Boolean({expression})"):
            if time.monotonic() > end:
                raise Failed(f"{expression} did not come to hold")
            time.sleep(0.02)

    def open(self, file: Path, address: str = "") -> None:
        """Load `file` anew, and wait until it says that all is there."""
        self.do("Page.navigate", url="about:blank")
        self.do("Page.navigate", url=file.as_uri() + address)
        self.wait("location.protocol === 'file:' && document.documentElement?.dataset.ready === ''")

    def fresh(self) -> None:
        """A laptop's screen in daylight, and nothing to complain about so far."""
        self.size(1440, 900)
        self.media(prefers_color_scheme="light")
        self.errors.clear()
        self.requests.clear()

    def seconds(self) -> float:
        """The time of the processor that the page has taken so far, loading and drawing included."""
        found = self.do("Performance.getMetrics")["metrics"]
        return next(float(m["value"]) for m in found if m["name"] == "TaskDuration")

    def size(self, width: int, height: int, *, mobile: bool = False) -> None:
        self.do("Emulation.setDeviceMetricsOverride", width=width, height=height,
                deviceScaleFactor=1, mobile=mobile)  # fmt: skip

    def media(self, kind: str = "", **features: str) -> None:
        """Have the page believe in a medium, and in features as `prefers_color_scheme`."""
        named = [{"name": k.replace("_", "-"), "value": v} for k, v in features.items()]
        self.do("Emulation.setEmulatedMedia", media=kind, features=named)

    def key(self, key: str, *, control: bool = False) -> None:
        """Press a key."""
        text = {"Enter": "\r", " ": " "}.get(key, key if len(key) == 1 else "")
        shared = {"key": key, "windowsVirtualKeyCode": KEYS.get(key, 0), "modifiers": 2 * control}
        self.do("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown",
                **({"text": text} if text else {}), **shared)  # fmt: skip
        self.do("Input.dispatchKeyEvent", type="keyUp", **shared)

    def type(self, text: str) -> None:
        for character in text:
            self.key(character)

    def click(self, selector: str) -> None:
        """Click in the middle of the first element that `selector` finds."""
        place = self.js(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'center', behavior: 'instant'});"
            "const r = e.getBoundingClientRect();"
            "return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.do("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left",
                    clickCount=1)  # fmt: skip

    def screenshot(self, file: Path, *, whole: bool = False) -> None:
        data = self.do("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        file.write_bytes(base64.b64decode(data))

    def pdf(self) -> bytes:
        return base64.b64decode(
            self.do("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        )


@contextmanager
def browser(path: str) -> Iterator[Page]:
    """A page of a browser of its own, whose program is at `path`."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        argv = [path, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-port=0",
                f"--user-data-dir={folder}", "about:blank"]  # fmt: skip
        with subprocess.Popen(
            argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            try:
                page = Page(_address(Path(folder), process))
                with closing(page.socket):
                    yield page
            finally:
                process.terminate()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(10)
                process.kill()


def _address(folder: Path, process: subprocess.Popen[bytes]) -> str:
    """Where the first page of the browser listens, once it does."""
    from urllib.request import ProxyHandler, build_opener

    opener = build_opener(ProxyHandler({}))
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError, ValueError, IndexError):
            port = (folder / "DevToolsActivePort").read_text().split()[0]
            with opener.open(f"http://127.0.0.1:{port}/json/list", timeout=10) as answer:
                pages = [page for page in json.load(answer) if page["type"] == "page"]
            return str(pages[0]["webSocketDebuggerUrl"])
        time.sleep(0.1)
    raise Failed("the browser does not listen")
