# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the window at a person's pace and asks it every 50 ms whether it is alive.

    pings.py PROGRAM SECONDS SEED MOST

Fails when an answer to _NET_WM_PING takes longer than MOST milliseconds. Prints the outcome, one
sentence, to standard output, and what was done to standard error.
"""

import random
import select
import subprocess
import sys
import threading
import time

from Xlib import X, display
from Xlib.protocol.event import ClientMessage

INTERVAL = 0.05  # seconds between pings
PATIENCE = 20  # seconds until the window must be there

FUNCTIONS = [
    "x^4-4*x^2+x",
    "sin(x)+sin(10*x/3)",
    "abs(x)+exp(-x^2)",
    "x*sin(50*x)",
    "1/x",
    "x < 0 ? -x : x^2",
    "1000*sin(50*x)",
    "tan(x)-x",
    "x^2*(1+sin(100*x))+floor(x)",
    "exp(sin(exp(x)))",
]
KEYS = "space Left Right Home End ctrl+0 ctrl+plus ctrl+minus ctrl+Left ctrl+Right shift+Left F9 F11"
VIEWS = "ctrl+1 ctrl+2 ctrl+3"
DIALOGS = "ctrl+e ctrl+o ctrl+p ctrl+n F1"


class Person:
    """Types and drags by xdotool. The same seed does the same."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.doing = ""

    def do(self, *command):
        subprocess.run(["xdotool", *map(str, command)], check=True)

    def place(self):
        return self.random.randint(120, 900), self.random.randint(160, 640)

    def type(self):
        self.do("key", "ctrl+l", "key", "ctrl+a")
        self.do("type", "--delay", 60, self.random.choice(FUNCTIONS))
        self.do("key", "Return")

    def drag(self):
        self.do("mousemove", *self.place(), "mousedown", 1)
        across, down = self.random.randint(-15, 15), self.random.randint(-8, 8)
        for _ in range(20):
            self.do("mousemove_relative", "--", across, down)
            time.sleep(0.02)
        self.do("mouseup", 1)

    def wheel(self):
        self.do("mousemove", *self.place())
        self.do("click", "--repeat", 8, "--delay", 40, self.random.choice([4, 5]))

    def slide(self):
        """One of the three sliders at the right."""
        self.do("mousemove", 1100, self.random.choice([77, 124, 206]), "mousedown", 1)
        for _ in range(20):
            self.do("mousemove_relative", "--", self.random.randint(-12, 12), 0)
            time.sleep(0.02)
        self.do("mouseup", 1)

    def press(self):
        self.do("key", self.random.choice(KEYS.split()))

    def switch(self):
        self.do("key", self.random.choice(VIEWS.split()))

    def undo(self):
        self.do("key", self.random.choice(["ctrl+z", "ctrl+shift+z"]))

    def open_and_close(self):
        self.do("key", self.random.choice(DIALOGS.split()))
        time.sleep(0.7)
        self.do("key", "Escape")

    def work(self, over):
        actions = [self.type, self.drag, self.wheel, self.slide, self.press, self.switch]
        actions += [self.undo, self.open_and_close]
        while not over.is_set():
            action = self.random.choice(actions)
            self.doing = action.__name__
            action()
            time.sleep(self.random.uniform(0.1, 0.4))


class Pings:
    def __init__(self, window_class):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.protocols = self.display.intern_atom("WM_PROTOCOLS")
        self.ping = self.display.intern_atom("_NET_WM_PING")
        self.window = self.find(window_class)
        # Qt sends its answers to the root window with this mask.
        self.root.change_attributes(event_mask=X.StructureNotifyMask)
        self.sent = {}  # by number: when, and what was being done

    def find(self, window_class):
        clients = self.display.intern_atom("_NET_CLIENT_LIST")
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            known = self.root.get_full_property(clients, X.AnyPropertyType)
            for number in known.value if known else []:
                window = self.display.create_resource_object("window", number)
                if window_class in (window.get_wm_class() or ()):
                    return window
            time.sleep(0.1)
        print("There is no window.")
        sys.exit(1)

    def send(self, number, doing):
        data = (32, [self.ping, number, self.window.id, 0, 0])
        message = ClientMessage(window=self.window, client_type=self.protocols, data=data)
        self.sent[number] = (time.monotonic(), doing)
        self.window.send_event(message)
        self.display.flush()

    def answers(self, until):
        """The delays of the answers that come until then, each in seconds, with what was done."""
        while (left := until - time.monotonic()) > 0:
            if not self.display.pending_events():
                select.select([self.display], [], [], left)
            while self.display.pending_events():
                event = self.display.next_event()
                message = event.type & 0x7F == X.ClientMessage  # the high bit: sent by a client
                if message and event.data[1][0] == self.ping:
                    began, doing = self.sent.pop(event.data[1][1])
                    yield time.monotonic() - began, doing


def use(running, seconds, seed):
    """The delays of all answers, each in seconds, with what was being done; the longest first."""
    pings = Pings("thalweg")
    time.sleep(2)  # until it has drawn itself
    person = Person(seed)
    over = threading.Event()
    threading.Thread(target=person.work, args=[over], daemon=True).start()
    delays = []
    for number in range(1, int(seconds / INTERVAL) + 1):
        pings.send(number, person.doing)
        delays += pings.answers(time.monotonic() + INTERVAL)
        if running.poll() is not None:
            print(f"The program ended with status {running.returncode} ({person.doing}).")
            sys.exit(1)
    over.set()
    delays += pings.answers(time.monotonic() + 3)
    delays += [(time.monotonic() - began, doing) for began, doing in pings.sent.values()]
    return sorted(delays, reverse=True)


def main():
    program, seconds, seed, most = sys.argv[1], *map(int, sys.argv[2:])
    running = subprocess.Popen([program, "--function", FUNCTIONS[0]])
    try:
        delays = use(running, seconds, seed)
    finally:
        running.kill()
    for delay, doing in delays[:20]:
        print(f"{1000 * delay:.0f} ms: {doing}", file=sys.stderr)
    slowest = f"the slowest answer came after {1000 * delays[0][0]:.0f} ms ({delays[0][1]})"
    late = sum(1000 * delay > most for delay, _ in delays)
    if late:
        print(f"{late} of {len(delays)} answers took over {most} ms; {slowest}.")
        sys.exit(1)
    print(f"{len(delays)} pings in {seconds} s; {slowest}.")


main()
