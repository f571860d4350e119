#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Typesets resources/manual/formulas.toml: one picture a formula, resources/manual/formulas/<id>.svg.

Needs Debian's python3-matplotlib, which only whoever changes a formula needs. Pictures that are up to date stay as
they are, those whose formula is gone go, and resources/manual/formulas.qrc names those there are. In the pages that
show a formula its words are put; in those of the translation, what the window's German says for them.

In a picture: the formula in words as its title, a mark of TeX and words by which a test knows whether it is of
them, and the glyphs as paths of one colour, with 200 units to the em. data-depth is how much of it is below the line.
"""
import hashlib
import pathlib
import re
import tomllib
import xml.etree.ElementTree as xml
from xml.sax.saxutils import escape

from matplotlib import rcParams
from matplotlib.path import Path
from matplotlib.textpath import TextPath

MANUAL = pathlib.Path(__file__).resolve().parent.parent / "resources" / "manual"
TRANSLATION = MANUAL.parent / "translations" / "telegrad_de.ts"
EM = 200
MARGIN = 8  # units, lest a stroke at the edge is cut


def mark(formula):
    return hashlib.sha256((formula["tex"] + "\n" + formula["words"]).encode()).hexdigest()[:16]


def commands(path):
    """The path's segments in whole numbers from where the one before ended, y downwards."""
    letters = {Path.MOVETO: "m", Path.LINETO: "l", Path.CURVE3: "q", Path.CURVE4: "c"}
    words = []
    start = here = (0, 0)
    for points, code in path.iter_segments(simplify=False, curves=True):
        if code == Path.CLOSEPOLY:
            words.append("z")
            here = start
            continue
        whole = [(round(x), round(-y)) for x, y in zip(points[::2], points[1::2])]
        steps = [step for x, y in whole for step in (x - here[0], y - here[1])]
        words.append(letters[code] + str(steps[0]))
        words += [str(step) if step < 0 else f" {step}" for step in steps[1:]]
        here = whole[-1]
        if code == Path.MOVETO:
            start = here
    return "".join(words)


def picture(formula):
    path = TextPath((0, 0), "$" + formula["tex"] + "$", size=EM)
    box = path.get_extents()
    left, top = int(box.x0) - MARGIN, int(-box.y1) - MARGIN
    width = int(box.width) + 2 * MARGIN + 2
    height = int(box.height) + 2 * MARGIN + 2
    depth = max(0, height + top)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" '
        f'width="{width / EM:.3f}em" height="{height / EM:.3f}em" data-mark="{mark(formula)}" '
        f'data-depth="{depth / EM:.3f}">\n'
        f"<title>{escape(formula['words'])}</title>\n"
        "<style>g{fill:#1b1f27}@media(prefers-color-scheme:dark){g{fill:#e8ebf0}}</style>\n"
        f'<g fill="#1b1f27"><path d="{commands(path)}"/></g>\n</svg>\n'
    )


def german_words():
    """What the window's German says for the words of the core, those of formulas among them."""
    messages = xml.parse(TRANSLATION).iterfind("context[name='Core']/message")
    return {message.findtext("source"): message.findtext("translation") for message in messages}


def say_in_pages(formulas):
    """Writes the words of each formula into the pages that show it, for who cannot see it."""
    shown = re.compile(r"!\[[^\]]*\]\(((?:\.\./)*)formulas/([a-z0-9-]+)\.svg\)")
    german = german_words()
    for page in MANUAL.rglob("*.md"):
        translated = page.relative_to(MANUAL).parts[0] == "de"

        def worded(match, translated=translated):
            words = formulas[match[2]]["words"]
            if translated:
                words = german.get(words) or words
            words = words.replace("[", "(").replace("]", ")")
            return f"![{words}]({match[1]}formulas/{match[2]}.svg)"

        text = page.read_text()
        said = shown.sub(worded, text)
        if said != text:
            page.write_text(said)


def main():
    rcParams["mathtext.fontset"] = "stix"
    formulas = tomllib.loads((MANUAL / "formulas.toml").read_text())
    folder = MANUAL / "formulas"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.svg"):
        if old.stem not in formulas:
            old.unlink()
    for key, formula in formulas.items():
        file = folder / f"{key}.svg"
        if file.exists() and f'data-mark="{mark(formula)}"' in file.read_text():
            continue
        file.write_text(picture(formula))
        print(file.name)
    say_in_pages(formulas)
    names = "".join(f"    <file>formulas/{key}.svg</file>\n" for key in sorted(formulas))
    (MANUAL / "formulas.qrc").write_text(
        '<!DOCTYPE RCC>\n<RCC version="1.0">\n  <qresource prefix="/manual">\n' + names + "  </qresource>\n</RCC>\n"
    )


if __name__ == "__main__":
    main()
