"""
Loads a conllu-plus dataset with Udapi. Prints one JSON line with what it read.

    UDAPI=path/to/udapi-python python3 test/consumers/udapi.py DATASET.conllup

UDAPI is a copy of https://github.com/udapi/udapi-python, which wants colorama and termcolor. Exits 3 without it, 1 where
anything is not as it should be.
"""

import collections
import json
import os
import pathlib
import re
import sys

# This file has the name of what it imports.
sys.path = [entry for entry in sys.path if pathlib.Path(entry or ".").resolve() != pathlib.Path(__file__).parent.resolve()]
if os.environ.get("UDAPI"):
    sys.path.insert(0, os.environ["UDAPI"])
try:
    from udapi.block.read.conllup import Conllup
    from udapi.core.document import Document
except ImportError as error:
    sys.exit(print(f"Set UDAPI to a copy of https://github.com/udapi/udapi-python ({error}).", file=sys.stderr) or 3)

document = Document()
Conllup(files=sys.argv[1], empty_parent="ignore").process_document(document)
counts, labels, wrong = collections.Counter(), collections.Counter(), []
for bundle in document.bundles:
    for tree in bundle.trees:
        counts["sentences"] += 1
        counts["documents"] += tree.newdoc is not None
        # Of a multiword token Udapi takes the last column for MISC, and so loses whether a blank follows.
        if tree.compute_text().replace(" ", "") != tree.text.replace(" ", ""):
            wrong.append(f"{tree.sent_id}: {tree.compute_text()!r} is not {tree.text!r}")
        counts["multiword tokens"] += len(tree.multiword_tokens)
        known = tree.json.get("hashiya", {})
        for node in tree.descendants:
            counts["words"] += 1
            for column, layer in (("Hashiya:ne", "entities"), ("Hashiya:quote", "quotations"), ("Hashiya:boilerplate", "boilerplate")):
                for number, label in re.findall(r"(?:^|;)(\d+):([^;]+)", node.misc[column]):
                    counts[layer] += 1
                    labels[label] += 1
                    if number not in known:
                        wrong.append(f"{tree.sent_id}: nothing is said of {number}:{label}")

for line in wrong:
    print(line, file=sys.stderr)
read = {"consumer": "udapi", **counts, "labels": dict(sorted(labels.items()))}
print(json.dumps(read, ensure_ascii=False))
sys.exit(1 if wrong else 0)
