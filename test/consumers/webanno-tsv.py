"""
Loads a webanno-tsv dataset with the Python package webanno_tsv, and compares the words of every token with the text
at its offsets. The package reads no sub-tokens: what begins or ends inside a word and has no whole word it does not
see ("inside_words" counts those of entities). Prints one JSON line with what it read.

    WEBANNO_TSV=path/to/webanno_tsv python3 test/consumers/webanno-tsv.py DATASET

WEBANNO_TSV is a copy of https://github.com/neuged/webanno_tsv. Exits 3 without one, 1 where anything is wrong.
"""

import collections
import json
import os
import pathlib
import re
import sys

if os.environ.get("WEBANNO_TSV"):
    sys.path.insert(0, os.environ["WEBANNO_TSV"])
try:
    from webanno_tsv import webanno_tsv_read_file
except ImportError:
    sys.exit(print("Set WEBANNO_TSV to a copy of https://github.com/neuged/webanno_tsv.", file=sys.stderr) or 3)

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
dataset = pathlib.Path(sys.argv[1])
files = sorted(dataset.rglob("*.tsv"))
counts = collections.Counter()
wrong = []


def inside_words(text):
    """How many entities stand in rows of sub-tokens alone: the first column of layers is theirs."""
    whole, parts = set(), collections.Counter()
    for row in text.split("\n"):
        if not re.match(r"\d+-\d+", row):
            continue
        fields = row.split("\t")
        for cell in fields[3].split("|") if fields[3] != "_" else []:
            number = re.search(r"\[(\d+)\]$", cell)
            key = number.group(1) if number else fields[0]
            if "." in fields[0]:
                parts[key] += 1
            else:
                whole.add(key)
    return len([key for key in parts if key not in whole])


for file in files:
    document = webanno_tsv_read_file(str(file))
    counts["tokens"] += len(document.tokens)
    counts["sentences"] += len(document.sentences)
    for annotation in document.annotations:
        if annotation.field == "value":
            counts[annotation.layer] += 1
    text = file.read_text(encoding="utf-8")
    counts["inside"] += inside_words(text) if f"#T_SP={ENTITY}|" in text else 0
    # The text of the sentences, put together as the package does it, has every token's words.
    for sentence in document.sentences:
        tokens = document.sentence_tokens(sentence)
        for token in tokens:
            if token.text.strip() and token.text not in sentence.text.replace("\f", "\n"):
                wrong.append(f"{file}: {token}")

print(
    json.dumps(
        {
            "consumer": "webanno_tsv 0.1.0",
            "documents": len(files),
            "entities": counts[ENTITY],
            "inside_words": counts["inside"],
            "quotations": counts["webanno.custom.Quotation"],
            "boilerplate": counts["webanno.custom.Boilerplate"],
            "lines": counts["webanno.custom.Line"],
            "sentences": counts["sentences"],
            "tokens": counts["tokens"],
        }
    )
)
for line in wrong[:20]:
    print(line, file=sys.stderr)
sys.exit(1 if wrong or not files else 0)
