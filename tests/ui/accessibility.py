#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the window over AT-SPI, page by page and dialog by dialog, as a screen reader does: also the
card that explains what has the focus, and the tour's call-out.

Fails for a control that can be focused or acted on and has no name; for two of a kind beside each
other that have the same name; for a control of the registries (the menus' actions, the parameters
that telegrad-cli lists) that is not reached; and for a dialog that does not come. Prints what was
found of each. Waits for what it wants to see, never for a time. Called by accessibility.sh.
"""
import json
import subprocess
import sys
import tempfile
import time
import tomllib

import pyatspi
from gi.repository import GLib
from pyatspi import Atspi

PATIENCE = 20.0  # seconds, for a machine that is busy
CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_ENTRY, pyatspi.ROLE_TEXT,
    pyatspi.ROLE_SLIDER, pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE,
    pyatspi.ROLE_TREE, pyatspi.ROLE_LIST, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_MENU_ITEM,
    pyatspi.ROLE_MENU, pyatspi.ROLE_CHECK_MENU_ITEM, pyatspi.ROLE_RADIO_MENU_ITEM,
    pyatspi.ROLE_CHART, pyatspi.ROLE_PASSWORD_TEXT,
}
# Cells are read by the table; a list of hundreds of entries is no place to look for names.
CLOSED = {pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_LIST,
          pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SPIN_BUTTON}
ESCAPE = 0xFF1B  # as X names the key
DIALOGS = {pyatspi.ROLE_DIALOG, pyatspi.ROLE_ALERT, pyatspi.ROLE_FRAME, pyatspi.ROLE_WINDOW,
           pyatspi.ROLE_FILE_CHOOSER}


# Actions that open a window, though they do not ask for anything.
WINDOWS = {"Shortcuts", "About Telegrad", "Show as table", "Manual"}


class Failed(Exception):
    """The window did not do what was waited for."""


def until(what, wanted, patience=PATIENCE):
    """The first true answer of `wanted`, which is asked again and again up to a deadline."""
    deadline = time.monotonic() + patience
    while True:
        try:
            found = wanted()
        except Exception:  # what is asked for may be going away  # noqa: BLE001
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise Failed(f"waited {patience:.0f} s for {what}")
        # A turn of the bus's loop: events that arrive refresh what is known.
        pump()


def pump():
    """Takes what has arrived from the bus, or waits a moment for more."""
    context = GLib.MainContext.default()
    timer = GLib.timeout_add(20, lambda: False)
    context.iteration(True)
    source = context.find_source_by_id(timer)
    if source is not None:
        source.destroy()


def children(node):
    return [child for child in (node.getChildAtIndex(i) for i in range(node.childCount)) if child]


def has(node, state):
    return node.getState().contains(state)


def placed(node, place=()):
    """What is shown below a node, in order, and each one's place in the tree."""
    for index, child in enumerate(children(node)):
        if not has(child, pyatspi.STATE_SHOWING):
            continue
        yield child, place + (index,)
        if child.getRole() not in CLOSED:
            yield from placed(child, place + (index,))


def walk(node):
    return (child for child, _ in placed(node))


def isControl(node):
    return has(node, pyatspi.STATE_FOCUSABLE) or node.getRole() in CONTROLS


def inWords(node):
    parent = node.parent
    return f'{node.getRoleName()} "{node.name}" in {parent.getRoleName()} "{parent.name}"'


def plain(text):
    """As names are compared: no mark of a key, no dots that say that it asks."""
    return text.replace("&", "").replace("…", "").strip()


def actionsOf(node):
    action = node.queryAction()
    return [action.getName(i) for i in range(action.nActions)]


def act(node):
    """Presses, shows or toggles it, as its first action does."""
    action = node.queryAction()
    names = actionsOf(node)
    for wanted in ("Press", "Toggle", "ShowMenu", "Show Menu"):
        if wanted in names:
            break
    try:
        action.doAction(names.index(wanted) if wanted in names else 0)
    except GLib.Error:
        pass  # a dialog that holds up its action until it is closed: there is no answer before


class Walk:
    """The run: the program, what was looked at, and what was wrong with it."""

    def __init__(self, programs):
        self.programs = programs
        self.problems = []
        self.named = set()
        self.total = 0
        self.program = subprocess.Popen([programs + "/telegrad"], stdout=subprocess.DEVNULL,
                                        stderr=None)
        self.app = until("telegrad on the accessibility bus", self.findApplication)
        self.window = until("its window", lambda: next(
            (w for w in children(self.app) if w.getRole() == pyatspi.ROLE_FRAME and
             has(w, pyatspi.STATE_SHOWING)), None))

    def findApplication(self):
        if self.program.poll() is not None:
            sys.exit(f"telegrad ended with status {self.program.returncode}")
        desktop = pyatspi.Registry.getDesktop(0)
        return next((app for app in children(desktop) if app.name == "telegrad"), None)

    def wrong(self, where, words):
        self.problems.append(f"{where}: {words}")

    def look(self, where, root):
        """Names of all controls under a root, each another one among its kind."""
        siblings = {}
        count = plots = 0
        for node, place in placed(root):
            if node.name:
                self.named.add(plain(node.name))
            if not isControl(node):
                continue
            if node.getRole() in (pyatspi.ROLE_SCROLL_BAR, pyatspi.ROLE_FILLER):
                continue
            count += 1
            plots += node.getRole() == pyatspi.ROLE_CHART
            if not node.name.strip():
                self.wrong(where, f"no name: {inWords(node)}")
                continue
            kind = (place[:-1], node.getRole(), node.name)
            if kind in siblings:
                self.wrong(where, f"the same name twice: {inWords(node)}")
            siblings[kind] = True
        self.total += count
        print(f"  {where:34} {count:4} controls" + (f", {plots} plots" if plots else ""))

    def windows(self):
        return [w for w in children(self.app)
                if w != self.window and has(w, pyatspi.STATE_SHOWING) and w.getRole() in DIALOGS]

    def menus(self):
        """Every action of the menu bar, by its path: what the window registers."""
        bar = until("the menu bar", lambda: next(
            (n for n in walk(self.window) if n.getRole() == pyatspi.ROLE_MENU_BAR), None))
        actions = {}

        def collect(node, path):
            for item in children(node):
                if item.getRole() in (pyatspi.ROLE_SEPARATOR, pyatspi.ROLE_PAGE_TAB_LIST):
                    continue
                if not item.name.strip():
                    self.wrong("menus", f"no name: {inWords(item)}")
                    continue
                here = path + (plain(item.name),)
                below = [sub for sub in children(item)
                         if sub.getRole() in (pyatspi.ROLE_MENU, pyatspi.ROLE_POPUP_MENU)]
                for sub in below:
                    collect(sub, here)
                if not below:
                    actions[here] = item

        collect(bar, ())
        self.total += len(actions)
        print(f"  {'menus':34} {len(actions):4} actions")
        return actions

    def pages(self):
        """Each tab of the window, one after the other."""
        bar = until("the views' tabs", lambda: next(
            (n for n in walk(self.window)
             if n.getRole() == pyatspi.ROLE_PAGE_TAB_LIST and n.childCount > 3), None))
        for tab in children(bar):
            if tab.getRole() != pyatspi.ROLE_PAGE_TAB:
                continue
            name = tab.name
            act(tab)
            until(f"the page {name}", lambda t=tab: has(t, pyatspi.STATE_SELECTED) or
                  has(t, pyatspi.STATE_FOCUSED))
            yield plain(name)

    def openedBy(self, path, action):
        """The window that an action opens."""
        before = self.windows()
        act(action)
        return self.newWindow(" > ".join(path), before)

    def newWindow(self, name, before):
        opened = until(f"the dialog of {name}", lambda: next(
            (w for w in self.windows() if w not in before), None))
        until("something in it", lambda: next(walk(opened), None))
        return opened

    def dialog(self, path, action):
        """Opens what an action opens, looks at it, and closes it."""
        opened = self.openedBy(path, action)
        if not opened.name.strip():
            self.wrong(path[-1], "the dialog has no title")
        self.look("dialog: " + path[-1], opened)
        self.asked(path[-1], opened)
        self.close(opened)

    def asked(self, where, root):
        """The dialogs of the buttons below a root that say that they ask."""
        buttons = [n for n in walk(root) if n.getRole() == pyatspi.ROLE_PUSH_BUTTON and
                   n.name.endswith("…") and has(n, pyatspi.STATE_ENABLED)]
        for button in buttons:
            self.dialog((where, f"{where}, {plain(button.name)}"), button)

    def menusOf(self, where, root, known):
        """The entries of the menus that buttons below a root open, and the dialogs of those that ask
        and are not known yet."""
        buttons = [n for n in walk(root) if n.getRole() == pyatspi.ROLE_PUSH_BUTTON and
                   n.childCount == 1 and has(n, pyatspi.STATE_ENABLED)]
        for button in buttons:
            menu = button.getChildAtIndex(0)
            # Some are filled when they open.
            act(button)
            until(f"the menu of {button.name}", lambda m=menu: has(m, pyatspi.STATE_SHOWING) and m.childCount)
            self.leave(menu)
            entries = [item for item in children(menu) if item.getRole() != pyatspi.ROLE_SEPARATOR]
            for item in entries:
                name = plain(item.name.partition("\t")[0])
                if not name:
                    self.wrong(where, f"no name: {inWords(item)}")
                elif "…" in item.name and has(item, pyatspi.STATE_ENABLED) and name not in known:
                    known.add(name)
                    self.dialog((where, f"{where}, {button.name}, {name}"), item)
            self.total += len(entries)
            print(f"  {where + ', menu ' + button.name:34} {len(entries):4} actions")

    def leave(self, menu):
        """Closes a menu that is open."""
        pressed = 0.0

        def closed():
            nonlocal pressed
            if has(menu, pyatspi.STATE_SHOWING) and time.monotonic() - pressed >= 2.0:
                self.press(ESCAPE)
                pressed = time.monotonic()
            return not has(menu, pyatspi.STATE_SHOWING)

        until("a menu to close", closed)

    def press(self, key):
        Atspi.generate_keyboard_event(key, "", Atspi.KeySynthType.SYM)

    def close(self, opened):
        """By the keyboard: the focus is asked for, and a key that comes before the display has given
        it is pressed again."""
        pressed = 0.0

        def closed():
            nonlocal pressed
            if opened not in self.windows():
                return True
            if time.monotonic() - pressed < 2.0:
                return False
            if not has(opened, pyatspi.STATE_ACTIVE):
                inside = next((n for n in walk(opened) if has(n, pyatspi.STATE_FOCUSABLE)), opened)
                inside.queryComponent().grabFocus()
                return False
            self.press(ESCAPE)
            pressed = time.monotonic()
            return False

        until(f"{opened.name} to close", closed)

    def expect(self, where, names):
        for name in sorted(set(names)):
            if plain(name) not in self.named:
                self.wrong(where, f"not reached: {name}")


def parametersOf(programs, experiment):
    """Labels of the parameters that a shipped experiment's choices have: what its form and the live
    controls are made of, as telegrad-cli lists them."""
    lists = {"dataset": "datasets", "model": "models", "algorithm": "algorithms",
             "compressor": "compressors"}
    labels = []
    for slot, what in lists.items():
        key = experiment.get(slot, {}).get("key")
        done = subprocess.run([programs + "/telegrad-cli", "list", what, "--json"], check=True,
                              capture_output=True, text=True)
        entry = next((e for e in json.loads(done.stdout) if e["key"] == key), None)
        # What is not live may be hidden by another choice.
        if entry is not None:
            labels += [p["label"] for p in entry["parameters"] if p["live"]]
    return labels


def main():
    walkThrough = Walk(sys.argv[1])
    try:
        run(walkThrough)
    except Failed as failure:
        walkThrough.problems.append(str(failure))
    finally:
        walkThrough.program.terminate()
        walkThrough.program.wait(20)
    for problem in walkThrough.problems:
        print("PROBLEM", problem)
    print(f"{walkThrough.total} controls and actions, {len(walkThrough.problems)} problems")
    return 1 if walkThrough.problems or walkThrough.total == 0 else 0


def explained(w, byName):
    """What has the focus is explained in a window of its own."""
    slider = until("a slider", lambda: next((n for n in walk(w.window) if n.getRole() == pyatspi.ROLE_SLIDER), None))
    slider.queryComponent().grabFocus()
    until("its focus", lambda: has(slider, pyatspi.STATE_FOCUSED))
    w.dialog(*byName["Explain what has the focus"])


def measured(w):
    """Lets the lab measure one cell, so that there is something to save."""
    def button(*names):
        return next((n for n in walk(w.window) if n.getRole() == pyatspi.ROLE_PUSH_BUTTON and n.name in names), None)

    act(until("the lab's button", lambda: button("Measure")))
    save = until("the button that saves it", lambda: button("Save CSV…"))
    until("a cell", lambda: has(save, pyatspi.STATE_ENABLED), 6 * PATIENCE)  # a training
    act(until("the button that ends it", lambda: button("Cancel")))
    until("its end", lambda: button("Go on", "Measure"))


def figure(w, byName):
    """What is asked when a figure is opened that carries two runs."""
    with tempfile.TemporaryDirectory() as folder:
        runs, picture = [f"{folder}/{seed}" for seed in (1, 2)], folder + "/figure.svg"
        for seed, run in enumerate(runs, 1):
            subprocess.run([w.programs + "/telegrad-cli", "run", "quick-start", "--out", run,
                            "--set", f"seed={seed}", "--set", "run.max_iterations=20"],
                           check=True, capture_output=True)
        subprocess.run([w.programs + "/telegrad", "plot", *runs, "-o", picture], check=True,
                       capture_output=True)
        opened = w.openedBy(*byName["Open experiment"])
        field = until("the field of its name", lambda: next(
            n for n in walk(opened) if n.name.startswith("File name") and has(n, pyatspi.STATE_EDITABLE)))
        field.queryEditableText().setTextContents(picture)
        act(next(n for n in walk(opened) if n.name == "Open" and n.getRole() == pyatspi.ROLE_PUSH_BUTTON))
        asked = w.newWindow("the figure", [opened])
        w.look("dialog: a figure's runs", asked)
        w.close(asked)


def tour(w, byName):
    """The call-out and its way out."""
    act(byName["Tour of five minutes"][1])
    skip = until("the tour's call-out", lambda: next((n for n in walk(w.window) if n.name == "Skip"), None))
    w.look("tour", skip.parent)
    act(skip)
    until("the tour to end", lambda: not any(n.name == "Skip" for n in walk(w.window)))


def run(w):
    started = time.monotonic()
    actions = w.menus()
    byName = {path[-1]: (path, item) for path, item in actions.items()}
    w.look("start page", w.window)
    # A run, so that what needs one can be had; held, so that it does not end meanwhile.
    act(byName["Run"][1])
    fork = byName["Fork"][1]
    until("a run that can be forked", lambda: has(fork, pyatspi.STATE_ENABLED))
    until("an iteration", lambda: any(node.name.startswith("iteration ") for node in walk(w.window)))
    act(byName["Run"][1])
    known = set(byName)
    for page in w.pages():
        if page == "Staleness lab":
            measured(w)
        w.look(page, w.window)
        w.asked(page, w.window)
        w.menusOf(page, w.window, known)
    with open("resources/experiments/quick-start.toml", "rb") as file:
        w.expect("live controls", parametersOf(w.programs, tomllib.load(file)))
    # A sweep that is only shown: there is something to save.
    act(next(item for path, item in actions.items() if path[1:2] == ("Open sweep",)))
    asking = [(path, item) for path, item in actions.items()
              if "…" in item.name or path[-1] in WINDOWS]
    for path, item in asking:
        until(f"{path[-1]} to be possible", lambda i=item: has(i, pyatspi.STATE_ENABLED))
        w.dialog(path, item)
    palette = w.openedBy(*byName["Find an action"])
    w.close(palette)
    explained(w, byName)
    figure(w, byName)
    tour(w, byName)
    print(f"  took {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
