"""
Draws a displacy dataset with spaCy's displaCy, in both of its styles, into a page each. Prints one JSON line with what
was drawn. Exits 3 without spaCy (pip install spacy), 1 where anything is not drawn.

    python3 test/consumers/displacy.py DATASET [FOLDER FOR ent.html AND span.html]
"""

import html.parser
import json
import pathlib
import sys
import warnings

# A file beside this one is called spacy.py.
sys.path = [entry for entry in sys.path if pathlib.Path(entry or ".").resolve() != pathlib.Path(__file__).parent.resolve()]
try:
    import spacy
    from spacy import displacy
except ImportError:
    sys.exit(print("Install spaCy: pip install spacy.", file=sys.stderr) or 3)

warnings.simplefilter("error")
dataset = pathlib.Path(sys.argv[1])
load = lambda name: json.loads((dataset / name).read_text(encoding="utf-8"))  # noqa: E731
documents, options = load("documents.json"), load("options.json")


class Marks(html.parser.HTMLParser):
    """The words in <mark>, without the label behind them, and all text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words, self.depth, self.inside = [], [], False

    def handle_starttag(self, tag, attributes):
        if tag == "mark":
            self.words.append("")
        self.depth.append(tag)

    def handle_endtag(self, tag):
        while self.depth and self.depth.pop() != tag:
            pass

    def handle_data(self, data):
        if self.depth and self.depth[-1] == "mark":
            self.words[-1] += data.strip("\n ")


drawn = {style: displacy.render(documents, style=style, manual=True, page=True, options=options) for style in ("ent", "span")}
if len(sys.argv) > 2:
    for style, page in drawn.items():
        (pathlib.Path(sys.argv[2]) / f"{style}.html").write_text(page, encoding="utf-8")

marks = Marks()
marks.feed(drawn["ent"])
told = [document["text"][ent["start"] : ent["end"]].strip("\n ") for document in documents for ent in document["ents"]]
wrong = [] if marks.words == told else ["the words drawn as entities are others"]
starts = drawn["span"].count("border-top-left-radius")
spans = [(document, span) for document in documents for span in document["spans"]]
for document, span in spans:
    words = "".join(document["tokens"][span["start_token"] : span["end_token"]])
    own = document["text"][span["start"] : span["end"]]
    if words.replace(" ", "") != own.replace(" ", ""):
        wrong.append(f"{document['title']}: {own!r} is drawn as {words!r}")
# displaCy draws no span that begins with a token of blanks alone.
blank = sum(not document["tokens"][span["start_token"]].strip() for document, span in spans)
if starts != len(spans) - blank:
    wrong.append(f"{starts} of {len(spans)} spans are drawn")
for line in wrong:
    print(line, file=sys.stderr)
read = {"consumer": f"displaCy of spaCy {spacy.__version__}", "documents": len(documents), "ents": len(marks.words), "spans": starts}
print(json.dumps(read, ensure_ascii=False))
sys.exit(1 if wrong else 0)
