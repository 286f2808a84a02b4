"""
Loads a cas-xmi or cas-json dataset with dkpro-cassis, compares the words that every annotation covers with those at
the file's own offsets, in UTF-16 code units, follows every link, and, of XMI, writes the CAS as JSON and reads that. Prints one JSON line with
what it read.

    [CASSIS=path/to/dkpro-cassis] python3 test/consumers/cassis.py DATASET

CASSIS is a copy of https://github.com/dkpro/dkpro-cassis where it is not installed (pip install dkpro-cassis); on
Debian it needs python3-lxml, python3-attr, python3-sortedcontainers, python3-more-itertools, python3-toposort and
python3-deprecation. Exits 3 without it, 1 where anything is wrong.
"""

import collections
import json
import os
import pathlib
import sys
import xml.etree.ElementTree

# A file beside this one is called as the package is.
sys.path = [entry for entry in sys.path if pathlib.Path(entry or ".").resolve() != pathlib.Path(__file__).parent.resolve()]
if os.environ.get("CASSIS"):
    sys.path.insert(0, str(pathlib.Path(os.environ["CASSIS"]) / "src"))
try:
    import cassis
except ImportError as error:
    sys.exit(print(f"Install dkpro-cassis, or set CASSIS to a copy of it ({error}).", file=sys.stderr) or 3)

dataset = pathlib.Path(sys.argv[1])
files = sorted(file for file in dataset.rglob("*") if file.suffix in (".xmi", ".json"))
counts = collections.Counter()
wrong = []


def load(file):
    with open(file, "rb") as source:
        if file.suffix == ".json":
            return cassis.load_cas_from_json(source)
        with open(dataset / "TypeSystem.xml", "rb") as types:
            return cassis.load_cas_from_xmi(source, typesystem=cassis.load_typesystem(types))


def count(cas):
    return collections.Counter(annotation.type.name for annotation in cas.select_all_annotations())


def offsets(file):
    """The begin and end of every feature structure that has them, by its id, as they stand in the file."""
    if file.suffix == ".json":
        structures = json.loads(file.read_text(encoding="utf-8"))["%FEATURE_STRUCTURES"]
        return {one["%ID"]: (one["begin"], one["end"]) for one in structures if "begin" in one}
    elements = xml.etree.ElementTree.parse(file).getroot()
    return {
        int(one.get("{http://www.omg.org/XMI}id")): (int(one.get("begin")), int(one.get("end")))
        for one in elements
        if one.get("begin") is not None
    }


for file in files:
    cas = load(file)
    places = offsets(file)
    counts += count(cas)
    units = cas.sofa_string.encode("utf-16-le", "surrogatepass")
    for annotation in cas.select_all_annotations():
        begin, end = places[annotation.xmiID]
        if units[2 * begin : 2 * end].decode("utf-16-le", "surrogatepass") != annotation.get_covered_text():
            wrong.append(f"{file}: {annotation.type.name} {begin}-{end}: {annotation.get_covered_text()}")
    for quotation in cas.select("webanno.custom.Quotation"):
        for link in quotation.parts.elements if quotation.parts else []:
            counts["link " + link.role] += 1
            if not link.target.get_covered_text():
                wrong.append(f"{file}: a {link.role} without words")
    if file.suffix == ".xmi" and count(cassis.load_cas_from_json(cas.to_json())) != count(cas):
        wrong.append(f"{file}: not the same as JSON")

named = lambda name: sum(n for key, n in counts.items() if key.endswith("." + name))  # noqa: E731
print(
    json.dumps(
        {
            "consumer": "dkpro-cassis",
            "documents": len(files),
            "entities": named("NamedEntity"),
            "quotations": named("Quotation"),
            "boilerplate": named("Boilerplate"),
            "relations": counts["link speaker"] + counts["link cue"],
            "speakers": counts["link speaker"],
            "cues": counts["link cue"],
            "mentions": named("Mention"),
            "lines": named("Line"),
            "sentences": named("Sentence"),
            "tokens": named("Token"),
        }
    )
)
for line in wrong[:20]:
    print(line, file=sys.stderr)
sys.exit(1 if wrong or not files else 0)
