"""
Validates a conllu-plus dataset with the official validator of Universal Dependencies, which takes the ten columns of
CoNLL-U: those that stand before ours. Level 2 but for the tree, which there is none of. Prints one JSON line.

    UD_TOOLS=path/to/tools UDAPI=path/to/udapi-python python3 test/consumers/ud-validate.py DATASET.conllup

UD_TOOLS is a copy of https://github.com/UniversalDependencies/tools, UDAPI one of
https://github.com/udapi/udapi-python; they want regex, colorama and termcolor. Exits 3 without them, 1 where the
validator finds anything.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

tools = pathlib.Path(os.environ.get("UD_TOOLS", "")) / "validate.py"
if not os.environ.get("UD_TOOLS") or not tools.is_file():
    sys.exit(print("Set UD_TOOLS to a copy of https://github.com/UniversalDependencies/tools.", file=sys.stderr) or 3)

target = pathlib.Path(tempfile.mkdtemp()) / "dataset.conllu"
rows = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
target.write_text("\n".join(row if row.startswith("#") else "\t".join(row.split("\t")[:10]) for row in rows), encoding="utf-8")
run = subprocess.run(
    [sys.executable, str(tools), "--lang", "ar", "--level", "2", "--exclude", "invalid-head", "unknown-head", "--", str(target)],
    capture_output=True,
    text=True,
    env={**os.environ, "PYTHONPATH": os.environ.get("UDAPI", "")},
)
if "ModuleNotFoundError" in run.stderr:
    sys.exit(print(run.stderr.strip().split("\n")[-1], file=sys.stderr) or 3)
print(run.stderr, file=sys.stderr)
sentences = sum(row.startswith("# sent_id") for row in rows)
print(json.dumps({"consumer": "UD validator, level 2", "sentences": sentences, "passed": run.returncode == 0}))
sys.exit(run.returncode)
