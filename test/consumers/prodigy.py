"""
Reads a Prodigy dataset with spaCy, as Prodigy itself does: a Doc of each task's tokens, whose text must be the task's,
a span of each span's characters, which must be that of its tokens, and relations between the last tokens of spans (as
https://github.com/explosion/projects/tree/v3/tutorials/rel_component reads Prodigy's annotations). Prodigy is not
public. Prints one JSON line with what it read.

    python3 test/consumers/prodigy.py DATASET.jsonl

Exits 3 without spaCy, 1 where anything is wrong.
"""

import collections
import json
import sys

# The file spacy.py beside this one is not spaCy.
sys.path.pop(0)
try:
    import spacy
    from spacy.tokens import Doc, SpanGroup
except ImportError:
    print("Install spaCy: pip install spacy.", file=sys.stderr)
    sys.exit(3)

vocab = spacy.blank("ar").vocab
counts = collections.Counter()
labels = collections.Counter()
wrong = []
for number, line in enumerate(open(sys.argv[1], encoding="utf-8"), 1):
    task = json.loads(line)
    tokens = task["tokens"]
    doc = Doc(vocab, words=[token["text"] for token in tokens], spaces=[token["ws"] for token in tokens])
    if doc.text != task["text"]:
        wrong.append(f"{number}: the tokens are not the text")
    if [token.idx for token in doc] != [token["start"] for token in tokens]:
        wrong.append(f"{number}: tokens are not where they say")
    group = SpanGroup(doc, name="sc")
    start_of_end = collections.defaultdict(set)
    for span in task["spans"]:
        found = doc.char_span(span["start"], span["end"], label=span["label"])
        if found is None or (found.start, found.end - 1) != (span["token_start"], span["token_end"]):
            wrong.append(f"{number}: {span} is not made of its tokens")
        else:
            group.append(found)
        start_of_end[span["token_end"]].add(span["token_start"])
        labels[span["label"]] += 1
        counts["silver"] += bool(span.get("silver"))
    doc.spans["sc"] = group
    places = {(span["start"], span["end"], span["label"]) for span in task["spans"]}
    for relation in task["relations"]:
        for end, of in (("head", "head_span"), ("child", "child_span")):
            span = relation[of]
            if (
                span["token_start"] not in start_of_end[relation[end]]
                or relation[end] != span["token_end"]
                or (span["start"], span["end"], span["label"]) not in places
            ):
                wrong.append(f"{number}: {relation} names no span of the task")
        counts["relations"] += 1
    counts["documents"] += 1
    counts["answered"] += task.get("answer") == "accept"
    counts["tokens"] += len(doc)
    counts["spans"] += len(group)

kinds = ("direct", "indirect", "term")
print(
    json.dumps(
        {
            "consumer": f"spaCy {spacy.__version__}, as Prodigy",
            "documents": counts["documents"],
            "spans": counts["spans"] - labels["SPEAKER"] - labels["CUE"],
            "quotations": sum(labels[kind] for kind in kinds),
            "relations": counts["relations"],
            "silver": counts["silver"],
            "answered": counts["answered"],
            "tokens": counts["tokens"],
            "problems": len(wrong),
        }
    )
)
for one in wrong[:20]:
    print(one, file=sys.stderr)
sys.exit(1 if wrong or not counts["documents"] else 0)
