"""
Loads a huggingface dataset as its users do, with load_dataset("FOLDER"): the features of the dataset card must be those
of the Parquet files, every span's words those of its text, every tag's name one of the ClassLabel, and the card's counts
true. Prints one JSON line with what it read.

    python3 test/consumers/huggingface.py DATASET

Exits 3 without datasets (pip install datasets), 1 where anything is wrong.
"""

import collections
import json
import os
import pathlib
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_CACHE"] = tempfile.mkdtemp()
try:
    import datasets
    import pyarrow.parquet
except ImportError:
    sys.exit(print("Install datasets: pip install datasets.", file=sys.stderr) or 3)

datasets.disable_progress_bars()
counts, wrong, splits = collections.Counter(), [], {}
card = datasets.load_dataset_builder(sys.argv[1]).info
loaded = datasets.load_dataset(sys.argv[1])
for file in sorted(pathlib.Path(sys.argv[1]).glob("data/*.parquet")):
    counts["files"] += 1
    if datasets.Features.from_arrow_schema(pyarrow.parquet.read_schema(file)) != card.features:
        wrong.append(f"{file}: other features than the card's")
for name, split in loaded.items():
    splits[name] = len(split)
    if card.splits and card.splits[name].num_examples != len(split):
        wrong.append(f"{name}: the card says {card.splits[name].num_examples} examples")
    tags = split.features["ner_tags"].feature
    if not isinstance(tags, datasets.ClassLabel):
        wrong.append(f"{name}: ner_tags are {tags}")
    for record in split:
        counts["documents"] += 1
        text = record["text"]
        counts["tokens"] += len(record["tokens"])
        if len(record["tokens"]) != len(record["ner_tags"]):
            wrong.append(f"{record['file']}: {len(record['tokens'])} tokens, {len(record['ner_tags'])} tags")
        counts["tagged"] += sum(tags.int2str(tag).startswith("B-") for tag in record["ner_tags"])
        for layer in ("entities", "quotations", "boilerplate"):
            for span in record[layer]:
                counts[layer] += 1
                parts = [span] + [span[part] for part in ("speaker", "cue") if span.get(part)]
                counts["relations"] += len(parts) - 1
                for part in parts:
                    words = text[part["start"] : part["end"]]
                    if not words or part.get("text", words) != words:
                        wrong.append(f"{record['file']}: {part} is not {words}")

print(json.dumps({"consumer": f"datasets {datasets.__version__}", "splits": splits, **counts}, ensure_ascii=False))
for one in wrong[:20]:
    print(one, file=sys.stderr)
sys.exit(1 if wrong else 0)
