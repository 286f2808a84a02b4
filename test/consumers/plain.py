"""
Reads a dataset in one of the formats of Hashiya's own with nothing but Python: spans by slicing strings, and the way
back to the articles by slicing these. Prints one JSON line with what it read.

    PROJECT=folder/of/the/articles python3 test/consumers/plain.py DATASET

DATASET is a file of JSON lines (hashiya-jsonl, quotation-pairs, line-classes) or a folder (clean-text). Exits 3 without
PROJECT, 1 where anything does not fit.
"""

import collections
import json
import os
import pathlib
import platform
import sys

dataset = pathlib.Path(sys.argv[1])
project = pathlib.Path(os.environ.get("PROJECT", ""))
if not os.environ.get("PROJECT") or not project.is_dir():
    sys.exit(print("Set PROJECT to the folder that the dataset was exported from.", file=sys.stderr) or 3)


def read(path):
    return path.read_bytes().decode("utf-8-sig")


counts = collections.Counter()
wrong = []
files = set()
for line in read(dataset / "map.jsonl" if dataset.is_dir() else dataset).split("\n"):
    if not line:
        continue
    record = json.loads(line)
    files.add(record["file"])
    article = read(project / record["file"])
    text = record["text"] if "text" in record else read(dataset / record["path"])
    for piece in record["pieces"]:
        counts["pieces"] += 1
        here = text[piece["start"] : piece["start"] + piece["length"]]
        if here != article[piece["source"] : piece["source"] + piece["length"]]:
            wrong.append(f"{record['file']}: {piece}")
    if sum(piece["length"] for piece in record["pieces"]) != len(text):
        wrong.append(f"{record['file']}: the pieces are not all of the text")
    spans = record.get("entities", []) + record.get("quotations", []) + record.get("boilerplate", [])
    pairs = [record] if "quotation" in record else record.get("quotations", [])
    parts = [pair[part] for pair in pairs for part in ("speaker", "cue") if pair[part]]
    for span in spans + parts + [pair["quotation"] for pair in pairs if "quotation" in pair]:
        if "text" in span and text[span["start"] : span["end"]] != span["text"]:
            wrong.append(f"{record['file']}: {span}")
    counts["entities"] += len(record.get("entities", []))
    counts["quotations"] += len(pairs)
    counts["boilerplate"] += len(record.get("boilerplate", []))
    counts["relations"] += len(parts)
    counts["lines"] += len(record["lines"]) if "lines" in record else "class" in record
    counts["tokens"] += sum(map(len, record.get("sentences", [])))

for one in wrong[:10]:
    print(one, file=sys.stderr)
print(json.dumps({"consumer": f"Python {platform.python_version()}", "documents": len(files), **{k: v for k, v in counts.items() if v}}))
sys.exit(1 if wrong else 0)
