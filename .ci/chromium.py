"""A headless Chromium that is driven over a pipe, with nothing but Python."""

import json
import os
import subprocess


class Chromium:
    NAMES = ["chromium", "chromium-browser", "google-chrome"]

    def __init__(self, program, profile):
        there, self.commands = os.pipe()
        self.answers, here = os.pipe()
        # Chromium reads commands from descriptor 3 and writes to descriptor 4.
        arguments = [
            program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
            "--no-first-run", f"--user-data-dir={profile}",
        ]
        shell = ["sh", "-c", f'exec "$@" 3<&{there} 4>&{here}', "sh", *arguments]
        self.process = subprocess.Popen(
            shell, pass_fds=(there, here), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(there)
        os.close(here)
        self.buffer = b""
        self.count = 0
        self.pages = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        os.close(self.commands)
        os.close(self.answers)

    def call(self, method, session=None, **parameters):
        """Sends a command and returns its result; events that come before are handed out."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            page = self.pages.get(answer.get("sessionId"))
            if page:
                page.hear(answer)

    def receive(self):
        while b"\0" not in self.buffer:
            more = os.read(self.answers, 1 << 16)
            if not more:
                raise RuntimeError("Chromium has ended")
            self.buffer += more
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def page(self, width, height, scale, reduces_motion):
        return Page(self, width, height, scale, reduces_motion)


class Page:
    KEYS = {
        " ": (32, "Space"), "Tab": (9, "Tab"), "Home": (36, "Home"), "ArrowRight": (39, "ArrowRight"),
    }

    def __init__(self, browser, width, height, scale, reduces_motion):
        self.browser = browser
        self.complaints = []
        self.requests = []
        self.target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        answer = browser.call("Target.attachToTarget", targetId=self.target, flatten=True)
        self.session = answer["sessionId"]
        browser.pages[self.session] = self
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(f"{domain}.enable")
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=scale, mobile=False)
        motion = "reduce" if reduces_motion else "no-preference"
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-reduced-motion", "value": motion}])

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def hear(self, event):
        parameters = event["params"]
        if event["method"] == "Runtime.exceptionThrown":
            self.complaints.append(parameters["exceptionDetails"]["exception"]["description"])
        elif event["method"] == "Runtime.consoleAPICalled":
            self.complaints.append(str(parameters["args"]))
        elif event["method"] == "Log.entryAdded":
            self.complaints.append(parameters["entry"]["text"])
        elif event["method"] == "Network.requestWillBeSent":
            address = parameters["request"]["url"]
            if not address.startswith(("data:", "file:")):
                self.requests.append(address)

    def prepare(self, script):
        """What runs before the scripts of every page that is opened."""
        self.call("Page.addScriptToEvaluateOnNewDocument", source=script)

    def open(self, address):
        self.call("Page.navigate", url=address)
        self.evaluate(
            "new Promise((done) => document.readyState === 'complete' ? done() :"
            " addEventListener('load', () => done()))")

    def evaluate(self, expression):
        answer = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def press(self, key, text=""):
        number, code = self.KEYS[key]
        common = {"key": key, "code": code, "windowsVirtualKeyCode": number}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)
        self.evaluate("new Promise((done) => setTimeout(() => done(), 60))")

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)
        del self.browser.pages[self.session]
