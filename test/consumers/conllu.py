"""
Loads a conllu-plus dataset with the Python library conllu (https://github.com/EmilStenstrom/conllu). Prints one JSON
line with what it read. Exits 3 without it (pip install conllu), 1 where anything is not as it should be.

    python3 test/consumers/conllu.py DATASET.conllup
"""

import collections
import json
import pathlib
import re
import sys

# This file has the name of what it imports.
sys.path = [entry for entry in sys.path if pathlib.Path(entry or ".").resolve() != pathlib.Path(__file__).parent.resolve()]
try:
    import conllu
except ImportError:
    sys.exit(print("Install conllu: pip install conllu.", file=sys.stderr) or 3)

LAYERS = {"hashiya:ne": "entities", "hashiya:quote": "quotations", "hashiya:boilerplate": "boilerplate"}
counts, labels, wrong = collections.Counter(), collections.Counter(), []
with open(sys.argv[1], encoding="utf-8") as file:
    for sentence in conllu.parse_incr(file):
        name = sentence.metadata["sent_id"]
        if "newdoc id" in sentence.metadata:
            counts["documents"] += 1
        counts["sentences"] += 1
        covered, text = 0, ""
        for token in sentence:
            first, last = (token["id"][0], token["id"][2]) if isinstance(token["id"], tuple) else (token["id"], token["id"])
            # The words of a range stand behind it and are no more text.
            if last > covered:
                text += token["form"] + ("" if (token["misc"] or {}).get("SpaceAfter") == "No" else " ")
                covered = last
        if text.strip() != sentence.metadata["text"]:
            wrong.append(f"{name}: the words do not make up the text")
        known = json.loads(sentence.metadata.get("json_hashiya", "{}"))
        for word in sentence.filter(id=lambda id: isinstance(id, int)):
            counts["words"] += 1
            for column, layer in LAYERS.items():
                for number, label in re.findall(r"(?:^|;)(\d+):([^;]+)", word[column]):
                    counts[layer] += 1
                    labels[label] += 1
                    if number not in known:
                        wrong.append(f"{name}: nothing is said of {number}:{label}")
            for part in ("speaker", "cue"):
                counts[f"words of {part}s"] += len(re.findall(r"\d+", word[f"hashiya:{part}"]))

for line in wrong:
    print(line, file=sys.stderr)
read = {"consumer": "conllu", **counts, "labels": dict(sorted(labels.items()))}
print(json.dumps(read, ensure_ascii=False))
sys.exit(1 if wrong else 0)
