"""
Reads the entities of a CoNLL dataset with seqeval, strictly by their scheme. Prints one JSON line with what it read.

    SEQEVAL=path/to/seqeval python3 test/consumers/seqeval.py DATASET.conll IOB1|IOB2|BILOU

SEQEVAL is a copy of https://github.com/chakki-works/seqeval, which wants numpy and scikit-learn. Exits 3 without it, 1 where a tag is not
of the scheme.
"""

import collections
import json
import os
import pathlib
import sys

# This file has the name of what it imports.
sys.path = [entry for entry in sys.path if pathlib.Path(entry or ".").resolve() != pathlib.Path(__file__).parent.resolve()]
if os.environ.get("SEQEVAL"):
    sys.path.insert(0, os.environ["SEQEVAL"])
try:
    from seqeval import scheme
    from seqeval.metrics import f1_score
except ImportError as error:
    sys.exit(print(f"Set SEQEVAL to a copy of https://github.com/chakki-works/seqeval ({error}).", file=sys.stderr) or 3)

Scheme = getattr(scheme, sys.argv[2])
sentences, rows, documents = [], [], 0
# Only "\n" ends a line.
for row in pathlib.Path(sys.argv[1]).read_bytes().decode("utf-8").split("\n"):
    if row.startswith("-DOCSTART-"):
        documents += 1
    elif row == "":
        if rows:
            sentences.append(rows)
        rows = []
    else:
        token, _, _, tag = row.split(" ")
        rows.append(tag)

entities = scheme.Entities(sentences, Scheme)
labels = collections.Counter(entity.tag for sentence in entities.entities for entity in sentence)
score = f1_score(sentences, sentences, mode="strict", scheme=Scheme)
read = {
    "consumer": f"seqeval, {sys.argv[2]}",
    "documents": documents,
    "sentences": len(sentences),
    "tokens": sum(map(len, sentences)),
    "entities": sum(labels.values()),
    "f1 with itself": score,
    "labels": dict(sorted(labels.items())),
}
print(json.dumps(read, ensure_ascii=False, default=float))
sys.exit(0 if score == 1 else 1)
