# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window as a person has it: seen through the accessibility bus, moved by mouse and keyboard.

The bus only says where things are and what they say. What is done is done by xdotool, as the X server's
own input. Needs a display, a session bus and a window manager: run.sh makes them.
"""
import os
import subprocess
import time

import pyatspi


class Failed(Exception):
    """What was expected and did not come, in words."""


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def wait(condition, what, seconds=30):
    """The condition's value as soon as it is true; Failed after so many seconds."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failed(f"waited {seconds} s for {what}")
        time.sleep(0.05)


def shows(element):
    try:
        return element.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:  # it has gone meanwhile
        return False


def place(element):
    """Its rectangle on the screen: x, y, width, height."""
    box = element.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return box.x, box.y, box.width, box.height


def walk(element, into_hidden=False):
    """The element and what is below it and shows, breadth first."""
    level = [element]
    while level:
        following = []
        for each in level:
            yield each
            try:
                following += [child for child in each if child and (into_hidden or shows(child))]
            except Exception:  # it has gone meanwhile
                continue
        level = following


class Desktop:
    def __init__(self, pictures):
        self.pictures = pictures
        self.program = None
        self.application = None
        os.makedirs(pictures, exist_ok=True)

    def start(self, *command):
        self.program = subprocess.Popen(command)
        self.application = wait(self._registered, "the program on the accessibility bus")
        self.window = wait(lambda: next((w for w in self.windows() if w.name.startswith("Telegrad")), None),
                           "the main window")

    def _registered(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.program.pid and application.childCount:
                return application
        return None

    def windows(self):
        return [window for window in self.application if window and shows(window)]

    def window_named(self, name, seconds=15):
        return wait(lambda: next((w for w in self.windows() if w.name == name), None), f"the window {name!r}",
                    seconds)

    def gone(self, name):
        wait(lambda: all(w.name != name for w in self.windows()), f"the window {name!r} to go")

    def look(self, name, role=None, within=None, seconds=15, prefix=False):
        """The first thing that shows, with that name and role."""
        def found():
            for each in walk(within or self.window):
                named = each.name.startswith(name) if prefix else each.name == name
                if named and (role is None or each.getRoleName() == role) and shows(each):
                    return each
            return None
        return wait(found, f"{role or 'something'} named {name!r}", seconds)

    def texts(self, within=None):
        return [each.name for each in walk(within or self.window) if each.name]

    def reads(self, beginning, within=None):
        """The first text that begins so, or nothing."""
        return next((text for text in self.texts(within) if text.startswith(beginning)), None)

    # What a hand does.

    def click(self, element, button=1, at=(0.5, 0.5)):
        x, y, width, height = place(element)
        run("xdotool", "mousemove", str(round(x + at[0] * width)), str(round(y + at[1] * height)), "click",
            str(button))

    def drag(self, slider, to):
        """From where its handle is to that share of its length, in steps as a hand makes them."""
        value = slider.queryValue()
        x, y, width, height = place(slider)
        now = (value.currentValue - value.minimumValue) / (value.maximumValue - value.minimumValue)
        margin = 8  # the handle's own half
        middle = y + height // 2
        at = [round(x + margin + share * (width - 2 * margin)) for share in (now, to)]
        run("xdotool", "mousemove", str(at[0]), str(middle), "mousedown", "1")
        for step in range(1, 9):
            run("xdotool", "mousemove", str(at[0] + (at[1] - at[0]) * step // 8), str(middle))
        run("xdotool", "mouseup", "1")

    def key(self, *keys):
        run("xdotool", "key", "--clearmodifiers", *keys)

    def write(self, text):
        run("xdotool", "type", "--delay", "5", text)

    def picture(self, name):
        path = os.path.join(self.pictures, name + ".png")
        run("import", "-window", "root", path)
        return path

    def colour(self, x, y):
        """Of that point of the screen: three numbers from 0 to 255."""
        shot = subprocess.run(["import", "-window", "root", "-crop", f"1x1+{x}+{y}", "-depth", "8", "rgb:-"],
                              check=True, capture_output=True)
        return tuple(shot.stdout[:3])

    def is_still(self):
        """Whether three pictures of the screen, one after the other, are the same."""
        shots = {subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], check=True,
                                capture_output=True).stdout for _ in range(3)}
        return len(shots) == 1

    def end(self):
        """Waits for the program to end by itself; its exit status."""
        return self.program.wait(timeout=60)
