"""
Validates a TEI dataset with jing against the TEI Consortium's schema, and reads it with lxml: the text of the <ab>
elements, and the words that each <span> of <standOff> covers. Prints one JSON line with what it read.

    TEI_ALL=path/to/tei_all.rng python3 test/consumers/tei.py DATASET

TEI_ALL is the schema "tei_all" of TEI P5 (tried with 4.3.0; https://tei-c.org/release/xml/tei/custom/schema/relaxng/).
jing and lxml are Debian's jing and python3-lxml. Exits 3 without them, 1 where anything is wrong.
"""

import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys

try:
    from lxml import etree
except ImportError:
    sys.exit(print("Install python3-lxml.", file=sys.stderr) or 3)

schema = os.environ.get("TEI_ALL", "")
if not shutil.which("jing") or not os.path.isfile(schema):
    sys.exit(print("Install jing, and set TEI_ALL to tei_all.rng of TEI P5.", file=sys.stderr) or 3)

files = sorted(pathlib.Path(sys.argv[1]).rglob("*.xml"))
run = subprocess.run(["jing", schema, *map(str, files)], capture_output=True, text=True)
invalid = [line for line in run.stdout.splitlines() if ": error:" in line or ": fatal:" in line]

T = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
counts = collections.Counter()
wrong = list(invalid)
for file in files:
    places = {}
    text = []
    length = 0

    def walk(element):
        global length
        start = length
        if element.text:
            text.append(element.text)
            length += len(element.text)
        for child in element:
            walk(child)
            if child.tail:
                text.append(child.tail)
                length += len(child.tail)
        if element.get(ID):
            places[element.get(ID)] = (start, length)

    root = etree.parse(str(file)).getroot()
    for block in root.iterfind(f"{T}text/{T}body/{T}ab"):
        walk(block)
        counts["lines"] += block.get("n") is not None
        counts["tokens"] += len(block.findall(f".//{T}w")) + len(block.findall(f".//{T}pc"))
    whole = "".join(text)
    counts["characters"] += len(whole)
    for group in root.iterfind(f"{T}standOff/{T}spanGrp"):
        for span in group.iterfind(f"{T}span"):
            start, end = places[span.get("from")[1:]][0], places[span.get("to")[1:]][1]
            counts[group.get("type")] += 1
            if not whole[start:end]:
                wrong.append(f"{file}: {span.get(ID)} is empty")
    counts["relations"] += len(root.findall(f"{T}standOff/{T}linkGrp/{T}link"))

for line in wrong[:10]:
    print(line, file=sys.stderr)
print(json.dumps({"consumer": f"jing, lxml {etree.__version__}", "documents": len(files), **counts, "invalid": len(invalid)}))
sys.exit(1 if wrong or run.returncode else 0)
