"""
Loads a cas-xmi dataset with Apache UIMA for Java (Uima.java), strictly: a type or feature that TypeSystem.xml lacks is
an error. Prints one JSON line with what it read.

    [UIMA_CORE=path/to/uimaj-core.jar] python3 test/consumers/uima.py DATASET

Needs a Java of version 11 or later, and UIMA: apt install default-jdk-headless libuima-core-java, whose jar is the
default. Exits 3 without them, 1 where anything is wrong.
"""

import os
import pathlib
import shutil
import subprocess
import sys

jar = pathlib.Path(os.environ.get("UIMA_CORE", "/usr/share/java/uimaj-core.jar"))
if not jar.is_file() or not shutil.which("java"):
    print("Install Java and Apache UIMA: apt install default-jdk-headless libuima-core-java.", file=sys.stderr)
    sys.exit(3)
program = pathlib.Path(__file__).with_name("Uima.java")
sys.exit(1 if subprocess.run(["java", "-cp", str(jar), str(program), sys.argv[1]]).returncode else 0)
