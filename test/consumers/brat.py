"""
Loads a brat dataset with brat's own server code: its annotation reader, its reader of annotation.conf and visual.conf,
and its verification. Prints one JSON line with what it read.

    BRAT=path/to/brat python3 test/consumers/brat.py DATASET

BRAT is a copy of https://github.com/nlplab/brat. Exits 3 without one, 1 where brat finds anything wrong.
"""

import codecs
import collections
import json
import os
import pathlib
import sys
import tempfile
import types

dataset = pathlib.Path(sys.argv[1]).resolve()
server = pathlib.Path(os.environ.get("BRAT", "")) / "server" / "src"
if not os.environ.get("BRAT") or not (server / "annotation.py").is_file():
    sys.exit(print("Set BRAT to a copy of https://github.com/nlplab/brat.", file=sys.stderr) or 3)

# What brat's installer writes.
config = types.ModuleType("config")
config.BASE_DIR = config.DATA_DIR = str(dataset)
config.WORK_DIR = tempfile.mkdtemp()
config.DEBUG = False
sys.modules["config"] = config
sys.path.insert(0, str(server))

import annotation  # noqa: E402


def open_textfile(filename, mode="r"):
    """brat's own, without the mode "U", which Python has no longer since 3.11 and which codecs.open never heeded."""
    return codecs.open(filename, mode.replace("U", ""), encoding="utf8", errors="strict")


annotation.open_textfile = open_textfile

import message  # noqa: E402
import projectconfig  # noqa: E402
import verify_annotations  # noqa: E402

projectconfig.open_textfile = open_textfile
projectconfig.__dict__["__read_or_default"].__globals__["open_textfile"] = open_textfile

told = []
for level in ("error", "warning"):
    setattr(message.Messager, level, staticmethod(lambda text, *_, level=level, **__: told.append(f"{level}: {text}")))

counts = collections.Counter()
wrong = []
roots = [path.parent for path in dataset.rglob("annotation.conf")]
for root in sorted(roots):
    project = projectconfig.ProjectConfiguration(str(root))
    group_of = {
        child.storage_form(): group.storage_form()
        for group in project.get_entity_type_hierarchy()
        if group != projectconfig.SEPARATOR_STR
        for child in group.children
    }
    drawing = project.get_drawing_types()
    for path in sorted(root.rglob("*.ann")):
        document = annotation.TextAnnotations(str(path.with_suffix("")), read_only=True)
        name = path.relative_to(dataset)
        wrong += [f"{name}:{line + 1} is not read" for line in document.failed_lines]
        collected = getattr(getattr(document, "messages", None), "messages", None)
        if collected:
            wrong += [f"{name}: {one}" for one in collected.errors + collected.warnings]
        if not document.failed_lines:
            issues = verify_annotations.verify_annotation(document, project)
            wrong += [f"{name}: {issue.human_readable_str()}" for issue in issues]
        text = document.get_document_text()
        counts["documents"] += 1
        for span in document.get_textbounds():
            counts[group_of.get(span.type, span.type)] += 1
            pieces = [text[start:end] for start, end in span.spans]
            if " ".join(pieces) != span.text:
                wrong.append(f"{name}: {span.id} says {span.text!r} and stands on {pieces!r}")
            if not project.preferred_display_form(span.type) or (
                span.type in group_of and span.type not in drawing
            ):
                wrong.append(f"{name}: {span.type} has no title or colour")
        for relation in document.get_relations():
            counts["relations"] += 1
            counts[relation.type] += 1
        for attribute in document.get_attributes():
            counts[attribute.type] += 1
        counts["notes"] += sum(1 for _ in document.get_oneline_comments())

wrong += told
print(
    json.dumps(
        {
            "consumer": "brat",
            "documents": counts["documents"],
            "entities": counts["Entity"],
            "quotations": counts["Quotation"],
            "boilerplate": counts["Boilerplate"],
            "relations": counts["relations"],
            "speakers": counts["Speaker"],
            "cues": counts["Cue"],
            "silver": counts["Silver"],
            "annotators": counts["Annotator"],
            "notes": counts["notes"],
            "problems": len(wrong),
        }
    )
)
for one in wrong[:20]:
    print(one, file=sys.stderr)
sys.exit(1 if wrong or not counts["documents"] else 0)
