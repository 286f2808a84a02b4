"""
Loads a Label Studio dataset with the code of Label Studio's SDK: reads the labelling configuration, validates every
annotation, prediction and relation against it (the check that Label Studio runs on import), and runs its converter,
whose JSON_MIN is compared with the texts. Prints one JSON line with what it read.

    LABEL_STUDIO_SDK=path/to/label-studio-sdk python3 test/consumers/label-studio.py DATASET

LABEL_STUDIO_SDK is a copy of https://github.com/HumanSignal/label-studio-sdk; it needs the Python packages pydantic,
lxml, jsonschema, ujson, ijson, nltk, numpy, pillow and requests. Exits 3 without them, 1 where anything is wrong.
"""

import importlib.util
import json
import os
import pathlib
import sys
import tempfile
import types
from unittest.mock import MagicMock

dataset = pathlib.Path(sys.argv[1])
source = pathlib.Path(os.environ.get("LABEL_STUDIO_SDK", "")) / "src" / "label_studio_sdk"
needed = ("pydantic", "lxml", "jsonschema", "ujson", "ijson", "nltk", "numpy", "PIL", "requests")
missing = [name for name in needed if importlib.util.find_spec(name) is None]
if not os.environ.get("LABEL_STUDIO_SDK") or not source.is_dir() or missing:
    print(
        "Set LABEL_STUDIO_SDK to a copy of https://github.com/HumanSignal/label-studio-sdk"
        + (f" and install {', '.join(missing)}." if missing else "."),
        file=sys.stderr,
    )
    sys.exit(3)

# The package without its client for the web, whose imports are not needed.
package = types.ModuleType("label_studio_sdk")
package.__path__ = [str(source)]
sys.modules["label_studio_sdk"] = package
legacy = types.ModuleType("label_studio_sdk._legacy")
legacy.__path__ = [str(source / "_legacy")]
sys.modules["label_studio_sdk._legacy"] = legacy
# Pictures, keys, made-up sample data and the schema of configurations: imported there, and not used for text.
absent = [name for name in ("cv2", "jwt", "xmljson", "jsf", "datamodel_code_generator") if importlib.util.find_spec(name) is None]
for name in absent:
    sys.modules[name] = MagicMock()
    sys.modules[f"{name}.model"] = sys.modules[f"{name}.parser"] = MagicMock()
    sys.modules[f"{name}.parser.jsonschema"] = MagicMock()

from label_studio_sdk._extensions.label_studio_tools.core.label_config import parse_config  # noqa: E402
from label_studio_sdk.converter.converter import Converter  # noqa: E402
from label_studio_sdk.label_interface.interface import LabelInterface  # noqa: E402

wrong = []
counts = dict.fromkeys(("entities", "quotations", "boilerplate", "relations", "silver", "canonical"), 0)
splits = sorted(path.parent for path in dataset.rglob("tasks.json"))
documents = 0
for folder in splits:
    configuration = (folder / "labeling-config.xml").read_text(encoding="utf-8")
    interface = LabelInterface(configuration)
    interface._unique_names_validation(configuration)
    interface._to_name_validation(configuration)
    if "xmljson" not in absent:
        interface.validate()
    controls = parse_config(configuration)
    tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    documents += len(tasks)
    for task in tasks:
        name = task["data"]["file"]
        text = task["data"]["text"]
        if not interface.validate_task({"data": task["data"]}):
            wrong.append(f"{name}: the task lacks what the configuration asks for")
        for kind in ("annotations", "predictions"):
            for one in task[kind]:
                wrong += [f"{name}: {error}" for error in interface._validate_object(one, return_errors=True)]
                for item in one["result"]:
                    if item["type"] == "relation":
                        counts["relations"] += 1
                    elif item["type"] == "textarea":
                        counts["canonical"] += 1
                    else:
                        value = item["value"]
                        if text[value["start"] : value["end"]] != value["text"]:
                            wrong.append(f"{name}: {item['id']} says {value['text']!r}")
                        if value["labels"][0] not in ("SPEAKER", "CUE"):
                            counts[item["from_name"]] += 1
                            counts["silver"] += kind == "predictions"
    # The converter looks at annotations alone: predictions are accepted first.
    accepted = [
        {**task, "annotations": [*task["annotations"], *task["predictions"]], "predictions": []} for task in tasks
    ]
    work = pathlib.Path(tempfile.mkdtemp())
    (work / "tasks.json").write_text(json.dumps(accepted), encoding="utf-8")
    converter = Converter(config=configuration, project_dir=None)
    converter.convert_to_json_min(str(work / "tasks.json"), str(work / "min"), is_dir=False)
    converter.convert_to_conll2003(str(work / "tasks.json"), str(work / "conll"), is_dir=False)
    for record in json.loads((work / "min" / "result.json").read_text(encoding="utf-8")):
        for control in controls:
            for value in record.get(control, []):
                if "labels" in value:
                    counts[f"converted {control}"] = counts.get(f"converted {control}", 0) + (
                        value["labels"][0] not in ("SPEAKER", "CUE")
                    )
                    if record["text"][value["start"] : value["end"]] != value["text"]:
                        wrong.append(f"{record['file']}: JSON_MIN has {value}")
    tags = [line.rsplit(" ", 1)[1] for line in (work / "conll" / "result.conll").read_text().splitlines() if line]
    counts["conll tags"] = counts.get("conll tags", 0) + sum(tag.startswith("B-") for tag in tags)

print(json.dumps({"consumer": "label-studio-sdk", "documents": documents, **counts, "problems": len(wrong)}))
for one in wrong[:20]:
    print(one, file=sys.stderr)
sys.exit(1 if wrong or not documents else 0)
