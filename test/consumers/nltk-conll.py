"""
Loads a CoNLL dataset with NLTK's reader of CoNLL files, and makes trees of the tags of those in IOB2. Prints one JSON
line with what it read. Exits 3 without NLTK (apt-get install python3-nltk), 1 where anything is not as it should be.

    python3 test/consumers/nltk-conll.py DATASET.conll
"""

import collections
import json
import pathlib
import sys

try:
    import nltk
    from nltk.chunk.util import conlltags2tree, tree2conlltags
    from nltk.corpus.reader.conll import ConllCorpusReader
except ImportError:
    sys.exit(print("Install NLTK: apt-get install python3-nltk.", file=sys.stderr) or 3)

path = pathlib.Path(sys.argv[1]).resolve()
# Since 3.9.3 NLTK reads below the folders of its data alone.
nltk.data.path.append(str(path.parent))
reader = ConllCorpusReader(str(path.parent), [path.name], ("words", "pos", "ignore", "chunk"), encoding="utf-8")
counts, labels, wrong = collections.Counter(), collections.Counter(), []
# NLTK leaves -DOCSTART- out.
for sentence in filter(None, reader.iob_sents()):
    counts["sentences"] += 1
    counts["tokens"] += len(sentence)
    if any(token == "-DOCSTART-" for token, _, _ in sentence):
        wrong.append("-DOCSTART- is read as a token")
    # Trees are made of IOB alone; of IOB1 they are made too, but written back in IOB2.
    if {tag[0] for _, _, tag in sentence} <= set("OBI"):
        tree = conlltags2tree(sentence)
        if [token for token, _, _ in tree2conlltags(tree)] != [token for token, _, _ in sentence]:
            wrong.append(f"the tokens of {sentence} are others")
        chunks = [subtree for subtree in tree if isinstance(subtree, nltk.Tree)]
        counts["entities"] += len(chunks)
        labels.update(chunk.label() for chunk in chunks)

for line in wrong[:20]:
    print(line, file=sys.stderr)
print(json.dumps({"consumer": f"NLTK {nltk.__version__}", **counts, "labels": dict(sorted(labels.items()))}, ensure_ascii=False))
sys.exit(1 if wrong else 0)
