"""
Loads a spacy-jsonl dataset with spaCy itself: an Example of each record, and a DocBin of all, written and read back.
Prints one JSON line with what spaCy has. Exits 3 without spaCy (pip install spacy), 1 where anything is not as the
record says.

    python3 test/consumers/spacy.py DATASET.jsonl [OUTPUT.spacy]
"""

import collections
import json
import pathlib
import sys
import tempfile
import warnings

# This file has the name of what it imports.
sys.path = [entry for entry in sys.path if pathlib.Path(entry or ".").resolve() != pathlib.Path(__file__).parent.resolve()]
try:
    import spacy
    from spacy.tokens import DocBin
    from spacy.training import Example
except ImportError:
    sys.exit(print("Install spaCy: pip install spacy.", file=sys.stderr) or 3)

# What spaCy drops it warns of: here that is an error.
warnings.simplefilter("error")

nlp, docs = spacy.blank("ar"), DocBin(store_user_data=True)
counts, labels, wrong = collections.Counter(), collections.Counter(), []
with open(sys.argv[1], encoding="utf-8") as lines:
    records = [json.loads(line) for line in lines]
for record in records:
    keys = ("words", "spaces", "entities", "spans")
    example = Example.from_dict(nlp.make_doc(record["text"]), {key: record[key] for key in keys})
    docs.add(example.reference)

target = sys.argv[2] if len(sys.argv) > 2 else pathlib.Path(tempfile.mkdtemp()) / "dataset.spacy"
docs.to_disk(target)
for record, doc in zip(records, DocBin().from_disk(target).get_docs(nlp.vocab), strict=True):
    name = record["meta"]["file"]
    if doc.text != record["text"]:
        wrong.append(f"{name}: the text is another one")
    told = [tuple(entity) for entity in record["entities"]]
    found = [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
    if found != told:
        wrong.append(f"{name}: entities: {set(told) ^ set(found)}")
    for key, spans in record["spans"].items():
        told = [tuple(span[:3]) + (span[3] if len(span) > 3 else "",) for span in spans]
        found = [(span.start_char, span.end_char, span.label_, span.kb_id_) for span in doc.spans[key]]
        if found != told:
            wrong.append(f"{name}: {key}: {set(told) ^ set(found)}")
        counts[key] += len(found)
    counts["tokens"] += len(doc)
    counts["ents"] += len(doc.ents)
    labels.update(entity.label_ for entity in doc.ents)

for line in wrong:
    print(line, file=sys.stderr)
read = {"consumer": f"spaCy {spacy.__version__}", "documents": len(records), **counts, "labels": dict(sorted(labels.items()))}
print(json.dumps(read, ensure_ascii=False))
sys.exit(1 if wrong else 0)
