# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether everything that takes the focus has a name, whether Enter leads from a field to the
picture, where Space plays, and Tab to the ruler of the learning rate, where the arrows turn it, asked
as a screen reader asks: over AT-SPI.

Starts the program given as the argument and opens its windows with the keyboard. Prints the outcome,
one sentence, to standard output, and what lacks a name to standard error.
"""

import subprocess
import sys
import time

import pyatspi

PATIENCE = 20  # seconds until a window must be there

# Each window by the keys that open it; all are closed with Escape.
WINDOWS = [
    ("Export", "ctrl+e"),
    ("Open", "ctrl+o"),
    ("Save as", "ctrl+shift+s"),
    ("Print", "ctrl+p"),
    ("Help", "F1"),
    ("About", "alt+h a"),
    ("a warning", "ctrl+shift+v"),
    ("the question of unsaved changes", "ctrl+Right ctrl+n"),
]
RULER = "Zones of the learning rate"
# What is in these goes by their name.
WHOLES = (
    pyatspi.ROLE_COMBO_BOX,
    pyatspi.ROLE_TABLE,
    pyatspi.ROLE_TREE,
    pyatspi.ROLE_TREE_TABLE,
    pyatspi.ROLE_LIST,
)


def press(keys):
    for key in keys.split():
        subprocess.run(["xdotool", "key", key], check=True)
        time.sleep(0.3)


def application():
    for found in pyatspi.Registry.getDesktop(0):
        if found is not None and found.name == "thalweg":
            return found
    return None


def is_in(state, node):
    return node.getState().contains(state)


def windows():
    """Those on the screen, the latest last."""
    return [
        window
        for window in application()
        if window is not None and is_in(pyatspi.STATE_SHOWING, window)
    ]


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if condition():
                return
        except Exception as error:  # what is asked for goes away meanwhile
            print("asked again:", error, file=sys.stderr)
        time.sleep(0.1)
    print(f"There is no sign of {what}.")
    sys.exit(1)


def nameless(node):
    """What can have the focus and has no name, in the node and below."""
    if is_in(pyatspi.STATE_FOCUSABLE, node) and not node.name.strip():
        yield node
    if node.getRole() not in WHOLES:
        for child in node:
            if child is not None:
                yield from nameless(child)


def is_qts_own(node):
    """A blank part of the print dialog, which is Qt's."""
    return node.getRoleName() == "filler" and path(node).endswith("dialog “Print”")


def focusable(node):
    own = 1 if is_in(pyatspi.STATE_FOCUSABLE, node) else 0
    if node.getRole() in WHOLES:
        return own
    return own + sum(focusable(child) for child in node if child is not None)


def walk(node):
    yield node
    for child in node:
        if child is not None:
            yield from walk(child)


def part(role, name):
    return next(
        node for node in walk(application()) if node.getRole() == role and node.name == name
    )


def is_picture_focused():
    return is_in(pyatspi.STATE_FOCUSED, part(pyatspi.ROLE_CHART, "Curve"))


def is_under_way():
    return part(pyatspi.ROLE_SLIDER, "Timeline").queryValue().currentValue > 0


def is_ruler_focused():
    return is_in(pyatspi.STATE_FOCUSED, part(pyatspi.ROLE_SLIDER, RULER))


def ruled():
    return part(pyatspi.ROLE_SLIDER, RULER).queryValue().currentValue


def path(node):
    steps = []
    while node is not None and node.getRole() != pyatspi.ROLE_APPLICATION:
        steps.append(f"{node.getRoleName()} “{node.name}”")
        node = node.parent
    return " in ".join(steps)


def start_bus():
    """Before the program asks whether there is one."""
    launcher = ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"]
    subprocess.Popen(launcher, stdout=sys.stderr)
    wait = ["gdbus", "wait", "--session", "--timeout", str(PATIENCE), "org.a11y.Bus"]
    subprocess.run(wait, check=True, stdout=sys.stderr)


def main():
    start_bus()
    with subprocess.Popen([sys.argv[1]]) as program:
        looked_at = 0
        found = set()

        def look(what):
            nonlocal looked_at
            for window in windows():
                for node in nameless(window):
                    if not is_qts_own(node):
                        found.add(f"{what}: {path(node)}")
                looked_at += focusable(window)

        try:
            wait_for(lambda: application() and len(windows()) == 2, "the offer of the tour")
            look("the offer of the tour")
            press("Escape")
            wait_for(lambda: len(windows()) == 1, "the main window alone")
            look("the main window")
            press("ctrl+l")
            wait_for(lambda: not is_picture_focused(), "the focus in the field of the function")
            press("Return")
            wait_for(is_picture_focused, "the focus in the picture after Enter")
            press("space")
            wait_for(is_under_way, "the ball rolling after Space")
            press("space Home")
            press("alt+l Tab Tab")
            wait_for(is_ruler_focused, "the focus in the ruler after Tab")
            before = ruled()
            press("Right Right Right")
            wait_for(lambda: ruled() > before, "a larger learning rate after Right in the ruler")
            press("ctrl+l Return")
            wait_for(is_picture_focused, "the focus back in the picture")
            for what, keys in WINDOWS:
                press(keys)
                wait_for(lambda: len(windows()) == 2, what)
                look(what)
                press("Escape")
                wait_for(lambda: len(windows()) == 1, f"the end of {what}")
            press("alt+h g")
            look("the tour")
        finally:
            program.kill()
    for line in sorted(found):
        print(line, file=sys.stderr)
    if found:
        print(f"{len(found)} places that take the focus have no name.")
        sys.exit(1)
    print(f"{looked_at} places that take the focus, in {len(WINDOWS) + 3} windows, have names; Enter leads to the picture and Tab to the ruler.")


main()
