"""
Imports a doccano dataset with doccano's own import: its parser, its models and its RelationExtractionDataset, into a
project with relations and overlaps in an SQLite database in memory. Then reads back what the database has. Prints one
JSON line with that. Where a second file is named, doccano exports the project into it.

    DOCCANO=path/to/doccano python3 test/consumers/doccano.py DATASET.jsonl [EXPORT.jsonl]

DOCCANO is a copy of https://github.com/doccano/doccano; it needs the Python packages django, django-polymorphic,
pandas, pydantic and chardet. Exits 3 without them, 1 where doccano finds anything wrong or has other spans.
"""

import importlib.util
import json
import os
import pathlib
import sys
import tempfile
from unittest.mock import MagicMock

dataset = pathlib.Path(sys.argv[1]).resolve()
backend = pathlib.Path(os.environ.get("DOCCANO", "")) / "backend"
needed = ("django", "polymorphic", "pandas", "pydantic", "chardet")
missing = [name for name in needed if importlib.util.find_spec(name) is None]
if not os.environ.get("DOCCANO") or not backend.is_dir() or missing:
    print(
        "Set DOCCANO to a copy of https://github.com/doccano/doccano"
        + (f" and install {', '.join(missing)}." if missing else "."),
        file=sys.stderr,
    )
    sys.exit(3)

sys.path[0] = str(backend)
# Imported there for tables and CoNLL, neither of which takes part here.
for package in ("pyexcel", "seqeval"):
    if importlib.util.find_spec(package) is None:
        sys.modules[package] = sys.modules[f"{package}.exceptions"] = sys.modules[f"{package}.scheme"] = MagicMock()
# Where uploads through the browser would be kept.
if importlib.util.find_spec("django_drf_filepond") is None:
    uploads = pathlib.Path(tempfile.mkdtemp()) / "django_drf_filepond"
    uploads.mkdir()
    (uploads / "__init__.py").touch()
    (uploads / "models.py").write_text(
        "from django.db import models\n\n\nclass DrfFilePondStoredStorage(models.Model):\n    pass\n"
    )
    sys.path.append(str(uploads.parent))

import django  # noqa: E402
from django.conf import settings  # noqa: E402

settings.configure(
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "polymorphic",
        "django_drf_filepond",
        "roles",
        "projects",
        "examples",
        "label_types",
        "labels",
        "data_import",
        "data_export",
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    # The tables as the models are now, without the history of their changes.
    MIGRATION_MODULES=dict.fromkeys(
        ("auth", "contenttypes", "roles", "projects", "examples", "label_types", "labels", "data_import", "data_export")
    ),
    USE_TZ=True,
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402

call_command("migrate", run_syncdb=True, verbosity=0)

from data_import.datasets import RelationExtractionDataset  # noqa: E402
from data_import.pipeline.parsers import JSONLParser  # noqa: E402
from data_import.pipeline.readers import FileName, Reader  # noqa: E402
from examples.models import Example  # noqa: E402
from labels.models import Relation, Span  # noqa: E402
from projects.models import ProjectType, SequenceLabelingProject  # noqa: E402

user = User.objects.create(username="annotator")
project = SequenceLabelingProject.objects.create(
    name="x",
    project_type=ProjectType.SEQUENCE_LABELING,
    created_by=user,
    allow_overlapping=True,
    use_relation=True,
)
reader = Reader(
    [FileName(full_path=str(dataset), generated_name="x", upload_name=dataset.name)], JSONLParser(encoding="utf_8")
)
imported = RelationExtractionDataset(reader, project)
imported.save(user)

wrong = [str(error) for error in imported.errors]
records = [json.loads(line) for line in open(dataset, encoding="utf-8")]
examples = {example.meta["meta"]["file"]: example for example in Example.objects.all()}
for record in records:
    file = record["meta"]["file"]
    example = examples.get(file)
    if example is None or example.text != record["text"]:
        wrong.append(f"{file}: no example, or another text")
        continue
    expected = sorted(
        (entity["label"], record["text"][entity["start_offset"] : entity["end_offset"]])
        for entity in record["entities"]
    )
    found = sorted(
        (span.label.text, example.text[span.start_offset : span.end_offset])
        for span in Span.objects.filter(example=example)
    )
    if expected != found:
        wrong.append(f"{file}: {len(expected)} spans were written, {len(found)} are there")
    if Relation.objects.filter(example=example).count() != len(record["relations"]):
        wrong.append(f"{file}: other relations")

if len(sys.argv) > 2:
    from data_export.models import ExportedExample
    from data_export.pipeline.dataset import Dataset
    from data_export.pipeline.factories import create_comment, create_formatter, create_labels, create_writer
    from data_export.pipeline.services import ExportApplicationService

    exported = ExportedExample.objects.filter(project=project)
    everything = Dataset(exported, create_labels(project, exported), create_comment(exported), True)
    service = ExportApplicationService(everything, create_formatter(project, "JSONL"), create_writer("JSONL"))
    service.export(sys.argv[2])

parts = ("SPEAKER", "CUE")
print(
    json.dumps(
        {
            "consumer": f"doccano on Django {django.__version__}",
            "documents": Example.objects.count(),
            "spans": Span.objects.exclude(label__text__in=parts).count(),
            "quotations": Span.objects.filter(label__text__in=("direct", "indirect", "term")).count(),
            "relations": Relation.objects.count(),
            "labels": len({span.label.text for span in Span.objects.all()}),
            "problems": len(wrong),
        }
    )
)
for one in wrong[:20]:
    print(one, file=sys.stderr)
sys.exit(1 if wrong or not Example.objects.exists() else 0)
